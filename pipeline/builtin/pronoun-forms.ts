/** English pronouns by what they are to their clause: owners, objects, selves. */

import { isPerson } from './heads.ts';
import type { Slot, Unit } from './kinds.ts';
import type { NounPhrase } from './phrase-parts.ts';
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
