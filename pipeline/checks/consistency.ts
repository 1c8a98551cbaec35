/**
 * One sentence has one English in all articles that are checked together. The same words in a headline are another
 * sentence, and so are they where a term stands there for the first time.
 */

import { wordsOf } from './words.ts';

/** Where a sentence stands. */
export interface Place {
  readonly file: string;
  readonly line: number | undefined;
  readonly row: string;
}

export interface Inconsistency {
  /** The row to look at: never one that is approved. */
  readonly place: Place;
  readonly message: string;
}

export interface Consistency {
  /** What the English of the sentence `key` (base64url, 8 characters or more) shows after all that was seen before. */
  see(key: string, english: string, place: Place, approved: boolean): Inconsistency | undefined;
}

/** Answers (`Ya, benar.`) may be said in many ways. */
const FEWEST_WORDS = 4;

/** Keeps about a hundred bytes a sentence, so that an archive of millions of them can be gone through. */
export function createConsistency(): Consistency {
  const known = new Map<number, number>();
  const forms: number[] = [];
  const approvals: boolean[] = [];
  const [files, lines, rows]: [string[], (number | undefined)[], string[]] = [[], [], []];
  return {
    see(key, english, place, approved) {
      if (wordsOf(english).length < FEWEST_WORDS) return undefined;
      const number = Buffer.from(key.slice(0, 8), 'base64url').readUIntBE(0, 6);
      const form = formOf(english);
      const at = known.get(number);
      if (at === undefined) {
        known.set(number, forms.push(form) - 1);
        approvals.push(approved);
        files.push(place.file);
        lines.push(place.line);
        rows.push(place.row);
        return undefined;
      }
      if (forms[at] === form || (approved && approvals[at] === true)) return undefined;
      const first: Place = { file: files[at] ?? '', line: lines[at], row: rows[at] ?? '' };
      const [wrong, other] = approved ? [first, place] : [place, first];
      return { place: wrong, message: `Unexpected wording, expected that of the same sentence in ${other.file === wrong.file ? '' : `${other.file} `}row ${other.row}` };
    },
  };
}

/** A number for a wording, blanks and case of letters apart (FNV-1a, 32 bits). */
function formOf(english: string): number {
  let hash = 0x811c9dc5;
  for (const { text } of wordsOf(english)) {
    for (let at = 0; at <= text.length; at += 1) hash = Math.imul(hash ^ (at === text.length ? 32 : text.toLowerCase().charCodeAt(at)), 0x01000193);
  }
  return hash >>> 0;
}
