/** Adjectives of the source: with their degree, joined by `dan`, before a noun in English or said of it. */

import type { Unit } from './kinds.ts';

export interface Described {
  readonly unit: Unit;
  readonly index: number;
  /** `lebih`, `paling`, `kurang`, `sangat` … with their unit, or none. */
  readonly degree: Unit | undefined;
  /** `lokal dan asing`: where the conjunction stands, and the other adjective. */
  readonly and?: { readonly index: number; readonly other: Described };
}

const DEGREES = new Set(['lebih', 'paling', 'kurang', 'sangat', 'amat', 'terlalu', 'cukup', 'agak', 'begitu', 'sedemikian', 'semakin', 'makin', 'terlampau', 'sungguh', 'demikian', 'sama', 'sedikit', 'sedikit lebih', 'jauh lebih']);

export interface AdjectiveAt {
  readonly part: Described;
  readonly to: number;
  readonly relative: boolean;
}

/** An adjective with its degree at `at`, also behind `yang`. */
export function adjectiveAt(units: readonly Unit[], at: number): AdjectiveAt | undefined {
  let index = at;
  const relative = units[index]?.lower === 'yang';
  if (relative) index += 1;
  const first = units[index];
  const degree = first !== undefined && DEGREES.has(first.lower) && first.reading.pos !== 'a' ? first : undefined;
  if (degree !== undefined) index += 1;
  const unit = units[index];
  if (unit?.reading.pos !== 'a') return undefined;
  const behind = units[index + 1];
  // `mahal sekali`: the degree stands behind.
  if (degree === undefined && behind?.lower === 'sekali') return { part: { unit, index, degree: behind }, to: index + 2, relative };
  return { part: { unit, index, degree }, to: index + 1, relative };
}

/** The adjective that `dan`, `atau` or `maupun` at `at` joins to the one before, where the noun phrase goes no further with another noun. */
export function secondAdjective(units: readonly Unit[], at: number): AdjectiveAt | undefined {
  if (!/^(?:dan|atau|maupun)$/.test(units[at]?.lower ?? '')) return undefined;
  const found = adjectiveAt(units, at + 1);
  if (found === undefined || found.relative || found.part.degree !== undefined) return undefined;
  return /^(?:|punct|v|neg|mod|prep|conj)$/.test(units[found.to]?.reading.pos ?? '') || /^(?:ini|itu|tersebut|tadi)$/.test(units[found.to]?.lower ?? '') ? found : undefined;
}

const ONLY_BEFORE = /^(?:lain|lainnya|tertentu|utama|pertama|kedua|ketiga|terakhir|lalu|depan|silam|mendatang|setempat|terbaru|berikutnya|sebelumnya|mantan|bekas|sesama|umum|nasional|internasional|ekonomi|keuangan|kesehatan|pendidikan|pertanian|perpajakan|kerajaan|pedesaan|perkotaan|perdesaan|perminyakan|kependudukan|kelautan|perburuhan|kelistrikan|kemanusiaan|kepresidenan|kenegaraan|perkreditan|kepabeanan|kelembagaan|keagamaan|politik|militer|medis|militan|pernapasan)$/;

/** Whether an adjective at a clause's end is the clause's predicate; after a bare noun only a full stop tells. */
export function predicates(units: readonly Unit[], found: AdjectiveAt, bare: boolean): boolean {
  if (ONLY_BEFORE.test(found.part.unit.lower)) return false;
  // `rumahnya rusak akan …`: a possessor closes its phrase.
  if (!bare && (/^(?:mod|neg|v)$/.test(units[found.to]?.reading.pos ?? '') || units[found.to]?.lower === 'secara')) return true;
  if (!endsClause(units, found.to)) return false;
  // `Data keuangan` alone, without a full stop, is a heading.
  if (units[found.to] === undefined) return !bare || units.some(({ reading: { pos } }) => /^(?:v|neg|mod)$/.test(pos));
  return !bare || !/^[,;:]/.test(units[found.to]?.lower ?? '') || /^["”]/.test(units[found.to + 1]?.lower ?? '');
}

/** The end of the text or a mark that ends a clause. */
export function endsClause(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit === undefined || (unit.reading.pos === 'punct' && /^[.!?,;:]/.test(unit.lower)) || /^(?:karena|sehingga|tetapi|tapi|namun|meski|meskipun|jika|kalau|ketika|saat|setelah|sejak)$/.test(unit.lower);
}

/** What happened to people: `12 orang luka-luka dalam kecelakaan itu`. */
const HARMED = /^(?:luka-luka|terluka|luka|luka berat|luka parah|luka ringan|rusak berat|rusak parah|rusak ringan|rusak total|cedera|hilang|selamat)$/;

function isReported(units: readonly Unit[], { part, to }: AdjectiveAt): boolean {
  const next = units[to];
  return units[part.index - 1]?.lower !== 'korban' && (endsClause(units, to) || next?.reading.pos === 'prep' || next?.reading.pos === 'conj');
}

/** Adjectives that are said of somebody or something and hardly ever stand within its phrase. */
const SAID_OF = /^(?:selesai|hadir|yakin|setuju|sepakat|optimistis|optimis|khawatir|bangga|kecewa|sadar|rampung|tamat)$/;

const TOUGH = /^(?:sulit|sukar|susah|mudah|gampang|aman|layak|pantas)$/;

/** Whether the word says how hard or easy a deed is, where one follows. */
export function isToughWord(lower: string): boolean {
  return TOUGH.test(lower);
}

/** `sulit ditemukan`: an adjective of a deed that English has in the active, hard to find. */
export function isTough(units: readonly Unit[], { part, to }: AdjectiveAt): boolean {
  // `sulit untuk dipecahkan` says no more.
  const verb = units[units[to]?.lower === 'untuk' ? to + 1 : to];
  return TOUGH.test(part.unit.lower) && verb?.reading.pos === 'v' && verb.reading.voice === 'passive' && verb.lower.startsWith('di') && verb.reading.clitic === '' && verb.reading.renderings[0]?.intransitive !== true;
}

/** Whether an adjective after a noun stands before it in English, or says something of it with `is`. */
export function attributive(units: readonly Unit[], found: AdjectiveAt): boolean {
  const next = units[found.to];
  // `yang mudah dibaca`: easy to read.
  if (isTough(units, found)) return false;
  // `udara sedingin es`: as cold as ice.
  if (!found.relative && found.part.unit.reading.degree === 'as' && /^(?:n|name|pron)$/.test(next?.reading.pos ?? '')) return false;
  // `siap membantu`: ready to.
  if (!found.relative && /^(?:siap|sanggup|enggan|rela|bersedia|berani)$/.test(found.part.unit.lower) && next?.reading.pos === 'v') return false;
  if (found.relative) {
    if (next === undefined) return true;
    // `yang lebih besar dari …`, `yang sadar bahwa …`: the adjective has a complement and stays behind.
    if (/^(?:dari|daripada)(?: |$)/.test(next.lower)) return found.part.degree?.lower !== 'lebih' && found.part.unit.reading.degree === '';
    return next.reading.pos !== 'n' && next.reading.pos !== 'conj' && !/^(?:dibanding|dibandingkan|ketimbang|untuk|dengan|terhadap|bagi)(?: |$)/.test(next.lower);
  }
  if (SAID_OF.test(found.part.unit.lower) || (HARMED.test(found.part.unit.lower) && isReported(units, found))) return false;
  if (found.part.degree !== undefined && !/^(?:lebih|paling)$/.test(found.part.degree.lower)) return false;
  if (found.part.degree?.lower === 'lebih' && /^(?:dari|daripada|dibanding|dibandingkan)(?: |$)/.test(next?.lower ?? '')) return false;
  return true;
}
