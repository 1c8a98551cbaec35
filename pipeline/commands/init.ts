/** `padan init`: what a newcomer needs in an empty folder. Nothing that is there is touched. */

import { copyFile, mkdir, access } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files of the package, laid down under the same names. */
const LAID_DOWN = ['padan.yaml', 'glossary/terms.csv', 'input/contoh.txt'] as const;

export async function initCommand(): Promise<number> {
  for (const name of LAID_DOWN) {
    const from = new URL(name === 'glossary/terms.csv' ? '../../glossary/terms.csv' : `./init/${name}`, import.meta.url);
    const to = join(process.cwd(), name);
    if (await isThere(to)) {
      process.stderr.write(`${name} is there already: left as it is\n`);
      continue;
    }
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
    process.stderr.write(`${name} laid down\n`);
  }
  process.stderr.write('Now put articles into input/ and run: npx padan translate\n');
  return 0;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
