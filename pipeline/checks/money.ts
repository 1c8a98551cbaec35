/**
 * Amounts of money keep currency and value.
 *
 * @silent Nilainya Rp1,5 triliun. | It is worth Rp1.5 trillion.
 * @silent Ia membayar 3 juta dolar AS. | The buyer paid $3 million.
 * @finding Nilainya Rp2 miliar. | It is worth Rp2 million. | Unexpected Rp2 million, expected Rp2 billion
 * @finding Nilainya Rp2 miliar. | It is worth a lot. | amount Rp2 miliar is missing, expected Rp2 billion
 */

import type { Check } from './pair.ts';
import { valueFindings } from './values.ts';

export const money: Check = {
  rule: 'money',
  check: (pair) => valueFindings(pair, 'money', 'amount', ({ kind }) => kind === 'money'),
};
