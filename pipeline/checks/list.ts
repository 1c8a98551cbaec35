/** All checks but that of terms, which looks at the glossary's uses. */

import type { Finding } from '../model.ts';
import { addresses } from './addresses.ts';
import { brackets } from './brackets.ts';
import { characters } from './characters.ts';
import { dates } from './dates.ts';
import { empty } from './empty.ts';
import { ending } from './ending.ts';
import { forms } from './forms.ts';
import { leftOver } from './left-over.ts';
import { length } from './length.ts';
import { markup } from './markup.ts';
import { money } from './money.ts';
import { names } from './names.ts';
import { negation } from './negation.ts';
import { numbers } from './numbers.ts';
import { omission } from './omission.ts';
import type { Check, Pair } from './pair.ts';
import { pronouns } from './pronouns.ts';
import { quotes } from './quotes.ts';
import { repetition } from './repetition.ts';
import { same } from './same.ts';
import { houseStyle } from './house-style.ts';
import { times } from './times.ts';
import { units } from './units.ts';

/** In the order in which a reader should see their findings. */
export const CHECKS: readonly Check[] = [
  empty, same, leftOver, numbers, units, money, dates, times, names, addresses, negation, markup, repetition,
  omission, pronouns, characters, quotes, brackets, forms, houseStyle, length, ending,
];

/** What all checks say of a pair. Where there is no English to speak of, the others have nothing to add. */
export function runChecks(pair: Pair): readonly Finding[] {
  for (const check of [empty, same]) {
    const findings = check.check(pair);
    if (findings.length > 0) return findings;
  }
  return CHECKS.slice(2).flatMap(({ check }) => check(pair));
}
