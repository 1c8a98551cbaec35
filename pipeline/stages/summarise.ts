/** Counts what is worth telling of an article. */

import { addCount, type ArticleReport } from '../report.ts';
import type { Checked } from './check.ts';

/** `open`: ids of the rows that the English document shows in a marker; `notes`: whole messages; `before`: what was repaired in earlier runs. */
export function summarise(article: string, rows: readonly Checked[], open: number, notes: readonly string[], before: ArticleReport['repaired'] = {}): ArticleReport {
  const report: ArticleReport = {
    article,
    segments: rows.length,
    states: {},
    asked: 0,
    failures: {},
    findings: {},
    unknown: {},
    terms: {},
    repaired: {},
    notes: [...notes],
    open,
  };
  for (const row of rows) {
    addCount(report.states, row.state);
    if (row.state === 'failed') addCount(report.failures, row.detail);
    for (const { rule } of row.findings) addCount(report.findings, rule);
    for (const { term, met } of row.terms) {
      const tally = (report.terms[term] ??= { required: 0, met: 0 });
      tally.required += 1;
      if (met) tally.met += 1;
    }
    const repaired = row.repaired.length > 0 || row.recalled.by !== 'draft' ? row.repaired : (before[row.key] ?? []);
    if (repaired.length > 0) report.repaired[row.key] = [...repaired];
    const { machine } = row;
    if (machine?.status !== 'done') continue;
    if (machine.asked) report.asked += 1;
    for (const word of new Set(machine.unknown)) addCount(report.unknown, word);
  }
  return report;
}
