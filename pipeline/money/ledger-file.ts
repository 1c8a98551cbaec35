/** Reads and replaces `ledger.csv`: at any instant it is the old file or the new one, whole. */

import { type FileHandle, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileError } from '../errors.ts';

/** The text of the ledger; undefined where there is none. @throws FileError where it cannot be read. */
export async function loadLedger(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw failure(path, 'read', error);
  }
}

/** @throws FileError where it cannot be written, as when a spreadsheet holds it open; the old file stands then. */
export async function saveLedger(path: string, text: string, flush: (file: FileHandle) => Promise<void>): Promise<void> {
  // The file may be a link to one that several people share.
  const target = await realpath(path).catch(() => path);
  const fresh = join(dirname(target), '.ledger.csv.padan-new');
  try {
    const file = await open(fresh, 'w');
    try {
      await file.writeFile(text, 'utf8');
      await flush(file);
    } finally {
      await file.close();
    }
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw failure(path, 'written', error);
  }
}

function failure(path: string, verb: 'read' | 'written', error: unknown): FileError {
  const reason = error instanceof Error ? error.message : String(error);
  return new FileError(path, `ledger.csv cannot be ${verb} (${reason}). Close it where it is open, or fix its permissions`, { cause: error });
}
