/**
 * The English ends as the Indonesian does: full stop, question mark, exclamation mark, colon, or nothing.
 * Closing quotes and brackets are looked through.
 *
 * @silent Siapa yang datang? | Who came?
 * @silent "Kami siap." | "We are ready."
 * @finding Siapa yang datang? | Who came. | Unexpected ending “.”, expected “?”
 * @finding Harga naik. | Prices rose | Unexpected ending without a mark, expected “.”
 */

import type { Check } from './pair.ts';

export const ending: Check = {
  rule: 'ending',
  check({ indonesian, english }) {
    const expected = endOf(indonesian);
    const actual = endOf(english);
    if (actual === expected) return [];
    const shown = (end: string): string => (end === '' ? 'without a mark' : `“${end}”`);
    return [{ rule: 'ending', message: `Unexpected ending ${shown(actual)}, expected ${expected === '' ? 'none' : `“${expected}”`}`, actual, expected }];
  },
};

const CLOSING = /["'”’»)\]\s]/u;

/** The mark that ends the sentence; an abbreviation's full stop and a sentence's are one. */
function endOf(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSING.test(text.charAt(end - 1))) end -= 1;
  const bare = text.slice(0, end);
  const last = bare.at(-1) ?? '';
  if (bare.endsWith('...') || last === '…') return '…';
  return '.?!:'.includes(last) ? last : '';
}
