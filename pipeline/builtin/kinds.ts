/** The plain data that goes from stage to stage of the engine. Everything here can be printed. */

/** Parts of speech of the word lists; `name`, `punct` and `value` are given by the engine only. */
export const POS = [
  'n', 'v', 'a', 'adv', 'prep', 'conj', 'pron', 'num', 'det', 'cl', 'mod', 'neg', 'part', 'int', 'q', 'np', 'adj', 'clause',
] as const;
export type ListedPos = (typeof POS)[number];
export type Pos = ListedPos | 'name' | 'punct' | 'value';

/** How a noun may stand: countable, uncountable (`~`), always plural (`^`). */
export type Count = 'count' | 'mass' | 'plural';

/** One way to say a form in English, in base form. */
export interface Rendering {
  readonly text: string;
  /** What choosing it costs before the context is seen; about the negative natural logarithm of its share. */
  readonly cost: number;
  readonly count: Count;
  /** What its plural costs where the source says nothing of number, if that was seen often enough. */
  readonly many: number | undefined;
  /** A verb that takes no object. */
  readonly intransitive: boolean;
  /** When to use it, in the words of the list; empty where nothing is said. */
  readonly hint: string;
}

export type TokenKind = 'word' | 'punct' | 'value' | 'keep' | 'term' | 'sealed';

/** A piece of the source: a word, a mark, or something that passes whole (a value, an address, a term). */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly lower: string;
  /** Offsets in the tagged text. */
  readonly start: number;
  readonly end: number;
  /** Whether blank space stands before it. */
  readonly gap: boolean;
  /** The pairs of tags it stands in, outermost first. */
  readonly path: readonly number[];
  readonly shape: Shape;
  /** What stands for it in English, where that is settled already. */
  readonly english: string | undefined;
  /** For a value: what it counts as in a sentence (`number`, `date` …). */
  readonly value: string | undefined;
  /** For a value: what is written in place of `english`, where the house has another form. */
  readonly styled: string | undefined;
}

export type Shape = 'lower' | 'capital' | 'upper' | 'mixed' | 'none';

/** `bare`: a verb stem without a voice prefix, as in commands and after an agent pronoun. */
export type Voice = 'active' | 'passive' | 'bare' | 'none';

/** One way to understand a form of the source. */
export interface Reading {
  /** The list entry or stem it rests on. */
  readonly form: string;
  readonly pos: Pos;
  readonly voice: Voice;
  readonly renderings: readonly Rendering[];
  /** What believing it costs. */
  readonly cost: number;
  /** How it was found, for the trace. */
  readonly how: string;
  readonly plural: boolean;
  /** A possessor or agent hanging on the word. */
  readonly clitic: 'nya' | 'ku' | 'mu' | '';
  /** An agent in front: `ku-`, `kau-`. */
  readonly agent: 'ku' | 'kau' | '';
  /** `most` (ter- on an adjective), `as` (se-). */
  readonly degree: 'most' | 'as' | '';
  /** False where no list and no rule knew the form. */
  readonly known: boolean;
}

/** A reading of the tokens from its place in the lattice up to `to`. */
export interface Edge {
  readonly to: number;
  readonly reading: Reading;
}

/** A stretch of tokens understood in one way. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  readonly reading: Reading;
  /** The source words as they stand, lower case. */
  readonly lower: string;
  /** A capital in the source that English keeps too (not one that only begins a sentence). */
  readonly capital: boolean;
}

/** Grammatical number of an English option: `un` takes neither `a` nor a plural. */
export type Num = 'sg' | 'pl' | 'un' | '';

/** One wording for one place of the English sentence. */
export interface Option {
  readonly text: string;
  readonly cost: number;
  /** The number it has (a noun), or agrees with (a verb). */
  readonly num: Num;
  /** What it asks of the noun that follows (an article, a numeral); `few`: as `bare`, where a headline may leave out more; `this` and `these` of what can and can't be counted. */
  readonly asks: 'sg' | 'pl' | 'this' | 'these' | 'bare' | 'few' | '';
}

export type SlotKind = 'word' | 'article' | 'noun' | 'verb' | 'punct' | 'fixed';

/** One place of the English sentence, in English order, with what may stand there. */
export interface Slot {
  readonly kind: SlotKind;
  readonly options: readonly Option[];
  /** The unit it speaks for; -1 for a word that only English needs. */
  readonly unit: number;
  /** The token whose tags it carries; -1: those of its neighbours. */
  readonly token: number;
  /** For a verb: the token of its first marker (`belum`), whose tags the auxiliaries carry; -1 where there is none. */
  readonly lead: number;
  /** A noun whose number later verbs follow; `both` also becomes the number of the clause's subject. */
  readonly sets: '' | 'last' | 'both';
  /** Which noun a verb agrees with. */
  readonly agrees: '' | 'last' | 'subject';
  /** Written without a blank before it. */
  readonly glued: boolean;
}

export interface Explained {
  readonly stage: string;
  readonly lines: readonly string[];
}
