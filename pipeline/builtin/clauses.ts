/** The order of the sentence: a walk over the units that emits English slots phrase by phrase. */

import { adjectiveAt, endsClause } from './adjectives.ts';
import { accordingAt, attributionAt } from './attribution.ts';
import { emitWord, smallWord } from './beside.ts';
import { DAY, isBareDay, setsDayOff } from './days.ts';
import { govern } from './governors.ts';
import { isDeed, isGeneral, itSaidLater } from './general.ts';
import { isPerson } from './heads.ts';
import type { Slot, Unit } from './kinds.ts';
import { isLabel, withoutArticle } from './labels.ts';
import { inList } from './lists.ts';
import { membersAt } from './members.ts';
import { parsePhrase, startsPhrase } from './noun-phrases.ts';
import { DURATION, isFormer } from './phrase-parts.ts';
import { type Telling } from './predicates.ts';
import { questionAt } from './questions.ts';
import { closedBehind, deedAt, relativeAt } from './relatives.ts';
import { adjectiveDue, isClosed, isOne, isShort, isThing, measureDue, sizeDue, subjectHere, isMany } from './said-of.ts';
import { inserted, option, plainSlot, wordSlot } from './slots.ts';
import { particleSlot, saysLater } from './small-words.ts';
import { spellAdjective } from './spell-adjectives.ts';
import { ANYWHERE, spellPhrase } from './spell-nouns.ts';
import { beginsQuoted, speaking } from './telling.ts';
import { toughAt } from './tough.ts';
import { parseVerbGroup } from './verb-groups.ts';
import { predicate, takesBare, takesInfinitive } from './verb-phrases.ts';
import { after, copula, own } from './walk.ts';
import type { Walk } from './walk.ts';

/** Slots of the whole text in English order. */
export function orderUnits(units: readonly Unit[], telling: Telling): readonly Slot[] {
  const inside = beginsQuoted(units);
  const told = inside ? speaking(units, 0, telling) : telling;
  const walk: Walk = { units, telling: told, told, outside: telling, quoting: inside, slots: [], at: 0, before: 'start', subject: undefined, topic: undefined, subjectAt: 0, last: undefined, lastWas: 'subject', form: 'finite', verb: '', passive: false, inRelative: false, relativeVerb: false, open: false, hoped: false, demanded: false, governor: '' };
  while (walk.at < units.length) {
    const from = walk.at;
    step(walk);
    if (walk.at <= from) walk.at = from + 1;
  }
  return isLabel(units) ? withoutArticle(walk.slots) : walk.slots;
}

function step(walk: Walk): void {
  const { units, at } = walk;
  const unit = units[at];
  if (unit === undefined) return;
  const { pos } = unit.reading;
  if (pos === 'punct') {
    mark(walk, unit);
    return;
  }
  // `Jalan sepanjang 40 kilometer itu rusak.`: the road is meant, which has its article.
  if (/^(?:itu|ini|tersebut)$/.test(unit.lower) && walk.before === 'phrase' && walk.subject !== undefined && units[at - 1]?.reading.pos === 'value' && MEASURES.test(units[at - 2]?.lower ?? '')) {
    walk.slots.push(wordSlot(unit, at, [option('')]));
    walk.at += 1;
    return;
  }
  if (attributionAt(walk) || accordingAt(walk) || questionAt(walk) || membersAt(walk)) return;
  if ((unit.lower === 'yang' && relativeAt(walk)) || deedAt(walk)) return;
  if (toughAt(walk)) return;
  const group = parseVerbGroup(units, at);
  // `Hampir 1,5 juta orang datang.`: how many there are.
  const many = unit.lower === 'hampir' && !subjectHere(walk) && startsPhrase(units, at);
  if (group !== undefined && !many && (group.markers > 0 || pos === 'v')) {
    predicate(walk, group);
    return;
  }
  const described = (unit.lower === 'setempat' && units[at - 1]?.lower === ')') || isFormer(units, at) ? undefined : adjectiveAt(units, at);
  if (described !== undefined && !described.relative) {
    // `menyebabkan dua orang tewas`: caused two people to be killed.
    const effect = subjectHere(walk) && units[(walk.subject?.from ?? 0) - 1]?.reading.pos === 'v' ? /^(?:cause|result in|lead to)$/.exec(walk.verb)?.[0] : undefined;
    if (effect !== undefined) walk.slots.push(inserted(option(effect === 'cause' ? 'to be' : 'being')));
    // `Penting sekali mengetahui batas.`: it is very important to know.
    const general = isGeneral(walk, described.part.unit.lower, described.to);
    if (general) {
      itSaidLater(walk);
      copula(walk, undefined);
    }
    const due = effect === undefined && (subjectHere(walk) || adjectiveDue(walk, described));
    if (due) {
      walk.inRelative = false;
      after(walk, 'phrase');
      copula(walk, undefined);
      // `Semuanya sama.`: all of them are the same.
      if (described.part.degree === undefined && described.part.unit.reading.renderings[0]?.text === 'same') walk.slots.push(inserted(option('the')));
    }
    // `diminta waspada`: asked to be alert.
    const asked = !due && (walk.before === 'verb' || (walk.before === 'phrase' && walk.lastWas === 'object' && walk.last?.to === at && isPerson(units[walk.last.head ?? -1]?.lower ?? ''))) && /^(?:ask|urge|order|tell|require|expect|advise|remind|encourage)\b/.test(walk.verb) && (described.part.degree === undefined || described.part.degree.lower === 'lebih');
    // `ditargetkan selesai`: targeted to be finished.
    const foreseen = !due && walk.before === 'verb' && walk.passive && /^(?:target|expect|schedule|plan|estimate|predict|hope)\b/.test(walk.verb);
    if (asked || foreseen) walk.slots.push(inserted(option('to be')));
    const manner = due || asked || foreseen || general || effect !== undefined ? false : walk.governor === 'secara' || (walk.before === 'verb' && !/^(?:be|become|remain|stay|feel|look|seem|appear|grow|get|make|consider|turn|keep|call|declare)\b| (?:of|in|as|for|to|at|with|on|from)$/.test(walk.verb));
    walk.slots.push(spellAdjective(described.part, manner));
    walk.at = described.to;
    after(walk, 'word');
    // `Saya senang bertemu Anda.`: happy to meet.
    const about = described.part.unit.reading.renderings[0]?.text ?? '';
    // `siap dilalui kendaraan`: ready to be passed.
    const done = about === 'ready' && units[walk.at]?.reading.voice === 'passive' && units[walk.at]?.lower.startsWith('di') === true;
    if (!manner && (done || (ABOUT_DEEDS.test(about) && isDeed(units, walk.at)))) {
      walk.before = 'phrase';
      walk.governor = 'untuk';
    }
    return;
  }
  // `hukuman 10 tahun penjara`
  if (/^(?:penjara|kurungan)$/.test(unit.lower) && units[at - 1]?.reading.pos === 'value' && /(?:year|month|week|day)s?$/.test(units[at - 1]?.reading.renderings[0]?.text ?? '')) {
    emitWord(walk, unit, unit.lower === 'penjara' ? 'in prison' : 'in jail');
    after(walk, 'word');
    return;
  }
  const mostly = unit.lower === 'sebagian besar' && subjectHere(walk) && /^(?:v|mod)$/.test(units[at + 1]?.reading.pos ?? '');
  if (startsPhrase(units, at) && !mostly) {
    phrase(walk);
    return;
  }
  if (smallWord(walk, unit)) return;
  // `Festival ini bukan sekadar pesta.`, `Masalahnya bukan hanya cuaca, melainkan …`
  if (unit.lower.startsWith('bukan ') && subjectHere(walk) && !walk.telling.headline) copula(walk, undefined);
  if (pos === 'prep' || unit.lower === 'secara' || unit.lower === 'tanpa' || (pos === 'conj' && unit.lower !== 'yang')) {
    govern(walk, unit);
    return;
  }
  // `Empat lainnya juga cedera.`: were also injured.
  if (pos === 'adv' && /^(?:juga|hanya|memang|ternyata|justru)$/.test(unit.lower) && subjectHere(walk) && !walk.telling.headline && adjectiveAt(units, at + 1)?.relative === false && endsClause(units, adjectiveAt(units, at + 1)?.to ?? at)) {
    walk.inRelative = false;
    copula(walk, undefined);
    walk.open = false;
    walk.before = 'word';
  }
  walk.slots.push(pos === 'part' ? particleSlot(unit, at) : plainSlot(unit, at));
  walk.at = at + 1;
  if (pos === 'q') {
    walk.before = 'conj';
    walk.governor = 'tanya';
    walk.subject = undefined;
  } else if (pos !== 'part' && pos !== 'adv') walk.before = 'word';
  else if (walk.before === 'start' || walk.before === 'conj') walk.governor = '';
  // `Petani pun senang`: the particle hangs on the subject.
  else if (unit.lower === 'pun' && walk.subject?.to === at) walk.subject = { ...walk.subject, to: at + 1 };
  // `Bukan hal yang mengherankan melihat …`: it is no surprise to see.
  if (unit.reading.how === 'expression' && unit.reading.renderings[0]?.text.startsWith('it is ') === true) {
    walk.before = 'phrase';
    walk.governor = 'untuk';
  }
}

/** What says how long, wide, high or dear something is. */
const MEASURES = /^(?:sepanjang|seluas|setinggi|sebesar|senilai|seharga|seberat|sedalam|sebanyak|berkapasitas|bernilai|berusia|berumur)$/;

/** The last word of `tahun lalu`, `Senin`. */
function isTimely(unit: Unit | undefined): boolean {
  return unit !== undefined && (/^(?:lalu|silam|kemarin)$| (?:lalu|silam)$/.test(unit.lower) || (unit.reading.pos === 'value' && DAY.test(unit.reading.renderings[0]?.text ?? '')));
}

/** Adjectives that say how somebody stands to a deed. */
const ABOUT_DEEDS = /^(?:happy|glad|pleased|ready|willing|able|unable|proud|sad|surprised|afraid|reluctant|unwilling|keen|eager|free|easy|difficult|hard|impossible|important|necessary|safe|determined|prepared|lucky|slow|quick|obliged|entitled|grateful|sorry|excited|honored|certain|sure|interested)$/;

const SAYING = /^(?:mengatakan|menyatakan|menyebut|menyebutkan|menambahkan|mengungkapkan|menjelaskan|menegaskan|mengaku|mengakui|menilai|menuturkan|mengonfirmasi|mengkonfirmasi|memastikan|mengklaim|membenarkan|melaporkan|mengumumkan|menduga|yakin)$/;

function mark(walk: Walk, unit: Unit): void {
  // `mengatakan, harga naik`: English puts no comma between the verb and what is said.
  const silent = unit.lower === ',' && walk.before === 'verb' && SAYING.test(walk.units[walk.at - 1]?.lower ?? '') && !/^["“‘'(]/.test(walk.units[walk.at + 1]?.lower ?? '');
  const off = unit.lower === ',' && !walk.telling.headline && setsDayOff(walk.units, walk.at);
  walk.slots.push(wordSlot(unit, walk.at, [option(silent || off ? '' : (unit.reading.renderings[0]?.text ?? ''))], 'punct'));
  walk.at += 1;
  if (/^[.!?;:…]/.test(unit.lower)) {
    if (walk.form === 'command') walk.telling = walk.told;
    walk.subject = undefined;
    walk.form = 'finite';
    walk.inRelative = false;
    walk.demanded = false;
  }
  if (/^["“”]/.test(unit.lower)) {
    walk.quoting = unit.lower !== '”' && !walk.quoting;
    walk.told = walk.quoting ? speaking(walk.units, walk.at, walk.outside) : walk.outside;
    walk.telling = walk.told;
  }
  if (/^["“”'‘’«»)\]]/.test(unit.lower)) return;
  if (/^[([]/.test(unit.lower)) {
    after(walk, 'word');
    return;
  }
  // A comma inside a list of phrases leaves the subject waiting; one after a verb opens a new clause.
  after(walk, walk.before === 'phrase' && walk.subject !== undefined ? 'phrase' : 'start');
}

/** Emits a noun phrase and says what it is to the clause. */
function phrase(walk: Walk): void {
  const { units, at } = walk;
  // `meminta warga tenang`, `membuat warga resah`: what the person is to be, or becomes.
  const turned = walk.before === 'verb' && (takesInfinitive(walk.verb) || walk.verb === 'make') && isPerson(units[at]?.lower ?? '');
  const opening = turned || ((walk.before === 'start' || walk.before === 'conj') && !walk.inRelative);
  const parsed = closedBehind(units, parsePhrase(units, at, 0, opening));
  const next = units[parsed.to + (/^(?:saja|pun)$/.test(units[parsed.to]?.lower ?? '') ? 1 : 0)];
  const unit = units[at];
  if (unit === undefined) return;
  // `orang yang datang itu`: the determiner after a relative clause was for its head.
  if (walk.inRelative && walk.before !== 'start' && walk.before !== 'prep' && parsed.to === at + 1 && (unit.lower === 'itu' || unit.lower === 'tersebut') && units[at - 1]?.reading.pos !== 'punct') {
    walk.slots.push(wordSlot(unit, at, [option('')]));
    walk.at = at + 1;
    walk.inRelative = false;
    walk.before = 'phrase';
    walk.governor = 'closed';
    return;
  }
  // `Kerusuhan tahun lalu itu memicu protes.`: `itu` was for the subject.
  if (parsed.to === at + 1 && /^(?:itu|tersebut)$/.test(unit.lower) && walk.before === 'phrase' && walk.open && walk.subject !== undefined && walk.subject.det === '' && /^(?:v|mod|neg)$/.test(units[at + 1]?.reading.pos ?? '') && isTimely(units[at - 1])) {
    walk.slots.push(wordSlot(unit, at, [option('')]));
    walk.at = at + 1;
    return;
  }
  const verbNext = next !== undefined && (next.lower.startsWith('bukan ') || /^(?:v|neg|mod)$/.test(next.reading.pos) || parseVerbGroup(units, parsed.to) !== undefined);
  const afterVerb = walk.before === 'verb';
  const joined = walk.before === 'conj' && walk.last !== undefined && /^(?:dan|atau|serta|maupun)$/.test(walk.governor) && walk.last.to === at - 1;
  const closed = walk.governor === 'closed' && walk.open && !verbNext;
  // `melihat harga turun`: see prices fall. A verb with its tense is said of a subject.
  const seesDeed = afterVerb && takesBare(walk.verb) && units[parsed.to]?.reading.pos === 'v' && units[parsed.to]?.reading.voice !== 'passive' && !/^(?:adalah|merupakan|ialah)$/.test(units[parsed.to]?.lower ?? '');
  // `mengatakan pasokan dari daerah berkurang`: who says something says it of a subject.
  const says = afterVerb && SAYING.test(units[at - 1]?.lower ?? '');
  const stated = says && ((units[parsed.to]?.reading.pos === 'prep' && saysLater(units, parsed.to)) || (units[parsed.head ?? -1]?.reading.pos === 'pron' && adjectiveAt(units, parsed.to)?.relative === false));
  // `… dan mereka diyakini …`: a pronoun with its verb opens a clause of its own.
  const anew = joined && units[parsed.head ?? -1]?.reading.pos === 'pron' && verbNext && walk.lastWas !== 'subject';
  // `empat hari lebih cepat`: by how much, of no subject.
  const measure = unit.reading.pos === 'value' && DURATION.test(unit.reading.renderings[0]?.text ?? '') && units[parsed.to]?.lower === 'lebih' && walk.subject !== undefined && !walk.open;
  const isSubject = !measure && (anew || (joined ? walk.lastWas === 'subject' : walk.before !== 'prep' && (!afterVerb || stated || (verbNext && !takesInfinitive(walk.verb) && !seesDeed))));
  let said = units[at - 1]?.lower.startsWith('bukan ') === true && isClosed(walk.subject ?? parsed, units);
  if (closed || (!joined && measureDue(walk, parsed))) {
    copula(walk, undefined);
    said = !closed;
  } else if (isSubject && subjectHere(walk) && walk.subject !== undefined && (isShort(walk.subject, units) || (endsClause(units, parsed.to) && !joined && isClosed(walk.subject, units) && isThing(units[parsed.head ?? -1])))) {
    copula(walk, undefined);
    said = true;
  }
  if (!closed && !said && sizeDue(walk, parsed)) walk.slots.push(inserted(option('of')));
  // `menjadi guru`: become a teacher.
  const named = walk.verb === 'be' && (walk.subject?.deed === true || units[walk.subject?.head ?? -1]?.reading.pos === 'name' || walk.subject?.det === 'ini' || walk.subject?.det === 'itu');
  const became = afterVerb && !isSubject && (walk.verb === 'become' || walk.verb === 'be') && walk.subject !== undefined && !walk.inRelative && (walk.subject.deed || isOne(walk.subject, units)) && (named || isPerson(units[parsed.head ?? -1]?.lower ?? '') || units[parsed.head ?? -1]?.reading.how === 'term');
  const equal = afterVerb && !isSubject && walk.verb === 'be' && units[parsed.head ?? -1]?.reading.pos === 'n';
  // `dikenal sebagai orang yang sabar`: as a patient person.
  const asOne = !isSubject && /(?:^| )sebagai$| menjadi$/.test(units[at - 1]?.lower ?? '') && units[parsed.head ?? -1]?.reading.pos === 'n' && isPerson(units[parsed.head ?? -1]?.lower ?? '') && walk.subject !== undefined && (isOne(walk.subject, units) || isMany(walk.subject, units));
  const isTime = unit.reading.how === 'value' && /^\d{1,2}:\d\d/.test(unit.reading.renderings[0]?.text ?? '');
  if (isTime && parsed.head === at && walk.before !== 'prep') walk.slots.push(inserted(option('at')));
  if (walk.before !== 'prep' && !joined && !walk.telling.headline && isBareDay(units, parsed)) walk.slots.push(inserted(option('on')));
  const subjectAt = walk.slots.length;
  // `operator (PSE) yang …`: what stands in brackets has no say in the number.
  const aside = units[at - 1]?.lower === '(' && units[parsed.to]?.lower === ')';
  const spoken = own(walk, spellPhrase(units, parsed, { ...ANYWHERE, subject: isSubject && !said, headline: walk.telling.headline, listed: inList(units, at, walk.last, parsed), predicate: !(said || became || equal || asOne) ? '' : named && became ? 'surely one' : isOne(walk.subject, units) ? 'one' : isMany(walk.subject, units) ? 'many' : 'any' }));
  walk.slots.push(...(aside ? spoken.map((slot): Slot => (slot.sets === '' ? slot : { ...slot, sets: '' })) : spoken));
  // `Polisi dan tentara datang`: two are many.
  if (joined && !anew && isSubject && /^(?:dan|serta)$/.test(units[at - 1]?.lower ?? '')) walk.slots.push(...own(walk, [{ ...inserted(option('', 0, 'pl')), kind: 'noun', sets: 'both' }]));
  walk.at = parsed.to;
  walk.lastWas = isSubject ? 'subject' : walk.before === 'prep' || joined ? 'prep' : 'object';
  walk.last = parsed;
  if (isSubject && walk.before !== 'conj') walk.subjectAt = subjectAt;
  else if (isSubject) walk.subjectAt = subjectAt;
  if (isSubject && !(walk.inRelative && walk.subject !== undefined)) {
    walk.subject = parsed;
    walk.topic = parsed;
    walk.open = true;
  }
  // `Sulit bagi mereka mencari kerja`: for them to look.
  const forWhom = walk.before === 'prep' && /^(?:bagi|buat)$/.test(units[at - 1]?.lower ?? '') && walk.subject === undefined && isDeed(units, parsed.to);
  const expects = forWhom ? 'untuk' : !afterVerb || !verbNext ? '' : takesInfinitive(walk.verb) ? 'untuk' : seesDeed ? 'guna' : '';
  after(walk, 'phrase');
  walk.governor = expects;
  // `berharap festival itu tidak berhenti`: that it would not stop.
  walk.hoped = afterVerb && isSubject && walk.verb === 'hope';
}
