/** Sheets to test with: short ones by hand, and any sheet at all. */

import fc from 'fast-check';
import { format } from 'prettier';
import type { Inline, Mark, Part } from '../../pipeline/model.ts';
import { ORIGINS, makePrint } from '../../pipeline/sheet/fingerprint.ts';
import { inlineKey } from '../../pipeline/sheet/inline-key.ts';
import { REVIEW_STATES, plainReview, type Review } from '../../pipeline/sheet/review.ts';
import type { FrontMatter, ReadRow, ReadSheet, Sheet, SheetRow } from '../../pipeline/sheet/sheet.ts';

export const words = (value: string): Inline => ({ parts: [{ kind: 'text', value }], marks: [] });

export function row(id: string, source: string, target: string | undefined, review: Partial<Review> = {}): SheetRow {
  const given = { ...plainReview('draft'), ...review };
  const english = target === undefined ? undefined : words(target);
  return { id, source: words(source), target: english, review: given, print: makePrint({ origin: 'builtin', source: words(source), target: english, terms: 't1' }) };
}

/** Three blocks, five sentences, and one row that is left over. */
export function sampleSheet(layout: Sheet['layout']): Sheet {
  return {
    frontMatter: { source: 'input/banjir.txt', languages: ['id', 'en'], provider: 'builtin', counts: { rows: 5 } },
    layout,
    sections: [
      { depth: 1, rows: [row('1.1', 'Banjir surut di Demak', 'Flood recedes in Demak')] },
      {
        heading: words('Warga pulang'),
        depth: 2,
        rows: [
          row('2.1', 'Air mulai surut pada Senin pagi.', 'The water began to recede on Monday morning.'),
          row('2.2', 'Sekitar 40 keluarga sudah pulang.', 'Some 40 families have gone home.', { state: 'ok', note: 'asked the village head' }),
          row('2.3', 'Sisanya menunggu di balai desa.', 'The others wait in the village hall.', { checks: ['number 3 is missing'] }),
          row('3.1', '2 dari 4 halaman', undefined, { state: 'dropped', detail: 'page marker' }),
        ],
      },
    ],
    leftOver: [row('4.1', 'Kalimat ini sudah tidak ada.', 'This sentence is gone.', { state: 'edited' })],
  };
}

export const prettier = (markdown: string): Promise<string> => format(markdown, { parser: 'markdown' });

/** What of a sheet must come back, in a form that can be compared: trees by their keys. */
export function told(sheet: Sheet | ReadSheet): unknown {
  const tell = (one: SheetRow | ReadRow): unknown => ({
    id: one.id,
    source: inlineKey(one.source),
    target: one.target === undefined ? undefined : inlineKey(one.target),
    review: one.review,
    print: one.print,
  });
  return {
    frontMatter: sheet.frontMatter,
    sections: sheet.sections.map((section) => ({
      heading: section.heading === undefined ? undefined : inlineKey(section.heading),
      depth: section.depth,
      rows: section.rows.map(tell),
    })),
    leftOver: sheet.leftOver.map(tell),
  };
}

const SIGNS = ['|', '\\', '`', '*', '_', '[', ']', '(', ')', '<', '>', '!', '#', '&', '~', ':', '//', ';', '-', '+', '=', '{', '}', '"', '\n', '  ', '\\|', '``', '**', '<!--', '-->', '<b>', '</b>', '&amp;', '&#124;', '---', '<<<<<<<', '2.', '- ', '# ', '> ', 'https://a.id/b_c', 'www.a.id', 'a@b.id', '[x](y)', '![x](y)', '[^1]', '8.000', '\u00a0', '\u2028', '|--:|', '<g1>', '$', '%}', '{{', ':::', '^'];
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 3, arbitrary: fc.constantFrom('kata', 'air', ' ', ' ', 'Senin', '12', 'x') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ')) },
);
/** Text of signs that mean something to Markdown, and of words. */
export const anyText = fc.array(piece, { maxLength: 12 }).map((list) => list.join(''));

const MARKS: readonly Mark[] = [
  { id: 1, type: 'strong', open: '**', close: '**', same: 'strong' },
  { id: 2, type: 'emphasis', open: '*', close: '*', same: 'emphasis' },
  { id: 3, type: 'link', open: '[', close: '](https://example.org/a_b "T")', same: 'link <https://example.org/a_b> T' },
  { id: 4, type: 'code', open: '`x y`', close: '', same: 'code x y' },
];

/** A sentence with words of any kind, and at most one pair and one sealed piece. */
export const anyInline: fc.Arbitrary<Inline> = fc
  .record({ before: anyText, inside: anyText, after: anyText, pair: fc.constantFrom(0, 0, 1, 2, 3), code: fc.boolean() })
  .map(({ before, inside, after, pair, code }) => {
    const parts: Part[] = [{ kind: 'text', value: before }];
    if (pair > 0 && /[^\s]/.test(inside)) parts.push({ kind: 'open', id: pair }, { kind: 'text', value: inside }, { kind: 'close', id: pair });
    if (code) parts.push({ kind: 'sealed', id: 4 });
    parts.push({ kind: 'text', value: after });
    const used = new Set(parts.map((part) => (part.kind === 'text' ? 0 : part.id)));
    return { parts, marks: MARKS.filter((mark) => used.has(mark.id)) };
  });

const collapsed = (text: string): string => text.replace(/[ \t\r\n\f\v]+/g, ' ').trim();
const anyReview = fc.record({ state: fc.constantFrom(...REVIEW_STATES), note: anyText.map(collapsed) }).map((given) => ({ ...plainReview('draft'), ...given }));
const anyRow = fc
  .record({ source: anyInline, target: fc.option(anyInline, { nil: undefined }), review: anyReview, origin: fc.constantFrom(...ORIGINS), sourceChanged: fc.boolean() })
  .map(({ source, target, review, origin, sourceChanged }): SheetRow => {
    const english = target === undefined || inlineKey(target) === '' ? undefined : target;
    return { id: '', source, target: english, review, print: makePrint({ origin, sourceChanged, source, target: english, terms: '' }) };
  });

const anyFrontMatter: fc.Arbitrary<FrontMatter> = fc.dictionary(
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((key) => key !== 'padan' && key !== 'rows' && key !== '__proto__'),
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('yes', 'null', '1e3', '# x', 'a: b', '- a', '---'), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }), fc.record({ a: fc.integer() })),
  { maxKeys: 4 },
);

/** Any sheet at all. */
export const anySheet = (layout: Sheet['layout']): fc.Arbitrary<Sheet> =>
  fc
    .record({
      frontMatter: anyFrontMatter,
      headings: fc.array(fc.record({ heading: fc.oneof(anyInline, fc.constantFrom(words('Left over'), words('2.1 Latar'), words('C #'))), depth: fc.integer({ min: 1, max: 6 }) }), { maxLength: 2 }),
      rows: fc.array(anyRow, { minLength: 1, maxLength: 4 }),
      leftOver: fc.array(anyRow, { maxLength: 1 }),
    })
    .map(({ frontMatter, headings, rows, leftOver }) => {
      const numbered = rows.map((one, at) => ({ ...one, id: `${1 + (at >> 1)}.${1 + (at % 2)}` }));
      return {
        frontMatter,
        layout,
        sections: [{ depth: 1, rows: numbered.slice(0, 2) }, ...headings.map(({ heading, depth }, at) => ({ heading, depth, rows: at === 0 ? numbered.slice(2) : [] }))].filter(
          (section) => 'heading' in section || section.rows.length > 0,
        ),
        leftOver: leftOver.map((one) => ({ ...one, id: '9.1' })),
      };
    });
