/** `ada`: there is, there are; and subjects that follow their passive verb. */

import { isMass } from './english-nouns.ts';
import type { Unit } from './kinds.ts';
import { parsePhrase, startsPhrase } from './noun-phrases.ts';
import { DURATION, isTime, NOTHING } from './phrase-parts.ts';
import { numberAsked, verbOptions } from './predicates.ts';
import { inserted, option, plainSlot, wordSlot, plainRendering } from './slots.ts';
import { ANYWHERE, gerundOptions, spellPhrase } from './spell-nouns.ts';
import type { VerbGroup } from './verb-groups.ts';
import { after } from './walk.ts';
import type { Walk } from './walk.ts';

const BE = [plainRendering('be', true)] as const;

/** The verb of a clause that says that something is there. */
export const THERE = 'be there';

/** Emits `ada` with its markers, if the group is one. */
export function existence(walk: Walk, group: VerbGroup, verb: Unit, at: number): boolean {
  if (!/^(?:(?:tidak |tak )?ada|terdapat)$/.test(verb.lower)) return false;
  const { units, slots } = walk;
  const owned = walk.subject !== undefined && walk.before === 'phrase' && !walk.inRelative && walk.units[group.from - 1]?.lower !== ',';
  // `Ada juga suku lain.`: there are also other tribes.
  const also = /^(?:juga|pula)$/.test(units[group.to]?.lower ?? '') && startsPhrase(units, group.to + 1) ? units[group.to] : undefined;
  const to = also === undefined ? group.to : group.to + 1;
  const thing = startsPhrase(units, to);
  const none = verb.lower.includes(' ');
  if (none && (owned || !thing)) return false;
  if (!thing && /^(?:jika|kalau|bila|apabila)$/.test(units[group.from - 1]?.lower ?? '')) {
    // `jika ada`: if any.
    slots.push(wordSlot(verb, at, [option('any')]));
    walk.at = group.to;
    after(walk, 'word');
    return true;
  }
  if (owned || !thing) {
    // `rumahnya ada di Bogor`: it is there.
    slots.push({ ...wordSlot(verb, at, verbOptions({ renderings: BE, voice: 'bare' }, group, 'finite', walk.telling), 'verb'), agrees: walk.inRelative ? 'last' : 'subject' });
  } else {
    const phrase = parsePhrase(units, to);
    const many = phrase.plural || units[phrase.head ?? -1]?.reading.plural === true || phrase.before.some((index) => {
      const unit = units[index];
      return unit?.reading.pos === 'num' && !/^(?:satu|sebuah|seorang|suatu|salah satu|sedikit)$/.test(unit.lower);
    });
    const stuff = units[phrase.head ?? -1]?.reading.renderings.every(({ text, count }) => count === 'mass' || isMass(text)) === true;
    const yet = group.negative === 'notyet';
    const no = none || yet || group.negative === 'not';
    // `ada korban`: a victim or victims.
    const open = !many && !stuff && phrase.before.length === 0 && phrase.det === '';
    const options = verbOptions({ renderings: BE, voice: 'bare' }, no ? { ...group, negative: '', tense: yet && group.tense === '' ? 'perfect' : group.tense } : group, 'finite', walk.telling)
      // `no` leaves it to the noun: there was no rain, there were no victims.
      .filter((made) => made.num === '' || ((no || open) && !stuff) || (made.num === 'pl') === many)
      .map((made) => ({ ...made, text: `there ${made.text}${no ? ' no' : ''}`, asks: no || open ? numberAsked(made) : made.asks, num: no || open ? ('' as const) : made.num }));
    slots.push(wordSlot(verb, at, options, 'verb'));
    if (also !== undefined) slots.push(plainSlot(also, group.to));
    if (no) {
      // `no` is the article of what follows.
      const rest = spellPhrase(units, phrase, ANYWHERE);
      slots.push(...(rest[0]?.kind === 'article' ? rest.slice(1) : rest));
      walk.at = phrase.to;
      walk.last = phrase;
      walk.subject = undefined;
      after(walk, 'phrase');
      return true;
    }
  }
  walk.at = owned || !thing ? group.to : to;
  walk.verb = owned || !thing ? 'be' : THERE;
  walk.form = 'finite';
  walk.subject = undefined;
  after(walk, 'prep');
  return true;
}

/** `meminta dibebaskannya wartawan`, `Datangnya hujan …`: a passive, or a verb without an object, with -nya before its noun names the deed. */
export function nominal(walk: Walk, group: VerbGroup, verb: Unit): boolean {
  if (verb.reading.clitic !== 'nya' || group.verb === undefined || group.markers > 0 || !startsPhrase(walk.units, group.to)) return false;
  const passive = verb.reading.voice === 'passive' && (walk.before === 'verb' || walk.before === 'prep' || walk.before === 'start');
  const opens = walk.before === 'start' && /^(?:n|num|name)$/.test(walk.units[group.to]?.reading.pos ?? '');
  const happens = verb.reading.voice !== 'passive' && walk.before !== 'phrase' && walk.before !== 'relative' && (opens || verb.reading.renderings.every(({ intransitive }) => intransitive));
  if (!passive && !happens) return false;
  walk.slots.push(inserted(option('the')), wordSlot(verb, group.verb, gerundOptions(verb)), inserted(option('of')));
  walk.at = group.to;
  after(walk, 'prep');
  return true;
}

/** `Menjual rumah itu sulit.`: a deed of which something is said. */
export function deed(walk: Walk, group: VerbGroup, verb: Unit): boolean {
  const { units, telling } = walk;
  if (telling.headline || walk.subject !== undefined || walk.before !== 'start' || walk.inRelative || group.markers > 0 || group.verb === undefined || group.agent !== undefined) return false;
  if (!/^(?:me|bel|bek|ber)/.test(verb.lower) || verb.reading.voice === 'passive' || verb.reading.clitic !== '') return false;
  // `Merokok dapat merugikan.`: what the deed can or does.
  const equated = isEquated(units, group) || /^(?:mod|neg)$/.test(units[group.to]?.reading.pos ?? '');
  if (!startsPhrase(units, group.to) && !equated) return false;
  const object = startsPhrase(units, group.to) ? parsePhrase(units, group.to) : undefined;
  if (!equated && (object === undefined || !isSaidOf(units, object.to))) return false;
  walk.subjectAt = walk.slots.length;
  const options = verbOptions(verb.reading, group, 'gerund', telling).map((made) => ({ ...made, num: 'sg' as const }));
  walk.slots.push({ ...wordSlot(verb, group.verb, options, 'noun'), sets: 'both' });
  if (object !== undefined) walk.slots.push(...spellPhrase(units, object, ANYWHERE).map((slot) => (slot.sets === 'both' ? { ...slot, sets: 'last' as const } : slot)));
  const said = object ?? { ...NOTHING, from: group.from, to: group.to };
  walk.at = said.to;
  walk.last = said;
  walk.subject = { ...said, deed: true };
  walk.lastWas = 'subject';
  walk.open = true;
  after(walk, 'phrase');
  return true;
}

/** `Bergabung dengan jaringan adalah cara …`: whether the sentence says what the deed is. */
function isEquated(units: readonly Unit[], { from, to }: VerbGroup): boolean {
  if (from > 0 && !/^[.!?"“]/.test(units[from - 1]?.lower ?? '')) return false;
  for (let at = to; at < Math.min(units.length, to + 20); at += 1) {
    const { lower, reading: { pos } } = units[at] ?? { lower: '', reading: { pos: 'punct' } };
    if (pos === 'punct' || lower === 'yang') return false;
    if (/^(?:adalah|merupakan|ialah)$/.test(lower)) return true;
    if (/^(?:biasanya|umumnya|pada umumnya)$/.test(lower)) return units.slice(at + 1, at + 4).some(({ reading }) => /^(?:v|mod)$/.test(reading.pos));
  }
  return false;
}

/** Whether a verb or an adjective follows in the same clause, behind places and times at most. */
function isSaidOf(units: readonly Unit[], from: number): boolean {
  for (let at = from; at < Math.min(units.length, from + 8); at += 1) {
    const { lower, reading: { pos } } = units[at] ?? { lower: '', reading: { pos: 'punct' } };
    if (pos === 'punct' || pos === 'conj' || pos === 'pron' || /^(?:yang|untuk|dengan|agar|supaya)$/.test(lower)) return false;
    if (/^(?:v|mod|neg)$/.test(pos)) return true;
    if (pos === 'a') return at === from && (units[at + 1]?.reading.pos ?? 'punct') === 'punct';
  }
  return false;
}

/** What nobody in particular expects or says. */
export const IMPERSONAL = /^di(?:harapkan|perkirakan|duga|ketahui|katakan|laporkan|kabarkan|yakini|sebutkan|akui|khawatirkan|sarankan|anjurkan|pastikan|prediksi|prediksikan|umumkan|butuhkan waktu|perlukan waktu)$|^(?:perlu|butuh) waktu$/;

const MEASURED = /\b(?:percent|tons?|kilograms?|grams?|lit(?:er|re)s?|hectares?|kg)$/;

/** `dilakukan penahanan`: without a subject before it, a passive has its subject behind it. */
export function inverted(walk: Walk, group: VerbGroup, verb: Unit): boolean {
  const { units } = walk;
  const next = units[group.to];
  if (verb.reading.voice !== 'passive' || verb.reading.clitic !== '' || walk.subject !== undefined || walk.inRelative || group.agent !== undefined) return false;
  // `Dalam operasi itu disita beberapa senjata.`: behind a place or time too.
  const behind = walk.before === 'phrase' && walk.lastWas === 'prep' && !walk.inRelative;
  if ((walk.before !== 'start' && walk.before !== 'conj' && !behind) || /^(?:untuk|guna|demi|agar|supaya|dengan|tanpa|sambil|seraya)$/.test(walk.governor)) return false;
  if (/ (?:as|for|to|by|with|in|on|from|of|at|into)$/.test(verb.reading.renderings[0]?.text ?? '')) return false;
  // `diperkirakan 90 persen …`: it is expected that so many do something.
  if (IMPERSONAL.test(verb.lower) && /^(?:value|num|adv)$/.test(next?.reading.pos ?? '')) return false;
  const value = next?.reading.pos === 'value' && !MEASURED.test(next.reading.renderings[0]?.text ?? '');
  if (!startsPhrase(units, group.to) || next?.lower === 'oleh' || value) return false;
  const phrase = parsePhrase(units, group.to);
  // `diperbarui setiap lima tahun`: when, not what.
  if (isTime(units[phrase.head ?? -1]?.lower ?? '') || DURATION.test(units[phrase.head ?? -1]?.reading.renderings[0]?.text ?? '')) return false;
  walk.slots.push(...spellPhrase(units, phrase, { ...ANYWHERE, subject: true, headline: walk.telling.headline }));
  const options = verbOptions(verb.reading, group, 'finite', walk.telling);
  walk.slots.push({ ...wordSlot(verb, group.verb ?? -1, options, 'verb'), agrees: 'subject' });
  walk.at = phrase.to;
  walk.last = phrase;
  walk.verb = verb.reading.renderings[0]?.text ?? '';
  walk.form = 'finite';
  after(walk, 'verb');
  return true;
}
