// Compiles pipeline/ into dist/ and lays the data files beside the code that reads them.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync } from 'node:fs';
import { extname } from 'node:path';
import { createRequire } from 'node:module';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
cpSync('pipeline', 'dist', { recursive: true, filter: (path) => extname(path) !== '.ts' });
chmodSync('dist/cli.js', 0o755);
