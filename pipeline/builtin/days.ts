/** Days that stand alone: `… di Jakarta, Rabu.` = … in Jakarta on Wednesday. */

import type { Unit } from './kinds.ts';
import type { NounPhrase } from './phrase-parts.ts';

/** English dates as they are written: a weekday or a day of a month. */
export const DAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:\D|$)/;

/** Whether `unit` is a day that English says with `on`. */
function isDay(unit: Unit | undefined): boolean {
  const text = unit?.reading.pos === 'value' ? (unit.reading.renderings[0]?.text ?? '') : '';
  return DAY.test(text) && !/^(?:last|next|this|every|each|on|in) /.test(text);
}

/** Whether the phrase is a day alone, which Indonesian sets down without a preposition. */
export function isBareDay(units: readonly Unit[], phrase: NounPhrase): boolean {
  if (phrase.head !== phrase.from || phrase.adjectives.length > 0 || phrase.det !== '' || !isDay(units[phrase.from])) return false;
  const before = units[phrase.from - 1];
  // `dimulai pada`, `paling lambat`: on, no later than.
  const governed = / (?:on|in|at|by|until|since|from|than|of)$|^(?:starting|until|since|from|by)$/.test(before?.reading.renderings[0]?.text ?? '');
  return !governed && before?.reading.pos !== 'prep' && !/^(?:[([–—:;)-]|dan|atau|sejak|hingga|sampai|setiap|tiap|hari|yaitu|yakni|adalah|ialah)$/.test(before?.lower ?? '') && !/^(?:adalah|merupakan|ialah|dan|atau|menjadi)$/.test(units[phrase.to]?.lower ?? '');
}

/** Whether the comma at `at` only sets a day off, where English has none: `…, Rabu.`, `Bupati, Rabu, mengatakan …`. */
export function setsDayOff(units: readonly Unit[], at: number): boolean {
  const said = (index: number): boolean => /^(?:v|mod|neg)$/.test(units[index]?.reading.pos ?? '');
  if (isDay(units[at + 1]) && at > 0 && units[at - 1]?.reading.pos !== 'punct') {
    const then = units[at + 2];
    return then === undefined || /^[.!?,;("”]/.test(then.lower) || said(at + 2);
  }
  return isDay(units[at - 1]) && units[at - 2]?.lower === ',' && units[at - 3] !== undefined && said(at + 1);
}
