/** A spreadsheet's CSV as rows of named cells. */

import { CsvError, parse } from 'csv-parse/sync';
import { closest, distance } from 'fastest-levenshtein';
import { type Cells, type Column, COLUMNS, EMPTY_CELLS, quote } from './term.ts';

export interface TableFault {
  readonly line: number;
  /** Number of the cell in its row, from 1. */
  readonly cell: number;
  readonly message: string;
}

export interface Table {
  /** The header's columns in order; undefined where it has no name or an unknown one. */
  readonly columns: readonly (Column | undefined)[];
  /** Cells are trimmed and NFC; `cells` is undefined where their number is wrong, for then nobody knows which is which. */
  readonly rows: readonly { readonly line: number; readonly cells: Cells | undefined }[];
  readonly faults: readonly TableFault[];
}

/** Never throws: what cannot be read is a fault. Rows without any text are left out. */
export function readTable(csv: string): Table {
  const { records, faults } = readRecords(csv);
  const [header, ...body] = records;
  if (header === undefined) {
    return { columns: [], rows: [], faults: faults.length > 0 ? faults : [{ line: 1, cell: 1, message: NO_HEADER }] };
  }
  const columns = readHeader(header, faults);
  const rows = body.map((record) => ({ line: record.line, cells: readCells(record, header, columns, faults) }));
  return { columns, rows, faults };
}

interface SheetRow {
  readonly line: number;
  readonly values: readonly string[];
}

const NO_HEADER = `Unexpected empty file, expected a header row: ${COLUMNS.join(',')}`;

function readRecords(csv: string): { records: SheetRow[]; faults: TableFault[] } {
  // Excel may put the delimiter on a line of its own before the header.
  const marker = /^\uFEFF?sep=(.)(\r\n|\r|\n)/i.exec(csv);
  const records: SheetRow[] = [];
  const skipped = marker === null ? 0 : 1;
  let line = 1 + skipped;
  const text = marker === null ? csv : csv.slice(marker[0].length);
  try {
    parse(text, {
      bom: true,
      delimiter: marker?.[1] ?? delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: (values: readonly string[], context) => {
        if (values.some((value) => value.trim() !== '')) records.push({ line, values });
        line = context.lines + 1 + skipped;
        return null;
      },
    });
    return { records, faults: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'Unexpected end of the file inside a quoted cell, expected a closing " in the row that begins on this line'
        : `Unexpected CSV, expected cells that a spreadsheet can read: ${error.message}`;
    return { records, faults: [{ line, cell: 1, message }] };
  }
}

/** Indonesian spreadsheets write semicolons, for the comma is their decimal mark. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = end === -1 ? text : text.slice(0, end);
  const count = (mark: string): number => header.split(mark).length;
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

function readHeader({ line, values }: SheetRow, faults: TableFault[]): readonly (Column | undefined)[] {
  const columns = values.map((value) => COLUMNS.find((name) => name === value.trim().toLowerCase()));
  for (const [n, value] of values.entries()) {
    const column = columns[n];
    const cell = n + 1;
    if (column === undefined && value.trim() !== '') {
      faults.push({ line, cell, message: `Unexpected column ${quote(value)}, expected ${suggestion(value.trim())}` });
    } else if (column !== undefined && columns.indexOf(column) !== n) {
      faults.push({ line, cell, message: `Unexpected second column ${column}, expected each column once` });
    }
  }
  for (const needed of ['term', 'translation'] as const) {
    if (!columns.includes(needed)) {
      faults.push({ line, cell: 1, message: `Unexpected header without column ${needed}, expected it among ${COLUMNS.join(', ')}` });
    }
  }
  return columns;
}

function suggestion(name: string): string {
  const near = closest(name.toLowerCase(), [...COLUMNS]);
  return distance(name.toLowerCase(), near) <= Math.max(2, Math.floor(name.length / 3)) ? `"${near}"` : `one of ${COLUMNS.join(', ')}`;
}

function readCells(
  { line, values }: SheetRow,
  header: SheetRow,
  columns: readonly (Column | undefined)[],
  faults: TableFault[],
): Cells | undefined {
  let last = values.length;
  while (last > columns.length && values[last - 1]?.trim() === '') last -= 1;
  if (last !== columns.length) {
    const found = last === 1 ? '1 cell' : `${last} cells`;
    const message = `Unexpected ${found} in the row, expected ${columns.length} as in the header (a cell that holds the delimiter needs quotes)`;
    faults.push({ line, cell: Math.min(last, columns.length) + 1, message });
    return undefined;
  }
  const cells: { -readonly [name in Column]: string } = { ...EMPTY_CELLS };
  for (const [n, value] of values.entries()) {
    const column = columns[n];
    if (column !== undefined) cells[column] = value.trim().normalize('NFC');
    else if (value.trim() !== '' && header.values[n]?.trim() === '') {
      faults.push({ line, cell: n + 1, message: `Unexpected ${quote(value)} in a column without a name, expected a name in the header` });
    }
  }
  return cells;
}
