/** What is glued to the end of a sentence: closing quotes and brackets, footnote marks, emoji. */

import { SEALED, isBlank, isEmoji, isSuperscript, isWord, pointAt } from './characters.ts';
import { closesQuote } from './pairs.ts';

const FOOTNOTE = /\[(?:\d{1,3}|[a-z*]|catatan \d{1,3})\]/y;
const HASHTAGS = /(?:[#][\p{L}\p{N}_]{1,80}\s*){1,40}/uy;
// `(red)`, `(lihat grafik)`, `(Bremer, 1998)`: an aside to the sentence before it.
const ASIDE = /\((?:\p{Ll}[^().!?…]{0,80}|[^().!?…]{1,60}, \d{4}[a-z]?)\)/uy;
const CREDIT = /^\([\p{L}\d/.-]+\)$/u;

export interface Closers {
  /** Where the sentence would end. */
  readonly end: number;
  /** A quotation closes here. */
  readonly quote: boolean;
}

/** Reads on from `from`, just after the full stop. */
export function readClosers(text: string, from: number, quoteOpen: boolean): Closers {
  let end = from;
  let quote = false;
  let open = quoteOpen;
  for (;;) {
    const glued = gluedCloser(text, end, open);
    if (glued > end) {
      if (isDoubleQuote(text.charCodeAt(end))) open = false;
      if (isQuote(text.charCodeAt(end))) quote = true;
      end = glued;
      continue;
    }
    const apart = closerAfterBlank(text, end, open);
    if (apart <= end) return { end, quote };
    if (isDoubleQuote(text.charCodeAt(apart - 1))) {
      open = false;
      quote = true;
    }
    end = apart;
  }
}

export function isQuote(code: number): boolean {
  return isDoubleQuote(code) || code === 0x27 || code === 0x2018 || code === 0x2019 || code === 0xbb || code === 0xab || code === 0x203a;
}

export function isDoubleQuote(code: number): boolean {
  return code === 0x22 || (code >= 0x201c && code <= 0x201f);
}

/** The offset after the closer at `at`, or `at` if there is none. */
function gluedCloser(text: string, at: number, open: boolean): number {
  const code = text.charCodeAt(at);
  switch (code) {
    case 0x29: // )
    case 0x5d: // ]
    case 0x7d: // }
    case 0xbb: // »
    case 0x203a: // ›
    case 0x2a: // *
    case 0x5f: // _
    case 0x7e: // ~
      return at + 1;
    case 0x27: // '
    case 0x2019: // ’
      return isWord(text, at + 1) ? at : at + 1;
    case 0x5b: // [
      return matchAt(FOOTNOTE, text, at);
    case SEALED:
      // A footnote mark of the source, sealed.
      return isWord(text, at + 1) ? at : at + 1;
  }
  if (isDoubleQuote(code)) return closesQuote(text, at, open) ? at + 1 : at;
  if (code > 0xb1) {
    if (isSuperscript(text, at)) return at + 1;
    const point = pointAt(text, at);
    if (isEmoji(point) || code === 0xfe0f || code === 0x200d) return at + point.length;
  }
  return at;
}

/** Closers that stand off by a blank: a lost quotation mark, a footnote, emoji, hashtags, an aside. */
function closerAfterBlank(text: string, end: number, open: boolean): number {
  let at = end;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  if (at === end || at >= text.length) return end;
  const code = text.charCodeAt(at);
  const last = at + 1 >= text.length;
  if (isDoubleQuote(code) && (last || isBlank(text.charCodeAt(at + 1)))) return open || last ? at + 1 : end;
  if ((code === 0x29 || code === 0x5d) && (last || isBlank(text.charCodeAt(at + 1)))) return at + 1;
  if (code === 0x5b) return orEnd(matchAt(FOOTNOTE, text, at), at, end);
  if (code === 0x28) {
    const after = matchAt(ASIDE, text, at);
    // At the end of the paragraph a single word, `(ant)`, is the agency's mark: a piece of its own.
    if (after === at || (after >= text.length && CREDIT.test(text.slice(at, after)))) return end;
    return after >= text.length || /^\s+["“(]?[\p{Lu}\d]/u.test(text.slice(after, after + 8)) ? after : end;
  }
  if (code === 0x23) return hashtagsEnd(text, at, end);
  const point = pointAt(text, at);
  return isEmoji(point) ? at + point.length : end;
}

/** Hashtags close the post that they follow, unless the sentence goes on with them: `#SaveKPK kembali ramai`. */
function hashtagsEnd(text: string, at: number, end: number): number {
  const after = matchAt(HASHTAGS, text, at);
  if (after === at) return end;
  if (after < text.length && !/^["”“\p{Lu}]/u.test(text.slice(after, after + 2))) return end;
  let stop = after;
  while (isBlank(text.charCodeAt(stop - 1))) stop--;
  return stop;
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function orEnd(after: number, at: number, end: number): number {
  return after > at ? after : end;
}
