/** Digits that are no quantity: article and regulation numbers, versions, phone numbers, long serial numbers. */
import { digitRunEnd, readDigits } from './digits.ts';
import { follows } from './leaders.ts';
import { digitsEnd, isDash, isDigit, isWordy, wordyEnd } from './scan.ts';
import { place } from './value.ts';
import type { CodeValue, Language } from './value.ts';

/** A number behind a word that announces a label (`Pasal 27`, `No. 5/2020`, `iOS 17.2`): whole, with what is glued to it. */
export function readLabel(text: string, at: number, language: Language): CodeValue | undefined {
  // `ayat (2)`: the bracket stands between.
  if (!isDigit(text, at) || !follows(text, text.charAt(at - 1) === '(' ? at - 1 : at, language, 'code')) return undefined;
  const before = text.slice(Math.max(0, at - 6), at);
  // English `no` is a label only with its full stop or its capital.
  if (language === 'en' && /\bno\s+$/.test(before)) return undefined;
  return code(text, at, labelEnd(text, at));
}

/** A phone number: `0811 9787 670`, `+62 21-555-1234`, `(021) 5551234` (without the bracket before it). */
export function readPhone(text: string, at: number): CodeValue | undefined {
  const plus = text.charAt(at) === '+';
  if (!plus && text.charAt(at) !== '0') return undefined;
  let end = digitsEnd(text, plus ? at + 1 : at);
  let count = end - at;
  if (count < 2) return undefined;
  for (let groups = 0; groups < 6 && end - at < 24; groups++) {
    const gap = /^(?:\)? ?|[-–. ])(?=\d{2,})/.exec(text.slice(end, end + 4));
    if (!gap || gap[0] === '') break;
    const next = digitsEnd(text, end + gap[0].length);
    if (next - end > 14) break;
    count += next - end - gap[0].length;
    end = next;
  }
  return count >= (plus ? 8 : 7) && !isWordy(text, end) ? code(text, at, end) : undefined;
}

/** Whatever else begins with a digit and is no number: `1.2.3`, `007`, `24/7`, `4-4-2`, sixteen digits in a row. */
export function readLeftover(text: string, at: number, language: Language): CodeValue | undefined {
  const run = digitRunEnd(text, at);
  const chain = chainEnd(text, run);
  if (chain > run) return code(text, at, wordyEnd(text, chain));
  const raw = run - at > 40 ? '' : text.slice(at, run);
  const whole = digitsEnd(text, at) === run;
  const serial = whole && (run - at >= 10 || (run - at > 1 && raw.startsWith('0')));
  return serial || readDigits(raw, language) === undefined ? code(text, at, wordyEnd(text, run)) : undefined;
}

/** Past `/7`, `-4-2`: groups of digits joined by slashes, or by at least two hyphens. */
function chainEnd(text: string, at: number): number {
  let end = at;
  let hyphens = 0;
  let slashes = 0;
  while ((text.charAt(end) === '/' || isDash(text, end)) && isDigit(text, end + 1)) {
    if (text.charAt(end) === '/') slashes++;
    else hyphens++;
    end = digitsEnd(text, end + 1);
  }
  return slashes > 0 || hyphens > 1 ? end : at;
}

function labelEnd(text: string, at: number): number {
  let end = at;
  let last = at;
  while (isWordy(text, end) || (end > at && '/.-'.includes(text.charAt(end)) && isWordy(text, end + 1))) {
    // `Pasal 27-29` is a label; `Pasal 27-an` too; a hyphen before a word of letters alone ends it.
    if (isDash(text, end) && !isDigit(text, end + 1)) break;
    if (text.charAt(end) === '.' && !isDigit(text, end + 1)) break;
    end++;
    last = end;
  }
  return last;
}

function code(text: string, start: number, end: number): CodeValue {
  return { kind: 'code', ...place(text, start, end), digits: text.slice(start, end) };
}
