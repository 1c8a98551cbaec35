/** The words round a full stop, read within a bound so that no text costs more than its length. */

import { SEALED, isBlank, isBullet, isCaseless, isDigit, isLower, isUpper, isWord, pointAt } from './characters.ts';
import { isDoubleQuote, isQuote } from './closers.ts';
import { isOpeningBracket } from './pairs.ts';

/** No word is longer, for these rules; also the most blanks and marks that are read over. */
const BOUND = 48;

export interface Left {
  /** The token before the full stop, inner dots, hyphens and slashes included: `W.S`, `pse.kominfo.go.id`; empty after a bracket or quote. */
  readonly token: string;
  readonly start: number;
}

export function readLeft(text: string, dot: number, sentenceStart: number): Left {
  const least = Math.max(sentenceStart, dot - BOUND);
  let start = dot;
  while (start > least && isTokenPart(text, start - 1)) start--;
  // An apostrophe in front is a quotation mark.
  while (start < dot && isQuote(text.charCodeAt(start))) start++;
  return { token: text.slice(start, dot), start };
}

/** The word before `at` with all that is glued to it: `Santoso,`. */
export function readBefore(text: string, at: number, sentenceStart: number): string {
  const least = Math.max(sentenceStart, at - BOUND);
  let end = at;
  while (end > least && isBlank(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > least && !isBlank(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

export type NextKind = 'none' | 'upper' | 'lower' | 'digit' | 'other';

export interface Next {
  readonly kind: NextKind;
  /** Where the first word stands; read with `firstWord` where a rule asks for it, for most do not. */
  readonly text: string;
  readonly at: number;
  /** What stands before the word. */
  readonly doubleQuote: boolean;
  readonly bracket: boolean;
  readonly dash: boolean;
  readonly bullet: boolean;
}

/** What follows from `from` on: marks first, then a word. */
export function readNext(text: string, from: number): Next {
  let at = from;
  let doubleQuote = false;
  let bracket = false;
  let dash = false;
  let bullet = false;
  let isMention = false;
  for (let step = 0; at < text.length && step < BOUND; step++) {
    const code = text.charCodeAt(at);
    if ((code === 0x40 || code === 0x23) && isWord(text, at + 1)) isMention = true;
    if (isDoubleQuote(code) || code === 0xab) doubleQuote = true;
    else if (isOpeningBracket(code)) bracket = true;
    else if (code === 0x2d || code === 0x2013 || code === 0x2014) dash = true;
    else if (code === 0x2a || isBullet(text.charAt(at)) || isBulletPair(text, at)) bullet = true;
    else if (!isBlank(code) && !isLeadingMark(code)) break;
    at += isBulletPair(text, at) ? 2 : 1;
  }
  const point = pointAt(text, at);
  const kind = isMention ? 'upper' : kindOf(point);
  return {
    text,
    at,
    kind,
    doubleQuote,
    bracket,
    dash,
    bullet,
  };
}

/** The first word, full stops inside it kept: `Orang-orang`, `M.H`. */
export function firstWord({ text, at }: Next): string {
  return bare(text.slice(at, wordEnd(text, at)));
}

/** The word after it, for openers of two words (`Hari ini`). */
export function secondWord({ text, at }: Next): string {
  const second = skipBlanks(text, wordEnd(text, at));
  return bare(text.slice(second, wordEnd(text, second)));
}

/** A full stop follows the first word. */
export function isDotted({ text, at }: Next): boolean {
  return text.charCodeAt(wordEnd(text, at) - 1) === 0x2e;
}

function kindOf(point: string): NextKind {
  if (point === '') return 'none';
  if (isUpper(point)) return 'upper';
  if (isLower(point)) return 'lower';
  const code = point.charCodeAt(0);
  if (isDigit(code)) return 'digit';
  // Scripts without capitals and sealed pieces may begin a sentence.
  if (code === SEALED || isCaseless(point)) return 'upper';
  return 'other';
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < BOUND && (isTokenPart(text, end) || text.charCodeAt(end) === 0x3a)) end++;
  return end;
}

function bare(word: string): string {
  return word.replace(/[.:'’]+$/u, '');
}

function isTokenPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  switch (code) {
    case 0x26: // &
    case 0x27: // '
    case 0x2d: // -
    case 0x2e: // .
    case 0x2f: // /
    case 0x40: // @
    case 0x5f: // _
    case 0xb0: // °
    case 0x2019: // ’
      return true;
    case 0x2c: // a decimal comma
      return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
  }
  // The low half of a surrogate pair is read with its high half.
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && isWord(text, at - 1);
  return isWord(text, at);
}

/** `#`, `@`, `$`, `+`, `¿`, `¡`, `~`, `_`, single quotes, currency: marks that a word may wear in front. */
function isLeadingMark(code: number): boolean {
  switch (code) {
    case 0x23:
    case 0x40:
    case 0x24:
    case 0x2b:
    case 0xbf:
    case 0xa1:
    case 0x7e:
    case 0x5f:
    case 0xb1:
    case 0xa3:
    case 0xa5:
    case 0x20ac:
    case 0x2026:
    case 0x2e:
      return true;
  }
  return isQuote(code);
}

function isBulletPair(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0xd800 && isBullet(pointAt(text, at));
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < BOUND && isBlank(text.charCodeAt(at))) at++;
  return at;
}
