/** Ordinals, centuries and decades: `ke-3`, `ketiga`, `abad XIX`, `1990-an`, `3rd`, `twenty-first`, `19th century`. */
import { follows, pastLeader, words } from './leaders.ts';
import { numberWord, readWords } from './number-words.ts';
import { blank, digitsEnd, isDash, isDigit, isWordy, wordAt, wordEnd } from './scan.ts';
import { readTable } from './tables.ts';
import { place } from './value.ts';
import type { CenturyValue, DecadeValue, Language, OrdinalValue } from './value.ts';

interface Rank {
  readonly rank: number;
  readonly flags: string;
}
const RANKS: Readonly<Record<Language, ReadonlyMap<string, Rank>>> = { id: load('id'), en: load('en') };

export function ordinalStarts(language: Language): readonly string[] {
  return [...RANKS[language].keys(), ...(language === 'id' ? ['ke', 'abad', 'keduabelas', ...words('id', 'phase')] : [])];
}

/** Reads an ordinal at `at`, or the century that it counts. */
export function readOrdinal(text: string, at: number, language: Language): OrdinalValue | CenturyValue | undefined {
  return language === 'id' ? readIndonesian(text, at) : readEnglish(text, at);
}

/** `1990-an`, `1990an`, `era 90-an`; `1990s`, `'90s`, `20s`. */
export function readDecade(text: string, at: number, language: Language): DecadeValue | undefined {
  const start = language === 'id' ? Math.max(at, decadeWord(text, at)) : /^['’]\d/.test(text.slice(at, at + 2)) ? at + 1 : at;
  const end = digitsEnd(text, start);
  const length = end - start;
  if ((length !== 4 && length !== 2) || text.charAt(end - 1) !== '0') return undefined;
  const from = Number(text.slice(start, end));
  const tail = language === 'id' ? /^[-–‑]?an(?![\p{L}\d])/u.exec(text.slice(end, end + 4)) : /^['’]?s(?![\p{L}\d])/u.exec(text.slice(end, end + 3));
  if (!tail || from === 0 || (length === 4 && (from < 1000 || from > 2190))) return undefined;
  const led = start > at || (language === 'id' && follows(text, at, 'id', 'decade'));
  return { kind: 'decade', ...place(text, at, end + tail[0].length), from: length === 2 && led && from >= 30 ? 1900 + from : from };
}

function decadeWord(text: string, at: number): number {
  return wordAt(text, at) === 'tahun' ? pastLeader(text, at, 'id', 'decade') : -1;
}

function readIndonesian(text: string, at: number): OrdinalValue | CenturyValue | undefined {
  const word = wordAt(text, at);
  const end = wordEnd(text, at);
  if (word === 'ke') return readKe(text, at, end);
  if (word === 'abad') {
    const next = blank(text, end);
    const ke = wordAt(text, next) === 'ke' ? readKe(text, next, next + 2) : undefined;
    const spelt = ke ?? (next > end ? (rankWord(text, next) ?? countAt(text, next)) : undefined);
    return spelt && spelt.rank <= 30 ? { kind: 'century', ...place(text, at, spelt.end), century: spelt.rank } : undefined;
  }
  if (words('id', 'phase').has(word)) {
    const next = blank(text, end);
    const count = next > end ? countAt(text, next) : undefined;
    return count && count.rank <= 4 ? { kind: 'ordinal', ...place(text, next, count.end), rank: count.rank, words: false } : undefined;
  }
  const found = rankWord(text, at);
  if (!found || isWordy(text, found.end)) return undefined;
  const yang = /\byang\s$/i.test(text.slice(Math.max(0, at - 6), at));
  const both = found.flags.includes('both') && !yang;
  const loose = found.flags.includes('loose') && !yang;
  return { kind: 'ordinal', ...place(text, at, found.end), rank: found.rank, words: true, ...(both && { ambiguous: true as const }), ...(loose && { loose: true as const }) };
}

/** `ke-3`, `ke-XXI`. */
function readKe(text: string, at: number, end: number): (OrdinalValue & { readonly rank: number }) | undefined {
  const count = isDash(text, end) ? countAt(text, end + 1) : undefined;
  return count && { kind: 'ordinal', ...place(text, at, count.end), rank: count.rank, words: false };
}

/** `ketiga`, `kedua belas`, `kedua puluh lima`. */
function rankWord(text: string, at: number): { readonly rank: number; readonly end: number; readonly flags: string } | undefined {
  const word = wordAt(text, at);
  const end = wordEnd(text, at);
  const known = RANKS.id.get(word);
  const next = blank(text, end);
  const follower = numberWord(wordAt(text, next), 'id');
  if (word.startsWith('ke') && next > end && (follower?.role === 'teen' || follower?.role === 'ten') && known) {
    const spelt = readWords(text, at + 2, 'id');
    if (spelt && spelt.scale === 0 && !spelt.fraction) return { rank: Number(spelt.mantissa), end: spelt.end, flags: 'both' };
  }
  // `pertama-tama`, `kedua-duanya` are other words.
  return known && !(isDash(text, end) && isWordy(text, end + 1)) ? { ...known, end } : undefined;
}

/** A number in digits or in Roman capitals. */
function countAt(text: string, at: number): { readonly rank: number; readonly end: number } | undefined {
  const end = isDigit(text, at) ? digitsEnd(text, at) : wordEnd(text, at);
  if (end === at || end - at > 9 || isWordy(text, end)) return undefined;
  const rank = isDigit(text, at) ? Number(text.slice(at, end)) : roman(text.slice(at, end));
  return rank > 0 ? { rank, end } : undefined;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function roman(written: string): number {
  if (!/^(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(written)) return 0;
  let sum = 0;
  for (let i = 0; i < written.length; i++) {
    const value = ROMAN[written.charAt(i)] ?? 0;
    sum += value < (ROMAN[written.charAt(i + 1)] ?? 0) ? -value : value;
  }
  return sum;
}

function readEnglish(text: string, at: number): OrdinalValue | CenturyValue | undefined {
  const found = isDigit(text, at) ? suffixed(text, at) : spelt(text, at);
  if (!found || isWordy(text, found.end)) return undefined;
  const next = isDash(text, found.end) ? found.end + 1 : blank(text, found.end);
  const word = wordAt(text, next);
  if (word === 'century' || word === 'centuries') return { kind: 'century', ...place(text, at, wordEnd(text, next)), century: found.rank };
  return { kind: 'ordinal', ...place(text, at, found.end), rank: found.rank, words: found.words, ...(found.loose && { loose: true as const }) };
}

function suffixed(text: string, at: number): { readonly rank: number; readonly end: number; readonly words: boolean; readonly loose: boolean } | undefined {
  const end = digitsEnd(text, at);
  if (end - at > 9 || !/^(?:st|nd|rd|th)$/i.test(text.slice(end, end + 2))) return undefined;
  return { rank: Number(text.slice(at, end)), end: end + 2, words: false, loose: false };
}

/** `third`, `twenty-first`. */
function spelt(text: string, at: number): { readonly rank: number; readonly end: number; readonly words: boolean; readonly loose: boolean } | undefined {
  const end = wordEnd(text, at);
  const known = RANKS.en.get(wordAt(text, at));
  if (known) return { rank: known.rank, end, words: true, loose: known.flags.includes('loose') };
  const ten = numberWord(wordAt(text, at), 'en');
  const next = isDash(text, end) ? end + 1 : blank(text, end);
  const last = ten?.role === 'ten' && next > end ? RANKS.en.get(wordAt(text, next)) : undefined;
  return ten && last && last.rank < 10 ? { rank: ten.value + last.rank, end: wordEnd(text, next), words: true, loose: false } : undefined;
}

function load(language: Language): ReadonlyMap<string, Rank> {
  const rows = readTable('ordinals.tsv').filter(([own]) => own === language);
  return new Map(rows.map(([, word = '', rank = '', flags = '']) => [word, { rank: Number(rank), flags }] as const));
}
