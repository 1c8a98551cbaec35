/** Tagged text in pieces: the words, and the tags between them. */

import { TAG } from '../tagged.ts';

export type Piece =
  /** `start`: where the words stand in the tagged text. */
  | { readonly kind: 'words'; readonly value: string; readonly start: number }
  | { readonly kind: 'open' | 'close' | 'sealed'; readonly id: number };

/**
 * The pieces of `text` in order. What looks like a tag and is none (a close without its open, a pair
 * that crosses another) is words, so the tags of the result always nest.
 */
export function splitTags(text: string): readonly Piece[] {
  const tags = [...text.matchAll(TAG)].map((match) => ({ at: match.index, whole: match[0], id: Number(match[3]), kind: kindOf(match) }));
  const sound = nested(tags);
  const pieces: Piece[] = [];
  let start = 0;
  for (const [n, { at, whole, id, kind }] of tags.entries()) {
    if (kind === undefined || !sound.has(n)) continue;
    if (at > start) pieces.push({ kind: 'words', value: text.slice(start, at), start });
    pieces.push({ kind, id });
    start = at + whole.length;
  }
  if (start < text.length) pieces.push({ kind: 'words', value: text.slice(start), start });
  return pieces;
}

/** The tag of a piece as tagged text spells it; its words where it has some. */
export function spellPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'words':
      return piece.value;
    case 'open':
      return `<g${piece.id}>`;
    case 'close':
      return `</g${piece.id}>`;
    case 'sealed':
      return `<x${piece.id}/>`;
  }
}

/** The words of `text` without its tags. */
export function wordsOf(text: string): string {
  return splitTags(text).map((piece) => (piece.kind === 'words' ? piece.value : '')).join('');
}

type Kind = 'open' | 'close' | 'sealed' | undefined;

function kindOf([, slash, letter, , self]: RegExpMatchArray): Kind {
  if (letter === 'x') return slash === '' && self === '/' ? 'sealed' : undefined;
  if (self === '/') return undefined;
  return slash === '/' ? 'close' : 'open';
}

/** Numbers of the tags that nest. */
function nested(tags: readonly { readonly id: number; readonly kind: Kind }[]): ReadonlySet<number> {
  const sound = new Set<number>();
  const open: { readonly n: number; readonly id: number }[] = [];
  for (const [n, { id, kind }] of tags.entries()) {
    if (kind === 'sealed') sound.add(n);
    else if (kind === 'open') open.push({ n, id });
    else if (kind === 'close') {
      const depth = open.findLastIndex((tag) => tag.id === id);
      const opener = open[depth];
      if (opener === undefined) continue;
      open.length = depth;
      sound.add(opener.n).add(n);
    }
  }
  return sound;
}
