/** Quotation marks and brackets: which way a mark faces, and what closes what. */

import { isBlank, isWord } from './characters.ts';

/** Brackets further apart than this (in code units) are taken for slips and hide nothing. */
const REACH = 500;

/**
 * For the offset of each `(` or `[`, the offset of what closes it, 0 where nothing does within
 * reach. `undefined` where the text has no bracket at all.
 */
export function matchBrackets(text: string): Int32Array | undefined {
  if (!text.includes('(') && !text.includes('[')) return undefined;
  const closing = new Int32Array(text.length);
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x28 || code === 0x5b) open.push(at);
    else if (code === 0x29 || code === 0x5d) {
      const from = open.pop();
      if (from !== undefined && at - from <= REACH) closing[from] = at;
    }
  }
  return closing;
}

/**
 * True if the double quotation mark at `at` closes: a blank before it says no, a blank after it
 * says yes, and between two words it is what the marks before it make it.
 */
export function closesQuote(text: string, at: number, isOpen: boolean): boolean {
  const code = text.charCodeAt(at);
  const blankBefore = at === 0 || isBlank(text.charCodeAt(at - 1));
  const blankAfter = at + 1 >= text.length || isBlank(text.charCodeAt(at + 1));
  if (blankBefore !== blankAfter) return blankAfter;
  if (code === 0x201c) return false;
  if (code === 0x201d && blankBefore) return true;
  if (!blankBefore && isOpeningBracket(text.charCodeAt(at - 1))) return false;
  if (!blankAfter && !isWord(text, at + 1) && !isOpeningBracket(text.charCodeAt(at + 1))) return true;
  return isOpen;
}

export function isOpeningBracket(code: number): boolean {
  return code === 0x28 || code === 0x5b || code === 0x7b;
}
