/** Sources of a claim of which nothing stands in the English, neither who says it nor that it is said; and claims that became facts. */

import type { Bilingual } from './bilingual.ts';
import type { Pair } from './pair.ts';
import { formsOf, wordList } from './word-lists.ts';
import { runsOf, wordsOf } from './words.ts';

const isLight = wordList('light-words.txt');

/** `menurut data BPS`, `dikutip dari Antara`: the source stands behind. */
const BEFORE_SOURCE = /(?<!\p{L})(?:menurut|berdasarkan (?:data|laporan|keterangan|survei|penelitian|studi|informasi|catatan|pengakuan)|(?:seperti )?(?:dikutip|dilansir)(?: dari)?|mengutip|melansir)(?=\s)/iu;
/** `kata Menteri Budi`, `ujarnya`: behind a comma or a closing quotation mark. */
const TAIL = /[,"”](?:["”])?\s+(?:begitu |demikian |seperti )?(?:kata|ujar|tutur|ucap|ungkap|jelas|tegas|imbuh|tambah|papar|sebut|terang|tandas|pungkas|beber|lanjut|cetus|kilah)(?:nya|(?=\s))/iu;
/** `Bupati mengatakan`: the source stands before. */
const AFTER_SOURCE = /(?<=\s)(?:mengatakan|menyatakan|menuturkan|mengungkapkan|menjelaskan|menegaskan|menambahkan|menyebut|menyebutkan|memaparkan|mengaku|mengklaim|menduga|memperkirakan|melaporkan|membantah|mengingatkan)(?=\s)/iu;

/** `diduga`, `konon`: the Indonesian does not say that it is so. */
const HEDGE = formsOf(['diduga', 'konon', 'kabarnya', 'dikabarkan', 'disebut-sebut', 'mengklaim', 'mengaku', 'dituduh', 'dituding', 'ditengarai', 'disinyalir']);

const isSaying = wordList('saying.txt');
const isHedge = wordList('hedges.txt');

/** A word of the list, or a regular form of one: `cites`, `denied`, `arguing`, `admitted`. */
function saysSo(word: string): boolean {
  if (isSaying(word)) return true;
  const [, stem = '', ending = ''] = /^(.{2,}?)(s|es|d|ed|ing|ings|ies|ied)$/u.exec(word) ?? [];
  if (stem === '') return false;
  return [stem, `${stem}e`, `${stem}y`, stem.slice(0, -1)].some((base) => isSaying(base)) || (ending !== '' && isSaying(word.replace(/(.)\1(?:ed|ing)$/u, '$1')));
}

/** What says that a thing is held to be so and not known, where nothing in the English does; undefined where nothing is lost. */
export function missingHedge({ indonesian, english }: Pair): string | undefined {
  const found = HEDGE.exec(indonesian);
  return found === null || runsOf(english).some(({ text }) => isHedge(text) || saysSo(text)) ? undefined : found[0];
}

/** The words of the Indonesian that name a source which is gone; undefined where none is. */
export function missingSource({ indonesian, english, uses }: Pair, bilingual: Bilingual): string | undefined {
  const claim = claimIn(indonesian);
  if (claim === undefined || runsOf(english).some(({ text }) => saysSo(text))) return undefined;
  const lower = english.toLowerCase();
  const found = new Set(runsOf(english).map(({ text }) => bilingual.stem(text)));
  if (uses.some(({ start, end }) => start < claim.end && claim.start < end)) return undefined;
  for (const { text } of wordsOf(claim.source)) {
    const word = text.toLowerCase();
    if (PRONOUN.test(word)) {
      if (/\b(?:he|she|they|it|his|her|their)\b/iu.test(english)) return undefined;
      continue;
    }
    if (isLight(word)) continue;
    const known = bilingual.rendered(word) ?? bilingual.rendered(word.replace(/-.*$/u, ''));
    if (lower.includes(word) || known === undefined || [...known.stems].some((stem) => found.has(stem))) return undefined;
  }
  return indonesian.slice(claim.start, claim.end).trim();
}

const PRONOUN = /^(?:dia|ia|beliau|mereka)$/u;
const PRONOUN_AHEAD = /^\s+(?:dia|ia|beliau|mereka)(?!\p{L})/u;
const MOST_WORDS = 4;

interface Claim {
  readonly start: number;
  readonly end: number;
  /** The words that name who says it. */
  readonly source: string;
}

function claimIn(text: string): Claim | undefined {
  const behind = BEFORE_SOURCE.exec(text) ?? TAIL.exec(text);
  if (behind !== null) {
    const at = behind.index + behind[0].length;
    const rest = text.slice(at);
    // `katanya`, `menurut dia`: what comes next is not the source.
    const [source = ''] = behind[0].endsWith('nya') ? [] : PRONOUN_AHEAD.exec(rest) ?? /^(?:\s+[\p{L}\p{N}.'’-]*[\p{L}\p{N}]){0,4}/u.exec(rest) ?? [];
    return { start: behind.index + (/^[,"”\s]+/u.exec(behind[0])?.[0].length ?? 0), end: at + source.length, source };
  }
  const after = AFTER_SOURCE.exec(text);
  if (after === null) return undefined;
  const before = text.slice(0, after.index);
  const [source = ''] = /[\p{L}\p{N}.'’\s-]*$/u.exec(before) ?? [];
  const words = source.trim().split(/\s+/u);
  if (words.length > MOST_WORDS || words.length === 0) return undefined;
  return { start: before.length - source.trimStart().length, end: after.index + after[0].length, source };
}
