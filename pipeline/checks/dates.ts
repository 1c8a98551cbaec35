/**
 * Dates stay the same day: an Indonesian date in figures is day/month/year. A weekday that the English adds is that of its date.
 *
 * @silent Ia berbicara pada Jumat (8/7/2022). | The minister spoke on Friday (July 8, 2022).
 * @silent Aturan itu terbit 30 Juni 2022. | The rule was issued on 30 June 2022.
 * @silent Aturan itu terbit 30 Juni 2022. | The rule was issued on Thursday, June 30, 2022.
 * @finding Ia berbicara pada Jumat (8/7/2022). | The minister spoke on Friday. | date Jumat (8/7/2022) is missing, expected Friday (July 8, 2022)
 * @finding Aturan itu terbit 30 Juni 2022. | The rule was issued on July 30, 2022. | Unexpected July 30, 2022, expected June 30, 2022
 * @finding Aturan itu terbit 30 Juni 2022. | The rule was issued on Monday, June 30, 2022. | Unexpected Monday, June 30, 2022, expected Thursday, June 30, 2022
 */

import type { Finding } from '../model.ts';
import { weekdayOf } from '../values/calendar.ts';
import { findValues, flatten } from '../values/values.ts';
import { writeValue } from '../values/write.ts';
import type { Check, Pair } from './pair.ts';
import { valueFindings } from './values.ts';

export const dates: Check = {
  rule: 'dates',
  check(pair) {
    const findings = valueFindings(pair, 'dates', 'date', ({ kind }) => kind === 'date');
    return findings.length > 0 ? findings : wrongWeekdays(pair);
  },
};

/** A weekday that is not that of its date. Where the Indonesian names the same one, the fault is not the English's. */
function wrongWeekdays({ indonesian, english, style }: Pair): readonly Finding[] {
  if (!/day\b/.test(english)) return [];
  const named = new Set(flatten(findValues(indonesian, 'id')).map((value) => (value.kind === 'date' ? value.weekday : undefined)));
  return flatten(findValues(english, 'en')).flatMap((value): Finding[] => {
    if (value.kind !== 'date' || value.weekdayFits !== false || value.year === undefined || value.month === undefined || value.day === undefined || named.has(value.weekday)) return [];
    const expected = writeValue({ ...value, weekday: weekdayOf(value.year, value.month, value.day) }, 'en', style);
    return [{ rule: 'dates', message: `Unexpected ${value.text}, expected ${expected}`, actual: value.text, expected, start: value.start, end: value.end }];
  });
}
