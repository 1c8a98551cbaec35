/** Numbers: a sign, digits or words, and a scale word. */
import { canonical, shift } from './decimal.ts';
import { digitRunEnd, readDigits } from './digits.ts';
import { pastLeader } from './leaders.ts';
import { readWords, scaleAt } from './number-words.ts';
import { blank, isDash, isDigit, isWordy } from './scan.ts';
import type { Amount, Language, Scale } from './value.ts';

export interface Numeral {
  readonly end: number;
  readonly amount: Amount;
  readonly fraction?: { readonly numerator: number; readonly denominator: number };
  readonly loose: boolean;
}

/** Signs for fractions, alone or behind a whole number. */
const GLYPHS: Readonly<Record<string, readonly [number, number]>> = { '½': [1, 2], '¼': [1, 4], '¾': [3, 4], '⅓': [1, 3], '⅔': [2, 3], '⅛': [1, 8] };

/** Reads the number at `at`. `cash` says that a currency stands before it, so that `M` and `T` are scales. */
export function readNumeral(text: string, at: number, language: Language, cash = false): Numeral | undefined {
  const sign = signEnd(text, at, language);
  const start = sign ?? at;
  const minus = sign !== undefined;
  if (isDigit(text, start)) return readFigures(text, start, language, cash, minus);
  const glyph = GLYPHS[text.charAt(start)];
  if (glyph) return { end: start + 1, amount: amountOf(String(glyph[0] / glyph[1]), 0, { minus }), fraction: { numerator: glyph[0], denominator: glyph[1] }, loose: false };
  const words = readWords(text, start, language);
  if (!words || isWordy(text, words.end)) return undefined;
  const amount = amountOf(words.mantissa, words.scale, { minus, words: true });
  return { end: words.end, amount, loose: words.loose && !minus, ...(words.fraction && !minus && { fraction: words.fraction }) };
}

/** The value of a text that is one number and nothing else (blanks round it aside), else undefined. */
export function readNumber(text: string, language: Language): number | undefined {
  const trimmed = text.trim();
  const numeral = readNumeral(trimmed, 0, language);
  return numeral?.end === trimmed.length ? numeral.amount.value : undefined;
}

/** An amount from its parts; the mantissa has a point as its decimal mark. */
export function amountOf(
  mantissa: string,
  scale: Scale,
  how: { readonly minus?: boolean; readonly words?: boolean; readonly grouped?: boolean; readonly foreign?: true | undefined; readonly other?: string | undefined } = {},
): Amount {
  const signed = how.minus === true ? `-${mantissa}` : mantissa;
  const decimal = shift(signed, scale);
  return {
    value: Number(decimal),
    decimal,
    mantissa: signed,
    scale,
    grouped: how.grouped ?? false,
    words: how.words ?? false,
    ...(how.foreign && { foreign: how.foreign }),
    ...(how.other !== undefined && { other: canonical(how.minus === true ? `-${how.other}` : how.other) }),
  };
}

/** The same number with another scale, for `10-15 juta`. */
export function rescale(amount: Amount, scale: Scale): Amount {
  const decimal = shift(amount.mantissa, scale);
  return { ...amount, scale, decimal, value: Number(decimal) };
}

function readFigures(text: string, at: number, language: Language, cash: boolean, minus: boolean): Numeral | undefined {
  const runEnd = digitRunEnd(text, at);
  const digits = readDigits(text.slice(at, runEnd), language);
  if (!digits) return undefined;
  const glyph = GLYPHS[text.charAt(runEnd)];
  const mantissa = glyph && !digits.mantissa.includes('.') ? `${digits.mantissa}${String(glyph[0] / glyph[1]).slice(1)}` : digits.mantissa;
  const end = mantissa === digits.mantissa ? runEnd : runEnd + 1;
  const next = blank(text, end);
  const scale = scaleAt(text, language === 'en' && isDash(text, end) ? end + 1 : next, language, cash);
  const how = { minus, grouped: digits.grouped, foreign: digits.foreign, other: digits.other };
  return { end: scale?.end ?? end, amount: amountOf(mantissa, scale?.scale ?? 0, how), loose: false };
}

/** Past a minus sign or the word `minus`; a hyphen is one only where nothing is joined to its left. */
function signEnd(text: string, at: number, language: Language): number | undefined {
  const sign = text.charAt(at);
  if (sign === '-' || sign === '−') return isWordy(text, at - 1) || isDash(text, at - 1) ? undefined : at + 1;
  const past = pastLeader(text, at, language, 'minus');
  return past > 0 ? past : undefined;
}
