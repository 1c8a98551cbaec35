/** Two quantities that make a range: `10-15 persen`, `Rp10 juta hingga Rp15 juta`, `between 10 and 15`, and scores. */
import { calendarName } from './calendar.ts';
import { follows, pastLeader, pastTo, words } from './leaders.ts';
import { readQuantity } from './money.ts';
import type { Quantity } from './money.ts';
import { rescale } from './numbers.ts';
import { blank, digitsEnd, isDash, isDigit, isWordy, wordAt } from './scan.ts';
import { place } from './value.ts';
import type { FractionValue, Language, RangeValue, ScoreValue } from './value.ts';

/** Reads a quantity at `at`, or the range that it begins. */
export function readQuantities(text: string, at: number, language: Language): Quantity | FractionValue | RangeValue | undefined {
  const between = pastLeader(text, at, language, 'between');
  if (between > 0) return readBetween(text, at, between, language);
  const first = readQuantity(text, at, language);
  if (!first || first.kind === 'fraction') return first;
  const past = pastTo(text, first.end, language);
  if (!past || (past.spaced && !past.word && text.charAt(past.next - 2) === '-' && first.kind === 'number' && !isDigit(text, past.next))) return first;
  const second = readQuantity(text, past.next, language);
  if (!second || second.kind === 'fraction') return first;
  // `sampai 5 Juli`: the second number belongs to a date.
  if (second.kind === 'number' && calendarName(text, blank(text, second.end), 'month', language)) return first;
  const ends = harmonise(first, second);
  if (!ends) return first;
  if (second.kind === 'number' && ends.from.value >= ends.to.value) return first;
  // `5 hingga 2022`: a year after a count.
  if (past.word && ends.to.kind === 'number' && isYear(ends.to) && !isYear(ends.from)) return first;
  return { kind: 'range', ...place(text, at, second.end), ...ends, joint: 'to' };
}

/** `3-1` after a word such as `menang`, or where it cannot be a range because it does not rise. */
export function readScore(text: string, at: number, language: Language): ScoreValue | undefined {
  const one = digitsEnd(text, at);
  // `5 - 3` only where a word says what it is.
  const spaced = text.charAt(one) === ' ' && text.charAt(one + 2) === ' ' && follows(text, at, language, 'score');
  const dash = spaced ? one + 1 : one;
  const two = spaced ? dash + 2 : dash + 1;
  const end = digitsEnd(text, two);
  if (one === at || one - at > 3 || !isDash(text, dash) || end === two || end - two > 3) return undefined;
  if (isWordy(text, end) || isDash(text, end) || (/[.,/:]/.test(text.charAt(end)) && isDigit(text, end + 1))) return undefined;
  const [first, second] = [Number(text.slice(at, one)), Number(text.slice(two, end))];
  if (first < second && !follows(text, at, language, 'score')) return undefined;
  return { kind: 'score', ...place(text, at, end), first, second };
}

function readBetween(text: string, at: number, next: number, language: Language): RangeValue | undefined {
  const first = readQuantity(text, next, language);
  if (!first || first.kind === 'fraction') return undefined;
  const and = blank(text, first.end);
  const to = pastTo(text, first.end, language);
  const from = words(language, 'and').has(wordAt(text, and)) ? pastLeader(text, and, language, 'and') : (to?.next ?? -1);
  const second = from > 0 ? readQuantity(text, from, language) : undefined;
  if (!second || second.kind === 'fraction') return undefined;
  const ends = harmonise(first, second);
  return ends && { kind: 'range', ...place(text, at, second.end), ...ends, joint: 'between' };
}

/** Gives both ends one kind: what is written once, at the end or (a currency) at the front, holds for both. */
function harmonise(first: Quantity, second: Quantity): { readonly from: Quantity; readonly to: Quantity } | undefined {
  const shared = first.scale === 0 && second.scale > 0 && !first.grouped && Math.abs(first.value) < 1000 && (first.kind === 'number' || second.kind === 'number' || !/\s/.test(first.text));
  const from = shared ? { ...first, ...rescale(first, second.scale) } : first;
  if (first.kind === 'money') {
    if (second.kind === 'number') return { from, to: { ...second, kind: 'money', currency: first.currency } };
    return second.kind === 'money' && second.currency === first.currency ? { from, to: second } : undefined;
  }
  if (first.kind === 'number') return { from: adopt(from, second), to: second };
  if (first.kind === 'percent') return second.kind === 'percent' ? { from, to: second } : undefined;
  return second.kind === 'unit' && second.unit === first.unit ? { from, to: second } : undefined;
}

/** A bare number takes the kind of the other end. */
function adopt(bare: Quantity, model: Quantity): Quantity {
  if (model.kind === 'percent') return { ...bare, kind: 'percent', points: model.points };
  if (model.kind === 'money') return { ...bare, kind: 'money', currency: model.currency };
  return model.kind === 'unit' ? { ...bare, kind: 'unit', unit: model.unit } : bare;
}

function isYear(quantity: Quantity): boolean {
  return !quantity.grouped && quantity.scale === 0 && /^(?:1[89]|20|21)\d\d$/.test(quantity.mantissa);
}
