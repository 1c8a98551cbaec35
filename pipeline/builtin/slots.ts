/** Making slots: the places of the English sentence and what may stand in each. */

import { isMass, isPluralForm, pluralOf } from './english-nouns.ts';
import type { Num, Option, Rendering, Slot, Unit } from './kinds.ts';

export function option(text: string, cost = 0, num: Num = '', asks: Option['asks'] = ''): Option {
  return { text, cost, num, asks };
}

/** A rendering with nothing to choose and nothing to pay. */
export function plainRendering(text: string, intransitive = false): Rendering {
  return { text, cost: 0, count: 'count', many: undefined, intransitive, hint: '' };
}

// Has every property, so that its copies change and never add: docs/decisions/0010-copies.md.
const PLAIN: Slot = { kind: 'word', options: [], unit: -1, token: -1, lead: -1, sets: '', agrees: '', glued: false };

/** A word that only English needs. */
export function inserted(...options: readonly Option[]): Slot {
  return { ...PLAIN, options };
}

export function wordSlot(unit: Unit, index: number, options: readonly Option[], kind: Slot['kind'] = 'word'): Slot {
  return { ...PLAIN, kind, unit: index, token: unit.from, options };
}

/** A unit by its renderings as they stand. */
export function plainSlot(unit: Unit, index: number): Slot {
  const { renderings } = unit.reading;
  return wordSlot(unit, index, remembered(renderings, 'plain', () => renderings.map((rendering) => option(rendering.text, rendering.cost))));
}

/** Numbers that a noun may take: what the source says, or both where it is silent. */
export type Numbers = 'sg' | 'pl' | 'any';

const SILENT_PLURAL = 0.9;

/** Option lists by renderings and by how they were made: most words come again, and their forms with them. */
const made = new WeakMap<readonly Rendering[], Map<string, readonly Option[]>>();

/** The options that `make` gives for `renderings`, made once for each `key`. */
export function remembered(renderings: readonly Rendering[], key: string, make: () => readonly Option[]): readonly Option[] {
  let byKey = made.get(renderings);
  if (byKey === undefined) made.set(renderings, (byKey = new Map<string, readonly Option[]>()));
  let options = byKey.get(key);
  if (options === undefined) byKey.set(key, (options = make()));
  return options;
}

/** The forms of a noun. */
export function nounOptions(renderings: readonly Rendering[], numbers: Numbers): readonly Option[] {
  return remembered(renderings, numbers, () => nounForms(renderings, numbers));
}

function nounForms(renderings: readonly Rendering[], numbers: Numbers): readonly Option[] {
  const out: Option[] = [];
  for (const rendering of renderings) {
    const { text, cost, count, many = SILENT_PLURAL } = rendering;
    if (text === '') out.push(option('', cost));
    else if (count === 'plural' || isPluralForm(text)) out.push(option(text, cost, 'pl'));
    else if (count === 'mass' || isMass(text)) out.push(option(text, cost + (numbers === 'pl' ? 0.5 : 0), 'un'));
    else {
      if (numbers !== 'pl') out.push(option(text, cost, 'sg'));
      if (numbers !== 'sg') out.push(option(pluralOf(text), cost + (numbers === 'any' ? many : 0), 'pl'));
    }
  }
  return out.length === 0 ? [option('')] : out;
}
