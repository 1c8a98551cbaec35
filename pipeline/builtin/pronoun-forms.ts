/** English pronouns by what they are to their clause: owners, objects, selves. */

import { isPerson } from './heads.ts';
import type { Option, Slot, Unit } from './kinds.ts';
import { isNation, isOffice, isShortName, isTime, type NounPhrase } from './phrase-parts.ts';
import { option, wordSlot } from './slots.ts';

export const OWNER_WORDS: Readonly<Record<string, string>> = {
  saya: 'my', aku: 'my', kami: 'our', kita: 'our', kamu: 'your', anda: 'your', kalian: 'your', engkau: 'your', mereka: 'their', dia: 'his or her', beliau: 'his or her', 'siapa pun': 'anyone\'s', siapapun: 'anyone\'s', 'orang lain': 'other people\'s', seseorang: 'someone\'s', ia: 'his or her', ku: 'my', mu: 'your',
};
export const OBJECT_FORMS: Readonly<Record<string, string>> = { I: 'me', we: 'us', they: 'them', 'he or she': 'him or her' };

const SELVES: Readonly<Record<string, string>> = { saya: 'myself', aku: 'myself', kami: 'ourselves', kita: 'ourselves', anda: 'yourself', kamu: 'yourself', kalian: 'yourselves', mereka: 'themselves' };

/** `itself`, `themselves`; of one person, whose gender nothing says, `personally`. */
export function selfSlot(units: readonly Unit[], phrase: NounPhrase, self: Unit, index: number): Slot {
  const head = units[phrase.head ?? -1];
  const lower = head?.lower ?? '';
  const known = SELVES[lower];
  const person = /^(?:dia|ia|beliau)$/.test(lower) || isPerson(lower) || (head?.reading.how === 'name' && !/^\p{Lu}{2,}/u.test(head.reading.form));
  const options = known !== undefined ? [option(known)] : [option(person ? 'personally' : 'itself', 0, 'sg'), option('themselves', 0, 'pl')];
  return { ...wordSlot(self, index, options, 'verb'), agrees: 'last' };
}

const ANYBODY = [option('its', 0.1), option('the', 0), option('their', 0.5)] as const;
const THINGS = [option('its', -1), option('the', 0), option('their', 1)] as const;
const MANY = [option('their', -1), option('the', 0)] as const;

/** How many words back one looks for what a sentence is about. */
const FURTHEST = 60;

/** What `-nya` on a noun at `at` may be, by what its sentence is about: a thing's, many people's; of one person English would have to say a gender. */
export function ownerOptions(units: readonly Unit[], at: number): readonly Option[] {
  let start = at;
  while (start > 0 && start > at - FURTHEST && !/^[.!?;"“”]/.test(units[start - 1]?.lower ?? '')) start -= 1;
  let topic = start;
  while (topic < at && !/^(?:n|name|pron)$/.test(units[topic]?.reading.pos ?? '')) topic += 1;
  const unit = topic < at ? units[topic] : undefined;
  if (unit === undefined) return ANYBODY;
  const before = units[topic - 1];
  const many = unit.reading.plural || /^(?:mereka|keduanya)$/.test(unit.lower) || before?.lower === 'para' || (before?.reading.pos === 'num' && !/^(?:satu|seorang|sebuah|suatu|salah satu|setiap|tiap)$/.test(before.lower));
  if (many) return MANY;
  const thing = unit.reading.pos === 'n' ? !isPerson(unit.lower) && !isTime(unit.lower) : isNation(unit) || isShortName(unit) || isOffice(unit);
  return thing ? THINGS : ANYBODY;
}
