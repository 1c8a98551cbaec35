/** Counts what is worth telling of an article. */

import { addCount, type ArticleReport } from '../report.ts';
import type { Checked } from './check.ts';

/** `open`: ids of the rows that the English document shows in a marker; `notes`: whole messages. */
export function summarise(article: string, rows: readonly Checked[], open: number, notes: readonly string[]): ArticleReport {
  const report: ArticleReport = {
    article,
    segments: rows.length,
    states: {},
    asked: 0,
    failures: {},
    findings: {},
    unknown: {},
    terms: {},
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
    const { machine } = row;
    if (machine?.status !== 'done') continue;
    if (machine.asked) report.asked += 1;
    for (const word of new Set(machine.unknown)) addCount(report.unknown, word);
  }
  return report;
}
