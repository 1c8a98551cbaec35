/** A word that does a verb's work: `termasuk` and `antara lain` include, `menyusul` follows. */

import type { Unit } from './kinds.ts';
import { NO_MARKERS, verbOptions } from './predicates.ts';
import { plainRendering, wordSlot } from './slots.ts';
import { after, type Walk } from './walk.ts';

/** Emits `unit` as the finite `verb` of the subject; the clause has its verb then. */
export function asVerb(walk: Walk, unit: Unit, verb: 'include' | 'follow'): void {
  const options = verbOptions({ renderings: RENDERINGS[verb], voice: 'active' }, NO_MARKERS, 'finite', walk.telling);
  walk.slots.push({ ...wordSlot(unit, walk.at, options, 'verb'), agrees: 'subject' });
  walk.at += 1;
  walk.verb = verb;
  walk.open = false;
  after(walk, 'verb');
}

const RENDERINGS = { include: [plainRendering('include')], follow: [plainRendering('follow')] };
