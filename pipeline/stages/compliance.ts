/** How the glossary's terms fare in the English of an article: the figure that a newsroom signs. */

import { checkTerms } from '../checks/terms.ts';
import { toPlain } from '../tagged.ts';
import type { Checked } from './check.ts';

/** Counts of rows. `required` = met + waived + violated; `repaired` are among the met. */
export interface Compliance {
  required: number;
  met: number;
  /** Put right by Padan in a draft. */
  repaired: number;
  /** Not met, and a person said that it is well so: by `waive: terms`, or by `ok`. */
  waived: number;
  violated: number;
}

export function noCompliance(): Compliance {
  return { required: 0, met: 0, repaired: 0, waived: 0, violated: 0 };
}

/** By term, as the glossary spells it. Rows without English are not counted. `repaired`: of earlier runs, by the sentence's key. */
export function complianceOf(rows: readonly Checked[], repaired: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, Compliance> {
  const all = new Map<string, Compliance>();
  for (const row of rows) {
    if (row.target === undefined || row.state === 'kept' || row.state === 'omit') continue;
    const { byTerm, findings } = checkTerms({ source: row.text, english: toPlain(row.target), terms: row.uses });
    for (const { term, met } of byTerm) {
      const tally = all.get(term) ?? noCompliance();
      all.set(term, tally);
      tally.required += 1;
      const targets = row.uses.filter((use) => use.term === term).map(({ target }) => target);
      // A forbidden form beside a right one is a violation as well.
      const holds = met && !findings.some(({ expected }) => expected !== undefined && targets.includes(expected));
      if (!holds) tally[row.state === 'ok' || row.waived.includes('terms') ? 'waived' : 'violated'] += 1;
      else {
        tally.met += 1;
        if (row.repaired.includes(term) || (row.recalled.by === 'draft' && (repaired[row.key] ?? []).includes(term))) tally.repaired += 1;
      }
    }
  }
  return all;
}

export function addCompliance(sum: Compliance, more: Compliance): void {
  sum.required += more.required;
  sum.met += more.met;
  sum.repaired += more.repaired;
  sum.waived += more.waived;
  sum.violated += more.violated;
}
