/** Dates as Indonesian news writes them: `8 Juli 2022`, `8/7/2022` (day first), `3 Pebruari 2021`. */

import { words } from './words.ts';

export interface FoundDate {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly month: number;
  /** Undefined for `8/7` and `8 Juli`. */
  readonly year: number | undefined;
}

/** The dates of `text` in order; impossible ones (31 Februari) are left out. */
export function datesIn(text: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const { day, name, year, slashDay, slashMonth, slashYear, dashDay, dashMonth, dashYear, isoYear, isoMonth, isoDay } = match.groups ?? {};
    const month = name === undefined ? Number(slashMonth ?? dashMonth ?? isoMonth) : words().months.get(name.toLowerCase())?.number;
    const fullYear = year ?? slashYear ?? dashYear ?? isoYear;
    const date = {
      start: match.index,
      end: match.index + match[0].length,
      day: Number(day ?? slashDay ?? dashDay ?? isoDay),
      month: month ?? 0,
      year: fullYear === undefined ? undefined : Number(fullYear),
    };
    if (isPossible(date)) found.push(date);
  }
  return found;
}

/** `2022-07-08`, or undefined where the year is not known. */
export function isoDate(date: Pick<FoundDate, 'day' | 'month' | 'year'>): string | undefined {
  if (date.year === undefined) return undefined;
  return [String(date.year).padStart(4, '0'), String(date.month).padStart(2, '0'), String(date.day).padStart(2, '0')].join('-');
}

const DATE = new RegExp(
  [
    String.raw`(?<![A-Za-z\d.,/])(?<day>\d{1,2})[ -](?<name>[A-Za-z]{3,9})(?![A-Za-z])\.?(?:,?[ -](?<year>\d{4})(?!\d))?`,
    String.raw`(?<![A-Za-z\d.,/-])(?<slashDay>\d{1,2})\/(?<slashMonth>\d{1,2})(?:\/(?<slashYear>\d{4}))?(?![\d/])`,
    String.raw`(?<![A-Za-z\d.,/-])(?<dashDay>\d{1,2})-(?<dashMonth>\d{1,2})-(?<dashYear>\d{4})(?!\d)`,
    String.raw`(?<![A-Za-z\d.,/-])(?<isoYear>\d{4})-(?<isoMonth>\d{2})-(?<isoDay>\d{2})(?!\d)`,
  ].join('|'),
  'g',
);

function isPossible({ day, month, year }: Pick<FoundDate, 'day' | 'month' | 'year'>): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (year !== undefined && (year < 1000 || year > 2999)) return false;
  // Day 0 of the next month is the last of this one; a date without a year may be in a leap year.
  return day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}
