// Compiles pipeline/ into dist/ and lays the data files beside the code that reads them.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { createRequire } from 'node:module';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
cpSync('pipeline', 'dist', { recursive: true, filter: (path) => extname(path) !== '.ts' });
// The text files stay the source; what is compiled from them loads without being parsed.
const [{ compileData }, { COMPILED }] = await Promise.all([import('../dist/builtin/compile.js'), import('../dist/builtin/data.js')]);
writeFileSync(`dist/builtin/data/${COMPILED}`, compileData());
chmodSync('dist/cli.js', 0o755);
