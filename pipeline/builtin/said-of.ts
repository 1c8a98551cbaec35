/** Where something is said of a subject without a verb: English needs `be` there, or `of`. */

import type { AdjectiveAt } from './adjectives.ts';
import { endsClause } from './adjectives.ts';
import { isHead } from './heads.ts';
import type { Unit } from './kinds.ts';
import type { NounPhrase } from './phrase-parts.ts';
import type { Walk } from './walk.ts';

/** `Buku yang kami baca bagus.`: a subject with much behind it still waits for its predicate. */
export function adjectiveDue(walk: Walk, { part: { degree }, to }: AdjectiveAt): boolean {
  const graded = /^(?:begitu|sangat|cukup|terlalu|amat)$/.test(degree?.lower ?? '');
  if (!walk.open || walk.subject === undefined || !(graded || endsClause(walk.units, to))) return false;
  return walk.inRelative ? walk.relativeVerb : walk.before === 'phrase';
}

/** Whether the subject stands right before the walk's place. */
export function subjectHere(walk: Walk): boolean {
  return walk.subject !== undefined && walk.before === 'phrase' && walk.lastWas === 'subject' && walk.subject.to === walk.at;
}

/** `Ini rumah saya`, `Dia guru`: two phrases side by side of which the first is a pronoun. */
export function isShort(subject: NounPhrase, units: readonly Unit[]): boolean {
  const head = subject.head === undefined ? undefined : units[subject.head];
  return head?.reading.pos === 'pron' && subject.to - subject.from === 1;
}

/** A phrase to which nothing can be added: it has its possessor or its determiner. */
export function isClosed(subject: NounPhrase, units: readonly Unit[]): boolean {
  const head = units[subject.head ?? -1];
  const inside = subject.of ?? subject.ownerPhrase;
  if (inside !== undefined && isClosed(inside, units)) return true;
  return subject.det !== '' || subject.owner !== undefined || (head?.reading.clitic ?? '') !== '';
}

/** A noun that says what somebody is; no time and no name. */
export function isThing(unit: Unit | undefined): boolean {
  return unit?.reading.pos === 'n' && !isHead(unit.lower, 'time');
}

export function isOne(subject: NounPhrase | undefined, units: readonly Unit[]): boolean {
  const head = units[subject?.head ?? -1];
  return head !== undefined && subject?.plural !== true && !head.reading.plural && !/^(?:kami|kita|mereka|kalian|ini|itu|keduanya|ketiganya|keempatnya|semua|semuanya|sebagian|beberapa)$/.test(head.lower) && subject?.before.length === 0;
}

/** `Kami orang Indonesia`: more than one. */
export function isMany(subject: NounPhrase | undefined, units: readonly Unit[]): boolean {
  const head = units[subject?.head ?? -1];
  return subject?.plural === true || head?.reading.plural === true || /^(?:kami|kita|mereka|kalian|keduanya|ketiganya)$/.test(head?.lower ?? '');
}

/** `Kebutuhan kota sekitar 3.000 ton.`: an amount is all that is said of the subject. */
export function amountDue(walk: Walk, unit: Unit): boolean {
  const { units, at } = walk;
  return /^(?:sekitar|kira-kira)$/.test(unit.lower) && subjectHere(walk) && !walk.inRelative && !walk.telling.headline && /^(?:value|num)$/.test(units[at + 1]?.reading.pos ?? '') && endsClause(units, at + 2);
}

const MEASURE = /^(?:jumlah(?: .*)?|total(?: .*)?|nilai|harga|panjang|tinggi|lebar|luas|berat|bobot|suhu|usia|umur|jarak|kecepatan|tarif|biaya|ongkos|gaji|upah|kapasitas|populasi|volume|kekuatan|magnitudo|kedalaman|ketinggian|skor|rata-rata|denda|omzet|diameter|tebal|ketebalan|jam|masa|lama|durasi|penduduk|target|batas|modal|anggaran|kuota|stok|produksi|ukuran)(?:nya)?$/;

/** `Panjang jembatan itu 2 kilometer.`, `Suhu di sini 35 derajat.`: a measure, and how much it is. */
export function measureDue(walk: Walk, parsed: NounPhrase): boolean {
  const { units, subject } = walk;
  if (subject === undefined || walk.inRelative || walk.telling.headline || walk.before !== 'phrase' || !walk.open || walk.lastWas === 'object') return false;
  if (!MEASURE.test(units[subject.head ?? -1]?.lower ?? '') || !/^(?:value|num)$/.test(units[parsed.from]?.reading.pos ?? '')) return false;
  const stop = units.slice(parsed.to).find(({ reading: { pos }, lower }) => /^(?:v|mod|neg|conj|punct)$/.test(pos) || lower === 'yang');
  return stop === undefined || stop.reading.pos === 'punct' || stop.reading.pos === 'conj';
}

const SIZED = /^(?:(?:tambahan )?waktu|cuti|hukuman(?: penjara)?|denda|bantuan|dana|uang|utang|pinjaman|kredit|hibah|investasi|subsidi|santunan|kompensasi|ganti rugi|modal|kontrak|anggaran|hadiah|tebusan|jeda|masa tahanan|insentif|bonus|tunjangan|jarak|kerugian|biaya|pajak|suap|sumbangan|donasi)$/;

/** `denda Rp1 miliar`, `tambahan waktu tiga bulan`: how much of it there is. */
export function sizeDue({ units, last, before }: Walk, parsed: NounPhrase): boolean {
  const value = units[parsed.from];
  if (before !== 'phrase' || last === undefined || last.to !== parsed.from || last.det !== '' || !SIZED.test(units[last.head ?? -1]?.lower ?? '')) return false;
  const text = value?.reading.pos === 'value' ? (value.reading.renderings[0]?.text ?? '') : '';
  return /^(?:Rp|\$|US\$|€)|\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|meters?|kilometers?|dollars|euros|rupiah|ringgit)$/.test(text);
}

/** `Kantor kami di Bandung.`: a place or a purpose is all that the sentence says of its subject. */
export function placeDue(walk: Walk, unit: Unit): boolean {
  const { units, at } = walk;
  if (!/^di(?: |$)|^(?:untuk|dari|tentang|bagi|dalam)$/.test(unit.lower) || !subjectHere(walk) || walk.inRelative || walk.telling.headline || walk.subject === undefined || !(isClosed(walk.subject, units) || isShort(walk.subject, units) || (unit.lower === 'dalam' && walk.subject.from === 0 && units[walk.subject.head ?? -1]?.reading.pos === 'name'))) return false;
  for (let index = at + 1; index < units.length; index += 1) {
    const next = units[index];
    if (next?.reading.pos === 'punct') return /^[.!]/.test(next.lower);
    if (next === undefined || !/^(?:n|np|name|pron|prep|num|value|det|a)$/.test(next.reading.pos) || next.lower === 'yang') return false;
  }
  return false;
}
