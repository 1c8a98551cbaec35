/** The English n-gram model: what a word costs after two others (natural logarithms, lower is likelier). */

import type { Table } from './packed.ts';

export interface LanguageModel {
  /** The id of a word as it is written in English; -1 for a word the model does not have. */
  id(word: string): number;
  /** What `word` costs after `last` with the history of the two words before it; sets `history` to that of `last` and `word`. */
  cost(history: number, last: number, word: number): number;
  /** The history of the two words of the latest `cost`: the row of their pair; -1 where they never met or one is unknown. */
  readonly history: number;
  /** The id of the sentence's beginning and of its end. */
  readonly begin: number;
  readonly end: number;
}

/** A word that is not in the model. */
export const UNKNOWN_COST = 18;
/** What falling back costs behind a word that is not in the model: -ln 0.4. */
const BACK_OFF = 0.916;
const BITS = 15;
/** The costs of pairs and triples are kept to this part of a unit; 65535 / 4096 = 16 is more than any. */
export const COST_UNITS = 4096;

export interface ModelData {
  /** The row of a word is its id. */
  readonly english: Table;
  /** The costs of single words, by id. */
  readonly single: Float32Array;
  readonly pairs: Counts;
  /** The row of english-pairs.txt that each place of `pairs` holds. */
  readonly pairRows: Uint32Array;
  readonly triples: Counts;
  /** What falling back costs behind a word, and behind the pair of a row. In units of 1 / COST_UNITS. */
  readonly afterWord: Uint16Array;
  readonly afterPair: Uint16Array;
}

export function loadModel({ english, single, pairs, pairRows, triples, afterWord, afterPair }: ModelData): LanguageModel {
  const known = (word: string): number | undefined => {
    const row = english.row(word);
    return row < 0 ? undefined : row;
  };
  const { keys, costs } = pairs;
  const model = {
    id: (word: string) => known(word) ?? known(word.toLowerCase()) ?? numberClass(word, known) ?? -1,
    begin: english.row('<s>'),
    end: english.row('</s>'),
    history: -1,
    // One look-up of the pair serves the back-off and the next history.
    cost(history: number, last: number, word: number): number {
      model.history = -1;
      if (word < 0) return UNKNOWN_COST;
      if (last < 0) return BACK_OFF + (single[word] ?? UNKNOWN_COST);
      const key = last * (1 << BITS) + word;
      const slot = placeOf(keys, key);
      const met = keys[slot] === key + 1;
      if (met) model.history = pairRows[slot] ?? -1;
      let penalty = 0;
      if (history >= 0) {
        const long = history * (1 << BITS) + word;
        const place = placeOf(triples.keys, long);
        if (triples.keys[place] === long + 1) return (triples.costs[place] ?? 0) / COST_UNITS;
        penalty = (afterPair[history] ?? 0) / COST_UNITS;
      }
      return met ? penalty + (costs[slot] ?? 0) / COST_UNITS : penalty + (afterWord[last] ?? 0) / COST_UNITS + (single[word] ?? UNKNOWN_COST);
    },
  };
  return model;
}

/** A number stands for its like: a year for years, another for numbers. */
function numberClass(word: string, known: (word: string) => number | undefined): number | undefined {
  if (!/^\d[\d.,]*$/.test(word)) return undefined;
  return known(/^(?:19|20)\d\d$/.test(word) ? '2007' : '20');
}

/** Open addressing over a power of two; a key plus one is stored, so that zero is an empty place. */
export interface Counts {
  readonly keys: Uint32Array;
  /** In units of 1 / COST_UNITS. */
  readonly costs: Uint16Array;
}

/** The place that holds `key`, or the empty one where it would stand. */
export function placeOf(keys: Uint32Array, key: number): number {
  const mask = keys.length - 1;
  const wanted = key + 1;
  let slot = hash(key) & mask;
  for (;;) {
    const there = keys[slot];
    if (there === wanted || there === 0) return slot;
    slot = (slot + 1) & mask;
  }
}

function hash(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
