/** Whether two values are the same, whatever notation they are written in. */
import { canonical } from './decimal.ts';
import type { Amount, DateValue, TimeValue, Value } from './value.ts';

/**
 * Equal by value: `1,5 miliar` is `1.5 billion` is `1,500,000,000`; `pukul 14.30 WIB` is `2:30 p.m. WIB`; `tahun 2022`
 * is `2022`; `1/2` is `0.5`. A weekday beside a complete date counts only where both sides have one.
 */
export function sameValue(a: Value, b: Value): boolean {
  return valueKey(a) === valueKey(b) && weekdaysAgree(a, b);
}

/**
 * The same, or another way to say it: a fraction for a percentage, an age for a number of years, `kedua` for a two,
 * a score for a range, a date that lacks a part for the whole one, a phone number's other grouping, the second
 * reading of an ambiguous value.
 */
export function equivalent(a: Value, b: Value): boolean {
  if (sameValue(a, b)) return true;
  if (!weekdaysAgree(a, b)) return false;
  return readingsFit(a, b) || datesFit(a, b) || rangesFit(a, b) || scoresFit(a, b) || decadesFit(a, b);
}

/** One string for all values that are the same (weekdays of complete dates aside): for counting in multisets. */
export function valueKey(value: Value): string {
  switch (value.kind) {
    case 'number':
      return `number ${value.decimal}`;
    case 'percent':
      return `${value.points ? 'points' : 'percent'} ${value.decimal}`;
    case 'money':
      return `money ${value.currency} ${value.decimal}`;
    case 'unit':
      return `unit ${value.unit} ${value.decimal}`;
    case 'fraction':
      return fractionKey(value.numerator, value.denominator);
    case 'vague':
      return `vague ${value.teens ? 'teens' : value.magnitude} ${value.currency ?? ''} ${value.unit ?? ''}`;
    case 'date':
      return dateKey(value);
    case 'time':
      return timeKey(value);
    case 'ordinal':
      return `ordinal ${value.rank}`;
    case 'century':
      return `century ${value.century}`;
    case 'decade':
      return `decade ${value.from}`;
    case 'age':
      return `unit year ${value.years}`;
    case 'score':
      return `range number ${value.first} number ${value.second}`;
    case 'code':
      return /^[1-9]\d*$/.test(value.digits) ? `number ${value.digits}` : `code ${value.digits.replaceAll(/[^\p{L}\d+]/gu, '.')}`;
    case 'range':
      return `range ${valueKey(value.from)} ${valueKey(value.to)}`;
  }
}

/** A second reading of the digits counts only for the same digits: `8.000` is no `8`. */
function readingsFit(a: Value, b: Value): boolean {
  const sameDigits = a.text.replaceAll(/\D/g, '') === b.text.replaceAll(/\D/g, '');
  const own = readings(sameDigits ? a : firstReading(a));
  return readings(sameDigits ? b : firstReading(b)).some((reading) => own.includes(reading));
}

function firstReading(value: Value): Value {
  if (!('other' in value) || value.kind === 'date') return value;
  const { other, ...rest } = value;
  return rest;
}

/** All keys under which a value may be met. */
function readings(value: Value): readonly string[] {
  const key = valueKey(value);
  switch (value.kind) {
    case 'number':
    case 'money':
    case 'unit':
      return [key, ...others(value, key)];
    case 'percent':
      return value.points ? [key, ...others(value, key)] : [key, ...others(value, key), `share ${rounded(value.value / 100)}`];
    case 'fraction':
      return [key, `share ${rounded(value.value)}`];
    case 'ordinal':
      return [key, `number ${value.rank}`];
    case 'age':
      return [key, `number ${value.years}`];
    case 'century':
      // `the 19th and 20th centuries`
      return [key, `ordinal ${value.century}`];
    case 'code':
      return [key, `digits ${value.digits.replaceAll(/\D/g, '')}`];
    default:
      return [key];
  }
}

/** The key with the second reading of the digits in it. */
function others(amount: Amount, key: string): readonly string[] {
  return amount.other === undefined ? [] : [`${key.slice(0, key.lastIndexOf(' '))} ${amount.other}`];
}

/** Shares are compared to a ten-thousandth: a third is 33.33 percent. */
function rounded(share: number): string {
  return share.toFixed(4);
}

function fractionKey(numerator: number, denominator: number): string {
  const scaled = (numerator * 1_000_000) / denominator;
  if (Number.isInteger(scaled)) return `number ${canonical(String(numerator / denominator))}`;
  const divisor = gcd(numerator, denominator);
  return `fraction ${numerator / divisor}/${denominator / divisor}`;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function dateKey({ year, month, day, weekday, ...rest }: DateValue): string {
  if (year !== undefined && month === undefined) return `number ${year}`;
  const name = month === undefined ? `weekday ${weekday ?? ''} ${rest.part === 'night' ? 'evening' : (rest.part ?? '')}` : '';
  return `date ${year ?? ''}-${month ?? ''}-${day ?? ''} ${name}`;
}

function timeKey({ hour, minute, second, zone }: TimeValue): string {
  return `time ${hour}:${minute}:${second ?? 0} ${zone ?? ''}`;
}

function weekdaysAgree(a: Value, b: Value): boolean {
  return a.kind !== 'date' || b.kind !== 'date' || a.weekday === undefined || b.weekday === undefined || a.weekday === b.weekday;
}

/** Dates of which one says less than the other and nothing against it; or the other reading of `8/7/2022`. */
function datesFit(a: Value, b: Value): boolean {
  if (a.kind !== 'date' || b.kind !== 'date') return false;
  const forms = (date: DateValue): readonly DateValue[] => (date.other ? [date, { ...date, ...date.other }] : [date]);
  return forms(a).some((one) => forms(b).some((two) => fits(one, two)));
}

function fits(a: DateValue, b: DateValue): boolean {
  const fields = ['year', 'month', 'day'] as const;
  const shared = fields.filter((field) => a[field] !== undefined && b[field] !== undefined);
  if (shared.some((field) => a[field] !== b[field])) return false;
  // A month or a day must be shared, or both are weekdays alone.
  return shared.includes('day') || (shared.includes('month') && (a.day === undefined || b.day === undefined)) || (shared.length === 0 && a.weekday !== undefined && a.weekday === b.weekday && (a.day === undefined || b.day === undefined));
}

/** Indonesian tells a defeat from the loser's side (`kalah 0-2`), English may tell it from the winner's (`lost 2-0`). */
function scoresFit(a: Value, b: Value): boolean {
  const [one, two] = [endsOf(a), endsOf(b)];
  return one !== undefined && two !== undefined && one[0] === two[1] && one[1] === two[0] && one[0] < one[1];
}

/** `1990s` and `'90s`: only one of the two may lack its century. */
function decadesFit(a: Value, b: Value): boolean {
  return a.kind === 'decade' && b.kind === 'decade' && a.from % 100 === b.from % 100 && Math.min(a.from, b.from) < 100;
}

function endsOf(value: Value): readonly [number, number] | undefined {
  return value.kind === 'score' ? [value.first, value.second] : undefined;
}

function rangesFit(a: Value, b: Value): boolean {
  return a.kind === 'range' && b.kind === 'range' && equivalent(a.from, b.from) && equivalent(a.to, b.to);
}
