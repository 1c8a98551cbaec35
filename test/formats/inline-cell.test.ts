import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { inlineFromCell, inlineToCell } from '../../pipeline/formats/inline-cell.ts';
import { inlineSignature, sameInline } from '../../pipeline/formats/inline-keys.ts';
import { parseMarkdown } from '../../pipeline/formats/markdown-parser.ts';
import { readMarkdown } from '../../pipeline/formats/markdown-read.ts';
import type { Inline } from '../../pipeline/model.ts';
import { GFM, KEYS, textOnly } from './markdown-samples.ts';
import { runs } from '../runs.ts';

/** The rows of the one table of `document`, as inlines. */
function readTable(document: string, sources: readonly Inline[]): readonly Inline[] {
  const table = parseMarkdown(document).children[0];
  if (table?.type !== 'table') throw new Error('Expected a table');
  return table.children.slice(1).map((row, at) => inlineFromCell({ nodes: row.children[1]?.children ?? [], source: document }, sources[at]?.marks ?? []));
}

function writeTable(inlines: readonly Inline[]): string {
  return `| # | Teks |\n|--:|---|\n${inlines.map((inline, at) => `| ${at + 1} | ${inlineToCell(inline, 'table')} |\n`).join('')}`;
}

const nasty = fc.string({
  unit: fc.constantFrom(...'aB1é |\\`*_~[]()<>!#&;:{}@$%^+-="\'./?,\n\t\u00a0\u202e😀ﬁ'.match(/[^]/gu) ?? [], 'kata ', 'www.', '<!--', '&amp;', 'https://', '<br>', '[^1]', '{{', '**'),
  minLength: 1,
  maxLength: 24,
});
const block = (source: string): Inline => readMarkdown(source, KEYS).blocks[0]?.inline ?? textOnly('');

describe('any text', () => {
  test('comes back from a table', () => {
    fc.assert(
      fc.property(nasty, (value) => {
        const source = textOnly(value);
        expect(inlineSignature(inlineFromCell(inlineToCell(source, 'table'), []))).toBe(inlineSignature(source));
        expect(inlineToCell(source, 'table')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: runs(400) },
    );
  }, 120_000);

  test('comes back from a table that Prettier has formatted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 10, maxLength: 10 }), async (values) => {
        const sources = values.map(textOnly);
        const back = readTable(await format(writeTable(sources), { parser: 'markdown' }), sources);
        expect(back.map((inline) => inlineSignature(inline))).toEqual(sources.map((inline) => inlineSignature(inline)));
      }),
      { numRuns: runs(30) },
    );
  }, 120_000);

  test.each(['', ' ', 'a|b', 'a\\|b', '\\', '`', '<!-- x', '&amp;', '[^1]', '# x', '1. x', '| |', '{{ x }}', '\u00a0x'])('%j stands alone as a paragraph', (value) => {
    const source = textOnly(value);
    const cell = inlineToCell(source, 'paragraph');
    expect(parseMarkdown(cell).children.length).toBeLessThan(2);
    expect(sameInline(inlineFromCell(cell, [], 'paragraph'), source)).toBe(true);
  });
});

describe('markup', () => {
  test.each([
    ['a *b* **c** ~~d~~', 'a *b* **c** ~~d~~'],
    ['[kata](https://a.b "Judul") di sini', '[kata](https://a.b) di sini'],
    ['[kata][r] di sini\n\n[r]: https://a.b "Judul"', '[kata](https://a.b) di sini'],
    ['lihat ![peta](p.png "t") ini', 'lihat ![](p.png) ini'],
    ['satu\\\ndua', 'satu<br>dua'],
    ['catatan[^1]\n\n[^1]: x', 'catatan[^1]'],
    ['kode `a|b` itu', 'kode `a\\|b` itu'],
    ['kode `a\\|b` itu', 'kode <code class="md">a&#x5C;&#x7C;b</code> itu'],
    ['<b title="x|y">z</b>', '<b title="x&#124;y">z</b>'],
    ['{{< fig a_b_c >}} dan <https://a.b>', '{{< fig a_b_c >}} dan <https://a.b>'],
    ['teks \\<g1> biasa', 'teks \\<g1\\> biasa'],
  ])('%j stands in a cell as %j and comes back', (source, cell) => {
    const inline = block(source);
    expect(inlineToCell(inline, 'table')).toBe(cell);
    expect(sameInline(inlineFromCell(cell, inline.marks), inline)).toBe(true);
    expect(inlineFromCell(cell, inline.marks).marks).toEqual(inline.marks);
    expect(sameInline(inlineFromCell(cell, []), inline)).toBe(true);
  });

  test('of the specification comes back from one table, before and after Prettier', async () => {
    const inlines = GFM.flatMap((source) => readMarkdown(source, KEYS).blocks.map(({ inline }) => inline));
    const table = writeTable(inlines);
    for (const document of [table, await format(table, { parser: 'markdown' })]) {
      expect(readTable(document, inlines).map((inline) => inlineSignature(inline))).toEqual(inlines.map((inline) => inlineSignature(inline)));
    }
  });

  test('that an editor added gets a number of its own', () => {
    const source = block('satu *dua*');
    const read = inlineFromCell('**one** _two_', source.marks);
    expect(read.parts).toEqual([
      { kind: 'open', id: 2 },
      { kind: 'text', value: 'one' },
      { kind: 'close', id: 2 },
      { kind: 'text', value: ' ' },
      { kind: 'open', id: 1 },
      { kind: 'text', value: 'two' },
      { kind: 'close', id: 1 },
    ]);
  });
});
