/**
 * The English is not the Indonesian over again. Names, numbers and loanwords are the same in both
 * languages: it takes an Indonesian word to make a finding.
 *
 * @silent TikTok, Instagram, YouTube | TikTok, Instagram, YouTube
 * @silent Video viral | Video viral
 * @finding Harga beras naik. | Harga beras naik. | Unexpected English equal to the Indonesian, expected a translation
 */

import type { Check } from './pair.ts';
import { isIndonesian, wordsOf } from './indonesian.ts';

export const same: Check = {
  rule: 'same',
  check({ indonesian, english }) {
    if (plain(indonesian) !== plain(english)) return [];
    const words = wordsOf(indonesian).map(({ text }) => text);
    const telling = words.some((word) => isIndonesian(word.toLowerCase()));
    return telling ? [{ rule: 'same', message: 'Unexpected English equal to the Indonesian, expected a translation', actual: english }] : [];
  },
};

function plain(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, ' ').trim().toLowerCase();
}
