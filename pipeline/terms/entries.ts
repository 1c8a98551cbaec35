/** Of the rows with one spelling, which holds here: by date and by the case of letters. */

import type { Entry } from './term-index.ts';
import type { Term } from './term.ts';
import { GAP, tidy, type Words } from './words.ts';

export interface Chosen {
  readonly term: Term;
  readonly rivals: readonly Term[];
  readonly tail: string;
}

/** The row that holds for words `first` to `last`, of which the last ends at `end` of the plain text. */
export function chooseEntry(
  entries: readonly Entry[],
  words: Words,
  first: number,
  last: number,
  end: number,
  date: string | undefined,
): Chosen | undefined {
  const holding = entries.filter((entry) => holds(entry.term, date) && (entry.exact === undefined || fits(entry.exact, words, first, last, end)));
  if (holding.length > 1) holding.sort(better);
  const best = holding[0];
  if (best === undefined) return undefined;
  const rivals = date === undefined && holding.length > 1 ? holding.slice(1).map(({ term }) => term).filter((term) => term !== best.term && isRival(best.term, term)) : NO_RIVALS;
  return { term: best.term, rivals, tail: best.tail };
}

const NO_RIVALS: readonly Term[] = [];

function holds({ from, until }: Term, date: string | undefined): boolean {
  return date === undefined || ((from === undefined || from <= date) && (until === undefined || date <= until));
}

/** A row of an earlier file holds beside one of a later only on days that the later leaves to it. */
function isRival(best: Term, other: Term): boolean {
  return other.rank >= best.rank || best.from !== undefined || best.until !== undefined;
}

/** A spelling whose case counts before one whose does not; then the later file, the row without an end, the later, the earlier in the file. */
function better(a: Entry, b: Entry): number {
  return (
    Number(a.exact === undefined) - Number(b.exact === undefined) ||
    b.term.rank - a.term.rank ||
    Number(a.term.until !== undefined) - Number(b.term.until !== undefined) ||
    (b.term.from ?? '').localeCompare(a.term.from ?? '', 'en') ||
    a.term.line - b.term.line
  );
}

/** The same letters; or all capitals in a text of capitals; or a capital only because a sentence begins. */
function fits(exact: readonly string[], words: Words, first: number, last: number, end: number): boolean {
  const skipped = last - first + 1 - exact.length;
  let capitals = true;
  let same = true;
  for (let n = 0; n < exact.length; n += 1) {
    const at = first + skipped + n;
    const found = tidy(words.plain.slice(words.starts[at], at === last ? Math.min(end, words.ends[at] ?? end) : words.ends[at])).replace(/'$/, '');
    const wanted = exact[n] ?? '';
    if (found !== wanted && !(n === 0 && found === capitalised(wanted) && beginsSentence(words, first))) same = false;
    if (found !== wanted.toUpperCase()) capitals = false;
    if (!same && !capitals) return false;
  }
  return same || isCapitals(words.plain);
}

function capitalised(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

function beginsSentence(words: Words, at: number): boolean {
  if (at === 0) return true;
  return words.gaps[at] === GAP.apart && /[.?!:…"“‘]/.test(words.marks[at] ?? '');
}

/** A text without small letters, and with more than one word of capitals. */
function isCapitals(plain: string): boolean {
  return !/\p{Ll}/u.test(plain) && /\p{Lu}{2}.*\s.*\p{Lu}{2}/su.test(plain);
}
