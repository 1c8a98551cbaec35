/**
 * Paragraphs of words alone, which are nine tenths of an article, need no parser. A run of them is
 * handed to it as the one letter `x`, and put back into its tree afterwards. What they are is beyond
 * doubt (CommonMark 0.31): a line at the left edge between two blank lines that begins with a letter
 * or a quotation mark is a paragraph of the document itself and ends every list, quote and footnote
 * before it; and in its words there is no character that Markdown gives a meaning.
 */

import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Point, Position } from 'unist';

/** Without any of these nothing can be read otherwise than it is written. */
export const RISKY = /[\\`*_~[\]<>&|{}#@]|:\/\/|:[:\w]|www\.|^[ \t]*(?:[-+=]|\d+[.)])/i;

/** How a line begins and ends that is a paragraph if blank lines stand round it. Blanks at its end would be taken off, so it has none. */
const PLAIN = /^[\p{L}"“‘'(][^\t\r\n\0]*[^\s\0]$/u;
/** Blocks that blank lines do not end: what stands in them is no paragraph. */
const LASTING = /^ {0,3}(?:`{3}|~{3}|<(?:script|pre|style|textarea|\?|!\[CDATA|![A-Za-z]))|^ {0,3}<!--(?!.*-->)/im;

/** A paragraph of words alone in the source: offsets, and the number of its line, from 1. */
interface Plain {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Consecutive plain paragraphs, and the offset of the letter that stands for them. */
interface Run {
  readonly at: number;
  readonly paragraphs: readonly [Plain, ...Plain[]];
}

export interface Shortened {
  readonly text: string;
  /** Puts the paragraphs back into the tree of `text`: it is the tree of the source then. */
  restore(tree: Root): Root;
}

/** The source with each run of plain paragraphs as one letter; undefined where there is nothing to gain. */
export function shorten(source: string): Shortened | undefined {
  if (LASTING.test(source)) return undefined;
  const runs: Run[] = [];
  let text = '';
  let from = 0;
  for (const paragraphs of plainRuns(source)) {
    text += source.slice(from, paragraphs[0].start);
    runs.push({ at: text.length, paragraphs });
    text += 'x';
    from = paragraphs.at(-1)?.end ?? from;
  }
  if (runs.length === 0) return undefined;
  return { text: text + source.slice(from), restore: (tree) => restore(tree, runs, source) };
}

function plainRuns(source: string): readonly [Plain, ...Plain[]][] {
  const runs: [Plain, ...Plain[]][] = [];
  let run: [Plain, ...Plain[]] | undefined;
  let start = 0;
  let before = true;
  let inFront = source.startsWith('---') || source.startsWith('+++');
  const fence = source.slice(0, 3);
  for (let line = 1; start <= source.length; line += 1) {
    const lineEnd = nextLineEnd(source, start);
    const words = source.slice(start, lineEnd);
    const next = lineEnd + (source.startsWith('\r\n', lineEnd) ? 2 : 1);
    const blank = words.trim() === '';
    if (inFront) {
      // Without an end it is no front matter; then nothing is shortened, and nothing is lost.
      if (line > 1 && words.trimEnd() === fence) inFront = false;
      before = false;
    } else if (blank) before = true;
    else {
      const isPlain = before && isBlankLine(source, next) && PLAIN.test(words) && !RISKY.test(words);
      if (!isPlain) run = undefined;
      else {
        const plain = { start, end: lineEnd, line };
        if (run === undefined) runs.push((run = [plain]));
        else run.push(plain);
      }
      before = false;
    }
    start = next;
  }
  return runs;
}

function nextLineEnd(source: string, from: number): number {
  const lf = source.indexOf('\n', from);
  const end = lf < 0 ? source.length : lf;
  // A lone CR ends a line as well; rare, so it is looked for only where there is one.
  const cr = source.slice(from, end).indexOf('\r');
  return cr < 0 ? end : from + cr;
}

function isBlankLine(source: string, start: number): boolean {
  for (let at = start; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 10 || code === 13) return true;
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

function restore(tree: Root, runs: readonly Run[], source: string): Root {
  const places = new Places(runs);
  const children: RootContent[] = [];
  let n = 0;
  for (const child of tree.children) {
    const run = runs[n];
    if (run !== undefined && child.position?.start.offset === run.at) {
      for (const plain of run.paragraphs) children.push(paragraphOf(plain, source));
      n += 1;
    } else {
      if (n > 0) places.move(child);
      children.push(child);
    }
  }
  tree.children = children;
  if (tree.position !== undefined) tree.position = places.positionOf(tree.position);
  return tree;
}

function paragraphOf({ start, end, line }: Plain, source: string): Paragraph {
  const position = { start: { line, column: 1, offset: start }, end: { line, column: end - start + 1, offset: end } };
  const value = source.slice(start, end);
  return {
    type: 'paragraph',
    children: [{ type: 'text', value, position: { start: { ...position.start }, end: { ...position.end } }, data: { pieces: [{ at: 0, size: value.length, start, end }] } }],
    position,
  };
}

/** From places in the shortened text to those of the source. */
class Places {
  readonly #runs: readonly Run[];
  readonly #offsets: number[] = [];
  readonly #lines: number[] = [];

  constructor(runs: readonly Run[]) {
    this.#runs = runs;
    let offsets = 0;
    let lines = 0;
    for (const { paragraphs } of runs) {
      const last = paragraphs.at(-1) ?? paragraphs[0];
      offsets += last.end - paragraphs[0].start - 1;
      lines += last.line - paragraphs[0].line;
      this.#offsets.push(offsets);
      this.#lines.push(lines);
    }
  }

  /** Moves a node and all that hangs on it. */
  move(top: RootContent): void {
    const todo: (RootContent | PhrasingContent)[] = [top];
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
      if (node.position !== undefined) node.position = this.positionOf(node.position);
      const { data } = node;
      if (data?.labelEnd !== undefined) data.labelEnd = this.#offset(data.labelEnd);
      if (data?.pieces !== undefined) data.pieces = data.pieces.map((piece) => ({ ...piece, start: this.#offset(piece.start), end: this.#offset(piece.end) }));
      if (data?.alt !== undefined) todo.push(...data.alt);
      if (data?.titlePlace !== undefined) {
        const { start, end, children } = data.titlePlace;
        data.titlePlace = { start: this.#offset(start), end: this.#offset(end), children };
        todo.push(...children);
      }
      if ('children' in node) todo.push(...node.children);
    }
  }

  positionOf({ start, end }: Position): Position {
    return { start: this.#point(start), end: this.#point(end) };
  }

  #point({ line, column, offset }: Point): Point {
    const before = this.#before(offset ?? 0);
    const run = this.#runs[before];
    const last = run?.paragraphs.at(-1);
    const moved = { line: line + (this.#lines[before] ?? 0), column, offset: this.#offset(offset ?? 0) };
    // The end of the document may be that of a run.
    return last !== undefined && moved.offset === last.end ? { ...moved, column: last.end - last.start + 1 } : moved;
  }

  #offset(offset: number): number {
    return offset + (this.#offsets[this.#before(offset)] ?? 0);
  }

  /** Index of the last run that begins before `offset`; -1 where none does. */
  #before(offset: number): number {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.at ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
