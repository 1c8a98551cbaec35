/** Choice: the likeliest wording of the slots, by beam search under the English n-gram model. */

import { article } from './english-nouns.ts';
import type { Option, Slot } from './kinds.ts';
import type { LanguageModel } from './ngrams.ts';

export interface Chosen {
  /** The text for each slot. */
  readonly texts: readonly string[];
  /** The cost of the whole, and how many words it has. */
  readonly cost: number;
  readonly words: number;
}

/** How many hypotheses are kept. */
const BEAM = 7;
/** How much the language model weighs against the costs of the options. */
const MODEL_WEIGHT = 0.57;
/** What does not go together: `a houses`, `they was`. */
const CLASH = 5;
/** A hypothesis this much dearer than the cheapest is given up. */
const TOO_DEAR = 6;

const NO_IDS: readonly number[] = [];

interface Hypothesis {
  readonly cost: number;
  readonly before: number;
  readonly last: number;
  /** The two last words as the model knows them. */
  readonly history: number;
  /** What an article asks of the next noun. */
  readonly asks: Option['asks'];
  readonly lastPlural: boolean;
  readonly subjectPlural: boolean;
  readonly text: string;
  readonly words: number;
  readonly back: Hypothesis | undefined;
}

export interface Decoder {
  choose(slots: readonly Slot[]): Chosen;
}

export function makeDecoder(model: LanguageModel): Decoder {
  const texts = new Map<string, readonly number[]>();
  // The slots say `a` throughout, as the word behind it is not known yet; the model counted `an`.
  const articles: Articles = { a: model.id('a'), an: model.id('an'), vowels: new Set<number>() };
  const wordId = (word: string): number => {
    const id = model.id(word);
    if (id >= 0 && article(word) === 'an') articles.vowels.add(id);
    return id;
  };
  const lists = new WeakMap<readonly Option[], readonly (readonly number[])[]>();
  const idsOf = (text: string): readonly number[] => {
    let ids = texts.get(text);
    if (ids === undefined) {
      ids = splitWords(text).map((word) => wordId(word));
      if (texts.size > 60_000) texts.clear();
      texts.set(text, ids);
    }
    return ids;
  };
  // Lists of options are shared by all places where a word stands in the same form, so their ids are found once.
  const idsOfAll = (options: readonly Option[]): readonly (readonly number[])[] => {
    const [only] = options;
    if (options.length === 1 && only !== undefined) return [idsOf(only.text)];
    let ids = lists.get(options);
    if (ids === undefined) lists.set(options, (ids = options.map((option) => idsOf(option.text))));
    return ids;
  };
  return { choose: (slots) => choose(slots, model, idsOfAll, articles) };
}

interface Articles {
  readonly a: number;
  readonly an: number;
  /** Words that take `an`. */
  readonly vowels: Set<number>;
}

function choose(slots: readonly Slot[], model: LanguageModel, idsOfAll: (options: readonly Option[]) => readonly (readonly number[])[], articles: Articles): Chosen {
  let beam: Hypothesis[] = [
    { cost: 0, before: -1, last: model.begin, history: -1, asks: '', lastPlural: false, subjectPlural: false, text: '', words: 0, back: undefined },
  ];
  for (const slot of slots) {
    const ids = idsOfAll(slot.options);
    const next: Hypothesis[] = [];
    let least = Infinity;
    for (const hypothesis of beam) {
      for (let index = 0; index < slot.options.length; index += 1) {
        const option = slot.options[index];
        if (option === undefined) continue;
        const made = extend(hypothesis, slot, option, model, ids[index] ?? NO_IDS, least + TOO_DEAR, articles);
        if (made === undefined) continue;
        if (made.cost < least) least = made.cost;
        keep(next, made);
      }
    }
    next.sort((a, b) => a.cost - b.cost);
    if (next.length > BEAM) next.length = BEAM;
    beam = next;
  }
  let best: Hypothesis | undefined;
  for (const hypothesis of beam) if (best === undefined || hypothesis.cost < best.cost) best = hypothesis;
  const texts: string[] = [];
  for (let at = best; at?.back !== undefined; at = at.back) texts.push(at.text);
  return { texts: texts.reverse(), cost: best?.cost ?? 0, words: best?.words ?? 0 };
}

/** Of two hypotheses that no later word can tell apart, the cheaper one stays. */
function keep(kept: Hypothesis[], made: Hypothesis): void {
  for (let index = 0; index < kept.length; index += 1) {
    const other = kept[index];
    if (other === undefined || other.last !== made.last || other.before !== made.before || other.asks !== made.asks || other.lastPlural !== made.lastPlural || other.subjectPlural !== made.subjectPlural) continue;
    if (made.cost < other.cost) kept[index] = made;
    return;
  }
  kept.push(made);
}

function extend(from: Hypothesis, slot: Slot, option: Option, model: LanguageModel, ids: readonly number[], limit: number, articles: Articles): Hypothesis | undefined {
  let { before, last, history } = from;
  let cost = from.cost + option.cost;
  for (const id of ids) {
    if (cost > limit) return undefined;
    if (last === articles.a && articles.vowels.has(id)) {
      last = articles.an;
      // Asked only for the history that it leaves.
      model.cost(-1, before, last);
      history = model.history;
    }
    cost += model.cost(history, last, id) * MODEL_WEIGHT;
    before = last;
    last = id;
    history = model.history;
  }
  let { asks, lastPlural, subjectPlural } = from;
  if (slot.kind === 'noun' && slot.sets !== '') {
    cost += nounClash(asks, option);
    asks = '';
    lastPlural = option.num === 'pl';
    if (slot.sets === 'both') subjectPlural = lastPlural;
  } else if (slot.kind === 'verb') {
    const plural = slot.agrees === 'last' ? lastPlural : subjectPlural;
    if (slot.agrees !== '' && option.num !== '' && (option.num === 'pl') !== plural) cost += CLASH;
    asks = '';
  }
  if (cost > limit) return undefined;
  if (option.asks !== '') ({ asks } = option);
  else if (slot.kind === 'article') asks = '';
  return { cost, before, last, history, asks, lastPlural, subjectPlural, text: option.text, words: from.words + ids.length, back: from };
}

function nounClash(asks: Option['asks'], option: Option): number {
  switch (asks) {
    case 'sg':
      return option.num === 'sg' || option.num === '' ? 0 : CLASH;
    case 'pl':
      return option.num === 'sg' ? CLASH : 0;
    case 'this':
      return option.num === 'pl' ? CLASH : 0;
    case 'these':
      return option.num === 'sg' || option.num === 'un' ? CLASH : 0;
    case 'bare':
      return option.num === 'sg' ? 1.9 : 0;
    case 'few':
      return option.num === 'sg' ? 0.5 : 0;
    case '':
      return 0;
  }
}

/** Words as the model counts them: lower case, `'s` and marks apart. */
function splitWords(text: string): readonly string[] {
  return text.toLowerCase().match(/'s\b|[\p{L}\p{N}]+(?:[-.,'’][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu) ?? [];
}
