/** Takes whole blocks out of a document with their lines, so that what stays is read as before. */

import type { Nodes } from 'mdast';
import { rangeOf } from './inline-marks.ts';
import type { Chain, MarkdownBlock } from './markdown-block.ts';
import type { Edit } from './markdown-splice.ts';

/** The edits that take out the blocks `dropped`. */
export function dropEdits(blocks: readonly MarkdownBlock[], dropped: ReadonlySet<number>, source: string): readonly Edit[] {
  const edits: Edit[] = [];
  const gone = new Set<Nodes>();
  const chains: Chain[] = [];
  for (const index of dropped) {
    const block = blocks[index];
    if (block === undefined) continue;
    if (block.kind === 'cell' || block.kind === 'alt' || block.kind === 'link-title' || block.kind === 'front-matter') {
      edits.push({ start: block.start, end: block.end, text: block.kind === 'front-matter' ? '""' : '', holder: block.holder });
      continue;
    }
    gone.add(block.chain.node);
    chains.push(block.chain);
  }
  // A container goes with its last child; a footnote stays, as its references do.
  const tops = new Map<Nodes, Chain>();
  for (const chain of chains) {
    let top = chain;
    while (top.parent !== undefined && isRemovable(top.parent.node) && childrenOf(top.parent.node).every((child) => gone.has(child))) {
      top = top.parent;
      gone.add(top.node);
    }
    tops.set(top.node, top);
  }
  for (const top of tops.values()) {
    if (top.parent !== undefined && gone.has(top.parent.node)) continue;
    const siblings = childrenOf(top.parent?.node);
    const before = siblings[top.index - 1];
    if (before !== undefined && gone.has(before)) continue;
    let last = top.index;
    for (let next = siblings[last + 1]; next !== undefined && gone.has(next); next = siblings[last + 1]) last += 1;
    edits.push(takeOut(source, top.node, siblings[last] ?? top.node, before, siblings[last + 1], top.parent?.node));
  }
  return edits;
}

function takeOut(source: string, first: Nodes, last: Nodes, before: Nodes | undefined, after: Nodes | undefined, parent: Nodes | undefined): Edit {
  const [from, to] = [rangeOf(first).start, rangeOf(last).end];
  const start = lineStart(source, from);
  const prefix = source.slice(start, from);
  if (!/^[ \t>]*$/.test(prefix)) {
    // It shares its line with the marker of a list item or a footnote.
    return after === undefined ? { start: from, end: to, text: '&#32;' } : { start: from, end: rangeOf(after).start, text: '' };
  }
  if (before === undefined && after === undefined && parent?.type === 'footnoteDefinition') return { start: from, end: to, text: '&#32;' };
  const end = lineEnd(source, to);
  const ending = /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';
  if (before !== undefined && after !== undefined && mayMerge(before, after)) {
    return { start, end, text: `${prefix}<!-- -->${source.slice(start, end).endsWith('\n') || source.slice(start, end).endsWith('\r') ? ending : ''}` };
  }
  const blankBefore = blankLineBefore(source, start);
  const blankAfter = blankLineAfter(source, end);
  if (after !== undefined) {
    if (blankAfter > end && (blankBefore < start || before === undefined)) return { start, end: blankAfter, text: '' };
    const needsBlank = before !== undefined && parent?.type !== 'list' && blankBefore === start && blankAfter === end;
    return { start, end, text: needsBlank ? prefix.trimEnd() + ending : '' };
  }
  if (end >= source.length && before !== undefined) return { start: blankBefore, end, text: '' };
  return blankAfter > end ? { start, end: blankAfter, text: '' } : { start, end, text: '' };
}

/** Two lists, or two pieces of indented code, would become one. */
function mayMerge(before: Nodes, after: Nodes): boolean {
  const isOpenEnded = before.type === 'list' || before.type === 'footnoteDefinition' || before.type === 'code';
  return isOpenEnded && (after.type === 'list' || after.type === 'code');
}

function isRemovable(node: Nodes): boolean {
  return node.type === 'listItem' || node.type === 'list' || node.type === 'blockquote';
}

function childrenOf(node: Nodes | undefined): readonly Nodes[] {
  return node !== undefined && 'children' in node ? node.children : [];
}

function lineStart(source: string, at: number): number {
  let start = at;
  while (start > 0 && !/[\r\n]/.test(source.charAt(start - 1))) start -= 1;
  return start;
}

/** After the line end. */
function lineEnd(source: string, at: number): number {
  const rest = /\r\n|\r|\n/g;
  rest.lastIndex = at;
  const match = rest.exec(source);
  return match === null ? source.length : match.index + match[0].length;
}

/** Start of the blank line that ends at `at`; `at` where there is none. */
function blankLineBefore(source: string, at: number): number {
  if (at === 0) return at;
  const end = source.startsWith('\r\n', at - 2) ? at - 2 : at - 1;
  const start = lineStart(source, end);
  return /^[ \t>]*$/.test(source.slice(start, end)) ? start : at;
}

/** End of the blank line that begins at `at`; `at` where there is none. */
function blankLineAfter(source: string, at: number): number {
  const end = lineEnd(source, at);
  return at < source.length && /^[ \t>]*[\r\n]*$/.test(source.slice(at, end)) ? end : at;
}
