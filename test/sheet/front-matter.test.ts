import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SheetError } from '../../pipeline/errors.ts';
import { packIds, readFrontMatter, unpackIds, writeFrontMatter } from '../../pipeline/sheet/front-matter.ts';

const inner = (block: string): string => block.replace(/^---\n/, '').replace(/---\n$/, '');

test.each<[ids: string[], packed: string]>([
  [[], ''],
  [['1.1'], '1x1'],
  [['1.1', '2.1', '2.2', '2.3', '3.1', '4.1'], '1x1 2x3 3-4x1'],
  [['1.1', '3.1', '3.2', '4.1', '4.2'], '1x1 3-4x2'],
  [['1.2', '1.1'], '1.2 1x1'],
  [['0.1', '1.01'], '0.1 1.01'],
])('%j is written as “%s”', (ids, packed) => {
  expect(packIds(ids)).toBe(packed);
  expect(unpackIds(packed)).toEqual(ids);
});

test('any list of numbers comes back', () => {
  const id = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 })).map(([block, sentence]) => `${block}.${sentence}`);
  fc.assert(
    fc.property(fc.array(id, { maxLength: 30 }), (ids) => {
      expect(unpackIds(packIds(ids))).toEqual(ids);
    }),
  );
});

test('a mistyped range does not fill the memory', () => {
  expect(unpackIds('1-999999999999x9999999')).toBeUndefined();
});

test('strings that YAML would read as something else are quoted', () => {
  const record = { a: 'yes', b: 'null', c: '1e3', d: '2024-01-01', e: '# x', f: 'a: b', g: ' a', h: '', i: 'a\nb', j: '---', k: 'input/a b.txt', 'l m': '&a', n: '\u0085\u2028\ufeff', o: '0x1f', p: '~' };
  const block = writeFrontMatter(record, []);
  expect(block).toContain('\nk: input/a b.txt\n');
  expect(readFrontMatter(inner(block), 1).frontMatter).toEqual(record);
});

describe('what is no front matter of a sheet is refused', () => {
  test.each<[name: string, yaml: string, line: number, message: RegExp]>([
    ['a quote without an end', 'padan: 1\ntitle: "a\n', 3, /^Unexpected front matter, expected YAML: .*; undo the change above the first table$/],
    ['a key given twice', 'padan: 1\na: 1\na: 2\n', 3, /^Unexpected front matter, expected YAML: Map keys must be unique/],
    ['a list', '- padan\n', 1, /^Unexpected front matter, expected keys with plain values/],
    ['nothing', '', 1, /^Unexpected front matter, expected keys with plain values/],
    ['aliases without end', `padan: 1\na: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n`, 1, /^Unexpected aliases/],
    ['another document', 'title: x\n', 1, /^Unexpected file that is no sheet of Padan/],
  ])('%s', (_, yaml, line, message) => {
    try {
      readFrontMatter(yaml, 1);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof SheetError)) throw error;
      expect(error.message).toMatch(message);
      expect(error.line).toBe(line);
    }
  });
});
