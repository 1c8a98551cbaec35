/** Finds the terms of the glossary in a text: whole words, longest first, then leftmost. */

import { isClitic, stemsOf } from './clitics.ts';
import { chooseEntry } from './entries.ts';
import { edgeKey, type Entry, indexTerms, ROOT, type TermIndex } from './term-index.ts';
import type { Term } from './term.ts';
import { ADDRESS, GAP, readWords, shown, type Words } from './words.ts';

/** A term where it stands in a text. */
export interface TermMatch {
  readonly term: Term;
  /** Other rows of the same spelling that hold as well, for the date of the article is not known. */
  readonly rivals: readonly Term[];
  /** Offsets in the tagged text; clitics and `para` are not included, both words of a reduplication are. */
  readonly start: number;
  readonly end: number;
  /** As it is spelt there, without tags. */
  readonly found: string;
  /** What follows as a clitic or particle: `nya`, `nyalah`; empty for none. */
  readonly clitic: string;
  /** Said to be plural: `menteri-menteri`, `para menteri`. */
  readonly plural: boolean;
}

export interface Matcher {
  /**
   * The terms in `text` (tagged text, see tagged.ts), in order, never overlapping. `date` is the
   * article's, ISO; where it is undefined, every row holds, and of several rows of one spelling the one
   * that is open at the end is chosen, then the one that begins last. Linear in the text, whatever the
   * number of terms.
   */
  match(text: string, date: string | undefined): readonly TermMatch[];
}

/**
 * A term matches
 * - with any blanks or one hyphen between its words, and with tags anywhere;
 * - with clitics and particles at its end, written on or after a hyphen: `Kominfonya`, `PSE-nyalah`;
 * - doubled for the plural: `menteri-menterinya`, `aset-aset kripto`;
 * - after a prefix with a hyphen that English writes the same way (`non-PSE`), and in a chain of names
 *   (`Kominfo-Polri`), but in no other compound, never inside a word, and not inside an address or
 *   handle (`pse.kominfo.go.id`, `#PSE`) unless it is the whole address.
 */
export function createMatcher(terms: readonly Term[]): Matcher {
  const index = indexTerms(terms);
  return {
    match(text, date) {
      const words = readWords(text);
      const found = candidates(index, words);
      return found.length === 0 ? [] : choose(found, words, text, date);
    },
  };
}

/** Words `first` to `last` of the text spell a term. */
interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly Entry[];
  readonly clitic: string;
  /** Offset in the plain text after the term. */
  readonly end: number;
  readonly doubled: boolean;
}

/** Prefixes that Indonesian joins with a hyphen before a name or acronym, and after which the term is a word in English too. */
const PREFIXES: ReadonlySet<string> = new Set(['non', 'anti', 'pro', 'eks', 'pra', 'pasca', 'antar', 'kontra', 'se', 'sub', 'ber', 'ter']);
const CAPITAL = /^\p{Lu}/u;

/** Every place of every spelling, in the order of their first words. Each word is looked up once. */
function candidates(index: TermIndex, words: Words): readonly Candidate[] {
  const look: Look = { index, words, ids: [], stems: [], found: [] };
  for (let at = 0; at < words.count; at += 1) {
    look.ids.push(index.idOf(edgeKey(words, at, false)));
    look.stems.push(knownStems(index, words.folds[at] ?? '', words.marks[at] ?? ''));
  }
  for (let at = 0; at < words.count; at += 1) lookFrom(look, at);
  return look.found;
}

interface Look {
  readonly index: TermIndex;
  readonly words: Words;
  /** Of each word with the punctuation before it: its number in the index, -1 for none. */
  readonly ids: number[];
  /** Of each word: what it may be before a clitic, as far as the index knows it. */
  readonly stems: (readonly KnownStem[])[];
  readonly found: Candidate[];
}

interface KnownStem {
  readonly stem: string;
  readonly clitic: string;
  /** Number in the index, as the first word of a term and within one. */
  readonly first: number;
  readonly inner: number;
}

const NO_STEMS: readonly KnownStem[] = [];

function knownStems(index: TermIndex, fold: string, mark: string): readonly KnownStem[] {
  const stems = stemsOf(fold);
  if (stems.length === 0) return NO_STEMS;
  const known = stems.map(({ stem, clitic }) => ({ stem, clitic, first: index.idOf(stem), inner: index.idOf(mark + stem) }));
  return known.filter(({ first, inner }) => first !== -1 || inner !== -1);
}

function lookFrom(look: Look, first: number): void {
  const { index, words, ids } = look;
  const id = words.marks[first] === '' ? (ids[first] ?? -1) : index.idOf(words.folds[first] ?? '');
  const stems = look.stems[first] ?? NO_STEMS;
  if (id === -1 && stems.length === 0) return;
  if (!mayBegin(words, first)) return;
  for (const { first: stem, clitic } of stems) addStem(look, stem === -1 ? -1 : index.step(ROOT, stem), first, first, clitic, false);
  const node = id === -1 ? -1 : index.step(ROOT, id);
  if (node === -1) return;
  walk(look, node, first, first, false);
  if (first + 1 >= words.count || words.gaps[first + 1] !== GAP.hyphen) return;
  const fold = words.folds[first] ?? '';
  if (words.folds[first + 1] === fold) walk(look, node, first, first + 1, true);
  for (const { stem, clitic } of look.stems[first + 1] ?? NO_STEMS) if (stem === fold) addStem(look, node, first, first + 1, clitic, true);
}

/** Goes on from `start`, which word `last` has reached, as far as the text spells terms. */
function walk(look: Look, start: number, first: number, last: number, doubled: boolean): void {
  const { index, ids, stems, words } = look;
  let node = start;
  for (let at = last; node !== -1; at += 1) {
    const entries = index.ends[node];
    if (entries !== undefined) addWhole(entries, words, first, at, look.found, doubled);
    const next = at + 1;
    if (next >= words.count) return;
    for (const { inner, clitic } of stems[next] ?? NO_STEMS) addStem(look, inner === -1 ? -1 : index.step(node, inner), first, next, clitic, doubled);
    const id = ids[next] ?? -1;
    node = id === -1 ? -1 : index.step(node, id);
  }
}

function addWhole(entries: readonly Entry[], words: Words, first: number, last: number, found: Candidate[], doubled: boolean): void {
  const end = words.ends[last] ?? 0;
  const next = last + 1;
  if (next < words.count && words.gaps[next] === GAP.hyphen) {
    const clitic = words.folds[next] ?? '';
    if (isClitic(clitic) && words.gaps[next + 1] !== GAP.hyphen) {
      if (mayEnd(words, next)) found.push({ first, last, entries, clitic, end, doubled });
      return;
    }
  }
  if (mayEnd(words, last)) found.push({ first, last, entries, clitic: '', end, doubled });
}

/** The terms that end at `node`, which word `last` has reached without its clitic. */
function addStem({ index, words, found }: Look, node: number, first: number, last: number, clitic: string, doubled: boolean): void {
  const entries = node === -1 ? undefined : index.ends[node];
  if (entries === undefined || !mayEnd(words, last)) return;
  found.push({ first, last, entries, clitic, end: (words.ends[last] ?? 0) - clitic.length, doubled });
}

function mayBegin(words: Words, at: number): boolean {
  const address = words.addresses[at] ?? ADDRESS.none;
  if (address === ADDRESS.handle) return false;
  const gap = words.gaps[at];
  if (address === ADDRESS.domain && at > 0 && (gap === GAP.glued || gap === GAP.hyphen)) return false;
  if (gap !== GAP.hyphen || at === 0) return true;
  return PREFIXES.has(words.folds[at - 1] ?? '') || isChain(words, at - 1);
}

function mayEnd(words: Words, at: number): boolean {
  const next = at + 1;
  if (next >= words.count) return true;
  const gap = words.gaps[next];
  if (words.addresses[at] === ADDRESS.domain) return gap === GAP.blank || gap === GAP.apart;
  return gap !== GAP.hyphen || isChain(words, at);
}

/** Words `at` and the next are two different names with a hyphen between. */
function isChain(words: Words, at: number): boolean {
  const one = words.folds[at] ?? '';
  const two = words.folds[at + 1] ?? '';
  if (two.startsWith(one)) return false;
  return CAPITAL.test(words.plain.slice(words.starts[at], words.ends[at])) && CAPITAL.test(words.plain.slice(words.starts[at + 1], words.ends[at + 1]));
}

/** Deals with each run of candidates that overlap on its own: there are few in each. */
function choose(found: readonly Candidate[], words: Words, text: string, date: string | undefined): readonly TermMatch[] {
  const matches: TermMatch[] = [];
  let from = 0;
  while (from < found.length) {
    let to = from;
    let last = -1;
    for (let next = found[from]; next !== undefined && (to === from || next.first <= last); next = found[to]) {
      last = Math.max(last, next.last);
      to += 1;
    }
    chooseIn(to - from === found.length ? found : found.slice(from, to), words, text, date, matches);
    from = to;
  }
  return matches;
}

/** Longest first, then leftmost, then the reading with the shortest clitic; what overlaps a better one is dropped. */
function chooseIn(run: readonly Candidate[], words: Words, text: string, date: string | undefined, matches: TermMatch[]): void {
  const [only] = run;
  if (run.length === 1 && only !== undefined) {
    const match = toMatch(only, words, text, date);
    if (match !== undefined) matches.push(match);
    return;
  }
  const taken = new Set<number>();
  const chosen: TermMatch[] = [];
  const best = [...run].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first || rank(a) - rank(b));
  for (const candidate of best) {
    if (overlaps(taken, candidate)) continue;
    const match = toMatch(candidate, words, text, date);
    if (match === undefined) continue;
    for (let at = candidate.first; at <= candidate.last; at += 1) taken.add(at);
    chosen.push(match);
  }
  if (chosen.length > 1) chosen.sort((a, b) => a.start - b.start);
  for (const match of chosen) matches.push(match);
}

function overlaps(taken: ReadonlySet<number>, { first, last }: Candidate): boolean {
  for (let at = first; at <= last; at += 1) if (taken.has(at)) return true;
  return false;
}

function toMatch({ first, last, entries, clitic, end, doubled }: Candidate, words: Words, text: string, date: string | undefined): TermMatch | undefined {
  const chosen = chooseEntry(entries, words, first, last, end, date);
  if (chosen === undefined) return undefined;
  const { term, rivals, tail } = chosen;
  const start = words.toStart(words.starts[first] ?? 0);
  const stop = words.toEnd(tail !== '' && clitic === '' && words.plain.startsWith(tail, end) ? end + tail.length : end);
  const plural = doubled || (first > 0 && words.folds[first - 1] === 'para' && words.gaps[first] === GAP.blank);
  return { term, rivals, start, end: stop, found: shown(text.slice(start, stop)), clitic, plural };
}

function rank({ clitic, doubled }: Candidate): number {
  return clitic.length + (doubled ? 10 : 0);
}
