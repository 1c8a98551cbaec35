/** What a clause says of its subject: a verb group with what belongs to it, as slots. */

import { SOMEONE } from './attribution.ts';
import { deed, existence, IMPERSONAL, inverted, nominal, THERE } from './existence.ts';
import { isGeneral, itSaidLater } from './general.ts';
import { isHead, isPerson } from './heads.ts';
import type { Option, Rendering, Unit } from './kinds.ts';
import { parsePhrase, startsPhrase } from './noun-phrases.ts';
import { type Form, verbOptions } from './predicates.ts';
import { saidHere } from './said-verbs.ts';
import { inserted, option, plainSlot, wordSlot, plainRendering } from './slots.ts';
import { CLAUSAL, opensStatement, saysLater, verbAhead, verbTail } from './small-words.ts';
import { ANYWHERE, spellPhrase } from './spell-nouns.ts';
import type { NounPhrase } from './phrase-parts.ts';
import { type VerbGroup } from './verb-groups.ts';
import { after, copula, formHere, own } from './walk.ts';
import type { Walk } from './walk.ts';

/** Verbs with an object and a bare infinitive: `see them come`. */
const OBJECT_BARE = /^(?:see|watch|let|make|hear|have)$/;

/** `membuat warga pergi`: whether `verb` has what its object does behind it without `to`. */
export function takesBare(verb: string): boolean {
  return OBJECT_BARE.test(verb);
}

const OBJECT_INFINITIVE = /^(?:ask|urge|order|allow|force|help|want|call on|invite|encourage|tell|enable|require|persuade|expect|instruct|press|pressure|put pressure on|push|request|permit|advise|convince|prompt|make it possible for|lead|motivate|remind|teach|train|bring|cause)\b/;

/** Whether an object and an infinitive may follow: `ask them to come`. */
export function takesInfinitive(verb: string): boolean {
  return OBJECT_INFINITIVE.test(verb);
}

/** Verbs after which a denied one stands as it is: `memilih tidak hadir` = choose not to attend. */
const CHOOSING = /^(?:choose|decide|prefer|opt|agree|promise|vow|pledge|try|intend|resolve)\b/;

/** Emits a verb group with what belongs to it. */
export function predicate(walk: Walk, parsed: VerbGroup): void {
  const group = walk.hoped && parsed.tense === '' && parsed.modal === '' && parsed.chain.length === 0 && !walk.inRelative ? { ...parsed, tense: 'future' as const } : parsed;
  walk.hoped = false;
  const { units, slots } = walk;
  // `… saat bepergian adalah …`: what is equated has its own finite verb.
  if (walk.before === 'verb' && /^(?:adalah|merupakan|ialah)$/.test(units[group.verb ?? -1]?.lower ?? '')) after(walk, 'phrase');
  if (walk.inRelative && walk.relativeVerb && walk.open && walk.before === 'verb' && (group.markers > 0 || (group.verb !== undefined && units[group.verb]?.reading.voice === 'passive' && !takesInfinitive(walk.verb)))) {
    // `siswa yang tidak datang harus membayar`: a marked verb behind the relative clause is the subject's.
    walk.inRelative = false;
    walk.before = 'phrase';
  }
  // `diperkirakan akan turun`: is expected to fall.
  const foreseen = walk.before === 'verb' && walk.passive && (FORESEEN.test(walk.verb) || (group.negative === 'not' && takesInfinitive(walk.verb))) && group.modal === '' && (group.negative === '' || group.negative === 'not') && group.agent === undefined;
  // `menyatakan menolak`: said they rejected it.
  const stated = walk.before === 'verb' && /^(?:say|state|declare|claim)$/.test(walk.verb) && !walk.passive && !walk.inRelative && units[group.from - 1]?.reading.pos === 'v' && group.markers === 0 && group.verb !== undefined && units[group.verb]?.reading.voice === 'active';
  const told = stated || (!foreseen && walk.before === 'verb' && (group.tense !== '' || group.modal !== '' || group.negative !== '') && group.agent === undefined && !(group.tense === '' && group.modal === '' && CHOOSING.test(walk.verb)));
  // `menyatakan akan menunggu`: English repeats the subject.
  if (told && !(group.verb !== undefined && /^(?:ada|terdapat)$/.test(units[group.verb]?.lower ?? ''))) slots.push({ ...inserted(...again(walk.subject, units)), kind: 'noun', sets: 'both' });
  if (walk.inRelative && walk.relativeVerb && walk.before === 'phrase') walk.inRelative = false;
  if (walk.inRelative) walk.relativeVerb = true;
  else walk.open &&= isAside(walk, group, units[group.verb ?? -1]) || walk.before === 'conj' && walk.governor === 'untuk' && walk.subject !== undefined;
  if (isPurpose(walk, group)) walk.governor = 'untuk';
  const form = told ? 'finite' : foreseen ? 'infinitive' : formHere(walk);
  const infinitiveWord = walk.governor === 'untuk' && walk.before === 'phrase';
  if (group.before !== 'verb' || group.verb === undefined) {
    if (group.before === 'other' && (wants(walk, group, form) || thereStill(walk, group))) return;
    // `Bukan dia`, `tidak hanya`: without a subject the negation stands alone.
    const alone = walk.subject === undefined && !walk.inRelative && group.before === 'other';
    // `berlangsung hampir empat jam`: lasted almost four hours.
    const degree = walk.before === 'verb' && group.before === 'other' && group.adverbs.length === group.markers && /^(?:num|value)$/.test(units[group.to]?.reading.pos ?? '');
    // `Tidak mudah mencari kerja.`: it is not easy.
    if (group.before !== 'other' && isGeneral(walk, units[group.to]?.lower ?? '', group.to + 1)) itSaidLater(walk);
    if (alone || degree) negationAlone(walk, group);
    else copula(walk, group, infinitiveWord ? 'infinitive' : form);
    walk.at = group.to;
    walk.form = form;
    after(walk, 'word');
    return;
  }
  const verb = units[group.verb];
  if (verb === undefined) return;
  if (nominal(walk, group, verb)) return;
  if (existence(walk, group, verb, group.verb) || inverted(walk, group, verb) || deed(walk, group, verb)) return;
  // `Ada dua perusahaan telah mendaftar`: English needs its `that`.
  const related = walk.verb === THERE && walk.before === 'phrase' && walk.subject === undefined && !walk.inRelative && group.markers > 0;
  if (related) slots.push(inserted(option(isPerson(units[walk.last?.head ?? -1]?.lower ?? '') ? 'who' : 'that')));
  const agrees = walk.inRelative || related ? 'last' : 'subject';
  const agent = group.agent === undefined ? undefined : units[group.agent];
  // `turnamen yang diikutinya`: that they joined.
  const theirs = walk.before === 'relative' && walk.governor === '' && verb.reading.voice === 'passive' && verb.reading.clitic === 'nya' && agent === undefined && walk.inRelative;
  const moved = agent !== undefined && walk.subject !== undefined && !walk.inRelative && walk.before === 'phrase' && slots.length - walk.subjectAt < 200 ? slots.splice(walk.subjectAt) : [];
  if (agent !== undefined && group.agent !== undefined) slots.push(...own(walk, spellPhrase(units, parsePhrase(units, group.agent), { ...ANYWHERE, subject: true })));
  if (verb.reading.agent !== '') slots.push(inserted(option(verb.reading.agent === 'ku' ? 'I' : 'you')));
  // A cell that says `segera dihapus`: what is to be done.
  const due = group.from === 0 && group.to === units.length && group.tense === '' && group.modal === '' && group.negative === '' && verb.reading.voice === 'passive' && agent === undefined;
  // `…, menewaskan lima orang`: what came of it.
  const result = form === 'finite' && RESULT.test(verb.lower) && units[group.from - 1]?.lower === ',' && group.markers === 0 && !walk.open && !walk.inRelative && walk.topic !== undefined && !walk.telling.headline;
  // `Sari, juga dikenal sebagai …, adalah …`: set off from the subject, whose verb comes later.
  const aside = form === 'finite' && isAside(walk, group, verb);
  // `seorang astronom bernama Pranoto`: named Pranoto.
  const called = form === 'finite' && verb.lower === 'bernama' && walk.before === 'phrase' && walk.last?.det === '' && walk.last.to === group.from && group.markers === 0 && units[group.to]?.reading.pos === 'name';
  // `mengutip sumber polisi mengatakan …`: quoted them as saying.
  const quoted = form === 'finite' && walk.verb === 'quote' && walk.before === 'phrase' && walk.last?.to === group.from && group.markers === 0 && /^(?:mengatakan|menyatakan|menyebutkan)$/.test(verb.lower);
  if (quoted) slots.push(inserted(option('as')));
  const using = form === 'open' && walk.passive && group.markers === 0 && /^(?:menggunakan|memakai)$/.test(verb.lower);
  const shown = aside || called ? 'participle' : result || using || quoted || (form === 'open' && GERUNDS.test(walk.verb) && group.markers === 0) ? 'gerund' : infinitiveWord || due ? 'infinitive' : isCommand(walk, group) ? 'command' : isFronted(walk, group, verb) ? (verb.reading.voice === 'passive' ? 'participle' : 'gerund') : form;
  if (theirs) slots.push({ ...inserted(option('they', 0, 'pl'), option(SOMEONE, 0.4, 'sg')), kind: 'noun', sets: 'last' });
  const voice = agent === undefined && !theirs ? verb.reading.voice : ('active' as const);
  // What is asked for now tells of now: `Tunjuk orang yang menjawab`.
  if (shown === 'command') walk.telling = { ...walk.telling, past: false, firm: false, now: true };
  // `menolaknya`: the object hangs on the verb.
  const object = verb.reading.clitic === 'nya' && !theirs && voice !== 'passive' && verb.reading.renderings[0]?.intransitive !== true;
  const spoken = { renderings: object ? verb.reading.renderings : saidHere(walk, group, verb), voice, object };
  // `berkurang sejak Juli`: has declined since July.
  const lasts = (group.tense === 'perfect' || group.tense === '') && group.modal === '' && lastsTill(units, group.to);
  // `meminta warga segera pindah`: to move at once.
  const soon = /^(?:infinitive|bare|command)$/.test(shown) && group.adverbs.includes('soon') ? { ...group, adverbs: group.adverbs.map((word) => (word === 'soon' ? 'immediately' : word)) } : group;
  const telling = told && walk.telling.past ? { ...walk.telling, firm: true } : walk.telling;
  const options = verbOptions(spoken, lasts ? { ...soon, tense: 'perfect' } : soon, shown, lasts ? { ...walk.telling, past: false, lasting: group.tense === 'perfect' } : telling);
  const often = group.times === undefined ? undefined : units[group.times];
  const said = often === undefined || group.times === undefined ? [] : [plainSlot(often, group.times)];
  const transitive = startsPhrase(units, group.to);
  // `Diharapkan sudah ada keputusan.`: it is expected.
  if (walk.subject === undefined && !walk.inRelative && !told && shown === 'finite' && (walk.before === 'start' || (walk.before === 'conj' && !/^(?:dan|atau|serta)$/.test(walk.governor))) && IMPERSONAL.test(verb.lower) && !walk.telling.headline) itSaidLater(walk);
  // `ditolak karena dinilai mahal`: because it was considered expensive.
  else if (walk.subject === undefined && !walk.inRelative && shown === 'finite' && walk.before === 'conj' && CLAUSAL.test(walk.governor) && walk.topic !== undefined && units[group.from - 2]?.lower !== '(' && agent === undefined && verb.reading.agent === '' && !walk.telling.headline) slots.push({ ...inserted(...again(walk.topic, units)), kind: 'noun', sets: 'both' });
  if (transitive) slots.push(...said);
  slots.push({ ...wordSlot(verb, group.verb, options, 'verb'), agrees, lead: group.markers > 0 ? (units[group.from]?.from ?? -1) : -1 });
  if (!transitive) slots.push(...said);
  walk.at = group.to;
  walk.verb = spoken.renderings[0]?.text ?? '';
  walk.passive = voice === 'passive';
  walk.form = shown;
  // `menyarankan pengguna mengganti sandi`: suggested users replace it.
  walk.demanded = voice === 'active' && SUGGESTING.test(verb.lower) && startsPhrase(units, group.to);
  if (called && walk.subject !== undefined) walk.open = true;
  if (moved.length > 0) walk.subject = undefined;
  if (moved.length > 0) slots.push(...moved.map((slot) => ({ ...slot, sets: slot.sets === 'both' ? ('last' as const) : slot.sets })));
  after(walk, 'verb');
  if (!theirs) verbTail(walk, verb, group);
  // `membuatnya menjadi juara`: made it become.
  if (object && takesBare(walk.verb)) walk.governor = 'guna';
}

const WANT: readonly Rendering[] = [plainRendering('want')];

/** Emits `ingin mereka pulang` = want them to go home: what is wanted of somebody. */
function wants(walk: Walk, group: VerbGroup, form: Form): boolean {
  const unit = walk.units[group.to - 1];
  if (unit === undefined || group.chain.at(-1) !== 'want to' || !startsPhrase(walk.units, group.to)) return false;
  const options = verbOptions({ renderings: WANT, voice: 'active' }, { ...group, chain: group.chain.slice(0, -1) }, form, walk.telling);
  walk.slots.push({ ...wordSlot(unit, group.to - 1, options, 'verb'), agrees: walk.inRelative ? 'last' : 'subject', lead: walk.units[group.from]?.from ?? -1 });
  walk.at = group.to;
  walk.verb = 'want';
  walk.form = form;
  after(walk, 'verb');
  return true;
}

/** Emits `masih banyak pekerjaan` = there is still much work, where nothing stands before it. */
function thereStill(walk: Walk, group: VerbGroup): boolean {
  const unit = walk.units[group.from];
  if (unit === undefined || group.markers !== 1 || unit.lower !== 'masih' || (walk.subject !== undefined && walk.before === 'phrase') || !/^(?:banyak|sedikit|beberapa|sejumlah)$/.test(walk.units[group.to]?.lower ?? '')) return false;
  const options = verbOptions({ renderings: [plainRendering('be', true)], voice: 'bare' }, { ...group, adverbs: [] }, 'finite', walk.telling).filter(({ num }) => num !== 'sg').map((made) => ({ ...made, text: `there ${made.text} still`, num: '' as const }));
  walk.slots.push(wordSlot(unit, group.from, options, 'verb'));
  walk.at = group.to;
  walk.subject = undefined;
  after(walk, 'prep');
  return true;
}

/** Nouns that say what one can, may or wants to do. */
const ABLE = /^(?:kemampuan|ambisi|upaya|usaha|keinginan|hak|kesempatan|peluang|niat|kewajiban|tugas|cara|alasan|rencana|tekad|hasrat|dorongan|kebebasan|wewenang|kewenangan|izin|keberanian|kesediaan|kecenderungan|komitmen|janji|ancaman|tawaran|usulan|permintaan|perintah|kebutuhan)$/;

/** `kemampuan melihat`: the ability to see. Of a subject only where its own verb follows. */
function isPurpose(walk: Walk, group: VerbGroup): boolean {
  const { units, at, last } = walk;
  const head = units[last?.head ?? -1];
  if (last === undefined || head === undefined || last.to !== at || walk.before !== 'phrase' || !ABLE.test(head.lower.split(' ', 1)[0] ?? '') || last.det !== '' || last.owner !== undefined || last.ownerPhrase !== undefined || head.reading.clitic !== '') return false;
  if (group.markers > 0 || group.agent !== undefined || group.verb === undefined || units[group.verb]?.reading.voice === 'passive' || !/^(?:me|ber|bel|(?:minum|makan|tidur|masuk|keluar|pergi|pulang|kembali)$)/.test(units[group.verb]?.lower ?? '')) return false;
  const before = units[last.from - 1];
  if (walk.lastWas !== 'subject' || (before?.reading.pos === 'v' && !/^(?:say|state|add|explain|report|believe|think|claim|admit|hope)\b/.test(walk.verb))) return true;
  for (let ahead = group.to; ahead < Math.min(units.length, group.to + 10); ahead += 1) {
    const unit = units[ahead];
    if (unit === undefined || unit.reading.pos === 'punct' || (unit.reading.pos === 'conj' && !/^(?:dan|atau)$/.test(unit.lower)) || unit.lower === 'yang') return false;
    if (/^(?:v|mod|neg)$/.test(unit.reading.pos)) return true;
  }
  return false;
}

/** How far on its second comma may stand. */
const FURTHEST = 30;

/** Whether a passive describes the subject before it: between commas, or as what goes with it. */
function isAside(walk: Walk, group: VerbGroup, verb: Unit | undefined): boolean {
  const { units, subject, open, inRelative, telling } = walk;
  // `Hujan disertai petir diperkirakan turun`: the verb is yet to come.
  if (verb !== undefined && ACCOMPANIED.test(verb.lower) && subject?.to === group.from && open && !inRelative && group.markers === 0 && verbAhead(units, group.to)) return true;
  if (verb?.reading.voice !== 'passive' || !verb.lower.startsWith('di') || subject?.to !== group.from - 1 || units[subject.to]?.lower !== ',' || !open || inRelative || telling.headline || group.adverbs.length !== group.markers) return false;
  let end = group.to + 1;
  while (end < group.to + FURTHEST && units[end] !== undefined && !/^[,.;!?]/.test(units[end]?.lower ?? '')) end += 1;
  return units[end]?.lower === ',' && /^(?:v|mod|neg)$/.test(units[end + 1]?.reading.pos ?? '');
}

/** What goes with something: behind it the verb of both may come. */
const ACCOMPANIED = /^(?:disertai|dibarengi|diiringi|didampingi|ditemani)(?: dengan| oleh)?$/;
/** What a deed leads to. */
const RESULT = /^(?:menewaskan|melukai|mencederai|menyebabkan|mengakibatkan|membuat|menjadikan|menghancurkan|merusak|memaksa|memicu|menimbulkan|membawa|meninggalkan|menandai|mengakhiri|memungkinkan|membunuh|mencerminkan|menunjukkan|menandakan|merobohkan|menghanguskan|merendam|melumpuhkan|mengubah)$/;
/** Verbs behind which a deed stands with -ing. */
const GERUNDS = /^(?:consider|avoid|deny|admit|enjoy|finish|suggest|recommend|risk|stop|keep|postpone|quit|resume|practice|involve|mean|include)$/;
/** Verbs that say what should be. */
const SUGGESTING = /^(?:menyarankan|merekomendasikan|mengusulkan)$/;
/** Verbs that foretell, in the passive: `is expected to fall`. */
const FORESEEN = /^(?:expect|believe|think|say|report|estimate|predict|suspect|hope|schedule|plan|order|rumor|feel|claim|fear|know|guarantee)$/;

/** `Mengutip laporan itu, …`: a verb that opens the sentence, set off from the clause whose subject it shares. */
function isFronted(walk: Walk, group: VerbGroup, verb: Unit): boolean {
  const { units, telling } = walk;
  if (telling.headline || walk.subject !== undefined || walk.before !== 'start' || group.markers > 0 || !/^(?:me|di|ber)/.test(verb.lower)) return false;
  if (group.from > 0 && !/^["“.!?]/.test(units[group.from - 1]?.lower ?? '')) return false;
  for (let at = group.to; at < Math.min(units.length, group.to + 25); at += 1) {
    const { lower, reading } = units[at] ?? verb;
    if (/^[.!?;:"”]/.test(lower) || reading.pos === 'mod' || reading.pos === 'neg') return false;
    if (lower === ',' && (opensStatement(units, at + 1) || (startsPhrase(units, at + 1) && saysLater(units, parsePhrase(units, at + 1, 0, true).to)) || /^,/.test(units[parsePhrase(units, at + 1).to]?.lower ?? ''))) return true;
  }
  return false;
}

/** `sejak 2010`: what began then lasts till now. */
function lastsTill(units: readonly Unit[], from: number): boolean {
  for (let at = from; at < Math.min(units.length, from + 12); at += 1) {
    const unit = units[at];
    if (unit === undefined || unit.reading.pos === 'punct') return false;
    if (/^sejak(?: |$)/.test(unit.lower)) return true;
  }
  return false;
}

/** The pronoun that takes up the subject. */
function again(subject: NounPhrase | undefined, units: readonly Unit[]): readonly Option[] {
  const head = units[subject?.head ?? -1];
  const lower = head?.lower ?? '';
  if (lower === 'saya' || lower === 'aku') return [option('I', 0, 'pl')];
  if (lower === 'kami' || lower === 'kita') return [option('we', 0, 'pl')];
  if (/^(?:anda|kamu|kalian|engkau)$/.test(lower)) return [option('you', 0, 'pl')];
  const counted = subject?.before.some((index) => units[index]?.reading.pos === 'num' && !/^(?:satu|seorang|sebuah|suatu|salah satu|setiap|tiap)$/.test(units[index].lower)) === true;
  if (counted || lower === 'mereka' || head?.reading.plural === true || subject?.plural === true) return [option('they', 0, 'pl')];
  if (/^(?:dia|ia|beliau)$/.test(lower) || isHead(lower, 'title')) return [option(SOMEONE, 0, 'sg')];
  return [option('it', 0, 'sg'), option('they', subject?.det === '' ? 0.3 : 1.2, 'pl')];
}

function isCommand(walk: Walk, group: VerbGroup): boolean {
  const verb = group.verb === undefined ? undefined : walk.units[group.verb];
  // `Setelah siap, buatlah situs.`
  if (verb?.reading.how.endsWith('+ -lah') === true && verb.reading.voice === 'bare' && (walk.before === 'start' || walk.units[group.from - 1]?.lower === ',')) return true;
  if (walk.subject !== undefined) return false;
  if (group.negative === 'dont') return true;
  // `Segera hapus data itu.`
  const urged = group.markers > 0 && group.adverbs.length === group.markers && group.adverbs.every((word) => word === 'soon');
  if (verb === undefined || (group.markers > 0 && !urged) || verb.reading.voice !== 'bare' || verb.reading.how === 'expression' || /^(?:ada$|ber(?!i(?:kan)?$)|ter|me|di|ke)/.test(verb.lower)) return false;
  // `Tolong bantu kami.`, `Tutup pintu itu.`: a bare stem that opens a sentence asks for the deed.
  if (/^(?:tolong|silakan|silahkan|mari|ayo|harap|mohon|mari kita)$/.test(walk.units[group.from - 1]?.lower ?? '')) return true;
  // `Untuk contoh formulir, buka halaman bantuan.`
  const fronted = walk.units[group.from - 1]?.lower === ',' && /^(?:untuk|jika|kalau|bila|apabila|sebelum|setelah|saat|ketika|selain itu|kemudian|lalu|setelah itu|namun|jadi|oleh karena itu|sebagai gantinya)$/.test(walk.units[0]?.lower ?? '');
  const first = fronted || group.from === 0 || /^["“.!?]/.test(walk.units[group.from - 1]?.lower ?? '');
  return first && !walk.telling.headline && verb.reading.renderings[0]?.intransitive !== true && startsPhrase(walk.units, group.to + (/^(?:pula|juga|saja)$/.test(walk.units[group.to]?.lower ?? '') ? 1 : 0));
}

function negationAlone(walk: Walk, group: VerbGroup): void {
  const unit = walk.units[group.from];
  const words = [group.negative === '' ? '' : group.negative === 'notyet' ? 'not yet' : 'not', ...group.adverbs].filter((word) => word !== '').join(' ');
  if (unit !== undefined) walk.slots.push(wordSlot(unit, group.from, [option(words)]));
}
