/** First stage: tagged text into tokens. */

import type { ValueStyle } from '../values/write.ts';
import type { Shape, Token, TokenKind } from './kinds.ts';
import { valuesOf } from './numbers.ts';
import { readData, rowsOf } from './tables.ts';
import { findTags } from './tags.ts';
import type { PairOf, Tag } from './tags.ts';

export interface TermSpan {
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  /** The pairs of tags in source order, with the pair each stands in. */
  readonly pairs: readonly PairOf[];
}

/** A stretch that passes as one token. */
interface Span extends Said {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

/** The English of a token that passes whole. */
type Said = Pick<Token, 'english' | 'value' | 'styled'>;

const OPEN: Said = { english: undefined, value: undefined, styled: undefined };

// Addresses of the net, handles and tags pass as they are. Each alternative is anchored by a literal or
// bounded, so that a long line costs linear time.
const KEEP =
  /https?:\/\/[^\s<>"]{1,2000}|www\.[^\s<>"]{1,2000}|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}|[#@][\p{L}\p{N}_]{1,100}|(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]{1,63}\.){1,6}(?:com|id|org|net|info|io|tv|app|news|example)(?:\/[^\s<>"]{0,2000})?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]{0,15}&\p{Lu}[\p{L}\p{N}]{0,15}(?![\p{L}\p{N}])/gu;
/** What every such piece has in it: most sentences have none and are spared the search. */
const MAY_KEEP = /[@#&]|:\/\/|www\.|[\p{L}\p{N}-]\.[a-z]/u;
// `M. Wibowo`: an initial keeps its dot.
const WORD = /(?:\p{L}\.){2,6}(?!\p{L})|(?<![\p{L}\p{N}])\p{Lu}\.(?= \p{Lu}\p{Ll})|[\p{L}\p{M}\p{N}]+(?:['’ʼ\u2010\u2011-][\p{L}\p{M}\p{N}]+)*/uy;
const BLANK = /[\s\u00a0\u200b]+/uy;
const DOTS = /\.{2,}|[-–—]{2,}|[?!]{2,}/uy;

/** Tokens of `text`; `terms` (offsets in `text`, apart from one another) pass as one token each. */
export function tokenize(text: string, terms: readonly TermSpan[], style: ValueStyle = {}): Tokens {
  const tags = findTags(text);
  const spans = mergeSpans(text, tags, terms, style);
  const tokens: Token[] = [];
  const pairs: PairOf[] = [];
  const stack: number[] = [];
  let nextTag = 0;
  let nextSpan = 0;
  let gap = false;
  let at = 0;
  const add = (kind: TokenKind, end: number, { english, value, styled }: Said = OPEN): void => {
    const source = text.slice(at, end);
    tokens.push({ kind, text: source, lower: kind === 'word' && !/^\p{Lu}{2,}$/u.test(source) ? usual(source.toLowerCase()) : source.toLowerCase(), start: at, end, gap, path: [...stack], shape: shapeOf(source), english, value, styled });
    gap = false;
    at = end;
  };
  while (at < text.length) {
    const tag = tags[nextTag];
    if (tag !== undefined && tag.start <= at) {
      nextTag += 1;
      if (tag.kind === 'sealed') add('sealed', tag.end, { ...OPEN, english: text.slice(tag.start, tag.end) });
      else if (tag.kind === 'open') {
        pairs.push({ id: tag.id, parent: stack.at(-1) });
        stack.push(tag.id);
      } else stack.pop();
      at = tag.end;
      continue;
    }
    while ((spans[nextSpan]?.start ?? Infinity) < at) nextSpan += 1;
    const span = spans[nextSpan];
    if (span?.start === at) {
      nextSpan += 1;
      add(span.kind, span.end, span.styled === span.english ? { ...span, styled: undefined } : span);
      continue;
    }
    const limit = Math.min(tag?.start ?? text.length, span?.start ?? text.length);
    const blank = run(BLANK, text, at, limit);
    if (blank > at) {
      gap = true;
      at = blank;
      continue;
    }
    const word = run(WORD, text, at, limit);
    if (word > at) add('word', word);
    else add('punct', Math.max(run(DOTS, text, at, limit), Math.min(limit, at + charLength(text, at))));
  }
  return { tokens, pairs };
}

let spellings: ReadonlyMap<string, string> | undefined;

/** `yg`, `tdk`, `berkerja` under the spelling that the lists have. */
function usual(lower: string): string {
  spellings ??= new Map(rowsOf(readData('spellings.tsv')).map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']));
  return spellings.get(lower) ?? lower;
}

function charLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function run(pattern: RegExp, text: string, at: number, limit: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? at : Math.min(limit, at + match[0].length);
}

/** Terms first, then addresses, then values; what meets an earlier one or has a tag inside is left out. */
function mergeSpans(text: string, tags: readonly Tag[], terms: readonly TermSpan[], style: ValueStyle): readonly Span[] {
  const bare = blanked(text, tags);
  const termSpans: Span[] = terms
    .filter((term) => term.start >= 0 && term.end > term.start && term.end <= text.length)
    .map((term) => ({ start: term.start, end: term.end + cliticAfter(bare, term.end), kind: 'term', ...OPEN, english: term.target }));
  const keeps: Span[] = (MAY_KEEP.test(bare) ? [...bare.matchAll(KEEP)] : []).map((match) => {
    const shown = match[0].replace(/[.,;:!?)\]]+$/, '');
    return { start: match.index, end: match.index + shown.length, kind: 'keep', ...OPEN, english: shown };
  });
  const values: Span[] = valuesOf(bare, style).map((value) => ({ ...value, kind: 'value' }));
  let out: readonly Span[] = [];
  for (const group of [termSpans, keeps, values]) {
    const free = withoutOverlap([...group].sort((a, b) => a.start - b.start || b.end - a.end), out);
    out = [...out, ...free].sort((a, b) => a.start - b.start);
  }
  return out;
}

/** Length of the clitic that is written onto a term (`Kemenkesnya`, `PSE-nya`): it says nothing that the English must. */
function cliticAfter(text: string, at: number): number {
  return /^[-\u2010\u2011]?(?:nya|lah|kah|pun|ku|mu)(?![\p{L}\p{N}])/u.exec(text.slice(at, at + 6))?.[0].length ?? 0;
}

function withoutOverlap(sorted: readonly Span[], taken: readonly Span[]): readonly Span[] {
  const free: Span[] = [];
  let index = 0;
  let last = -1;
  for (const span of sorted) {
    while (index < taken.length && (taken[index]?.end ?? 0) <= span.start) index += 1;
    const next = taken[index];
    if (span.start < last || (next !== undefined && next.start < span.end)) continue;
    free.push(span);
    last = span.end;
  }
  return free;
}

/** The text with each tag as that many U+FFFC, so that offsets stay and no tag's digits are read. */
function blanked(text: string, tags: readonly Tag[]): string {
  let out = '';
  let at = 0;
  for (const tag of tags) {
    out += text.slice(at, tag.start) + '\uFFFC'.repeat(tag.end - tag.start);
    at = tag.end;
  }
  return out + text.slice(at);
}

export function shapeOf(word: string): Shape {
  if (/^[a-z]+$/.test(word)) return 'lower';
  if (/^[A-Z][a-z]+$/.test(word)) return 'capital';
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters === '') return 'none';
  if (letters === letters.toLowerCase()) return 'lower';
  if (letters === letters.toUpperCase()) return letters.length > 1 ? 'upper' : 'capital';
  const first = /\p{L}/u.exec(word)?.[0] ?? '';
  const rest = letters.slice(first.length);
  if (first !== first.toLowerCase() && rest === rest.toLowerCase()) return 'capital';
  return first !== first.toLowerCase() && /^[\p{L}]+([-'’]\p{Lu}\p{Ll}*)+$/u.test(word) ? 'capital' : 'mixed';
}
