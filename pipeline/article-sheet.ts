/** The sheet of an article as it is found on disk, or as memory restores it; and what memory keeps of it. */

import type { FileState } from './article-files.ts';
import { type ArticleFile, shown } from './files.ts';
import { SheetError } from './errors.ts';
import type { Approval, Memory } from './ports.ts';
import { decodeText } from './formats/decode.ts';
import { makePrint } from './sheet/fingerprint.ts';
import { readSheet, rowsOf } from './sheet/sheet-read.ts';
import { writeSheet } from './sheet/sheet-write.ts';
import { type FrontMatter, refuseFaults, type ReadRow, type ReadSheet, type SheetRow } from './sheet/sheet.ts';
import { verifySheet } from './sheet/verify.ts';
import { writeApproved } from './stages/approved.ts';
import { approvalKey, type Found, type Recalled } from './stages/recall.ts';
import type { Briefed } from './stages/terms.ts';

export interface FoundSheet extends Found {
  /** Hash of the English document that was written with it. */
  readonly english: string | undefined;
  /** The sheet itself where it stands on disk. */
  readonly sheet: ReadSheet | undefined;
}

/**
 * Where a sheet stands, it alone counts; memory restores only a missing one.
 *
 * @throws SheetError where it cannot be read back.
 */
export async function findSheet(article: ArticleFile, files: FileState, memory: Memory): Promise<FoundSheet | undefined> {
  if (files.sheet !== undefined) {
    const sheet = named(article, () => readSheet(decodeText(files.sheet ?? new Uint8Array(), shown(article.sheet)).text));
    return { ...contents(sheet), sheet };
  }
  const { rows } = await memory.of(article.name);
  return rows === undefined ? undefined : { ...contents(readSheet(rows)), sheet: undefined };
}

/** @throws SheetError where a person changed what no one should: named with file and line. */
export function refuseTampering(article: ArticleFile, found: FoundSheet | undefined, segments: readonly Briefed[]): void {
  const { sheet } = found ?? {};
  if (sheet !== undefined) named(article, () => { refuseFaults(verifySheet(sheet, segments.map(({ source }) => source))); });
}

/** What memory keeps of an article: the rows that hold a person's words, as a sheet of their own, and the approvals. */
export interface Kept {
  readonly rows: string | undefined;
  readonly approvals: readonly Approval[];
}

/** `rows`: for each segment the row as it stands, or undefined where it has none. */
export function keepPersons(front: FrontMatter, segments: readonly Recalled[], rows: readonly (SheetRow | undefined)[], leftOver: readonly SheetRow[]): Kept {
  const persons = rows.filter((row, n) => row !== undefined && isPersons(segments[n])).filter((row) => row !== undefined);
  const approvals = segments.flatMap((segment): Approval[] => {
    const { recalled } = segment;
    return recalled.by === 'person' && recalled.state === 'ok' && recalled.target !== undefined
      ? [{ key: approvalKey(segment), english: writeApproved(recalled.target, segment.source.marks) }]
      : [];
  });
  if (persons.length + leftOver.length === 0) return { rows: undefined, approvals };
  return {
    rows: writeSheet({ frontMatter: front, layout: 'table', sections: [{ depth: 1, rows: persons }], leftOver }),
    approvals,
  };
}

/** A row as it was read, as a row to write; one that lost its fingerprint is a person's. */
export function asWritten(row: ReadRow): SheetRow {
  const { id, source, target, review } = row;
  return { id, source, target, review, print: row.print ?? makePrint({ origin: 'edited', target, source, terms: '' }) };
}

function isPersons(segment: Recalled | undefined): boolean {
  return segment !== undefined && (segment.recalled.by === 'person' || segment.note !== '' || segment.waived.length > 0);
}

function contents(sheet: ReadSheet): Omit<FoundSheet, 'sheet'> {
  const { english, roles } = sheet.frontMatter;
  return {
    rows: rowsOf(sheet),
    leftOver: sheet.leftOver,
    roles: isWords(roles) ? roles : {},
    english: typeof english === 'string' ? english : undefined,
  };
}

function isWords(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((word) => typeof word === 'string');
}

/** Puts the sheet's name before the message of a SheetError. */
function named<T>(article: ArticleFile, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    throw new SheetError(error.line, `${shown(article.sheet)}:${error.line}: ${error.message}\nThe sheet is left as it is; mend it and run again`);
  }
}

