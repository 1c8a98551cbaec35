/** The word lists, expressions and names; entries are parsed when they are first asked for. */

import type { EngineData } from './data.ts';
import type { Count, ListedPos, Rendering } from './kinds.ts';
import { makeMemo } from './memo.ts';
import type { Table } from './packed.ts';
import { isPos } from './tables.ts';

export interface Entry {
  readonly pos: ListedPos;
  readonly raw: string;
}

export interface NameEntry {
  readonly english: string;
  readonly adjective: string;
}

/** An expression: its words, and where it has a gap the words after it. */
export interface Phrase {
  readonly words: readonly string[];
  readonly tail: readonly string[];
  readonly pos: ListedPos;
  readonly raw: string;
}

/** What is known by a form, made when it is first asked for and kept (also that nothing is). */
export interface Lookup<T> {
  get(form: string): T | undefined;
}

export interface Lexicon {
  readonly words: Lookup<readonly Entry[]>;
  /** By first word, then by second (empty where the head has one word); longest first. */
  readonly phrases: Lookup<ReadonlyMap<string, readonly Phrase[]>>;
  readonly names: Lookup<NameEntry>;
  /** Names of several words by their first word, longest first. */
  readonly longNames: Lookup<readonly (readonly string[])[]>;
  /** Whether a capitalised form stays as it is. */
  kept(form: string): boolean;
  /** Whether English has `form` as a word. */
  english(form: string): boolean;
  /** `word:count` lists of aligned English by form. */
  readonly evidence: Lookup<string>;
}

export function loadLexicon(data: Pick<EngineData, 'words' | 'phrases' | 'names' | 'longNames' | 'kept' | 'english' | 'evidence'>): Lexicon {
  return {
    words: lookup(data.words, (text) => text.split('\n').flatMap(entryOf)),
    phrases: lookup(data.phrases, phrasesOf),
    names: lookup(data.names, (text) => {
      const [english = '', adjective = ''] = text.split('\t');
      return { english, adjective };
    }),
    longNames: lookup(data.longNames, (text) => text.split('\n').map((name) => name.split(' '))),
    kept: (form) => data.kept.row(form) >= 0,
    english: (form) => data.english.row(form) >= 0,
    evidence: data.evidence,
  };
}

const MEMO = 60_000;

function lookup<T>(table: Table, make: (text: string) => T): Lookup<T> {
  const memo = makeMemo<T | undefined>(MEMO);
  const read = (form: string): T | undefined => {
    const text = table.get(form);
    return text === undefined ? undefined : make(text);
  };
  return { get: (form) => memo(form, () => read(form)) };
}

function entryOf(row: string): readonly Entry[] {
  const [pos = '', raw = ''] = row.split('\t');
  return isPos(pos) ? [{ pos, raw }] : [];
}

function phrasesOf(text: string): ReadonlyMap<string, readonly Phrase[]> {
  const made = new Map<string, Phrase[]>();
  for (const phrase of text.split('\n').flatMap(phraseOf)) {
    const second = phrase.words[1] ?? '';
    made.set(second, [...(made.get(second) ?? []), phrase]);
  }
  return made;
}

function phraseOf(row: string): readonly Phrase[] {
  const [form = '', pos = '', raw = ''] = row.split('\t');
  const [words = [], tail = []] = form.toLowerCase().replaceAll(',', ' ,').split('…').map((part) => part.split(' ').filter((word) => word !== ''));
  return isPos(pos) ? [{ words, tail, pos, raw }] : [];
}

/** How much the counts weigh against the order of the list. */
const COUNT_WEIGHT = 0.5;
const RANK_COST = 1.3;

/** The renderings of an entry, ranked by the list's order and by how often each was aligned with the form. */
export function parseRenderings(raw: string, evidence: string | undefined): readonly Rendering[] {
  const counts = evidence === undefined ? undefined : parseEvidence(evidence);
  let total = 0;
  if (counts !== undefined) for (const count of counts.values()) total += count;
  return raw.split(' | ').slice(0, 4).map((part, rank) => {
    const parsed = parseRendering(part);
    const word = contentWord(parsed.text);
    const seen = counts?.get(word) ?? 0;
    const share = total < 20 ? 0 : COUNT_WEIGHT * -Math.log((seen + 0.05 * total) / (1.05 * total));
    const many = word === parsed.text ? pluralCost(seen, evidence, word) : undefined;
    return { ...parsed, many, cost: rank * RANK_COST + share };
  });
}

function contentWord(text: string): string {
  const words = text.split(' ');
  return words.length === 1 ? text : (words.find((word) => word.length > 3) ?? text);
}

function parseRendering(part: string): Rendering {
  const hints: string[] = [];
  let text = part.replace(/\s*\{([^{}]*)\}\s*/g, (_, hint: string) => {
    hints.push(hint);
    return ' ';
  }).trim();
  const intransitive = text.endsWith('!i');
  if (intransitive) text = text.slice(0, -2).trim();
  let count: Count = 'count';
  if (text.endsWith('~')) count = 'mass';
  else if (text.endsWith('^')) count = 'plural';
  if (count !== 'count') text = text.slice(0, -1);
  return { text: text === '∅' ? '' : text, cost: 0, count, many: undefined, intransitive, hint: hints.join('; ') };
}

export function parseEvidence(list: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of list.split(' ')) {
    const colon = item.lastIndexOf(':');
    // What begins with the colon is not a word: see timesSeen.
    if (colon > 0) counts.set(item.slice(0, colon), Number.parseInt(item.slice(colon + 1), 10));
  }
  return counts;
}

const FEW = 4;
const MANY_BASE = 0.44;
const MANY_WEIGHT = 0.3;

/** What the plural of `word` costs for the form, by how often it was aligned with the plural (`word:count/plural`); undefined where that was hardly seen. */
function pluralCost(count: number, evidence: string | undefined, word: string): number | undefined {
  const found = count < FEW || evidence === undefined ? undefined : ` ${evidence}`.split(` ${word}:`)[1];
  const plural = found === undefined ? undefined : /^\d+\/(\d+)/.exec(found)?.[1];
  if (plural === undefined) return undefined;
  return Math.min(2.5, Math.max(-0.6, MANY_BASE + MANY_WEIGHT * Math.log((count - Number(plural) + FEW) / (Number(plural) + FEW))));
}

/** How often the form itself was seen, with the English that is not listed; 0 where that is not known. */
export function timesSeen(list: string): number {
  return Number(/(?:^| ):(\d+)/.exec(list)?.[1] ?? 0);
}
