/** Amounts of anything: a number with a currency before it, or with percent, a currency or a unit behind it. */
import { readNumeral } from './numbers.ts';
import { blank, digitsEnd, isDigit, isWordy } from './scan.ts';
import { currencyBefore, suffixAt } from './units.ts';
import { place } from './value.ts';
import type { FractionValue, Language, MoneyValue, NumberValue, PercentValue, UnitValue } from './value.ts';

export type Quantity = NumberValue | PercentValue | MoneyValue | UnitValue;

/** Reads one quantity at `at`, without looking for a range. */
export function readQuantity(text: string, at: number, language: Language): Quantity | FractionValue | undefined {
  return readMoneyBefore(text, at, language) ?? readPlain(text, at, language);
}

/** `Rp1,5 triliun`, `Rp. 2.500.000,-`, `US$ 3 juta`, `-$5`. */
function readMoneyBefore(text: string, at: number, language: Language): MoneyValue | undefined {
  const minus = (text.charAt(at) === '-' || text.charAt(at) === '−') && !isWordy(text, at - 1);
  const sign = currencyBefore(text, minus ? at + 1 : at);
  if (!sign) return undefined;
  const numeral = isDigit(text, sign.next) ? readNumeral(text, sign.next, language, true) : undefined;
  if (!numeral || isWordy(text, numeral.end)) return undefined;
  const tail = /^,[-–—](?![\d\w])/.exec(text.slice(numeral.end, numeral.end + 3));
  const end = numeral.end + (tail ? 2 : 0);
  const { amount } = numeral;
  const signed = minus ? { ...amount, value: -amount.value, decimal: negate(amount.decimal), mantissa: `-${amount.mantissa}` } : amount;
  return { kind: 'money', ...place(text, at, doubled(text, end, sign.currency, language)), ...signed, currency: sign.currency };
}

/** `Rp5 juta rupiah` names the currency twice; both belong to the value. */
function doubled(text: string, end: number, currency: string, language: Language): number {
  const suffix = suffixAt(text, end, language);
  return suffix?.kind === 'money' && suffix.currency === currency ? suffix.end : end;
}

function readPlain(text: string, at: number, language: Language): Quantity | FractionValue | undefined {
  const numeral = readNumeral(text, at, language);
  if (!numeral) return undefined;
  const { amount, end } = numeral;
  const suffix = suffixAt(text, end, language) ?? (numeral.fraction && halfUnit(text, end, language));
  if (suffix && !isWordy(text, suffix.end)) {
    const at2 = place(text, at, suffix.end);
    switch (suffix.kind) {
      case 'percent':
        return { kind: 'percent', ...at2, ...amount, points: suffix.points };
      case 'money':
        return { kind: 'money', ...at2, ...amount, currency: suffix.currency };
      case 'unit':
        return { kind: 'unit', ...at2, ...amount, unit: suffix.unit };
    }
  }
  if (isWordy(text, end)) return undefined;
  const loose = numeral.loose && { loose: true as const };
  if (numeral.fraction) {
    const { numerator, denominator } = numeral.fraction;
    return { kind: 'fraction', ...place(text, at, end), numerator, denominator, value: numerator / denominator, words: amount.words, ...loose };
  }
  return { kind: 'number', ...place(text, at, end), ...amount, ...loose };
}

/** `1/3`: a fraction in digits is smaller than one and has few digits; `24/7` and `71/2019` are codes. */
export function readSlash(text: string, at: number, language: Language): FractionValue | undefined {
  if (text.charCodeAt(digitsEnd(text, at)) !== 47) return undefined;
  const match = /^(\d{1,2})\/(\d{1,3})(?!\d|[/.,]\d)/.exec(text.slice(at, at + 8));
  if (!match) return undefined;
  const [whole, upper, lower] = match;
  const [numerator, denominator] = [Number(upper), Number(lower)];
  const end = at + whole.length;
  if (numerator === 0 || numerator >= denominator || isWordy(text, end) || (text.charAt(end) === '/' && blank(text, end) === end)) return undefined;
  return { kind: 'fraction', ...place(text, at, end), numerator, denominator, value: numerator / denominator, words: false, ...(language === 'id' && numerator > 9 && { loose: true as const }) };
}

/** The unit of `half an hour`. */
function halfUnit(text: string, end: number, language: Language): ReturnType<typeof suffixAt> {
  const article = language === 'en' ? /^\san?(?=\s)/i.exec(text.slice(end, end + 4)) : null;
  const suffix = article ? suffixAt(text, end + article[0].length, language) : undefined;
  return suffix?.kind === 'unit' ? suffix : undefined;
}

function negate(decimal: string): string {
  return decimal === '0' ? decimal : `-${decimal}`;
}
