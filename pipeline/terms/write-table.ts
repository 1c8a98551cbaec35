/** Rows of the glossary as CSV or TSV. */

import { type Cells, COLUMNS } from './term.ts';

/** One line with its line end; cells are quoted where they must be. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => (/["\r\n,;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\n`;
}

/** A whole glossary with all columns. */
export function writeTable(rows: readonly Cells[], delimiter = ','): string {
  return [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))].map((cells) => csvLine(cells, delimiter)).join('');
}
