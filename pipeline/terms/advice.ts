/** What a terminologist should know of glossary files besides their faults; each remark has its place. */

import type { Naming, Severity } from './advice-row.ts';
import { datesAdvice } from './advice-dates.ts';
import { englishAdvice } from './advice-english.ts';
import { spellingsAdvice } from './advice-spellings.ts';
import type { Inspected } from './termbase.ts';

export interface Remark {
  readonly file: string;
  readonly line: number;
  /** Number of the cell in its row, from 1. */
  readonly column: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
}

/** Everything to say of `files`, of which a later one goes before an earlier one; in the order of files and lines. Near linear in the rows. */
export function advise(files: readonly Inspected[]): readonly Remark[] {
  const terms = files.flatMap((file) => file.terms);
  const naming: Naming = ({ rank, line }) => (files.length === 1 ? `line ${line}` : `${files[rank]?.file ?? ''}:${line}`);
  const advice = [...spellingsAdvice(terms, naming), ...datesAdvice(terms, naming), ...englishAdvice(terms, naming)];
  return files.flatMap(({ file, faults, cell }, rank) => [
    ...faults.map(({ line, cell: column, message }): Remark => ({ file, line, column, severity: 'fault', rule: 'fault', message })),
    ...advice
      .filter(({ term }) => term.rank === rank)
      .map(({ term, column, severity, rule, message }): Remark => ({ file, line: term.line, column: cell(column), severity, rule, message })),
  ].sort((a, b) => a.line - b.line || a.column - b.column));
}
