/** Lists of phrases: their items go without articles. */

import type { Unit } from './kinds.ts';
import { parsePhrase, startsPhrase } from './noun-phrases.ts';
import type { NounPhrase } from './phrase-parts.ts';

/** Whether the phrase at `at` is one of three things or more, side by side: `beras, selimut, dan obat`. `last`: the phrase before. */
export function inList(units: readonly Unit[], at: number, last: NounPhrase | undefined, { to, head }: NounPhrase): boolean {
  const comma = (index: number): boolean => units[index]?.lower === ',';
  const and = (index: number): boolean => /^(?:dan|atau|serta)$/.test(units[index]?.lower ?? '');
  const behind = last !== undefined && ((last.to === at - 1 && (comma(at - 1) || and(at - 1))) || (last.to === at - 2 && comma(at - 2) && and(at - 1)));
  // `Mekkah, kota suci, …`: a name and what it is.
  if (behind && units[last.head ?? -1]?.reading.pos === 'name' && units[head ?? -1]?.reading.pos !== 'name' && comma(at - 1) && !(comma(to) && and(to + 1))) return false;
  if (behind) return units.slice(Math.max(0, last.from - 1), at).some(({ lower }) => lower === ',');
  if (!comma(to) || !startsPhrase(units, to + 1)) return false;
  const next = parsePhrase(units, to + 1).to;
  return and(next) || (comma(next) && (and(next + 1) || startsPhrase(units, next + 1)));
}
