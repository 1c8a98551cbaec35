/**
 * Dates stay the same day: an Indonesian date in figures is day/month/year.
 *
 * @silent Ia berbicara pada Jumat (8/7/2022). | The minister spoke on Friday (July 8, 2022).
 * @silent Aturan itu terbit 30 Juni 2022. | The rule was issued on 30 June 2022.
 * @finding Ia berbicara pada Jumat (8/7/2022). | The minister spoke on Friday. | date Jumat (8/7/2022) is missing, expected Friday (July 8, 2022)
 * @finding Aturan itu terbit 30 Juni 2022. | The rule was issued on July 30, 2022. | Unexpected July 30, 2022, expected June 30, 2022
 */

import type { Check } from './pair.ts';
import { valueFindings } from './values.ts';

export const dates: Check = {
  rule: 'dates',
  check: (pair) => valueFindings(pair, 'dates', 'date', ({ kind }) => kind === 'date'),
};
