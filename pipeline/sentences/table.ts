/** Reads a data file of this folder: tab-separated, `#` begins a comment line. */

import { readFileSync } from 'node:fs';

/** The first two columns of every row. */
export function readTable(name: string): readonly (readonly [string, string])[] {
  const rows: (readonly [string, string])[] = [];
  for (const line of readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8').split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const [first, second] = line.split('\t');
    if (first === undefined || second === undefined || second === '') throw new Error(`${name}: unexpected line \`${line}\`, expected columns parted by tabs`);
    rows.push([first, second]);
  }
  return rows;
}
