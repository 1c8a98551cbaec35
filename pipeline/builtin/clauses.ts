/** The order of the sentence: a walk over the units that emits English slots phrase by phrase. */

import { SOMEONE, attributionAt } from './attribution.ts';
import { existence, inverted, nominal } from './existence.ts';
import { isHead } from './heads.ts';
import type { Option, Slot, Unit } from './kinds.ts';
import { adjectiveAt, endsClause, parsePhrase, startsPhrase } from './noun-phrases.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { verbOptions, withoutTail } from './predicates.ts';
import type { Telling } from './predicates.ts';
import { questionAt } from './questions.ts';
import { relativeAt } from './relatives.ts';
import { inserted, option, plainSlot, wordSlot } from './slots.ts';
import { spellAdjective, spellPhrase } from './spell-nouns.ts';
import { parseVerbGroup } from './verb-groups.ts';
import type { VerbGroup } from './verb-groups.ts';
import { opensClause, particleSlot, prepositionSlot, verbTail } from './small-words.ts';
import { after, copula, formHere, own } from './walk.ts';
import type { Walk } from './walk.ts';

/** Slots of the whole text in English order. */
export function orderUnits(units: readonly Unit[], telling: Telling): readonly Slot[] {
  const walk: Walk = { units, telling, slots: [], at: 0, before: 'start', subject: undefined, subjectAt: 0, last: undefined, lastWas: 'subject', form: 'finite', verb: '', inRelative: false, relativeVerb: false, open: false, governor: '' };
  while (walk.at < units.length) {
    const from = walk.at;
    step(walk);
    if (walk.at <= from) walk.at = from + 1;
  }
  return walk.slots;
}

function step(walk: Walk): void {
  const { units, at } = walk;
  const unit = units[at];
  if (unit === undefined) return;
  const { pos } = unit.reading;
  if (pos === 'punct') {
    mark(walk, unit);
    return;
  }
  if (attributionAt(walk) || questionAt(walk)) return;
  if (unit.lower === 'yang' && relativeAt(walk)) return;
  const group = parseVerbGroup(units, at);
  if (group !== undefined && (group.markers > 0 || pos === 'v')) {
    predicate(walk, group);
    return;
  }
  const described = adjectiveAt(units, at);
  if (described !== undefined && !described.relative) {
    const due = subjectHere(walk) || adjectiveDue(walk, described.to);
    if (due) {
      walk.inRelative = false;
      after(walk, 'phrase');
      copula(walk, undefined);
    }
    const manner = due ? false : walk.governor === 'secara' || (walk.before === 'verb' && !/^(?:be|become|remain|stay|feel|look|seem|appear|grow|get|make|consider|turn|keep|call|declare)\b| (?:of|in|as|for|to|at|with|on|from)$/.test(walk.verb));
    walk.slots.push(spellAdjective(described.part, manner));
    walk.at = described.to;
    after(walk, 'word');
    return;
  }
  if (startsPhrase(units, at)) {
    phrase(walk);
    return;
  }
  if (pos === 'prep' || unit.lower === 'secara' || (pos === 'conj' && unit.lower !== 'yang')) {
    govern(walk, unit);
    return;
  }
  walk.slots.push(pos === 'part' ? particleSlot(unit, at) : plainSlot(unit, at));
  walk.at = at + 1;
  if (pos === 'q') {
    walk.before = 'conj';
    walk.governor = 'tanya';
    walk.subject = undefined;
  } else if (pos !== 'part' && pos !== 'adv') walk.before = 'word';
  else if (walk.before === 'start' || walk.before === 'conj') walk.governor = '';
}

function mark(walk: Walk, unit: Unit): void {
  walk.slots.push(wordSlot(unit, walk.at, [option(unit.reading.renderings[0]?.text ?? '')], 'punct'));
  walk.at += 1;
  if (/^[.!?;:…]/.test(unit.lower)) {
    walk.subject = undefined;
    walk.form = 'finite';
    walk.inRelative = false;
  }
  if (/^["“”'‘’«»)\]]/.test(unit.lower)) return;
  if (/^[([]/.test(unit.lower)) {
    after(walk, 'word');
    return;
  }
  // A comma inside a list of phrases leaves the subject waiting; one after a verb opens a new clause.
  after(walk, walk.before === 'phrase' && walk.subject !== undefined ? 'phrase' : 'start');
}

function govern(walk: Walk, unit: Unit): void {
  if (placeDue(walk, unit)) copula(walk, undefined);
  const clause = unit.reading.pos !== 'prep' || opensClause(walk, unit);
  walk.slots.push(prepositionSlot(walk, unit));
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
    if (!/^(?:dan|atau|serta|maupun)$/.test(unit.lower)) {
      walk.subject = undefined;
      walk.inRelative = false;
      walk.form = 'finite';
    }
  }
}

/** Emits a noun phrase and says what it is to the clause. */
function phrase(walk: Walk): void {
  const { units, at } = walk;
  const opening = (walk.before === 'start' || walk.before === 'conj') && !walk.inRelative;
  const parsed = parsePhrase(units, at, 0, opening);
  const next = units[parsed.to];
  const unit = units[at];
  if (unit === undefined) return;
  // `orang yang datang itu`: the determiner after a relative clause was for its head.
  if (walk.inRelative && walk.before !== 'start' && walk.before !== 'prep' && parsed.to === at + 1 && (unit.lower === 'itu' || unit.lower === 'tersebut')) {
    walk.slots.push(wordSlot(unit, at, [option('')]));
    walk.at = at + 1;
    walk.inRelative = false;
    walk.before = 'phrase';
    walk.governor = 'closed';
    return;
  }
  const verbNext = next !== undefined && (/^(?:v|neg|mod)$/.test(next.reading.pos) || parseVerbGroup(units, parsed.to) !== undefined);
  const afterVerb = walk.before === 'verb';
  const joined = walk.before === 'conj' && walk.last !== undefined && /^(?:dan|atau|serta|maupun)$/.test(walk.governor) && walk.last.to === at - 1;
  const closed = walk.governor === 'closed' && walk.open && !verbNext;
  const isSubject = joined ? walk.lastWas === 'subject' : walk.before !== 'prep' && (!afterVerb || (verbNext && !takesInfinitive(walk.verb)));
  let said = false;
  if (closed) copula(walk, undefined);
  else if (isSubject && subjectHere(walk) && walk.subject !== undefined && (isShort(walk.subject, units) || (endsClause(units, parsed.to) && !joined && isClosed(walk.subject, units) && isThing(units[parsed.head ?? -1])))) {
    copula(walk, undefined);
    said = true;
  }
  const isTime = unit.reading.how === 'value' && /^\d{1,2}:\d\d/.test(unit.reading.renderings[0]?.text ?? '');
  if (isTime && parsed.head === at && walk.before !== 'prep') walk.slots.push(inserted(option('at')));
  const subjectAt = walk.slots.length;
  walk.slots.push(...own(walk, spellPhrase(units, parsed, { subject: isSubject && !said, headline: walk.telling.headline, inner: false, ...(said ? { predicate: isOne(walk.subject, units) ? 'one' : 'any' } : {}) })));
  walk.at = parsed.to;
  walk.lastWas = isSubject ? 'subject' : walk.before === 'prep' || joined ? 'prep' : 'object';
  walk.last = parsed;
  if (isSubject && walk.before !== 'conj') walk.subjectAt = subjectAt;
  else if (isSubject) walk.subjectAt = subjectAt;
  if (isSubject && !(walk.inRelative && walk.subject !== undefined)) {
    walk.subject = parsed;
    walk.open = true;
  }
  const expectsInfinitive = afterVerb && verbNext && takesInfinitive(walk.verb);
  after(walk, 'phrase');
  if (expectsInfinitive) walk.governor = 'untuk';
}

/** `Buku yang kami baca bagus.`: a subject with much behind it still waits for its predicate. */
function adjectiveDue(walk: Walk, to: number): boolean {
  if (!walk.open || walk.subject === undefined || !endsClause(walk.units, to)) return false;
  return walk.inRelative ? walk.relativeVerb : walk.before === 'phrase';
}

/** Whether the subject stands right before the walk's place. */
function subjectHere(walk: Walk): boolean {
  return walk.subject !== undefined && walk.before === 'phrase' && walk.lastWas === 'subject' && walk.subject.to === walk.at;
}

/** `Ini rumah saya`, `Dia guru`: two phrases side by side of which the first is a pronoun. */
function isShort(subject: NounPhrase, units: readonly Unit[]): boolean {
  const head = subject.head === undefined ? undefined : units[subject.head];
  return head?.reading.pos === 'pron' && subject.to - subject.from === 1;
}

/** A phrase to which nothing can be added: it has its possessor or its determiner. */
function isClosed(subject: NounPhrase, units: readonly Unit[]): boolean {
  const head = units[subject.head ?? -1];
  const inside = subject.of ?? subject.ownerPhrase;
  if (inside !== undefined && isClosed(inside, units)) return true;
  return subject.det !== '' || subject.owner !== undefined || (head?.reading.clitic ?? '') !== '';
}

/** A noun that says what somebody is; no time and no name. */
function isThing(unit: Unit | undefined): boolean {
  return unit?.reading.pos === 'n' && !isHead(unit.lower, 'time');
}

function isOne(subject: NounPhrase | undefined, units: readonly Unit[]): boolean {
  const head = units[subject?.head ?? -1];
  return head !== undefined && subject?.plural !== true && !head.reading.plural && !/^(?:kami|kita|mereka|kalian|ini|itu)$/.test(head.lower) && subject?.before.length === 0;
}

/** `Kantor kami di Bandung.`: a place or a purpose is all that the sentence says of its subject. */
function placeDue(walk: Walk, unit: Unit): boolean {
  const { units, at } = walk;
  if (!/^di(?: |$)|^(?:untuk|dari|tentang|bagi)$/.test(unit.lower) || !subjectHere(walk) || walk.inRelative || walk.telling.headline || walk.subject === undefined || !(isClosed(walk.subject, units) || isShort(walk.subject, units))) return false;
  for (let index = at + 1; index < units.length; index += 1) {
    const next = units[index];
    if (next?.reading.pos === 'punct') return /^[.!]/.test(next.lower);
    if (next === undefined || !/^(?:n|np|name|pron|prep|num|value|det)$/.test(next.reading.pos) || next.lower === 'yang') return false;
  }
  return false;
}

const OBJECT_INFINITIVE = /^(?:ask|urge|order|allow|force|help|want|call on|invite|encourage|tell|enable|require|persuade|expect|instruct|press|push|request|permit|advise|convince|prompt|make it possible for|lead|motivate|remind|teach|train)\b/;

function takesInfinitive(verb: string): boolean {
  return OBJECT_INFINITIVE.test(verb);
}

/** Emits a verb group with what belongs to it. */
function predicate(walk: Walk, group: VerbGroup): void {
  const { units, slots } = walk;
  if (walk.inRelative && walk.relativeVerb && walk.open && walk.before === 'verb' && group.markers > 0) {
    // `siswa yang tidak datang harus membayar`: a marked verb behind the relative clause is the subject's.
    walk.inRelative = false;
    walk.before = 'phrase';
  }
  const told = walk.before === 'verb' && (group.tense !== '' || group.modal !== '' || group.negative !== '') && group.agent === undefined;
  // `menyatakan akan menunggu`: English repeats the subject.
  if (told) slots.push({ ...inserted(...again(walk)), kind: 'noun', sets: 'both' });
  if (walk.inRelative && walk.relativeVerb && walk.before === 'phrase') walk.inRelative = false;
  if (walk.inRelative) walk.relativeVerb = true;
  else walk.open = false;
  const form = told ? 'finite' : formHere(walk);
  const infinitiveWord = walk.governor === 'untuk' && walk.before === 'phrase';
  if (group.before !== 'verb' || group.verb === undefined) {
    // `Bukan dia`, `tidak hanya`: without a subject the negation stands alone.
    const alone = walk.subject === undefined && !walk.inRelative && group.before === 'other';
    if (alone) negationAlone(walk, group);
    else copula(walk, group);
    walk.at = group.to;
    walk.form = form;
    after(walk, 'word');
    return;
  }
  const verb = units[group.verb];
  if (verb === undefined) return;
  if (nominal(walk, group, verb)) return;
  if (existence(walk, group, verb, group.verb) || inverted(walk, group, verb)) return;
  const agrees = walk.inRelative ? 'last' : 'subject';
  const agent = group.agent === undefined ? undefined : units[group.agent];
  const moved = agent !== undefined && walk.subject !== undefined && !walk.inRelative && walk.before === 'phrase' && slots.length - walk.subjectAt < 200 ? slots.splice(walk.subjectAt) : [];
  if (agent !== undefined && group.agent !== undefined) slots.push(...own(walk, spellPhrase(units, parsePhrase(units, group.agent), { subject: true, headline: false, inner: false })));
  if (verb.reading.agent !== '') slots.push(inserted(option(verb.reading.agent === 'ku' ? 'I' : 'you')));
  const shown = infinitiveWord ? 'infinitive' : isCommand(walk, group) ? 'command' : form;
  const spoken = { renderings: endsClause(units, group.to) ? withoutTail(verb.reading.renderings) : verb.reading.renderings, voice: agent === undefined ? verb.reading.voice : ('active' as const) };
  const options = verbOptions(spoken, group, shown, walk.telling);
  slots.push({ ...wordSlot(verb, group.verb, options, 'verb'), agrees, lead: group.markers > 0 ? (units[group.from]?.from ?? -1) : -1 });
  walk.at = group.to;
  walk.verb = verb.reading.renderings[0]?.text ?? '';
  walk.form = shown;
  if (moved.length > 0) walk.subject = undefined;
  if (moved.length > 0) slots.push(...moved.map((slot) => ({ ...slot, sets: slot.sets === 'both' ? ('last' as const) : slot.sets })));
  after(walk, 'verb');
  verbTail(walk, verb, group);
}

/** The pronoun that takes up the subject. */
function again(walk: Walk): readonly Option[] {
  const head = walk.units[walk.subject?.head ?? -1];
  const lower = head?.lower ?? '';
  if (lower === 'saya' || lower === 'aku') return [option('I', 0, 'pl')];
  if (lower === 'kami' || lower === 'kita') return [option('we', 0, 'pl')];
  if (lower === 'mereka' || head?.reading.plural === true || walk.subject?.plural === true) return [option('they', 0, 'pl')];
  if (/^(?:dia|ia|beliau)$/.test(lower) || isHead(lower, 'title')) return [option(SOMEONE, 0, 'sg')];
  return [option('it', 0, 'sg'), option('they', 0.3, 'pl')];
}

function isCommand(walk: Walk, group: VerbGroup): boolean {
  const verb = group.verb === undefined ? undefined : walk.units[group.verb];
  if (walk.subject !== undefined) return false;
  if (group.negative === 'dont' || (verb?.reading.how.endsWith('+ -lah') === true && walk.before === 'start')) return true;
  if (verb === undefined || group.markers > 0 || verb.reading.voice !== 'bare' || verb.reading.how === 'expression' || /^(?:ada$|ber|ter|me|di|ke)/.test(verb.lower)) return false;
  // `Tolong bantu kami.`, `Tutup pintu itu.`: a bare stem that opens a sentence asks for the deed.
  if (/^(?:tolong|silakan|silahkan|mari|ayo|harap|mohon|mari kita)$/.test(walk.units[group.from - 1]?.lower ?? '')) return true;
  const first = group.from === 0 || /^["“.!?]/.test(walk.units[group.from - 1]?.lower ?? '');
  return first && !walk.telling.headline && verb.reading.renderings[0]?.intransitive !== true && startsPhrase(walk.units, group.to);
}

function negationAlone(walk: Walk, group: VerbGroup): void {
  const unit = walk.units[group.from];
  const words = [group.negative === '' ? '' : group.negative === 'notyet' ? 'not yet' : 'not', ...group.adverbs].filter((word) => word !== '').join(' ');
  if (unit !== undefined) walk.slots.push(wordSlot(unit, group.from, [option(words)]));
}
