/** Expressions as edges of the lattice, also with a gap. */

import { reading } from './analysis.ts';
import type { Analyser } from './analysis.ts';
import { isHead } from './heads.ts';
import type { Edge, ListedPos, Pos, Reading, Rendering, Token } from './kinds.ts';
import type { Phrase } from './lexicon.ts';
import { isNounAt } from './neighbours.ts';

/** How far after its first part the second part of an expression with a gap may begin. */
const GAP = 25;
/** How much better an expression is than its words one by one, for each word after the first. */
export const PHRASE_GAIN = 1.08;

/** Adds what `phrase` says where its words stand at `at`. */
export function addPhrase(edges: Edge[][], tokens: readonly Token[], at: number, phrase: Phrase, analyser: Analyser, doubled = false): void {
  if (doubled && (phrase.pos !== 'n' || phrase.tail.length > 0 || phrase.words.join(' ') === 'orang tua')) return;
  const end = at + phrase.words.length;
  let clitic: Reading['clitic'] = '';
  for (let index = 1; index < phrase.words.length; index += 1) {
    const token = tokens[at + index];
    const word = phrase.words[index];
    if (token?.kind !== 'word' && word !== ',') return;
    if (token?.lower === word) continue;
    if (index === phrase.words.length - 1 && token?.lower === `${word ?? ''}nya`) clitic = 'nya';
    else return;
  }
  const form = phrase.words.join(' ');
  // `25 guru yang lain`: other teachers.
  // `petugas yang ada.`: nothing else is said of them.
  if (form === 'yang ada' && tokens[end]?.kind !== 'punct' && tokens[end] !== undefined) return;
  if (form === 'yang lain' && analyser.readings(tokens[at - 1]?.lower ?? '')[0]?.pos === 'n') return;
  const behindNoun = isNounAt(tokens, at - 1, analyser);
  // `makna yang penting`: what the noun is. Only `Yang penting, …` opens a statement.
  if ((behindNoun || analyser.readings(tokens[at - 1]?.lower ?? '')[0]?.pos === 'a') && form.startsWith('yang ') && /^(?:conj|pron)$/.test(phrase.pos)) return;
  // `anggota lain dari kartel itu`: other members of it.
  if (behindNoun && form.startsWith('lain dari')) return;
  // `lereng Gunung Merapi`: the name goes with its mountain.
  if (form.endsWith(' gunung') && tokens[end]?.shape === 'capital') return;
  // `adalah pasar penting bagi Asia`: behind an object the adjective is its own.
  if (behindNoun && phrase.pos === 'v' && phrase.raw.startsWith('be ') && analyser.readings(phrase.words[0] ?? '')[0]?.pos === 'a' && /^(?:v|prep)$/.test(analyser.readings(tokens[at - 2]?.lower ?? '')[0]?.pos ?? '')) return;
  // `Penting bagi kita untuk …`: it is important, of which the subject comes later.
  if (at === 0 && phrase.pos === 'v' && /^be \w+ for(?: \||$)/.test(phrase.raw) && form.endsWith(' bagi')) return;
  // `pada akhir tahun depan`: of which year.
  if (phrase.pos === 'adv' && /. (?:tahun|bulan|pekan|minggu)$/.test(form) && /^(?:ini|itu|lalu|depan|silam|mendatang|tersebut)$/.test(tokens[end]?.lower ?? '')) return;
  // `dengan harga yang wajar`: nothing that `at a price of` could govern.
  if (/^[^|]* (?:of|for|to)(?: \||$)/.test(phrase.raw) && /^(?:prep|conj)$/.test(phrase.pos) && (tokens[end]?.lower === 'yang' || /^[.!?,;]/.test(tokens[end]?.text ?? '.'))) return;
  // `melakukan pertemuan segitiga`: the noun inside has more to it.
  if (clitic === '' && phrase.pos === 'v' && phrase.raw.split(' | ').every((one) => one.includes('!i')) && goesOn(tokens, end, analyser)) return;
  if (phrase.tail.length === 0) {
    edges[at]?.push({ to: end, reading: { ...phraseReading(form, phrase.pos, analyser.render(form, phrase.raw), phrase.words.length), clitic, plural: doubled } });
    return;
  }
  const tail = findTail(tokens, end, phrase.tail);
  if (tail === -1) return;
  const [first, second] = splitGap(phrase.raw);
  edges[at]?.push({ to: end, reading: phraseReading(form, phrase.pos, analyser.render(form, first), phrase.words.length + 1) });
  const rest = phrase.tail.join(' ');
  edges[tail]?.push({ to: tail + phrase.tail.length, reading: phraseReading(rest, 'conj', analyser.render(rest, second), phrase.tail.length + 1) });
}

/** Whether the last word before `end` is a noun that what stands there says more of. */
function goesOn(tokens: readonly Token[], end: number, analyser: Analyser): boolean {
  const next = tokens[end];
  const hospital = tokens[end - 1]?.lower === 'sakit' && tokens[end - 2]?.lower === 'rumah';
  if (next?.kind !== 'word' || !(hospital || isNounAt(tokens, end - 1, analyser))) return false;
  const [first] = analyser.readings(next.lower);
  return next.lower === 'yang' || next.lower === 'apapun' || (next.lower === 'apa' && tokens[end + 1]?.lower === 'pun') || first?.pos === 'a' || (first?.pos === 'n' && !isHead(next.lower, 'time'));
}

function findTail(tokens: readonly Token[], from: number, tail: readonly string[]): number {
  for (let at = from + 1; at < Math.min(tokens.length, from + GAP); at += 1) {
    if (tokens[at]?.text === '.') return -1;
    if (tail.every((word, index) => tokens[at + index]?.lower === word && tokens[at + index]?.kind === 'word')) return at;
  }
  return -1;
}

function splitGap(raw: string): readonly [string, string] {
  const parts = raw.split(' | ').map((part) => part.split('…').map((half) => half.trim()));
  return [parts.map((part) => part[0] ?? '').join(' | '), parts.map((part) => (part[1] ?? '') || '∅').join(' | ')];
}

function phraseReading(form: string, listed: ListedPos, renderings: readonly Rendering[], length: number): Reading {
  const pos: Pos = listed === 'np' ? 'n' : listed === 'adj' ? 'a' : listed === 'clause' ? 'adv' : listed;
  return { ...reading(form, pos, renderings, -PHRASE_GAIN * (length - 1), 'expression'), voice: pos === 'v' ? phraseVoice(form) : 'none' };
}

/** Inflected verbs stand in expressions as full forms: `mengambil keputusan`, `dikenal sebagai`. */
function phraseVoice(form: string): Reading['voice'] {
  if (/^(?:di(?!ri)|ter)[a-z]{3,}/.test(form)) return 'passive';
  return /^me[a-z]{3,}/.test(form) ? 'active' : 'bare';
}
