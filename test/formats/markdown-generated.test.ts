import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../pipeline/formats/markdown-read.ts';
import { bracket, echo, KEYS, render, saying } from './markdown-samples.ts';
import { runs } from '../runs.ts';

const word = fc.constantFrom('kata', 'Satu.', 'dua', '8\\.000', 'AT&amp;T', 'a\\*b', '`kode`', 'x', '&copy;', 'é', '😀', '[^1]', '<b>', 'https://a.b/c', '{{< x >}}', 'a@b.id', '2 * 3', '_', '\\', '!', '[x]', '<https://c.d>', '![g](h "i")');
const run = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const inline = fc
  .array(
    fc.oneof(
      run,
      run.map((words) => `*${words}*`),
      run.map((words) => `**${words}**`),
      run.map((words) => `~~${words}~~`),
      run.map((words) => `[${words}](u "t")`),
      run.map((words) => `[${words}][r]`),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((pieces) => fc.constantFrom(' ', '\n', '  \n', '. ', '').map((glue) => pieces.join(glue)));
const line = inline.map((text) => text.replace(/\s*\n/g, ' '));

const leaf = fc.oneof(
  { weight: 4, arbitrary: inline },
  line.map((text) => `## ${text}`),
  inline.map((text) => `${text}\n---`),
  fc.tuple(line, line).map(([a, b]) => `| ${a} | ${b} |\n|---|:-:|\n| ${b} | ${a} |`),
  fc.constantFrom('```\nkode\n```', '    kode', '***', '<div>\nhtml\n</div>', ':::note\nIsi.\n:::', '[r]: https://r.id "judul"', '[^1]: kaki'),
);
const indent = (text: string, first: string, rest: string): string => first + text.replaceAll('\n', `\n${rest}`);
const blocks = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    tie('blocks').map((text) => indent(text, '> ', '> ')),
    tie('blocks').map((text) => indent(text, '- ', '  ')),
    tie('blocks').map((text) => indent(text, '1. ', '   ')),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((list) => list.join('\n\n')),
})).blocks;
const document = fc.tuple(blocks, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean()).map(([text, end, isLast, hasMark]) => (hasMark ? '\uFEFF' : '') + (text + (isLast ? '\n' : '')).replaceAll('\n', end));

describe('a generated document', () => {
  test.each([1, 2, 3, 4])('comes back byte for byte (%i of 4)', (part) => {
    fc.assert(
      fc.property(document, (source) => {
        expect(render(source, echo, true)).toBe(source);
      }),
      { numRuns: runs(500), seed: part },
    );
  }, 300_000);

  test('keeps its structure with brackets round its words', () => {
    fc.assert(
      fc.property(document, (source) => {
        expect(readMarkdown(render(source, bracket), KEYS).shape).toEqual(readMarkdown(source, KEYS).shape);
      }),
      { numRuns: runs(100), seed: 5 },
    );
  }, 300_000);

  test('keeps its structure with hostile words', () => {
    const words = fc.constantFrom('1. a', '- b', '# c', '```', '> d', '| e |', '===', '---', '*f', '[r]', 'g\\', '');
    fc.assert(
      fc.property(document, words, (source, english) => {
        expect(readMarkdown(render(source, saying(english)), KEYS).shape).toEqual(readMarkdown(source, KEYS).shape);
      }),
      { numRuns: runs(100), seed: 6 },
    );
  }, 300_000);
});
