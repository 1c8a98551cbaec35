import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FurnitureStyle, renderFurniture } from '../../pipeline/furniture/render.ts';
import { furnitureRules } from '../../pipeline/furniture/rules.ts';
import type { Role } from '../../pipeline/model.ts';

/** Any code point but a surrogate; `binary` of fast-check takes seconds to set up. */
const anyCharacter = fc.integer({ min: 1, max: 0x10f7ff }).map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800));

describe('renderFurniture', () => {
  const cases: [Role, string, string][] = [
    ['dateline', 'Padan.id, Jakarta - ', 'Padan.id, Jakarta - '],
    ['dateline', 'JAKARTA, PADAN.COM – ', 'JAKARTA, PADAN.COM – '],
    ['dateline', 'Jakarta, 8 Juli 2022 - ', 'Jakarta, July 8, 2022 - '],
    ['dateline', 'SLEMAN, JUMAT (8/7/2022) - ', 'SLEMAN, FRIDAY (July 8, 2022) - '],
    ['dateline', 'Bogor (8/7) – ', 'Bogor (July 8) – '],
    ['dateline', 'Kairo (ANTARA) - ', 'Cairo (ANTARA) - '],
    ['dateline', 'DEN HAAG - ', 'THE HAGUE - '],
    ['dateline', 'Surakarta, Jawa Tengah – ', 'Surakarta, Central Java – '],
    ['dateline', 'Jakarta Selatan - ', 'South Jakarta - '],
    ['dateline', 'Padan.id, Beijing, Tiongkok - ', 'Padan.id, Beijing, China - '],
    ['dateline', 'VIVA – ', 'VIVA – '],
    ['byline', '(Tin/Ysl)', '(Tin/Ysl)'],
    ['byline', ' (rin)', ' (rin)'],
    ['byline', 'Penulis: Rina Kusuma', 'Writer: Rina Kusuma'],
    ['byline', 'PENULIS : RINA', 'WRITER : RINA'],
    ['byline', 'Pewarta: Sari Dewi / Editor: Bayu', 'Reporter: Sari Dewi / Editor: Bayu'],
    ['byline', 'Penulis Rina | Penyunting Dedi', 'Writer Rina | Editor Dedi'],
    ['byline', '(Sumber: Antara)', '(Source: Antara)'],
    ['byline', 'Oleh: Rina dan Dedi', 'By: Rina and Dedi'],
    ['byline', 'Oleh Rina Kusuma', 'By Rina Kusuma'],
    ['byline', 'Foto: Rina/Antara', 'Photo: Rina/Antara'],
    ['byline', 'Laporan Wartawan Padan.id, Rina', 'Reported by Padan.id, Rina'],
    ['byline', 'Jumat, 8 Juli 2022 14:30 WIB', 'Friday, July 8, 2022 14:30 WIB'],
    ['byline', 'Diterbitkan 8 Juli 2022, 10:00 WIB', 'Published July 8, 2022, 10:00 WIB'],
    ['byline', 'Diperbarui: 08 Nop 2021, 10:00 WITA', 'Updated: November 8, 2021, 10:00 WITA'],
    ['byline', 'Padan.id - 08/07/2022, 10:30 WIB', 'Padan.id - July 8, 2022, 10:30 WIB'],
    ['byline', 'Minggu Santoso', 'Minggu Santoso'],
    ['byline', 'Tim Redaksi', 'Editorial team'],
    ['byline', 'Reporter: Foto Dewi Mei', 'Reporter: Foto Dewi Mei'],
    ['page-marker', '2 dari 4 halaman', 'Page 2 of 4'],
    ['page-marker', 'Halaman 2 dari 3', 'Page 2 of 3'],
    ['page-marker', 'Halaman : 1 2 3', 'Page : 1 2 3'],
    ['page-marker', 'Halaman selanjutnya', 'Next page'],
    ['promo', 'Baca juga: Panen Raya', 'Read also: Panen Raya'],
    ['body', 'Oleh: sebab itu', 'Oleh: sebab itu'],
  ];
  it.each(cases)('writes a %s: %s', (role, text, english) => {
    expect(renderFurniture(role, text)).toBe(english);
  });

  it.each<[string, string, FurnitureStyle, string]>([
    ['day first', 'Jakarta, 8 Juli 2022 - ', { dates: 'day-first' }, 'Jakarta, 8 July 2022 - '],
    ['a form of the house', 'JAKARTA, PADAN.COM – ', { dateline: '{place} ({outlet}) —' }, 'Jakarta (PADAN.COM) — '],
    ['the outlet before the place', 'Padan.id, Den Haag - ', { dateline: '{PLACE} –' }, 'THE HAGUE – '],
    ['a place of two parts', 'Surakarta, Jawa Tengah – ', { dateline: '{PLACE}[ ({outlet})] –' }, 'SURAKARTA, CENTRAL JAVA – '],
    ['what is optional, there', 'Kairo (ANTARA) - ', { dateline: '{PLACE}[ ({outlet})][, {date}] –' }, 'CAIRO (ANTARA) – '],
    ['a date with its weekday', 'SLEMAN, JUMAT (8/7/2022) - ', { dateline: '{PLACE}, {date} –', dates: 'day-first' }, 'SLEMAN, Friday, 8 July 2022 – '],
    ['a part that is not there', 'VIVA – ', { dateline: '{PLACE} ({outlet}) –' }, 'VIVA – '],
    ['no outlet', 'Jakarta - ', { dateline: '{place}, {outlet} –' }, 'Jakarta - '],
    ['a dateline in bold', '<g1>JAKARTA, PADAN.COM</g1> – ', { dateline: '{PLACE} —' }, '<g1>JAKARTA —</g1> '],
    ['half of it in bold and a link', '<g1>JAKARTA</g1>, <g2>PADAN.COM</g2> – ', { dateline: '{PLACE} —' }, '<g1>JAKARTA</g1>, <g2>PADAN.COM</g2> – '],
    ['its place in bold', '<g1>DEN HAAG</g1> - ', {}, '<g1>THE HAGUE</g1> - '],
  ])('writes a dateline by the house style: %s', (_name, text, style, english) => {
    expect(renderFurniture('dateline', text, style)).toBe(english);
  });

  it('gives something for anything, and keeps the blanks at both ends', () => {
    const samples = furnitureRules().flatMap((rule) => rule.examples);
    const text = fc.oneof(fc.constantFrom(...samples), fc.string({ unit: anyCharacter, maxLength: 40 }));
    fc.assert(
      fc.property(text, fc.constantFrom<Role>('dateline', 'byline', 'page-marker', 'promo'), fc.constantFrom<FurnitureStyle>({}, { dateline: '{PLACE}[ ({outlet})] –' }), (value, role, style) => {
        const out = renderFurniture(role, ` ${value} `, style);
        expect(out.startsWith(' ') && out.endsWith(' ')).toBe(true);
        expect(out.trim() === '').toBe(value.trim() === '');
      }),
    );
  });
});
