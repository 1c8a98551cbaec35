import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleDate } from '../../pipeline/furniture/article-date.ts';

describe('articleDate takes', () => {
  const cases: [string, { frontMatterDate?: string | Date; dateline?: string; text: string }, string | undefined][] = [
    ['the front matter before all else', { frontMatterDate: '2022-07-08', dateline: 'Jakarta, 9 Juli 2022 -', text: '10 Juli 2022' }, '2022-07-08'],
    ['a date that YAML has read', { frontMatterDate: new Date('2022-07-08T00:00:00Z'), text: '' }, '2022-07-08'],
    ['a time stamp in the front matter', { frontMatterDate: '2022-07-08T14:30:00+07:00', text: '' }, '2022-07-08'],
    ['Indonesian in the front matter', { frontMatterDate: 'Jumat, 8 Juli 2022 14:30 WIB', text: '' }, '2022-07-08'],
    ['the dateline where the front matter has no date', { frontMatterDate: 'kemarin', dateline: 'SLEMAN, JUMAT (8/7/2022) -', text: '1 Agustus 2022' }, '2022-07-08'],
    ['the text where the dateline has no year', { dateline: 'Bogor (8/7) –', text: 'pada 1 Agustus 2022' }, '2022-08-01'],
    ['the latest full date of the text', { text: 'Sejak 30 Juni 2022, lalu Jumat (8/7/2022), dan 22/6/2022.' }, '2022-07-08'],
    ['day before month', { text: '8/7/2022' }, '2022-07-08'],
    ['dashes between numbers', { text: '08-07-2022' }, '2022-07-08'],
    ['old spellings', { text: '3 Pebruari 2021 dan 5 Nopember 2020' }, '2021-02-03'],
    ['short months', { text: 'Selasa, 09 Agu 2022' }, '2022-08-09'],
    ['small and large letters', { text: '17 AGUSTUS 2021, 18 agustus 2021' }, '2021-08-18'],
    ['a date with a no-break blank', { text: '8\u00A0Juli\u00A02022' }, '2022-07-08'],
    ['the end of a span', { text: 'pada 8-10 Juli 2022' }, '2022-07-10'],
    ['no impossible date', { text: '31 Februari 2022, 12/13/2022, 0/1/2022, 29 Februari 2021' }, undefined],
    ['a leap day', { text: '29 Februari 2020' }, '2020-02-29'],
    ['no date without a year', { text: '8 Juli, tahun 2022' }, undefined],
    ['no version, score or share for a date', { text: 'versi 1.2.2022, skor 3/2, 5 Kali 2022' }, undefined],
    ['nothing where there is nothing', { text: '' }, undefined],
    ['no broken date object', { frontMatterDate: new Date('x'), text: '8 Juli 2022' }, '2022-07-08'],
  ];
  it.each(cases)('%s', (_name, info, expected) => {
    expect(articleDate({ ...info, text: () => info.text })).toBe(expected);
  });

  it('an ISO date or nothing for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), fc.nat(14), fc.nat(9999), (text, day, month, year) => {
        const date = articleDate({ text: () => `${text} ${day}/${month}/${year}` });
        expect(date === undefined || new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)).toBe(true);
      }),
    );
  });
});
