/** Words that say something else, or nothing, by what stands beside them. */

import { endsClause } from './adjectives.ts';
import type { Unit } from './kinds.ts';
import { isClosed, subjectHere } from './said-of.ts';
import { option, plainSlot, wordSlot } from './slots.ts';
import { saysLater, verbAhead } from './small-words.ts';
import { after, copula, type Walk } from './walk.ts';

/** Emits such a word, if one stands here. */
export function smallWord(walk: Walk, unit: Unit): boolean {
  const { units, at, subject } = walk;
  const next = units[at + 1]?.reading.pos ?? '';
  const behind = subject !== undefined && subjectHere(walk);
  // `Badan Penanggulangan Bencana (BPBD) setempat`: it belongs to the name before the brackets.
  if (unit.lower === 'setempat' && units[at - 1]?.lower === ')') emitWord(walk, unit, 'in the area');
  // `dibatasi paling banyak 10 kilogram`
  else if (unit.lower === 'paling banyak' && /^(?:num|value)$/.test(next)) emitWord(walk, unit, /^(?:limit|restrict|cap)$/.test(walk.verb) ? 'to at most' : 'at most');
  // `bahkan di dosis rendah sekalipun`: even in a low dose.
  else if (behind && (/^(?:hanya|hanyalah|cuma)$/.test(unit.lower) || (unit.lower === 'baru' && next === 'value')) && (/^(?:num|value)$/.test(next) || /^(?:sekitar|sebagian)$/.test(units[at + 1]?.lower ?? '')) && !verbAhead(units, at + 1) && !walk.telling.headline) {
    // `Itu hanya dua contoh.`
    copula(walk, undefined);
    emitWord(walk, unit, 'only');
    walk.open = false;
    after(walk, 'prep');
  } else if (behind && next === 'prep' && unit.lower === 'masih' && !saysLater(units, at + 1)) {
    // `Berkas itu masih dalam proses.`
    copula(walk, undefined);
    emitWord(walk, unit, 'still');
    after(walk, 'word');
  } else if (behind && /^di (?:sini|sana|situ)$|^dalam (?:kondisi|keadaan) /.test(unit.lower) && !/^(?:v|mod|neg|adv)$/.test(next) && !saysLater(units, at + 1)) {
    // `Saya di sini untuk bekerja.`
    copula(walk, undefined);
    walk.slots.push(plainSlot(unit, at));
    walk.at += 1;
    walk.open = false;
    after(walk, 'word');
  } else if (unit.lower === 'sebagian besar' && behind && /^(?:v|mod)$/.test(next)) {
    // `Dana itu sebagian besar berasal dari pajak.`
    emitWord(walk, unit, 'mostly');
    walk.subject = { ...subject, to: walk.at };
  } else if (unit.lower === 'sekalipun' && endsClause(units, at + 1)) emitWord(walk, unit, '');
  // `Stok kita cukup sampai akhir tahun.`
  else if (unit.lower === 'cukup' && unit.reading.pos === 'adv' && behind && isClosed(subject, units)) {
    copula(walk, undefined);
    emitWord(walk, unit, 'enough');
    after(walk, 'word');
  } else if (behind && ((unit.lower === 'jadi' && next === 'v') || (unit.lower === 'saja' && /^(?:neg|mod|v)$/.test(next)))) {
    // `Platform jadi bersaing`: English says the verb alone. `Impor saja tidak cukup`: imports alone.
    emitWord(walk, unit, unit.lower === 'saja' ? 'alone' : '');
    walk.subject = { ...subject, to: walk.at };
  } else return false;
  return true;
}

export function emitWord(walk: Walk, unit: Unit, text: string): void {
  walk.slots.push(wordSlot(unit, walk.at, [option(text)]));
  walk.at += 1;
}
