/** Which files changed, as git sees it. */

import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { SettingsError } from '../errors.ts';

/**
 * Absolute paths of the files that differ from `since` (from where the branch left it; the last commit
 * where undefined), staged or not, and of those that git does not know yet.
 *
 * @throws SettingsError where there is no repository, or no such revision.
 */
export function changedFiles(folder: string, since: string | undefined): ReadonlySet<string> {
  const top = git(folder, ['rev-parse', '--show-toplevel'], '--changed: expected a git repository here').trim();
  const help = `--since ${since ?? ''}: no common ancestor with it was found. In CI, fetch the whole history (fetch-depth: 0)`;
  const base = since === undefined ? 'HEAD' : git(folder, ['merge-base', '--end-of-options', since, 'HEAD'], help).trim();
  const differing = git(top, ['diff', '--name-only', '-z', '--no-renames', base, '--'], '--changed: expected at least one commit in this repository');
  const fresh = git(top, ['ls-files', '--others', '--exclude-standard', '-z'], '--changed: git could not list new files');
  return new Set(`${differing}${fresh}`.split('\0').filter((name) => name !== '').map((name) => resolve(top, name)));
}

/** A path as git spells it: without symbolic links, where it is there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function git(cwd: string, args: readonly string[], trouble: string): string {
  try {
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new SettingsError('--changed: git was not found. Install it, or name the articles');
    throw new SettingsError(trouble);
  }
}
