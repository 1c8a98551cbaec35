import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyBlocks, type PlainBlock } from '../../pipeline/furniture/classify.ts';
import { furnitureRules } from '../../pipeline/furniture/rules.ts';
import { datelineOf, splitFurniture } from '../../pipeline/furniture/split.ts';
import { ROLES, type Role } from '../../pipeline/model.ts';
import { runs } from '../runs.ts';

const p = (text: string): PlainBlock => ({ text, kind: 'paragraph' });
const h = (depth: number, text: string): PlainBlock => ({ text, kind: 'heading', depth });
const li = (text: string, link = false): PlainBlock => ({ text, kind: 'list-item', link });
const LONG = 'Puluhan warga menanam bibit bakau di pantai utara pada akhir pekan, dibantu pelajar dan nelayan.';

describe('classifyBlocks on Markdown gives', () => {
  const cases: [string, PlainBlock[], Role[]][] = [
    ['the first h1 the headline, other headings subheadings', [h(1, 'Bakau'), p(LONG), h(2, 'Bibit'), p(LONG), h(1, 'Lain')], ['headline', 'body', 'subheading', 'body', 'subheading']],
    ['a kicker above the title and a standfirst before a dateline', [p('Lingkungan'), h(1, 'Bakau'), p('Bibit dari iuran warga.'), p(`Demak - ${LONG}`)], ['kicker', 'headline', 'standfirst', 'body']],
    ['no standfirst where there is no dateline', [h(1, 'Bakau'), p(LONG), p(LONG)], ['headline', 'body', 'body']],
    ['short paragraphs no subheading: Markdown has its own', [h(1, 'Bakau'), p(LONG), p('Bibit Pilihan Warga'), p(LONG)], ['headline', 'body', 'body', 'body']],
    ['list items, cells, captions and quotes their kind', [li('Iklan'), { text: 'Share', kind: 'cell' }, { text: 'x', kind: 'caption' }, { text: 'Kami siap.', kind: 'quote' }, { text: 'catatan', kind: 'footnote' }], ['list-item', 'cell', 'caption', 'quote', 'footnote']],
    ['promos also as list items, quotes and headings', [h(1, 'Bakau'), p(LONG), li('Fakta atau Hoaks? Kirim pesan ke kami.'), { text: 'Baca juga: Panen', kind: 'quote' }, h(3, 'Baca Juga'), li('Panen Raya'), li('Harga Garam')], ['headline', 'body', 'promo', 'promo', 'promo', 'promo', 'promo']],
    ['links after a promo label the promo’s role, other paragraphs not', [p(LONG), p('Baca juga'), { ...p('Panen Raya'), link: true }, { ...p('Harga Garam'), link: true }, p('Bibit Baru')], ['body', 'promo', 'promo', 'promo', 'body']],
    ['no byline to a heading', [h(1, 'Bakau'), h(2, 'Editor: tugasnya'), p(LONG)], ['headline', 'subheading', 'body']],
  ];
  it.each(cases)('%s', (_name, blocks, roles) => {
    expect(classifyBlocks(blocks, 'markdown')).toEqual(roles);
  });
});

describe('classifyBlocks on plain text gives', () => {
  const cases: [string, string[], Role[]][] = [
    ['nothing for nothing', [], []],
    ['one line alone as body', ['Harga cabai naik'], ['body']],
    ['two lines as headline and body', ['Harga Cabai Naik', 'Pedagang mengeluh'], ['headline', 'body']],
    ['a quotation with its speaker as body', [LONG, '"Kami siap," kata dia.', '“Kami siap. Besok mulai.”', '"Satu" dan "dua"'], ['body', 'body', 'quote', 'body']],
    ['a question in title case as subheading, a plain one as body', [LONG, 'Siapa yang Menanam?', LONG, 'Lalu siapa yang menanam bibit itu?', LONG], ['body', 'subheading', 'body', 'body', 'body']],
    ['a short line at the end as body', [LONG, LONG, 'Bibit Pilihan Warga'], ['body', 'body', 'body']],
    ['the name after a label only where it is a name', [LONG, 'Editor', 'Warga pulang dengan selamat.'], ['body', 'byline', 'body']],
  ];
  it.each(cases)('%s', (_name, texts, roles) => {
    expect(classifyBlocks(texts.map(p), 'text')).toEqual(roles);
  });
});

const samples = furnitureRules().flatMap((rule) => [...rule.examples, ...rule.not]);
const anyText = fc.oneof(fc.constantFrom(...samples, LONG), fc.string({ maxLength: 40 }));

describe('for any blocks', () => {
  it('there is one known role each, and a table cell is a cell', () => {
    const block = fc.record({ text: anyText, kind: fc.constantFrom('paragraph', 'heading', 'list-item', 'quote', 'cell', 'footnote'), depth: fc.integer({ min: 1, max: 6 }), link: fc.boolean() });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), fc.constantFrom('text', 'markdown'), (blocks, source) => {
        const roles = classifyBlocks(blocks, source);
        expect(roles).toHaveLength(blocks.length);
        for (const [at, role] of roles.entries()) {
          expect(ROLES).toContain(role);
          expect(blocks[at]?.kind === 'cell').toBe(role === 'cell');
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('a split leaves words in the middle and covers the two ends', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.boolean(), (text, first, last) => {
        const { prefix, suffix } = splitFurniture(text, 'body', { first, last });
        expect(prefix === undefined || (first && prefix.start === 0 && prefix.end < text.length)).toBe(true);
        expect(suffix === undefined || (last && suffix.end === text.length && suffix.start > (prefix?.end ?? 0))).toBe(true);
      }),
    );
  });
});

describe('splitFurniture', () => {
  it('looks for a dateline only in the first body block, and for credits only in the last', () => {
    const text = 'Jakarta - Hujan turun. (rin)';
    expect(splitFurniture(text, 'body', {})).toEqual({});
    expect(splitFurniture(text, 'caption', { first: true, last: true })).toEqual({});
    expect(splitFurniture(text, 'body', { first: true, last: true })).toEqual({ prefix: { role: 'dateline', start: 0, end: 10 }, suffix: { role: 'byline', start: 22, end: 28 } });
  });

  it('knows the place of a dateline', () => {
    expect(datelineOf('TEMPO.CO, Bandung - Hujan.')?.place).toBe('Bandung');
    expect(datelineOf('VIVA – Hujan.')?.place).toBeUndefined();
  });

  it.each(['a', '-', 'Jakarta ', 'a.', 'a. ', 'Jakarta, ', '(a/', '.com', '– '])('comes to an end over a long run of %j', (piece) => {
    for (const text of [piece.repeat(50_000), `${piece.repeat(50_000)})`]) {
      const { prefix, suffix } = splitFurniture(text, 'body', { first: true, last: true });
      expect(prefix?.end ?? 0).toBeLessThanOrEqual(suffix?.start ?? text.length);
    }
    expect(classifyBlocks([p(piece.repeat(40)), p(`${piece.repeat(Math.floor(290 / piece.length))}!`)], 'text')).toHaveLength(2);
  });
});
