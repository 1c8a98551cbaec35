/** How long a waiver holds: for the English that it was given for. */

import type { Inline } from '../model.ts';
import { inlineKey } from '../sheet/inline-key.ts';
import type { Recalled } from './recall.ts';

/** The waivers of a row whose English is now `target`: none where another English took the place of the one that was waived. */
export function waiversOf({ row, waived }: Pick<Recalled, 'row' | 'waived'>, target: Inline): readonly string[] {
  if (waived.length === 0 || row?.target === undefined) return [];
  return inlineKey(row.target) === inlineKey(target) ? waived : [];
}
