/** Dates in digits: `8/7/2022` is the eighth of July in Indonesian, and ambiguous in English. */
import { isDay, weekdayOf } from './calendar.ts';
import { digitsEnd, isWordy } from './scan.ts';
import type { Language } from './value.ts';

export interface DigitDate {
  readonly end: number;
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  readonly other?: { readonly month: number; readonly day: number };
}

/** `8/7/2022`, `8-7-22`, `08.07.2022`, `2022-07-08`. A weekday settles which number is the month. */
export function numericDate(text: string, at: number, language: Language, weekday?: number): DigitDate | undefined {
  // Most digits are no date: the sign behind them says so at once.
  if (!'/.-'.includes(text.charAt(digitsEnd(text, at)) || ' ')) return undefined;
  const match = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?![\d])/.exec(text.slice(at, at + 13));
  if (!match) return undefined;
  const [whole, one = '', mark = '', two = '', three = ''] = match;
  const end = at + whole.length;
  if (isWordy(text, end) || (text.charAt(end) === mark && isWordy(text, end + 1))) return undefined;
  if (one.length === 4) {
    const [year, month, day] = [Number(one), Number(two), Number(three)];
    return mark !== '.' && three.length <= 2 && isDay(month, day, year) ? { end, year, month, day } : undefined;
  }
  if (one.length > 2 || (three.length !== 4 && (three.length !== 2 || mark === '.'))) return undefined;
  const year = three.length === 4 ? Number(three) : 2000 + Number(three);
  const [first, second] = [Number(one), Number(two)];
  const dayFirst = isDay(second, first, year) ? { end, year, month: second, day: first } : undefined;
  const monthFirst = isDay(first, second, year) ? { end, year, month: first, day: second } : undefined;
  if (!dayFirst || !monthFirst || first === second) return dayFirst ?? monthFirst;
  if (weekday !== undefined) {
    // The weekday proves the reading day, month where it can; in English it may prove the other.
    if (weekdayOf(year, second, first) === weekday || language === 'id') return dayFirst;
    if (weekdayOf(year, first, second) === weekday) return monthFirst;
  }
  return language === 'id' ? dayFirst : { ...dayFirst, other: { month: first, day: second } };
}

/** `8/7` where the place (brackets, a weekday) says that it is a date. */
export function shortDate(text: string, at: number): DigitDate | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})(?!\d|[/.,]\d)/.exec(text.slice(at, at + 6));
  if (!match) return undefined;
  const [whole, day, month] = match;
  return isDay(Number(month), Number(day)) && !isWordy(text, at + whole.length) ? { end: at + whole.length, month: Number(month), day: Number(day) } : undefined;
}
