/**
 * The compiled form of the data: one run of bytes whose parts are looked at in place, so that loading reads a file and
 * parses nothing. Words are found in tables by open addressing over a power of two; a row plus one is stored, so that
 * zero is an empty place.
 */

/** A table of texts by text; nothing is decoded before it is asked for. */
export interface Table {
  /** The row of `key`, counted from 0 in the order of the entries; -1 where it is none. */
  row(key: string): number;
  /** What stands for `key`. */
  get(key: string): string | undefined;
}

export type Part = Uint32Array | Uint16Array | Float32Array | Uint8Array;

/** The four parts of a table: places, hashes by row, bounds of key and value by row, and their bytes. */
export type TableParts = readonly [slots: Uint32Array, hashes: Uint32Array, bounds: Uint32Array, text: Uint8Array];

/** Says in the first four bytes that these are such data, written in this order of bytes, in this version of the form. */
const SIGN = 0x32_64_61_70;

/** The parts one after the other, with their lengths in front; each begins at a multiple of four. */
export function joinParts(parts: readonly Part[]): Uint8Array {
  const head = new Uint32Array(2 + parts.length);
  head[0] = SIGN;
  head[1] = parts.length;
  let size = head.byteLength;
  parts.forEach((part, index) => {
    head[2 + index] = part.byteLength;
    size += padded(part.byteLength);
  });
  const bytes = new Uint8Array(size);
  bytes.set(bytesOf(head), 0);
  let at = head.byteLength;
  for (const part of parts) {
    bytes.set(bytesOf(part), at);
    at += padded(part.byteLength);
  }
  return bytes;
}

/** Hands out the parts of `bytes` in the order in which they were joined; undefined where these are no such data, or cut short. */
export function splitParts(bytes: Uint8Array): PartReader | undefined {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (whole.byteLength < 8) return undefined;
  const [sign, count = 0] = new Uint32Array(whole.buffer, whole.byteOffset, 2);
  if (sign !== SIGN || whole.byteLength < 8 + 4 * count) return undefined;
  const lengths = new Uint32Array(whole.buffer, whole.byteOffset + 8, count);
  let size = 8 + 4 * count;
  for (const length of lengths) size += padded(length);
  return size === whole.byteLength ? readerOf(whole, lengths) : undefined;
}

export interface PartReader {
  whole(): Uint32Array;
  small(): Uint16Array;
  real(): Float32Array;
  table(): Table;
}

function readerOf(bytes: Uint8Array, lengths: Uint32Array): PartReader {
  let at = bytes.byteOffset + 8 + 4 * lengths.length;
  let part = 0;
  const next = (): readonly [from: number, length: number] => {
    const length = lengths[part++] ?? 0;
    const from = at;
    at += padded(length);
    return [from, length];
  };
  const whole = (): Uint32Array => {
    const [from, length] = next();
    return new Uint32Array(bytes.buffer, from, length / 4);
  };
  return {
    whole,
    small() {
      const [from, length] = next();
      return new Uint16Array(bytes.buffer, from, length / 2);
    },
    real() {
      const [from, length] = next();
      return new Float32Array(bytes.buffer, from, length / 4);
    },
    table() {
      const [slots, hashes, bounds] = [whole(), whole(), whole()];
      const [from, length] = next();
      return openTable(slots, hashes, bounds, Buffer.from(bytes.buffer, from, length));
    },
  };
}

/** Packs a table. Where a key comes twice, the later row is the one that is found. */
export function packTable(entries: Iterable<readonly [key: string, value: string]>): TableParts {
  const rows = [...entries];
  const slots = new Uint32Array(room(rows.length));
  const hashes = new Uint32Array(rows.length);
  const bounds = new Uint32Array(rows.length * 2 + 1);
  const mask = slots.length - 1;
  const pieces: Buffer[] = [];
  let size = 0;
  rows.forEach(([key, value], row) => {
    const hash = hashText(key);
    hashes[row] = hash;
    for (const [side, text] of [key, value].entries()) {
      const piece = Buffer.from(text, 'utf8');
      pieces.push(piece);
      size += piece.length;
      bounds[row * 2 + side + 1] = size;
    }
    let slot = hash & mask;
    for (;;) {
      const there = slots[slot] ?? 0;
      if (there === 0 || rows[there - 1]?.[0] === key) break;
      slot = (slot + 1) & mask;
    }
    slots[slot] = row + 1;
  });
  return [slots, hashes, bounds, Buffer.concat(pieces)];
}

/** Places for `count` entries: a power of two that leaves at least half of them empty. */
export function room(count: number): number {
  let size = 4;
  while (size < count * 2) size *= 2;
  return size;
}

function openTable(slots: Uint32Array, hashes: Uint32Array, bounds: Uint32Array, text: Buffer): Table {
  const mask = slots.length - 1;
  const row = (key: string): number => {
    const hash = hashText(key);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = (slots[slot] ?? 0) - 1;
      if (found < 0) return -1;
      if (hashes[found] === hash && text.toString('utf8', bounds[found * 2], bounds[found * 2 + 1]) === key) return found;
    }
  };
  return {
    row,
    get(key) {
      const found = row(key);
      return found < 0 ? undefined : text.toString('utf8', bounds[found * 2 + 1], bounds[found * 2 + 2]);
    },
  };
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function bytesOf(part: Part): Uint8Array {
  return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
}
