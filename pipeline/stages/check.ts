/** Says of every row what a person should look at. */

import type { Finding, Inline } from '../model.ts';
import { runChecks } from '../checks/list.ts';
import { checkTerms, mendTerms } from '../checks/terms.ts';
import { fromTagged, toPlain, toTagged } from '../tagged.ts';
import type { Settled } from './settle.ts';

export interface Checked extends Settled {
  readonly findings: readonly Finding[];
  /** Glossary terms of the row, and how many of them hold; a row without English has none. */
  readonly terms: readonly { readonly term: string; readonly met: boolean }[];
}

/** Checks one row. What a machine wrote is mended first where a term can be put right safely. */
export function check(row: Settled): Checked {
  if (row.target === undefined || row.state === 'kept' || row.state === 'omit') return { ...row, findings: [], terms: [] };
  const target = row.state === 'draft' ? mended(row, row.target) : row.target;
  const pair = {
    source: row.source,
    target,
    indonesian: toPlain(row.source),
    english: toPlain(target),
    role: row.role,
    uses: row.uses,
  };
  const { findings, byTerm } = checkTerms({ source: row.text, english: pair.english, terms: row.uses });
  // An approval says that a person has seen it all.
  const all = row.state === 'ok' ? [] : [...findings, ...runChecks(pair)];
  return {
    ...row,
    target,
    findings: all.filter(({ rule }) => !row.waived.includes(rule)),
    terms: byTerm,
  };
}

function mended(row: Settled, target: Inline): Inline {
  const text = mendTerms(toTagged(target), row.uses);
  return text === undefined ? target : fromTagged(text, target.marks);
}
