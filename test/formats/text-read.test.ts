import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../pipeline/formats/text-paragraphs.ts';
import { textToMarkdown } from '../../pipeline/formats/text-read.ts';
import { runs } from '../runs.ts';

/** Any code point but a surrogate; `binary` of fast-check takes seconds to set up. */
const anyCharacter = fc.integer({ min: 1, max: 0x10f7ff }).map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800));

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);

/** The leaf blocks of Markdown: kind and plain words. */
function leaves(markdown: string): { kind: string; text: string }[] {
  const out: { kind: string; text: string }[] = [];
  const walk = (node: Nodes | Root, isItem: boolean): void => {
    if (node.type === 'paragraph' || node.type === 'heading') out.push({ kind: isItem ? 'list-item' : node.type, text: words(node) });
    else if (node.type === 'list') for (const item of node.children) for (const child of item.children) walk(child, true);
    else if (node.type === 'root') for (const child of node.children) walk(child, false);
    else out.push({ kind: node.type, text: words(node) });
  };
  walk(parser.parse(markdown), false);
  return out;
}

function words(node: Nodes): string {
  if (node.type === 'text') return node.value;
  // Any other mark with words of its own would be markup that the text did not have.
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'link') return node.children.map((child) => words(child)).join('');
  return `<${node.type}>`;
}

/** A paragraph as the block reads, where list markers are Markdown's own. */
const unmarked = (text: string): string => text.replace(/^(?:[-–•▪●◦‣·*✓✔➤►■]|\d{1,3}[.)]) (?=\S)/, '');

function expectSame(text: string): void {
  const { markdown, blocks } = textToMarkdown(text);
  const read = leaves(markdown);
  expect(read.map(({ kind }) => kind)).toEqual(blocks.map(({ kind }) => kind));
  const expected = paragraphsOf(text).map((paragraph, at) => (blocks[at]?.kind === 'list-item' ? unmarked(paragraph) : paragraph));
  expect(read.map((leaf) => leaf.text)).toEqual(expected);
}

describe('textToMarkdown writes', () => {
  const cases: [string, string, string][] = [
    ['nothing for no text', ' \r\n\t\n', ''],
    ['one line as one paragraph', 'Harga cabai naik.', 'Harga cabai naik.\n'],
    ['headline, its second giving, standfirst and lead', 'Harga Cabai di Pasar Senen Naik\n\nHarga Cabai di Pasar Senen Naik\n\nKenaikan terjadi sejak pekan lalu.\n\nJakarta - Pedagang mengeluh.', '# Harga Cabai di Pasar Senen Naik\n\nHarga Cabai di Pasar Senen Naik\n\nKenaikan terjadi sejak pekan lalu.\n\nJakarta - Pedagang mengeluh.\n'],
    ['a subheading after a page marker', 'Jakarta - Pedagang mengeluh.\n\n2 dari 3 halaman\n\nStok menipis\n\nGudang hampir kosong.', 'Jakarta - Pedagang mengeluh.\n\n2 dari 3 halaman\n\n## Stok menipis\n\nGudang hampir kosong.\n'],
    ['bullets of any kind as one list', 'Jakarta - Barangnya:\n\n• beras\n\n* gula\n\nHarganya tetap.', 'Jakarta - Barangnya:\n\n- beras\n- gula\n\nHarganya tetap.\n'],
    ['numbers as they are, a gap as a new list', 'Jakarta - Caranya:\n\n1. Daftar\n2. Bayar\n\n4. Pulang', 'Jakarta - Caranya:\n\n1. Daftar\n2. Bayar\n\n4) Pulang\n'],
    ['letters of a list with the words', 'Jakarta - Syaratnya:\n\na) sehat\n\nb) jujur', 'Jakarta - Syaratnya:\n\n- a) sehat\n- b) jujur\n'],
    ['a promo with an asterisk as a paragraph', 'Jakarta - Hujan.\n\n* Fakta atau Hoaks? Kirim pesan ke kami.', 'Jakarta - Hujan.\n\n\\* Fakta atau Hoaks? Kirim pesan ke kami.\n'],
    ['web addresses as they stand', 'Jakarta - Lihat https://padan.id/a_b?c=1&d=_2 atau padan.id.', 'Jakarta - Lihat https://padan.id/a_b?c=1&d=_2 atau padan.id.\n'],
    ['every line as a paragraph where there are no blank lines', 'Jakarta - Hujan turun.\nJalan macet.\nWarga pulang.', 'Jakarta - Hujan turun.\n\nJalan macet.\n\nWarga pulang.\n'],
    ['a year at the start of a paragraph as words', '2022. Tahun itu berat.\n\n# bukan judul', '2022\\. Tahun itu berat.\n\n\\# bukan judul\n'],
    ['blanks of all kinds as one, and no width as nothing', '\uFEFFJakarta\u00A0-\tHujan\u200B  turun.\r\n\r\nTa\u00ADhun baru.', 'Jakarta - Hujan turun.\n\nTahun baru.\n'],
  ];
  it.each(cases)('%s', (_name, text, markdown) => {
    expect(textToMarkdown(text).markdown).toBe(markdown);
    expectSame(text);
  });
});

describe('paragraphsOf', () => {
  const wrapped = ['Jakarta - Puluhan pedagang di pasar itu mengeluh karena harga cabai', 'terus naik sejak awal bulan, sedangkan pembeli makin sepi dan stok di', 'gudang menumpuk.'];
  const cases: [string, string, string[]][] = [
    ['joins lines that were wrapped at a width', wrapped.join('\n'), [wrapped.join(' ')]],
    ['joins wrapped lines of several paragraphs', `${wrapped.join('\r\n')}\r\n\r\n${wrapped.join('\r\n')}`, [wrapped.join(' '), wrapped.join(' ')]],
    ['keeps short lines apart', 'Reporter: Rina\nEditor: Dedi', ['Reporter: Rina', 'Editor: Dedi']],
    ['keeps long lines apart', `${'kata '.repeat(30).trim()}\n${'kata '.repeat(30).trim()}`, ['kata '.repeat(30).trim(), 'kata '.repeat(30).trim()]],
    ['keeps the title above wrapped lines apart', `Pedagang Mengeluh\n${wrapped.join('\n')}`, ['Pedagang Mengeluh', wrapped.join(' ')]],
    ['keeps list items apart', '- Beras premium dijual dengan harga lima belas ribu rupiah sekilo,\n- gula pasir dijual dengan harga empat belas ribu rupiah sekilo', ['- Beras premium dijual dengan harga lima belas ribu rupiah sekilo,', '- gula pasir dijual dengan harga empat belas ribu rupiah sekilo']],
    ['parts at Unicode line and paragraph separators', 'satu\u2028dua\u2029tiga', ['satu', 'dua', 'tiga']],
    ['keeps joiners inside emoji', '👩‍🌾 menanam', ['👩‍🌾 menanam']],
  ];
  it.each(cases)('%s', (_name, text, expected) => {
    expect(paragraphsOf(text)).toEqual(expected);
  });
});

describe('textToMarkdown read back by a Markdown parser gives one block a paragraph with the same words for', () => {
  const tricky = ['*', '**', '_', '`', '```', '~', '~~', '[', ']', '![', '](', '<', '>', '<b>', '<!--', '-->', '&', '&amp;', '&#35;', '\\', '|', '-', '- ', '--', '---', '+', '+++', '#', '## ', '=', '===', '1.', '2) ', '10. ', ':', '$', '{', '}', '!', '"', '(', ')', '.', ',', ' ', ' ', 'a', 'B', '7', 'é', '\n', '\n\n', 'http://', 'https://a.id', 'https://a.id/x_y', 'www.', 'www.a.id/_x_', 'HTTP://A.ID/', 'x@y.id', 'mailto:', '@', '^', '[^1]', '[^1]: ', '[x]: ', 'Baca juga', 'Jakarta - ', '\t', '\u00A0', '\u200B', '•', '• ', '[ ] ', '%', '/', '?'];

  it('any text of characters that mean something', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tricky), { maxLength: 16 }), (parts) => {
        expectSame(parts.join(''));
      }),
      { numRuns: runs(400) },
    );
  });

  it('any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), expectSame), { numRuns: runs(100) });
  });

  it.each(['*_', '- ', '[', 'https://a.id/_', '(a/b ', '. (a', '"', '-', 'Jakarta ', 'Baca juga '])('a line of 300,000 characters of %j', (piece) => {
    const line = piece.repeat(300_000 / piece.length);
    expect(textToMarkdown(line).blocks.length).toBeGreaterThan(0);
  });
});

const SHARED = new URL('../../../shared/articles/tiktok-pse.txt', import.meta.url);

describe.skipIf(!existsSync(SHARED))('a real article', () => {
  it('has its roles in order', () => {
    const text = readFileSync(SHARED, 'utf8');
    const { blocks } = textToMarkdown(text);
    const runs: [string, number][] = [];
    for (const { role } of blocks) {
      const last = runs.at(-1);
      if (last?.[0] === role) last[1] += 1;
      else runs.push([role, 1]);
    }
    const page: [string, number][] = [['page-marker', 1], ['subheading', 1]];
    expect(runs).toEqual([['kicker', 1], ['headline', 1], ['standfirst', 1], ['body', 7], ['promo', 2], ...page, ['body', 5], ...page, ['body', 8], ...page, ['body', 8], ['byline', 1], ['promo', 1]]);
    expectSame(text);
  });
});
