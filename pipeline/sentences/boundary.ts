/** Decides whether a sentence ends at a run of `.`, `!`, `?`, `…`. */

import { endingOf, isInitials } from './abbreviations.ts';
import type { Ending } from './abbreviations.ts';
import { firstWord, isDotted, readBefore, readLeft, readNext, secondWord } from './around.ts';
import type { Left, Next } from './around.ts';
import { isBlank } from './characters.ts';
import { readClosers } from './closers.ts';
import { gluedBoundary } from './glued.ts';
import type { Sentence } from './sentence.ts';
import { isFunctionWord, isMarkedName, isOpener, isSaying, isSmallName, isSmallTitle, isSpeaker, numbersHeading, takesLetter } from './words.ts';

/**
 * The offset where the sentence ends (after closing quotes, brackets and footnote marks), or -1 if
 * none ends at the run `from`..`to`. `extra` holds the setting's abbreviations.
 */
export function boundaryAfter(text: string, from: number, to: number, sentence: Sentence, extra: ReadonlySet<string>): number {
  const { end, quote } = readClosers(text, to, sentence.quoteOpen);
  if (end >= text.length) return -1;
  const left = readLeft(text, from, sentence.start);
  if (!isBlank(text.charCodeAt(end))) {
    return from < sentence.hiddenUntil ? -1 : gluedBoundary(text, to, end, left, sentence, extra);
  }
  const next = readNext(text, end);
  if (next.kind === 'none') return -1;
  const kind = kindOf(text, from, to);
  const ending = kind === 'dot' ? endingOf(left.token, extra) : undefined;
  if (from < sentence.hiddenUntil) {
    // `(lihat halaman 3.) Polisi …`: the sentence can end nowhere else.
    const lastInside = kind === 'dot' && ending === undefined && !isInitials(left.token) && end > sentence.hiddenUntil;
    return lastInside && next.kind === 'upper' && isOpener(next) ? end : -1;
  }
  if (quote && (next.dash || (next.kind === 'upper' && !next.doubleQuote && !next.bracket && isAttribution(next)))) return -1;
  const starts = canStart(next, kind, quote, left, sentence);
  if (!starts) return -1;
  if (kind === 'strong') return left.token !== '' && isMarkedName(left.token) ? -1 : end;
  if (kind === 'ellipsis') return next.kind === 'digit' && !next.doubleQuote ? -1 : end;
  return dotEnds(text, left, next, ending, quote, sentence) ? end : -1;
}

function kindOf(text: string, from: number, to: number): 'strong' | 'ellipsis' | 'dot' {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x2e && code !== 0x2026 && code !== 0x3002) return 'strong';
  }
  return to - from > 1 || text.charCodeAt(from) === 0x2026 ? 'ellipsis' : 'dot';
}

/** `Kata dia.`, `Ujarnya.`, `Tanya Budi.` after a closing quotation mark. */
function isAttribution(next: Next): boolean {
  if (!isSaying(firstWord(next))) return false;
  if (/^(?!Tanya$).*nya$/u.test(firstWord(next))) return secondWord(next) === '' || /^\p{Lu}/u.test(secondWord(next));
  return isSpeaker(secondWord(next)) || /^\p{Lu}/u.test(secondWord(next));
}

/** What follows can begin a sentence, whatever stood before. */
function canStart(next: Next, kind: 'strong' | 'ellipsis' | 'dot', quote: boolean, left: Left, sentence: Sentence): boolean {
  switch (next.kind) {
    case 'upper':
    case 'digit':
      return true;
    case 'lower':
      if (isSmallName(firstWord(next)) || next.bullet) return true;
      // `Kata dia. dr. Rina menambahkan …`
      if (isDotted(next) && isSmallTitle(firstWord(next)) && /^\p{Lu}/u.test(secondWord(next))) return !quote;
      if (quote) return false;
      if (next.doubleQuote || next.bracket) return kind !== 'ellipsis';
      // A chat without capitals: any word of some length ends a sentence there.
      return sentence.lowerCase && kind !== 'ellipsis' && (kind === 'strong' || /^\p{Ll}{3,}$/u.test(left.token));
    case 'none':
    case 'other':
      return false;
  }
}

/** A single full stop with a blank after it, before something that can begin a sentence. */
function dotEnds(text: string, left: Left, next: Next, ending: Ending | undefined, quote: boolean, sentence: Sentence): boolean {
  const { token, start } = left;
  // After a bracket, a quotation mark or a sign there is no abbreviation.
  if (token === '') return true;
  // A longer word that is in no list, without inner dots, is no number and no initial either.
  if (ending === undefined && token.length > 6 && !token.includes('.')) return true;
  const atStart = start <= sentence.firstWord;
  const before = atStart ? '' : readBefore(text, start, sentence.start);
  if (isListNumber(token, before, atStart, next, sentence)) return false;
  if (isHeadingNumber(text, token, before, start, sentence)) return false;
  // What a quotation ends with is a word: nothing of it follows.
  if (quote && !atStart) return true;
  if (isInitials(token) && (ending === undefined || ending === 'opener' || (ending === 'title' && token.length === 1))) return initialEnds(token, before, atStart, next);
  if (/^\p{Ll}$/u.test(token)) return !atStart && (takesLetter(before) || /\d$/u.test(before) || isOpenerAfter(next));
  if (ending === undefined) return true;
  return abbreviationEnds(ending, token, before, next);
}

function abbreviationEnds(ending: Ending, token: string, before: string, next: Next): boolean {
  switch (ending) {
    case 'never':
      return false;
    case 'number':
      return next.kind !== 'digit' && !isNumeral(firstWord(next));
    case 'roman':
      return !isNumeral(firstWord(next));
    case 'title':
      return isFunctionWord(next);
    case 'opener':
      return isOpenerAfter(next);
    case 'degree':
      if (isDegree(next)) return false;
      return before.endsWith(',') || isDegreeToken(before) ? !next.bracket : isOpenerAfter(next);
    case 'capital':
      // In a text of capitals a capital says nothing: `ANTON DKK. DITANGKAP`.
      if (isAllCapitals(token) && isAllCapitals(firstWord(next))) return isOpenerAfter(next);
      return !isDegree(next) && !next.bracket;
  }
}

/** `A. Yani`, `W.S. Rendra`; but `vitamin C. Warga`, `berinisial R. Polisi`. */
function initialEnds(token: string, before: string, atStart: boolean, next: Next): boolean {
  if (atStart) return false;
  // The platform, Malcolm X, Generation X, Hamengkubuwono X: no first name begins so.
  if (token === 'X') return true;
  const isSingle = token.length === 1;
  if (isSingle && (takesLetter(before) || /[\d°]$|^[IVX]+$/u.test(before))) return true;
  if (next.kind === 'digit') return isSingle && next.doubleQuote;
  return isFunctionWord(next) || isOpenerAfter(next);
}

function isOpenerAfter(next: Next): boolean {
  return !next.bracket && next.kind === 'upper' && isOpener(next);
}

/**
 * `1. Pertama` at the beginning, `: 1. Beras 2. Gula` inside: a number of an enumeration. Remembers
 * the number, for the next one.
 */
function isListNumber(token: string, before: string, atStart: boolean, next: Next, sentence: Sentence): boolean {
  if (next.doubleQuote && !atStart) return false;
  if (/^[IVXLC]{1,6}$/.test(token) || /^\d{1,2}(?:\.\d{1,2}){1,3}$/.test(token)) return atStart;
  if (!/^\d{1,3}$/.test(token)) return false;
  const number = Number(token);
  const isListed = atStart || (/:$/u.test(before) && number === 1) || (sentence.listNumber > 0 && number === sentence.listNumber + 1);
  if (isListed) sentence.listNumber = number;
  return isListed;
}

/** `Pasal 5. Ketentuan`, `BAB IV. Penutup`: the number of a heading, nothing else before it. */
function isHeadingNumber(text: string, token: string, before: string, start: number, sentence: Sentence): boolean {
  if (!/^(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])$/.test(token) || !numbersHeading(before)) return false;
  return start - sentence.firstWord <= before.length + 1 && text.startsWith(before, sentence.firstWord);
}

function isAllCapitals(word: string): boolean {
  return /^\p{Lu}{3,}$/u.test(word);
}

function isNumeral(word: string): boolean {
  return /^(?:[IVXLC]{1,6}|[A-Z]|[A-Z]{0,3}[-./]?\d.*)(?:[/.-].*)?$/.test(word);
}

function isDegree(next: Next): boolean {
  return !next.doubleQuote && isDegreeToken(firstWord(next));
}

function isDegreeToken(word: string): boolean {
  const ending = endingOf(word.replace(/[.,]+$/u, ''), NONE);
  return (ending === 'capital' || ending === 'degree') && /[A-Z]/.test(word);
}

const NONE: ReadonlySet<string> = new Set();
