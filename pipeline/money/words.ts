/** Sums as people read them. */

import { decimalsOf, type Picos, picosOf } from './dollars.ts';

const CENT = 10n ** 10n;

/** `$5.00`, `$0.0123`, `$0.000041`: rounded up, to cents where it is whole cents, finer the smaller it is. */
export function inDollars(amount: Picos | number): string {
  const picos = typeof amount === 'number' ? picosOf(amount, 'up') : amount;
  const places = picos % CENT === 0n ? 2 : picos >= CENT ? 4 : 6;
  return `$${decimalsOf(picos, places)}`;
}

/** A range: `$0.12 to $0.31`, or one sum where both are the same. */
export function rangeInDollars({ least, most }: { readonly least: number; readonly most: number }): string {
  return inDollars(least) === inDollars(most) ? inDollars(most) : `${inDollars(least)} to ${inDollars(most)}`;
}
