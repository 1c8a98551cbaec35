/** Numbers, dates, money and times of the source by value, as the house's one parser reads them. */

import { findValues } from '../values/values.ts';
import { type ValueStyle, writeValue } from '../values/write.ts';

export interface ValueSpan {
  readonly start: number;
  readonly end: number;
  readonly english: string;
  /** `english` by the rules of the house. */
  readonly styled: string;
  /** `number`, `percent`, `money`, `date` … */
  readonly value: string;
}

/** `lima hari kerja` counts working days. */
const OTHER_DAYS = /^ (?:kerja|libur)(?![\p{L}-])/u;

/** The values of `text` with their English; what may be a plain word (`salah satu`, `kedua`) is left to the word lists. */
export function valuesOf(text: string, style: ValueStyle): readonly ValueSpan[] {
  const out: ValueSpan[] = [];
  for (const value of findValues(text, 'id')) {
    const wordy = !/\d/.test(value.text);
    if (value.loose === true || (value.ambiguous === true && wordy)) continue;
    if (wordy && value.kind === 'number' && !value.text.includes(' ')) continue;
    if (value.kind === 'unit' && OTHER_DAYS.test(text.slice(value.end, value.end + 8))) {
      // The number alone; in words it is left to the word lists.
      const [digits] = /^\d+(?= )/.exec(value.text) ?? [];
      if (digits !== undefined) out.push({ start: value.start, end: value.start + digits.length, english: digits, styled: digits, value: 'number' });
      continue;
    }
    out.push({ start: value.start, end: value.end, english: writeValue(value, 'en'), styled: writeValue(value, 'en', style), value: value.kind });
  }
  return out;
}
