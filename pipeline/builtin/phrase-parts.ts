/** What the units of a noun phrase are to one another. */

import type { Described } from './adjectives.ts';
import { isHead, isPerson } from './heads.ts';
import type { Unit } from './kinds.ts';

export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  /** Quantifiers, numerals and their adverbs, in order. */
  readonly before: readonly number[];
  readonly plural: boolean;
  readonly adjectives: readonly Described[];
  /** Nouns and names that stand before the head in English, in English order. */
  readonly modifiers: readonly number[];
  readonly head: number | undefined;
  /** Names and figures that stay after the head. */
  readonly after: readonly number[];
  readonly of: NounPhrase | undefined;
  /** A possessor that goes before the head: a pronoun's unit, or a phrase with 's. */
  readonly owner: number | undefined;
  readonly ownerPhrase: NounPhrase | undefined;
  readonly det: '' | 'ini' | 'itu';
  /** What is said of a deed: `Bergabung adalah …`. */
  readonly deed: boolean;
  /** `sendiri` behind it: the thing itself. */
  readonly self: number | undefined;
  /** What joins `of` to the head. */
  readonly joint: 'of' | 'to';
  /** Its determiner stands behind its relative clause. */
  readonly closed: boolean;
}

/** So long, in English. */
export const DURATION = /\b(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?$/;

/** No phrase has more units of its own; what is longer is a list or noise. */
export const LONGEST = 30;

/** A phrase that says nothing yet: the others are copies of it with what they say, and add no property. */
export const NOTHING: NounPhrase = { from: 0, to: 0, before: [], plural: false, adjectives: [], modifiers: [], head: undefined, after: [], of: undefined, owner: undefined, ownerPhrase: undefined, det: '', deed: false, self: undefined, joint: 'of', closed: false };

export function isNounLike(pos: string): boolean {
  return pos === 'n' || pos === 'np' || pos === 'name' || pos === 'pron' || pos === 'value';
}

/** A country or a people: `orang Italia`. */
export function isNation(unit: Unit | undefined): boolean {
  return unit?.reading.pos === 'name' && hasAdjective(unit);
}

/** Its adjective: `Spanyol` = Spanish. */
export function nationOf(unit: Unit | undefined): string | undefined {
  return unit?.reading.renderings.find(({ hint }) => hint === 'adjective')?.text;
}

export function isOwner(unit: Unit | undefined): boolean {
  return unit?.reading.pos === 'name' || (unit?.reading.pos === 'n' && isPerson(unit.lower));
}

/** A short form in brackets. */
export function isAside(units: readonly Unit[], at: number): boolean {
  return units[at]?.lower === '(' && units[at + 2]?.lower === ')';
}

export const RELATIONAL = /^(?:asing|lain|lainnya|lokal|domestik|nasional|internasional|swasta|daerah|pusat|tertentu|terdaftar|ilegal|legal|resmi|besar|kecil|baru)$/;

export function isShortName(unit: Unit | undefined): boolean {
  return unit?.reading.pos === 'name' && (unit.reading.how === 'term' || /^\p{Lu}{2,}$/u.test(unit.reading.form));
}

export function determiner(units: readonly Unit[], at: number): '' | 'ini' | 'itu' {
  const lower = units[at]?.lower;
  if (lower === 'ini') return 'ini';
  // `Reaksi inilah yang …`: this is the one.
  if ((lower === 'inilah' || lower === 'itulah') && units[at + 1]?.lower === 'yang') return lower === 'inilah' ? 'ini' : 'itu';
  return lower === 'itu' || lower === 'tersebut' || lower === 'tadi' ? 'itu' : '';
}

/** `lebih dari 300 kilogram` */
export function isMoreThan(units: readonly Unit[], at: number): boolean {
  return /^(?:lebih|kurang) dari$/.test(units[at]?.lower ?? '') && units[at + 1]?.reading.pos === 'value';
}

/** `mantan pemberontak`: the few adjectives that stand before their noun. */
export function isFormer(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit?.reading.pos === 'a' && /^(?:mantan|bekas|eks|calon|wakil|satu-satunya)$/.test(unit.lower) && units[at + 1]?.reading.pos === 'n';
}

/** Who has, makes or gets what is counted behind them. */
const WINNERS = /^(?:izin usaha|izin operasi|kematian|pemenang|peraih|pemilik|pencetak|penerima|penulis|pembuat|penghasil|produsen|pencipta|perebutan|pembunuhan|penangkapan|pembebasan|penahanan|pembelian|penjualan|pembangunan|penembakan|penculikan|tewasnya|pemecatan|penerbitan|rangkaian|kumpulan)$/;

/** What there is between two. */
const BETWEEN = /^(?:pertemuan|hubungan|kesepakatan|perjanjian|konflik|perang|dialog|pembicaraan|perbatasan|persaingan|laga|kesenjangan|perbedaan|perundingan|perselisihan|pertandingan)$/;

/** Relatives and others whom one has: as possessors people take 's before them. */
export const KIN = /^(?:ibu|ayah|bapak|istri|suami|anak|kakak|adik|bibi|paman|cucu|pengacara|kuasa hukum|teman|rekan|sopir|pengasuh)$/;

/** `pengoperasian semua pabrik`: a noun with its quantifier belongs to the noun before. */
export function isQuantified(units: readonly Unit[], at: number): boolean {
  // `pemenang dua medali`: the winner of two medals.
  if (/^(?:num|value)$/.test(units[at]?.reading.pos ?? '') && units[at + 1]?.reading.pos === 'n' && WINNERS.test(units[at - 1]?.lower ?? '')) return true;
  // `pertemuan kedua pemimpin`: of the two leaders.
  if (/^(?:kedua|ketiga)$/.test(units[at]?.lower ?? '') && units[at + 1]?.reading.pos === 'n' && BETWEEN.test(units[at - 1]?.lower ?? '')) return true;
  return /^(?:semua|seluruh|sejumlah|beberapa|segala|sebagian|setiap|sebuah|seorang|suatu|berbagai|para)$/.test(units[at]?.lower ?? '') && units[at + 1]?.reading.pos === 'n';
}

/** Whether `dan` and the noun behind it continue what the noun before says of the head. */
export function joinsModifiers(units: readonly Unit[], head: number, at: number): boolean {
  const [and, second, next] = [units[at], units[at + 1], units[at + 2]];
  if (and?.reading.pos !== 'conj' || and.lower !== 'dan' || second?.reading.pos !== 'n' || second.reading.clitic !== '' || second.reading.plural) return false;
  if (units[head]?.capital === true || units[head]?.reading.form === 'menteri') return units[at - 1]?.capital === true && second.capital;
  if (!/^(?:harga|pajak|biaya|produksi|impor|ekspor|stok|pasokan|penjualan|pasar|sektor|industri|bidang|tarif|pedagang|petani|penjual|toko|pabrik|dinas|badan|komisi|fakultas|kementerian|menteri)$/.test(units[head]?.lower ?? '')) return false;
  return next === undefined || /^(?:v|neg|mod|punct|prep|conj|adv|a)$/.test(next.reading.pos);
}

/** A listed name that is an office of the state. */
export function isOffice(unit: Unit): boolean {
  return unit.reading.how === 'listed name' && /\b(?:Agency|Department|Ministry|Office|Commission|Council|Bureau|Authority|Service|Board)\b/.test(unit.reading.renderings[0]?.text ?? '');
}

export function isForeign(unit: Unit | undefined): boolean {
  if (unit?.reading.pos !== 'n') return false;
  return !unit.reading.known || (unit.reading.how === 'guessed' && unit.reading.renderings[0]?.text === unit.lower);
}

/** A pronoun before a bare verb stem is its agent: `buku yang kami baca`. */
export function agentFollows(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1]?.reading;
  return next?.pos === 'v' && next.voice === 'bare' && next.renderings[0]?.intransitive !== true && units[at - 1]?.lower === 'yang';
}

export function hasAdjective(unit: Unit): boolean {
  return unit.reading.renderings.some((rendering) => rendering.hint === 'adjective');
}

export function isTime(form: string): boolean {
  return isHead(form, 'time') || isHead(form.split(' ', 1)[0] ?? '', 'time');
}
