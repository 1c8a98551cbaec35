/** The glossary file: read, checked row by row and as a whole, refused whole where anything is wrong. */

import { GlossaryError } from '../errors.ts';
import { hash } from '../keys.ts';
import { clashes } from './clashes.ts';
import { readTable, type Table } from './table.ts';
import { type Column, readRow, type RowContent, type Term } from './term.ts';

export interface Termbase {
  /** As it was given, for messages. */
  readonly file: string;
  readonly terms: readonly Term[];
  /** Hash of all rows in order. */
  readonly version: string;
}

/** One fault of a glossary file. */
export interface GlossaryFault {
  readonly line: number;
  /** Number of the cell in its row, from 1. */
  readonly cell: number;
  readonly message: string;
}

/** A glossary file as far as it can be read, with everything that is wrong in it. */
export interface Inspected {
  readonly file: string;
  /** The rows without a fault of their own. */
  readonly terms: readonly Term[];
  /** In the order of the file. */
  readonly faults: readonly GlossaryFault[];
  /** Number of a column's cell, from 1. */
  readonly cell: (column: Column) => number;
}

/**
 * Reads a glossary: comma, semicolon or tab between cells (what the header uses), quoted cells, BOM,
 * LF or CRLF. A header with `term` and `translation`, then one row a term. `rank`: which of several
 * files it is; the higher goes first.
 *
 * @throws GlossaryError with every fault, one a line, as
 * `glossary/terms.csv:12:8: Unexpected "yess" in column keep, expected "yes" or nothing`: file, line,
 * number of the cell in its row.
 */
export function readTermbase(csv: string, file: string, rank = 0): Termbase {
  const { terms, faults } = inspectTermbase(csv, file, rank);
  if (faults.length > 0) throw new GlossaryError(report(faults, file));
  return { file, terms, version: hash(...terms.map((term) => term.version)) };
}

/** As readTermbase, but what is wrong is told and nothing is thrown. */
export function inspectTermbase(csv: string, file: string, rank = 0): Inspected {
  const table = readTable(csv);
  const faults: GlossaryFault[] = [...table.faults];
  const terms: Term[] = [];
  for (const { line, cells } of table.rows) {
    if (cells === undefined) continue;
    const row = readRow(cells);
    if ('faults' in row) {
      for (const { column, message } of row.faults) faults.push({ line, cell: cellOf(table, column), message });
    } else {
      terms.push({ ...row.content, line, rank, version: versionOf(row.content) });
    }
  }
  for (const { line, column, message } of clashes(terms)) faults.push({ line, cell: cellOf(table, column), message });
  faults.sort((a, b) => a.line - b.line || a.cell - b.cell);
  return { file, terms, faults, cell: (column) => cellOf(table, column) };
}

function cellOf(table: Table, column: Column): number {
  return Math.max(1, table.columns.indexOf(column) + 1);
}

function versionOf(row: RowContent): string {
  return hash(
    JSON.stringify([row.term, row.translation, row.variants, row.first, row.also, row.avoid, row.match, row.keep, row.from, row.until]),
  );
}

function report(faults: readonly GlossaryFault[], file: string): string {
  const lines = faults.map(({ line, cell, message }) => `${file}:${line}:${cell}: ${message}`);
  const count = lines.length === 1 ? 'this fault' : `these ${lines.length} faults`;
  return [...lines, `Nothing was translated: mend ${count} in ${file} and run again`].join('\n');
}
