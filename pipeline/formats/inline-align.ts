/**
 * Which characters of an English text came unchanged from its source: they keep the spelling that
 * they have there.
 */

import { diffArrays } from 'diff';
import type { Part } from '../model.ts';
import type { ChunkPart } from './inline-cut.ts';

/** Some characters and, where they come from the source, how they are spelled there. */
export interface Bit {
  readonly value: string;
  readonly raw?: string | undefined;
  /** Offset of `raw` in the source. */
  readonly start?: number | undefined;
}

/** Beyond so many differing words nothing is worth keeping. */
const MOST_EDITS = 400;
/** Words, blanks and single marks: what a translation keeps or changes as one. */
const WORDS = /[\p{L}\p{N}]+|\s+|[^]/gu;
/** Characters that a careless spelling would escape, or that are escaped already. */
const DELICATE = /[\\`*_~[\]<>&|{}#]/;

/** The text parts of a source chunk in bits. */
export function bitsOf({ part, span }: ChunkPart, source: string): readonly Bit[] {
  if (part.kind !== 'text') return [];
  const pieces = span?.pieces;
  if (pieces === undefined) return [{ value: part.value }];
  const bits: Bit[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.at > at) bits.push({ value: part.value.slice(at, piece.at) });
    const value = part.value.slice(piece.at, piece.at + piece.size);
    at = piece.at + piece.size;
    // A piece that a cut went through spells more than what is left of it.
    bits.push(value.length < piece.size ? { value } : { value, raw: source.slice(piece.start, piece.end), start: piece.start });
  }
  if (at < part.value.length) bits.push({ value: part.value.slice(at) });
  return bits;
}

/** For each part of `target` the bits of its text; other parts have none. */
export function alignBits(from: readonly ChunkPart[], target: readonly Part[], source: string): readonly (readonly Bit[])[] {
  // One list of units for the source: a plain piece gives one a character, any other stays whole.
  const units: Bit[] = [];
  let isDelicate = false;
  for (const piece of from) {
    if (piece.part.kind !== 'text') units.push({ value: BORDER });
    for (const bit of bitsOf(piece, source)) {
      if (bit.raw !== bit.value || DELICATE.test(bit.raw)) isDelicate = true;
      if (bit.raw !== bit.value) units.push(bit);
      else for (let at = 0; at < bit.value.length; at += 1) units.push({ value: bit.value.charAt(at), raw: bit.raw.charAt(at), start: (bit.start ?? 0) + at });
    }
  }
  const words = target.map((part) => (part.kind === 'text' ? part.value : BORDER)).join('');
  const kept = keep(units, words, isDelicate);
  let at = 0;
  return target.map((part) => {
    const size = part.kind === 'text' ? part.value.length : BORDER.length;
    at += size;
    return part.kind === 'text' ? gather(words, at - size, at, kept) : [];
  });
}

const BORDER = '\uFFFF';

/** Offset in `words` -> the source unit that stands there. */
function keep(units: readonly Bit[], words: string, isDelicate: boolean): ReadonlyMap<number, Bit> {
  const kept = new Map<number, Bit>();
  let head = 0;
  let from = 0;
  for (let unit = units[from]; unit !== undefined && words.startsWith(unit.value, head); unit = units[from]) {
    kept.set(head, unit);
    head += unit.value.length;
    from += 1;
    if (head > words.length) break;
  }
  let tail = words.length;
  let to = units.length;
  for (let unit = units[to - 1]; to > from && unit !== undefined; unit = units[to - 1]) {
    const start = tail - unit.value.length;
    if (start < head || !words.startsWith(unit.value, start)) break;
    kept.set(start, unit);
    tail = start;
    to -= 1;
  }
  if (isDelicate && from < to && head < tail) keepMiddle(units.slice(from, to), words, head, tail, kept);
  return kept;
}

function keepMiddle(units: readonly Bit[], words: string, head: number, tail: number, kept: Map<number, Bit>): void {
  const before = units.map((unit) => unit.value).join('').match(WORDS) ?? [];
  const after = words.slice(head, tail).match(WORDS) ?? [];
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  // The types say that there is always an answer; beyond the limit there is none.
  if (!Array.isArray(changes)) return;
  const starts = new Map<number, Bit>();
  let offset = 0;
  for (const unit of units) {
    if (unit.value !== '') starts.set(offset, unit);
    offset += unit.value.length;
  }
  let here = 0;
  let there = head;
  for (const { added, removed, value } of changes) {
    const size = value.reduce((sum, word) => sum + word.length, 0);
    if (!added && !removed) {
      for (let at = 0; at < size; at += 1) {
        const unit = starts.get(here + at);
        if (unit !== undefined && at + unit.value.length <= size) kept.set(there + at, unit);
      }
    }
    if (!added) here += size;
    if (!removed) there += size;
  }
}

/** Bits of `[from, to)`: neighbouring kept units that touch in the source are joined. */
function gather(words: string, from: number, to: number, kept: ReadonlyMap<number, Bit>): readonly Bit[] {
  const bits: Bit[] = [];
  let at = from;
  let fresh = '';
  let run: { value: string; raw: string; start: number } | undefined;
  const flush = (): void => {
    if (fresh !== '') bits.push({ value: fresh });
    if (run !== undefined) bits.push(run);
    fresh = '';
    run = undefined;
  };
  while (at < to) {
    const unit = kept.get(at);
    if (unit?.raw === undefined || unit.value === '' || at + unit.value.length > to) {
      if (run !== undefined) flush();
      fresh += words.charAt(at);
      at += 1;
      continue;
    }
    const isPlain = unit.raw === unit.value;
    if (run !== undefined && isPlain && run.raw === run.value && run.start + run.raw.length === unit.start) {
      run = { value: run.value + unit.value, raw: run.raw + unit.raw, start: run.start };
    } else {
      flush();
      run = { value: unit.value, raw: unit.raw, start: unit.start ?? 0 };
    }
    at += unit.value.length;
  }
  flush();
  return bits;
}
