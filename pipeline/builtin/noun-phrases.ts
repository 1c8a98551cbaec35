/** Noun phrases, inside out: which units belong together, and what each is to the head. */

import { adjectiveAt, attributive, type Described, predicates, secondAdjective } from './adjectives.ts';
import { ofAmount } from './amounts.ts';
import { isHead, isPerson, takesOf } from './heads.ts';
import type { Unit } from './kinds.ts';
import { made, madeAdjective } from './made-adjectives.ts';
import { namePhrase } from './name-phrases.ts';
import { agentFollows, determiner, DURATION, hasAdjective, isAside, isForeign, isFormer, isMoreThan, isNation, isNounLike, isOffice, isOwner, isQuantified, isTime, joinsModifiers, KIN, LONGEST, NOTHING, type NounPhrase } from './phrase-parts.ts';

const DEEPEST = 5;
const OWNERS = new Set(['saya', 'aku', 'kami', 'kita', 'kamu', 'anda', 'kalian', 'dia', 'beliau', 'mereka', 'engkau', 'siapa pun', 'siapapun', 'orang lain', 'seseorang']);
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
      return (units[at + 1]?.reading.pos === 'num' && !/^(?:juga|tidak|hanya|baru)$/.test(unit.lower)) || isMoreThan(units, at);
    case 'a':
      return isFormer(units, at);
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
  const front: Described[] = [];
  let plural = false;
  let index = at;
  const pos = (where: number): string => units[where]?.reading.pos ?? '';
  for (; index < units.length && index - at < LONGEST; index += 1) {
    const unit = units[index];
    if (unit === undefined) break;
    const kind = unit.reading.pos;
    if (kind === 'part' && (unit.lower === 'para' || unit.lower === 'sang' || unit.lower === 'si' || unit.reading.how === 'honorific')) plural ||= unit.lower === 'para';
    else if (kind === 'num' || kind === 'det' || (kind === 'adv' && pos(index + 1) === 'num') || isMoreThan(units, index)) before.push(index);
    else if (before.length > 0 && COUNTERS.has(unit.lower) && !unit.capital && isNounLike(pos(index + 1)) && pos(index - 1) === 'num' && !(unit.lower === 'orang' && isNation(units[index + 1]))) continue;
    else if (kind === 'cl') before.push(index);
    else if (isFormer(units, index)) front.push({ unit, index, degree: undefined });
    else break;
  }
  const made = parseHead(units, index, { ...NOTHING, from: at, before, plural }, depth, opening);
  return front.length === 0 ? made : { ...made, adjectives: [...front, ...made.adjectives] };
}

function parseHead(units: readonly Unit[], index: number, bare: NounPhrase, depth: number, opening: boolean): NounPhrase {
  const head = units[index];
  if (head === undefined || !isNounLike(head.reading.pos)) {
    return { ...bare, to: Math.max(index, bare.from + 1) };
  }
  if (head.reading.pos === 'pron') return withSelf(units, { ...bare, to: index + 1, head: index });
  if (head.reading.pos === 'name') return withSelf(units, namePhrase(units, index, bare));
  if (head.reading.pos === 'value') return valuePhrase(units, index, bare);
  return withSelf(units, nounPhrase(units, index, bare, depth, opening));
}

/** `rencana itu sendiri`, `mereka sendiri`: the phrase with the word that stresses it. */
function withSelf(units: readonly Unit[], phrase: NounPhrase): NounPhrase {
  return units[phrase.to]?.lower === 'sendiri' ? { ...phrase, self: phrase.to, to: phrase.to + 1 } : phrase;
}

/** `Kamis lalu`, `Senin depan`: a date with its `last` or `next`. */
function valuePhrase(units: readonly Unit[], head: number, start: NounPhrase): NounPhrase {
  const next = units[head + 1];
  // `12 ton kopi`, `74 persen warga`: English joins them with `of`.
  const measured = /(?:\bpercent|\btons?|\bkilograms?|\bgrams?|\blit(?:er|re)s?|\bhectares?|\bquintals?|\bkg)$/.test(units[head]?.reading.renderings[0]?.text ?? '');
  if (measured && next?.reading.pos === 'n' && next.reading.how !== 'value') {
    const of = parsePhrase(units, head + 1, DEEPEST);
    return { ...start, to: of.to, head, of: isPerson(next.lower) ? { ...of, plural: true } : of };
  }
  // `tiga tahun yang lalu`: three years ago; behind a date (`26 Juni 2007 yang lalu`) it says nothing more.
  const long = DURATION.test(units[head]?.reading.renderings[0]?.text ?? '');
  const past = next?.lower === 'yang lalu' ? head + 1 : next?.lower === 'yang' && /^(?:lalu|silam)$/.test(units[head + 2]?.lower ?? '') ? head + 2 : undefined;
  const ago = units[past ?? -1];
  if (past !== undefined && ago !== undefined) return { ...start, to: past + 1, head, adjectives: long ? [{ unit: ago, index: past, degree: undefined }] : [] };
  if (next === undefined || !/^(?:lalu|silam|depan|mendatang|terakhir)$/.test(next.lower) || next.reading.pos !== 'a') return { ...start, to: head + 1, head };
  return { ...start, to: head + 2, head, adjectives: [{ unit: next, index: head + 1, degree: undefined }] };
}

/** What happens on a day. */
const EVENTS = /^(?:laporan|pertemuan|pernyataan|serangan|pertandingan|sidang|rapat|kemenangan|kekalahan|bentrokan|penembakan|pemboman|ledakan|kecelakaan|insiden|pemilu|pemilihan|pengumuman|keputusan|sesi|perdagangan|laga|final|pidato|konser)$/;

const NAMED = /^(?:petani|pedagang|nelayan|saksi|tersangka|terdakwa|peneliti|ilmuwan|penulis|petenis|pembalap|pereli|petinju|atlet|aktor|aktris|penyanyi|sutradara|seniman|novelis|diva|pemilik|korban|penumpang|turis|siswa|mahasiswa|guru|dosen|wartawan|fotografer|pengacara|analis|pengamat|aktivis|pegiat|relawan|sopir|pilot|kapten|kiper|gelandang|bek|striker|penyerang|wasit)$/;

const YEAR = /^(?:19|20)\d\d$/;

/** What comes once in some years. */
const YEARLY = /^(?:musim|pemilu|pemilihan|turnamen|kejuaraan|kurikulum|olimpiade|piala|festival|kampanye|konferensi|sensus|anggaran|edisi|final|kompetisi|revolusi|kudeta|tsunami|gempa|perang|krisis|krisis ekonomi|krisis moneter|krisis keuangan)$/;

/** Parts of a country or a place. */
const SIDES = /^(?:pesisir|pantai|bagian|ujung|sisi|tepi|lereng|kaki|puncak|pinggiran|wilayah|perbatasan)(?: (?:utara|selatan|timur|barat|tengah))?$/;

function nounPhrase(units: readonly Unit[], headAt: number, start: NounPhrase, depth: number, opening: boolean): NounPhrase {
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
  while (to < units.length && to - start.from < LONGEST) {
    const unit = units[to];
    if (unit === undefined) break;
    const kind = unit.reading.pos;
    // `budaya mereka sendiri`, `dengan cara sendiri`: their own. Of a subject it is stress: the government itself.
    if (unit.lower === 'sendiri' && adjectives.length === 0 && (owner !== undefined || head?.reading.clitic !== '' || !opening)) {
      adjectives.push(made(unit, to, 'own').part);
      to += 1;
      continue;
    }
    const other = madeAdjective(units, to, form, units[start.before.at(-1) ?? -1]);
    if (other !== undefined) {
      adjectives.push(other.part);
      ({ to } = other);
      continue;
    }
    const described = unit.lower === 'sendiri' ? undefined : adjectiveAt(units, to);
    const closed = owner !== undefined || head?.reading.clitic !== '' || opening;
    if (described !== undefined && attributive(units, described) && !(closed && !described.relative && predicates(units, { ...described, to: secondAdjective(units, described.to)?.to ?? described.to }, opening && owner === undefined && head?.reading.clitic === ''))) {
      const and = described.relative ? undefined : secondAdjective(units, described.to);
      adjectives.push(and === undefined ? described.part : { ...described.part, and: { index: described.to, other: and.part } });
      to = and?.to ?? described.to;
      continue;
    }
    // `penyelenggara sistem elektronik (PSE) lingkup privat`: a term behind the short form stands before the noun.
    if (after.length === 0 && isAside(units, to) && units[to + 3]?.reading.how === 'term' && units[to + 3]?.reading.pos === 'n' && /^\p{Ll}[\p{L}-]*$/u.test(units[to + 3]?.reading.renderings[0]?.text ?? '')) {
      after.push(to, to + 1, to + 2);
      modifiers.unshift(to + 3);
      to += 4;
      continue;
    }
    det = determiner(units, to);
    if (det !== '') {
      to += 1;
      break;
    }
    if (depth < DEEPEST && owner === undefined && head?.reading.clitic === '' && !isTime(form) && isQuantified(units, to)) {
      of = parsePhrase(units, to, depth + 1, opening);
      to = of.to;
      break;
    }
    // `ibu saya dokter`: a possessor closes its phrase, and what follows is said of it.
    if (kind === 'n' && owner !== undefined) break;
    if (kind === 'n' && head?.reading.clitic === '') {
      if (isHead(form, 'time') && modifiers.length === 0 && isHead(unit.lower, 'time')) {
        after.push(to++);
        continue;
      }
      // `tujuan utama belanja konsumen`: behind an adjective a second noun stands off.
      if (depth < DEEPEST && ((takesOf(form, english) && !(form === 'akses' && isPerson(unit.lower))) || ((adjectives.length > 0 || / (?:utama|baru|terbesar|tertinggi|pertama|terakhir)$/.test(form)) && !isTime(form) && !isPerson(unit.lower)))) {
        of = parsePhrase(units, to, depth + 1);
        to = of.to;
        break;
      }
      if (depth < DEEPEST && isPerson(unit.lower) && (!isPerson(form) || KIN.test(form)) && (!/^(?:data|akun|perilaku|antarmuka)(?: |$)/.test(form) || unit.lower.startsWith('orang '))) {
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
    // `Laporan Jumat menyebut …`: Friday's report.
    if (kind === 'value' && modifiers.length + after.length + adjectives.length === 0 && /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(unit.reading.renderings[0]?.text ?? '') && /^(?:v|mod|neg)$/.test(units[to + 1]?.reading.pos ?? '') && EVENTS.test(form)) {
      ownerPhrase = { ...NOTHING, from: to, to: to + 1, head: to };
      to += 1;
      break;
    }
    // `musim 2009`: the 2009 season.
    if ((kind === 'value' || kind === 'num') && modifiers.length + after.length === 0 && YEARLY.test(form) && YEAR.test(unit.reading.renderings[0]?.text ?? '')) {
      modifiers.unshift(to++);
      continue;
    }
    // `krisis ekonomi 1997 silam`: the year says when.
    if (/^(?:silam|lalu)$/.test(unit.lower) && units[to - 1]?.reading.pos === 'num' && YEAR.test(units[to - 1]?.reading.renderings[0]?.text ?? '')) {
      to += 1;
      continue;
    }
    // `menit ke-87`: the 87th minute.
    if (kind === 'value' && adjectives.length === 0 && after.length === 0 && /^\d+(?:st|nd|rd|th)$/.test(unit.reading.renderings[0]?.text ?? '')) {
      adjectives.push({ unit, index: to, degree: undefined });
      to += 1;
      continue;
    }
    if (kind === 'name' && unit.reading.how === 'sealed') {
      after.push(to++);
      continue;
    }
    if (kind === 'name' && head?.reading.clitic === '') {
      // `Platform video pendek TikTok`: behind an adjective a name is the owner.
      if (depth < DEEPEST && adjectives.length > 0 && !form.startsWith('panduan') && !hasAdjective(unit) && !isHead(form, 'title') && !isHead(form, 'keep') && !isHead(form, 'after') && !isTime(form)) {
        ownerPhrase = namePhrase(units, to, { ...NOTHING, from: to });
        to = ownerPhrase.to;
        break;
      }
      // `Gubernur Sulawesi Selatan`: the governor of South Sulawesi; before the person's name the place stands first.
      if (isHead(form, 'title') && unit.reading.how === 'listed name' && !hasAdjective(unit) && !isOffice(unit) && modifiers.length === 0 && !/day$/.test(unit.reading.renderings[0]?.text ?? '')) {
        if (units[to + 1]?.reading.pos === 'name') {
          modifiers.unshift(to++);
          continue;
        }
        of = namePhrase(units, to, { ...NOTHING, from: to });
        to = of.to;
        break;
      }
      const speaks = /^juru ?bicara$/.test(form) && modifiers.length === 0 && units[to + 1]?.reading.pos !== 'name';
      const office = speaks || (isHead(form, 'title') && /^[A-Z]{2,}$/.test(unit.reading.form) && !hasAdjective(unit));
      if (office || (hasAdjective(unit) && !isHead(form, 'keep'))) {
        modifiers.unshift(to++);
        continue;
      }
      // `pesisir utara Jawa Tengah`: the northern coast of Central Java.
      if (depth < DEEPEST && unit.reading.how === 'listed name' && !hasAdjective(unit) && SIDES.test(form)) {
        of = namePhrase(units, to, { ...NOTHING, from: to });
        to = of.to;
        break;
      }
      if (/^(?:wakil )?(?:kepala|ketua|sekretaris|anggota|pejabat|pegawai|staf|direktur|pimpinan)$/.test(form) && isOffice(unit)) {
        of = namePhrase(units, to, { ...NOTHING, from: to });
        to = of.to;
        break;
      }
      // `Petani Karel Novak`: what somebody does, and who it is.
      const called = units[to + 1]?.reading.pos === 'name' && unit.reading.how === 'name' && modifiers.length === 0 && NAMED.test(form);
      if (called || isHead(form, 'title') || isHead(form, 'keep') || (isHead(form, 'after') && (adjectives.length > 0 || modifiers.some((index) => units[index] !== undefined && hasAdjective(units[index])))) || isHead(form, 'time')) {
        while (units[to]?.reading.pos === 'name' && after.length < LONGEST) after.push(to++);
        // `halaman Majalaya mereka`
        if (units[to]?.lower === 'mereka' && !isPerson(form)) owner = to++;
        break;
      }
      if (depth < DEEPEST && takesOf(form, english) && form !== 'sistem' && !(head.capital && /^(?:kota|provinsi)$/.test(form)) && !isHead(form, 'after')) of = namePhrase(units, to, { ...NOTHING, from: to });
      else if (depth < DEEPEST && !isHead(form, 'after') && /^(?:pe|ke|per)\w+an$|^(?:istri|suami|ayah|ibu|anak|rumah|kata|saudara|teman)$/.test(form)) ownerPhrase = namePhrase(units, to, { ...NOTHING, from: to });
      else {
        const names: number[] = [];
        while (units[to]?.reading.pos === 'name' && names.length < LONGEST) names.push(to++);
        modifiers.unshift(...names);
        continue;
      }
      to = (of ?? ownerPhrase)?.to ?? to;
      break;
    }
    // `rumah milik Budi`: Budi's house.
    if (unit.lower === 'milik' && depth < DEEPEST && head?.reading.clitic === '' && owner === undefined && after.length === 0 && isOwner(units[to + 1])) {
      ownerPhrase = parsePhrase(units, to + 1, depth + 1);
      to = ownerPhrase.to;
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
  const phrase: NounPhrase = { ...start, to, head: headAt, adjectives, modifiers, after, of, owner, ownerPhrase, det, joint: /^(?:akses|panduan(?: singkat)?)$/.test(form) ? 'to' : 'of' };
  return of === undefined ? phrase : { ...phrase, ...ofAmount(form, adjectives, of) };
}
