/** The tags of tagged text: `<g1>…</g1>` round words, `<x2/>` for a sealed piece; and how they come back. */

const TAG = /<(\/?)([gx])(\d{1,4})(\/?)>/g;

export interface Tag {
  readonly start: number;
  readonly end: number;
  readonly kind: 'open' | 'close' | 'sealed';
  readonly id: number;
}

/**
 * The tags of `text` that are well formed: every `open` has its `close`, properly nested, every id
 * once. Others are left in the text as they stand, and are words like any other.
 */
export function findTags(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  for (const match of text.matchAll(TAG)) {
    const [whole, slash, letter, digits, self] = match;
    const at = { start: match.index, end: match.index + whole.length, id: Number(digits) };
    if (letter === 'x' && self === '/' && slash === '') tags.push({ ...at, kind: 'sealed' });
    else if (letter === 'g' && self === '') tags.push({ ...at, kind: slash === '' ? 'open' : 'close' });
  }
  return paired(tags);
}

function paired(tags: readonly Tag[]): readonly Tag[] {
  const keep = new Set<Tag>();
  const used = new Set<string>();
  const stack: Tag[] = [];
  for (const tag of tags) {
    const name = (tag.kind === 'sealed' ? 'x' : 'g') + String(tag.id);
    if (tag.kind === 'close') {
      const top = stack.at(-1);
      if (top?.id !== tag.id) continue;
      stack.pop();
      keep.add(top).add(tag);
    } else if (!used.has(name)) {
      used.add(name);
      if (tag.kind === 'open') stack.push(tag);
      else keep.add(tag);
    }
  }
  return tags.filter((tag) => keep.has(tag));
}

/** A written piece of the English with the pairs it stands in (outermost first). */
export interface Piece {
  readonly text: string;
  readonly gap: boolean;
  readonly path: readonly number[];
}

/**
 * The English with its tags: each pair goes round everything from the first to the last of its
 * pieces, as far as the pair it stands in and the pairs beside it leave room. `order` lists the ids
 * with their parents in source order; a pair without any piece stands empty where its neighbours end.
 */
export function writeTagged(pieces: readonly Piece[], pairs: readonly PairOf[]): string {
  const opens: number[][] = pieces.map(() => []);
  const closes: number[][] = pieces.map(() => []);
  const empty: string[] = [];
  const spans = new Map<number, { from: number; to: number }>();
  const taken = new Map<number, { from: number; to: number }[]>();
  const wanted = widest(pieces);
  for (const pair of pairs) {
    const outer = pair.parent === undefined ? { from: 0, to: pieces.length - 1 } : spans.get(pair.parent);
    const want = wanted.get(pair.id);
    const beside = taken.get(pair.parent ?? -1) ?? [];
    const span = outer === undefined || want === undefined ? undefined : fit(want, outer, beside);
    if (span === undefined) {
      const host = closesAt(pair.parent, spans);
      if (host === undefined) empty.push(`<g${pair.id}></g${pair.id}>`);
      else (closes[host] ??= []).unshift(pair.id, -pair.id - 1);
      continue;
    }
    spans.set(pair.id, span);
    beside.push(span);
    taken.set(pair.parent ?? -1, beside);
    opens[span.from]?.push(pair.id);
    closes[span.to]?.unshift(pair.id);
  }
  let out = '';
  pieces.forEach((piece, index) => {
    if (piece.gap && out !== '') out += ' ';
    for (const id of opens[index] ?? []) out += `<g${id}>`;
    out += piece.text;
    out += closing(closes[index] ?? []);
  });
  return out + empty.join('');
}

export interface PairOf {
  readonly id: number;
  readonly parent: number | undefined;
}

/** An id followed by its negative counterpart is an empty pair inside its parent's last piece. */
function closing(ids: readonly number[]): string {
  let out = '';
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] ?? 0;
    if (ids[index + 1] === -id - 1) {
      out += `<g${id}></g${id}>`;
      index += 1;
    } else out += `</g${id}>`;
  }
  return out;
}

function closesAt(parent: number | undefined, spans: ReadonlyMap<number, { to: number }>): number | undefined {
  return parent === undefined ? undefined : spans.get(parent)?.to;
}

function widest(pieces: readonly Piece[]): ReadonlyMap<number, { from: number; to: number }> {
  const spans = new Map<number, { from: number; to: number }>();
  pieces.forEach((piece, index) => {
    for (const id of piece.path) {
      const span = spans.get(id);
      if (span === undefined) spans.set(id, { from: index, to: index });
      else span.to = index;
    }
  });
  return spans;
}

function fit(
  want: { from: number; to: number },
  outer: { from: number; to: number },
  beside: readonly { from: number; to: number }[],
): { from: number; to: number } | undefined {
  let from = Math.max(want.from, outer.from);
  let to = Math.min(want.to, outer.to);
  for (const other of beside) {
    if (other.to < from || other.from > to) continue;
    // The longer free side is kept; a pair that lies wholly inside its neighbour loses its words.
    if (other.from - from > to - other.to) to = other.from - 1;
    else from = other.to + 1;
  }
  return from <= to ? { from, to } : undefined;
}
