/** Questions: `Apakah harga akan naik?` = Will prices rise? The auxiliary goes before the subject. */

import { adjectiveAt } from './adjectives.ts';
import type { Option, Unit } from './kinds.ts';
import { parsePhrase, startsPhrase } from './noun-phrases.ts';
import { copulaOptions, verbOptions } from './predicates.ts';
import { inserted, option, wordSlot } from './slots.ts';
import { ANYWHERE, spellPhrase } from './spell-nouns.ts';
import { parseVerbGroup } from './verb-groups.ts';
import { after } from './walk.ts';
import type { Walk } from './walk.ts';

/** Emits the question word at the walk's place with auxiliary, subject and verb, where the text asks. */
export function questionAt(walk: Walk): boolean {
  const { units, at, telling, slots } = walk;
  const unit = units[at];
  if (unit === undefined || (unit.reading.pos !== 'q' && !/^(?:di ?mana|ke ?mana|dari ?mana)$/.test(unit.lower)) || walk.before !== 'start' || !asks(units, at) || !startsPhrase(units, at + 1)) return false;
  const yesNo = unit.lower === 'apakah';
  const subject = parsePhrase(units, at + 1, 0, true);
  const group = parseVerbGroup(units, subject.to);
  const head = subject.head === undefined ? undefined : units[subject.head];
  const plural = head?.reading.plural === true || /^(?:kami|kita|anda|mereka|kamu|kalian)$/.test(head?.lower ?? '');
  const agreeing = (options: readonly Option[]): readonly Option[] => options.filter(({ num }) => num === '' || (num === 'pl') === plural);
  slots.push(wordSlot(unit, at, [option(yesNo ? '' : (unit.reading.renderings[0]?.text ?? ''))]));
  const verb = group?.verb === undefined ? undefined : units[group.verb];
  const spoken = spellPhrase(units, subject, { ...ANYWHERE, subject: true });
  if (group === undefined || verb === undefined || group.verb === undefined) {
    const isDue = group !== undefined || adjectiveAt(units, subject.to) !== undefined || !yesNo || startsPhrase(units, subject.to);
    slots.push({ ...inserted(...(isDue ? agreeing(copulaOptions(undefined, 'finite', { ...telling, past: false })).filter(({ text }) => !text.includes('w')) : [option('')])) }, ...spoken);
    if (group?.negative === 'not') slots.push(inserted(option('not')));
    walk.at = group?.to ?? subject.to;
  } else {
    const passive = verb.reading.voice === 'passive';
    slots.push(inserted(...auxiliary(group.tense, group.modal, passive, plural, telling.past)), ...spoken);
    const form = passive ? 'participle' : 'bare';
    const chosen = group.tense === 'future' || group.modal !== '' ? 'bare' : form;
    slots.push(wordSlot(verb, group.verb, verbOptions(verb.reading, { ...group, tense: '', modal: '' }, chosen, telling), 'verb'));
    walk.at = group.to;
    walk.verb = verb.reading.renderings[0]?.text ?? '';
  }
  walk.last = subject;
  walk.subject = undefined;
  after(walk, verb === undefined ? 'word' : 'verb');
  return true;
}

function auxiliary(tense: string, modal: string, passive: boolean, plural: boolean, past: boolean): readonly Option[] {
  if (tense === 'future') return [option('will')];
  if (modal !== '') return [option(modal)];
  if (passive) return past ? [option(plural ? 'were' : 'was')] : [option(plural ? 'are' : 'is')];
  if (tense === 'perfect') return [option('did')];
  return past ? [option('did'), option(plural ? 'do' : 'does', 0.6)] : [option(plural ? 'do' : 'does'), option('did', 0.3)];
}

/** Whether the sentence ends with a question mark. */
export function asks(units: readonly Unit[], at: number): boolean {
  for (let index = at; index < Math.min(units.length, at + 40); index += 1) {
    const lower = units[index]?.lower ?? '';
    if (lower.startsWith('?')) return true;
    if (/^[.!;]/.test(lower)) return false;
  }
  return false;
}
