/** Which values of one side have no partner on the other: what the checks of numbers, money, dates and times share. */

import type { Finding } from '../model.ts';
import { equivalent, sameValue } from '../values/compare.ts';
import type { Value } from '../values/value.ts';
import { findValues, flatten } from '../values/values.ts';
import { unitNames } from '../values/units.ts';
import { writeValue } from '../values/write.ts';
import type { Pair } from './pair.ts';
import { runsOf } from './words.ts';

export interface Unmatched {
  readonly missing: readonly Value[];
  readonly extra: readonly Value[];
  /** All of the English that found no partner, those among them that may well be right. */
  readonly unpaired: readonly Value[];
}

/** The values of both sides that no value of the other side equals, whatever the notation. */
export function unmatchedValues(pair: Pair): Unmatched {
  const known = cache.get(pair);
  if (known !== undefined) return known;
  const source = flatten(findValues(pair.indonesian, 'id'));
  const target = flatten(findValues(pair.english, 'en'));
  const left = new Set(target);
  // The same value goes first, so that a looser likeness takes no other value's partner.
  const open = takePartners(takePartners(source, left, sameValue), left, standsFor);
  const found: Unmatched = {
    missing: open.filter((value) => ((value.loose !== true && value.ambiguous !== true) || isContradicted(value, left)) && !isSaidOtherwise(value, pair)),
    extra: [...left].filter((value) => value.loose !== true && value.ambiguous !== true && !standsInSource(value, pair, source)),
    unpaired: [...left],
  };
  cache.set(pair, found);
  return found;
}

/** A figure that has lost its unit, or has another one: `5 kilometer` and `5 miles`, `5 percent` or `5`. */
export function unitSwaps(pair: Pair): readonly { readonly missing: Value; readonly extra: Value }[] {
  const known = swaps.get(pair);
  if (known !== undefined) return known;
  const { missing, unpaired } = unmatchedValues(pair);
  const left = new Set(unpaired);
  const found = missing.flatMap((value) => {
    for (const other of left) {
      if (!isSwap(value, other)) continue;
      left.delete(other);
      return [{ missing: value, extra: other }];
    }
    return [];
  });
  swaps.set(pair, found);
  return found;
}

function isSwap(a: Value, b: Value): boolean {
  const measured = (value: Value): value is Value & { readonly decimal: string } => value.kind === 'unit' || value.kind === 'number' || value.kind === 'percent';
  return (a.kind === 'unit' || b.kind === 'unit') && measured(a) && measured(b) && a.decimal === b.decimal && (a.kind !== 'unit' || b.kind !== 'unit' || a.unit !== b.unit);
}

/** Findings under `rule` for the kinds of value that it is about. `name` is what such a value is called. */
export function valueFindings(pair: Pair, rule: string, name: string, isAbout: (value: Value) => boolean): readonly Finding[] {
  const { missing, extra } = unmatchedValues(pair);
  const swapped = new Set(unitSwaps(pair).flatMap((swap) => [swap.missing, swap.extra]));
  const spare = extra.filter((value) => isAbout(value) && !swapped.has(value));
  const findings = missing.filter((value) => isAbout(value) && !swapped.has(value)).map((value): Finding => {
    const expected = writeValue(value, 'en', pair.style);
    // Of the same kind first, so that the right two stand beside each other.
    const like = spare.findIndex(({ kind }) => kind === value.kind);
    const [wrong] = spare.splice(Math.max(0, like), 1);
    return wrong === undefined
      ? { rule, message: `${name} ${value.text} is missing, expected ${expected}`, expected }
      : { rule, message: `Unexpected ${wrong.text}, expected ${expected}`, actual: wrong.text, expected, start: wrong.start, end: wrong.end };
  });
  return [
    ...findings,
    ...spare.map((value): Finding => ({
      rule,
      message: `Unexpected ${value.text}, expected no such ${name}`,
      actual: value.text,
      start: value.start,
      end: value.end,
    })),
  ];
}

/** Several checks ask for the same pair one after the other. */
const cache = new WeakMap<Pair, Unmatched>();
const swaps = new WeakMap<Pair, readonly { readonly missing: Value; readonly extra: Value }[]>();

function takePartners(source: readonly Value[], left: Set<Value>, fits: (a: Value, b: Value) => boolean): readonly Value[] {
  return source.filter((value) => {
    for (const other of left) {
      if (!fits(value, other)) continue;
      left.delete(other);
      return false;
    }
    return true;
  });
}

/** Looser than equal, but a day that the source names must be named: `on Friday` is not `Friday (July 8, 2022)`. */
function standsFor(source: Value, target: Value): boolean {
  if (source.kind === 'date' && source.day !== undefined && !(target.kind === 'date' && target.day !== undefined)) return false;
  return equivalent(source, target);
}

/** A number within a word, and the two hours that have names: `dua kali lipat` is doubled, `pukul 12.00` is noon. */
function isSaidOtherwise(value: Value, { english }: Pair): boolean {
  // `satu hari`: a day, a day trip, day-long.
  if (value.kind === 'unit' && value.words && value.decimal === '1') return hasWord(english, unitNames(value.unit)?.singular);
  const word = value.kind === 'number' && value.words ? WORDS[value.decimal] : value.kind === 'time' && value.minute === 0 ? HOURS[value.hour] : undefined;
  return word?.test(english) === true;
}

const WORDS: Readonly<Record<string, RegExp>> = {
  1: /\b(?:an?|single|sole|alone|same|each|only|another|solo|other)\b/i,
  2: /\b(?:doubl\w+|twice|twofold|both|pair|couple|twins?|dual|duo|either|neither)\b/i,
  3: /\b(?:tripl\w+|thrice|threefold|trio)\b/i,
  4: /\b(?:quadrupl\w+|fourfold|quartet)\b/i,
  5: /\bfivefold\b/i,
  10: /\btenfold\b/i,
  12: /\bdozen\b/i,
};
const HOURS: Readonly<Record<number, RegExp>> = { 0: /\bmidnight\b/i, 12: /\b(?:noon|midday)\b/i };

/** Whether `text` stands in `whole`, and not as the beginning of a longer figure: `Rp15` in `Rp15.000`. */
function standsAlone(text: string, whole: string): boolean {
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    if (!/\d[.,]?$/.test(whole.slice(0, at)) && !/^[.,]?\d/.test(whole.slice(at + text.length))) return true;
  }
  return false;
}

/** A value that often is none (`(23)`, `ketiga`) is one where the English has another of its kind. */
function isContradicted(value: Value, left: ReadonlySet<Value>): boolean {
  return (value.kind === 'age' || value.kind === 'ordinal' || value.kind === 'fraction') && [...left].some(({ kind }) => kind === value.kind);
}

/** `setahun`, `sehari`: what `se-` counts is no figure, but English may make one of it; `suatu hari` is one day. */
function isOneOf(value: Value, { indonesian }: Pair): boolean {
  if (value.kind !== 'unit' || value.decimal !== '1') return false;
  const names = [unitNames(value.unit)?.id, ...(value.unit === 'week' ? ['minggu'] : [])];
  return names.some((name) => hasWord(indonesian, name === undefined ? undefined : `se${name}`)) || (value.unit === 'day' && /\b(?:suatu|kelak|nanti)\b/iu.test(indonesian));
}

function hasWord(text: string, word: string | undefined): boolean {
  return word !== undefined && runsOf(text).some((run) => run.text === word);
}

/** A value told twice in English, or one that stands letter for letter in the source, was not invented. */
function standsInSource(value: Value, pair: Pair, source: readonly Value[]): boolean {
  return standsAlone(value.text, pair.indonesian) || isOneOf(value, pair) || source.some((other) => equivalent(other, value));
}
