/** What stands behind a number and says of what: a percent sign, a currency, a unit. */
import { blank, isDash, isWordy, matchForm, wordEnd } from './scan.ts';
import { findForm, indexForms, readTable } from './tables.ts';
import type { FormIndex } from './tables.ts';
import type { Language } from './value.ts';

export interface UnitNames {
  readonly code: string;
  readonly id: string;
  readonly singular: string;
  readonly plural: string;
}

export type Suffix =
  | { readonly kind: 'percent'; readonly points: boolean; readonly end: number }
  | { readonly kind: 'money'; readonly currency: string; readonly end: number }
  | { readonly kind: 'unit'; readonly unit: string; readonly end: number };

interface UnitSign {
  readonly unit: string;
  /** The sign with its case, where case matters. */
  readonly exact?: string;
}

const ROWS = readTable('units.tsv');
const UNITS: Readonly<Record<Language, FormIndex<UnitSign>>> = {
  id: indexForms(ROWS.flatMap(([unit = '', id = '']) => id.split('|').map((form) => entry(form, unit)))),
  en: indexForms(ROWS.flatMap(([unit = '', , one = '', many = '', more = '']) => [one, many, ...more.split('|')].map((form) => entry(form, unit)))),
};
const NAMES = new Map(ROWS.map(([code = '', id = '', singular = '', plural = '']) => [code, { code, id: (id.split('|')[0] ?? '').replaceAll("'", ''), singular, plural }]));

const CURRENCIES = readTable('currencies.tsv');
const BEFORE = indexForms(CURRENCIES.flatMap(([code = '', before = '']) => before.split('|').map((form) => [form, { code, form }] as const)));
const AFTER: Readonly<Record<Language, FormIndex<string>>> = {
  id: indexForms(CURRENCIES.flatMap(([code = '', , id = '']) => id.split('|').map((form) => [form, code] as const))),
  en: indexForms(CURRENCIES.flatMap(([code = '', , , en = '']) => en.split('|').map((form) => [form, code] as const))),
};
const PATTERNS = new Map(CURRENCIES.map(([code = '', , , , en = '@', id = '@']) => [code, { en, id }]));

const PERCENT: Readonly<Record<Language, FormIndex<boolean>>> = {
  id: indexForms([['persen poin', true], ['poin persen', true], ['poin persentase', true], ['persen', false], ['prosen', false], ['%', false], ['percent', false]]),
  en: indexForms([['percentage points', true], ['percentage point', true], ['percent points', true], ['percent', false], ['per cent', false], ['pct', false], ['%', false], ['persen', false]]),
};

export function unitNames(code: string): UnitNames | undefined {
  return NAMES.get(code);
}

/** How an amount of this currency is written; `@` stands for the amount. */
export function currencyPattern(code: string, language: Language): string {
  return PATTERNS.get(code)?.[language] ?? `${code} @`;
}

export function currencyStarts(): readonly string[] {
  return [...BEFORE.firsts.keys()];
}

/** A currency before an amount (`Rp`, `Rp.`, `US$ `): the currency and where the amount begins. */
export function currencyBefore(text: string, at: number): { readonly currency: string; readonly next: number } | undefined {
  for (const { form, means } of BEFORE.firsts.get(firstOf(text, at)) ?? []) {
    const end = matchPrefix(text, at, form);
    if (end < 0 || !sameCase(text.slice(at, end), means.form)) continue;
    return { currency: means.code, next: blank(text, means.form === 'Rp' && text.charAt(end) === '.' ? end + 1 : end) };
  }
  return undefined;
}

/** Percent, currency or unit right behind a number that ends at `at`. */
export function suffixAt(text: string, at: number, language: Language): Suffix | undefined {
  // English joins them with a hyphen: three-month, 5-kilometer.
  const joined = language === 'en' && isDash(text, at) && isWordy(text, at + 1);
  const from = joined ? at + 1 : blank(text, at);
  const percent = findForm(PERCENT[language], text, from);
  if (percent) return percentEnd(text, percent.end, percent.means, language);
  const money = findForm(AFTER[language], text, from);
  if (money) return { kind: 'money', currency: money.means, end: money.end };
  for (const { form, means } of UNITS[language].firsts.get(firstOf(text, from)) ?? []) {
    const end = matchForm(text, from, form);
    if (end < 0 || isWordy(text, end) || (means.exact !== undefined && text.slice(from, end) !== means.exact)) continue;
    // `4 hari-hari` counts nothing; a unit that is glued to the digits is a sign.
    if (from === at && means.exact === undefined && !joined) continue;
    return { kind: 'unit', unit: means.unit, end };
  }
  // `five working days`, `two full years`: what kind of days they are.
  const kind = language === 'en' && !joined && from > at ? /^(?:working|business|consecutive|straight|calendar|full|long|more|extra|additional|short) (?=(?:second|minute|hour|day|night|week|month|year|decade)s?(?![\p{L}\d]))/u.exec(text.slice(from, from + 24)) : null;
  return kind === null ? undefined : suffixAt(text, from + kind[0].length - 1, language);
}

/** `5% poin`, `5 persen poin`. */
function percentEnd(text: string, end: number, points: boolean, language: Language): Suffix {
  const more = points ? -1 : matchForm(text, blank(text, end), language === 'id' ? 'poin' : 'points');
  return { kind: 'percent', points: points || more > 0, end: more > 0 ? more : end };
}

/** Currency signs may touch the digits: `Rp5`, `USD5`. */
function matchPrefix(text: string, at: number, form: string): number {
  const end = at + form.length;
  return text.slice(at, end).toLowerCase() === form ? end : -1;
}

/** Codes and letters with a sign stand in capitals; Rp may be written rp or RP. */
function sameCase(written: string, form: string): boolean {
  return written === form || form === 'Rp';
}

function firstOf(text: string, at: number): string {
  const end = wordEnd(text, at);
  return end - at > 24 ? '' : (end === at ? text.charAt(at) : text.slice(at, end)).toLowerCase();
}

function entry(form: string, unit: string): readonly [string, UnitSign] {
  const sign = /^'(.*)'$/.exec(form)?.[1];
  return sign === undefined ? [form, { unit }] : [sign, { unit, exact: sign }];
}
