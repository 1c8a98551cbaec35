import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileError } from '../../pipeline/errors.ts';
import { decodeText, encodeText } from '../../pipeline/formats/decode.ts';

/** Any code point but a surrogate; `binary` of fast-check takes seconds to set up. */
const anyCharacter = fc.integer({ min: 1, max: 0x10f7ff }).map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800));

const utf16 = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('decodeText reads', () => {
  const cases: [string, Uint8Array, string, string, boolean][] = [
    ['plain ASCII as UTF-8', Buffer.from('Harga beras naik.'), 'Harga beras naik.', 'utf-8', false],
    ['an empty file as empty text', Buffer.from(''), '', 'utf-8', false],
    ['UTF-8 with accents and emoji', Buffer.from('Café “Senja” 🎉'), 'Café “Senja” 🎉', 'utf-8', false],
    ['UTF-8 with a byte order mark, which is taken off', Buffer.from('\uFEFFHalo'), 'Halo', 'utf-8', true],
    ['UTF-16 little-endian', utf16('Halo “dunia” 🎉'), 'Halo “dunia” 🎉', 'utf-16le', true],
    ['UTF-16 big-endian', utf16('Halo “dunia” 🎉', true), 'Halo “dunia” 🎉', 'utf-16be', true],
    ['Windows-1252 quotes and dashes', Buffer.from([0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35]), '“A” – €5', 'windows-1252', false],
    ['Windows-1252 accents', Buffer.from('caf\xe9 d\xfcrer', 'latin1'), 'café dürer', 'windows-1252', false],
    ['Windows line ends as they are', Buffer.from('a\r\nb\rc\n'), 'a\r\nb\rc\n', 'utf-8', false],
    ['one stray control character', Buffer.from('Baris satu\x0bbaris dua\x02'), 'Baris satu\x0bbaris dua\x02', 'utf-8', false],
  ];
  it.each(cases)('%s', (_name, bytes, text, encoding, bom) => {
    expect(decodeText(bytes, 'a.txt')).toEqual({ text, encoding, bom });
  });

  it('a view into a larger buffer by its own bounds', () => {
    const large = Buffer.from('xxHalo “x”yy');
    expect(decodeText(large.subarray(2, large.length - 2), 'a.txt').text).toBe('Halo “x”');
  });
});

describe('decodeText refuses', () => {
  const cases: [string, Uint8Array, RegExp][] = [
    ['a .docx, and says what to do', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), /ZIP data \(\.docx.*at byte 0.*export it as text/],
    ['a PDF', Buffer.from('%PDF-1.7 …'), /a PDF at byte 0/],
    ['a PNG image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /a PNG image/],
    ['a JPEG image', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /a JPEG image/],
    ['an old .doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /\.doc/],
    ['an RTF document', Buffer.from('{\\rtf1 Halo}'), /RTF/],
    ['a NUL byte, with its place', Buffer.from('abc def\0ghi'), /a NUL byte at byte 7.*save it as UTF-8/],
    ['UTF-16 without a byte order mark', Buffer.from('Halo', 'utf16le'), /UTF-16 without a byte order mark.* at byte 1/],
    ['UTF-16 that ends in half a character', utf16('Halo').subarray(0, 9), /UTF-16LE text in the middle of a character at byte 8/],
    ['a lone surrogate in UTF-16', utf16('ab\uD83Dc'), /half of a surrogate pair in UTF-16LE text at byte 6/],
    ['a NUL in UTF-16', utf16('ab\0c', true), /a NUL character in UTF-16BE text at byte 6/],
    ['a lone surrogate in UTF-8', Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x62]), /half of a surrogate pair at byte 1/],
    ['UTF-8 that was damaged', Buffer.concat([Buffer.from('“Café”, kata dia “'), Buffer.from([0xe2, 0x80]), Buffer.from(' lalu é')]), /otherwise UTF-8 at byte \d+/],
    ['UTF-8 that was cut off', Buffer.from('Café “Senja” 🎉').subarray(0, -1), /otherwise UTF-8/],
    ['a byte order mark before what is no UTF-8', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9, 0x62]), /at byte 4/],
    ['bytes that no text has', Buffer.from([0x61, 0xe9, 0x62, 0x81]), /byte 0x81, which is in no text.* at byte 3/],
    ['many control characters', Buffer.from('\x01\x02ab\x03\x04cd'), /4 control characters.* at byte 0/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), /UTF-32/],
  ];
  it.each(cases)('%s', (_name, bytes, message) => {
    let caught: unknown;
    try {
      decodeText(bytes, 'in/a.txt');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(FileError);
    if (!(caught instanceof FileError)) return;
    expect(caught.message).toMatch(message);
    expect(caught.message).toMatch(/^in\/a\.txt: Unexpected .*, expected .*; .*\.$/);
    expect(caught.path).toBe('in/a.txt');
  });
});

describe('encodeText and decodeText', () => {
  const text = fc.string({ unit: anyCharacter }).map((value) => value.replace(/[\0-\x1F\x7F]/g, ' '));
  it('give back any text, with and without a byte order mark', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (value, bom) => {
        fc.pre(!value.startsWith('\uFEFF') && !/^(?:PK|%PDF|GIF8|\{\\rtf)/.test(value));
        expect(decodeText(encodeText(value, { bom }), 'a')).toEqual({ text: value, encoding: 'utf-8', bom });
      }),
    );
  });

  it('either read any bytes or refuse them with a FileError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          expect(decodeText(bytes, 'a').text).not.toContain('\0');
        } catch (error) {
          expect(error).toBeInstanceOf(FileError);
        }
      }),
    );
  });
});
