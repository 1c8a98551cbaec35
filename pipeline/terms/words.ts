/** Words of a tagged text with their places; tags are no part of words and never stand between them. */

import { TAG } from '../tagged.ts';

/** What stands before a word: blanks only, one hyphen, or punctuation without or with a blank. */
export const GAP = { blank: 0, hyphen: 1, glued: 2, apart: 3 } as const;

/** Part of a domain or e-mail address (`pse.kominfo.go.id`), or of a handle or hashtag (`@kominfo`). */
export const ADDRESS = { none: 0, domain: 1, handle: 2 } as const;

/** The words of one text; all arrays are of length `count`. Offsets are in the text without its tags. */
export interface Words {
  readonly count: number;
  readonly plain: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Lower case, NFC, straight apostrophes, no soft hyphens. */
  readonly folds: readonly string[];
  readonly gaps: readonly number[];
  /** The punctuation of a gap of kind `glued` or `apart`, without blanks; else empty. */
  readonly marks: readonly string[];
  readonly addresses: Uint8Array;
  /** Offset in the tagged text of a word's first character, from its offset in `plain`. */
  toStart(offset: number): number;
  /** Offset in the tagged text after a word's last character, from its offset in `plain`. */
  toEnd(offset: number): number;
}

/**
 * Splits `tagged` text into words: letters, marks, digits and low lines, with apostrophes inside a
 * word (`Jum'at`). Hyphens split. A sealed piece (`<x2/>`) is punctuation. Linear in the text.
 */
export function readWords(tagged: string): Words {
  const { plain, cuts } = cutTags(tagged);
  const lower = plain.toLowerCase();
  const aligned = lower.length === plain.length;
  const starts: number[] = [];
  const ends: number[] = [];
  const folds: string[] = [];
  const gaps: number[] = [];
  const marks: string[] = [];
  let end = 0;
  for (let start = nextWord(plain, 0); start < plain.length; start = nextWord(plain, end)) {
    const kind = start === 0 || (start === end + 1 && plain.charCodeAt(end) === BLANK) ? GAP.blank : gapKind(plain.slice(end, start));
    gaps.push(kind);
    marks.push(kind === GAP.glued || kind === GAP.apart ? plain.slice(end, start).replace(BLANKS, '') : '');
    end = wordEnd(plain, start);
    starts.push(start);
    ends.push(end);
    folds.push(tidy(aligned ? lower.slice(start, end) : plain.slice(start, end).toLowerCase()));
  }
  const addresses = findAddresses(plain, starts, ends, folds, gaps, marks);
  return {
    count: starts.length,
    plain,
    starts,
    ends,
    folds,
    gaps,
    marks,
    addresses,
    toStart: (offset) => offset + shiftAt(cuts, offset + 1),
    toEnd: (offset) => offset + shiftAt(cuts, offset),
  };
}

/** A word as two spellings of it are compared, case aside: NFC, straight apostrophes, no soft hyphens. */
export function tidy(word: string): string {
  return PLAIN_WORD.test(word) ? word : word.normalize('NFC').replace(APOSTROPHE, "'").replace(SOFT_HYPHEN, '');
}

/** `tagged` without its tags, blanks collapsed: how a piece of the source is shown. */
export function shown(tagged: string): string {
  if (!tagged.includes('<') && !UNEVEN.test(tagged)) return tagged;
  return cutTags(tagged).plain.replace(/\uFFFC/g, ' ').replace(BLANKS, ' ').trim();
}

const PLAIN_WORD = /^\w*$/;
const APOSTROPHE = /[’ʼ‘`´]/g;
const SOFT_HYPHEN = /\u00AD/g;
/** White space, and the zero-width characters that a CMS leaves between words. */
const BLANKS = /[\s\u200B\u200C\u2060]+/g;
const ONLY_BLANKS = /^[\s\u200B\u200C\u2060]+$/;
const SOME_BLANK = /[\s\u200B\u200C\u2060]/;
const UNEVEN = /^ | $| {2}|[^\S ]|[\u200B\u200C\u2060\uFFFC]/;
const BLANK = 32;

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}_\u00AD]/u;
const INNER_APOSTROPHE = "'’ʼ‘`´";
/** For each ASCII code whether it is part of a word. */
const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) => Number(WORD_CHARACTER.test(String.fromCharCode(code))));

/** How many code units of a word's character stand at `at`; 0 for none. Much faster here than a regular expression. */
function wordUnits(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_WORD[code] ?? 0;
  const point = text.codePointAt(at);
  if (point === undefined) return 0;
  return WORD_CHARACTER.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && wordUnits(text, at) === 0) at += 1;
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const units = wordUnits(text, at);
    if (units > 0) at += units;
    else if (at < text.length && INNER_APOSTROPHE.includes(text.charAt(at)) && wordUnits(text, at + 1) > 0) at += 1;
    else return at;
  }
}

function gapKind(gap: string): number {
  if (gap === '-' || gap === '‐' || gap === '‑' || gap === '–') return GAP.hyphen;
  if (ONLY_BLANKS.test(gap)) return GAP.blank;
  return SOME_BLANK.test(gap) ? GAP.apart : GAP.glued;
}

/**
 * A run of words without blanks is an address where a full stop stands between a word and at least two
 * small letters (`go.id`), or where `://` or `@` stands inside; a handle where it begins with `@` or `#`.
 */
function findAddresses(
  plain: string,
  starts: readonly number[],
  ends: readonly number[],
  folds: readonly string[],
  gaps: readonly number[],
  marks: readonly string[],
): Uint8Array {
  const found = new Uint8Array(starts.length);
  let first = 0;
  let kind: number = ADDRESS.none;
  for (let at = 0; at <= starts.length; at += 1) {
    const gap = gaps[at];
    if (at === starts.length || gap === GAP.blank || gap === GAP.apart) {
      if (kind !== ADDRESS.none) found.fill(kind, first, at);
      first = at;
      kind = ADDRESS.none;
    }
    const mark = marks[at];
    if (mark === undefined || mark === '') continue;
    if (at === first) {
      if (/[@#]$/.test(plain.slice((starts[at] ?? 1) - 1, starts[at]))) kind = ADDRESS.handle;
    } else if (kind !== ADDRESS.none) continue;
    else if (mark === '@' || mark === '://') kind = ADDRESS.domain;
    else if (mark === '.' && /^\p{Ll}{2}/u.test(plain.slice(starts[at], ends[at])) && /\p{L}/u.test(folds[at - 1] ?? '')) {
      kind = ADDRESS.domain;
    }
  }
  return found;
}

/** Where tags were taken out: from plain offset `at` on, `shift` characters are missing in all. */
interface Cut {
  readonly at: number;
  readonly shift: number;
}

function cutTags(tagged: string): { plain: string; cuts: readonly Cut[] } {
  if (!tagged.includes('<')) return { plain: tagged, cuts: [] };
  const cuts: Cut[] = [];
  let plain = '';
  let from = 0;
  let shift = 0;
  for (const match of tagged.matchAll(TAG)) {
    plain += tagged.slice(from, match.index);
    from = match.index + match[0].length;
    shift += match[0].length;
    if (match[2] === 'x') {
      plain += '\uFFFC';
      shift -= 1;
    }
    cuts.push({ at: plain.length, shift });
  }
  return { plain: plain + tagged.slice(from), cuts };
}

/** What is missing in all before plain offset `offset`: the last cut with `at` below it. */
function shiftAt(cuts: readonly Cut[], offset: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.at ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return cuts[low - 1]?.shift ?? 0;
}
