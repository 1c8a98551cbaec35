/** A row of the ledger: what one run spent in one day with one model. */

import type { Unit, Usage } from '../ports.ts';
import type { Picos } from './dollars.ts';

/** What makes a row that row. */
export interface RowKey {
  /** Local date, `2026-11-24`. */
  readonly date: string;
  readonly run: string;
  readonly provider: string;
  readonly model: string;
  readonly unit: Unit;
}

export interface MoneyRow extends RowKey {
  /** Local time of its first request, `21:30:45`. */
  readonly time: string;
  readonly requests: number;
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  /** All that counts as spent; undefined where no price is known. */
  readonly spent: Picos | undefined;
  /** The part of `spent` for requests to which no answer came: they count for what they might have cost. */
  readonly unanswered: Picos;
  /** The run goes on, or was killed: the next run carries it on. */
  readonly open: boolean;
}

export function nameOf({ date, run, provider, model, unit }: RowKey): string {
  return JSON.stringify([date, run, provider, model, unit]);
}

export function emptyRow(key: RowKey, time: string, priced: boolean): MoneyRow {
  return { ...key, time, requests: 0, input: 0, cached: 0, output: 0, spent: priced ? 0n : undefined, unanswered: 0n, open: true };
}

/** `row` with one more request; `usage` is undefined where no answer came. */
export function addRequest(row: MoneyRow, cost: Picos, usage: Pick<Usage, 'input' | 'cached' | 'output'> | undefined): MoneyRow {
  return {
    ...row,
    requests: row.requests + 1,
    input: row.input + (usage?.input ?? 0),
    cached: row.cached + (usage?.cached ?? 0),
    output: row.output + (usage?.output ?? 0),
    spent: row.spent === undefined ? undefined : row.spent + cost,
    unanswered: row.unanswered + (usage === undefined ? cost : 0n),
  };
}
