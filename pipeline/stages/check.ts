/** Says of every row what a person should look at. */

import type { Finding } from '../model.ts';
import type { Bilingual } from '../checks/bilingual.ts';
import { runChecks } from '../checks/list.ts';
import { severityOf } from '../checks/rules.ts';
import { checkTerms, mendTerms } from '../checks/terms.ts';
import { fromTagged, toPlain, toTagged } from '../tagged.ts';
import type { FileSettings } from '../settings.ts';
import type { Settled } from './settle.ts';
import { waiversOf } from './waivers.ts';

export interface Checked extends Settled {
  readonly findings: readonly Finding[];
  /** Glossary terms of the row, and how many of them hold; a row without English has none. */
  readonly terms: readonly { readonly term: string; readonly met: boolean }[];
  /** Terms that hold only because they were put right here. */
  readonly repaired: readonly string[];
}

export interface CheckTools {
  readonly settings: Pick<FileSettings, 'checks' | 'style'>;
  readonly bilingual: Bilingual | undefined;
}

/** Checks one row. What a machine wrote is mended first where a term can be put right safely. */
export function check(row: Settled, { settings: { checks, style }, bilingual }: CheckTools): Checked {
  if (row.target === undefined || row.state === 'kept' || row.state === 'omit') return { findings: [], terms: [], repaired: [], ...row };
  const first = checkTerms({ source: row.text, english: toPlain(row.target), terms: row.uses });
  const mended = row.state === 'draft' && first.findings.length > 0 ? mendTerms(toTagged(row.target), row.uses, row.text) : undefined;
  const target = mended === undefined ? row.target : fromTagged(mended, row.target.marks);
  const english = toPlain(target);
  const { findings, byTerm } = mended === undefined ? first : checkTerms({ source: row.text, english, terms: row.uses });
  const pair = { source: row.source, target, indonesian: toPlain(row.source), english, role: row.role, uses: row.uses, style, bilingual };
  // An approval says that a person has seen it all.
  const all = row.state === 'ok' ? [] : [...findings, ...runChecks(pair)];
  const waived = waiversOf(row, target);
  const repaired = mended === undefined ? [] : byTerm.filter(({ term, met }) => met && first.byTerm.some((before) => before.term === term && !before.met)).map(({ term }) => term);
  const shown = all.filter(({ rule }) => severityOf(rule, checks) !== 'off' && !waived.includes(rule));
  // What is new stands first, here and in the other stages: docs/decisions/0010-copies.md.
  return { findings: shown, terms: byTerm, repaired, ...row, target, waived };
}
