/** How many a noun phrase speaks of. */

import { isHead, isPerson } from './heads.ts';
import type { Option, Rendering, Unit } from './kinds.ts';
import type { NounPhrase } from './phrase-parts.ts';
import { nounOptions, type Numbers, remembered } from './slots.ts';

export const RANK = /^(?:pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh|terakhir)$/;

export function numbersOf(units: readonly Unit[], phrase: NounPhrase, head: Unit): Numbers {
  if (head.reading.plural || phrase.plural) return 'pl';
  for (const index of phrase.before) {
    const unit = units[index];
    const text = unit?.reading.renderings[0]?.text ?? '';
    if (unit === undefined) continue;
    if (/^(?:a|an|one|1)$|\b(?:every|each)$/.test(text)) return 'sg';
    if (/^(?:seorang|sebuah|suatu|seekor)$/.test(unit.lower)) return 'sg';
    if (/^salah (?:satu|seorang)$/.test(unit.lower)) return 'pl';
    if (unit.reading.pos === 'num' || /^(?:semua|segala)$/.test(unit.lower)) return /^(?:sedikit|setengah|separuh|nol)$/.test(unit.lower) ? 'any' : 'pl';
  }
  // `pasien kelima`, `rumahku`: one, as nothing says that they are many.
  if (phrase.before.length === 0 && (phrase.adjectives.some(({ unit }) => RANK.test(unit.lower) || (unit.reading.pos === 'value' && /(?:st|nd|rd|th)$/.test(unit.reading.renderings[0]?.text ?? ''))) || /^(?:ku|mu)$/.test(head.reading.clitic) || /^(?:saya|aku)$/.test(units[phrase.owner ?? -1]?.lower ?? ''))) return 'sg';
  // `Pasar Induk Cipinang`: a place of that name.
  if (phrase.before.length === 0 && head.capital && !isPerson(head.lower.split(' ', 1)[0] ?? '') && phrase.modifiers.some((index) => units[index]?.reading.pos === 'name' && units[index].reading.how !== 'term')) return 'sg';
  // `Petani Karel Novak`, `pria berusia 30 tahun`.
  if (phrase.before.length === 0 && isPerson(head.lower) && (units[phrase.after[0] ?? -1]?.reading.how === 'name' || phrase.adjectives.some(({ unit }) => /-year-old$/.test(unit.reading.renderings[0]?.text ?? '')))) return 'sg';
  // `Ekonom Universitas Nusantara, Hendra Gunawan, …`: one person is named.
  const comma = units[phrase.to];
  if (isHead(head.lower, 'title') && comma?.lower === ',' && units[phrase.to + 1]?.reading.pos === 'name' && phrase.before.length === 0) return 'sg';
  return isHead(head.lower, 'one') || (isHead(head.lower, 'time') && phrase.adjectives.length > 0) ? 'sg' : 'any';
}

const countable = new WeakMap<readonly Rendering[], readonly Rendering[]>();

/** The renderings that have a singular, where there are any. */
function countableOf(renderings: readonly Rendering[]): readonly Rendering[] {
  let made = countable.get(renderings);
  if (made === undefined) {
    const some = renderings.filter(({ count }) => count !== 'plural');
    countable.set(renderings, (made = some.length > 0 ? some : renderings));
  }
  return made;
}

/** `akun itu`: one, as far as nothing else tells. */
const THAT_ONE = 1.6;

/** What a phrase with its determiner speaks of. */
export function pointedOptions(renderings: readonly Rendering[]): readonly Option[] {
  return remembered(renderings, 'that one', () => shifted(renderings, THAT_ONE));
}

/** People whom a phrase speaks of without saying how many: one (`orang itu`), or people of a kind. */
export function peopleOptions(phrase: NounPhrase, { lower, reading: { renderings } }: Unit): readonly Option[] {
  if ((phrase.det === 'itu' || phrase.closed) && phrase.before.length === 0) return remembered(countableOf(renderings), 'one person', () => shifted(countableOf(renderings), ONE));
  if (phrase.det === '' && phrase.owner === undefined && !isHead(lower, 'title')) return remembered(renderings, 'in general', () => shifted(renderings, IN_GENERAL));
  // `Menteri luar negeri datang.`: who holds an office holds it alone.
  if (OFFICES.test(lower) && phrase.before.length === 0) return pointedOptions(renderings);
  return nounOptions(renderings, 'any');
}

const OFFICES = /^(?:presiden|wakil presiden|perdana menteri|menteri|gubernur|bupati|wali kota|walikota|ketua|kepala|direktur|dirut|juru bicara|panglima|kapolri|raja|ratu|sultan|paus)(?: |$)/;

/** How much dearer the plural is where one is pointed at, and how much cheaper where nobody is. */
const ONE = 3.2;
const IN_GENERAL = -0.8;

function shifted(renderings: readonly Rendering[], cost: number): readonly Option[] {
  return nounOptions(renderings, 'any').map((made) => (made.num === 'pl' ? { ...made, cost: made.cost + cost } : made));
}
