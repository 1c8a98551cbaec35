/** What the scan knows of the sentence that it is in. */
export interface Sentence {
  readonly start: number;
  /** Offset of the first letter, digit or sealed piece; -1 before there is one. */
  firstWord: number;
  /** The first letter is a small one: a chat or a transcript without capitals. */
  lowerCase: boolean;
  /** A double quotation mark is open. */
  quoteOpen: boolean;
  /** Offset of the bracket that closes the part in which no sentence ends; -1 for none. */
  hiddenUntil: number;
  /** The last number of an enumeration inside the sentence (`: 1. … 2. …`); 0 for none. */
  listNumber: number;
}
