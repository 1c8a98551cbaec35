/** Finds every value of a text: numbers, percentages, money, dates, times, ordinals, units, ranges, codes. */
import { calendarStarts } from './calendar.ts';
import { readLabel, readLeftover, readPhone } from './codes.ts';
import { readAge, readVague } from './counts.ts';
import { readDate, readYear } from './dates.ts';
import { shortDate } from './date-digits.ts';
import { follows, words } from './leaders.ts';
import { readSlash } from './money.ts';
import { numberStarts, numberWord } from './number-words.ts';
import { readDecade, readOrdinal, ordinalStarts } from './ordinals.ts';
import { readQuantities, readScore } from './ranges.ts';
import { digitsEnd, isBlankAt, isDash, isLetterCode, isWordy, wordAt, wordEnd, wordyEnd } from './scan.ts';
import { readTime } from './times.ts';
import { currencyStarts } from './units.ts';
import { place } from './value.ts';
import type { Language, Reader, Value } from './value.ts';

/** Words that some reader knows how to begin with; all others are passed over at once. */
const STARTS: Readonly<Record<Language, Starts>> = { id: indexed(starts('id')), en: indexed(starts('en')) };
const SIGNS = new Set([...currencyStarts().filter((start) => !isLetterCode(start.charCodeAt(0))), '-', '−', '+', '½', '¼', '¾', '⅓', '⅔', '⅛', "'", '’']);

/** Readers at a word; of those that read something the longest holds, of equals the first. */
const AT_WORD: readonly Reader[] = [readDate, readIndonesianYear, readTime, readDecade, readOrdinal, readAge, readVague, readQuantities];
const AT_DIGIT: readonly Reader[] = [readDate, readLoneYear, readTime, readDecade, readOrdinal, readAge, readScore, readSlash, readQuantities];

/**
 * All values of the text, left to right, not overlapping. Indonesian text is read with the decimal comma and with
 * dates as day/month/year, English text with the decimal point. Offsets count UTF-16 units of `text`.
 * Time is linear in the length of the text, whatever the text is. Of a phrase such as `pukul 14.30 WIB`,
 * `tahun 2022` or `berusia 23 tahun` the announcing word belongs to the value; of `Pasal 27` it does not.
 */
export function findValues(text: string, language: Language): readonly Value[] {
  const found: Value[] = [];
  const known = STARTS[language];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isLetterCode(code)) {
      const end = wordEnd(text, at);
      const value = mayStart(known, text, at, end) ? valueAtWord(text, at, end, language) : undefined;
      if (value) found.push(value);
      at = value ? value.end : skipWord(text, at, end, language);
    } else if (code >= 48 && code <= 57) {
      const value = valueAtDigit(text, at, language);
      if (value) found.push(value);
      at = value ? value.end : skipRun(text, wordyEnd(text, at));
    } else {
      const value = code > 32 && code !== 44 && code !== 46 && SIGNS.has(text.charAt(at)) ? valueAtSign(text, at, language) : undefined;
      if (value) found.push(value);
      at = value ? value.end : skipSign(text, at, code);
    }
  }
  return found;
}

/** The values with each range replaced by its two ends: what a comparison by value counts. */
export function flatten(values: readonly Value[]): readonly Value[] {
  return values.flatMap((value) => (value.kind === 'range' ? [value.from, value.to] : [value]));
}

function valueAtWord(text: string, at: number, end: number, language: Language): Value | undefined {
  // `satu-satunya`, `dua-dua`: a doubled word counts nothing.
  if (language === 'id' && isDash(text, end) && wordAt(text, end + 1).startsWith(text.slice(at, end).toLowerCase())) return undefined;
  const value = longest(AT_WORD, text, at, language);
  if (value?.kind !== 'number' || !value.words) return value;
  const one = value.decimal === '1' && /\b(?:salah|satu|one)\s?$/i.test(text.slice(Math.max(0, at - 6), at));
  return one ? { ...value, loose: true } : value;
}

function valueAtSign(text: string, at: number, language: Language): Value | undefined {
  const sign = text.charAt(at);
  if (sign === '+') return readPhone(text, at);
  if (sign === "'" || sign === '’') return isWordy(text, at - 1) ? undefined : readDecade(text, at, language);
  return readQuantities(text, at, language);
}

function valueAtDigit(text: string, at: number, language: Language): Value | undefined {
  if (glued(text, at)) return undefined;
  const label = readLabel(text, at, language);
  if (label) return label;
  const bracket = text.charAt(at - 1) === '(' ? bracketDate(text, at, language) : undefined;
  if (bracket) return bracket;
  const best = longest(AT_DIGIT, text, at, language);
  const code = readPhone(text, at) ?? readLeftover(text, at, language);
  if (!code) return best;
  // A reader that knows the form beats a code; a bare number does not (`0811 9787 670`, `4-4-2`).
  if (!best || best.end < code.end) return code;
  return best.end > code.end || (best.kind !== 'number' && best.kind !== 'range') ? best : code;
}

/** `(8/7)` in Indonesian news is a date. */
function bracketDate(text: string, at: number, language: Language): Value | undefined {
  const date = language === 'id' ? shortDate(text, at) : undefined;
  if (!date || text.charAt(date.end) !== ')') return undefined;
  return { kind: 'date', ...place(text, at, date.end), month: date.month, day: date.day };
}

/** Whether the digits hang on a word or a sign that makes them part of a name: `COVID-19`, `@user1`, `#2019`. */
function glued(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '@' || before === '#') return true;
  if (!isDash(text, at - 1) || !isWordy(text, at - 2)) return false;
  const year = digitsEnd(text, at) === at + 4;
  return !year && !isPrefix(text, at - 1);
}

/** Whether the word that ends at `end` may stand before a hyphen and a number: `mid-`, `pra-`. */
function isPrefix(text: string, end: number): boolean {
  return follows(text, end, 'id', 'join') || follows(text, end, 'en', 'join');
}

function readLoneYear(text: string, at: number, language: Language): Value | undefined {
  return follows(text, at, language, 'year') ? readYear(text, at, language) : undefined;
}

function readIndonesianYear(text: string, at: number, language: Language): Value | undefined {
  return language === 'id' && wordAt(text, at) === 'tahun' ? readYear(text, at, language) : undefined;
}

function longest(readers: readonly Reader[], text: string, at: number, language: Language): Value | undefined {
  let best: Value | undefined;
  for (const reader of readers) {
    const value = reader(text, at, language);
    if (value && (!best || value.end > best.end)) best = value;
  }
  return best;
}

/** Past a word, and past all that is one with it: letters with digits, domain names, addresses of pages and mail. */
function skipWord(text: string, at: number, end: number, language: Language): number {
  const next = text.charCodeAt(end);
  if (next === 32) return end;
  // A currency or an `Rp.` was tried already; `ke-` and the like leave the digits to nobody.
  if ((next >= 48 && next <= 57) || next === 95) return skipRun(text, wordyEnd(text, end));
  if (next === 58 && text.startsWith('://', end)) return skipToBlank(text, end);
  if (next === 64 && isWordy(text, end + 1)) return skipToBlank(text, end);
  if (next === 46 && numberWord(text.slice(at, Math.min(end, at + 24)).toLowerCase(), language) === undefined) return skipRun(text, end);
  return end;
}

/** Past `.com/2022/…`: a full stop with a letter right behind it goes on with the word. */
function skipRun(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 46 && isLetterCode(text.charCodeAt(end + 1))) end = wordyEnd(text, end + 1);
  const domain = end > at && (text.charCodeAt(end) === 47 || text.charCodeAt(end) === 64);
  return domain ? skipToBlank(text, end) : end;
}

function skipToBlank(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBlankAt(text, end)) end++;
  return end;
}

/** Past one sign; a handle or a hashtag goes with its `@` or `#`. */
function skipSign(text: string, at: number, code: number): number {
  return code === 64 || code === 35 || code === 95 ? Math.max(at + 1, wordyEnd(text, at + 1)) : at + 1;
}

interface Starts {
  readonly words: ReadonlySet<string>;
  /** For each letter with which one of them begins, a bit for each length. */
  readonly lengths: Uint32Array;
}

function indexed(words: ReadonlySet<string>): Starts {
  const lengths = new Uint32Array(32);
  // Letters outside ASCII share their slots with others: then the set decides.
  for (const word of words) lengths[word.charCodeAt(0) & 31] = (lengths[word.charCodeAt(0) & 31] ?? 0) | (1 << word.length);
  return { words, lengths };
}

/** Whether the word is one that a reader knows how to begin with; nearly all are told apart by letter and length. */
function mayStart({ words, lengths }: Starts, text: string, at: number, end: number): boolean {
  const length = end - at;
  return length <= 24 && ((lengths[text.charCodeAt(at) & 31] ?? 0) & (1 << length)) !== 0 && words.has(text.slice(at, end).toLowerCase());
}

function starts(language: Language): ReadonlySet<string> {
  const extra = language === 'id' ? ['tahun', ...words('id', 'clock')] : ['more'];
  const currencies = currencyStarts().filter((start) => isLetterCode(start.charCodeAt(0)));
  return new Set([
    ...numberStarts(language),
    ...calendarStarts(language),
    ...ordinalStarts(language),
    ...words(language, 'age'),
    ...words(language, 'between'),
    ...words(language, 'minus'),
    ...currencies,
    ...(language === 'id' ? glueWords() : []),
    ...extra,
  ]);
}

/** `duapuluh`, `limabelas`: old joined spellings. */
function glueWords(): readonly string[] {
  const units = numberStarts('id').filter((word) => numberWord(word, 'id')?.role === 'unit');
  return units.flatMap((unit) => ['belas', 'puluh', 'ratus'].map((suffix) => unit + suffix));
}
