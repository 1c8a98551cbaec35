/**
 * Indonesian sentence boundaries.
 *
 * An own scan proposes the places, not `Intl.Segmenter`, for three measured reasons: over one long
 * line V8's segmenter is quadratic (1 MB of short sentences: 104 s of CPU; here: well under one);
 * it never proposes `selesai.Kemudian` or a place after `…`; and it has no key to turn suppressions
 * on, so every rule would have to be written anyway.
 */

import { settingAbbreviations } from './abbreviations.ts';
import { boundaryAfter } from './boundary.ts';
import { isBlank, isLower, isTerminal, isWord, pointAt } from './characters.ts';
import { closesQuote, matchBrackets } from './pairs.ts';
import type { Sentence } from './sentence.ts';

/** Offsets in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface SplitOptions {
  /** More abbreviations, with or without the full stop: `Kabid.` stands before a name, as `Dr.` does. */
  readonly abbreviations?: readonly string[];
}

// `(Baca juga: …)` between two sentences is one of its own, full stop or not.
const READ_ALSO = /^\((?:Baca|Lihat|Simak|Tonton)\b/;

/**
 * The sentences of one paragraph: trimmed, in order, without overlap; together they hold every
 * character that is not blank. U+FFFC (a sealed piece of markup) counts as a word; a line break is
 * a blank. Linear in the length of `text`; throws nothing.
 */
export function splitSentences(text: string, options: SplitOptions = {}): readonly Span[] {
  const extra = settingAbbreviations(options.abbreviations ?? []);
  const brackets = matchBrackets(text);
  const spans: Span[] = [];
  let sentence = beginAt(skipBlanks(text, 0), false);
  let at = sentence.start;
  while (at < text.length) {
    if (at >= sentence.start && sentence.firstWord < 0 && isWord(text, at)) {
      sentence.firstWord = at;
      sentence.lowerCase = isLower(pointAt(text, at));
    }
    const code = text.charCodeAt(at);
    if (isTerminal(code)) {
      const stop = skipTerminals(text, at);
      const end = sentence.firstWord < 0 ? -1 : boundaryAfter(text, at, stop, sentence, extra);
      if (end >= 0) {
        spans.push({ start: sentence.start, end });
        sentence = beginAt(skipBlanks(text, end), sentence.quoteOpen);
      }
      at = stop;
      continue;
    }
    if (code === 0x29 && brackets?.[sentence.start] === at && READ_ALSO.test(text.slice(sentence.start, sentence.start + 8))) {
      spans.push({ start: sentence.start, end: at + 1 });
      sentence = beginAt(skipBlanks(text, at + 1), sentence.quoteOpen);
    } else if (code === 0x22 || (code >= 0x201c && code <= 0x201f)) sentence.quoteOpen = !closesQuote(text, at, sentence.quoteOpen);
    else if (brackets !== undefined && (code === 0x28 || code === 0x5b)) {
      const close = brackets[at] ?? 0;
      // Brackets inside a sentence hide the full stops in them; a bracketed sentence of its own does not.
      if (close > 0 && sentence.firstWord >= 0 && sentence.firstWord < at) sentence.hiddenUntil = Math.max(sentence.hiddenUntil, close);
    }
    at++;
  }
  const end = trimEnd(text, sentence.start);
  if (end > sentence.start) spans.push({ start: sentence.start, end });
  return spans;
}

function beginAt(start: number, quoteOpen: boolean): Sentence {
  return { start, firstWord: -1, lowerCase: false, quoteOpen, hiddenUntil: -1, listNumber: 0 };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function skipTerminals(text: string, from: number): number {
  let at = from;
  while (at < text.length && isTerminal(text.charCodeAt(at))) at++;
  return at;
}

function trimEnd(text: string, start: number): number {
  let end = text.length;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}
