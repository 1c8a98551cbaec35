/** The rows of one table of a sheet. */

import type { PhrasingContent, Table, TableRow } from 'mdast';
import { readRow, type Findings } from './read-row.ts';
import { readRowHead } from './row-head.ts';
import type { ReadRow } from './sheet.ts';

const COLUMNS = ['#', 'indonesian', 'english', 'review'];
export const EXPECTED_HEADER = '`| # | Indonesian | English | Review |` with `|--:|---|---|---|` under it';

export function readTable(table: Table, file: string, findings: Findings): ReadRow[] {
  const [header, ...rows] = table.children;
  const line = lineOf(table);
  if (header === undefined || !isHeader(header, file)) {
    findings.faults.push({ line, message: `Unexpected table without the header of a sheet, expected ${EXPECTED_HEADER}` });
    return [];
  }
  const out: ReadRow[] = [];
  for (const row of rows) {
    const read = readTableRow(row, file, findings);
    if (read !== undefined) out.push(read);
  }
  return out;
}

function readTableRow(row: TableRow, file: string, findings: Findings): ReadRow | undefined {
  const line = lineOf(row);
  const [number, source, target, review] = row.children.map((cell) => cell.children);
  const head = number === undefined ? undefined : readRowHead(number);
  const count = row.children.length;
  const name = head === undefined ? '' : `row ${head.id}: `;
  if (count > COLUMNS.length) {
    findings.faults.push({ line, message: `${name}Unexpected ${count} cells, expected 4: a | inside a cell is written \\|` });
  } else if (head === undefined) {
    findings.faults.push({ line, message: unreadable(sliceOf(number ?? [], file), count) });
  } else if (source === undefined || target === undefined || review === undefined) {
    findings.faults.push({ line, message: `${name}Unexpected ${cells(count)}, expected 4: each cell ends with a |, an empty one too, and stays on one line` });
  } else if (head.rest.length > 0) {
    findings.faults.push({ line, message: `${name}Unexpected “${shown(sliceOf(number ?? [], file))}” for the number, expected the number and its fingerprint alone; a note is written in Review after //` });
  } else return readRow({ line, head, source, target, review }, file, findings);
  return undefined;
}

function unreadable(found: string, count: number): string {
  const what = found === '' ? 'a row without a number' : `“${shown(found)}” for the number of a row`;
  const next = count === 1 ? '; if a cell was broken into two lines, join them, and put a blank line after the table' : '; undo the change to the first cell';
  return `Unexpected ${what}, expected one like 2.1${next}`;
}

function isHeader(row: TableRow, file: string): boolean {
  const names = row.children.map((cell) => sliceOf(cell.children, file).replaceAll('\\', '').trim().toLowerCase());
  return names.length === COLUMNS.length && COLUMNS.every((name, at) => names[at] === name);
}

/** The Markdown that the nodes were read from. */
export function sliceOf(nodes: readonly PhrasingContent[], file: string): string {
  return file.slice(nodes[0]?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? 0);
}

export function lineOf(node: { readonly position?: { readonly start: { readonly line: number } } | undefined }): number {
  return node.position?.start.line ?? 1;
}

export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 37)}…` : line;
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}
