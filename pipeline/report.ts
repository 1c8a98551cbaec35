/** What is said of an article, and of a run: plain data for the summary and for `--json`. */

import { z } from 'zod';
import type { Totals } from './money/budget.ts';

const counts = z.record(z.string(), z.number());
const tally = z.record(z.string(), z.object({ required: z.number(), met: z.number() }));

/** What is worth telling of one article. Counts are of rows unless they say otherwise. */
export const articleReport = z.object({
  article: z.string(),
  segments: z.number(),
  /** Rows by state: draft, memory, edited, ok, omit, failed, dropped, kept. */
  states: counts,
  /** Sentences sent to the provider in this run. */
  asked: z.number(),
  /** Rows that failed, by reason. */
  failures: counts,
  /** Findings by rule. */
  findings: counts,
  /** Words that the engine did not know, with the rows they stand in. */
  unknown: counts,
  /** Glossary terms: in how many rows each was required, and in how many it holds. */
  terms: tally,
  /** Terms that were put right in drafts, by the sentence's key; kept as long as the draft stands. */
  repaired: z.record(z.string(), z.array(z.string())).default({}),
  /** Things that a person should see, each a whole message. */
  notes: z.array(z.string()),
  /** Rows that have no English yet, or may not stand in the English document yet. */
  open: z.number(),
});
export type ArticleReport = z.output<typeof articleReport>;

/** What came of an article in a run. */
export type ArticleOutcome =
  | { readonly status: 'written' | 'unchanged'; readonly report: ArticleReport }
  | { readonly status: 'failed'; readonly article: string; readonly message: string };

/** The whole run. */
export interface RunReport {
  articles: number;
  unchanged: number;
  failed: { article: string; message: string }[];
  segments: number;
  states: Record<string, number>;
  asked: number;
  failures: Record<string, number>;
  findings: Record<string, number>;
  unknown: Record<string, number>;
  terms: Record<string, { required: number; met: number }>;
  notes: string[];
  open: number;
  /** What the run was billed; absent where no provider was wired. */
  money?: Totals | undefined;
}

/** Different unknown words that a run remembers: enough for any summary, and memory stays flat. */
const MOST_UNKNOWN = 20_000;
const MOST_FAILURES = 1000;

export function emptyRun(): RunReport {
  return { articles: 0, unchanged: 0, failed: [], segments: 0, states: {}, asked: 0, failures: {}, findings: {}, unknown: {}, terms: {}, notes: [], open: 0 };
}

/** Adds what came of one article to `run`. */
export function addOutcome(run: RunReport, outcome: ArticleOutcome): void {
  run.articles += 1;
  if (outcome.status === 'failed') {
    run.failed.push({ article: outcome.article, message: outcome.message });
    return;
  }
  const { report } = outcome;
  if (outcome.status === 'unchanged') run.unchanged += 1;
  // What an unchanged article once asked for was asked for in another run.
  else run.asked += report.asked;
  run.segments += report.segments;
  run.open += report.open;
  addCounts(run.states, report.states);
  addCounts(run.failures, Object.keys(run.failures).length < MOST_FAILURES ? report.failures : known(report.failures, run.failures));
  addCounts(run.findings, report.findings);
  const room = MOST_UNKNOWN - Object.keys(run.unknown).length;
  addCounts(run.unknown, room > 0 ? report.unknown : known(report.unknown, run.unknown));
  for (const [term, { required, met }] of Object.entries(report.terms)) {
    const all = (run.terms[term] ??= { required: 0, met: 0 });
    all.required += required;
    all.met += met;
  }
  run.notes.push(...report.notes.map((note) => `${report.article}: ${note}`));
}

/** 0 where all is done, 1 where something is left for a person. */
export function exitCode(run: RunReport): 0 | 1 {
  return run.failed.length > 0 || run.open > 0 ? 1 : 0;
}

export function addCount(counts: Record<string, number>, name: string, more = 1): void {
  counts[name] = (counts[name] ?? 0) + more;
}

function addCounts(sum: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) addCount(sum, name, count);
}

function known(counts: Readonly<Record<string, number>>, among: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([name]) => name in among));
}
