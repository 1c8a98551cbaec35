/** Which text counts: whose words stand in a row, read from the row alone. */

import { printIsEmpty, printMatchesEnglish, type Origin } from './fingerprint.ts';
import type { ReadRow } from './sheet.ts';

export type Standing =
  /** A person's row: nothing but findings may be added to it. */
  | { readonly by: 'person'; readonly state: 'ok' | 'edited' | 'omit' }
  /** Padan's own: may be made again when source, terms or provider say so. */
  | { readonly by: 'padan'; readonly origin: Extract<Origin, 'builtin' | 'provider' | 'memory' | 'failed' | 'dropped' | 'kept'> }
  /** A person asks for a new translation, past memory and journal. */
  | { readonly by: 'redo' };

/**
 * A person's word (`redo`, `omit`, `ok`) counts first; then an emptied cell says redo; then English
 * that is not what Padan wrote is a person's, and so is a row without a fingerprint. `ok` on a row
 * without English approves nothing.
 */
export function standingOf(row: ReadRow): Standing {
  const { print, target } = row;
  const { state } = row.review;
  if (state === 'redo') return { by: 'redo' };
  if (state === 'omit') return { by: 'person', state: 'omit' };
  const untouched = print !== undefined && printMatchesEnglish(print, target);
  // A Review that was emptied says what it said.
  if (state === 'unset' && untouched && print.origin === 'omit') return { by: 'person', state: 'omit' };
  if (target === undefined) {
    // A row that never had English stays as it was; `omit` taken back is a row to translate.
    return print !== undefined && printIsEmpty(print) && isPadans(print.origin) ? { by: 'padan', origin: print.origin } : { by: 'redo' };
  }
  if (state === 'ok') return { by: 'person', state: 'ok' };
  if (!untouched || state === 'edited') return { by: 'person', state: 'edited' };
  if (isPadans(print.origin)) return { by: 'padan', origin: print.origin };
  if (state === 'unset' && print.origin === 'ok') return { by: 'person', state: 'ok' };
  // Not a word was changed: `ok` or `omit` was taken back, and what stands there is a person's.
  return { by: 'person', state: 'edited' };
}

function isPadans(origin: Origin): origin is Exclude<Origin, 'ok' | 'edited' | 'omit'> {
  return origin !== 'ok' && origin !== 'edited' && origin !== 'omit';
}
