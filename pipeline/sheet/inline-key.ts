/** One string for one meaning of an inline tree: what fingerprints are made of and rows are matched by. */

import { inlineSignature } from '../formats/inline-keys.ts';
import type { Inline } from '../model.ts';
import { sealWords } from './seal-words.ts';

/**
 * Equal for two trees that read the same: blanks collapsed, marks by `same` and not by number or
 * spelling, an address typed as words like one that is sealed, and Unicode in NFC, because some editor programs save in another form. A no-break space
 * is a character like others: to put one in is an edit.
 */
export function inlineKey(inline: Inline): string {
  return inlineSignature(sealWords(inline)).normalize('NFC');
}

/** True where there is neither a word nor a piece of markup that stands for itself. */
export function isBlank(inline: Inline): boolean {
  return inlineSignature(inline) === '';
}
