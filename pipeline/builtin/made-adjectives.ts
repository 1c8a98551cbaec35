/** What describes a noun in English only: `berusia 28 tahun` = 28-year-old, `berbahasa Spanyol` = Spanish-language, `lagi` = more. */

import type { Described } from './adjectives.ts';
import { isPerson } from './heads.ts';
import type { Unit } from './kinds.ts';
import { isNation, isTime, nationOf } from './phrase-parts.ts';
import { plainRendering } from './slots.ts';

const STOREYS: Readonly<Record<string, string>> = { one: 'first', two: 'second', three: 'third', four: 'fourth', five: 'fifth', six: 'sixth', seven: 'seventh', eight: 'eighth', nine: 'ninth', ten: 'tenth', 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', 6: 'sixth', 7: 'seventh', 8: 'eighth', 9: 'ninth', 10: 'tenth' };

export interface Made {
  readonly part: Described;
  readonly to: number;
}

/** The adjective that the words at `at` make for the noun `form`; `count` is the last word that counts it. */
export function madeAdjective(units: readonly Unit[], at: number, form: string, count: Unit | undefined): Made | undefined {
  const unit = units[at];
  if (unit === undefined) return undefined;
  // `petenis berusia 28 tahun itu`: the 28-year-old tennis player.
  const years = unit.reading.pos === 'value' && isPerson(form) ? /^aged (\d+)$/.exec(unit.reading.renderings[0]?.text ?? '')?.[1] : undefined;
  if (years !== undefined) return made(unit, at, `${years}-year-old`);
  // `pria 48 tahun`
  const aged = unit.reading.pos === 'value' && isPerson(form) ? /^(\d+) years$/.exec(unit.reading.renderings[0]?.text ?? '')?.[1] : undefined;
  if (aged !== undefined && !/^(?:lalu|silam|terakhir|penjara|mendatang|yang)/.test(units[at + 1]?.lower ?? '')) return made(unit, at, `${aged}-year-old`);
  // `biara abad ke-17`: a 17th-century monastery.
  const century = unit.reading.pos === 'value' ? /^(\d+(?:st|nd|rd|th)) century$/.exec(unit.reading.renderings[0]?.text ?? '')?.[1] : undefined;
  if (century !== undefined && !isTime(form) && !/^(?:awal|akhir|pertengahan|pengh?ujung|ujung|permulaan|paruh|tengah|sekitar)$/.test(form)) return made(unit, at, `${century}-century`);
  // `lantai tiga`: the third floor.
  const storey = form === 'lantai' ? STOREYS[unit.reading.renderings[0]?.text ?? ''] : undefined;
  if (storey !== undefined) return made(unit, at, storey);
  // `pintu depan`: of a thing it is no time.
  if (unit.lower === 'depan' && unit.reading.pos === 'a' && !isTime(form)) return made(unit, at, 'front');
  // `program berbahasa Spanyol`: a Spanish-language program.
  const language = unit.lower === 'berbahasa' && isNation(units[at + 1]) ? nationOf(units[at + 1]) : undefined;
  if (language !== undefined) return made(unit, at, `${language}-${isPerson(form) ? 'speaking' : 'language'}`, 2);
  // `petinju kelahiran Ambon`: an Ambon-born boxer.
  const place = unit.lower === 'kelahiran' && units[at + 1]?.reading.pos === 'name' ? units[at + 1]?.reading.renderings[0]?.text : undefined;
  if (place !== undefined) return made(unit, at, `${place}-born`, 2);
  // `pasukan pimpinan Amerika`: US-led troops; `awak berkebangsaan Norwegia`: Norwegian crew.
  const leader = unit.lower === 'pimpinan' && isNation(units[at + 1]) ? nationOf(units[at + 1]) : undefined;
  if (leader !== undefined) return made(unit, at, `${leader}-led`, 2);
  const people = /^(?:berkebangsaan|berkewarganegaraan)$/.test(unit.lower) && isNation(units[at + 1]) ? nationOf(units[at + 1]) : undefined;
  if (people !== undefined) return made(unit, at, people, 2);
  // `mobil buatan Jepang`: a Japanese-made car.
  const maker = unit.lower === 'buatan' && isNation(units[at + 1]) ? nationOf(units[at + 1]) : undefined;
  if (maker !== undefined) return made(unit, at, `${maker}-made`, 2);
  // `tindakan apa pun`: any action.
  if (/^apa ?pun$/.test(unit.lower)) return made(unit, at, 'any');
  // `lima orang lagi`: five more people.
  if (unit.lower === 'lagi' && /^(?:num|value)$/.test(count?.reading.pos ?? '') && !isTime(form)) return made(unit, at, 'more');
  return undefined;
}

/** `unit` as the adjective `text`. */
export function made(unit: Unit, index: number, text: string, length = 1): Made {
  return { part: { unit: { ...unit, reading: { ...unit.reading, pos: 'a', renderings: [plainRendering(text)] } }, index, degree: undefined }, to: index + length };
}
