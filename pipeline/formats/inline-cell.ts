/** The words of a sentence as Markdown for one cell of the sheet, and back. */

import type { PhrasingContent } from 'mdast';
import type { Inline, Mark, Part } from '../model.ts';
import { escapeAll, refer } from './inline-escape.ts';
import { codeKey, collapse, htmlKey, imageKey, inlineSignature, isEmphasis, joinParts, linkKey, PIPES } from './inline-keys.ts';
import { readInline, slicePieces, type SourceInline } from './inline-read.ts';
import { spell } from './inline-spell.ts';
import { LEVELS, type Spelled, type Token } from './inline-tokens.ts';
import { parseMarkdown } from './markdown-parser.ts';
import { RISKY } from './markdown-plain.ts';

export type CellPlace = 'table' | 'paragraph';

/** Code that a cell cannot hold between backticks: a backslash before a pipe, a line break, blanks alone. */
const CODE_OPEN = '<code class="md">';
const CODE_CLOSE = '</code>';
const NONE = { get: () => undefined };

/**
 * The Markdown of `inline` for a cell of a GFM table, or for a paragraph of its own. Blanks are
 * collapsed. A link by reference stands with its URL, a hard break as `<br>`, an image without the
 * texts that have rows of their own.
 */
export function inlineToCell(inline: Inline, place: CellPlace): string {
  if (inline.parts.length === 0) return '';
  const [only, second] = inline.parts;
  // Most cells are words alone, in which nothing can be read as markup.
  if (only?.kind === 'text' && second === undefined && !RISKY.test(only.value)) return collapse(only.value);
  const marks = new Map(inline.marks.map((mark) => [mark.id, mark]));
  const tokens = inline.parts.flatMap((part): readonly Token[] => {
    if (part.kind === 'text') return [{ kind: 'text', bits: [{ value: part.value.replace(/[ \t\r\n]+/g, ' ') }] }];
    const mark = marks.get(part.id);
    return mark === undefined ? [] : [{ kind: part.kind, mark }];
  });
  const spelled = new Map(inline.marks.map((mark) => [mark.id, cellSpelling(mark, place)]));
  const wanted = inlineSignature(inline);
  const isSafe = inline.marks.every((mark) => isEmphasis(mark) || isPlainLink(mark)) && inline.parts.every((part, at) => isUnmistakable(inline.parts, at, part));
  let cautious = '';
  for (const level of LEVELS) {
    const { text } = spell(tokens, { place: place === 'table' ? 'cell' : 'flow', inCell: place === 'table', quote: '', marks: spelled }, level);
    const out = text === '&#32;' ? '' : text;
    if (isSafe || inlineSignature(inlineFromCell(out, inline.marks, place)) === wanted) return out;
    if (level <= 2) cautious = out;
  }
  return cautious;
}

/** A cell spells the pipes of a shortcode with a backslash, which the parser leaves there: one that an editor typed loses it. */
function withPipes(mark: Mark): Mark {
  return { ...mark, open: mark.open.replace(PIPES, '|') };
}

/**
 * Reads a cell: Markdown, or the nodes of a cell that is parsed already. Marks are those of `marks`
 * that they are the same as, in order; markup that an editor added gets numbers of its own.
 */
export function inlineFromCell(cell: string | CellNodes, marks: readonly Mark[], place: CellPlace = 'table'): Inline {
  const { nodes, source } = typeof cell !== 'string' ? cell : place === 'table' ? parseCell(cell) : parseParagraph(cell);
  const read = withTyped(nodes, foldCode(sealFootnotes(readInline(nodes, source, NONE), source)));
  const free = [...marks];
  let next = Math.max(0, ...marks.map((mark) => mark.id)) + 1;
  const used = new Map<number, Mark>();
  for (const given of read.marks) {
    const mark = place === 'table' && given.type === 'shortcode' ? withPipes(given) : given;
    const at = free.findIndex((other) => other.same === mark.same && (other.close === '') === (mark.close === ''));
    const found = free[at];
    if (found === undefined) used.set(mark.id, { ...mark, id: next++ });
    else {
      used.set(mark.id, found);
      free.splice(at, 1);
    }
  }
  const parts = read.parts.map((part): Part => (part.kind === 'text' ? part : { kind: part.kind, id: used.get(part.id)?.id ?? part.id }));
  const own = [...used.values()];
  return trimmed(joinParts(parts, [...marks.filter((mark) => own.includes(mark)), ...own.filter((mark) => !marks.includes(mark))]));
}

/** The nodes of a cell, and the text whose parse they come from. */
export interface CellNodes {
  readonly nodes: readonly PhrasingContent[];
  readonly source: string;
}

/** How a mark stands in a cell, whatever it is in the article. */
function cellSpelling(mark: Mark, place: CellPlace): Spelled {
  const pipes = (text: string): string => (place === 'table' ? text.replaceAll('|', '\\|') : text);
  const whole = (open: string): Spelled => ({ open, close: '', full: '', end: -1 });
  switch (mark.type) {
    case 'emphasis':
      return pair('*', '*');
    case 'strong':
      return pair('**', '**');
    case 'delete':
      return pair('~~', '~~');
    case 'link':
    case 'reference': {
      const tail = pipes(`](${destination(mark.same)}${typedTitle(mark)})`);
      return mark.close === '' ? whole(`[${tail}`) : pair('[', tail);
    }
    case 'image':
      return whole(mark.same.endsWith('>') ? pipes(`![](${destination(mark.same)})`) : pipes(oneLine(mark.open)));
    case 'break':
      return whole('<br>');
    case 'code':
      return whole(codeCell(codeValue(mark), place));
    case 'html':
      return whole(mark.same === 'break' ? '<br>' : oneLine(mark.open).replaceAll('|', '&#124;'));
    case 'autolink':
    case 'email':
      return whole(pipes(oneLine(mark.open)));
    case 'shortcode':
      return whole(place === 'table' ? oneLine(mark.open).replace(PIPES, '\\|') : oneLine(mark.open));
    case 'footnote':
      return whole(pipes(mark.open));
    case 'literal':
      return whole(mark.same.startsWith('literal <') ? escapeAll(mark.same.slice(8)) : mark.open);
  }
}

function pair(open: string, close: string): Spelled {
  return { open, close, full: close, end: -1 };
}

/** The URL of a link's or image's key, as a destination of Markdown. */
function destination(same: string): string {
  const url = same.slice(same.indexOf('<') + 1, same.indexOf('>'));
  const safe = url.replace(/[\\`*_~[\]<>&"'(){}]/g, (letter) => (/[&_~'*]/.test(letter) ? letter : refer(letter))).replace(/&(?=#?\w+;)(?!#x[0-9A-F]+;)/g, '&amp;');
  return url === '' || /\s/.test(url) ? `<${safe.replace(/[\r\n]/g, ' ')}>` : safe;
}

/** A title that an editor typed: it is part of the key. */
function typedTitle(mark: Mark): string {
  const title = mark.same.slice(mark.same.indexOf('>') + 2);
  return title === '' ? '' : ` "${escapeAll(title)}"`;
}

function codeValue(mark: Mark): string {
  return mark.same.slice('code '.length);
}

function codeCell(value: string, place: CellPlace): string {
  if (value === '' || (place === 'table' && /\\\|/.test(value)) || /[^\S ]/.test(value)) return CODE_OPEN + value.replace(/[!-/:-@[-`{-~]/g, refer) + CODE_CLOSE;
  const runs = new Set(Array.from(value.matchAll(/`+/g), ([run]) => run.length));
  let size = 1;
  while (runs.has(size)) size += 1;
  const fence = '`'.repeat(size);
  const gap = value.startsWith('`') || value.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${place === 'table' ? value.replaceAll('|', '\\|') : value}${gap}${fence}`;
}

const HEAD = '|';

/** Parsed as the one cell of a table. */
function parseCell(cell: string): CellNodes {
  const source = `| a |\n|---|\n${HEAD} ${oneLine(cell)} |\n`;
  const table = parseMarkdown(source).children[0];
  const found = table?.type === 'table' ? table.children[1]?.children[0] : undefined;
  return { nodes: found?.children ?? [], source };
}

function parseParagraph(text: string): CellNodes {
  const node = parseMarkdown(text).children[0];
  return { nodes: node?.type === 'paragraph' ? node.children : [], source: text };
}

/** `[^1]` in a sheet is no reference for the parser, as the note is not there. Escaped, it is words. */
function sealFootnotes({ inline, spans }: SourceInline, source: string): Inline {
  const marks = [...inline.marks];
  const parts = inline.parts.flatMap((part, index): readonly Part[] => {
    if (part.kind !== 'text' || !part.value.includes('[^')) return [part];
    const out: Part[] = [];
    let from = 0;
    for (const match of part.value.matchAll(/\[\^([^\s[\]^]{1,200})\]/g)) {
      const raw = slicePieces(spans[index]?.pieces ?? [], match.index, match.index + match[0].length);
      if (source.slice(raw[0]?.start, raw.at(-1)?.end) !== match[0]) continue;
      const id = marks.length + 1;
      marks.push({ id, type: 'footnote', open: match[0], close: '', same: `footnote ${(match[1] ?? '').toLowerCase()}` });
      out.push({ kind: 'text', value: part.value.slice(from, match.index) }, { kind: 'sealed', id });
      from = match.index + match[0].length;
    }
    out.push({ kind: 'text', value: part.value.slice(from) });
    return out;
  });
  return joinParts(parts, marks);
}

/** `<code class="md">…</code>` is code that backticks cannot hold. */
function foldCode(inline: Inline): Inline {
  const byId = new Map(inline.marks.map((mark) => [mark.id, mark]));
  const marks = [...inline.marks];
  const parts: Part[] = [];
  let code: string | undefined;
  for (const part of inline.parts) {
    const mark = part.kind === 'text' ? undefined : byId.get(part.id);
    if (mark?.type === 'html' && mark.same === htmlKey(CODE_OPEN)) code = '';
    else if (code !== undefined && mark?.type === 'html' && mark.same === htmlKey(CODE_CLOSE)) {
      const id = Math.max(...marks.map((other) => other.id)) + 1;
      marks.push({ id, type: 'code', open: codeCell(code, 'paragraph'), close: '', same: codeKey(code) });
      parts.push({ kind: 'sealed', id });
      code = undefined;
    } else if (code !== undefined) code += part.kind === 'text' ? part.value : (mark?.open ?? '');
    else parts.push(part);
  }
  return joinParts(parts, marks);
}

/** Titles and alternative texts that were typed into a cell make another link or image of it. */
function withTyped(nodes: readonly PhrasingContent[], inline: Inline): Inline {
  const typed = new Map<string, string[]>();
  const todo = [...nodes];
  for (let node = todo.shift(); node !== undefined; node = todo.shift()) {
    if (node.type === 'link') note(typed, linkKey(node.url), linkKey(node.url, node.title));
    if (node.type === 'image') note(typed, imageKey(node.url), imageKey(node.url, node.alt, node.title));
    if ('children' in node) todo.unshift(...node.children);
  }
  if (typed.size === 0) return inline;
  return {
    parts: inline.parts,
    marks: inline.marks.map((mark) => (mark.type === 'link' || mark.type === 'image' ? { ...mark, same: typed.get(mark.same)?.shift() ?? mark.same } : mark)),
  };
}

function note(typed: Map<string, string[]>, key: string, full: string): void {
  const known = typed.get(key);
  if (known === undefined) typed.set(key, [full]);
  else known.push(full);
}

function trimmed(inline: Inline): Inline {
  const parts = [...inline.parts];
  const [first, last] = [parts[0], parts.at(-1)];
  if (first?.kind === 'text') parts[0] = { kind: 'text', value: first.value.replace(/^[ \t\r\n]+/, '') };
  const end = parts.at(-1);
  if (last?.kind === 'text' && end?.kind === 'text') parts[parts.length - 1] = { kind: 'text', value: end.value.replace(/[ \t\r\n]+$/, '') };
  return joinParts(parts, inline.marks);
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ');
}

/** Words without marks of punctuation that matter, and markers that stand between a blank and a word. */
function isUnmistakable(parts: readonly Part[], at: number, part: Part): boolean {
  if (part.kind === 'text') return !RISKY.test(part.value);
  const outer = parts[part.kind === 'open' ? at - 1 : at + 1];
  const inner = parts[part.kind === 'open' ? at + 1 : at - 1];
  if (inner?.kind !== 'text' || (outer !== undefined && outer.kind !== 'text')) return false;
  return part.kind === 'open'
    ? /^[\p{L}\p{N}]/u.test(inner.value) && (outer === undefined || / $/.test(outer.value))
    : /[\p{L}\p{N}]$/u.test(inner.value) && (outer === undefined || /^[ .,;?!]/.test(outer.value));
}

function isPlainLink(mark: Mark): boolean {
  return (mark.type === 'link' || mark.type === 'reference') && mark.close !== '' && /^link <[\w:/.?=%+-]+>$/.test(mark.same);
}
