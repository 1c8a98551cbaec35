/** Terms for tests: a glossary of `term,translation` rows with more columns where they are named. */

import { createMatcher, type Matcher } from '../../pipeline/terms/matcher.ts';
import type { Term } from '../../pipeline/terms/term.ts';
import { readTermbase } from '../../pipeline/terms/termbase.ts';

export function makeTerms(columns: string, ...rows: readonly string[]): readonly Term[] {
  return readTermbase([columns, ...rows].join('\n'), 'terms.csv').terms;
}

export function makeMatcher(columns: string, ...rows: readonly string[]): Matcher {
  return createMatcher(makeTerms(columns, ...rows));
}
