/** Remarks on rows with `from` and `until`: days on which no row of a spelling holds, and rows that dates part for nothing. */

import type { Advice, Naming } from './advice-row.ts';
import { claimsOf, wordsKey } from './clashes.ts';
import type { Term } from './term.ts';

export function datesAdvice(terms: readonly Term[], naming: Naming): readonly Advice[] {
  const bySpelling = new Map<string, { readonly spelling: string; readonly rows: Set<Term> }>();
  for (const { term, spelling } of terms.flatMap(claimsOf)) {
    const key = wordsKey(spelling);
    const known = bySpelling.get(key);
    if (known === undefined) bySpelling.set(key, { spelling, rows: new Set([term]) });
    else known.rows.add(term);
  }
  const advice: Advice[] = [];
  const told = new Set<string>();
  for (const { spelling, rows } of bySpelling.values()) {
    if ([...rows].every(({ from, until }) => from === undefined && until === undefined)) continue;
    for (const one of between([...rows], spelling, naming)) {
      // Spellings of the same rows have the same gaps.
      const key = `${one.rule} ${one.term.rank} ${one.term.line} ${one.column}`;
      if (told.has(key)) continue;
      told.add(key);
      advice.push(one);
    }
  }
  return advice;
}

function between(rows: readonly Term[], spelling: string, naming: Naming): readonly Advice[] {
  const sorted = rows.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '', 'en'));
  const advice: Advice[] = [];
  let last: Term | undefined;
  for (const row of sorted) {
    if (last?.until !== undefined && row.from !== undefined) {
      const next = dayAfter(last.until);
      if (next < row.from) {
        advice.push({ term: row, column: 'from', severity: 'warning', rule: 'date gap', message: `from ${next} to ${dayBefore(row.from)} no row holds for "${spelling}": ${naming(last)} ends on ${last.until}. Let one end where the other begins` });
      } else if (next === row.from && sameEnglish(last, row)) {
        advice.push({ term: row, column: 'from', severity: 'warning', rule: 'needless dates', message: `asks for the same as ${naming(last)} on the days before. One row would do` });
      }
    }
    // Of rows that overlap (a later file, another case of letters), the one that ends last reaches furthest.
    if (last === undefined || (last.until !== undefined && (row.until === undefined || row.until > last.until))) last = row;
  }
  if (last?.until !== undefined) {
    advice.push({ term: last, column: 'until', severity: 'note', rule: 'open end', message: `after ${last.until} no row holds for "${spelling}". Add a row from ${dayAfter(last.until)} if articles still name it` });
  }
  return advice;
}

function sameEnglish(a: Term, b: Term): boolean {
  return JSON.stringify([a.translation, a.first, a.also, a.avoid]) === JSON.stringify([b.translation, b.first, b.also, b.avoid]);
}

const DAY = 86_400_000;

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - DAY).toISOString().slice(0, 10);
}
