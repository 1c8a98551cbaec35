/**
 * What is quoted stays quoted: as many quotations as in the Indonesian, each closed. An apostrophe is no quote.
 *
 * @silent "Kami siap," kata dia. | "We are ready," the official said.
 * @silent “Kami siap,” kata dia. | "We are ready," the official said.
 * @silent "Ia disebut "raja" di sana." | The man is called "king" there.
 * @finding "Kami siap," kata dia. | We are ready, the official said. | Unexpected 0 quotation marks, expected 2
 * @finding "Kami siap," kata dia. | "We are ready, the official said. | Unexpected 1 quotation mark, expected 2
 */

import type { Check } from './pair.ts';

export const quotes: Check = {
  rule: 'quotes',
  check({ indonesian, english }) {
    const expected = count(indonesian);
    const actual = count(english);
    if (actual === expected || (isWrapped(indonesian) && (actual === expected - 2 || actual === expected - 1))) return [];
    return [{
      rule: 'quotes',
      message: `Unexpected ${actual} quotation mark${actual === 1 ? '' : 's'}, expected ${expected}`,
      actual: String(actual),
      expected: String(expected),
    }];
  },
};

/**
 * Marks round the whole that tables leave behind: `"Ia disebut "raja" di sana."` opens a quotation of the same marks
 * inside one, which nobody writes.
 */
function isWrapped(text: string): boolean {
  return /^\s*"[^"]*(?<=[\s(])"(?=[\p{L}\p{N}])[^]*"\s*$/u.test(text);
}

/** Double quotation marks of all shapes, and single ones that stand where a word begins or ends as a pair. */
function count(text: string): number {
  const double = text.match(/["“”„«»]/gu)?.length ?? 0;
  const single = text.match(/(?<![\p{L}\p{N}])['‘][^'’‘]{1,200}['’](?![\p{L}\p{N}])/gu)?.length ?? 0;
  return double + single * 2;
}
