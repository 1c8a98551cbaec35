/** A noun phrase as English slots: determiner, quantity, adjectives, noun, what stands behind. */

import type { Described } from './adjectives.ts';
import { isMass } from './english-nouns.ts';
import { gerund } from './english-verbs.ts';
import { isHead, isPerson } from './heads.ts';
import type { Option, Slot, Unit } from './kinds.ts';
import { numbersOf, peopleOptions, pointedOptions, RANK } from './noun-numbers.ts';
import { DURATION, hasAdjective, isOffice, type NounPhrase } from './phrase-parts.ts';
import { OBJECT_FORMS, OWNER_WORDS, ownerOptions, selfSlot } from './pronoun-forms.ts';
import { orderAdjectives, spellAdjective } from './spell-adjectives.ts';
import { inserted, nounOptions, option, plainSlot, remembered, wordSlot } from './slots.ts';
import type { Numbers } from './slots.ts';

/** Where a phrase stands: articles and agreement depend on it. */
export interface Place {
  readonly subject: boolean;
  readonly headline: boolean;
  /** Inside another phrase, as what follows `of`. */
  readonly inner: boolean;
  /** After `whose`: no article and no owner. */
  readonly whose: boolean;
  /** Behind `is`, said of one (which takes `a`) or of any number. */
  readonly predicate: '' | 'surely one' | 'one' | 'many' | 'any';
  /** A pronoun with a relative clause: `mereka yang datang` = those who came. */
  readonly those: boolean;
  /** It owns what follows. */
  readonly owner: boolean;
  /** One of several side by side, which go without articles. */
  readonly listed: boolean;
}

/** Where nothing is said of a phrase but that it is one. */
export const ANYWHERE: Place = { subject: false, headline: false, inner: false, whose: false, predicate: '', those: false, owner: false, listed: false };

/** Slots of `phrase` in English order. */
export function spellPhrase(units: readonly Unit[], phrase: NounPhrase, place: Place): readonly Slot[] {
  const slots = spellBare(units, phrase, place);
  const self = phrase.self === undefined ? undefined : units[phrase.self];
  return self === undefined || phrase.self === undefined ? slots : [...slots, selfSlot(units, phrase, self, phrase.self)];
}

function spellBare(units: readonly Unit[], phrase: NounPhrase, place: Place): readonly Slot[] {
  const head = phrase.head === undefined ? undefined : units[phrase.head];
  if (head?.reading.pos === 'pron') return [...spellBefore(units, phrase), pronoun(head, phrase, units[phrase.to]?.lower === 'yang' ? { ...place, those: true } : place)];
  if (head === undefined || head.reading.pos === 'value') {
    const rest = head === undefined ? [] : [{ ...plainSlot(head, phrase.head ?? -1), sets: sets(place) }];
    const inner = phrase.of === undefined ? [] : [inserted(option('of')), ...spellPhrase(units, phrase.of, { ...place, subject: false, inner: true })];
    return [...spellBefore(units, phrase), ...spellDate(head, phrase, rest), ...inner];
  }
  if (head.reading.pos === 'name') return spellName(units, phrase, head, place);
  return spellNoun(units, phrase, head, place);
}

/** `last Thursday`, `10 months ago`. */
function spellDate(head: Unit | undefined, phrase: NounPhrase, rest: readonly Slot[]): readonly Slot[] {
  const [part] = phrase.adjectives;
  // `pada 1970-an`: in the 1970s.
  if (part === undefined) return /^\d{4}s$|\d(?:st|nd|rd|th) century$/.test(head?.reading.renderings[0]?.text ?? '') ? [articleSlot([option('the')]), ...rest] : rest;
  const long = DURATION.test(head?.reading.renderings[0]?.text ?? '');
  if (long && /^(?:yang )?(?:lalu|silam)$/.test(part.unit.lower)) return [...rest, wordSlot(part.unit, part.index, [option('ago')])];
  // `19 tahun terakhir`: the past 19 years.
  if (long && /^(?:terakhir|mendatang|depan)$/.test(part.unit.lower)) return [articleSlot([option('the')]), wordSlot(part.unit, part.index, [option(part.unit.lower === 'terakhir' ? 'past' : 'next')]), ...rest];
  return [spellAdjective(part), ...rest];
}

function sets(place: Place): Slot['sets'] {
  return place.subject ? 'both' : 'last';
}

function pronoun(head: Unit, phrase: NounPhrase, place: Place): Slot {
  const options = head.reading.renderings.map((rendering) => {
    const text = rendering.text === 'they' && place.those ? 'those' : place.subject ? rendering.text : (OBJECT_FORMS[rendering.text] ?? rendering.text);
    return option(text, rendering.cost, /^(?:we|they|you|these|those|both|I|us|them|all|some|many|several|few)\b|\bothers$/.test(text) ? 'pl' : 'sg');
  });
  return { ...wordSlot(head, phrase.head ?? -1, options, 'noun'), sets: sets(place) };
}

function spellName(units: readonly Unit[], phrase: NounPhrase, head: Unit, place: Place): readonly Slot[] {
  const index = phrase.head ?? -1;
  const text = head.reading.renderings[0]?.text ?? '';
  // `United States`, `Philippines`: names that English gives an article.
  const article = /^(?:United|Netherlands|Philippines|European Union|Middle East|Soviet|Czech Republic|West Bank|Gaza Strip|White House|UN$|US$|EU$|World|Security Council|House|Senate|Supreme|Constitutional|Ministry|Vatican|Olympic|Pentagon)|(?: River| Sea| Ocean| Strait| Islands| Peninsula| Gulf)$/.test(text);
  const slots: Slot[] = [...spellBefore(units, phrase)];
  if (article || isOffice(head) || phrase.det === 'itu') slots.push(articleSlot([option('the', 0), option('', place.headline ? 0 : article ? 2.5 : 2)]));
  for (const part of orderAdjectives(phrase.adjectives)) slots.push(spellAdjective(part), ...joined(units, part));
  // `CEO TikTok Shou Zi Chew`: the firm stands before the office.
  const [firm, ...people] = phrase.after;
  const isFirm = /^C[A-Z]O$/.test(text) && firm !== undefined && /^[A-Z]{2,}$|\p{Ll}\p{Lu}/u.test(units[firm]?.reading.form ?? '');
  if (isFirm) slots.push(...nameOf(units, firm));
  const plural = /^(?:Olympics|Philippines)$/.test(text) || units[index]?.reading.plural === true;
  // `Dinas Kesehatan DKI Jakarta`: the Jakarta Health Agency.
  const office = !isFirm && isOffice(head) && phrase.after.length > 0 && units[phrase.after[0] ?? -1]?.reading.pos === 'name';
  if (office) for (const after of phrase.after) slots.push(...nameOf(units, after));
  slots.push({ ...wordSlot(head, index, [option(text, 0, plural ? 'pl' : 'sg')], 'noun'), sets: sets(place) });
  if (!office) for (const after of isFirm ? people : phrase.after) slots.push(...nameOf(units, after));
  return slots;
}

function nameOf(units: readonly Unit[], index: number): readonly Slot[] {
  const unit = units[index];
  return unit === undefined ? [] : [wordSlot(unit, index, [option(unit.reading.renderings[0]?.text ?? '')], unit.reading.pos === 'punct' ? 'punct' : 'noun')];
}

export function articleSlot(options: readonly Option[]): Slot {
  return { ...inserted(...options), kind: 'article' };
}

function spellNoun(units: readonly Unit[], phrase: NounPhrase, head: Unit, place: Place): readonly Slot[] {
  const ago = phrase.before.length > 0 ? phrase.adjectives.find(({ unit }) => /^(?:lalu|silam)$/.test(unit.lower)) : undefined;
  const quantity = spellBefore(units, phrase);
  const numbers = place.predicate === 'many' && numbersOf(units, phrase, head) === 'any' ? 'pl' : (place.predicate === 'surely one' && numbersOf(units, phrase, head) === 'any') || (place.predicate === 'one' && (isPerson(head.lower) || head.reading.how === 'term' || head.lower.startsWith('orang ')) && numbersOf(units, phrase, head) === 'any') ? 'sg' : numbersOf(units, phrase, head);
  const owned = place.whose ? [] : ownerSlots(units, phrase, head);
  const partitive = units[phrase.before.at(-1) ?? -1]?.lower ?? '';
  if (/^salah (?:satu|seorang)$/.test(partitive)) return [...counted(quantity, place), ...(owned.length > 0 ? owned : [phrase.det === 'ini' ? articleSlot([option('these')]) : articleSlot([option('the', 0), option('', 1.5)])]), ...described(units, phrase, head, place, numbers, ago).map((slot): Slot => (slot.sets === '' ? slot : { ...slot, sets: 'last' }))];
  // `separuh kekayaan mereka`, `sebagian besar spesies ini`: half of their wealth, most of these species.
  if (/^(?:separuh|setengah|sebagian|sebagian besar|seperempat|sepertiga)$/.test(partitive) && phrase.before.length === 1 && (owned.length > 0 || phrase.det !== '')) return [...quantity, ...(/ of$/.test(quantity[0]?.options[0]?.text ?? '') ? [] : [inserted(option('of'))]), ...(owned.length > 0 ? owned : [demonstrative(units, phrase)]), ...described(units, phrase, head, place, numbers, ago)];
  const slots: Slot[] = [];
  // `tiga langkah pertama`: the first three steps.
  const rank = phrase.before.length === 1 && units[phrase.before[0] ?? -1]?.reading.pos === 'num' ? phrase.adjectives.find(({ unit, degree }) => RANK.test(unit.lower) && degree === undefined) : undefined;
  if (rank !== undefined) return [...(owned.length > 0 ? owned : [articleSlot([option('the')])]), spellAdjective(rank), ...quantity, ...described(units, { ...phrase, adjectives: phrase.adjectives.filter((part) => part !== rank) }, head, place, numbers, ago)];
  const all = ALL.test(partitive) && phrase.before.length === 1;
  if (all && owned.length > 0) slots.push(...quantity.map(ofAll), ...owned);
  else if (all && phrase.det !== '') slots.push(...quantity.map(ofAll), demonstrative(units, phrase));
  else if (owned.length > 0) slots.push(...owned, ...quantity);
  else if (phrase.det === '') {
    const article = quantity.length > 0 || place.whose ? undefined : chooseArticle(units, phrase, head, place, numbers);
    slots.push(...quantity, ...(article === undefined ? [] : [article]));
  } else if (quantity[0]?.options[0]?.text.startsWith('the ') === true) slots.push(...quantity);
  else slots.push(demonstrative(units, phrase), ...quantity);
  slots.push(...described(units, phrase, head, place, numbers, ago));
  return slots;
}

/** `semua tuduhan itu`: all the accusations, all those accusations. */
const ALL = /^(?:semua|segala|segenap)$/;

function ofAll(slot: Slot): Slot {
  const options = slot.options.filter(({ text }) => text === 'all');
  return options.length === 0 ? slot : { ...slot, options };
}

/** What is `in` something as well as `of` it: a rise in prices. */
const CHANGES = /^(?:rise|increase|decrease|decline|drop|fall|change|growth|improvement|reduction|surge|shift|interest|confidence|trust|role|participation|involvement|investment|cut|advance|difference|delay|slowdown|jump|spike)$/;

/** `one of the firms that obey`: one is the subject, many are those that are one of. */
function counted(quantity: readonly Slot[], { subject }: Place): readonly Slot[] {
  return subject ? quantity.map((slot) => ({ ...slot, kind: 'noun', sets: 'both', options: slot.options.map((made) => ({ ...made, num: 'sg' as const })) })) : quantity;
}

/** Adjectives, noun, and what stands behind it. */
function described(units: readonly Unit[], phrase: NounPhrase, head: Unit, place: Place, numbers: Numbers, ago: Described | undefined): readonly Slot[] {
  const slots: Slot[] = [];
  // `Kongres Nasional Brazil`: the Brazilian National Congress.
  const nations = phrase.adjectives.some(({ unit }) => unit.capital) ? phrase.modifiers.filter((index) => units[index] !== undefined && units[index].reading.pos === 'name' && hasAdjective(units[index])) : [];
  for (const index of nations) slots.push(modifierSlot(units, index));
  for (const part of orderAdjectives(phrase.adjectives.filter((other) => other !== ago))) {
    slots.push(spellAdjective(part), ...joined(units, part));
  }
  for (const index of phrase.modifiers) if (!nations.includes(index)) slots.push(modifierSlot(units, index));
  // `orang itu` is one person, as far as nothing says that they are many.
  const options = numbers === 'any' && isPerson(head.lower) ? peopleOptions(phrase, head) : numbers === 'any' && phrase.det !== '' && phrase.before.length === 0 ? pointedOptions(head.reading.renderings) : nounOptions(head.reading.renderings, numbers);
  slots.push({ ...wordSlot(head, phrase.head ?? -1, options, 'noun'), sets: sets(place) });
  for (const index of phrase.after) slots.push(...nameOf(units, index));
  if (ago !== undefined) slots.push(wordSlot(ago.unit, ago.index, [option('ago')]), ...joined(units, ago));
  if (phrase.of !== undefined) slots.push(phrase.joint === 'of' ? inserted(option('of', 0), ...(CHANGES.test(head.reading.renderings[0]?.text ?? '') ? [option('in', 0.9)] : [])) : inserted(option(phrase.joint)), ...spellPhrase(units, phrase.of, { ...place, subject: false, inner: true }));
  // The number of the whole phrase is the head's, whatever stands inside the `of`.
  if (phrase.of !== undefined && place.subject) return slots.map((slot) => (slot.sets === 'last' ? { ...slot, sets: '' } : slot));
  return slots;
}

/** The adjective that `dan` or `atau` joins to another, with its conjunction. */
function joined(units: readonly Unit[], { and }: Described): readonly Slot[] {
  const word = and === undefined ? undefined : units[and.index];
  return and === undefined || word === undefined ? [] : [wordSlot(word, and.index, [option(word.lower === 'atau' ? 'or' : 'and')]), spellAdjective(and.other)];
}

function demonstrative(units: readonly Unit[], phrase: NounPhrase): Slot {
  const unit = units[phrase.to - 1];
  const near = phrase.det === 'ini';
  // `lima belas batu ini`: these 15 stones.
  const counted = phrase.before.some((index) => units[index]?.reading.pos === 'num' && !/^(?:a|an|one|1|every|each)$/.test(units[index].reading.renderings[0]?.text ?? ''));
  if (near && counted && unit !== undefined) return wordSlot(unit, phrase.to - 1, [option('these')], 'article');
  const options = near
    ? [option('this', 0, '', 'this'), option('these', 1.2, '', 'these'), option('the', 2.6)]
    : unit?.lower === 'tersebut' ? [option('the', 0)] : [option('the', 0), option('that', 1.2, '', 'this'), option('those', 1.6, '', 'these')];
  return unit === undefined ? articleSlot(options) : { ...wordSlot(unit, phrase.to - 1, options, 'article') };
}

function ownerSlots(units: readonly Unit[], phrase: NounPhrase, head: Unit): readonly Slot[] {
  if (phrase.owner !== undefined) {
    const unit = units[phrase.owner];
    const word = unit === undefined ? [] : [wordSlot(unit, phrase.owner, [option(OWNER_WORDS[unit.lower] ?? 'their')], 'article')];
    // `rumah saya presiden`: whatever else claims the noun is not lost.
    return phrase.ownerPhrase === undefined ? word : [...word, ...spellPhrase(units, phrase.ownerPhrase, { ...ANYWHERE, inner: true })];
  }
  if (phrase.ownerPhrase !== undefined) {
    // The model weighs both marks; which of them it is, the owner's ending says (`write.ts`).
    const inner = spellPhrase(units, phrase.ownerPhrase, { ...ANYWHERE, inner: true, owner: true });
    const mark: Slot = { ...inserted(option("'s"), option("'", 0.2)), glued: true, kind: 'fixed' };
    return [...inner, mark];
  }
  // `seorang pekerjanya`: English says one or the other.
  if (phrase.before.some((index) => /^(?:seorang|sebuah|suatu|seekor|salah satu)$/.test(units[index]?.lower ?? ''))) return [];
  if (head.reading.clitic === 'nya') return [articleSlot(ownerOptions(units, phrase.from))];
  if (head.reading.clitic !== '') return [articleSlot([option(OWNER_WORDS[head.reading.clitic] ?? 'my')])];
  return [];
}

/** Article of a bare noun phrase: what is likely, for the language model to weigh. */
function chooseArticle(units: readonly Unit[], phrase: NounPhrase, head: Unit, place: Place, numbers: Numbers): Slot | undefined {
  const title = isHead(head.lower, 'title') && (phrase.after.length > 0 || head.capital);
  if (title && (phrase.after.length > 0 || !place.inner)) return phrase.after.length > 0 ? undefined : articleSlot([option('the', 0), option('', phrase.modifiers.length > 0 ? 1.5 : place.headline ? 0.8 : 2)]);
  if (isHead(head.lower, 'time') && /^(?:last|next|this) /.test(head.reading.renderings[0]?.text ?? '')) return undefined;
  if (isHead(head.lower, 'keep') && phrase.after.length > 0) return undefined;
  if (isHead(head.lower, 'time') && (phrase.after.length > 0 || phrase.adjectives.some(({ unit }) => /^(?:lalu|depan|silam|kemarin|mendatang)$/.test(unit.lower)))) return articleSlot([option('', 0), option('the', 1.2)]);
  // `jumlah yang signifikan`: an amount of that size.
  if (head.lower === 'jumlah' && phrase.adjectives.length > 0) return articleSlot([option('a', 0, '', 'sg')]);
  // `tindakan apa pun`
  if (phrase.adjectives.some(({ unit }) => unit.reading.renderings[0]?.text === 'any')) return undefined;
  // `dengan cara sendiri`
  if (phrase.adjectives.some(({ unit }) => unit.lower === 'sendiri')) return articleSlot([option('their'), option('its', 0.3)]);
  if (phrase.closed) return articleSlot([option('the')]);
  const superlativeInside = phrase.adjectives.some(({ unit, degree }) => unit.reading.degree === 'most' || degree?.lower === 'paling' || /^(?:first|second|third|last|only|same|main|largest|biggest|\d+(?:st|nd|rd|th))$/.test(unit.reading.renderings[0]?.text ?? ''));
  if (superlativeInside) return articleSlot([option('the', 0), option('', 1.5, '', 'bare')]);
  if (place.predicate !== '' && phrase.of === undefined && numbers !== 'pl') return articleSlot([option('a', 0, '', 'sg'), option('', 0.4, '', 'bare'), option('the', 1)]);
  const headlineCost = place.headline ? 3 : 0;
  const nations = phrase.modifiers.some((index) => units[index]?.reading.pos === 'name' && hasAdjective(units[index]));
  if (numbers === 'pl') return articleSlot([option('', 0, '', 'bare'), option('the', (nations ? 1.2 : 0.6) + headlineCost)]);
  // `data milik pengguna AS`: US users' data.
  if (place.owner && numbers === 'any' && isPerson(head.lower) && !isHead(head.lower, 'title')) return articleSlot([option('', 0, '', 'pl'), option('the', 2.6)]);
  // Stuff and ideas in general go without (`Beras mahal.`); `the` stays possible.
  const general = place.subject && phrase.of === undefined && phrase.modifiers.length === 0 && head.reading.renderings.every(({ text, count }) => count === 'mass' || isMass(text));
  if (general) return articleSlot([option('', 0, '', 'bare'), option('the', 0.5 + headlineCost)]);
  if (place.listed && phrase.of === undefined && !head.capital) return articleSlot([option('', 0, '', 'pl'), option('the', 2.4), option('a', 2, '', 'sg')]);
  const definite = phrase.of !== undefined || phrase.modifiers.some((index) => units[index]?.reading.pos === 'name') || place.subject;
  return articleSlot([
    option('the', (definite ? 0 : 0.28) + headlineCost),
    // A headline leaves its articles out, and does not say by that that it means many.
    option('', 0.4 - headlineCost / 3, '', place.headline ? 'few' : 'bare'),
    option('a', (definite ? 1.7 : 0.7) + headlineCost + (isPerson(head.lower) ? 0 : 0.2), '', 'sg'),
  ]);
}

function spellBefore(units: readonly Unit[], phrase: NounPhrase): readonly Slot[] {
  return phrase.before.flatMap((index): readonly Slot[] => {
    const unit = units[index];
    if (unit === undefined) return [];
    const options = unit.reading.renderings.map((rendering): Option => {
      // `sejumlah aspek tersebut`: these aspects.
      if (/^(?:sejumlah|beberapa)$/.test(unit.lower) && phrase.det !== '') return option('', 0, '', 'pl');
      // `Seorang meninggal.`: one died.
      if (phrase.head === undefined && /^(?:seorang|sebuah|seekor)$/.test(unit.lower)) return option('one', 0, 'sg');
      const text = rendering.text === 'both' && (phrase.det !== '' || phrase.owner !== undefined) ? 'two' : rendering.text;
      const one = /^(?:a|an|one|1)$|\b(?:every|each)$/.test(text);
      const asks = one ? 'sg' : unit.reading.pos === 'num' && !/(?:percent)$/.test(text) && !/^salah/.test(unit.lower) ? 'pl' : '';
      return option(text, rendering.cost, '', asks);
    });
    return [wordSlot(unit, index, options, /^(?:sebuah|seorang|suatu|seekor)$/.test(unit.lower) ? 'article' : 'word')];
  });
}

function modifierSlot(units: readonly Unit[], index: number): Slot {
  const unit = units[index];
  if (unit === undefined) return inserted(option(''));
  const { reading } = unit;
  if (reading.pos === 'conj') return plainSlot(unit, index);
  if (reading.pos === 'name') {
    const found = hasAdjective(unit) ? reading.renderings.find((rendering) => rendering.hint === 'adjective') : reading.renderings[0];
    return wordSlot(unit, index, [option(found?.text ?? '')], 'noun');
  }
  const numbers = reading.plural ? 'any' : 'sg';
  const options = remembered(reading.renderings, `modifier ${numbers}`, () => nounOptions(reading.renderings, numbers).map((made) => ({ ...made, num: '' as const })));
  return wordSlot(unit, index, options);
}

/** The `-ing` form of each rendering of a verb, for use as a noun. */
export function gerundOptions(unit: Unit): readonly Option[] {
  return unit.reading.renderings.map(({ text, cost }) => option(text === '' ? '' : gerund(text), cost));
}
