/** Some of what a group has: `Yang hadir antara lain gubernur` = those who attended include the governor. */

import { asVerb } from './as-verb.ts';
import { startsPhrase } from './noun-phrases.ts';
import { option, wordSlot } from './slots.ts';
import { verbAhead } from './small-words.ts';
import { after, type Walk } from './walk.ts';

/** Emits `antara lain` before its members: a verb where the clause has no other. */
export function membersAt(walk: Walk): boolean {
  const { units, at, subject } = walk;
  const unit = units[at];
  if (unit?.lower !== 'antara lain' || !startsPhrase(units, at + 1) || verbAhead(units, at + 1)) return false;
  const mentioned = walk.inRelative ? walk.relativeVerb : walk.before === 'phrase' && subject?.to === at;
  if (subject === undefined || !walk.open || walk.telling.headline || !mentioned) {
    if (walk.before === 'start') return false;
    // `…, antara lain Toyota`
    walk.slots.push(wordSlot(unit, at, [option('including')]));
    walk.at += 1;
    after(walk, 'prep');
    return true;
  }
  walk.inRelative = false;
  walk.form = 'finite';
  asVerb(walk, unit, 'include');
  return true;
}
