/**
 * Which row of the old sheet belongs to which sentence of the source as it is now. By text, never
 * by number: a paragraph put in before must not move anyone's English to another sentence.
 */

import { diffArrays } from 'diff';
import { similarity } from './similarity.ts';

/** `same`: where it was; `moved`: the same words elsewhere; `changed`: most likely the same sentence, rewritten. */
export type RowMatch<Row, Segment> =
  | { readonly kind: 'same' | 'moved' | 'changed'; readonly segment: Segment; readonly row: Row }
  | { readonly kind: 'new'; readonly segment: Segment };

export interface MatchedRows<Row, Segment> {
  /** One for every segment, in order. */
  readonly matches: readonly RowMatch<Row, Segment>[];
  /** Rows that no segment took, in order. */
  readonly vanished: readonly Row[];
}

/** Below this two sentences are different sentences. */
const ALIKE = 0.5;
/** jsdiff costs the square of this at most; past it, equal texts are found without regard to order. */
const MOST_EDITS = 400;
/** Most pairs that are compared in one gap; in a larger gap each sentence sees a window of rows. */
const MOST_PAIRS = 10_000;

interface Gap {
  readonly rows: number[];
  readonly segments: number[];
}

/**
 * Each row is taken once at most, and every row and segment is in the answer. `text` is the
 * sentence's key (see formats/inline-keys.ts): equal for equal sentences. Repeated sentences match in order.
 */
export function matchRows<Row extends { readonly text: string }, Segment extends { readonly text: string }>(
  rows: readonly Row[],
  segments: readonly Segment[],
): MatchedRows<Row, Segment> {
  const kinds = new Map<number, { kind: 'same' | 'moved' | 'changed'; row: number }>();
  const gaps = matchInPlace(rows, segments, kinds);
  matchElsewhere(rows, segments, gaps, kinds);
  const taken = new Set([...kinds.values()].map((match) => match.row));
  for (const gap of gaps) {
    const free = { rows: gap.rows.filter((row) => !taken.has(row)), segments: gap.segments.filter((segment) => !kinds.has(segment)) };
    for (const [row, segment] of pairAlike(free, rows, segments)) {
      kinds.set(segment, { kind: 'changed', row });
      taken.add(row);
    }
  }
  const matches = segments.map((segment, at): RowMatch<Row, Segment> => {
    const found = kinds.get(at);
    const row = found === undefined ? undefined : rows[found.row];
    return found === undefined || row === undefined ? { kind: 'new', segment } : { kind: found.kind, segment, row };
  });
  return { matches, vanished: rows.filter((_, at) => !taken.has(at)) };
}

type Kinds = Map<number, { kind: 'same' | 'moved' | 'changed'; row: number }>;
type Texts = readonly { readonly text: string }[];

/**
 * Marks what the two lists have in common in order; gives what lies between. Texts that only one
 * list has are left out of the comparison: they can be nothing but removed or new, and cost most.
 */
function matchInPlace(rows: Texts, segments: Texts, kinds: Kinds): Gap[] {
  const oldRows = indexesOfShared(rows, segments);
  const nowSegments = indexesOfShared(segments, rows);
  const text = (texts: Texts) => (at: number) => texts[at]?.text ?? '';
  const changes = diffArrays(oldRows.map(text(rows)), nowSegments.map(text(segments)), { maxEditLength: MOST_EDITS });
  const gaps: Gap[] = [];
  let row = 0;
  let segment = 0;
  const closeGap = (endRow: number, endSegment: number): void => {
    gaps.push({ rows: range(row, endRow), segments: range(segment, endSegment) });
    row = endRow + 1;
    segment = endSegment + 1;
  };
  let old = 0;
  let now = 0;
  for (const change of changes ?? []) {
    if (change.removed) old += change.count;
    else if (change.added) now += change.count;
    else {
      for (let n = 0; n < change.count; n += 1) {
        const pair = { row: oldRows[old++] ?? 0, segment: nowSegments[now++] ?? 0 };
        kinds.set(pair.segment, { kind: 'same', row: pair.row });
        closeGap(pair.row, pair.segment);
      }
    }
  }
  closeGap(rows.length, segments.length);
  return gaps;
}

function indexesOfShared(texts: Texts, others: Texts): number[] {
  const known = new Set(others.map((other) => other.text));
  return [...texts.keys()].filter((at) => known.has(texts[at]?.text ?? ''));
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}

/** Equal texts in different gaps: sentences that were moved. */
function matchElsewhere(rows: Texts, segments: Texts, gaps: readonly Gap[], kinds: Kinds): void {
  const byText = new Map<string, number[]>();
  for (const row of gaps.flatMap((gap) => gap.rows).reverse()) {
    const text = rows[row]?.text ?? '';
    const list = byText.get(text);
    if (list === undefined) byText.set(text, [row]);
    else list.push(row);
  }
  for (const segment of gaps.flatMap((gap) => gap.segments)) {
    const row = byText.get(segments[segment]?.text ?? '')?.pop();
    if (row !== undefined) kinds.set(segment, { kind: 'moved', row });
  }
}

/** The pairing in order with the greatest likeness in sum (Needleman and Wunsch, in a band where the gap is large). */
function pairAlike(gap: Gap, rows: Texts, segments: Texts): [row: number, segment: number][] {
  const height = gap.segments.length;
  const width = gap.rows.length;
  if (height === 0 || width === 0) return [];
  const reach = height * width <= MOST_PAIRS ? width : Math.max(8, Math.floor(MOST_PAIRS / height / 2));
  const likeness = similarity();
  const firsts: number[] = [];
  const likes: Float64Array[] = [];
  const bests: Float64Array[] = [];
  const bestAt = (line: number, column: number): number => {
    // Left of the band nothing was paired; right of it the best is what the band's end had.
    const best = bests[line];
    if (best === undefined || best.length === 0) return 0;
    const at = column - (firsts[line] ?? 0);
    return at < 0 ? 0 : (best[Math.min(at, best.length - 1)] ?? 0);
  };
  for (let line = 0; line < height; line += 1) {
    const middle = Math.floor((line * width) / height);
    const first = Math.max(0, middle - reach);
    const size = Math.min(width, middle + reach + 1) - first;
    const like = new Float64Array(size);
    const best = new Float64Array(size);
    firsts.push(first);
    likes.push(like);
    bests.push(best);
    const text = segments[gap.segments[line] ?? -1]?.text ?? '';
    for (let at = 0; at < size; at += 1) {
      const column = first + at;
      const score = likeness(rows[gap.rows[column] ?? -1]?.text ?? '', text);
      like[at] = score >= ALIKE ? score : 0;
      const paired = score >= ALIKE ? bestAt(line - 1, column - 1) + score : 0;
      const left = at > 0 ? (best[at - 1] ?? 0) : bestAt(line - 1, column - 1);
      best[at] = Math.max(paired, bestAt(line - 1, column), left);
    }
  }
  return walkBack(gap, bestAt, (line, column) => likes[line]?.[column - (firsts[line] ?? 0)] ?? 0);
}

/** Reads the pairs out of the table of best sums, from its end. */
function walkBack(gap: Gap, bestAt: (line: number, column: number) => number, likeAt: (line: number, column: number) => number): [number, number][] {
  const pairs: [number, number][] = [];
  let line = gap.segments.length - 1;
  let column = gap.rows.length - 1;
  while (line >= 0 && column >= 0) {
    const like = likeAt(line, column);
    const segment = gap.segments[line];
    const row = gap.rows[column];
    if (like > 0 && row !== undefined && segment !== undefined && bestAt(line, column) === bestAt(line - 1, column - 1) + like) {
      pairs.push([row, segment]);
      line -= 1;
      column -= 1;
    } else if (bestAt(line, column) === bestAt(line - 1, column)) line -= 1;
    else column -= 1;
  }
  return pairs;
}
