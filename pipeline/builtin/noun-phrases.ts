/** Noun phrases, inside out: which units belong together, and what each is to the head. */

import { isHead, isPerson, takesOf } from './heads.ts';
import type { Unit } from './kinds.ts';

export interface Described {
  readonly unit: Unit;
  readonly index: number;
  /** `lebih`, `paling`, `kurang`, `sangat` … with their unit, or none. */
  readonly degree: Unit | undefined;
}

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
}

const DEEPEST = 5;
/** No phrase has more units of its own; what is longer is a list or noise. */
const LONGEST = 30;
const DEGREES = new Set(['lebih', 'paling', 'kurang', 'sangat', 'amat', 'terlalu', 'cukup', 'agak', 'begitu', 'sedemikian', 'semakin', 'makin', 'terlampau', 'sungguh', 'demikian', 'sama']);
const OWNERS = new Set(['saya', 'aku', 'kami', 'kita', 'kamu', 'anda', 'kalian', 'dia', 'beliau', 'mereka', 'engkau']);
const COUNTERS = new Set(['orang', 'ekor', 'buah', 'unit', 'butir', 'batang', 'lembar', 'helai', 'pucuk', 'bidang', 'biji', 'bilah']);

/** Whether a noun phrase may begin at `at`. */
export function startsPhrase(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined) return false;
  switch (unit.reading.pos) {
    case 'n':
    case 'np':
    case 'name':
    case 'num':
    case 'value':
    case 'det':
    case 'cl':
    case 'pron':
      return true;
    case 'part':
      return unit.lower === 'para' || unit.lower === 'sang' || unit.lower === 'si' || unit.reading.how === 'honorific';
    case 'adv':
      return units[at + 1]?.reading.pos === 'num' && !/^(?:juga|tidak|hanya|baru)$/.test(unit.lower);
    default:
      return false;
  }
}

/**
 * The phrase that begins at `at`; always at least one unit long. `opening`: it opens a clause, so that
 * an adjective at the clause's end says something of it (`Beras mahal.`).
 */
export function parsePhrase(units: readonly Unit[], at: number, depth = 0, opening = false): NounPhrase {
  const before: number[] = [];
  let plural = false;
  let index = at;
  const pos = (where: number): string => units[where]?.reading.pos ?? '';
  for (; index < units.length && index - at < LONGEST; index += 1) {
    const unit = units[index];
    if (unit === undefined) break;
    const kind = unit.reading.pos;
    if (kind === 'part' && (unit.lower === 'para' || unit.lower === 'sang' || unit.lower === 'si' || unit.reading.how === 'honorific')) plural ||= unit.lower === 'para';
    else if (kind === 'num' || kind === 'det' || (kind === 'adv' && pos(index + 1) === 'num')) before.push(index);
    else if (before.length > 0 && COUNTERS.has(unit.lower) && !unit.capital && isNounLike(pos(index + 1)) && pos(index - 1) === 'num') continue;
    else if (kind === 'cl') before.push(index);
    else break;
  }
  const bare = { before, plural, adjectives: [], modifiers: [], after: [], of: undefined, owner: undefined, ownerPhrase: undefined, det: '' as const };
  const head = units[index];
  if (head === undefined || !isNounLike(head.reading.pos)) {
    return { ...bare, from: at, to: Math.max(index, at + 1), head: undefined };
  }
  if (head.reading.pos === 'pron') return { ...bare, from: at, to: index + 1, head: index };
  if (head.reading.pos === 'name') return namePhrase(units, at, index, bare);
  if (head.reading.pos === 'value') return valuePhrase(units, at, index, bare);
  return nounPhrase(units, at, index, bare, depth, opening);
}

/** `Kamis lalu`, `Senin depan`: a date with its `last` or `next`. */
function valuePhrase(units: readonly Unit[], from: number, head: number, start: Start): NounPhrase {
  const next = units[head + 1];
  if (next === undefined || !/^(?:lalu|silam|depan|mendatang)$/.test(next.lower) || next.reading.pos !== 'a') return { ...start, from, to: head + 1, head };
  return { ...start, from, to: head + 2, head, adjectives: [{ unit: next, index: head + 1, degree: undefined }] };
}

function isNounLike(pos: string): boolean {
  return pos === 'n' || pos === 'np' || pos === 'name' || pos === 'pron' || pos === 'value';
}

type Start = Omit<NounPhrase, 'from' | 'to' | 'head'>;

function namePhrase(units: readonly Unit[], from: number, head: number, start: Start): NounPhrase {
  let to = head + 1;
  const after: number[] = [];
  // A translated name (a country, a day) ends a run of names: `Senin malam`, `Jepang Shinzo`.
  while (units[to]?.reading.pos === 'name' && to - head < LONGEST) after.push(to++);
  const det = determiner(units, to);
  return { ...start, from, to: det === '' ? to : to + 1, head, after, det };
}

function determiner(units: readonly Unit[], at: number): NounPhrase['det'] {
  const lower = units[at]?.lower;
  if (lower === 'ini') return 'ini';
  return lower === 'itu' || lower === 'tersebut' || lower === 'tadi' ? 'itu' : '';
}

function nounPhrase(units: readonly Unit[], from: number, headAt: number, start: Start, depth: number, opening: boolean): NounPhrase {
  const head = units[headAt];
  const form = head?.lower ?? '';
  const adjectives: Described[] = [];
  const modifiers: number[] = [];
  const after: number[] = [];
  let of: NounPhrase | undefined;
  let owner: number | undefined;
  let ownerPhrase: NounPhrase | undefined;
  let det: NounPhrase['det'] = '';
  let to = headAt + 1;
  const english = head?.reading.renderings[0]?.text ?? '';
  while (to < units.length && to - from < LONGEST) {
    const unit = units[to];
    if (unit === undefined) break;
    const kind = unit.reading.pos;
    const described = adjectiveAt(units, to);
    const closed = owner !== undefined || head?.reading.clitic !== '' || opening;
    if (described !== undefined && attributive(units, described) && !(closed && !described.relative && predicates(units, described, opening && owner === undefined && head?.reading.clitic === ''))) {
      adjectives.push(described.part);
      to = described.to;
      continue;
    }
    det = determiner(units, to);
    if (det !== '') {
      to += 1;
      break;
    }
    // `ibu saya dokter`: a possessor closes its phrase, and what follows is said of it.
    if (kind === 'n' && owner !== undefined) break;
    if (kind === 'n' && head?.reading.clitic === '') {
      if (isHead(form, 'time') && modifiers.length === 0 && isHead(unit.lower, 'time')) {
        after.push(to++);
        continue;
      }
      if (depth < DEEPEST && takesOf(form, english)) {
        of = parsePhrase(units, to, depth + 1);
        to = of.to;
        break;
      }
      if (depth < DEEPEST && isPerson(unit.lower) && !isPerson(form)) {
        ownerPhrase = parsePhrase(units, to, depth + 1);
        to = ownerPhrase.to;
        break;
      }
      // Foreign words that pass as they are keep their own order: `live streaming`.
      const run = [to++];
      while (run.length < LONGEST && isForeign(units[run.at(-1) ?? 0]) && isForeign(units[to])) run.push(to++);
      if (modifiers.length === 0 && after.length === 0 && isForeign(head) && run.every((index) => isForeign(units[index]))) after.push(...run);
      else {
        // `harga beras dan gula`, `Menteri Pendidikan dan Kebudayaan`: both belong to the head.
        const joined = run.length === 1 && modifiers.length === 0 && joinsModifiers(units, headAt, to);
        if (joined) run.push(to, to + 1);
        if (joined) to += 2;
        modifiers.unshift(...run);
      }
      continue;
    }
    if (kind === 'name' && unit.reading.how === 'sealed') {
      after.push(to++);
      continue;
    }
    if (kind === 'name' && head?.reading.clitic === '') {
      const office = isHead(form, 'title') && /^[A-Z]{2,}$/.test(unit.reading.form) && !hasAdjective(unit);
      if (office || (hasAdjective(unit) && !isHead(form, 'keep'))) {
        modifiers.unshift(to++);
        continue;
      }
      if (isHead(form, 'title') || isHead(form, 'keep') || isHead(form, 'time')) {
        while (units[to]?.reading.pos === 'name' && after.length < LONGEST) after.push(to++);
        break;
      }
      if (depth < DEEPEST && takesOf(form, english) && !isHead(form, 'after')) of = namePhrase(units, to, to, { ...start, before: [], plural: false });
      else if (depth < DEEPEST && !isHead(form, 'after') && /^(?:pe|ke|per)\w+an$|^(?:istri|suami|ayah|ibu|anak|rumah|kata|saudara|teman)$/.test(form)) ownerPhrase = namePhrase(units, to, to, { ...start, before: [], plural: false });
      else {
        const names: number[] = [];
        while (units[to]?.reading.pos === 'name' && names.length < LONGEST) names.push(to++);
        modifiers.unshift(...names);
        continue;
      }
      to = (of ?? ownerPhrase)?.to ?? to;
      break;
    }
    if (kind === 'pron' && OWNERS.has(unit.lower) && head?.reading.clitic === '' && !isTime(form) && owner === undefined) {
      if (agentFollows(units, to)) break;
      owner = to++;
      continue;
    }
    if ((kind === 'value' || kind === 'num') && after.length === 0 && /^(?:tahun|pasal|ayat|nomor|bab|halaman|usia|tanggal|pukul|jam|lantai|seri|tipe|versi|bulan|umur|kelas|blok|no)$/.test(form)) {
      after.push(to++);
      continue;
    }
    break;
  }
  return { ...start, from, to, head: headAt, adjectives, modifiers, after, of, owner, ownerPhrase, det };
}

/** Whether `dan` and the noun behind it continue what the noun before says of the head. */
function joinsModifiers(units: readonly Unit[], head: number, at: number): boolean {
  const [and, second, next] = [units[at], units[at + 1], units[at + 2]];
  if (and?.reading.pos !== 'conj' || and.lower !== 'dan' || second?.reading.pos !== 'n' || second.reading.clitic !== '' || second.reading.plural) return false;
  if (units[head]?.capital === true || units[head]?.reading.form === 'menteri') return units[at - 1]?.capital === true && second.capital;
  if (!/^(?:harga|pajak|biaya|produksi|impor|ekspor|stok|pasokan|penjualan|pasar|sektor|industri|bidang|tarif|pedagang|petani|penjual|toko|pabrik|dinas|badan|komisi|fakultas|kementerian|menteri)$/.test(units[head]?.lower ?? '')) return false;
  return next === undefined || /^(?:v|neg|mod|punct|prep|conj|adv|a)$/.test(next.reading.pos);
}

function isForeign(unit: Unit | undefined): boolean {
  if (unit?.reading.pos !== 'n') return false;
  return !unit.reading.known || (unit.reading.how === 'guessed' && unit.reading.renderings[0]?.text === unit.lower);
}

/** A pronoun before a bare verb stem is its agent: `buku yang kami baca`. */
function agentFollows(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1]?.reading;
  return next?.pos === 'v' && next.voice === 'bare' && next.renderings[0]?.intransitive !== true && units[at - 1]?.lower === 'yang';
}

export function hasAdjective(unit: Unit): boolean {
  return unit.reading.renderings.some((rendering) => rendering.hint === 'adjective');
}

interface AdjectiveAt {
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

function isTime(form: string): boolean {
  return isHead(form, 'time') || isHead(form.split(' ', 1)[0] ?? '', 'time');
}

const ONLY_BEFORE = /^(?:lain|lainnya|tertentu|utama|pertama|kedua|ketiga|terakhir|lalu|depan|silam|mendatang|setempat|terbaru|berikutnya|sebelumnya|mantan|bekas|sesama|umum|nasional|internasional)$/;

/** Whether an adjective at a clause's end is the clause's predicate; after a bare noun only a full stop tells. */
function predicates(units: readonly Unit[], found: AdjectiveAt, bare: boolean): boolean {
  if (ONLY_BEFORE.test(found.part.unit.lower)) return false;
  // `rumahnya rusak akan …`: a possessor closes its phrase.
  if (!bare && /^(?:mod|neg|v)$/.test(units[found.to]?.reading.pos ?? '')) return true;
  if (!endsClause(units, found.to)) return false;
  return !bare || !/^[,;:]/.test(units[found.to]?.lower ?? '');
}

/** The end of the text or a mark that ends a clause. */
export function endsClause(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit === undefined || (unit.reading.pos === 'punct' && /^[.!?,;:]/.test(unit.lower)) || /^(?:karena|sehingga|tetapi|tapi|namun|meski|meskipun|jika|kalau|ketika|saat|setelah|sejak)$/.test(unit.lower);
}

/** Whether an adjective after a noun stands before it in English, or says something of it with `is`. */
function attributive(units: readonly Unit[], found: AdjectiveAt): boolean {
  const next = units[found.to];
  if (found.relative) {
    if (next === undefined) return true;
    // `yang lebih besar dari …`, `yang sadar bahwa …`: the adjective has a complement and stays behind.
    return next.reading.pos !== 'n' && next.reading.pos !== 'conj' && !/^(?:dari|daripada|untuk|dengan|terhadap|pada|bagi)$/.test(next.lower);
  }
  if (found.part.degree !== undefined && !/^(?:lebih|paling)$/.test(found.part.degree.lower)) return false;
  if (found.part.degree?.lower === 'lebih' && /^(?:dari|daripada|dibanding|dibandingkan)$/.test(next?.lower ?? '')) return false;
  return true;
}
