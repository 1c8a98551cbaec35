/** Dates, with the weekday before them and with ranges of days: `Jumat (8/7/2022)`, `8-10 Juli 2022`, `July 8, 2022`. */
import { calendarName, dayPart, isDay, weekdayOf } from './calendar.ts';
import type { DayPart } from './value.ts';
import { numericDate, shortDate } from './date-digits.ts';
import { pastLeader, pastTo, words } from './leaders.ts';
import { blank, digitsEnd, isDash, isDigit, isUpper, isWordy, wordAt, wordEnd } from './scan.ts';
import { place } from './value.ts';
import type { DateValue, Language, RangeValue, Value } from './value.ts';

/** The parts of a date before they are checked against each other. */
interface Core {
  readonly end: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly other?: { readonly month: number; readonly day: number };
  /** The earlier day of `8-10 Juli`. */
  readonly first?: { readonly day: number; readonly start: number; readonly end: number; readonly joint: 'to' | 'and'; readonly next: number };
}

/** Reads a date, or a range of two dates, at `at`. */
export function readDate(text: string, at: number, language: Language): Value | undefined {
  const first = readOne(text, at, language);
  if (first?.kind !== 'date') return first;
  const past = pastTo(text, first.end, language);
  if (!past) return first;
  const second = readOne(text, past.next, language);
  if (second?.kind !== 'date' || !sameDepth(first, second)) return first;
  // The year (and for `Juni-Juli` nothing else) is written once, at the end.
  const from = first.year === undefined && second.year !== undefined ? checked({ ...first, year: second.year }) : first;
  return { kind: 'range', ...place(text, at, second.end), from, to: second, joint: 'to' };
}

/** `tahun 2022` in Indonesian; a lone year after a word that announces one. */
export function readYear(text: string, at: number, language: Language): DateValue | undefined {
  const start = language === 'id' && wordAt(text, at) === 'tahun' ? blank(text, wordEnd(text, at)) : at;
  const year = yearAt(text, start);
  if (year === undefined || year < 1800 || year > 2199) return undefined;
  return { kind: 'date', ...place(text, at, start + 4), year };
}

function readOne(text: string, at: number, language: Language): DateValue | RangeValue | undefined {
  const weekday = isDigit(text, at) ? undefined : calendarName(text, at, 'weekday', language);
  if (!weekday) {
    const core = readCore(text, at, language, false);
    return core && build(text, at, core);
  }
  const named = weekday.number;
  let end = weekday.end;
  const part = dayPart(text, blank(text, end), language);
  if (part) end = part.end;
  let next = blank(text, text.charAt(end) === ',' ? end + 1 : end);
  const zone = calendarName(text, next, 'zone', language);
  if (zone && text.charAt(blank(text, zone.end)) === '(') next = blank(text, zone.end);
  const bracketed = text.charAt(next) === '(';
  const core = next === end ? undefined : readCore(text, bracketed ? next + 1 : next, language, true, named);
  if (core && !core.first && (!bracketed || text.charAt(core.end) === ')') && !(core.day === undefined && !bracketed)) {
    return build(text, at, { ...core, end: bracketed ? core.end + 1 : core.end }, named, part?.part, bracketed);
  }
  if (weekday.short) return undefined;
  // `Minggu` at the head of a sentence may be a week: `Minggu lalu`.
  const week = weekday.code === '7' && language === 'id' && /^(?:lalu|depan|ini|kedua|ketiga|pertama)$/.test(wordAt(text, blank(text, end)));
  return { kind: 'date', ...place(text, at, end), weekday: named, ...(part && { part: part.part }), ...(week && { ambiguous: true, loose: true }) };
}

function readCore(text: string, at: number, language: Language, short: boolean, weekday?: number): Core | undefined {
  if (!isDigit(text, at)) return readMonthFirst(text, at, language);
  return numericDate(text, at, language, weekday) ?? readDayFirst(text, at, language) ?? (short ? shortDate(text, at) : undefined);
}

/** `8 Juli 2022`, `8-10 Juli`, `8 dan 9 Juli`, `8 July 2022`, `8th of July`. */
function readDayFirst(text: string, at: number, language: Language): Core | undefined {
  const one = dayAt(text, at, language);
  if (!one) return undefined;
  const joined = joint(text, one.end, language);
  const two = joined && dayAt(text, joined.next, language);
  const day = two ?? one;
  let next = blank(text, day.end);
  if (language === 'en' && wordAt(text, next) === 'of') next = blank(text, next + 2);
  const month = next === day.end && !isDash(text, next) ? undefined : calendarName(text, isDash(text, next) ? next + 1 : next, 'month', language);
  if (!month || !isDay(month.number, day.day)) return undefined;
  const year = yearAfter(text, month.end, language);
  const first = two && one.day < two.day ? { day: one.day, start: at, end: one.end, joint: joined.joint, next: joined.next } : undefined;
  if (two && !first) return undefined;
  return { end: year?.end ?? month.end, month: month.number, day: day.day, ...(year && { year: year.year }), ...(first && { first }) };
}

/** `Juli 2022`, `July 8, 2022`, `July 8-10`, `Jul. 8`, a lone month. */
function readMonthFirst(text: string, at: number, language: Language): Core | undefined {
  const month = calendarName(text, at, 'month', language);
  if (!month) return undefined;
  const next = blank(text, month.end);
  const one = language === 'en' && next > month.end ? dayAt(text, next, language) : undefined;
  if (one && isDay(month.number, one.day)) {
    const joined = joint(text, one.end, language);
    const two = joined && dayAt(text, joined.next, language);
    const last = two && two.day > one.day && calendarName(text, blank(text, two.end), 'month', language) === undefined ? two : undefined;
    const year = yearAfter(text, (last ?? one).end, language);
    const first = last && joined ? { day: one.day, start: next, end: one.end, joint: joined.joint, next: joined.next } : undefined;
    return { end: year?.end ?? (last ?? one).end, month: month.number, day: (last ?? one).day, ...(year && { year: year.year }), ...(first && { first }) };
  }
  const year = yearAfter(text, month.end, language);
  if (year) return { end: year.end, month: month.number, year: year.year };
  if (month.short || !isUpper(text, at) || (language === 'en' && !announced(text, at, month.code))) return undefined;
  return { end: month.end, month: month.number };
}

/** `May` and `March` are months alone only after a word that announces one. */
function announced(text: string, at: number, month: string): boolean {
  return (month !== '3' && month !== '5') || /\b(?:in|since|until|by|of|during|through|last|next|this|from|to|early|late)\s$/i.test(text.slice(Math.max(0, at - 8), at));
}

function build(text: string, at: number, core: Core, weekday?: number, part?: DayPart, bracketed = false): DateValue | RangeValue {
  const { end, first, year, month, day, other } = core;
  const date = checked({
    kind: 'date',
    ...place(text, at, end),
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(weekday !== undefined && { weekday }),
    ...(part && { part }),
    ...(bracketed && { bracketed }),
    ...(other && { other, ambiguous: true }),
  });
  if (!first) return date;
  const from: DateValue = { kind: 'date', ...place(text, first.start, first.end), ...(year !== undefined && { year }), ...(month !== undefined && { month }), day: first.day };
  return { kind: 'range', ...place(text, at, end), from, to: { ...date, ...place(text, first.next, end) }, joint: first.joint };
}

/** Adds what the weekday says of the date. */
function checked(date: DateValue): DateValue {
  const { year, month, day, weekday } = date;
  if (year === undefined || month === undefined || day === undefined || weekday === undefined) return date;
  return { ...date, weekdayFits: weekdayOf(year, month, day) === weekday };
}

function dayAt(text: string, at: number, language: Language): { readonly day: number; readonly end: number } | undefined {
  const end = digitsEnd(text, at);
  if (end === at || end - at > 2) return undefined;
  const day = Number(text.slice(at, end));
  const suffix = language === 'en' ? /^(?:st|nd|rd|th)/i.exec(text.slice(end, end + 2)) : null;
  const last = end + (suffix ? 2 : 0);
  return day < 1 || day > 31 || isWordy(text, last) || (/[.,/:]/.test(text.charAt(last)) && isDigit(text, last + 1)) ? undefined : { day, end: last };
}

function joint(text: string, at: number, language: Language): { readonly next: number; readonly joint: 'to' | 'and' } | undefined {
  const to = pastTo(text, at, language);
  if (to) return { next: to.next, joint: 'to' };
  const next = blank(text, at);
  const and = next > at && words(language, 'and').has(wordAt(text, next)) ? pastLeader(text, next, language, 'and') : -1;
  return and > 0 ? { next: and, joint: 'and' } : undefined;
}

function yearAfter(text: string, at: number, language: Language): { readonly year: number; readonly end: number } | undefined {
  const gap = blank(text, language === 'en' && text.charAt(at) === ',' ? at + 1 : at);
  // `Januari tahun 2004`
  const next = language === 'id' && gap > at && wordAt(text, gap) === 'tahun' ? blank(text, wordEnd(text, gap)) : gap;
  const year = next > at || isDash(text, at) ? yearAt(text, isDash(text, next) ? next + 1 : next) : undefined;
  return year === undefined ? undefined : { year, end: (isDash(text, next) ? next + 1 : next) + 4 };
}

/** Four digits, 1000 to 2999, that stand alone. */
function yearAt(text: string, at: number): number | undefined {
  const end = digitsEnd(text, at);
  const first = text.charAt(at);
  if (end !== at + 4 || (first !== '1' && first !== '2') || isWordy(text, end)) return undefined;
  const more = (/[.,/]/.test(text.charAt(end)) && isDigit(text, end + 1)) || /^-\d\d?-\d/.test(text.slice(end, end + 5));
  return more ? undefined : Number(text.slice(at, end));
}

/** A range has two days, two months or two weekdays. */
function sameDepth(a: DateValue, b: DateValue): boolean {
  return (a.day === undefined) === (b.day === undefined) && (a.month === undefined) === (b.month === undefined);
}
