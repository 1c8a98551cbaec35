/** Bytes to text and back: which encoding a file is in, and a clear refusal where it is no text. */

import { FileError } from '../errors.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  /** Without the byte order mark; line ends as they are in the file. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the file began with a byte order mark. */
  readonly bom: boolean;
}

/**
 * The text of a file. UTF-8 with or without BOM, UTF-16 with BOM; bytes that are no UTF-8 are read as
 * Windows-1252 unless they look like damaged UTF-8.
 * @param path Only for messages.
 * @throws {FileError} for binary files, damaged encodings, NUL characters and lone surrogates; the
 * message says what was found at which byte (counted from 0) and what to do.
 */
export function decodeText(bytes: Uint8Array, path: string): Decoded {
  const known = MAGIC.find(({ head }) => head.every((byte, at) => bytes[at] === byte));
  if (known) throw new FileError(path, `${path}: Unexpected ${known.what} at byte 0, expected plain text; ${known.next}.`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, path, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, path, 'utf-16be');
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw refusal(path, nul === 1 || nul === 0 ? 'a NUL byte (UTF-16 without a byte order mark, or no text at all)' : 'a NUL byte', nul);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const fault = firstFault(bytes, bom ? 3 : 0);
  if (fault === undefined) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', bom ? 3 : 0);
    refuseControls(text, path);
    return { text, encoding: 'utf-8', bom };
  }
  if (bom || fault.surrogate || fault.whole > 0) {
    const what = fault.surrogate ? 'half of a surrogate pair' : `byte ${hex(bytes[fault.at])} in text that is otherwise UTF-8`;
    throw refusal(path, what, fault.at);
  }
  return { text: windows1252(bytes, path), encoding: 'windows-1252', bom: false };
}

/** The bytes of an output: always UTF-8, with a byte order mark where the source had one. */
export function encodeText(text: string, { bom }: { readonly bom: boolean }): Uint8Array {
  return new TextEncoder().encode(bom ? `\uFEFF${text}` : text);
}

const SAVE = 'save it as UTF-8 text and run again';
const EXPORT = 'export it as text (UTF-8) for now and run again';

/** First bytes of the kinds of file that people drop into a folder of articles by mistake. */
const MAGIC: readonly { readonly head: readonly number[]; readonly what: string; readonly next: string }[] = [
  { head: [0x50, 0x4b, 0x03, 0x04], what: 'ZIP data (.docx, .odt, .epub or .zip)', next: `a .docx must be saved as text: ${EXPORT}` },
  { head: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Office document (.doc)', next: EXPORT },
  { head: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'a PDF', next: EXPORT },
  { head: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'an RTF document', next: EXPORT },
  { head: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG image', next: 'take it out of the folder of articles' },
  { head: [0xff, 0xd8, 0xff], what: 'a JPEG image', next: 'take it out of the folder of articles' },
  { head: [0x47, 0x49, 0x46, 0x38], what: 'a GIF image', next: 'take it out of the folder of articles' },
  { head: [0x1f, 0x8b], what: 'gzip data', next: 'unpack it and run again' },
  { head: [0xff, 0xfe, 0x00, 0x00], what: 'UTF-32 text', next: SAVE },
  { head: [0x00, 0x00, 0xfe, 0xff], what: 'UTF-32 text', next: SAVE },
];

function refusal(path: string, found: string, at: number): FileError {
  return new FileError(path, `${path}: Unexpected ${found} at byte ${at}, expected UTF-8 text; ${SAVE}.`);
}

function hex(value: number | undefined): string {
  return `0x${(value ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function utf16(bytes: Uint8Array, path: string, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const name = encoding.toUpperCase();
  if (bytes.length % 2 === 1) throw refusal(path, `the end of ${name} text in the middle of a character`, bytes.length - 1);
  const pairs = Buffer.from(bytes.subarray(2));
  if (encoding === 'utf-16be') pairs.swap16();
  const text = pairs.toString('utf16le');
  const nul = text.indexOf('\0');
  if (nul >= 0) throw refusal(path, `a NUL character in ${name} text`, 2 + nul * 2);
  const lone = LONE_SURROGATE.exec(text);
  if (lone) throw refusal(path, `half of a surrogate pair in ${name} text`, 2 + lone.index * 2);
  refuseControls(text, path);
  return { text, encoding, bom: true };
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

interface Fault {
  readonly at: number;
  readonly surrogate: boolean;
  /** By how many the whole multi-byte characters outweigh the broken ones, from 1; 0 where they do not. */
  readonly whole: number;
}

/**
 * The first byte that is no UTF-8, or undefined. Single bytes above 0x7F between ASCII letters are
 * how Windows-1252 looks; many whole multi-byte characters and a few broken ones are damaged UTF-8.
 */
function firstFault(bytes: Uint8Array, start: number): Fault | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start === 0 ? bytes : bytes.subarray(start));
    return undefined;
  } catch {
    // Only now is it worth walking byte by byte.
  }
  let at = -1;
  let surrogate = -1;
  let whole = 0;
  let broken = 0;
  for (let here = start; here < bytes.length; ) {
    const size = sequenceLength(bytes, here);
    if (size > 1) whole += 1;
    if (size > 0) here += size;
    else {
      if (at < 0) at = here;
      if (surrogate < 0 && bytes[here] === 0xed && isBetween(bytes[here + 1], 0xa0, 0xbf) && isBetween(bytes[here + 2], 0x80, 0xbf)) surrogate = here;
      broken += 1;
      here += 1;
    }
  }
  return { at: surrogate < 0 ? at : surrogate, surrogate: surrogate >= 0, whole: Math.max(0, whole - broken + (whole > 0 ? 1 : 0)) };
}

/** Length of the well-formed UTF-8 sequence at `at` (The Unicode Standard, table 3-7); 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const second = bytes[at + 1];
  if (isBetween(lead, 0xc2, 0xdf)) return isBetween(second, 0x80, 0xbf) ? 2 : 0;
  if (!isBetween(bytes[at + 2], 0x80, 0xbf)) return 0;
  if (isBetween(lead, 0xe0, 0xef)) return isBetween(second, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf) ? 3 : 0;
  if (!isBetween(bytes[at + 3], 0x80, 0xbf)) return 0;
  return isBetween(lead, 0xf0, 0xf4) && isBetween(second, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf) ? 4 : 0;
}

function isBetween(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && value >= low && value <= high;
}

/** What Windows-1252 has at 0x80 to 0x9F; a blank is a code that it leaves free. (Some Node releases decode it as Latin-1.) */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function windows1252(bytes: Uint8Array, path: string): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // Nothing but luck made these bytes text, so one control character is enough to refuse them.
  const bad = /[\x01-\x08\x0E-\x1F\x7F\x81\x8D\x8F\x90\x9D]/.exec(latin1);
  if (bad) throw refusal(path, `byte ${hex(bytes[bad.index])}, which is in no text (binary, or an encoding that is not known)`, bad.index);
  return latin1.replace(/[\x80-\x9F]/g, (character) => HIGH.charAt(character.charCodeAt(0) - 0x80));
}

/** A stray control character does no harm; more than one in a hundred characters is no text. */
function refuseControls(text: string, path: string): void {
  const controls = text.match(/[\x01-\x08\x0E-\x1A\x1C-\x1F\x7F]/g)?.length ?? 0;
  if (controls < 4 || controls * 100 < text.length) return;
  const at = text.search(/[\x01-\x08\x0E-\x1A\x1C-\x1F\x7F]/);
  throw refusal(path, `${controls} control characters (binary?), the first`, Buffer.byteLength(text.slice(0, at)));
}
