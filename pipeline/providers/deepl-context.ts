/** The `context` of a DeepL request: one text for all of its segments, unbilled, never translated. */

import type { Job } from '../ports.ts';
import { wordsOf } from './split-tags.ts';

/**
 * The passage that `jobs` come from, as plain words: their own sentences and their neighbours, each
 * once. DeepL lays it round every text of the request, so it is given only where it is true of every
 * one: where each segment shares a sentence with those before it. Segments of two articles, or of two
 * ends of one, have none.
 *
 * @returns undefined where there is no such passage, or none beyond the one text.
 */
export function contextOf(jobs: readonly Job[]): string | undefined {
  const passage: string[] = [];
  for (const { text, context: { before, after } } of jobs) {
    const own = [before, wordsOf(text), after].map(plain).filter((sentence) => sentence !== '');
    const last = passage.slice(-3);
    if (last.length > 0 && !own.some((sentence) => last.includes(sentence))) return undefined;
    passage.push(...own.filter((sentence) => !last.includes(sentence)));
  }
  return passage.length > 1 ? passage.join(' ') : undefined;
}

/** Sealed pieces are no words: neither as nothing in tagged text nor as the object character in plain text. */
function plain(sentence: string): string {
  return sentence.replaceAll('\uFFFC', '').replace(/\s+/gu, ' ').trim();
}
