/** Orders of magnitude (`ratusan ribu`, `dozens of`) and ages (`berusia 23 tahun`, `(23)`, `23-year-old`). */
import { pastLeader } from './leaders.ts';
import { numberWord } from './number-words.ts';
import { readNumeral } from './numbers.ts';
import { blank, digitsEnd, isDash, isDigit, isLetter, isWordy, matchForm, wordAt, wordEnd } from './scan.ts';
import { suffixAt } from './units.ts';
import { place } from './value.ts';
import type { AgeValue, Language, VagueValue } from './value.ts';

/** Reads `belasan`, `ratusan ribu`, `puluhan juta rupiah`; `hundreds of thousands of`, `more than a dozen`. */
export function readVague(text: string, at: number, language: Language): VagueValue | undefined {
  if (language === 'en') return readEnglishVague(text, at);
  const first = numberWord(wordAt(text, at), 'id');
  if (first?.role !== 'vague') return undefined;
  let end = wordEnd(text, at);
  // `beribu-ribu`
  if (isDash(text, end) && wordAt(text, at).endsWith(wordAt(text, end + 1)) && isLetter(text, end + 1)) end = wordEnd(text, end + 1);
  const next = blank(text, end);
  const scale = next > end ? numberWord(wordAt(text, next), 'id') : undefined;
  if (scale?.role === 'scale') end = wordEnd(text, next);
  const teens = wordAt(text, at) === 'belasan';
  return finish(text, at, end, first.value + (scale?.role === 'scale' ? scale.value : 0), teens, 'id');
}

function readEnglishVague(text: string, at: number): VagueValue | undefined {
  const more = wordAt(text, at) === 'more' ? matchForm(text, at, 'more than a dozen') : -1;
  if (more > 0) return finish(text, at, more, 1, true, 'en');
  let magnitude = 0;
  let end = at;
  for (let next = at; magnitude < 15; ) {
    const word = numberWord(wordAt(text, next), 'en');
    if (word?.role !== 'vague') break;
    magnitude += word.value;
    end = wordEnd(text, next);
    const of = matchForm(text, blank(text, end), 'of');
    next = of > 0 ? blank(text, of) : end;
    if (next === end) break;
  }
  return end === at ? undefined : finish(text, at, end, magnitude, false, 'en');
}

function finish(text: string, at: number, end: number, magnitude: number, teens: boolean, language: Language): VagueValue {
  const of = language === 'en' ? matchForm(text, blank(text, end), 'of') : -1;
  const last = of > 0 ? of : end;
  const suffix = suffixAt(text, last, language);
  const stop = suffix?.kind === 'money' || suffix?.kind === 'unit' ? suffix.end : last;
  const next = blank(text, stop);
  return {
    kind: 'vague',
    ...place(text, at, stop),
    magnitude,
    teens,
    ...(suffix?.kind === 'money' && { currency: suffix.currency }),
    ...(suffix?.kind === 'unit' && { unit: suffix.unit }),
    counts: of > 0 || (stop === last && next > stop && isLetter(text, next)),
  };
}

const OLDEST = 130;

/** Reads an age at `at`. Behind a name only the digits in the brackets are the value. */
export function readAge(text: string, at: number, language: Language): AgeValue | undefined {
  if (isDigit(text, at) && text.charAt(at - 1) === '(') return readBracketed(text, at);
  const past = pastLeader(text, at, language, 'age');
  const start = past > 0 ? past : at;
  const numeral = past > 0 || language === 'en' ? readNumeral(text, start, language) : undefined;
  if (!numeral || numeral.amount.scale > 0 || numeral.amount.value > OLDEST || numeral.amount.value < 0 || !Number.isInteger(numeral.amount.value)) return undefined;
  const years = numeral.amount.value;
  if (language === 'en') {
    const old = /^[-\s]years?[-\s]olds?(?![\p{L}\d])/iu.exec(text.slice(numeral.end, numeral.end + 12));
    if (!old && (past < 0 || isWordy(text, numeral.end) || isDash(text, numeral.end))) return undefined;
    return { kind: 'age', ...place(text, at, numeral.end + (old?.[0].length ?? 0)), years, bare: false };
  }
  const suffix = suffixAt(text, numeral.end, language);
  if (suffix ? suffix.kind !== 'unit' || suffix.unit !== 'year' : isWordy(text, numeral.end) || isDash(text, numeral.end)) return undefined;
  return { kind: 'age', ...place(text, at, suffix?.end ?? numeral.end), years, bare: false };
}

/** `Siti (23)`: one to three digits alone in brackets behind a word. */
function readBracketed(text: string, at: number): AgeValue | undefined {
  const end = digitsEnd(text, at);
  const years = Number(text.slice(at, Math.min(end, at + 4)));
  if (end - at > 3 || text.charAt(end) !== ')' || years < 1 || years > OLDEST || text.charAt(at) === '0') return undefined;
  const behindWord = /[\p{L}.] ?\($/u.test(text.slice(Math.max(0, at - 4), at));
  return behindWord ? { kind: 'age', ...place(text, at, end), years, bare: true, loose: true } : undefined;
}
