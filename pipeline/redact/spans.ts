/** Finds what must not leave in tagged text. */

import { TAG } from '../tagged.ts';
import type { Rule } from './rules.ts';

/** A stretch of text; `end` is not in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words of tagged text as a reader sees them, and where they stand in it. */
interface Words {
  readonly text: string;
  /** Runs of words between tags, in order. */
  readonly runs: readonly { readonly at: number; readonly tagged: number; readonly length: number }[];
}

/** A number may be half bold: pairs of tags are looked through, sealed pieces stand between words. */
function wordsOf(tagged: string): Words {
  let text = '';
  let from = 0;
  const runs: { at: number; tagged: number; length: number }[] = [];
  const add = (end: number): void => {
    if (end === from) return;
    runs.push({ at: text.length, tagged: from, length: end - from });
    text += tagged.slice(from, end);
  };
  for (const match of tagged.matchAll(TAG)) {
    add(match.index);
    if (match[2] === 'x') text += '\uFFFC';
    from = match.index + match[0].length;
  }
  add(tagged.length);
  return { text, runs };
}

/** All that `rules` match in `tagged`, as words. */
export function matchesIn(tagged: string, rules: readonly Rule[]): readonly string[] {
  const { text } = wordsOf(tagged);
  return spansOf(text, rules).map(({ start, end }) => text.slice(start, end));
}

/** Where in `tagged` something stands that `rules` match or that is one of `literals`; tags are left out, in order, none touching a tag's inside. */
export function piecesIn(tagged: string, rules: readonly Rule[], literals: ReadonlySet<string>): readonly Span[] {
  const { text, runs } = wordsOf(tagged);
  const spans = joined([...spansOf(text, rules), ...[...literals].flatMap((literal) => placesOf(text, literal))]);
  return spans.flatMap(({ start, end }) => runs.flatMap(({ at, tagged: from, length }): Span[] => {
    const first = Math.max(start, at);
    const last = Math.min(end, at + length);
    return first < last ? [{ start: from + first - at, end: from + last - at }] : [];
  }));
}

function spansOf(text: string, rules: readonly Rule[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { pattern, fits } of rules) {
    for (const match of text.matchAll(pattern)) {
      const [whole] = match;
      if (whole === '' || whole.includes('\uFFFC') || fits?.(whole) === false) continue;
      spans.push({ start: match.index, end: match.index + whole.length });
    }
  }
  return spans;
}

function placesOf(text: string, literal: string): readonly Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) places.push({ start: at, end: at + literal.length });
  return places;
}

/** In order, those that overlap made one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && span.start < last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else all.push(span);
  }
  return all;
}
