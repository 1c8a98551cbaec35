/** Prepositions and conjunctions in their places, and what they make of what they govern. */

import { asVerb } from './as-verb.ts';
import { adjectiveAt } from './adjectives.ts';
import type { Unit } from './kinds.ts';
import { startsPhrase } from './noun-phrases.ts';
import { amountDue, isClosed, placeDue, subjectHere } from './said-of.ts';
import { inserted, option, wordSlot } from './slots.ts';
import { CLAUSAL, opensClause, prepositionSlot, saysLater, verbAhead } from './small-words.ts';
import { parseVerbGroup } from './verb-groups.ts';
import { takesInfinitive } from './verb-phrases.ts';
import { after, copula } from './walk.ts';
import type { Walk } from './walk.ts';

const PLACES: Readonly<Record<string, string>> = { 'di atas': 'above', diatas: 'above', 'di bawah': 'below', dibawah: 'below', 'di dalam': 'inside', didalam: 'inside', 'di luar': 'outside', diluar: 'outside', 'di depan': 'in front', didepan: 'in front', 'di belakang': 'behind', 'di samping': 'alongside' };

/** Emits the preposition or conjunction at the walk's place and says what comes. */
export function govern(walk: Walk, unit: Unit): void {
  // `Korbannya termasuk hakim.`: the victims include judges.
  if (unit.lower === 'termasuk' && subjectHere(walk) && !walk.inRelative && startsPhrase(walk.units, walk.at + 1) && !saysLater(walk.units, walk.at)) {
    asVerb(walk, unit, 'include');
    return;
  }
  // `Langkah itu sebagai bagian dari upaya damai.`: it is part of it.
  if (/^sebagai(?: |$)/.test(unit.lower) && subjectHere(walk) && walk.subject !== undefined && isClosed(walk.subject, walk.units) && !walk.inRelative && !walk.telling.headline && startsPhrase(walk.units, walk.at + 1) && !saysLater(walk.units, walk.at) && !verbAhead(walk.units, walk.at + 1)) {
    copula(walk, undefined);
    walk.slots.push(wordSlot(unit, walk.at, [option((unit.reading.renderings[0]?.text ?? '').replace(/^as ?/, ''))]));
    walk.at += 1;
    walk.open = false;
    after(walk, 'prep');
    return;
  }
  // `Aturan itu berdasarkan pada data.`: it is based on it.
  if (/^berdasarkan(?: |$)/.test(unit.lower) && subjectHere(walk) && !walk.inRelative && !walk.telling.headline && !saysLater(walk.units, walk.at)) copula(walk, undefined);
  // `Kota itu juga termasuk salah satu yang terbesar.`: it is one of them.
  if (unit.lower === 'termasuk' && walk.units[walk.at + 1]?.lower === 'salah satu' && walk.open && walk.subject !== undefined && !walk.inRelative && !walk.telling.headline) {
    copula(walk, undefined);
    walk.slots.push(wordSlot(unit, walk.at, [option('')]));
    walk.at += 1;
    walk.open = false;
    after(walk, 'prep');
    return;
  }
  // `Unjuk rasa itu menyusul perintah polisi.`: it follows it.
  if (unit.lower === 'menyusul' && subjectHere(walk) && !walk.inRelative && startsPhrase(walk.units, walk.at + 1) && !saysLater(walk.units, walk.at) && !verbAhead(walk.units, walk.at + 1)) {
    asVerb(walk, unit, 'follow');
    return;
  }
  if (placeDue(walk, unit) || amountDue(walk, unit)) copula(walk, undefined);
  const clause = unit.lower !== 'tanpa' && (unit.reading.pos !== 'prep' || opensClause(walk, unit) || (CLAUSAL.test(unit.lower) && parseVerbGroup(walk.units, walk.at + 1)?.before === 'verb'));
  // `meminta agar warga pindah`: ask residents to move.
  if (/^(?:agar|supaya)$/.test(unit.lower) && walk.before === 'verb' && takesInfinitive(walk.verb) && startsPhrase(walk.units, walk.at + 1)) {
    walk.slots.push(wordSlot(unit, walk.at, [option('')]));
    walk.at += 1;
    return;
  }
  // `Jangan sampai data mereka bocor`: do not let their data leak.
  if (unit.lower === 'jangan sampai' && startsPhrase(walk.units, walk.at + 1)) {
    walk.slots.push(wordSlot(unit, walk.at, [option('do not let')]));
    walk.at += 1;
    walk.verb = 'let';
    after(walk, 'verb');
    return;
  }
  // `Sekitar 200 rumah rusak`: how many there are of the subject.
  if (/^(?:sekitar|sebanyak|kira-kira|hampir)$/.test(unit.lower) && (walk.before === 'start' || walk.before === 'conj') && /^(?:num|value)$/.test(walk.units[walk.at + 1]?.reading.pos ?? '') && !/^\d{1,2}:\d\d/.test(walk.units[walk.at + 1]?.reading.renderings[0]?.text ?? '')) {
    walk.slots.push(prepositionSlot(walk, unit));
    walk.at += 1;
    return;
  }
  // `pada usia 93 tahun`: at the age of 93.
  const age = walk.units[walk.at + 1];
  const years = /^(?:pada|di|dalam|hingga|sampai|sejak)$/.test(unit.lower) && age?.reading.pos === 'value' ? /^aged (\d+)$/.exec(age.reading.renderings[0]?.text ?? '')?.[1] : undefined;
  if (age !== undefined && years !== undefined) {
    walk.slots.push(wordSlot(unit, walk.at, [option(/^(?:pada|di|dalam)$/.test(unit.lower) ? 'at' : unit.lower === 'sejak' ? 'from' : 'until')]), wordSlot(age, walk.at + 1, [option(`the age of ${years}`)]));
    walk.at += 2;
    after(walk, 'word');
    return;
  }
  // `data di atas`, `tinggal di bawah`: where nothing is governed, the place itself.
  const place = startsPhrase(walk.units, walk.at + 1) || /^(?:prep|conj)$/.test(walk.units[walk.at + 1]?.reading.pos ?? '') || /^['‘"“]/.test(walk.units[walk.at + 1]?.lower ?? '') ? undefined : PLACES[unit.lower];
  if (place !== undefined && walk.before !== 'start' && walk.before !== 'conj') {
    walk.slots.push(wordSlot(unit, walk.at, [option(place)]));
    walk.at += 1;
    if (walk.subject?.to === walk.at - 1 && walk.before === 'phrase') walk.subject = { ...walk.subject, to: walk.at };
    return;
  }
  const held = subjectHere(walk);
  const slot = prepositionSlot(walk, unit);
  walk.demanded = /^(?:agar|supaya)$/.test(unit.lower) && slot.options.length === 1 && slot.options[0]?.text === 'that';
  walk.slots.push(slot);
  walk.at += 1;
  walk.governor = unit.lower === 'dengan' && adjectiveAt(walk.units, walk.at) !== undefined ? 'secara' : unit.lower;
  if (walk.slots.at(-1)?.options[0]?.text.endsWith(' to') === true && parseVerbGroup(walk.units, walk.at)?.before === 'verb') walk.governor = 'untuk';
  if (unit.reading.clitic === 'nya') {
    walk.slots.push(inserted(option('it'), option('them', 0.2)));
    after(walk, 'phrase');
    return;
  }
  if (!clause) walk.before = 'prep';
  else {
    walk.before = 'conj';
    // `Cara untuk mendapatkannya berbeda.`: behind what the deed is for, the subject still waits.
    const waits = unit.lower === 'untuk' && held && parseVerbGroup(walk.units, walk.at)?.before === 'verb';
    if (!/^(?:dan|atau|serta|maupun)$/.test(unit.lower) && !waits) {
      walk.subject = undefined;
      walk.inRelative = false;
      walk.form = 'finite';
    }
  }
}
