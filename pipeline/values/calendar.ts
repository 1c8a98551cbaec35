/** Names of months, weekdays, parts of the day and time zones (`data/calendar.tsv`), and arithmetic of the calendar. */
import { isLetter, isUpper } from './scan.ts';
import { findForm, indexForms, readTable } from './tables.ts';
import type { FormIndex } from './tables.ts';
import type { DayPart, Language } from './value.ts';

type Kind = 'month' | 'weekday' | 'part' | 'zone';
interface Name {
  readonly code: string;
  readonly short: boolean;
}
interface Found {
  readonly number: number;
  readonly code: string;
  readonly end: number;
  /** An abbreviation, which needs a day or a year beside it. */
  readonly short: boolean;
}

const ROWS = readTable('calendar.tsv');
const FORMS: Readonly<Record<Language, Readonly<Record<Kind, FormIndex<Name>>>>> = { id: all('id'), en: all('en') };

/** The name of this kind at `at`. In English, and for Indonesian weekdays, it must have a capital. */
export function calendarName(text: string, at: number, kind: Kind, language: Language): Found | undefined {
  const found = findForm(FORMS[language][kind], text, at);
  if (!found) return undefined;
  const capital = kind === 'weekday' || kind === 'zone' || (kind === 'month' && language === 'en');
  if (capital && !isUpper(text, at)) return undefined;
  const { code, short } = found.means;
  const end = short && text.charAt(found.end) === '.' ? found.end + 1 : found.end;
  return isLetter(text, end) ? undefined : { number: Number(code), code, end, short };
}

export function dayPart(text: string, at: number, language: Language): { readonly part: DayPart; readonly end: number } | undefined {
  const found = calendarName(text, at, 'part', language);
  const part = PARTS.find((name) => name === found?.code);
  return found && part ? { part, end: found.end } : undefined;
}

/** The spelling that is written. */
export function nameOf(kind: Kind, code: number | string, language: Language): string {
  const row = ROWS.find(([own, number]) => own === kind && number === String(code));
  return row?.[language === 'id' ? 2 : 3]?.split('|')[0] ?? '';
}

export function calendarStarts(language: Language): readonly string[] {
  return [...FORMS[language].month.firsts.keys(), ...FORMS[language].weekday.firsts.keys()];
}

/** Monday 1 to Sunday 7 (Gregorian). */
export function weekdayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDay() || 7;
}

/** Whether the calendar has this day; without a year, 29 February counts. */
export function isDay(month: number, day: number, year = 2000): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDate() === day;
}

const PARTS: readonly DayPart[] = ['morning', 'noon', 'afternoon', 'evening', 'night', 'early'];

function all(language: Language): Readonly<Record<Kind, FormIndex<Name>>> {
  return { month: index('month', language), weekday: index('weekday', language), part: index('part', language), zone: index('zone', language) };
}

function index(kind: Kind, language: Language): FormIndex<Name> {
  const rows = ROWS.filter(([own]) => own === kind);
  return indexForms(
    rows.flatMap(([, code = '', id = '', en = '']) =>
      (language === 'id' ? id : en).split('|').map((form) => [form.replace(/\.$/, ''), { code, short: form.endsWith('.') }] as const),
    ),
  );
}
