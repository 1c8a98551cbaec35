/**
 * No word, phrase or sentence stands twice in the English. Indonesian doubles words to say a plural, English does not.
 *
 * @silent Anak-anak itu pulang. | The children went home.
 * @silent Ia tahu bahwa itu benar. | The judge knew that that was true.
 * @silent "Naik, naik," teriak mereka. | "Up, up," they shouted.
 * @finding Harga naik lagi. | Prices rose rose again. | Unexpected “rose rose”, expected “rose”
 * @finding Kapal itu tiba malam hari. | The ship came at night at night. | Unexpected “at night at night”, expected “at night”
 * @finding Guru itu membuka buku. | The teacher opened it. The teacher opened it. | Unexpected “The teacher opened it.” twice, expected it once
 */

import type { Finding } from '../model.ts';
import type { Check } from './pair.ts';
import { type Word, lowerWordsOf, wordsOf } from './words.ts';

/** Words that English does double. */
const MAY_DOUBLE = new Set(['that', 'had', 'very', 'so', 'no', 'bye', 'ha', 'so-so']);
const LONGEST = 12;

export const repetition: Check = {
  rule: 'repetition',
  check({ indonesian, english }) {
    const again = sentenceTwice(indonesian, english);
    return again.length > 0 ? again : phraseTwice(indonesian, english);
  },
};

function sentenceTwice(indonesian: string, english: string): readonly Finding[] {
  const found = [...english.matchAll(/[^.!?]+[.!?]*/gu)];
  if (found.length < 2) return [];
  const sentences = found.map(({ 0: text, index }) => ({ text: text.trim(), key: keyOf(text), start: index + text.length - text.trimStart().length }));
  const own = (indonesian.match(/[^.!?]+/gu) ?? []).map(keyOf).filter((key) => key !== '');
  // What is said twice in Indonesian may be in English.
  if (new Set(own).size < own.length) return [];
  const seen = new Set<string>();
  return sentences.flatMap(({ text, key, start }): Finding[] => {
    if (key.split(' ').length < 2 || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ rule: 'repetition', message: `Unexpected “${text.replace(/[;|]/g, ',').replaceAll('//', '/')}” twice, expected it once`, actual: text, start, end: start + text.length }];
  });
}

function phraseTwice(indonesian: string, english: string): readonly Finding[] {
  const words = wordsOf(english);
  const keys = lowerWordsOf(english);
  const findings: Finding[] = [];
  for (let n = 0; n < words.length; n += 1) {
    const length = repeatAt(keys, n);
    const [first, middle, last] = [words[n], words[n + length - 1], words[n + 2 * length - 1]];
    if (length === 0 || first === undefined || middle === undefined || last === undefined) continue;
    const end = last.start + last.text.length;
    const found = english.slice(first.start, end);
    if (!isFault(length, english, middle, words[n + length]) || indonesian.includes(found) || (length > 1 && repeats(indonesian))) continue;
    const expected = english.slice(first.start, middle.start + middle.text.length);
    findings.push({ rule: 'repetition', message: `Unexpected “${found}”, expected “${expected}”`, actual: found, expected, start: first.start, end });
    n += 2 * length - 1;
  }
  return findings;
}

/** How many words from `n` on are said again right behind; 0 where none are. */
function repeatAt(keys: readonly string[], n: number): number {
  for (let length = 1; length <= LONGEST && n + 2 * length <= keys.length; length += 1) {
    if (keys[n] !== keys[n + length]) continue;
    let same = 1;
    while (same < length && keys[n + same] === keys[n + length + same]) same += 1;
    if (same === length && !(length === 1 && MAY_DOUBLE.has(keys[n] ?? ''))) return length;
  }
  return 0;
}

/** One word must be doubled with blanks alone between; a phrase may have a comma there. Figures repeat in scores and lists. */
function isFault(length: number, english: string, before: Word, after: Word | undefined): boolean {
  const between = english.slice(before.start + before.text.length, after?.start);
  return length === 1 ? /^\s+$/u.test(between) : /^,?\s+$/u.test(between) && !/^(?:and|by|to|after|or|in|over|for|on|upon)$/iu.test(before.text);
}

/** Whether the Indonesian itself says words twice, a doubled word (`anak-anak`) not counted. */
function repeats(indonesian: string): boolean {
  const keys = lowerWordsOf(indonesian);
  return keys.some((_, n) => repeatAt(keys, n) > 0 || (keys[n] === keys[n + 2] && keys[n + 1] === 'dan'));
}

function keyOf(text: string): string {
  return wordsOf(text).map((word) => word.text.toLowerCase()).join(' ');
}
