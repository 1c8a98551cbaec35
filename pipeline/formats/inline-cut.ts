/** Cuts the words of a block into sentences, and the blanks between them; marks that span a cut are closed and reopened. */

import type { Inline, Mark, Part } from '../model.ts';
import { joinParts } from './inline-keys.ts';
import { type Span, slicePieces } from './inline-read.ts';

/** A range of the plain text of a block: see `toPlain`. */
export interface PlainRange {
  readonly start: number;
  readonly end: number;
}

export interface ChunkPart {
  readonly part: Part;
  /** Where it stands in the source; absent where a mark is only closed or reopened for the cut. */
  readonly span: Span | undefined;
}

/** A sentence, or what stands between two: balanced parts. */
export interface Chunk {
  /** Index of the sentence; -1 between sentences. */
  readonly sentence: number;
  readonly parts: readonly ChunkPart[];
}

/**
 * One inline a range. Ranges are in order and do not overlap; what lies between is left out. Marks
 * are numbered from 1 in each result, so that equal sentences give equal results wherever they stand.
 */
export function cutInline(inline: Inline, ranges: readonly PlainRange[]): readonly Inline[] {
  const known = lastCut.get(inline);
  if (known !== undefined && isEqual(known.ranges, ranges)) return known.cut;
  const cut = ranges.map((): Inline => ({ parts: [], marks: [] }));
  for (const chunk of chunksOf(inline, undefined, ranges)) {
    if (chunk.sentence >= 0) cut[chunk.sentence] = renumber(chunk, inline.marks).inline;
  }
  lastCut.set(inline, { ranges: ranges.map(({ start, end }) => ({ start, end })), cut });
  return cut;
}

/** A block is cut when it is read and again when it is written, mostly at the same places. */
const lastCut = new WeakMap<Inline, { readonly ranges: readonly PlainRange[]; readonly cut: readonly Inline[] }>();

function isEqual(a: readonly PlainRange[], b: readonly PlainRange[]): boolean {
  return a.length === b.length && a.every((range, at) => range.start === b[at]?.start && range.end === b[at].end);
}

/** The chunk as an inline of its own, and the block's mark behind each of its numbers. */
export function renumber(chunk: Chunk, marks: readonly Mark[]): { inline: Inline; origins: ReadonlyMap<number, Mark> } {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const numbers = new Map<number, number>();
  const own: Mark[] = [];
  const origins = new Map<number, Mark>();
  const parts = chunk.parts.map(({ part }): Part => {
    if (part.kind === 'text') return part;
    let id = numbers.get(part.id);
    const mark = byId.get(part.id);
    if (id === undefined && mark !== undefined) {
      id = numbers.size + 1;
      numbers.set(part.id, id);
      own.push({ ...mark, id });
      origins.set(id, mark);
    }
    return { kind: part.kind, id: id ?? part.id };
  });
  return { inline: joinParts(parts, own), origins };
}

/** The block's content in chunks, in order; chunks without content are left out. */
export function chunksOf(inline: Inline, spans: readonly Span[] | undefined, ranges: readonly PlainRange[]): readonly Chunk[] {
  const cutter = new Cutter(ranges);
  for (const [index, part] of inline.parts.entries()) {
    const span = spans?.[index];
    if (part.kind === 'text') cutter.text(part.value, span);
    else if (part.kind === 'sealed') cutter.content({ part, span }, 1);
    else if (part.kind === 'open') cutter.open({ part, span });
    else cutter.close(part.id, { part, span });
  }
  return cutter.done();
}

class Cutter {
  readonly #bounds: readonly { readonly sentence: number; readonly end: number }[];
  readonly #chunks: { sentence: number; parts: ChunkPart[] }[] = [];
  /** Marks that are open, and how many of them the current chunk has opened. */
  readonly #stack: ChunkPart[] = [];
  #opened = 0;
  #at = 0;
  #bound = 0;

  constructor(ranges: readonly PlainRange[]) {
    this.#bounds = [
      ...ranges.flatMap(({ start, end }, sentence) => [
        { sentence: -1, end: start },
        { sentence, end },
      ]),
      { sentence: -1, end: Number.POSITIVE_INFINITY },
    ];
  }

  text(value: string, span: Span | undefined): void {
    let from = 0;
    while (from < value.length) {
      const size = Math.min(value.length - from, this.#room());
      const part: Part = { kind: 'text', value: value.slice(from, from + size) };
      this.content({ part, span: span && size < value.length ? sliceSpan(span, from, from + size) : span }, size);
      from += size;
    }
  }

  content(piece: ChunkPart, size: number): void {
    this.#room();
    const { sentence } = this.#bounds[this.#bound] ?? { sentence: -1 };
    let chunk = this.#chunks.at(-1);
    if (chunk === undefined || this.#isNew) {
      this.#leave();
      chunk = { sentence, parts: [] };
      this.#chunks.push(chunk);
      this.#isNew = false;
    }
    for (; this.#opened < this.#stack.length; this.#opened += 1) {
      const open = this.#stack[this.#opened];
      if (open === undefined) continue;
      chunk.parts.push(open);
      // Opened again by a later chunk, it has no place in the source there.
      this.#stack[this.#opened] = { part: open.part, span: undefined };
    }
    chunk.parts.push(piece);
    this.#at += size;
  }

  open(piece: ChunkPart): void {
    this.#stack.push(piece);
  }

  close(id: number, piece: ChunkPart): void {
    // Properly nested: it is the topmost. One that no chunk opened held nothing.
    const top = this.#stack.findLastIndex(({ part }) => part.kind === 'open' && part.id === id);
    if (top === -1) return;
    this.#stack.splice(top, 1);
    if (top >= this.#opened) return;
    this.#opened -= 1;
    this.#chunks.at(-1)?.parts.push(piece);
  }

  done(): readonly Chunk[] {
    this.#leave();
    return this.#chunks;
  }

  #isNew = true;

  /** Characters left in the current range, after leaving those that are full. */
  #room(): number {
    let end = this.#bounds[this.#bound]?.end ?? Number.POSITIVE_INFINITY;
    while (end <= this.#at) {
      this.#bound += 1;
      this.#isNew = true;
      end = this.#bounds[this.#bound]?.end ?? Number.POSITIVE_INFINITY;
    }
    return end - this.#at;
  }

  #leave(): void {
    const chunk = this.#chunks.at(-1);
    for (let at = this.#opened - 1; at >= 0; at -= 1) {
      const part = this.#stack[at]?.part;
      if (part?.kind === 'open') chunk?.parts.push({ part: { kind: 'close', id: part.id }, span: undefined });
    }
    this.#opened = 0;
  }
}

function sliceSpan(span: Span, from: number, to: number): Span {
  const pieces = slicePieces(span.pieces ?? [], from, to);
  const start = pieces[0]?.start ?? span.start;
  return { start, end: pieces.at(-1)?.end ?? start, pieces };
}
