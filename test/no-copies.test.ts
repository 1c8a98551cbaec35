import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared');
const LENGTH = 8;

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function* sequences(text: string): Generator<string> {
  const words = wordsOf(text);
  for (let at = 0; at + LENGTH <= words.length; at += 1) yield words.slice(at, at + LENGTH).join(' ');
}

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !/^(?:node_modules|dist|coverage|\.git|\.padan)$/.test(entry.name)) yield* filesIn(path);
    else if (entry.isFile() && /\.(?:ts|mjs|md|txt|tsv|csv|yaml|yml|json|jsonl|html)$/.test(entry.name) && entry.name !== 'package-lock.json') yield path;
  }
}

/** Eight words in a row of the sentences that we measure on, and of the real articles. */
function known(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const folder of ['eval', 'articles']) {
    for (const name of readdirSync(join(shared, folder)).filter((file) => /\.(?:id|en|txt)$/.test(file))) {
      for (const line of readFileSync(join(shared, folder, name), 'utf8').split('\n')) for (const sequence of sequences(line)) found.add(sequence);
    }
  }
  return found;
}

test('sequences of eight words are found where they stand', () => {
  expect([...sequences('Satu dua, tiga empat; lima enam tujuh delapan sembilan.')]).toEqual(['satu dua tiga empat lima enam tujuh delapan', 'dua tiga empat lima enam tujuh delapan sembilan']);
});

test.skipIf(!existsSync(join(shared, 'eval')))('no sentence that we measure on stands in the repository: no eight words in a row are the same', () => {
  const sentences = known();
  expect(sentences.size).toBeGreaterThan(100_000);
  const copied = [...filesIn(root)].flatMap((path) => readFileSync(path, 'utf8').split('\n').flatMap((line, n) => {
    const first = [...sequences(line)].find((sequence) => sentences.has(sequence));
    return first === undefined ? [] : [`${path.slice(root.length)}:${n + 1}: ${first}`];
  }));
  expect(copied).toEqual([]);
});
