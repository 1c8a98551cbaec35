/** Puts the sentences of a block together again, source and English, as words and marks to be spelled. */

import type { Inline, Mark, Part } from '../model.ts';
import { alignBits, bitsOf } from './inline-align.ts';
import { type Chunk, type ChunkPart, chunksOf, cutInline, renumber } from './inline-cut.ts';
import { escapeAll } from './inline-escape.ts';
import { isEmphasis, sameInline } from './inline-keys.ts';
import { findSealed } from './inline-seal.ts';
import type { Token } from './inline-tokens.ts';
import type { MarkdownBlock } from './markdown-block.ts';

/** What a sentence becomes. Offsets are those of the block's plain text; sentences are in order. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Its English, with the marks of `cutInline`'s result; marks with other numbers are new. `drop`: nothing. */
  readonly target: Inline | { readonly drop: true };
}

/** The tokens of the block, or what else is to be done with it. */
export type Assembled = { readonly kind: 'same' | 'drop' } | { readonly kind: 'changed'; readonly tokens: readonly Token[] };

interface Entry {
  readonly chunk: Chunk;
  readonly state: 'same' | 'gap' | 'changed' | 'empty';
  tokens: readonly Token[];
}

export function assemble(block: MarkdownBlock, sentences: readonly Sentence[], source: string): Assembled {
  if (sentences.length === 0) return { kind: 'same' };
  if (sentences.every(({ target }) => 'drop' in target)) return { kind: 'drop' };
  const cut = cutInline(block.inline, sentences);
  if (sentences.every(({ target }, at) => !('drop' in target) && isSame(cut[at], target))) return { kind: 'same' };
  const numbers = { next: Math.max(0, ...block.inline.marks.map((mark) => mark.id)) + 1 };
  const entries = chunksOf(block.inline, block.spans, sentences).map((chunk): Entry => {
    const target = sentences[chunk.sentence]?.target;
    if (target === undefined) return { chunk, state: 'gap', tokens: ownTokens(chunk, block.inline.marks, source) };
    if ('drop' in target) return { chunk, state: 'empty', tokens: [] };
    const { inline, origins } = renumber(chunk, block.inline.marks);
    if (isSame(inline, target)) return { chunk, state: 'same', tokens: ownTokens(chunk, block.inline.marks, source) };
    const tokens = targetTokens(chunk, target, origins, numbers, source);
    return { chunk, state: tokens.length === 0 ? 'empty' : 'changed', tokens };
  });
  if (entries.every(({ state }) => state === 'same' || state === 'gap')) return { kind: 'same' };
  return { kind: 'changed', tokens: join(withoutEmpty(entries)) };
}

/** Mostly part by part; else as people would see it. */
function isSame(a: Inline | undefined, b: Inline): boolean {
  if (a === undefined) return false;
  const isIdentical =
    a.parts.length === b.parts.length &&
    a.parts.every((part, at) => {
      const other = b.parts[at];
      if (part.kind === 'text') return other?.kind === 'text' && part.value === other.value;
      return other?.kind === part.kind && part.id === other.id;
    }) &&
    (a.marks === b.marks || a.marks.every((mark, at) => b.marks[at]?.id === mark.id && b.marks[at].same === mark.same));
  return isIdentical || sameInline(a, b);
}

/** The source's own words. */
function ownTokens(chunk: Chunk, marks: readonly Mark[], source: string): readonly Token[] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  return chunk.parts.flatMap((piece): readonly Token[] => {
    if (piece.part.kind === 'text') return [{ kind: 'text', bits: bitsOf(piece, source) }];
    const mark = byId.get(piece.part.id);
    return mark === undefined ? [] : [{ kind: piece.part.kind, mark }];
  });
}

/** The English: its blanks collapsed, URLs in it sealed as a reader will, its marks those of the block where they are the same. */
function targetTokens(
  chunk: Chunk,
  target: Inline,
  origins: ReadonlyMap<number, Mark>,
  numbers: { next: number },
  source: string,
): readonly Token[] {
  const own = new Map<number, Mark>();
  for (const mark of target.marks) {
    const origin = origins.get(mark.id);
    own.set(mark.id, origin?.same === mark.same ? origin : { ...mark, id: numbers.next++ });
  }
  const parts = sealWords(balanced(target.parts, own), own, numbers);
  const bits = alignBits(chunk.parts, parts, source);
  return parts.flatMap((part, index): readonly Token[] => {
    if (part.kind === 'text') return [{ kind: 'text', bits: bits[index] ?? [] }];
    const mark = own.get(part.id);
    return mark === undefined ? [] : [{ kind: part.kind, mark }];
  });
}

/** Without what is not properly nested, pairs without words that need some, links in links, and blanks at either end. */
function balanced(parts: readonly Part[], own: ReadonlyMap<number, Mark>): readonly Part[] {
  const out: Part[] = [];
  const stack: Mark[] = [];
  const skipped = new Set<number>();
  for (const part of parts) {
    if (part.kind === 'text') {
      out.push({ kind: 'text', value: part.value.replace(/[ \t\r\n]+/g, ' ') });
      continue;
    }
    const mark = own.get(part.id);
    if (mark === undefined) continue;
    if (part.kind === 'open') {
      const isNested = stack.some((other) => (isEmphasis(mark) ? other.type === mark.type && mark.type === 'delete' : !isEmphasis(other)));
      if (isNested) {
        skipped.add(part.id);
        continue;
      }
      stack.push(mark);
    } else if (part.kind === 'close') {
      if (skipped.delete(part.id) || stack.at(-1) !== mark) continue;
      stack.pop();
    }
    out.push(part);
  }
  for (const mark of stack.reverse()) {
    const id = [...own].find(([, other]) => other === mark)?.[0];
    if (id !== undefined) out.push({ kind: 'close', id });
  }
  const isEmpty = out.every((part) => (part.kind === 'text' ? part.value.trim() === '' : part.kind !== 'sealed'));
  return isEmpty ? [] : out;
}

function sealWords(parts: readonly Part[], own: Map<number, Mark>, numbers: { next: number }): readonly Part[] {
  return parts.flatMap((part): readonly Part[] => {
    if (part.kind !== 'text') return [part];
    const found = findSealed(part.value);
    if (found.length === 0) return [part];
    const out: Part[] = [];
    let from = 0;
    for (const { start, end, type, same } of found) {
      const raw = part.value.slice(start, end);
      const id = numbers.next++;
      // The number within the sentence is never one of the target's own: those are small.
      own.set(id + NEW, { id, type, same, open: type === 'literal' ? escapeAll(raw) : raw, close: '' });
      out.push({ kind: 'text', value: part.value.slice(from, start) }, { kind: 'sealed', id: id + NEW });
      from = end;
    }
    out.push({ kind: 'text', value: part.value.slice(from) });
    return out.filter((piece) => piece.kind !== 'text' || piece.value !== '');
  });
}

const NEW = 1_000_000;

/** A sentence without words takes one of the blanks beside it along. */
function withoutEmpty(entries: readonly Entry[]): readonly Entry[] {
  const out: Entry[] = [];
  let isGapDue = false;
  for (const entry of entries) {
    if (entry.state === 'empty') {
      isGapDue = true;
      continue;
    }
    const isBlank = entry.state === 'gap' && entry.chunk.parts.every(({ part }) => part.kind !== 'sealed');
    if (isGapDue && isBlank) {
      isGapDue = false;
      continue;
    }
    isGapDue = false;
    out.push(entry);
  }
  return out;
}

/** One run of tokens; a mark of the source that spans a border stays open where both sides have it. */
function join(entries: readonly Entry[]): readonly Token[] {
  for (const [index, entry] of entries.entries()) {
    if (entry.state !== 'gap') continue;
    const left = ids(entries[index - 1]?.tokens ?? [], 'close');
    const right = ids(entries[index + 1]?.tokens ?? [], 'open');
    const { fromLeft, toRight } = crossing(entry.chunk);
    entry.tokens = entry.tokens.filter((token) => {
      if (token.kind === 'text' || token.kind === 'sealed' || !isEmphasis(token.mark)) return true;
      const { id } = token.mark;
      return (!fromLeft.has(id) || left.has(id)) && (!toRight.has(id) || right.has(id));
    });
  }
  const out: Token[] = [];
  let before: Entry | undefined;
  for (const entry of entries) {
    let shared = 0;
    if (before !== undefined) {
      const { toRight } = crossing(before.chunk);
      const { fromLeft } = crossing(entry.chunk);
      for (;;) {
        const close = out.at(-1 - shared);
        const open = entry.tokens[shared];
        if (close?.kind !== 'close' || open?.kind !== 'open' || close.mark !== open.mark) break;
        if (!toRight.has(open.mark.id) || !fromLeft.has(open.mark.id)) break;
        shared += 1;
      }
    }
    if (shared > 0) out.splice(-shared, shared);
    for (const token of entry.tokens.slice(shared)) out.push(token);
    before = entry;
  }
  return out;
}

/** Marks that a cut closed or reopened: those of the parts without a place in the source. */
function crossing(chunk: Chunk): { fromLeft: ReadonlySet<number>; toRight: ReadonlySet<number> } {
  const fromLeft = new Set<number>();
  const toRight = new Set<number>();
  const note = ({ part, span }: ChunkPart): void => {
    if (span !== undefined || part.kind === 'text' || part.kind === 'sealed') return;
    (part.kind === 'open' ? fromLeft : toRight).add(part.id);
  };
  chunk.parts.forEach(note);
  return { fromLeft, toRight };
}

function ids(tokens: readonly Token[], kind: 'open' | 'close'): ReadonlySet<number> {
  const found = new Set<number>();
  const ordered = kind === 'open' ? tokens : [...tokens].reverse();
  for (const token of ordered) {
    if (token.kind !== kind) break;
    found.add(token.mark.id);
  }
  return found;
}
