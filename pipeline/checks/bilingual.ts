/** Port: what is known of words in both languages, for the checks to judge by. The checks do not know who knows it. */

export interface Rendered {
  /** Stems of the English words that stand for it. */
  readonly stems: ReadonlySet<string>;
  /** How often one of them did, where it was counted: from 0 to 1. */
  readonly share: number | undefined;
}

export interface Bilingual {
  /** What an Indonesian word (lower case) may be in English; undefined where nothing is known of it. */
  rendered(word: string): Rendered | undefined;
  /** The stem of an English word (lower case): the same for `say`, `says` and `said`. */
  stem(word: string): string;
}
