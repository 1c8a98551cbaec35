/**
 * Numbers, percentages, fractions, units and scores keep their value, whatever the notation.
 *
 * @silent Sebanyak 8.000 orang datang. | As many as 8,000 people came.
 * @silent Harga naik 12,5 persen. | Prices rose 12.5 percent.
 * @silent Ada 1,5 juta warga di sana. | There are 1,500,000 residents there.
 * @silent Perjalanan itu memakan waktu satu hari. | It was a day trip.
 * @silent Setahun lalu pabrik itu tutup. | The factory closed one year ago.
 * @silent Dua per tiga warga pindah pada abad ke-19 dan ke-20. | Two thirds of the residents moved in the 19th and 20th centuries.
 * @finding Sebanyak 8.000 orang datang. | As many as 80,000 people came. | Unexpected 80,000, expected 8,000
 * @finding Harga naik 12,5 persen. | Prices rose 125 percent. | Unexpected 125 percent, expected 12.5 percent
 * @finding Ada tiga ekor gajah dan 12 harimau. | There are three elephants and tigers. | number 12 is missing, expected 12
 */

import type { Check } from './pair.ts';
import { valueFindings } from './values.ts';

export const numbers: Check = {
  rule: 'numbers',
  check: (pair) => valueFindings(pair, 'numbers', 'number', ({ kind }) => kind !== 'money' && kind !== 'date' && kind !== 'time'),
};
