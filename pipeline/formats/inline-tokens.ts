/** Words and marks that are to be written, and how carefully. */

import type { Inline, Mark } from '../model.ts';
import type { Bit } from './inline-align.ts';
import type { Place } from './inline-escape.ts';

export type Token =
  | { readonly kind: 'text'; readonly bits: readonly Bit[] }
  | { readonly kind: 'open' | 'close' | 'sealed'; readonly mark: Mark };

/** How a mark stands in the source, edits inside it included. */
export interface Spelled {
  readonly open: string;
  /** Between `open` and `close`, where the label of a reference is its text: changed, the reference needs `full`. */
  readonly inner?: string;
  readonly close: string;
  readonly full: string;
  /** Where it ends in the source. */
  readonly end: number;
}

export interface SpellPlace {
  readonly place: Place;
  readonly inCell: boolean;
  readonly quote: string;
  /** Marks of the source by number; others are spelled by their own `open` and `close`. */
  readonly marks: ReadonlyMap<number, Spelled>;
}

/**
 * 0: as few escapes as can be. 1: a backslash before every mark of punctuation, markers of emphasis
 * chosen so that they cannot be read otherwise. 2: character references instead of backslashes.
 * 3: emphasis left out. 4: every pair left out, blanks before sealed pieces. 5: words alone.
 */
export const LEVELS = [0, 1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export interface Spelling {
  readonly text: string;
  /** What must be read from `text`. */
  readonly intended: Inline;
}
