/** A document -> its sentences, each with its place, its role and how it is handled. */

import { cutInline } from '../formats/inline-cut.ts';
import { splitFurniture } from '../furniture/split.ts';
import type { Handling, Role, Segment } from '../model.ts';
import { splitSentences } from '../sentences/split.ts';
import type { FileSettings } from '../settings.ts';
import { toPlain, toTagged } from '../tagged.ts';
import type { Document } from './read.ts';
import { defaultHandling } from './roles.ts';

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
}

/** Every block with a word in it, in order; blocks are numbered from 1 as they stand in the sheet. */
export function segment({ markdown, roles }: Document, settings: FileSettings): readonly Segment[] {
  const segments: Segment[] = [];
  const running = roles.flatMap((role, n) => (RUNNING.has(role) && markdown.blocks[n]?.hasWords === true ? [n] : []));
  let number = 0;
  for (const [n, block] of markdown.blocks.entries()) {
    const role = roles[n] ?? 'body';
    if (!block.hasWords) continue;
    number += 1;
    const plain = toPlain(block.inline);
    const pieces = cut(plain, role, { first: n === running[0], last: n === running.at(-1) }, settings);
    const inlines = cutInline(block.inline, pieces);
    for (const [at, piece] of pieces.entries()) {
      const source = inlines[at];
      if (source === undefined) continue;
      segments.push({
        id: `${number}.${at + 1}`,
        block: n,
        start: piece.start,
        end: piece.end,
        role: piece.role,
        handling: handlingOf(piece.role, settings),
        source,
        text: toTagged(source),
      });
    }
  }
  return segments;
}

/** Where a dateline opens the article, or credits close it. */
const RUNNING: ReadonlySet<Role> = new Set<Role>(['body', 'quote', 'list-item']);

function cut(plain: string, role: Role, position: { first: boolean; last: boolean }, settings: FileSettings): readonly Piece[] {
  // What no provider sees is one piece: a tag list is no sentences.
  if (handlingOf(role, settings) !== 'translate') return pieces(plain, [trimmed(plain, 0, plain.length)], role);
  const { prefix, suffix } = splitFurniture(plain, role, position);
  const start = prefix?.end ?? 0;
  const end = suffix?.start ?? plain.length;
  const sentences = splitSentences(plain.slice(start, end), settings.sentences)
    .map((span) => ({ start: span.start + start, end: span.end + start }));
  return [
    ...(prefix === undefined ? [] : pieces(plain, [trimmed(plain, prefix.start, prefix.end)], prefix.role)),
    ...pieces(plain, sentences, role),
    ...(suffix === undefined ? [] : pieces(plain, [trimmed(plain, suffix.start, suffix.end)], suffix.role)),
  ];
}

function pieces(plain: string, spans: readonly { start: number; end: number }[], role: Role): readonly Piece[] {
  return spans.filter(({ start, end }) => plain.slice(start, end) !== '').map(({ start, end }) => ({ start, end, role }));
}

function trimmed(plain: string, start: number, end: number): { start: number; end: number } {
  const part = plain.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + part.trimEnd().length) };
}

function handlingOf(role: Role, settings: FileSettings): Handling {
  return settings.roles[role] ?? defaultHandling(role);
}
