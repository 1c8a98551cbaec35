/** Prepositions, conjunctions, particles, and what an English verb needs behind it. */

import { adjectiveAt, endsClause } from './adjectives.ts';
import { DAY } from './days.ts';
import { isHead, isPerson } from './heads.ts';
import type { Option, Slot, Unit } from './kinds.ts';
import { parsePhrase, startsPhrase } from './noun-phrases.ts';
import { DURATION } from './phrase-parts.ts';
import { inserted, option, plainSlot, remembered, wordSlot } from './slots.ts';
import type { VerbGroup } from './verb-groups.ts';
import { parseVerbGroup } from './verb-groups.ts';
import type { Walk } from './walk.ts';

/** Particles that English does not say are slots without words: they carry their tags. */
export function particleSlot(unit: Unit, index: number): Slot {
  return unit.reading.renderings.every(({ text }) => text === '') ? wordSlot(unit, index, [option('')]) : plainSlot(unit, index);
}

/** What is asked for stands in the bare form: `suggest that it improve`. */
export const DEMAND = /^(?:suggest|propose|recommend|demand|request|advise|insist|urge)\b/;
/** Conjunctions whose clause has its subject in English. */
export const CLAUSAL = /^(?:karena|sebab|lantaran|meski|meskipun|walau|walaupun|kendati|jika|kalau|bila|apabila|bahwa|sehingga|hingga)$/;
/** What one hopes or sees to is not what for. */
const HOPING = /^(?:hope|pray|wish|ensure|make sure|see to it|expect|agree|decide|order|warn|remind|push)\b/;
const ASKING = /^(?:ask|urge|order|call|tell|remind|advise|warn|instruct|appeal|encourage|forbid|want|require)\b/;
const PURPOSE = new Set(['untuk', 'guna', 'demi', 'agar', 'supaya', 'buat']);
const BOTH: Readonly<Record<string, readonly [phrase: string, clause: string]>> = {
  karena: ['because of', 'because'], sebab: ['because of', 'because'], lantaran: ['because of', 'because'], akibat: ['due to', 'because'], selama: ['during', 'while'], ketika: ['at the time of', 'when'], saat: ['during', 'when'], meski: ['despite', 'although'], meskipun: ['despite', 'although'], walau: ['despite', 'although'], walaupun: ['despite', 'although'], 'gara-gara': ['because of', 'because'], sewaktu: ['during', 'when'],
};

/** A preposition or conjunction by what follows it. */
export function prepositionSlot(walk: Walk, unit: Unit): Slot {
  const { units, at } = walk;
  const verbNext = units[at + 1] !== undefined && parseVerbGroup(units, at + 1) !== undefined;
  if (PURPOSE.has(unit.lower) && verbNext) {
    // `menanam jagung agar tidak rugi`; with `ask` and its like `not to` says enough.
    const shuns = /^(?:agar|supaya)$/.test(unit.lower) && parseVerbGroup(units, at + 1)?.negative === 'not' && !ASKING.test(walk.verb);
    return wordSlot(unit, at, [option(shuns ? 'so as to' : 'to')]);
  }
  if (/^(?:agar|supaya)$/.test(unit.lower)) return wordSlot(unit, at, DEMAND.test(walk.verb) ? [option('that')] : walk.before === 'verb' && HOPING.test(walk.verb) ? [option('that'), option('so that', 0.8)] : [option('so that')]);
  if (/^(?:hingga|sampai)$/.test(unit.lower)) {
    const next = units[at + 1];
    // `Hingga Rabu, baru 68 perusahaan …`: how far it had come.
    if (at === 0 && DAY.test(next?.reading.renderings[0]?.text ?? '') && units[at + 2]?.lower === ',') return wordSlot(unit, at, [option('as of')]);
    // `hingga libur ini berakhir`: until something happens.
    if (!walk.inRelative && !walk.open && opensStatement(units, at + 1)) return wordSlot(unit, at, [option('until')]);
    if (isMoment(next) || /^(?:pagi|siang|sore|malam|larut malam|dini hari)$/.test(next?.lower ?? '')) return wordSlot(unit, at, [option('until')]);
    const changed = units.slice(Math.max(0, at - 4), at).some(({ lower }) => /^(?:dari|antara)$|naik|turun|tingkat|tumbuh/.test(lower));
    if (!changed && next?.reading.pos === 'value' && !isMoment(next) && (!DURATION.test(next.reading.renderings[0]?.text ?? '') || / per /.test(next.reading.renderings[0]?.text ?? '')) && !/\b1[5-9]\d\d\b|\b20\d\d\b|century$/.test(next.reading.renderings[0]?.text ?? '')) return wordSlot(unit, at, [option('up to')]);
    if (!changed && /(?:percent|^Rp[\d.,]+.*|^US\$.*)$/.test(next?.reading.renderings[0]?.text ?? '')) return wordSlot(unit, at, [option('up to')]);
  }
  // `per pagi ini`, `per Desember`: how things stood then.
  if (unit.lower === 'per' && (/ ini$/.test(units[at + 1]?.lower ?? '') || units[at + 2]?.lower === 'ini' || isMoment(units[at + 1]))) return wordSlot(unit, at, [option('as of')]);
  // `jalan sepanjang 4 kilometer`
  if (unit.lower === 'sepanjang' && /(?:kilomet|met|mile|km$)/.test(units[at + 1]?.reading.renderings[0]?.text ?? '') && walk.before === 'phrase') return wordSlot(unit, at, [option('stretching')]);
  // `sampai batas waktu`: what must be done till then.
  if (/^(?:hingga|sampai)$/.test(unit.lower) && /^(?:batas waktu|tenggat(?: waktu)?)$/.test(units[at + 1]?.lower ?? '')) return wordSlot(unit, at, [option('by')]);
  // `pada Februari mendatang`: next February.
  if (unit.lower === 'pada' && MONTH.test(units[at + 1]?.reading.renderings[0]?.text ?? '') && /^(?:mendatang|depan|lalu|silam)$/.test(units[at + 2]?.lower ?? '')) return wordSlot(unit, at, [option('')]);
  // `pada menit ke-87`
  if (unit.lower === 'pada' && /^(?:menit|babak|kuarter|musim|pekan|set|putaran|perdagangan)$/.test(units[at + 1]?.lower ?? '')) return wordSlot(unit, at, [option('in')]);
  // `mengatakan kepada wartawan`: tell reporters.
  if (/^(?:kepada|pada)$/.test(unit.lower) && walk.verb === 'tell' && walk.before === 'verb') return wordSlot(unit, at, [option('')]);
  // `pada dua tahun lalu`: two years ago.
  if (/^(?:pada|dalam|di)$/.test(unit.lower) && /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)$/.test(units[at + 1]?.reading.renderings[0]?.text ?? '') && units[at + 1]?.reading.pos === 'value' && /^(?:lalu|silam|yang lalu)$/.test(units[at + 2]?.lower ?? '')) return wordSlot(unit, at, [option('')]);
  // `di pesisir`, `di pulau itu`: on the coast, on the island.
  if (unit.lower === 'di' && /^(?:pesisir|pantai|lereng|pulau|meja|dinding|atap|panggung|layar|trotoar)(?: |$)/.test(units[at + 1]?.lower ?? '')) return wordSlot(unit, at, [option('on')]);
  // `hadir dalam rapat`: attend the meeting.
  if (/^(?:di|dalam|pada)$/.test(unit.lower) && walk.verb === 'attend' && walk.before === 'verb') return wordSlot(unit, at, [option('')]);
  // `mencapai di atas 19 persen`: how much, not where.
  if (/^di (?:atas|bawah)$/.test(unit.lower) && /^(?:value|num)$/.test(units[at + 1]?.reading.pos ?? '')) return wordSlot(unit, at, [option(unit.lower === 'di atas' ? 'above' : 'below'), option(unit.lower === 'di atas' ? 'over' : 'under', 0.5)]);
  // `menjadikan Jepang sebagai pusat`: make Japan a centre.
  if (unit.lower === 'sebagai' && walk.verb === 'make' && walk.before === 'phrase' && walk.lastWas === 'object') return wordSlot(unit, at, [option('')]);
  // `pada pukul 03.30`
  if (unit.lower === 'pada' && /^\d{1,2}:\d\d/.test(units[at + 1]?.reading.renderings[0]?.text ?? '')) return wordSlot(unit, at, [option('at')]);
  const date = dateWord(units[at + 1]);
  if (unit.lower === 'pada' && date !== undefined) return wordSlot(unit, at, [option(date)]);
  if (unit.lower === 'selama' && isDuration(units, at + 1)) return wordSlot(unit, at, [option('for')]);
  const both = BOTH[unit.lower];
  if (both !== undefined) {
    const clause = !isWaiting(walk, unit) && (verbAhead(units, at + 1) || verbNext || saysOf(units, at + 1));
    return wordSlot(unit, at, [option(clause ? both[1] : both[0], 0), option(clause ? both[0] : both[1], 1.5)]);
  }
  if (unit.lower === 'dari' && [at - 1, at - 2, at - 3].some((back) => /^(?:lebih|kurang)(?: (?:banyak|sedikit|besar|kecil|tinggi|rendah))?$/.test(units[back]?.lower ?? ''))) return wordSlot(unit, at, [option('than')]);
  if (unit.lower === 'dari' && / of$/.test(units[at - 1]?.reading.renderings[0]?.text ?? '')) return wordSlot(unit, at, [option('')]);
  if ((unit.lower === 'dengan' || unit.lower === 'secara') && adjectiveAt(units, at + 1) !== undefined && !startsPhrase(units, at + 2)) return wordSlot(unit, at, [option('')]);
  if (unit.lower === 'dari' && /percent$/.test(units[at - 1]?.reading.renderings[0]?.text ?? '')) return wordSlot(unit, at, [option('of')]);
  if (unit.lower === 'dari' && units[at - 1]?.reading.pos === 'num') return wordSlot(unit, at, [option('of'), option('from', 0.8)]);
  if (unit.lower === 'dengan' && verbNext) return wordSlot(unit, at, [option('by'), option('with', 0.8)]);
  // `dari Rp5 triliun menjadi Rp8 triliun`: from one to the other.
  if (unit.lower === 'dari' && ((/^(?:value|num)$/.test(units[at + 1]?.reading.pos ?? '') && units.slice(at + 2, at + 5).some(({ lower }) => /^(?:menjadi|hingga|sampai|ke)$/.test(lower))) || (units[at + 1]?.reading.pos === 'name' && units.slice(at + 2, at + 4).some(({ lower }) => /^(?:ke|menuju)$/.test(lower))))) return wordSlot(unit, at, [option('from')]);
  const noun = walk.units[walk.last?.head ?? -1]?.lower ?? '';
  if (unit.lower === 'atas' && walk.before === 'phrase' && /^(?:akses|hak|tanggapan|reaksi|jawaban|ancaman)$/.test(noun)) return wordSlot(unit, at, [option('to')]);
  if (unit.lower === 'dari' && walk.before === 'phrase' && /^(?:pasokan|bantuan|dukungan|sumbangan|permintaan|tekanan|surat|pesan|kiriman|tawaran|undangan|kritik|laporan|impor|pendapatan|keuntungan)$/.test(noun)) return wordSlot(unit, at, [option('from')]);
  if (unit.lower === 'dari' && (walk.before === 'verb' || /^(?:protect|save|free|release|remove|separate|prevent|distance|shield|ask for|request|receive|obtain|get|gain|buy|purchase|import|borrow|steal|draw|learn|earn|accept|collect|seize|withdraw|escape|flee|come|originate)\b/.test(walk.verb))) return wordSlot(unit, at, [option('from'), option('of', 1.5)]);
  // A preposition that the English verb already holds (`wait for`) is not said twice.
  const verb = walk.before === 'verb' ? walk.verb : '';
  const ends = /\s(\w+)$/.exec(verb)?.[1];
  const options = remembered(unit.reading.renderings, `preposition ${ends ?? ''}`, () => unit.reading.renderings.map(({ text, cost }): Option => option(text === ends ? '' : text, cost)));
  if (ends !== undefined && options.some(({ text }) => text === '')) return wordSlot(unit, at, [option('')]);
  return wordSlot(unit, at, options);
}

/** `Hasil penjualan selama festival dipakai …`: the verb is that of the subject that waits for it. */
function isWaiting(walk: Walk, unit: Unit): boolean {
  return unit.lower === 'selama' && walk.open && walk.subject !== undefined && walk.before === 'phrase';
}

/** `setelah kami periksa`, `karena harga naik`: a preposition of time or cause before a whole clause. */
export function opensClause(walk: Walk, unit: Unit): boolean {
  if (!/^(?:setelah|sesudah|sebelum|sejak|semenjak|hingga|sampai|karena|sebab|lantaran|akibat|selama|ketika|saat|usai|seusai|seperti|sebagaimana|meski|meskipun|walau|walaupun)$/.test(unit.lower)) return false;
  const { units, at } = walk;
  if (isWaiting(walk, unit)) return false;
  return startsPhrase(units, at + 1) && (verbAhead(units, at + 2) || saysOf(units, at + 1));
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?$/;

/** `on` a day, `in` a month or a year. */
function dateWord(unit: Unit | undefined): 'on' | 'in' | undefined {
  const text = unit?.reading.pos === 'value' || unit?.reading.pos === 'num' ? (unit.reading.renderings[0]?.text ?? '') : '';
  if (DAY.test(text)) return 'on';
  return /^(?:1[5-9]|20)\d\ds?$|\d(?:st|nd|rd|th) century$/.test(text) || MONTH.test(text) ? 'in' : undefined;
}

/** A day, a month, a date: no place and no amount. */
function isMoment(unit: Unit | undefined): boolean {
  const text = unit?.reading.renderings[0]?.text ?? '';
  return DAY.test(text) || MONTH.test(text) || /^\d{1,2}:\d\d/.test(text);
}

/** `selama tiga hari`, `selama lebih dari setahun`, `selama bertahun-tahun`: how long, not while what. */
function isDuration(units: readonly Unit[], at: number): boolean {
  for (let index = at; index < at + 4; index += 1) {
    const unit = units[index];
    if (unit === undefined) return false;
    if (/^ber\w+-\w+$/.test(unit.lower) || /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries)$/.test(unit.reading.pos === 'value' || unit.reading.how === 'expression' ? (unit.reading.renderings[0]?.text ?? '') : '')) return true;
    if (unit.reading.pos === 'num' || /^se(?:jam|hari|minggu|pekan|bulan|tahun|abad|dekade|lama|malam|menit|detik)$/.test(unit.lower)) return true;
    if (!/^(?:lebih|kurang|hampir|sekitar|dari|paling|lama|kira-kira|setidaknya)$/.test(unit.lower)) return false;
  }
  return false;
}

/** `karena harganya mahal`: a phrase of which an adjective is said. */
function saysOf(units: readonly Unit[], at: number): boolean {
  if (!startsPhrase(units, at)) return false;
  const { to } = parsePhrase(units, at, 0, true);
  const found = adjectiveAt(units, to);
  return found !== undefined && !found.relative && (found.part.degree !== undefined || endsClause(units, found.to) || (units[at]?.reading.pos === 'pron' && to === at + 1));
}

/** Whether a whole statement begins at `at`: a phrase and what is said of it. */
export function opensStatement(units: readonly Unit[], at: number): boolean {
  return startsPhrase(units, at) && (/^(?:v|neg|mod)$/.test(units[parsePhrase(units, at, 0, true).to]?.reading.pos ?? '') || saysOf(units, at));
}

/** Whether a verb follows what the preposition at `from` governs, in the same clause. */
export function saysLater(units: readonly Unit[], from: number): boolean {
  for (let at = from; units[at]?.reading.pos === 'prep' && startsPhrase(units, at + 1);) {
    at = parsePhrase(units, at + 1).to;
    if (/^(?:v|mod|neg)$/.test(units[at]?.reading.pos ?? '') || parseVerbGroup(units, at) !== undefined) return true;
  }
  return false;
}

/** Whether a clause follows: a verb group before the next mark or conjunction. */
export function verbAhead(units: readonly Unit[], from: number): boolean {
  for (let at = from; at < Math.min(units.length, from + 8); at += 1) {
    const unit = units[at];
    if (unit === undefined || unit.reading.pos === 'punct' || unit.reading.pos === 'conj' || unit.lower === 'yang') return false;
    if (unit.reading.pos === 'v' || unit.reading.pos === 'mod' || unit.reading.pos === 'neg') return true;
  }
  return false;
}

/** What comes right behind a verb: the agent of a passive, an object hanging on the verb. */
export function verbTail(walk: Walk, verb: Unit, group: VerbGroup): void {
  const { units, slots } = walk;
  const next = units[walk.at];
  const passive = verb.reading.voice === 'passive' && group.agent === undefined;
  const { clitic } = verb.reading;
  if (clitic !== '') {
    const word = clitic === 'ku' ? 'me' : clitic === 'mu' ? 'you' : '';
    if (passive) slots.push(inserted(option(`by ${word === '' ? 'them' : word}`)));
    // `-nya` is said with the verb: see Spoken.
    else if (word !== '' && verb.reading.renderings[0]?.intransitive !== true) slots.push(inserted(option(word)));
    return;
  }
  if (!passive || next === undefined || !startsPhrase(units, walk.at)) return;
  const open = /^(?:be|give|call|name|make|say|consider|offer|grant|award|pay|tell|ask|declare|elect|appoint|become|deem|judge|title|send|teach)\b/.test(verb.reading.renderings[0]?.text ?? '');
  const timely = isHead(next.lower, 'time') || next.reading.pos === 'value' || next.reading.pos === 'num' || /^(?:ini|itu|tersebut|tadi|setiap|tiap|hampir setiap)$|^(?:lebih|kurang)(?: |$)/.test(next.lower) || isHead(next.reading.form.toLowerCase(), 'time');
  if (open || timely || parseVerbGroup(units, walk.at) !== undefined) return;
  slots.push(isPerson(next.lower) || next.reading.pos === 'name' ? inserted(option('by')) : inserted(option('by'), option('', 3)));
  walk.before = 'prep';
}
