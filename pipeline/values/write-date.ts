/** Writes dates and ranges of dates. */
import { nameOf } from './calendar.ts';
import type { DateValue, Language } from './value.ts';

export interface DateStyle {
  readonly dates?: 'month-first' | 'day-first' | undefined;
  readonly weekdays?: 'as-written' | 'comma' | undefined;
}

const EN_PARTS: Readonly<Record<NonNullable<DateValue['part']>, string>> = { morning: 'morning', noon: 'midday', afternoon: 'afternoon', evening: 'evening', night: 'evening', early: 'early morning' };
const ID_PARTS: Readonly<Record<NonNullable<DateValue['part']>, string>> = { morning: 'pagi', noon: 'siang', afternoon: 'sore', evening: 'malam', night: 'malam', early: 'dini hari' };

/** `Friday (July 8, 2022)`, `July 8, 2022`, `July 2022`, `2022`; `Jumat (8/7/2022)`, `8 Juli 2022`. */
export function writeDate(value: DateValue, language: Language, style: DateStyle): string {
  const part = value.part === undefined ? '' : ` ${(language === 'id' ? ID_PARTS : EN_PARTS)[value.part]}`;
  const weekday = value.weekday === undefined ? '' : nameOf('weekday', value.weekday, language) + part;
  if (value.month === undefined && value.year === undefined) return weekday;
  const core = language === 'id' ? idDate(value) : enDate(value, style);
  if (weekday === '') return core;
  return value.bracketed && style.weekdays !== 'comma' ? `${weekday} (${core})` : `${weekday}, ${core}`;
}

/** `July 8-10, 2022`, `8-10 Juli 2022`, `July 8 and 9, 2022`; undefined where the ends do not share a month. */
export function writeDateRange(from: DateValue, to: DateValue, joint: string, language: Language, style: DateStyle): string | undefined {
  const shared = from.month !== undefined && from.month === to.month && from.year === to.year && from.day !== undefined && to.day !== undefined;
  if (!shared || from.weekday !== undefined || to.weekday !== undefined || from.day >= to.day) return undefined;
  const days = joint === 'and' ? `${from.day} ${language === 'id' ? 'dan' : 'and'} ${to.day}` : `${from.day}-${to.day}`;
  const month = nameOf('month', from.month, language);
  const year = to.year === undefined ? '' : String(to.year);
  if (language === 'id' || style.dates === 'day-first') return `${days} ${month} ${year}`.trim();
  return `${month} ${days}${year === '' ? '' : `, ${year}`}`;
}

function enDate({ year, month, day }: DateValue, style: DateStyle): string {
  const name = month === undefined ? '' : nameOf('month', month, 'en');
  if (day === undefined) return [name, year].filter((part) => part !== '' && part !== undefined).join(' ');
  if (style.dates === 'day-first') return `${day} ${name}${year === undefined ? '' : ` ${year}`}`;
  return `${name} ${day}${year === undefined ? '' : `, ${year}`}`;
}

function idDate({ year, month, day, bracketed }: DateValue): string {
  if (bracketed && month !== undefined && day !== undefined) return `${day}/${month}${year === undefined ? '' : `/${year}`}`;
  const name = month === undefined ? undefined : nameOf('month', month, 'id');
  return [day, name, year].filter((part) => part !== undefined).join(' ');
}
