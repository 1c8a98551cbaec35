/** Which words are Indonesian and nothing else: function words and the commonest words of the news. */

import { wordList } from './word-lists.ts';

/** Whether `word` (lower case) is one of them; none is an English word as well. */
export const isIndonesian = wordList('indonesian-words.txt');

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
