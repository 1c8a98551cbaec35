/** One run at a time in a folder. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { SettingsError } from '../errors.ts';

/**
 * Takes the lock at `path`, or throws where another run holds it. The lock is the operating system's
 * own, taken through SQLite: it falls with the process, however that ends, and is never left behind.
 *
 * @throws SettingsError where another run is at work.
 */
export function takeLock(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  const connection = new Database(path, { timeout: 0 });
  try {
    connection.exec('begin exclusive');
  } catch (error) {
    connection.close();
    if (!(error instanceof Error && /lock|busy/i.test(error.message))) throw error;
    throw new SettingsError(
      `Another padan run is at work here (${path} is locked). Wait until it has ended, then run again`,
      { cause: error },
    );
  }
  return () => {
    connection.close();
  };
}
