/** Tail attribution: `…," kata polisi` = the police said; `katanya`, `ujarnya` = he or she said. */

import { isPerson } from './heads.ts';
import type { Slot, Unit } from './kinds.ts';
import { parsePhrase, startsPhrase } from './noun-phrases.ts';
import { verbOptions } from './predicates.ts';
import { inserted, option, wordSlot, plainRendering } from './slots.ts';
import { ANYWHERE, spellPhrase } from './spell-nouns.ts';
import { readData, rowsOf } from './tables.ts';
import type { Walk } from './walk.ts';

/** What somebody is: `pemimpin redaksi`, or a term. */
function isTitle(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.reading.how === 'term' || isPerson(unit.lower) || isPerson(unit.lower.split(' ', 1)[0] ?? ''));
}

const PAST = { tense: 'past', progressive: false, modal: '', chain: [], negative: '', adverbs: [] } as const;
const TELL = [plainRendering('tell')] as const;

/** Whether somebody who can be told stands at `at`. */
export function hears(units: readonly Unit[], at: number): boolean {
  const { head, to } = startsPhrase(units, at) ? parsePhrase(units, at) : { head: undefined, to: at };
  const unit = units[head ?? -1];
  if (unit === undefined || to === at) return false;
  return isPerson(unit.lower) || unit.lower === 'wartawan' || unit.reading.pos === 'pron' || (unit.reading.pos === 'name' && !/day$/.test(unit.reading.renderings[0]?.text ?? '')) || /^(?:media|pers|parlemen|pengadilan|radio|televisi|stasiun|kantor berita|surat kabar|harian|koran|majalah|polisi|publik|bbc)/.test(unit.lower);
}

/** `menurut dia, …`: what the unnamed speaker says. Emits it; at the beginning English has no comma. */
export function accordingAt(walk: Walk): boolean {
  const { units, at } = walk;
  const unit = units[at];
  if (unit === undefined || !/^(?:menurutnya|menurut (?:dia|ia|beliau))$/.test(unit.lower) || walk.inRelative) return false;
  const opens = at === 0 || /^[.!?"“]/.test(units[at - 1]?.lower ?? '');
  const set = units[at - 1]?.lower === ',' || opens;
  const comma = units[at + 1]?.lower === ',';
  if (!set || (!opens && !comma && !/^[.!?]/.test(units[at + 1]?.lower ?? '.'))) return false;
  walk.slots.push(inserted(option(SOMEONE)), { ...wordSlot(unit, at, verbOptions({ renderings: SAY, voice: 'active' }, PAST, 'finite', walk.telling), 'verb'), agrees: '' });
  walk.at = at + 1;
  if (opens && comma) {
    walk.slots.push(wordSlot(units[at + 1] ?? unit, at + 1, [option('')], 'punct'));
    walk.at = at + 2;
  }
  if (opens) {
    walk.subject = undefined;
    walk.telling = { ...walk.telling, reported: true };
  }
  walk.before = opens ? 'start' : walk.before;
  walk.governor = '';
  return true;
}

const SAY = [plainRendering('say', true)] as const;

let table: ReadonlyMap<string, string> | undefined;

/** House rule: Indonesian has one pronoun for everyone, and English invents no gender. */
export const SOMEONE = 'he or she';

/** `Dikatakan Djan, …`: a name and a comma behind it. */
function opensSaid(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  return (next?.reading.pos === 'name' || next?.reading.pos === 'pron') && units[parsePhrase(units, at + 1).to]?.lower === ',';
}

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
  const opening = previous === undefined && unit.lower.startsWith('di') && !clitic && opensSaid(units, at);
  if (english === undefined || (!clitic && previous === undefined && unit.lower !== 'kata' && !opening)) return false;
  if (!clitic && !startsPhrase(units, at + 1)) return false;
  // `, ditambahkan Syamsul,`: set off on both sides, or it is the clause's own verb.
  if (!clitic && !opening && unit.lower.startsWith('di') && (previous?.lower !== ',' || !/^[,.]/.test(units[parsePhrase(units, at + 1).to]?.lower ?? '.'))) return false;
  const reading = { renderings: [plainRendering(english, true)], voice: 'active' as const };
  const options = verbOptions(reading, PAST, 'finite', walk.telling);
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
    // `kata dia kepada wartawan`: he or she told reporters.
    const hearer = /^(?:kepada|pada)$/.test(units[to]?.lower ?? '') && english === 'say' && hears(units, to + 1) ? to : undefined;
    const speaker = [...spellPhrase(units, subject, { ...ANYWHERE, subject: true }), ...names];
    // `kata Maya, pemimpin redaksi`: what is added of the speaker keeps the speaker beside it.
    const told = hearer === undefined ? verb : { ...verb, options: verbOptions({ renderings: TELL, voice: 'active' }, PAST, 'finite', walk.telling) };
    walk.slots.push(...(units[to]?.lower === ',' && (isTitle(units[to + 1]) || (isTitle(units[subject.head ?? -1]) && units[to + 1]?.reading.how === 'name')) ? [told, ...speaker] : [...speaker, told]));
    if (hearer !== undefined) walk.slots.push(wordSlot(units[hearer] ?? unit, hearer, [option('')]));
    walk.at = hearer === undefined ? to : hearer + 1;
    walk.last = subject;
  }
  walk.before = 'verb';
  walk.verb = english;
  walk.form = 'finite';
  walk.governor = '';
  walk.subject = undefined;
  return true;
}
