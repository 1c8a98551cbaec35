/** The word lists, expressions and names, read once; entries are parsed when they are first asked for. */

import type { Count, ListedPos, Rendering } from './kinds.ts';
import { isPos, listData, readData, rowsOf } from './tables.ts';

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

export interface Lexicon {
  readonly words: ReadonlyMap<string, readonly Entry[]>;
  /** By first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly names: ReadonlyMap<string, NameEntry>;
  /** Names of several words by their first word, longest first. */
  readonly longNames: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Capitalised forms that stay as they are. */
  readonly kept: ReadonlySet<string>;
  /** `word:count` lists of aligned English by form. */
  readonly evidence: ReadonlyMap<string, string>;
}

export function loadLexicon(): Lexicon {
  const words = new Map<string, Entry[]>();
  const phrases = new Map<string, Phrase[]>();
  const add = (form: string, pos: string, raw: string): void => {
    if (!isPos(pos) || form === '') return;
    if (form.includes(' ') || form.includes('…')) addPhrase(phrases, form, pos, raw);
    else push(words, form, { pos, raw });
  };
  const files = [...listData('words/')].sort((a, b) => Number(b.endsWith('function.tsv')) - Number(a.endsWith('function.tsv')));
  // The function words come first and win: a later row for the same form and part of speech is passed over.
  const seen = new Set<string>();
  for (const file of [...files, 'expressions.tsv']) {
    for (const { cells } of rowsOf(readData(file))) {
      const [form = '', pos = '', raw = ''] = cells;
      const key = `${form}\t${pos}`;
      if (seen.has(key)) continue;
      seen.add(key);
      add(form, pos, raw);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { words, phrases, ...loadNames(), kept: loadKept(), evidence: loadEvidence() };
}

function addPhrase(phrases: Map<string, Phrase[]>, form: string, pos: ListedPos, raw: string): void {
  const [head = '', tail = ''] = form.split('…').map((part) => part.trim());
  // A form with two gaps or with nothing before its gap cannot be looked up; the validator names it.
  const words = head.toLowerCase().split(' ').filter((word) => word !== '');
  const [first] = words;
  if (first === undefined) return;
  push(phrases, first, { words, tail: tail.toLowerCase().split(' ').filter((word) => word !== ''), pos, raw });
}

function loadNames(): Pick<Lexicon, 'names' | 'longNames'> {
  const names = new Map<string, NameEntry>();
  const longNames = new Map<string, (readonly string[])[]>();
  for (const { cells } of rowsOf(readData('names.tsv'))) {
    const [form = '', english = '', adjective = ''] = cells;
    names.set(form, { english, adjective: adjective.trim() });
    const words = form.split(' ');
    const [first] = words;
    if (words.length > 1 && first !== undefined) push(longNames, first, words);
  }
  for (const list of longNames.values()) list.sort((a, b) => b.length - a.length);
  return { names, longNames };
}

function loadKept(): ReadonlySet<string> {
  return new Set(rowsOf(readData('names-kept.tsv')).map(({ cells }) => cells[0] ?? ''));
}

function loadEvidence(): ReadonlyMap<string, string> {
  const evidence = new Map<string, string>();
  for (const { cells } of rowsOf(readData('evidence.tsv'))) evidence.set(cells[0] ?? '', cells[2] ?? '');
  return evidence;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** How much the counts weigh against the order of the list. */
const COUNT_WEIGHT = 0.5;
const RANK_COST = 0.55;

/** The renderings of an entry, ranked by the list's order and by how often each was aligned with the form. */
export function parseRenderings(raw: string, evidence: string | undefined): readonly Rendering[] {
  const counts = evidence === undefined ? undefined : parseEvidence(evidence);
  let total = 0;
  if (counts !== undefined) for (const count of counts.values()) total += count;
  return raw.split(' | ').slice(0, 4).map((part, rank) => {
    const parsed = parseRendering(part);
    const seen = counts?.get(contentWord(parsed.text)) ?? 0;
    const share = total < 20 ? 0 : COUNT_WEIGHT * -Math.log((seen + 0.05 * total) / (1.05 * total));
    return { ...parsed, cost: rank * RANK_COST + share };
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
  return { text: text === '∅' ? '' : text, cost: 0, count, intransitive, hint: hints.join('; ') };
}

export function parseEvidence(list: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of list.split(' ')) {
    const colon = item.lastIndexOf(':');
    counts.set(item.slice(0, colon), Number(item.slice(colon + 1)));
  }
  return counts;
}
