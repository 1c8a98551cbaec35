/**
 * Brackets are closed in the English, and there are as many pairs as in the Indonesian.
 *
 * @silent Lembaga itu (KPK) bergerak. | The agency (KPK) moved.
 * @silent Ia tersenyum :) lalu pergi. | The child smiled :) and left.
 * @silent Siti (23) tinggal di sana. | Siti, 23, lives there.
 * @finding Lembaga itu (KPK) bergerak. | The agency (KPK moved. | Unexpected “(” without its partner, expected “)”
 * @finding Lembaga itu (KPK) bergerak. | The agency KPK moved. | Unexpected 0 pairs of (), expected 1
 */

import type { Finding } from '../model.ts';
import type { Check } from './pair.ts';

const PAIRS = [['(', ')'], ['[', ']'], ['{', '}']] as const;

const ANY = /[()[\]{}]/u;

/** An age or a date, which English may set between commas: `Siti (23)`, `Jumat (8/7/2022)`. */
const FIGURES = /\([\d/.]+\)/gu;
/** What is spelled out may have its short form behind it. */
const ACRONYM = /\(\p{Lu}[\p{L}\p{N}-]{1,12}\)/gu;

export const brackets: Check = {
  rule: 'brackets',
  check: ({ indonesian, english, uses }) => !ANY.test(indonesian) && !ANY.test(english) ? [] :
    PAIRS.flatMap(([open, close]): readonly Finding[] => {
      const source = [count(indonesian, open), count(indonesian, close)] as const;
      // Where the source itself is uneven (a list marker, a smile), the English may be.
      if (source[0] !== source[1]) return [];
      const target = [count(english, open), count(english, close)] as const;
      if (target[0] !== target[1]) {
        const [found, wanted] = target[0] > target[1] ? [open, close] : [close, open];
        return [{ rule: 'brackets', message: `Unexpected “${found}” without its partner, expected “${wanted}”` }];
      }
      // A first mention brings a short name in brackets with it.
      const more = uses.reduce((sum, use) => sum + count(use.target, open), 0) + (english.match(ACRONYM) ?? []).filter((text) => indonesian.includes(text.slice(1, -1)) && !indonesian.includes(text)).length;
      const fewer = open === '(' ? (indonesian.match(FIGURES)?.length ?? 0) : 0;
      return target[0] >= source[0] - fewer && target[0] <= source[0] + more
        ? []
        : [{ rule: 'brackets', message: `Unexpected ${target[0]} pairs of ${open}${close}, expected ${source[0]}`, actual: String(target[0]), expected: String(source[0]) }];
    }),
};

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
