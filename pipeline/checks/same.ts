/**
 * The English is not the Indonesian over again. Names, numbers and loanwords are the same in both
 * languages: it takes an Indonesian word to make a finding.
 *
 * @silent TikTok, Instagram, YouTube | TikTok, Instagram, YouTube
 * @silent Video viral | Video viral
 * @finding Harga beras naik. | Harga beras naik. | Unexpected English equal to the Indonesian, expected a translation
 */

import type { Check } from './pair.ts';
import { isIndonesian } from './indonesian.ts';
import { runsOf, wordsOf } from './words.ts';

export const same: Check = {
  rule: 'same',
  check({ indonesian, english }) {
    // Nearly all differ in their first word.
    if (runsOf(indonesian)[0]?.text !== runsOf(english)[0]?.text || plain(indonesian) !== plain(english)) return [];
    const words = wordsOf(indonesian).map(({ text }) => text);
    const telling = words.some((word) => isIndonesian(word.toLowerCase()));
    return telling ? [{ rule: 'same', message: 'Unexpected English equal to the Indonesian, expected a translation', actual: english }] : [];
  },
};

function plain(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, ' ').trim().toLowerCase();
}
