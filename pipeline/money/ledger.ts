/**
 * `ledger.csv`, beside padan.yaml: what people open in a spreadsheet, and what is known of earlier runs
 * when `.padan/` is gone. One row for each run, day and model. Columns and rows of a person's own are kept.
 */

import { CsvError, parse } from 'csv-parse/sync';
import { SettingsError } from '../errors.ts';
import { decimalsOf, type Picos } from './dollars.ts';
import { dateIn, dollarsIn } from './ledger-cells.ts';
import { type MoneyRow, nameOf } from './rows.ts';

export const COLUMNS = ['date', 'time', 'run', 'provider', 'model', 'unit', 'requests', 'input', 'cached', 'output', 'dollars', 'unanswered', 'status'] as const;
type Column = (typeof COLUMNS)[number];

/** What a row of the file counts for. */
export interface LedgerRow {
  readonly date: string;
  readonly time: string;
  readonly run: string;
  readonly provider: string;
  readonly model: string;
  readonly unit: string;
  readonly spent: Picos | undefined;
  readonly unanswered: Picos;
  readonly open: boolean;
  /** The cells of the counts as they stand. */
  readonly counts: readonly [requests: number, input: number, cached: number, output: number];
}

interface Table {
  readonly bom: string;
  readonly delimiter: string;
  readonly newline: string;
  readonly header: readonly string[];
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/**
 * The rows of the file's text that have a date; others are a person's notes and sums.
 *
 * @throws SettingsError naming the line where the file is not to be understood: what was spent must not be guessed.
 */
export function readLedger(text: string): readonly LedgerRow[] {
  const table = readTable(text);
  const at = positions(table);
  return table.records.flatMap(({ line, cells }): LedgerRow[] => {
    const cell = (column: Column): string => bare(cells[at[column]] ?? '');
    if (cell('date') === '' && cell('run') === '') return [];
    const date = dateIn(cell('date'), cell('run'));
    if (date === undefined) throw new SettingsError(`ledger.csv:${line}: unexpected date "${cell('date')}", expected one like 2026-11-24. Correct it, or empty the cells date and run if this row shall not count`);
    const sum = (column: Column): Picos => {
      const picos = dollarsIn(cell(column), table.delimiter !== ',');
      if (picos === undefined) throw new SettingsError(`ledger.csv:${line}: unexpected ${column} "${cell(column)}", expected US dollars, as 0.0123. Correct it: what was spent counts against the budget of the month`);
      return picos;
    };
    const count = (column: Column): number => Number(cell(column).replace(/[^\d]/g, ''));
    return [{
      date,
      time: cell('time'),
      run: cell('run'),
      provider: cell('provider'),
      model: cell('model'),
      unit: cell('unit'),
      spent: cell('dollars') === '' ? undefined : sum('dollars'),
      unanswered: cell('unanswered') === '' ? 0n : sum('unanswered'),
      open: cell('status') === 'open',
      counts: [count('requests'), count('input'), count('cached'), count('output')],
    }];
  });
}

/**
 * The file's text with `rows` in it: in place of those of the same run, day and model, else at its end.
 * Sums are rounded up to a millionth of a dollar.
 *
 * @throws SettingsError as readLedger does.
 */
export function writeLedger(text: string | undefined, rows: readonly MoneyRow[]): string {
  const table = text === undefined || text.trim() === '' ? EMPTY : readTable(text);
  const at = positions(table);
  const left = new Map(rows.map((row) => [nameOf(row), row]));
  const put = (row: MoneyRow, cells: readonly string[]): readonly string[] => {
    const filled = table.header.map((_, n) => cells[n] ?? '');
    for (const [column, value] of Object.entries(cellsOf(row))) filled[at[isColumn(column) ? column : 'date']] = value;
    return filled;
  };
  const kept = table.records.map(({ cells }) => {
    const cell = (column: Column): string => bare(cells[at[column]] ?? '');
    const name = JSON.stringify([dateIn(cell('date'), cell('run')), cell('run'), cell('provider'), cell('model'), cell('unit')]);
    const row = left.get(name);
    left.delete(name);
    return row === undefined ? cells : put(row, cells);
  });
  const all = [table.header, ...kept, ...[...left.values()].map((row) => put(row, []))];
  return table.bom + all.map((cells) => cells.map((cell) => quoted(cell, table.delimiter)).join(table.delimiter) + table.newline).join('');
}

const EMPTY: Table = { bom: '', delimiter: ',', newline: '\n', header: COLUMNS, records: [] };

function cellsOf(row: MoneyRow): Readonly<Record<Column, string>> {
  return {
    date: row.date,
    time: row.time,
    run: row.run,
    provider: harmless(row.provider),
    model: harmless(row.model),
    unit: row.unit,
    requests: String(row.requests),
    input: String(row.input),
    cached: String(row.cached),
    output: String(row.output),
    dollars: row.spent === undefined ? '' : decimalsOf(row.spent, 6),
    unanswered: row.unanswered === 0n ? '' : decimalsOf(row.unanswered, 6),
    status: row.open ? 'open' : 'done',
  };
}

/** A spreadsheet runs what begins like a formula; an apostrophe before it says that it is text. */
function harmless(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  return /^[=+\-@\t]/.test(line) ? `'${line}` : line;
}

function bare(cell: string): string {
  const text = cell.trim();
  return /^'[=+\-@\t]/.test(text) ? text.slice(1) : text;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function positions({ header }: Table): Readonly<Record<Column, number>> {
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new SettingsError(`ledger.csv:1: expected a header with ${COLUMNS.join(', ')}, and ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. Put ${missing.length === 1 ? 'it' : 'them'} back, or move the file away (what it says is then no longer counted)`);
  }
  const entries = COLUMNS.map((column): [Column, number] => [column, names.indexOf(column)]);
  return { ...ZERO, ...Object.fromEntries(entries) };
}

const ZERO: Readonly<Record<Column, number>> = { date: 0, time: 0, run: 0, provider: 0, model: 0, unit: 0, requests: 0, input: 0, cached: 0, output: 0, dollars: 0, unanswered: 0, status: 0 };

function isColumn(name: string): name is Column {
  return COLUMNS.some((column) => column === name);
}

function readTable(text: string): Table {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const first = /^[^\r\n]*/.exec(text.slice(bom.length))?.[0] ?? '';
  // Spreadsheets of countries with a decimal comma write semicolons.
  const delimiter = [';', '\t'].find((mark) => first.includes(mark)) ?? ',';
  const records: { line: number; cells: readonly string[] }[] = [];
  let line = 1;
  try {
    parse(text, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: readonly string[], context) => {
        records.push({ line, cells });
        line = context.lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SettingsError(`ledger.csv:${line}: unexpected CSV, expected cells that a spreadsheet can read: ${error.message}`, { cause: error });
  }
  const [header, ...body] = records;
  return { bom, delimiter, newline: text.includes('\r\n') ? '\r\n' : '\n', header: header?.cells ?? [], records: body };
}
