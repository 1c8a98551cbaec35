/** Words that American and British English spell in two ways. */

import { readFileSync } from 'node:fs';

export type Variety = 'american' | 'british';

/** The spelling of `word` (small letters) in `variety` where the other variety has another one; else undefined. */
export function spelt(word: string, variety: Variety): string | undefined {
  tables ??= readTables();
  return tables[variety].get(word);
}

/** `text` with each word in small letters spelt as in `variety`. */
export function spellIn(text: string, variety: Variety): string {
  return text.replace(/(?<![\p{L}\p{N}@#/._-])\p{Ll}+(?![\p{L}\p{N}@/_]|\.\p{L})/gu, (word) => spelt(word, variety) ?? word);
}

let tables: Readonly<Record<Variety, ReadonlyMap<string, string>>> | undefined;

function readTables(): Readonly<Record<Variety, ReadonlyMap<string, string>>> {
  const rows = readFileSync(new URL('./varieties.tsv', import.meta.url), 'utf8').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
  const table = (from: number, to: number): ReadonlyMap<string, string> => new Map(rows.map((row) => [row[from] ?? '', row[to] ?? '']));
  return { american: table(1, 0), british: table(0, 1) };
}
