/**
 * Writes the English document by splicing into the source: only what is translated changes. What
 * was written is read again and compared, so that no English can change the structure of a document.
 */

import type { Inline } from '../model.ts';
import { inlineSignature, plainKey } from './inline-keys.ts';
import { spell } from './inline-spell.ts';
import { type Level, LEVELS, type Spelled, type Token } from './inline-tokens.ts';
import { assemble, type Sentence } from './markdown-assemble.ts';
import type { MarkdownBlock, MarkdownDocument } from './markdown-block.ts';
import { dropEdits } from './markdown-drop.ts';
import { writeScalar } from './markdown-front-matter.ts';
import { readMarkdown } from './markdown-read.ts';
import { type Edit, splice } from './markdown-splice.ts';
import { blame } from './markdown-verify.ts';

/**
 * The document with `english` in place of its sentences, by index of the block. A block that is not
 * named, a sentence whose target says the same as its source, and whatever stands between sentences
 * keep their bytes. The result has the block structure of the source, whatever the English is.
 */
export function writeMarkdown(document: MarkdownDocument, english: ReadonlyMap<number, readonly Sentence[]>): string {
  const body = document.source.slice(document.mark.length);
  const tokens = new Map<number, readonly Token[]>();
  const dropped = new Set<number>();
  for (const [index, sentences] of english) {
    const block = document.blocks[index];
    if (block === undefined) continue;
    const result = assemble(block, sentences, body);
    if (result.kind === 'drop') dropped.add(index);
    else if (result.kind === 'changed') tokens.set(index, result.tokens);
  }
  if (tokens.size === 0 && dropped.size === 0) return document.source;
  // What stands inside a dropped block goes with it.
  for (const [index, block] of document.blocks.entries()) {
    if (block.holder === undefined || !dropped.has(block.holder)) continue;
    dropped.add(index);
    tokens.delete(index);
  }
  const drops = dropEdits(document.blocks, dropped, body);
  // Whole paragraphs that stand free between blank lines leave nothing behind that could be read anew.
  if (tokens.size === 0 && [...dropped].every((index) => standsFree(document.blocks[index]))) {
    return document.mark + splice(body, 0, body.length, drops);
  }
  const levels = new Map<number, Level>([...tokens.keys()].map((index) => [index, 0]));
  for (let round = 0; round < 16; round += 1) {
    const { text, intended } = spellAll(document, tokens, levels, drops, body);
    const reread = readMarkdown(text, { frontMatter: document.frontMatter });
    const wrong = blame(document, dropped, intended, reread);
    if (wrong.length === 0) return document.mark + text;
    raise(levels, wrong, round);
  }
  throw new Error(`Unexpected change of block structure in every spelling, first at line ${firstLine(document, levels)}`);
}

/** A paragraph of the article itself whose neighbours are paragraphs or headings. */
function standsFree(block: MarkdownBlock | undefined): boolean {
  if (block?.chain.node.type !== 'paragraph') return false;
  const parent = block.chain.parent?.node;
  if (parent?.type !== 'root') return false;
  return [parent.children[block.chain.index - 1], parent.children[block.chain.index + 1]]
    .every((neighbour) => neighbour === undefined || neighbour.type === 'paragraph' || (neighbour.type === 'heading'));
}

interface Written {
  readonly text: string;
  /** What a reader should find, by index of the block. */
  readonly intended: ReadonlyMap<number, string>;
}

function spellAll(
  document: MarkdownDocument,
  tokens: ReadonlyMap<number, readonly Token[]>,
  levels: ReadonlyMap<number, Level>,
  drops: readonly Edit[],
  body: string,
): Written {
  // Edits by the block that they stand in; blocks that hold others come before them.
  const edits = new Map<number, Edit[]>();
  const intended = new Map<number, string>();
  const add = (holder: number, edit: Edit): void => {
    const known = edits.get(holder);
    if (known === undefined) edits.set(holder, [edit]);
    else known.push(edit);
  };
  for (const drop of drops) add(drop.holder ?? OUTSIDE, drop);
  for (let index = document.blocks.length - 1; index >= 0; index -= 1) {
    const block = document.blocks[index];
    if (block === undefined) continue;
    const inner = edits.get(index) ?? [];
    const own = tokens.get(index);
    if (own === undefined) {
      for (const edit of inner) add(block.holder ?? OUTSIDE, edit);
      continue;
    }
    const { text, inline } = spellBlock(block, own, levels.get(index) ?? 0, inner, body);
    intended.set(index, inlineSignature(inline, plainKey));
    add(block.holder ?? OUTSIDE, { start: block.start, end: block.tail?.end ?? block.end, text: text + (block.tail?.text ?? ''), block: index });
  }
  return { text: splice(body, 0, body.length, edits.get(OUTSIDE) ?? []), intended };
}

const OUTSIDE = -1;
const MOST: Level = 5;

function spellBlock(
  block: MarkdownBlock,
  tokens: readonly Token[],
  level: Level,
  inner: readonly Edit[],
  body: string,
): { text: string; inline: Inline } {
  if (block.scalar !== undefined) {
    const value = tokens.map((token) => (token.kind === 'text' ? token.bits.map((bit) => bit.value).join('') : token.mark.open + token.mark.close)).join('');
    return { text: writeScalar(value, block.scalar), inline: { parts: [{ kind: 'text', value }], marks: [] } };
  }
  const { text, intended } = spell(
    tokens,
    { place: block.place, inCell: block.inCell, quote: block.quote ?? '', marks: spelledMarks(block, inner, body) },
    level,
  );
  return { text, inline: intended };
}

/** The marks as they stand in the source, with what changed inside them. */
function spelledMarks(block: MarkdownBlock, inner: readonly Edit[], body: string): ReadonlyMap<number, Spelled> {
  const found = new Map<number, { open: string; openEnd: number }>();
  const marks = new Map<number, Spelled>();
  const byId = new Map(block.inline.marks.map((mark) => [mark.id, mark]));
  for (const [index, part] of block.inline.parts.entries()) {
    const span = block.spans[index];
    if (span === undefined || part.kind === 'text') continue;
    const raw = inner.length === 0 ? body.slice(span.start, span.end) : splice(body, span.start, span.end, inner);
    if (part.kind === 'open') found.set(part.id, { open: raw, openEnd: span.end });
    else if (part.kind === 'sealed') marks.set(part.id, { open: raw, close: '', full: '', end: span.end });
    else {
      const { open, openEnd } = found.get(part.id) ?? { open: '', openEnd: span.start };
      const mark = byId.get(part.id);
      const needsLabel = mark?.type === 'reference' && /^\](?:\[\])?$/.test(raw);
      marks.set(part.id, {
        open,
        close: raw,
        full: mark?.type === 'reference' ? mark.close : raw,
        end: span.end,
        ...(needsLabel ? { inner: body.slice(openEnd, span.start) } : {}),
      });
    }
  }
  return marks;
}

/** Spells what was misread more cautiously; from the second round on everything after it too, as one fault may hide others. */
function raise(levels: Map<number, Level>, wrong: readonly number[], round: number): void {
  const first = Math.min(...wrong);
  const isStuck = wrong.every((index) => (levels.get(index) ?? 0) === MOST);
  for (const [index, level] of levels) {
    if (wrong.includes(index) || (round > 0 && index > first) || isStuck) levels.set(index, LEVELS[level + 1] ?? MOST);
  }
}

function firstLine(document: MarkdownDocument, levels: ReadonlyMap<number, Level>): number {
  return Math.min(...[...levels].filter(([, level]) => level === MOST).map(([index]) => document.blocks[index]?.line ?? 1));
}
