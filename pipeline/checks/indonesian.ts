/** Which words are Indonesian and nothing else: function words and the commonest words of the news. */

import { readFileSync } from 'node:fs';

/** Whether `word` (lower case) is one of them; none is an English word as well. */
export function isIndonesian(word: string): boolean {
  words ??= new Set(
    readFileSync(new URL('./data/indonesian-words.txt', import.meta.url), 'utf8')
      .split(/\r?\n/)
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split(' '))
      .filter((word) => word !== ''),
  );
  return words.has(word);
}

let words: ReadonlySet<string> | undefined;

export interface Word {
  readonly text: string;
  readonly start: number;
}

/** The words of a text, hyphens and apostrophes inside them included. */
export function wordsOf(text: string): readonly Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)) found.push({ text: match[0], start: match.index });
  return found;
}
