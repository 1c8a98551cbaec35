/** Cells as spreadsheets write them back: they spell dates and numbers as their country does. */

import { parseDollars, type Picos } from './dollars.ts';

/** The day on which a run began is the first part of its name: `20261124-213045-k3f9`. */
const RUN = /^(\d{4})(\d{2})(\d{2})-/;

/**
 * The date in a cell, as `2026-11-24`. Of the two readings of `3/4/2026` the one counts that comes soonest
 * after the run's beginning.
 *
 * @returns undefined where it is none, or nobody knows which.
 */
export function dateIn(cell: string, run: string): string | undefined {
  const numbers = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/.exec(cell);
  if (numbers === null) return undefined;
  const [, a = '', b = '', c = ''] = numbers;
  const dates = a.length === 4 ? [dateOf(a, b, c)] : [dateOf(c, b, a), dateOf(c, a, b)];
  const found = [...new Set(dates.filter((date) => date !== undefined))].sort();
  const [first] = found;
  if (found.length <= 1) return first;
  const began = RUN.exec(run);
  if (began === null) return undefined;
  const [, year = '', month = '', day = ''] = began;
  const start = `${year}-${month}-${day}`;
  return found.find((date) => date >= start) ?? found.at(-1);
}

function dateOf(year: string, month: string, day: string): string | undefined {
  const full = year.length === 4 ? year : year.length === 2 ? `20${year}` : '';
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined;
}

/** Dollars in a cell: `0.0123`, `$1.5`, `1.2E-05`, and `0,0123` where the comma is the decimal mark or can be nothing else. */
export function dollarsIn(cell: string, decimalComma: boolean): Picos | undefined {
  const text = cell.replace(/^\$|\s/g, '');
  const comma = /^(\d+),(\d+)(e[+-]?\d+)?$/i.exec(text);
  if (comma === null) return parseDollars(text, 'up');
  // `1,234` may be a thousand and more, or one and a bit.
  if (!decimalComma && comma[2]?.length === 3) return undefined;
  return parseDollars(text.replace(',', '.'), 'up');
}
