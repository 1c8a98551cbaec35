import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../pipeline/builtin/engine.ts';
import { listData, readData, rowsOf } from '../../pipeline/builtin/tables.ts';
import { runs } from '../runs.ts';

const engine = loadEngine();
const WORDS = 'rumah besar yang dibeli oleh pemerintah tidak akan membantu warga desa itu karena harga beras naik di Jakarta , . " dan menteri luar negeri ini sudah kata polisi 2.500 orang (Tbk) kami lihat Presiden Joko ? seorang sebuah adalah'.split(' ');
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 });

/** Random, properly nested tags round stretches of the words. */
const tagged = fc.tuple(sentence, fc.array(fc.tuple(fc.nat(30), fc.nat(8), fc.boolean()), { maxLength: 6 })).map(([words, marks]) => {
  let pieces: string[] = [...words];
  marks.forEach(([at, length, sealed], index) => {
    const id = index + 1;
    const from = at % (pieces.length + 1);
    if (sealed) {
      pieces.splice(from, 0, `<x${id}/>`);
      return;
    }
    const to = Math.min(pieces.length, from + length);
    const inside = pieces.slice(from, to).join(' ');
    // A stretch that would cross another pair is left alone.
    if ((inside.match(/<g/g) ?? []).length !== (inside.match(/<\/g/g) ?? []).length || /^[^<]*<\/g/.test(inside)) return;
    pieces = [...pieces.slice(0, from), `<g${id}>${inside}</g${id}>`, ...pieces.slice(to)];
  });
  return pieces.join(' ');
});

const tagsOf = (text: string): readonly string[] => text.match(/<\/?g\d+>|<x\d+\/>/g) ?? [];

function isNested(text: string): boolean {
  const stack: string[] = [];
  for (const tag of tagsOf(text)) {
    if (tag.startsWith('<x')) continue;
    if (!tag.startsWith('</')) stack.push(tag.slice(2, -1));
    else if (stack.pop() !== tag.slice(3, -1)) return false;
  }
  return stack.length === 0;
}

describe('for any text', () => {
  test('a string gives a string, and never an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }), sentence.map((words) => words.join(' '))), (text) => {
        expect(typeof engine.translate({ text }).text).toBe('string');
      }),
      { numRuns: runs(150) },
    );
  });
  test('whatever words stand side by side, a name among them comes out', () => {
    const forms = [...listData('words/'), 'expressions.tsv'].flatMap((file) => rowsOf(readData(file)).flatMap(({ cells: [form = ''] }) => (form.includes('…') ? [] : [form])));
    const beside = fc.array(fc.constantFrom(...forms), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(beside, beside, (before, after) => {
        expect(engine.translate({ text: `${before.join(' ')} Jakarta ${after.join(' ')}.` }).text).toContain('Jakarta');
      }),
      { numRuns: runs(1500) },
    );
  });
  test('every tag comes back once, well nested', () => {
    fc.assert(
      fc.property(tagged, (text) => {
        const out = engine.translate({ text }).text;
        expect([...tagsOf(out)].sort()).toEqual([...tagsOf(text)].sort());
        expect(isNested(out)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
  test('a term holds in any position, and so do two', () => {
    fc.assert(
      fc.property(sentence, fc.nat(30), fc.nat(30), fc.boolean(), (words, one, two, headline) => {
        const at = [...new Set([one % words.length, two % words.length])];
        const starts = words.map((_, index) => words.slice(0, index).reduce((sum, word) => sum + word.length + 1, 0));
        const terms = at.map((index, order) => ({ start: starts[index] ?? 0, end: (starts[index] ?? 0) + (words[index] ?? '').length, target: order === 0 ? 'electronic system operator' : 'GR 71/2019' }));
        const out = engine.translate({ text: words.join(' '), terms, headline }).text.toLowerCase();
        for (const term of terms) expect(out).toContain(term.target.toLowerCase());
      }),
      { numRuns: runs(150) },
    );
  });
  test('the same input gives the same output', () => {
    fc.assert(
      fc.property(tagged, (text) => {
        expect(engine.translate({ text })).toEqual(engine.translate({ text }));
      }),
      { numRuns: runs(40) },
    );
  });
  test('the confidence lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { confidence } = engine.translate({ text });
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('tags stand round the right words', () => {
  test.each([
    ['<g1>Rumah</g1> besar itu mahal.', /<g1>house<\/g1>/],
    ['Rumah <g1>besar</g1> itu mahal.', /<g1>big<\/g1> house/],
    ['TikTok <g1>belum</g1> mendaftar.', /<g1>[^<]*not[^<]*<\/g1>/],
    ['Lihat <g1><g2>harga beras</g2> naik</g1>.', /<g1><g2>[^<]*rice price[^<]*<\/g2>[^<]*<\/g1>/],
    ['Harga <x1/> naik.', /<x1\/>/],
    ['<g1></g1>Harga naik.', /<g1><\/g1>/],
    ['Kata<g1>nya</g1> naik', /<g1>/],
  ])('%s', (text, pattern) => {
    expect(engine.translate({ text }).text).toMatch(pattern);
  });
});

describe('what looks like a tag and is none stays as it stands', () => {
  test.each(['a <g1> b', 'a </g2> b', '<g1>a</g2>', '<x1> a', '<g1>a</g1> <g1>b</g1>'])('%s', (text) => {
    expect(typeof engine.translate({ text }).text).toBe('string');
  });
});
