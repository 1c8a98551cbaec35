/** The English n-gram model: what a word costs after two others (natural logarithms, lower is likelier). */

import { readData } from './tables.ts';

export interface LanguageModel {
  /** The id of a word as it is written in English; -1 for a word the model does not have. */
  id(word: string): number;
  /** What stands for `before` and `last` (ids; -1 is any unknown word) as a history of two words; -1 where they never met. */
  history(before: number, last: number): number;
  /** The cost of `word` after `last` with the history of the two words before it. */
  cost(history: number, last: number, word: number): number;
  /** The id of the sentence's beginning and of its end. */
  readonly begin: number;
  readonly end: number;
}

/** A word that is not in the model. */
export const UNKNOWN_COST = 11;
/** What falling back to a shorter history costs: -ln 0.4. */
const BACK_OFF = 0.916;
const BITS = 15;

export function loadModel(): LanguageModel {
  const ids = new Map<string, number>();
  const single: number[] = [];
  let total = 0;
  for (const row of readData('english-words.tsv').split('\n')) {
    if (row === '' || row.startsWith('# ')) continue;
    const tab = row.indexOf('\t');
    const count = Number(row.slice(tab + 1));
    ids.set(row.slice(0, tab), single.length);
    single.push(count);
    total += count;
  }
  const unigram = Float32Array.from(single, (count) => -Math.log(count / total));
  const pairCounts: number[] = [];
  const pairs = readCounts(readData('english-pairs.txt'), (first, second, count) => {
    pairCounts.push(count);
    return { key: first * (1 << BITS) + second, cost: -Math.log(count / (single[first] ?? 1)) };
  });
  const triples = readCounts(readData('english-triples.txt'), (pair, third, count) => ({
    key: pair * (1 << BITS) + third,
    cost: -Math.log(count / (pairCounts[pair] ?? 1)),
  }));
  const idOf = (word: string): number => ids.get(word) ?? ids.get(word.toLowerCase()) ?? numberClass(word, ids);
  return {
    id: idOf,
    begin: ids.get('<s>') ?? -1,
    end: ids.get('</s>') ?? -1,
    history(before, last) {
      if (before < 0 || last < 0) return -1;
      const slot = find(pairs, before * (1 << BITS) + last);
      return slot < 0 ? -1 : (pairs.order[slot] ?? -1);
    },
    cost(history, last, word) {
      if (word < 0) return UNKNOWN_COST;
      if (last < 0) return BACK_OFF + (unigram[word] ?? UNKNOWN_COST);
      let penalty = 0;
      if (history >= 0) {
        const slot = find(triples, history * (1 << BITS) + word);
        if (slot >= 0) return triples.costs[slot] ?? 0;
        penalty = BACK_OFF;
      }
      const slot = find(pairs, last * (1 << BITS) + word);
      return slot >= 0 ? penalty + (pairs.costs[slot] ?? 0) : penalty + BACK_OFF + (unigram[word] ?? UNKNOWN_COST);
    },
  };
}

/** A number stands for its like: a year for years, another for numbers. */
function numberClass(word: string, ids: ReadonlyMap<string, number>): number {
  if (!/^\d[\d.,]*$/.test(word)) return -1;
  return ids.get(/^(?:19|20)\d\d$/.test(word) ? '2007' : '20') ?? -1;
}

/** Open addressing over a power of two; a key plus one is stored, so that zero is an empty place. */
interface Counts {
  readonly keys: Uint32Array;
  readonly costs: Float32Array;
  /** The row of the file that each place holds. */
  readonly order: Int32Array;
  readonly mask: number;
}

function readCounts(text: string, entry: (first: number, second: number, count: number) => { key: number; cost: number }): Counts {
  let size = 1;
  while (size < text.length / 6) size *= 2;
  const keys = new Uint32Array(size);
  const costs = new Float32Array(size);
  const order = new Int32Array(size);
  const mask = size - 1;
  let row = 0;
  let at = 0;
  const numbers = [0, 0, 0];
  while (at < text.length) {
    if (text.charCodeAt(at) === 35) {
      at = text.indexOf('\n', at) + 1;
      if (at === 0) break;
      continue;
    }
    let field = 0;
    let value = 0;
    let code = text.charCodeAt(at);
    for (; code !== 10 && at < text.length; code = text.charCodeAt(++at)) {
      if (code === 32) {
        numbers[field++] = value;
        value = 0;
      } else value = value * 10 + code - 48;
    }
    numbers[field] = value;
    at += 1;
    const { key, cost } = entry(numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0);
    let slot = hash(key) & mask;
    while (keys[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key + 1;
    costs[slot] = cost;
    order[slot] = row;
    row += 1;
  }
  return { keys, costs, order, mask };
}

function find(counts: Counts, key: number): number {
  const wanted = key + 1;
  let slot = hash(key) & counts.mask;
  for (;;) {
    const there = counts.keys[slot];
    if (there === wanted) return slot;
    if (there === 0 || there === undefined) return -1;
    slot = (slot + 1) & counts.mask;
  }
}

function hash(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
