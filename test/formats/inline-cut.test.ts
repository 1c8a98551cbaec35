import { expect, test } from 'vitest';
import { cutInline } from '../../pipeline/formats/inline-cut.ts';
import { readMarkdown } from '../../pipeline/formats/markdown-read.ts';
import { toPlain, toTagged } from '../../pipeline/tagged.ts';
import { KEYS, split } from './markdown-samples.ts';

test.each([
  ['A. B.', ['A.', 'B.']],
  ['**A. B.** C', ['<g1>A.</g1>', '<g1>B.</g1>', 'C']],
  ['A *b. **c** d* e.', ['A <g1>b.</g1>', '<g1><g2>c</g2> d</g1> e.']],
  ['A `x`. B ![i](j) c.', ['A <x1/>.', 'B <x1/> c.']],
  ['[A. ](u)B', ['<g1>A.</g1>', 'B']],
  ['A [](u) b. [ ](v)', ['A <x1/> b.', '<x1/>']],
  ['A&nbsp;b\\. C\nd', ['A\u00a0b.', 'C d']],
  ['Teks \\<g1> ini. Lihat ftp://a.b/c, ya.', ['Teks <x1/> ini.', 'Lihat <x1/>, ya.']],
])('%j is cut into %j', (source, sentences) => {
  const inline = readMarkdown(source, KEYS).blocks[0]?.inline ?? { parts: [], marks: [] };
  expect(cutInline(inline, split(toPlain(inline))).map(toTagged)).toEqual(sentences);
});
