/** From the parser's nodes to words and marks, with the source range of every part. */

import type { Image, ImageReference, Link, PhrasingContent, Text } from 'mdast';
import type { Inline, Mark, MarkType, Part } from '../model.ts';
import { escapeAll } from './inline-escape.ts';
import { type Definitions, isBare, isPair, type Pair, pairOf, rangeOf, sealedKey, spelling } from './inline-marks.ts';
import { findSealed } from './inline-seal.ts';
import type { Piece } from './markdown-parser.ts';

/** Where a part stands in the source: the ranges of neighbouring parts touch. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Of a text part: which range spells which characters, from first to last, without gaps. */
  readonly pieces?: readonly Piece[];
}

export interface SourceInline {
  readonly inline: Inline;
  /** One for each part of `inline`. */
  readonly spans: readonly Span[];
  /** Links and images, in order: they hold texts of their own. */
  readonly holders: readonly Holder[];
}

export type Holder = Link | Image | ImageReference;

/** The content of a block. `source` is the text that was parsed. */
export function readInline(nodes: readonly PhrasingContent[], source: string, definitions: Definitions): SourceInline {
  const build = new Build(source, definitions);
  const open: { nodes: readonly PhrasingContent[]; at: number; close: (() => void) | undefined }[] = [
    { nodes, at: 0, close: undefined },
  ];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top.nodes[top.at];
    top.at += 1;
    if (node === undefined) {
      open.pop();
      top.close?.();
    } else if (isPair(node) && !isBare(node, source) && hasContent(node)) {
      open.push({ nodes: node.children, at: 0, close: build.open(node) });
    } else build.leaf(node);
  }
  return build.done();
}

/** Collects parts and their spans. Kept private: a class only because the state has five fields. */
class Build {
  readonly #source: string;
  readonly #definitions: Definitions;
  readonly #parts: Part[] = [];
  readonly #marks: Mark[] = [];
  readonly #spans: Span[] = [];
  readonly #holders: Holder[] = [];

  constructor(source: string, definitions: Definitions) {
    this.#source = source;
    this.#definitions = definitions;
  }

  open(node: Pair): () => void {
    const { start, end } = rangeOf(node);
    const mark = pairOf(node, this.#source, this.#definitions, this.#marks.length + 1);
    this.#marks.push(mark);
    if (node.type === 'link') this.#holders.push(node);
    this.#push({ kind: 'open', id: mark.id }, { start, end: start + mark.open.length });
    const closeAt =
      node.type === 'link' || node.type === 'linkReference' ? (node.data?.labelEnd ?? end) : end - mark.open.length;
    return () => {
      this.#push({ kind: 'close', id: mark.id }, { start: closeAt, end });
    };
  }

  leaf(node: PhrasingContent): void {
    if (node.type === 'text') {
      this.#text(node);
      return;
    }
    const { start, end } = rangeOf(node);
    if (node.type === 'image' || node.type === 'imageReference' || (node.type === 'link' && !isBare(node, this.#source))) {
      this.#holders.push(node);
    }
    const [type, same] = sealedKey(node, this.#source, this.#definitions);
    this.#seal(type, same, spelling(node, this.#source.slice(start, end)), { start, end });
  }

  done(): SourceInline {
    return {
      inline: { parts: this.#parts, marks: this.#marks },
      spans: closeGaps(this.#parts, this.#spans),
      holders: this.#holders,
    };
  }

  #seal(type: MarkType, same: string, open: string, span: Span): void {
    const id = this.#marks.length + 1;
    this.#marks.push({ id, type, open, close: '', same });
    this.#push({ kind: 'sealed', id }, span);
  }

  #text(node: Text): void {
    const { value, pieces } = decode(node);
    let from = 0;
    for (const found of findSealed(value)) {
      this.#slice(value, pieces, from, found.start);
      const range = cover(pieces, found.start, found.end);
      this.#seal(found.type, found.same, found.type === 'literal' ? escapeAll(value.slice(found.start, found.end)) : value.slice(found.start, found.end), range);
      from = found.end;
    }
    this.#slice(value, pieces, from, value.length);
  }

  #slice(value: string, pieces: readonly Piece[], from: number, to: number): void {
    if (from >= to) return;
    const own = slicePieces(pieces, from, to);
    const { start, end } = cover(pieces, from, to);
    this.#push({ kind: 'text', value: value.slice(from, to) }, { start, end, pieces: own });
  }

  #push(part: Part, span: Span): void {
    this.#parts.push(part);
    this.#spans.push(span);
  }
}

/** The node's characters with line ends as blanks, and pieces that cover all of them. */
function decode(node: Text): { value: string; pieces: readonly Piece[] } {
  const { start, end } = rangeOf(node);
  const noted = node.data?.pieces ?? [];
  // A task list's marker takes the blank before the words, without telling the pieces.
  const first = noted[0];
  const cut = first !== undefined && first.start < start ? start - first.start : 0;
  const pieces: Piece[] = [];
  let value = '';
  let rawEnd = start;
  let at = 0;
  const lineEnd = (rawTo: number): void => {
    pieces.push({ at: value.length, size: 1, start: rawEnd, end: rawTo });
    value += ' ';
  };
  for (const [index, piece] of noted.entries()) {
    const lost = index === 0 ? cut : 0;
    const pieceAt = piece.at - cut + lost;
    const size = piece.size - lost;
    if (pieceAt > at) lineEnd(piece.start);
    if (size > 0) pieces.push({ at: value.length, size, start: piece.start + lost, end: piece.end });
    value += node.value.slice(pieceAt, pieceAt + size);
    at = pieceAt + size;
    rawEnd = piece.end;
  }
  if (at < node.value.length) lineEnd(end);
  return { value, pieces };
}

/** Pieces of `[from, to)`, counted from `from`. A piece that cannot be split goes where it begins. */
export function slicePieces(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const out: Piece[] = [];
  for (let index = firstAt(pieces, from); index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined || piece.at > to || (piece.at === to && piece.size > 0)) break;
    const pieceEnd = piece.at + piece.size;
    if (piece.size > 0 && pieceEnd <= from) continue;
    if (piece.size !== piece.end - piece.start) {
      if (piece.at >= from) out.push({ ...piece, at: piece.at - from });
      continue;
    }
    const skip = Math.max(0, from - piece.at);
    const size = Math.min(pieceEnd, to) - piece.at - skip;
    out.push({ at: piece.at + skip - from, size, start: piece.start + skip, end: piece.start + skip + size });
  }
  return out;
}

/** Index of the piece that holds the character at `offset`, found by halving. */
function firstAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece !== undefined && piece.at + piece.size < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cover(pieces: readonly Piece[], from: number, to: number): Span {
  const own = slicePieces(pieces, from, to);
  const start = own[0]?.start ?? 0;
  return { start, end: own.at(-1)?.end ?? start };
}

/** Blanks at line ends and prefixes of containers belong to no node: the line end beside them takes them, else what stands before. */
function closeGaps(parts: readonly Part[], spans: readonly Span[]): readonly Span[] {
  const closed = [...spans];
  for (let at = 0; at + 1 < closed.length; at += 1) {
    const here = closed[at];
    const next = closed[at + 1];
    if (here === undefined || next === undefined || here.end >= next.start) continue;
    const head = next.pieces?.[0];
    if (head !== undefined && head.size === 1 && parts[at + 1]?.kind === 'text' && isLineEnd(parts[at + 1], head)) {
      closed[at + 1] = { ...next, start: here.end, pieces: [{ ...head, start: here.end }, ...(next.pieces ?? []).slice(1)] };
      continue;
    }
    const tail = here.pieces?.at(-1);
    closed[at] = {
      start: here.start,
      end: next.start,
      ...(here.pieces !== undefined && tail !== undefined
        ? { pieces: [...here.pieces.slice(0, -1), { ...tail, end: next.start }] }
        : {}),
    };
  }
  return closed;
}

function isLineEnd(part: Part | undefined, piece: Piece): boolean {
  return part?.kind === 'text' && part.value.startsWith(' ') && piece.end > piece.start;
}

/** A pair without words or pieces inside would be lost when a text is cut: it is sealed whole. */
function hasContent(node: Pair, depth = 0): boolean {
  if (depth > 50) return true;
  return node.children.some((child) =>
    child.type === 'text' ? child.value.trim() !== '' : !isPair(child) || hasContent(child, depth + 1),
  );
}
