/** Tail attribution: `…," kata polisi` = the police said; `katanya`, `ujarnya` = he or she said. */

import { isPerson } from './heads.ts';
import type { Slot, Unit } from './kinds.ts';
import { parsePhrase, startsPhrase } from './noun-phrases.ts';
import { verbOptions } from './predicates.ts';
import { inserted, option, wordSlot } from './slots.ts';
import { spellPhrase } from './spell-nouns.ts';
import { readData, rowsOf } from './tables.ts';
import type { Walk } from './walk.ts';

/** What somebody is: `pemimpin redaksi`, or a term. */
function isTitle(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.reading.how === 'term' || isPerson(unit.lower) || isPerson(unit.lower.split(' ', 1)[0] ?? ''));
}

let table: ReadonlyMap<string, string> | undefined;

/** House rule: Indonesian has one pronoun for everyone, and English invents no gender. */
export const SOMEONE = 'he or she';

/** Emits the attribution at the walk's place, if one stands there. */
export function attributionAt(walk: Walk): boolean {
  const { units, at } = walk;
  const unit = units[at];
  if (unit === undefined || unit.capital) return false;
  const before = units[at - 1];
  if (before !== undefined && (before.reading.pos !== 'punct' || /^[(\[:;\-–—]/.test(before.lower))) return false;
  table ??= new Map(rowsOf(readData('attribution.tsv')).map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']));
  const clitic = unit.lower.endsWith('nya');
  const english = table.get(clitic ? unit.lower.slice(0, -3) : unit.lower);
  const previous = units[at - 1];
  if (english === undefined || (!clitic && previous === undefined && unit.lower !== 'kata')) return false;
  if (!clitic && (unit.lower.startsWith('di') || !startsPhrase(units, at + 1))) return false;
  const reading = { renderings: [{ text: english, cost: 0, count: 'count', intransitive: true, hint: '' } as const], voice: 'active' as const };
  const options = verbOptions(reading, { tense: 'past', progressive: false, modal: '', chain: [], negative: '', adverbs: [] }, 'finite', walk.telling);
  const verb = { ...wordSlot(unit, at, options, 'verb'), agrees: 'subject' as const };
  if (clitic) {
    walk.slots.push(inserted(option(SOMEONE)), verb);
    walk.at = at + 1;
  } else {
    const subject = parsePhrase(units, at + 1);
    // `kata Maya, pemimpin redaksi`: what is added of the speaker keeps the speaker beside it.
    // A name after the title, set off or not, belongs to the speaker: `kata juru bicara polisi, Budi`.
    let to = subject.to;
    const names: Slot[] = [];
    for (let name = units[to]; name?.reading.pos === 'name'; name = units[to]) {
      names.push(wordSlot(name, to, [option(name.reading.renderings[0]?.text ?? '')], 'noun'));
      to += 1;
    }
    const speaker = [...spellPhrase(units, subject, { subject: true, headline: false, inner: false }), ...names];
    // `kata Maya, pemimpin redaksi`: what is added of the speaker keeps the speaker beside it.
    walk.slots.push(...(units[to]?.lower === ',' && isTitle(units[to + 1]) ? [verb, ...speaker] : [...speaker, verb]));
    walk.at = to;
    walk.last = subject;
  }
  walk.before = 'verb';
  walk.verb = english;
  walk.form = 'finite';
  walk.governor = '';
  walk.subject = undefined;
  return true;
}
