/** Several glossary files: of two rows with one spelling, that of the later file holds. The matcher sees to texts; this is for lists. */

import { claimsOf, collide, wordsKey } from './clashes.ts';
import type { Term } from './term.ts';

/** `terms` without the rows whose own spelling a row of a later file has on all days. Linear in the rows. */
export function withoutOutranked(terms: readonly Term[]): readonly Term[] {
  const always = new Map<string, Term[]>();
  for (const term of terms) {
    if (term.from !== undefined || term.until !== undefined) continue;
    for (const { spelling } of claimsOf(term)) {
      const key = wordsKey(spelling);
      always.set(key, [...(always.get(key) ?? []), term]);
    }
  }
  return terms.filter((term) => {
    const own = { term, spelling: term.term, column: 'term' as const };
    const over = always.get(wordsKey(term.term))?.filter(({ rank }) => rank > term.rank) ?? [];
    return !over.some((other) => claimsOf(other).some((claim) => wordsKey(claim.spelling) === wordsKey(term.term) && collide(own, claim)));
  });
}
