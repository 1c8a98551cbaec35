/** Relative clauses: `yang` after a noun, and `yang` alone (`those who`, `what`). */

import { adjectiveAt } from './adjectives.ts';
import { isHead, isPerson } from './heads.ts';
import type { Option, Rendering, Unit } from './kinds.ts';
import { parsePhrase, startsPhrase } from './noun-phrases.ts';
import type { NounPhrase } from './phrase-parts.ts';
import { verbOptions } from './predicates.ts';
import { asks } from './questions.ts';
import { option, wordSlot, plainRendering } from './slots.ts';
import { ANYWHERE, spellPhrase } from './spell-nouns.ts';
import { parseVerbGroup } from './verb-groups.ts';
import { after, copula } from './walk.ts';
import type { Walk } from './walk.ts';

/** Emits what `yang` at the walk's place says and readies the walk for the clause behind it. */
export function relativeAt(walk: Walk): boolean {
  const { units, at } = walk;
  const unit = units[at];
  if (unit === undefined) return false;
  if (units[at - 1]?.reading.pos === 'q') {
    // `Apa yang terjadi?`: the question word is enough.
    walk.slots.push(wordSlot(unit, at, [option('')]));
    walk.at = at + 1;
    walk.before = 'start';
    return true;
  }
  const quantity = walk.units[(walk.last?.from ?? 0) - 1];
  if (quantity !== undefined && /^(?:baru|hanya|cuma)$/.test(quantity.lower) && walk.subject === walk.last && !walk.inRelative && isWhole(units, at + 1)) {
    // `baru 68 perusahaan yang mendaftar`: only 68 companies have registered.
    walk.slots.push(wordSlot(unit, at, [option('')]));
    walk.at = at + 1;
    if (walk.subject !== undefined) walk.subject = { ...walk.subject, to: at + 1 };
    return true;
  }
  // `Banyak warga yang datang.`: many residents came.
  if (/^(?:(?:semakin |tidak |tak )?banyak|(?:hanya )?sedikit)$/.test(units[walk.last?.from ?? -1]?.lower ?? '') && walk.subject === walk.last && walk.subject?.to === at && !walk.inRelative && isWhole(units, at + 1)) {
    walk.slots.push(wordSlot(unit, at, [option('')]));
    walk.at = at + 1;
    walk.subject = { ...walk.subject, to: at + 1 };
    return true;
  }
  // `Reaksi inilah yang memicu api.`: this reaction started the fire.
  if (/^(?:ini|itu)lah$/.test(units[at - 1]?.lower ?? '') && walk.subject?.to === at && parseVerbGroup(units, at + 1) !== undefined) {
    walk.slots.push(wordSlot(unit, at, [option('')]));
    walk.at = at + 1;
    walk.subject = { ...walk.subject, to: at + 1 };
    return true;
  }
  const headless = walk.before !== 'phrase' || walk.last === undefined;
  const group = parseVerbGroup(units, at + 1);
  const next = units[at + 1];
  const verb = group?.verb === undefined ? undefined : units[group.verb];
  const reduced = !headless && verb?.reading.voice === 'passive' && verb.reading.clitic !== 'nya' && group?.markers === 0 && verb.reading.renderings[0]?.intransitive !== true && !/^be\b/.test(verb.reading.renderings[0]?.text ?? '');
  const described = adjectiveAt(units, at + 1);
  const emit = (options: readonly Option[]): void => void walk.slots.push(wordSlot(unit, at, options));
  walk.at = at + 1;
  walk.before = 'relative';
  walk.governor = reduced ? 'reduced' : '';
  if (reduced) {
    emit([option('')]);
  } else if (headless) {
    headlessAt(walk, emit, described !== undefined, group?.before === 'verb', next);
    return true;
  } else if (next?.reading.pos === 'prep' && group === undefined) {
    emit([option('')]);
    walk.before = 'word';
  } else if (whose(walk, emit)) {
    return true;
  } else {
    emit(relativeWords(walk.last, units, group !== undefined || described !== undefined));
    if (described !== undefined && group === undefined) {
      walk.inRelative = true;
      copula(walk, undefined);
      walk.before = 'word';
    }
  }
  walk.inRelative = true;
  walk.relativeVerb = false;
  return true;
}

/** Emits `apa yang harus dilakukan redaksi` = what the newsroom must do, where that stands. */
export function deedAt(walk: Walk): boolean {
  const { units, at } = walk;
  const what = units[at];
  const group = parseVerbGroup(units, at + 1);
  const verb = group?.verb === undefined ? undefined : units[group.verb];
  if (group?.verb === undefined || verb?.reading.voice !== 'passive' || verb.reading.clitic !== '' || group.agent !== undefined || what?.lower !== 'apa yang' || /^di(?:sebut|namakan|kenal|maksud|katakan)/.test(verb.lower) || asks(units, at)) return false;
  const from = group.to + (units[group.to]?.lower === 'oleh' ? 1 : 0);
  if (!/^(?:n|np|name|pron)$/.test(units[from]?.reading.pos ?? '') || isHead(units[from]?.lower ?? '', 'time') || /^(?:ini|itu)$/.test(units[from]?.lower ?? '')) return false;
  const agent = parsePhrase(units, from);
  walk.slots.push(wordSlot(what, at, [option('what')]), ...spellPhrase(units, agent, { ...ANYWHERE, subject: true, headline: walk.telling.headline }));
  if (from > group.to) walk.slots.push(wordSlot(units[group.to] ?? verb, group.to, [option('')]));
  const spoken = { renderings: verb.lower === 'dilakukan' ? DO : verb.reading.renderings, voice: 'active' as const };
  walk.slots.push({ ...wordSlot(verb, group.verb, verbOptions(spoken, group, 'finite', walk.telling), 'verb'), agrees: 'subject', lead: group.markers > 0 ? (units[group.from]?.from ?? -1) : -1 });
  walk.at = agent.to;
  walk.last = agent;
  walk.verb = spoken.renderings[0]?.text ?? '';
  after(walk, 'verb');
  return true;
}

const DO: readonly Rendering[] = [plainRendering('do')];

const LONGEST = 60;

/** Whether one verb is all that comes till the clause ends. */
function isWhole(units: readonly Unit[], from: number): boolean {
  let verbs = 0;
  for (const { lower, reading } of units.slice(from, from + LONGEST)) {
    if (/^[.!?;,]/.test(lower)) break;
    if (reading.pos === 'v') verbs += 1;
  }
  return verbs === 1;
}

/** `warga yang rumahnya rusak`: the residents whose houses are damaged. */
function whose(walk: Walk, emit: (options: readonly Option[]) => void): boolean {
  const { units, at } = walk;
  if (units[at]?.reading.pos !== 'n' || !startsPhrase(units, at)) return false;
  const phrase = parsePhrase(units, at, 0, true);
  const head = phrase.head === undefined ? undefined : units[phrase.head];
  if (head?.reading.clitic !== 'nya' || phrase.head === undefined) return false;
  emit([option('whose')]);
  walk.slots.push(...spellPhrase(units, phrase, { ...ANYWHERE, whose: true }));
  walk.at = phrase.to;
  walk.before = 'phrase';
  walk.governor = '';
  walk.inRelative = true;
  walk.relativeVerb = true;
  if (adjectiveAt(units, phrase.to) !== undefined && parseVerbGroup(units, phrase.to) === undefined) {
    copula(walk, undefined);
    walk.before = 'word';
  }
  return true;
}

function headlessAt(walk: Walk, emit: (options: readonly Option[]) => void, adjective: boolean, verb: boolean, next: Unit | undefined): void {
  const rank = next?.reading.pos === 'value' && /^(?:first|second|third|last|[\w-]+(?:st|nd|rd|th))$/.test(next.reading.renderings[0]?.text ?? '');
  if (adjective || rank) {
    const most = rank || next?.reading.degree === 'most' || next?.lower === 'paling';
    emit(most ? [option('the')] : [option('the'), option('what is', 0.5)]);
    walk.before = 'word';
    return;
  }
  emit(verb ? [option('which', 0.3), option('who', 0.2), option('those who', 0.6), option('what', 0.6), option('that', 0.3)] : [option('which'), option('that')]);
  walk.inRelative = true;
}

function relativeWords(head: NounPhrase | undefined, units: readonly Unit[], subject: boolean): readonly Option[] {
  const noun = head?.head === undefined ? undefined : units[head.head];
  const person = noun !== undefined && (isPerson(noun.lower) || isPerson(noun.reading.form) || head?.plural === true || /^(?:seorang|seseorang)/.test(units[head?.from ?? -1]?.lower ?? '') || (noun.reading.pos === 'name' && !noun.reading.how.startsWith('listed')));
  if (person) return [option('who'), ...(subject ? [] : [option('whom', 0.6), option('', 0.5)])];
  return subject ? [option('that', 0.1), option('which', 0.2)] : [option('that', 0.1), option('which', 0.3), option('', 0.4)];
}

/** `gedung yang dibangun pada 1990 itu`: the determiner behind the relative clause is the noun's. */
export function closedBehind(units: readonly Unit[], phrase: NounPhrase): NounPhrase {
  if (phrase.det !== '' || units[phrase.to]?.lower !== 'yang' || units[phrase.head ?? -1]?.reading.pos !== 'n') return phrase;
  for (let at = phrase.to + 1; at < Math.min(units.length, phrase.to + 9); at += 1) {
    const { lower, reading: { pos } } = units[at] ?? { lower: '', reading: { pos: 'punct' } };
    if (pos === 'punct' || lower === 'yang') return phrase;
    if (/^(?:itu|tersebut)$/.test(lower)) return /^(?:v|value|num|a|name)$/.test(units[at - 1]?.reading.pos ?? '') ? { ...phrase, closed: true } : phrase;
  }
  return phrase;
}
