/** Digits with separators, read in the notation of a language. */
import { canonical } from './decimal.ts';
import { digitsEnd, isDigit } from './scan.ts';
import type { Language } from './value.ts';

export interface Digits {
  /** Exact, point as the decimal mark, no separators, trailing zeros kept. */
  readonly mantissa: string;
  readonly grouped: boolean;
  readonly foreign?: true;
  readonly other?: string;
}

/** More digits than this are a code and no quantity. */
const LONGEST = 40;

/** The end of a run of digits with single points or commas between them. */
export function digitRunEnd(text: string, at: number): number {
  let end = digitsEnd(text, at);
  while ((text.charAt(end) === '.' || text.charAt(end) === ',') && isDigit(text, end + 1)) end = digitsEnd(text, end + 1);
  return end;
}

/**
 * Reads `1.250.000,5` (Indonesian) or `1,250,000.5` (English). The notation of the other language is read too where
 * it cannot be mistaken, and marked `foreign`; where both readings are possible, the language decides and `other`
 * keeps the second. Gives undefined where the separators make no number (`1.2.3`, `10.20,30`).
 */
export function readDigits(raw: string, language: Language): Digits | undefined {
  if (raw === '' || raw.length > LONGEST) return undefined;
  if (/^\d+$/.test(raw)) return { mantissa: raw, grouped: false };
  const own = language === 'id' ? { thousands: '.', point: ',' } : { thousands: ',', point: '.' };
  const home = readNotation(raw, own.thousands, own.point);
  const away = readNotation(raw, own.point, own.thousands);
  if (home && !(away && raw.endsWith(`${own.point}000`))) {
    // A second reading exists only for exactly one separator with three digits behind it.
    return away && away.mantissa !== home.mantissa && !raw.startsWith('0') && /^\d{1,3}[.,]\d{3}$/.test(raw) ? { ...home, other: canonical(away.mantissa) } : home;
  }
  if (!away) return undefined;
  return home ? { ...away, foreign: true, other: canonical(home.mantissa) } : { ...away, foreign: true };
}

function readNotation(raw: string, thousands: string, point: string): Digits | undefined {
  const parts = raw.split(point);
  const [whole = '', fraction] = parts;
  if (parts.length > 2 || (fraction !== undefined && fraction.includes(thousands))) return undefined;
  const groups = whole.split(thousands);
  const [first = '', ...rest] = groups;
  if (rest.length > 0 && (first.length > 3 || first.startsWith('0') || rest.some((part) => part.length !== 3))) return undefined;
  const digits = groups.join('');
  return { mantissa: fraction === undefined ? digits : `${digits}.${fraction}`, grouped: rest.length > 0 };
}
