#!/usr/bin/env node
/** Arguments in, exit code out. */

import { main } from './main.ts';

// A reader that closes our output early (padan … | head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
