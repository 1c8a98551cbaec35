/** Compares a document as it was written with what it was meant to be. */

import { inlineSignature, plainKey } from './inline-keys.ts';
import type { MarkdownBlock, MarkdownDocument } from './markdown-block.ts';

/**
 * Indices of the changed blocks that were not read as they were meant; empty where all is well.
 * `intended`: signatures of the changed blocks.
 */
export function blame(
  document: MarkdownDocument,
  dropped: ReadonlySet<number>,
  intended: ReadonlyMap<number, string>,
  reread: MarkdownDocument,
): readonly number[] {
  const expected = [...document.blocks.entries()].filter(
    // A value of front matter without words is no block.
    ([index, block]) => block.holder === undefined && !dropped.has(index) && !(block.kind === 'front-matter' && intended.get(index) === ''),
  );
  const found = reread.blocks.filter((block) => block.holder === undefined);
  const wrong = new Set<number>();
  for (const [at, [index, block]] of expected.entries()) {
    const other = found[at];
    if (other === undefined || !isAlike(block, other)) {
      wrong.add(culprit(index, intended));
      break;
    }
    if ((intended.get(index) ?? signature(block)) !== signature(other)) wrong.add(culprit(index, intended));
  }
  if (wrong.size > 0) return [...wrong];
  const isSameShape = dropped.size > 0 || isEqual(document.shape, reread.shape);
  if (found.length !== expected.length || !isSameShape) return [...intended.keys()];
  return inner(document, intended, reread);
}

/** Alternative texts and titles: looked for in order, as their holder may have been left out or doubled. */
function inner(document: MarkdownDocument, intended: ReadonlyMap<number, string>, reread: MarkdownDocument): readonly number[] {
  const found = reread.blocks.filter((block) => block.holder !== undefined);
  const left = new Map<string, number>();
  for (const block of found) {
    const key = `${block.kind} ${signature(block)}`;
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const wrong: number[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const meant = intended.get(index);
    if (meant === undefined || block.holder === undefined || meant === '') continue;
    // Where the holder itself was translated, it may have been left out.
    if (!left.has(`${block.kind} ${meant}`) && !intended.has(block.holder)) wrong.push(index);
  }
  return wrong;
}

function signature(block: MarkdownBlock): string {
  return inlineSignature(block.inline, plainKey);
}

function isAlike(a: MarkdownBlock, b: MarkdownBlock): boolean {
  return a.kind === b.kind && a.depth === b.depth && a.key === b.key && a.isHeader === b.isHeader && isEqual(a.within, b.within);
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

/** The changed block that most likely did it: this one, else the one before. */
function culprit(index: number, intended: ReadonlyMap<number, string>): number {
  let before: number | undefined;
  let after: number | undefined;
  for (const changed of intended.keys()) {
    if (changed <= index && (before === undefined || changed > before)) before = changed;
    if (changed > index && (after === undefined || changed < after)) after = changed;
  }
  return before ?? after ?? index;
}
