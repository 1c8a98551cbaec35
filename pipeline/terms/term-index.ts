/** All spellings of a glossary as one tree over their words: looking up costs the same for any number of terms. */

import type { Term } from './term.ts';
import { readWords, tidy, type Words } from './words.ts';

/** One word of a spelling on the way to its end. */
export interface Node {
  /** By edge; undefined where no spelling goes on. */
  next: Map<string, Node> | undefined;
  /** The spellings that end here. */
  ends: readonly Entry[];
}

/** One spelling of a term. */
export interface Entry {
  readonly term: Term;
  /** Its words as they are spelt, where the case of letters counts; else undefined. */
  readonly exact: readonly string[] | undefined;
  /** Punctuation after the last word (`Plt.`), which a text may have too. */
  readonly tail: string;
}

/** Linear in the spellings. Spellings without a word are left out. */
export function indexTerms(terms: readonly Term[]): Node {
  const root: Node = { next: undefined, ends: NONE };
  for (const term of terms) {
    for (const spelling of [term.term, ...term.variants]) add(root, term, spelling);
  }
  return root;
}

/** What leads from one node to the next: the folded word, with the punctuation before it (`/2020`). */
export function edge(words: Words, at: number): string {
  const mark = words.marks[at] ?? '';
  const fold = words.folds[at] ?? '';
  return mark === '' ? fold : mark + fold;
}

function add(root: Node, term: Term, spelling: string): void {
  const words = readWords(spelling);
  if (words.count === 0) return;
  let node = root;
  for (let at = 0; at < words.count; at += 1) {
    const key = at === 0 ? (words.folds[0] ?? '') : edge(words, at);
    node.next ??= new Map();
    let next = node.next.get(key);
    if (next === undefined) {
      next = { next: undefined, ends: NONE };
      node.next.set(key, next);
    }
    node = next;
  }
  const isExact = term.match === 'exact' || (term.match === 'smart' && spelling !== spelling.toLowerCase());
  const entry = {
    term,
    exact: isExact ? words.starts.map((start, n) => tidy(words.plain.slice(start, words.ends[n]))) : undefined,
    tail: words.plain.slice(words.ends[words.count - 1]).trim(),
  };
  node.ends = [...node.ends, entry];
}

const NONE: readonly Entry[] = [];
