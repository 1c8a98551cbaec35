import { expect, test } from 'vitest';
import type { Inline, Mark } from '../../pipeline/model.ts';
import { inlineKey } from '../../pipeline/sheet/inline-key.ts';
import { sealWords } from '../../pipeline/sheet/seal-words.ts';
import { plainReview } from '../../pipeline/sheet/review.ts';
import { makePrint } from '../../pipeline/sheet/fingerprint.ts';
import { readSheet, rowsOf } from '../../pipeline/sheet/sheet-read.ts';
import { writeSheet } from '../../pipeline/sheet/sheet-write.ts';
import { verifySheet } from '../../pipeline/sheet/verify.ts';
import { words } from './samples.ts';

const sealed = (mark: Omit<Mark, 'id' | 'close'>): Inline => ({
  parts: [
    { kind: 'text', value: 'Lihat ' },
    { kind: 'sealed', id: 1 },
    { kind: 'text', value: ' sekarang.' },
  ],
  marks: [{ ...mark, id: 1, close: '' }],
});

test.each<[name: string, typed: string, mark: Omit<Mark, 'id' | 'close'>]>([
  ['a web address', 'Lihat https://contoh.id/a sekarang.', { type: 'autolink', open: 'https://contoh.id/a', same: 'autolink https://contoh.id/a' }],
  ['an e-mail address', 'Lihat rina@contoh.id sekarang.', { type: 'email', open: 'rina@contoh.id', same: 'email rina@contoh.id' }],
  ['a footnote mark', 'Lihat [^2] sekarang.', { type: 'footnote', open: '[^2]', same: 'footnote 2' }],
  ['words like a tag of ours', 'Lihat <g1> sekarang.', { type: 'literal', open: '\\<g1\\>', same: 'literal <g1>' }],
])('%s typed as words has the fingerprint of one that is sealed', (_, typed, mark) => {
  expect(inlineKey(words(typed))).toBe(inlineKey(sealed(mark)));
});

test('words without addresses are left as they are', () => {
  const plain = words('Harga naik 5 persen.');
  expect(sealWords(plain)).toBe(plain);
});

test.each<[name: string, mark: Omit<Mark, 'id' | 'close'>]>([
  ['an address with a pipe', { type: 'autolink', open: 'https://contoh.id/a|b', same: 'autolink https://contoh.id/a|b' }],
  ['an address with a pipe in angle brackets', { type: 'autolink', open: '<https://contoh.id/a|b>', same: 'autolink https://contoh.id/a|b' }],
  ['code with a pipe', { type: 'code', open: '`a|b`', same: 'code a|b' }],
  ['an image', { type: 'image', open: '![peta](peta.png "P")', same: 'image <peta.png>' }],
  ['a hard break', { type: 'break', open: '\\\n', same: 'break' }],
  ['a footnote', { type: 'footnote', open: '[^sumber]', same: 'footnote sumber' }],
  ['a shortcode', { type: 'shortcode', open: '{{< foto >}}', same: 'shortcode {{< foto >}}' }],
  ['a shortcode with a pipe', { type: 'shortcode', open: '{{ a | b }}', same: 'shortcode {{ a | b }}' }],
  ['a shortcode with a pipe behind a backslash', { type: 'shortcode', open: '{{ a \\| b }}', same: 'shortcode {{ a | b }}' }],
  ['a shortcode with a pipe behind two backslashes', { type: 'shortcode', open: '{{ a \\\\| b }}', same: 'shortcode {{ a | b }}' }],
  ['HTML', { type: 'html', open: '<br class="x">', same: 'html <br class="x">' }],
])('%s in the Indonesian is not taken for a change by hand', (_, mark) => {
  const source = sealed(mark);
  for (const layout of ['table', 'stacked'] as const) {
    const row = { id: '1.1', source, target: source, review: plainReview('draft'), print: makePrint({ origin: 'provider', source, target: source, terms: '' }) };
    const read = readSheet(writeSheet({ frontMatter: {}, layout, sections: [{ depth: 1, rows: [row] }], leftOver: [] }));
    expect(verifySheet(read, [])).toEqual([]);
    expect(rowsOf(read).map((one) => one.target !== undefined && inlineKey(one.target))).toEqual([inlineKey(source)]);
  }
});
