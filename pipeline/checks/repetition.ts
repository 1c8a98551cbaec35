/**
 * No word stands twice in a row in the English. Indonesian doubles words to say a plural, English does not.
 *
 * @silent Anak-anak itu pulang. | The children went home.
 * @silent Ia tahu bahwa itu benar. | The judge knew that that was true.
 * @finding Harga naik lagi. | Prices rose rose again. | Unexpected “rose rose”, expected “rose”
 */

import type { Finding } from '../model.ts';
import { wordsOf } from './indonesian.ts';
import type { Check } from './pair.ts';

/** Words that English does double. */
const MAY_DOUBLE = new Set(['that', 'had', 'very', 'so', 'no', 'bye', 'ha', 'so-so']);

export const repetition: Check = {
  rule: 'repetition',
  check({ indonesian, english }) {
    const findings: Finding[] = [];
    const words = wordsOf(english);
    for (const [n, { text, start }] of words.entries()) {
      const before = words[n - 1];
      if (before === undefined || before.text.toLowerCase() !== text.toLowerCase() || MAY_DOUBLE.has(text.toLowerCase())) continue;
      const end = start + text.length;
      const found = english.slice(before.start, end);
      // A name or number that the source has twice is twice in English; so is what a mark stands between.
      if (!/^\s+$/u.test(english.slice(before.start + before.text.length, start)) || indonesian.includes(found)) continue;
      findings.push({ rule: 'repetition', message: `Unexpected “${found}”, expected “${before.text}”`, actual: found, expected: before.text, start: before.start, end });
    }
    return findings;
  },
};
