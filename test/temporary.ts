import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for all that the tests write, so that they leave nothing behind, whatever becomes of them. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'padan-tests-'));
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder });
  return () => { rmSync(folder, { recursive: true, force: true, maxRetries: 3 }); };
}
