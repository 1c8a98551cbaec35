/** Adjectives that say how hard or easy a deed is: `sulit ditemukan` = hard to find. */

import { adjectiveAt, isTough } from './adjectives.ts';
import { NO_MARKERS, verbOptions } from './predicates.ts';
import { subjectHere } from './said-of.ts';
import { option, wordSlot } from './slots.ts';
import { spellAdjective } from './spell-adjectives.ts';
import { after, copula, type Walk } from './walk.ts';

/** Emits such an adjective and its deed, which Indonesian has in the passive and English in the active. */
export function toughAt(walk: Walk): boolean {
  const { units, at } = walk;
  const found = adjectiveAt(units, at);
  const purpose = units[found?.to ?? -1]?.lower === 'untuk' ? 1 : 0;
  const verb = units[(found?.to ?? -1) + purpose];
  if (found === undefined || verb === undefined || found.relative || !isTough(units, found)) return false;
  if (subjectHere(walk)) {
    walk.inRelative = false;
    copula(walk, undefined);
  }
  walk.slots.push(spellAdjective(found.part));
  const silent = purpose === 0 ? undefined : units[found.to];
  if (silent !== undefined) walk.slots.push(wordSlot(silent, found.to, [option('')]));
  walk.slots.push(wordSlot(verb, found.to + purpose, verbOptions({ renderings: verb.reading.renderings, voice: 'active' }, NO_MARKERS, 'infinitive', walk.telling), 'verb'));
  walk.at = found.to + purpose + 1;
  walk.form = 'infinitive';
  walk.open = false;
  after(walk, 'word');
  return true;
}
