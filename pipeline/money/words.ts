/** Sums as people read them. */

import { decimalsOf, type Picos, picosOf } from './dollars.ts';

const CENT = 10n ** 10n;

/** `$5.00`, `$0.0123`, `$0.000041`: to cents where it is whole cents, finer the smaller it is; rounded up. */
export function inDollars(amount: Picos | number): string {
  // A sum of floats may lie a hair above what was meant.
  const picos = typeof amount === 'number' ? picosOf(amount, 'down') : amount;
  return `$${decimalsOf(picos, picos >= CENT ? 4 : 6).replace(/(\.\d\d)(?:00)+$/, '$1')}`;
}

/** A range: `$0.12 to $0.31`, or one sum where both read alike. */
export function rangeInDollars({ least, most }: { readonly least: number; readonly most: number }): string {
  return inDollars(least) === inDollars(most) ? inDollars(most) : `${inDollars(least)} to ${inDollars(most)}`;
}
