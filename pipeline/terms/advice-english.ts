/** Remarks on the English side: what one row asks for and another forbids, and English that is some row's Indonesian. */

import type { Advice, Naming } from './advice-row.ts';
import { claimsOf, shareDays, wordsKey } from './clashes.ts';
import type { Column, Term } from './term.ts';

export function englishAdvice(terms: readonly Term[], naming: Naming): readonly Advice[] {
  const wanted = new Map<string, Term[]>();
  const indonesian = new Map<string, Term[]>();
  const add = (map: Map<string, Term[]>, key: string, term: Term): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [term]);
    else if (known.at(-1) !== term) known.push(term);
  };
  for (const term of terms) {
    for (const english of [term.translation, term.first]) if (english !== undefined) add(wanted, folded(english), term);
    for (const { spelling } of claimsOf(term)) add(indonesian, wordsKey(spelling), term);
  }
  return terms.flatMap((term) => [...forbidden(term, wanted, naming), ...alsoIndonesian(term, indonesian, naming), ...doubled(term)]);
}

/** Whether the words of `part` stand in `whole`. */
function isWithin(part: string, whole: string): boolean {
  return ` ${wordsKey(whole)} `.includes(` ${wordsKey(part)} `);
}

type ByWords = ReadonlyMap<string, readonly Term[]>;

function forbidden(term: Term, wanted: ByWords, naming: Naming): readonly Advice[] {
  return term.avoid.flatMap((form): Advice[] => {
    const other = wanted.get(folded(form))?.find((row) => row !== term && shareDays(row, term));
    if (other === undefined) return [];
    const nested = isWithin(term.term, other.term) || isWithin(other.term, term.term);
    const message = `"${form}" is forbidden here and asked for by ${naming(other)} ("${other.term}"). ${nested ? 'One term stands in the other: take it out of one of the rows' : 'Right where the two are often mixed up'}`;
    return [{ term, column: 'avoid', severity: nested ? 'warning' : 'note', rule: 'forbidden target', message }];
  });
}

function alsoIndonesian(term: Term, indonesian: ByWords, naming: Naming): readonly Advice[] {
  if (term.keep) return [];
  const other = indonesian.get(wordsKey(term.translation))?.find((row) => row !== term && shareDays(row, term) && folded(row.translation) !== folded(term.translation));
  if (other === undefined) return [];
  return [{ term, column: 'translation', severity: 'warning', rule: 'English is Indonesian', message: `"${term.translation}" is also the Indonesian of ${naming(other)}, whose English is "${other.translation}". Make the two agree` }];
}

function doubled(term: Term): readonly Advice[] {
  const lists: readonly (readonly [Column, readonly string[]])[] = [['also', term.also], ['avoid', term.avoid]];
  return lists.flatMap(([column, items]) => {
    const again = items.find((item, n) => items.findIndex((other) => other === item) !== n || (column === 'also' && item === term.translation));
    return again === undefined ? [] : [{ term, column, severity: 'warning' as const, rule: 'duplicate', message: `"${again}" stands twice in this row. Once is enough` }];
  });
}

function folded(english: string): string {
  return english.replace(/\s+/gu, ' ').trim().toLowerCase();
}
