/** One string for one meaning of an inline tree: what fingerprints are made of and rows are matched by. */

import { inlineFromCell, inlineToCell } from '../formats/inline-cell.ts';
import { inlineSignature } from '../formats/inline-keys.ts';
import type { Inline, MarkType } from '../model.ts';
import { sealWords } from './seal-words.ts';

/** Pieces without brackets of their own: beside other words a cell may need a blank, or cannot hold them as one piece. */
const BARE: ReadonlySet<MarkType> = new Set<MarkType>(['autolink', 'email', 'literal', 'footnote']);

/**
 * Equal for two trees that read the same: blanks collapsed, marks by `same` and not by number or
 * spelling, an address typed as words like one that is sealed, and Unicode in NFC, because some
 * editor programs save in another form. A no-break space is a character like others: to put one in
 * is an edit. Where there is an address, the key is that of what a cell gives back, which is all
 * that can be compared later; that costs a parse.
 */
export function inlineKey(inline: Inline): string {
  const sealed = sealWords(inline);
  const seen = sealed.marks.some((mark) => BARE.has(mark.type)) ? inlineFromCell(inlineToCell(sealed, 'table'), sealed.marks) : sealed;
  return inlineSignature(seen).normalize('NFC');
}

/** True where there is neither a word nor a piece of markup that stands for itself. */
export function isBlank(inline: Inline): boolean {
  return inlineSignature(inline) === '';
}
