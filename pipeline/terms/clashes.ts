/** What is wrong between rows of the glossary: two that claim the same words on the same day. */

import type { Column, Term } from './term.ts';
import { readWords } from './words.ts';

export interface Place {
  readonly line: number;
  readonly column: Column;
}

/** One fault for each spelling that an earlier row already holds. Linear in the rows. */
export function clashes(terms: readonly Term[]): readonly (Place & { readonly message: string })[] {
  const held = new Map<string, Claim[]>();
  const faults: (Place & { message: string })[] = [];
  const claim = (term: Term, spelling: string, column: 'term' | 'variants'): void => {
    const key = wordsKey(spelling);
    const claims = held.get(key);
    if (claims === undefined) {
      held.set(key, [{ term, spelling, column }]);
      return;
    }
    const other = claims.find((earlier) => collide(earlier, { term, spelling, column }));
    if (other === undefined) claims.push({ term, spelling, column });
    else if (other.term !== term) faults.push({ line: term.line, column, message: wording(spelling, column, other) });
  };
  for (const term of terms) claim(term, term.term, 'term');
  for (const term of terms) for (const variant of term.variants) claim(term, variant, 'variants');
  return faults;
}

/** A spelling that a row has. */
export interface Claim {
  readonly term: Term;
  readonly spelling: string;
  readonly column: 'term' | 'variants';
}

/** The spellings of a row, its own before its variants. */
export function claimsOf(term: Term): readonly Claim[] {
  return [{ term, spelling: term.term, column: 'term' }, ...term.variants.map((spelling): Claim => ({ term, spelling, column: 'variants' }))];
}

/** Equal for spellings of the same words, whatever their case, with blanks or hyphens between. */
export function wordsKey(spelling: string): string {
  const { folds, marks } = readWords(spelling);
  return folds.map((fold, n) => (marks[n] ?? '') + fold).join(' ');
}

/** The same days and the same words. `Menteri` beside `menteri` is no clash: the nearer spelling wins. */
export function collide(a: Claim, b: Claim): boolean {
  if (!shareDays(a.term, b.term)) return false;
  return (isAnyCase(a) && isAnyCase(b)) || a.spelling === b.spelling;
}

/** Whether there is a day on which both rows hold. */
export function shareDays(a: Term, b: Term): boolean {
  return (a.until ?? LAST) >= (b.from ?? '') && (b.until ?? LAST) >= (a.from ?? '');
}

const LAST = '9999-12-31';

function isAnyCase({ term, spelling }: Claim): boolean {
  return term.match === 'any' || (term.match === 'smart' && spelling === spelling.toLowerCase());
}

function wording(spelling: string, column: Column, other: Claim): string {
  const where = `line ${other.term.line} has it as ${other.column === 'term' ? 'its term' : 'a variant'}`;
  return `Unexpected "${spelling}" in column ${column}, expected a spelling of its own, for ${where} on the same days (join the rows, or part them by from and until)`;
}
