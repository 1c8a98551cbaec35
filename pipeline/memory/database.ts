/** The embedded database in `.padan/`: an index and a cache, never the record of what people wrote. */

import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { FileError } from '../errors.ts';

export type Connection = InstanceType<typeof Database>;

/** Raised whenever a table below changes: an older file is thrown away and built again from the sheets. */
const VERSION = 1;

const SCHEMA = `
  create table answers (key text primary key, text text not null, unknown text not null);
  create table sheets (article text primary key, rows text not null) without rowid;
  create table approvals (article text not null, n integer not null, key text not null, english text not null,
                          primary key (article, n)) without rowid;
  create index approvals_by_key on approvals (key);
  create table progress (article text primary key, signature text not null, report text not null, keys blob not null) without rowid;
`;

/**
 * Opens (or creates) the database at `path`. A file of another version, or one that is damaged, is
 * replaced by an empty one: what people wrote is read again from the sheets.
 *
 * @throws FileError where the folder cannot be written.
 */
export function openDatabase(path: string): { readonly connection: Connection; readonly fresh: boolean } {
  mkdirFor(path);
  try {
    const connection = connect(path);
    const version = userVersion(connection);
    if (version === VERSION) return { connection, fresh: false };
    if (version === 0) return { connection: create(connection), fresh: true };
    connection.close();
  } catch (error) {
    if (!isDamage(error)) throw unusable(path, error);
  }
  try {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return { connection: create(connect(path)), fresh: true };
  } catch (error) {
    throw unusable(path, error);
  }
}

/** Runs `work` as one transaction: all of it is on disk afterwards, or none. */
export function transact(connection: Connection, work: () => void): void {
  connection.exec('begin immediate');
  try {
    work();
    connection.exec('commit');
  } catch (error) {
    connection.exec('rollback');
    throw error;
  }
}

/**
 * Gathers what several articles want to write at the same time into one transaction: a commit to the
 * disk is what writing costs.
 */
export interface Writer {
  /** Resolves when `work` is on the disk. */
  write(work: () => void): Promise<void>;
  /** Writes what is waiting, at once. */
  flush(): void;
}

export function createWriter(connection: Connection): Writer {
  let waiting: { readonly work: () => void; readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      transact(connection, () => {
        for (const { work } of batch) work();
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
  };
  return {
    write: (work) => new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ work, resolve, reject });
    }),
    flush,
  };
}

function connect(path: string): Connection {
  const connection = new Database(path, { timeout: 5 });
  // FULL: an answer that was paid for survives a power cut, not only a kill.
  connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -8000');
  return connection;
}

function create(connection: Connection): Connection {
  transact(connection, () => connection.exec(`${SCHEMA} pragma user_version = ${VERSION};`));
  return connection;
}

function userVersion(connection: Connection): number {
  const row: unknown = connection.prepare('pragma user_version').get();
  return typeof row === 'object' && row !== null && 'user_version' in row && typeof row.user_version === 'number'
    ? row.user_version
    : -1;
}

function mkdirFor(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw unusable(path, error);
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && /malformed|not a database|corrupt|disk image/i.test(error.message);
}

function unusable(path: string, error: unknown): FileError {
  const reason = error instanceof Error ? error.message : String(error);
  return new FileError(
    path,
    `${path}: cannot be opened (${reason}). Expected a folder that can be written; free some space or fix its permissions, then run again`,
    { cause: error },
  );
}
