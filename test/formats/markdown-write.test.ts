import { describe, expect, test } from 'vitest';
import { inlineSignature } from '../../pipeline/formats/inline-keys.ts';
import { readMarkdown } from '../../pipeline/formats/markdown-read.ts';
import type { Inline } from '../../pipeline/model.ts';
import { toPlain } from '../../pipeline/tagged.ts';
import { echo, KEYS, OWN, render, saying, textOnly } from './markdown-samples.ts';

const HOSTILE = [
  '2022. It was', '+ 5 percent', '# x', '> x', '```', '~~~ x', '---', '===', '- a', '* b', '| a | b', '[x]: y', '&amp; <b>', 'trailing \\', '*',
  '**bold', '_a_ `code', '<div>', '<!-- x', '  leading  ', 'a\nb', '', '![x', '[^1] x', '[a](b)', 'see https://a.b/c_d', 'a@b.co x', '{{< x >}}', ':::note',
  '<g1>x</g1>', '1) a', '\t code', '=', '-', 'x --- y: "z" #', '"q" \'r\' (s)', '\u00a0', 'word*(x)*word',
];

describe('whatever the English is', () => {
  test.each(HOSTILE)('%j leaves the structure of the source and is read back', (words) => {
    const source = OWN[0] ?? '';
    const document = readMarkdown(source, KEYS);
    const out = render(source, saying(words));
    const read = readMarkdown(out, KEYS);
    expect(read.shape).toEqual(document.shape);
    const plain = words.trim() === '' ? 'x' : (toPlain({ ...textOnly(words.replace(/\s+/g, ' ').trim()) })).slice(0, 3);
    if (words.trim() !== '' && !/https|@|<g1/.test(words)) expect(read.blocks.filter((block) => block.hasWords && !toPlain(block.inline).includes(plain)).map((block) => block.line)).toEqual([]);
  });

  test('needs few escapes', () => {
    expect(render('Satu.\n', saying('A (b) [c], d_e: 5 * 3 & "f" - g! #h < 4 > 2 ~5'))).toBe('A (b) [c], d_e: 5 * 3 & "f" - g! #h < 4 > 2 ~5\n');
    expect(render('Satu.\n', saying('2022. It'))).toBe('2022\\. It\n');
    expect(render('| a |\n|---|\n| b |\n', saying('c|d'))).toBe('| c\\|d |\n|---|\n| c\\|d |\n');
  });

  test('keeps the spelling of characters that came unchanged', () => {
    const swap = (sentence: Inline): Inline => ({ ...sentence, parts: sentence.parts.map((part) => (part.kind === 'text' ? { kind: 'text', value: part.value.replace('naik', 'up').replace('Harga', 'Price') } : part)) });
    expect(render('Harga 8\\.000 &amp; naik *lagi*\n', swap)).toBe('Price 8\\.000 &amp; up *lagi*\n');
  });

  test('writes markup that an editor added', () => {
    const added: Inline = {
      parts: [{ kind: 'open', id: 9 }, { kind: 'text', value: 'Two' }, { kind: 'close', id: 9 }, { kind: 'text', value: ' words' }],
      marks: [{ id: 9, type: 'strong', open: '**', close: '**', same: 'strong' }],
    };
    expect(render('Dua kata.\n', () => added)).toBe('**Two** words\n');
  });
});

describe('sentences', () => {
  test.each([
    ['**A. B.** C\n', '**x. x.** x\n'],
    ['[A. B](u) C. D\n', '[x. x](u) x. x\n'],
  ])('%j share the marks that span them', (source, out) => {
    const say = (sentence: Inline): Inline => ({ ...sentence, parts: sentence.parts.map((part) => (part.kind === 'text' ? { kind: 'text', value: part.value.replace(/[A-D]/, 'x') } : part)) });
    expect(render(source, say)).toBe(out);
  });

  test('that did not change keep their bytes beside one that did', () => {
    let count = 0;
    expect(render('Satu *a*.  Dua\n   &amp; tiga. Empat.\n', (sentence) => (count++ === 0 ? textOnly('One.') : sentence))).toBe('One.  Dua\n   &amp; tiga. Empat.\n');
  });

  test.each([
    ['A.\n\nBuang.\n\nB.\n', 'A.\n\nB.\n'],
    ['Buang.\n\nB.\n', 'B.\n'],
    ['A.\n\nBuang.\n', 'A.\n'],
    ['A.\n\nBuang.\n\nBuang.\n\nB.\n', 'A.\n\nB.\n'],
    ['A\n# Buang\nB\n', 'A\n\nB\n'],
    ['- a\n\nBuang.\n\n- b\n', '- a\n\n<!-- -->\n\n- b\n'],
    ['- a\n- Buang.\n- b\n', '- a\n- b\n'],
    ['A.\n\n- Buang.\n\nB.\n', 'A.\n\nB.\n'],
    ['> Buang.\n>\n> B.\n', '> B.\n'],
    ['> A.\n>\n> Buang.\n', '> A.\n'],
    ['- Buang.\n\n  B.\n', '- B.\n'],
    ['A. Buang.\n', 'A.\n'],
    ['A.\r\n\r\nBuang.\r\n\r\nB.\r\n', 'A.\r\n\r\nB.\r\n'],
  ])('dropped from %j leave %j', (source, out) => {
    const drop = (sentence: Inline): Inline | { drop: true } => (toPlain(sentence).includes('Buang') ? { drop: true } : sentence);
    expect(render(source, drop)).toBe(out);
  });
});

describe('front matter', () => {
  test.each([
    ['title: Judul', 'x', 'title: x'],
    ['title: Judul', 'x: "y" # z', "title: 'x: \"y\" # z'"],
    ['title: "Judul"', 'a "b"', 'title: "a \\"b\\""'],
    ["title: 'Judul'", "it's", "title: 'it''s'"],
    ['title: |\n  Judul\n  dua', 'one: two', 'title: |-\n  one: two'],
    ['title: Judul # catatan', 'true', 'title: "true" # catatan'],
    ['title: Judul\ntags: [a]', '- x', 'title: "- x"\ntags: [a]'],
  ])('%j with %j', (source, words, out) => {
    expect(render(`---\n${source}\n---\n`, () => textOnly(words))).toBe(`---\n${out}\n---\n`);
  });

  test('that is no YAML is a fault with its line, and stays as it is', () => {
    const source = '---\na: 1\ntitle: b: c\n---\n\nIsi.\n';
    const { faults, blocks } = readMarkdown(source, KEYS);
    expect(faults).toEqual([{ line: 3, message: expect.stringContaining('Expected the front matter to be YAML') as string }]);
    expect(blocks.map(({ inline }) => inlineSignature(inline))).toEqual(['Isi.']);
    expect(render(source, echo)).toBe(source);
  });
});

test('kinds, containers, depth and lines of blocks are told', () => {
  const found = readMarkdown(OWN[0] ?? '', KEYS).blocks.map((block) => `${block.line} ${block.kind} ${block.within.join()} ${block.depth ?? block.key ?? ''}`.trim());
  expect(found).toContain('2 front-matter  title');
  expect(found).toContain('11 heading  1');
  expect(found).toContain('18 quote quote,quote');
  expect(new Set(found.map((line) => line.split(' ')[1]))).toEqual(
    new Set(['front-matter', 'heading', 'paragraph', 'quote', 'link-title', 'list-item', 'cell', 'alt', 'footnote']),
  );
});
