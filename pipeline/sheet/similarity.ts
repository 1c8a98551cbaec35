/** How alike two sentences are, 0 to 1. */

import { distance } from 'fastest-levenshtein';

/** Longer texts are compared by their words alone: edit distance costs the product of the lengths. */
const LONG = 600;
/** Sentences with fewer words in common than this are not worth an edit distance, short ones aside. */
const FEW_WORDS_IN_COMMON = 0.2;
const SHORT = 40;

/**
 * Gives a function that compares: the greater of the share of words in common (Dice, so that an
 * added clause counts little) and of letters in place (edit distance, so that a suffix counts
 * little). It remembers the words of each text that it has seen.
 */
export function similarity(): (a: string, b: string) => number {
  const seen = new Map<string, ReadonlyMap<string, number>>();
  const wordsOf = (text: string): ReadonlyMap<string, number> => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const words = new Map<string, number>();
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    seen.set(text, words);
    return words;
  };
  return (a, b) => {
    if (a === b) return 1;
    const words = dice(wordsOf(a), wordsOf(b));
    const longest = Math.max(a.length, b.length);
    const worthIt = longest <= LONG && (words >= FEW_WORDS_IN_COMMON || longest <= SHORT);
    return worthIt ? Math.max(words, 1 - distance(a, b) / longest) : words;
  };
}

function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  let total = 0;
  for (const [word, count] of a) {
    common += Math.min(count, b.get(word) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}
