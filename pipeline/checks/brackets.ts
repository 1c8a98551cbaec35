/**
 * Brackets are closed in the English, and there are as many pairs as in the Indonesian.
 *
 * @silent Lembaga itu (KPK) bergerak. | The agency (KPK) moved.
 * @silent Ia tersenyum :) lalu pergi. | The child smiled :) and left.
 * @finding Lembaga itu (KPK) bergerak. | The agency (KPK moved. | Unexpected “(” without its partner, expected “)”
 * @finding Lembaga itu (KPK) bergerak. | The agency KPK moved. | Unexpected 0 pairs of (), expected 1
 */

import type { Finding } from '../model.ts';
import type { Check } from './pair.ts';

const PAIRS = [['(', ')'], ['[', ']'], ['{', '}']] as const;

export const brackets: Check = {
  rule: 'brackets',
  check: ({ indonesian, english, uses }) =>
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
      const more = uses.reduce((sum, use) => sum + count(use.target, open), 0);
      return target[0] >= source[0] && target[0] <= source[0] + more
        ? []
        : [{ rule: 'brackets', message: `Unexpected ${target[0]} pairs of ${open}${close}, expected ${source[0]}`, actual: String(target[0]), expected: String(source[0]) }];
    }),
};

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
