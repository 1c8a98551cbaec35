/**
 * A sentence has an English with words in it.
 *
 * @silent Harga beras naik. | Rice prices rose.
 * @finding Harga beras naik. | … | Unexpected English without a word, expected a translation
 */

import type { Check } from './pair.ts';

export const empty: Check = {
  rule: 'empty',
  check: ({ indonesian, english }) =>
    HAS_WORD.test(indonesian) && !HAS_WORD.test(english)
      ? [{ rule: 'empty', message: 'Unexpected English without a word, expected a translation' }]
      : [],
};

const HAS_WORD = /[\p{L}\p{N}\uFFFC]/u;
