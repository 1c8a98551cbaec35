/**
 * A figure keeps its unit. What the figure itself has become is for the check of numbers to say.
 *
 * @silent Jaraknya 5 km. | The distance is 5 kilometers.
 * @silent Ia tinggal di sana tiga tahun. | The family lived there for three years.
 * @finding Jaraknya 5 kilometer. | The distance is 5 miles. | Unexpected 5 miles, expected 5 kilometers
 * @finding Beratnya 12 kilogram. | It weighs 12. | Unexpected 12, expected 12 kilograms
 */

import { writeValue } from '../values/write.ts';
import type { Check } from './pair.ts';
import { unitSwaps } from './values.ts';

export const units: Check = {
  rule: 'units',
  check: (pair) =>
    unitSwaps(pair).map(({ missing, extra }) => {
      const expected = writeValue(missing, 'en', pair.style);
      return { rule: 'units', message: `Unexpected ${extra.text}, expected ${expected}`, actual: extra.text, expected, start: extra.start, end: extra.end };
    }),
};
