/**
 * Dates, percentages, dollars, clock times, quotation marks, honorifics and degrees are written as `style:` in padan.yaml says. What it does
 * not name is free; so is what stands in a form that is no house's (`7/8/2022`), which is for the other checks.
 *
 * @style { dates: day-first, percent: sign, dollar: US$, clock: 12, quotes: curly, honorifics: drop, degrees: drop }
 * @silent Aturan itu terbit 30 Juni 2022. | The rule was issued on 30 June 2022.
 * @silent Harganya naik 12,5 persen. | The price rose 12.5%.
 * @silent Pak Budi datang. | Budi came.
 * @finding Aturan itu terbit 30 Juni 2022. | The rule was issued on June 30, 2022. | Unexpected June 30, 2022, expected 30 June 2022
 * @finding Harganya naik 12,5 persen. | The price rose 12.5 percent. | Unexpected 12.5 percent, expected 12.5%
 * @finding Nilainya 3 juta dolar AS. | It is worth $3 million. | Unexpected $3 million, expected US$3 million
 * @finding Rapat dimulai pukul 14.30 WIB. | The meeting began at 14:30 WIB. | Unexpected 14:30 WIB, expected 2:30 p.m. WIB
 * @silent "Kami siap," kata dia. | “We’re ready,” the official said.
 * @finding "Kami siap," kata dia. | "We are ready," the official said. | Unexpected ", expected curly quotation marks and apostrophes
 * @finding Pak Budi datang. | Mr. Budi came. | Unexpected “Mr.”, expected no honorific
 * @finding Siti Aminah, S.H., M.H. memimpin sidang. | Siti Aminah, S.H., M.H. presided. | Unexpected “S.H.”, expected no degree
 */

import type { Finding } from '../model.ts';
import { FAMILIAR, HONORIFICS } from '../style/honorifics.ts';
import { degreeIn } from '../style/degrees.ts';
import { quotesIn, strayQuote } from '../style/quotes.ts';
import type { HouseStyle } from '../style/style.ts';
import type { Value } from '../values/value.ts';
import { findValues, flatten } from '../values/values.ts';
import { writeValue } from '../values/write.ts';
import type { Check, Pair } from './pair.ts';

export const houseStyle: Check = {
  rule: 'style',
  check(pair) {
    const { style } = pair;
    if (style === undefined) return [];
    const judged = style.dates ?? style.percent ?? style.dollar ?? style.clock;
    return [...(judged === undefined || !/\d/.test(pair.english) ? [] : values(pair, style)), ...quotes(pair, style), ...honorifics(pair, style), ...degrees(pair, style)];
  },
};

function values({ english }: Pair, style: HouseStyle): readonly Finding[] {
  return flatten(findValues(english, 'en')).flatMap((value): Finding[] => {
    const [has, wanted] = formsOf(value, style);
    if (has === undefined || wanted === undefined || has === wanted) return [];
    const expected = writeValue(value, 'en', style);
    return [{ rule: 'style', message: `Unexpected ${value.text}, expected ${expected}`, actual: value.text, expected, start: value.start, end: value.end }];
  });
}

const DAY_FIRST = /(?<![\p{L}\d])\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+\p{L}{3}/u;
const MONTH_FIRST = /\p{L}{3,}\.?\s+\d{1,2}(?!\d)/u;

/** In which of the forms that a house chooses among a value is written, and which one `style` wants; undefined where there is none. */
function formsOf(value: Value, { dates, percent, dollar, clock }: HouseStyle): readonly [has: string | number | undefined, wanted: string | number | undefined] {
  const { text } = value;
  switch (value.kind) {
    case 'date':
      if (value.month === undefined || value.day === undefined) return NONE;
      return [DAY_FIRST.test(text) ? 'day-first' : MONTH_FIRST.test(text) ? 'month-first' : undefined, dates];
    case 'percent':
      return value.points ? NONE : [text.includes('%') ? 'sign' : /\bper\s+cent\b/i.test(text) ? 'two-words' : /\bpercent\b/i.test(text) ? 'word' : undefined, percent];
    case 'money':
      return value.currency === 'USD' && text.includes('$') ? [/U\.?S\.?\s?\$/.test(text) ? 'US$' : '$', dollar] : NONE;
    case 'time':
      return [/\d\s?[ap]\.?\s?m\b/i.test(text) ? 12 : /\d{1,2}[:.]\d{2}/.test(text) ? 24 : undefined, clock];
    default:
      return NONE;
  }
}

const NONE = [undefined, undefined] as const;

function quotes({ english }: Pair, { quotes: kind }: HouseStyle): readonly Finding[] {
  const stray = kind === undefined ? undefined : strayQuote(english, kind);
  if (stray === undefined || kind === undefined) return [];
  const { text, start } = stray;
  return [{ rule: 'style', message: `Unexpected ${text}, expected ${kind} quotation marks and apostrophes`, actual: text, expected: quotesIn(english, kind).charAt(start), start, end: start + 1 }];
}

function degrees({ english }: Pair, { degrees: rule }: HouseStyle): readonly Finding[] {
  const found = rule === 'drop' ? degreeIn(english) : undefined;
  return found === undefined ? [] : [{ rule: 'style', message: `Unexpected “${found.text}”, expected no degree`, actual: found.text, start: found.start, end: found.start + found.text.length }];
}

const spelt = (words: readonly string[]): string => words.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`).join('|');
const TRANSLATED = spelt(Object.keys(HONORIFICS));
const KEPT = spelt(FAMILIAR);
const SOURCE_HONORIFIC = new RegExp(`(?<!\\p{L})(?:${TRANSLATED}|${KEPT})\\.?\\s+\\p{Lu}`, 'u');
const ENGLISH_HONORIFIC = /(?<!\p{L})(?:Mr\.?|Ms\.?|Mrs\.?|Miss)(?=\s+\p{Lu})/gu;
const INDONESIAN_HONORIFIC = new RegExp(`(?<!\\p{L})(?:${TRANSLATED})(?=\\s+\\p{Lu})`, 'gu');
const FAMILIAR_HONORIFIC = new RegExp(`(?<!\\p{L})(?:${KEPT})(?=\\s+\\p{Lu})`, 'gu');

function honorifics({ indonesian, english }: Pair, { honorifics: rule }: HouseStyle): readonly Finding[] {
  if (rule === undefined || !SOURCE_HONORIFIC.test(indonesian)) return [];
  const found = (pattern: RegExp, expected: string): readonly Finding[] =>
    [...english.matchAll(pattern)].map(({ 0: text, index }) => ({ rule: 'style', message: `Unexpected “${text}”, expected ${expected}`, actual: text, start: index, end: index + text.length }));
  switch (rule) {
    case 'translate':
      return found(INDONESIAN_HONORIFIC, 'Mr. or Ms.');
    case 'keep':
      return found(ENGLISH_HONORIFIC, 'the Indonesian honorific');
    case 'drop':
      return [ENGLISH_HONORIFIC, INDONESIAN_HONORIFIC, FAMILIAR_HONORIFIC].flatMap((pattern) => found(pattern, 'no honorific'));
  }
}
