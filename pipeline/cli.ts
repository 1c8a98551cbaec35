#!/usr/bin/env node
/** Arguments in, exit code out. What a command needs is loaded when it is called. */

import { Command, CommanderError, Option } from 'commander';
import { PadanError } from './errors.ts';
import { version } from './version.ts';

const program = new Command('padan')
  .description('Indonesian articles into aligned Indonesian-English Markdown that editors can trust, correct and publish.')
  .version(version(), '-V, --version')
  .showHelpAfterError('(padan --help lists the commands)')
  .exitOverride();

const where = (command: Command): Command => command
  .option('--config <file>', 'settings file (default: padan.yaml)')
  .option('--input <folder>', 'where the articles are')
  .option('--output <folder>', 'where sheets and English documents go')
  .option('--glossary <file>', 'the glossary')
  .option('--provider <name>', 'builtin, echo, command, openai, or ./mine.js');

where(program.command('translate'))
  .description('translate articles: all of the input folder, or those named')
  .argument('[path...]', 'articles or folders')
  .option('--jobs <number>', 'articles at work at once')
  .addOption(new Option('--publish <what>', 'what may stand in the English document').choices(['all', 'approved']))
  .option('--refresh', 'make machine drafts again')
  .option('--dry-run', 'say what would be done; write nothing, ask no one')
  .option('--json', 'a JSON line an article and one for the run, on standard output')
  .option('--quiet', 'say only what went wrong')
  .action(async (paths: string[], options: Record<string, unknown>) => {
    const { translateCommand } = await import('./commands/translate.ts');
    process.exitCode = await translateCommand(paths, options);
  });

where(program.command('check'))
  .description('run the quality checks on the sheets as they stand')
  .argument('[path...]', 'articles or folders')
  .option('--json', 'a JSON line a finding, on standard output')
  .option('--quiet', 'say only how many there are')
  .action(async (paths: string[], options: Record<string, unknown>) => {
    const { checkCommand } = await import('./commands/check.ts');
    process.exitCode = await checkCommand(paths, options);
  });

where(program.command('text'))
  .description('a filter: each line of standard input translated to one line of standard output')
  .option('--explain', 'print every stage of the built-in engine')
  .action(async (options: Record<string, unknown>) => {
    const { textCommand } = await import('./commands/text.ts');
    process.exitCode = await textCommand(options);
  });

program.command('segments')
  .description('the segments of an article as JSON Lines')
  .argument('[file]', 'an article')
  .option('--config <file>', 'settings file (default: padan.yaml)')
  .option('--plain', 'standard input, a paragraph a line, to a JSON array of sentences a line')
  .action(async (file: string | undefined, options: Record<string, unknown>) => {
    const { segmentsCommand } = await import('./commands/segments.ts');
    process.exitCode = await segmentsCommand(file, options);
  });

program.command('init')
  .description('lay down padan.yaml, glossary/terms.csv and a sample article in this folder')
  .action(async () => {
    const { initCommand } = await import('./commands/init.ts');
    process.exitCode = await initCommand();
  });

// A reader that closes our output early (padan … | head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  // Commander has said what was wrong; help and version end well.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Error && error.name === 'AbortError') return 130;
  if (error instanceof PadanError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  process.stderr.write(`This is a fault of Padan's, and not of your text. Please report it with these lines:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 70;
}
