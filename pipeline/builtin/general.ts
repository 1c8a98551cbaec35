/** What something is like that is said only later: `Penting untuk menjaga …` = it is important to keep …. */

import type { Unit } from './kinds.ts';
import { inserted, option } from './slots.ts';
import type { Walk } from './walk.ts';

/** Adjectives that are said of deeds and of facts. */
const GENERAL = /^(?:tidak )?(?:penting|sulit|susah|sukar|mudah|gampang|berbahaya|wajar|aneh|mustahil)$/;
/** Adjectives that are said of facts. */
const OF_FACTS = /^(?:tidak |belum )?(?:jelas|pasti|benar|penting|wajar|aneh|mustahil|ironis|lucu|menarik)$/;
const FACT = /^(?:bahwa|apakah|kapan|mengapa|kenapa|bagaimana|siapa|berapa|di mana|dimana|bila|jika|kalau)$/;

/** A plain active verb. */
export function isDeed(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit?.reading.pos === 'v' && unit.reading.voice !== 'passive' && /^(?:me|ber|bel)/.test(unit.lower);
}

/** Whether `lower` opens a sentence whose subject, a deed or a fact, begins at `to`. */
export function isGeneral(walk: Walk, lower: string, to: number): boolean {
  if (walk.subject !== undefined || walk.inRelative || (walk.before !== 'start' && walk.before !== 'conj') || walk.telling.headline) return false;
  const next = walk.units[to]?.lower ?? '';
  if (OF_FACTS.test(lower) && FACT.test(next)) return true;
  if (!GENERAL.test(lower)) return false;
  return isDeed(walk.units, to) || (next === 'untuk' && isDeed(walk.units, to + 1)) || (/^(?:bagi|buat)$/.test(next) && deedAhead(walk.units, to + 1));
}

/** Whether a deed follows the people it is said of: `bagi mereka untuk …`. */
function deedAhead(units: readonly Unit[], from: number): boolean {
  for (let at = from; at < Math.min(units.length, from + 8); at += 1) {
    const unit = units[at];
    if (unit === undefined || unit.reading.pos === 'punct' || unit.lower === 'yang') return false;
    if (isDeed(units, at)) return true;
    if (unit.reading.pos === 'v' || (unit.reading.pos === 'conj' && !/^(?:untuk|dan)$/.test(unit.lower))) return false;
  }
  return false;
}

/** Emits the `it` that stands for what is said later. */
export function itSaidLater(walk: Walk): void {
  walk.slots.push({ ...inserted(option('it', 0, 'sg')), kind: 'noun', sets: 'both' });
}
