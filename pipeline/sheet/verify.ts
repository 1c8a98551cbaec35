/**
 * What a person did to a sheet that no Review word says: rows deleted, added or merged, Indonesian
 * cells rewritten. An editor changes English and Review; anything else is named and not guessed at.
 */

import type { Inline } from '../model.ts';
import { printMatchesSource } from './fingerprint.ts';
import { inlineKey, isBlank } from './inline-key.ts';
import type { ReadRow, ReadSheet, SheetFault } from './sheet.ts';
import { rowsOf } from './sheet-read.ts';

/**
 * The faults of a sheet that was read, in order of lines; empty where there is none. `sources` are
 * the article's sentences as they are now: a cell that a person changed to what the source says
 * anyway is no fault. A cell that still is what Padan wrote, where the article now says something
 * else, is a changed source and no fault either: matchRows deals with it.
 */
export function verifySheet(sheet: ReadSheet, sources: readonly Inline[]): readonly SheetFault[] {
  const rows = rowsOf(sheet);
  const now = new Set(sources.map(inlineKey));
  const missing = missingRows(rows, sheet.written);
  const faults: SheetFault[] = [];
  rows.forEach((row, at) => {
    const gone = missing.get(at + 1);
    const merged = gone !== undefined && isTampered(row, now);
    if (merged) faults.push({ line: row.line, message: mergedRows(row.id, gone) });
    else if (isTampered(row, now)) faults.push({ line: row.line, message: changedCell(row.id) });
    if (merged) missing.delete(at + 1);
  });
  for (const row of sheet.leftOver) if (isTampered(row, now)) faults.push({ line: row.line, message: changedCell(row.id) });
  for (const [at, ids] of missing) faults.push({ line: (rows[at] ?? rows.at(-1))?.line ?? 1, message: deletedRows(ids, rows[at - 1]?.id) });
  const written = sheet.written === undefined ? undefined : new Set(sheet.written);
  for (const row of rows) if (written !== undefined && !written.has(row.id)) faults.push({ line: row.line, message: addedRow(row.id) });
  return faults.sort((a, b) => a.line - b.line);
}

/** True where the Indonesian cell is not what Padan wrote. Without a fingerprint no one can tell. */
export function isTampered(row: ReadRow, sources: ReadonlySet<string>): boolean {
  return row.print !== undefined && !printMatchesSource(row.print, row.source) && !sources.has(inlineKey(row.source));
}

/**
 * True for a row that a person put in place of one that was lost (`| 2.2 | | | redo |`): it says
 * nothing about its sentence, and the row is made anew.
 */
export function isPlaceholder(row: ReadRow): boolean {
  return row.print === undefined && isBlank(row.source) && row.target === undefined;
}

/** The numbers that Padan wrote and that are not there, by the index of the row that they stood before. */
function missingRows(rows: readonly ReadRow[], written: readonly string[] | undefined): Map<number, string[]> {
  const places = new Map(rows.map((row, at) => [row.id, at]));
  const missing = new Map<number, string[]>();
  let after = 0;
  for (const id of written ?? []) {
    const at = places.get(id);
    if (at !== undefined) after = at + 1;
    else missing.set(after, [...(missing.get(after) ?? []), id]);
  }
  return missing;
}

function changedCell(id: string): string {
  return `row ${id}: Unexpected change of the Indonesian, expected it as in the article; undo it here, and correct the article itself`;
}

function mergedRows(id: string, gone: readonly string[]): string {
  return `row ${id}: Unexpected merger with ${named(gone)}, expected one row for each sentence; put the Indonesian back and ${named(gone)} too, write the whole English in one row and omit in the Review of the other`;
}

function deletedRows(ids: readonly string[], before: string | undefined): string {
  const place = before === undefined ? 'before this line' : `after row ${before}`;
  const [first = ''] = ids;
  return `${named(ids)}: Unexpected deletion ${place}, expected one row for each sentence; put it back (for no English, write omit in Review), or type \`| ${first} | | | redo |\` in its place to have it made anew`;
}

function addedRow(id: string): string {
  return `row ${id}: Unexpected number, expected only the rows that Padan wrote; put the number back as it was, or take the row out`;
}

function named(ids: readonly string[]): string {
  const [first = '', ...others] = ids;
  if (others.length === 0) return `row ${first}`;
  return others.length > 5 ? `${ids.length} rows (${first} to ${others.at(-1) ?? ''})` : `rows ${ids.join(', ')}`;
}
