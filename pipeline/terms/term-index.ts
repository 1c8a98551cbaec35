/** All spellings of a glossary as one tree over their words: a step costs the same for any number of terms. */

import { EdgeTable } from './edge-table.ts';
import type { Term } from './term.ts';
import { readWords, tidy, type Words } from './words.ts';

export interface TermIndex {
  /** Number of a word (`edgeKey`) that stands in some spelling; -1 for any other. */
  idOf(key: string): number;
  /** The node that word `id` leads to from `node`; -1 for none. */
  step(node: number, id: number): number;
  /** The spellings that end at each node. */
  readonly ends: readonly (readonly Entry[] | undefined)[];
}

/** The node at which every spelling begins. */
export const ROOT = 0;

/** One spelling of a term. */
export interface Entry {
  readonly term: Term;
  /** Its words as they are spelt, where the case of letters counts; else undefined. */
  readonly exact: readonly string[] | undefined;
  /** Punctuation after the last word (`Plt.`), which a text may have too. */
  readonly tail: string;
}

/** Linear in the spellings. Spellings without a word are left out. */
export function indexTerms(terms: readonly Term[]): TermIndex {
  const ids = new Map<string, number>();
  const table = new EdgeTable();
  const ends: (readonly Entry[] | undefined)[] = [undefined];
  for (const term of terms) {
    for (const spelling of [term.term, ...term.variants]) {
      const words = readWords(spelling);
      if (words.count === 0) continue;
      let node = ROOT;
      for (let at = 0; at < words.count; at += 1) {
        const key = edgeKey(words, at, at === 0);
        const id = ids.get(key) ?? ids.size;
        ids.set(key, id);
        const next = table.get(node, id);
        if (next === -1) {
          table.set(node, id, ends.length);
          node = ends.push(undefined) - 1;
        } else node = next;
      }
      ends[node] = [...(ends[node] ?? []), toEntry(term, spelling, words)];
    }
  }
  return { idOf: (key) => ids.get(key) ?? -1, step: (node, id) => table.get(node, id), ends };
}

/** A word as it leads from node to node: folded, within a term with the punctuation before it (`/2020`). */
export function edgeKey(words: Words, at: number, isFirst: boolean): string {
  const mark = isFirst ? '' : (words.marks[at] ?? '');
  const fold = words.folds[at] ?? '';
  return mark === '' ? fold : mark + fold;
}

function toEntry(term: Term, spelling: string, words: Words): Entry {
  const isExact = term.match === 'exact' || (term.match === 'smart' && spelling !== spelling.toLowerCase());
  return {
    term,
    exact: isExact ? words.starts.map((start, n) => tidy(words.plain.slice(start, words.ends[n]))) : undefined,
    tail: words.plain.slice(words.ends[words.count - 1]).trim(),
  };
}
