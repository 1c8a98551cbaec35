import { describe, expect, test } from 'vitest';
import { equivalent, sameValue } from '../../pipeline/values/compare.ts';
import { readNumber } from '../../pipeline/values/numbers.ts';
import { findValues } from '../../pipeline/values/values.ts';
import type { Language, Value } from '../../pipeline/values/value.ts';
import { writeValue } from '../../pipeline/values/write.ts';

function only(text: string, language: Language): Value {
  const [value] = findValues(text, language);
  if (!value) throw new Error(`no value in ${text}`);
  return value;
}

describe('values are the same across notations', () => {
  test.each([
    ['1,5 miliar', '1.5 billion'],
    ['1,5 miliar', '1,500,000,000'],
    ['dua puluh lima', '25'],
    ['0,1', '0.1'],
    ['Rp2.500.000,00', '2.5 million rupiah'],
    ['US$ 3 juta', '$3,000,000'],
    ['pukul 14.30 WIB', '2:30 p.m. WIB'],
    ['Jumat (8/7/2022)', 'July 8, 2022'],
    ['setengah', '0.5'],
    ['tahun 2022', '2022'],
    ['berusia 23 tahun', '23-year-old'],
    ['12,50 persen', '12.5%'],
    ['kalah 1-3', 'lost 1-3'],
    ['kemenangan 5 - 3', 'a 5-3 win'],
    ['lima hari kerja', 'five working days'],
    ['dua tahun penuh', 'two full years'],
    ['dua per tiga', 'two thirds'],
    ['satu per empat', 'a quarter'],
    ['lusinan', 'dozens'],
    ['beribu-ribu', 'thousands'],
    ['beratus-ratus ribu', 'hundreds of thousands'],
    ['Januari tahun 2004', 'January 2004'],
  ])('%s is %s', (id, en) => {
    expect(sameValue(only(id, 'id'), only(en, 'en'))).toBe(true);
  });
});

describe('values that differ are never taken for the same', () => {
  test.each([
    ['1,5 miliar', '1.5 million'],
    ['12,5 persen', '125 percent'],
    ['Rp5 juta', '$5 million'],
    ['2 persen poin', '2 percent'],
    ['Jumat (8/7/2022)', 'August 7, 2022'],
    ['Jumat (8/7/2022)', 'Thursday, July 8, 2022'],
    ['pukul 14.30 WIB', '14:30 WITA'],
    ['pukul 14.30 WIB', '14:30'],
    ['5 km', '5 miles'],
    ['ribuan', 'millions'],
    ['menang 3-1', 'won 1-3'],
  ])('%s is not %s', (id, en) => {
    expect(sameValue(only(id, 'id'), only(en, 'en'))).toBe(false);
    expect(equivalent(only(id, 'id'), only(en, 'en'))).toBe(false);
  });
});

describe('another way to say it is equivalent and not the same', () => {
  test.each([
    ['seperempat', '25 percent'],
    ['sepertiga', '33.33 percent'],
    ['Jumat (8/7)', 'July 8, 2022'],
    ['8 Juli 2022', '8/7/2022'],
    ['7 Agustus 2022', '8/7/2022'],
    ['ketiga', 'three'],
    ['abad ke-19', '19th'],
    ['8,250', '8,250'],
    ['era 1990-an', "20s"],
  ])('%s and %s', (id, en) => {
    const fits = en !== '20s';
    expect(equivalent(only(id, 'id'), only(en, 'en'))).toBe(fits);
    if (en !== '8/7/2022') expect(sameValue(only(id, 'id'), only(en, 'en'))).toBe(false);
  });
});

describe('marks on values', () => {
  test('the weekday proves or disproves the date', () => {
    expect(only('Jumat (8/7/2022)', 'id')).toMatchObject({ weekdayFits: true });
    expect(only('Kamis (8/7/2022)', 'id')).toMatchObject({ weekdayFits: false, day: 8, month: 7 });
    expect(only('8/7/2022', 'id')).not.toHaveProperty('weekdayFits');
  });
  test('an English date in digits is ambiguous until a weekday settles it', () => {
    expect(only('8/7/2022', 'en')).toMatchObject({ ambiguous: true, other: { month: 8, day: 7 } });
    expect(only('Friday 8/7/2022', 'en')).not.toHaveProperty('ambiguous');
    expect(only('Sunday 8/7/2022', 'en')).toMatchObject({ month: 8, day: 7, weekdayFits: true });
    expect(only('13/7/2022', 'en')).not.toHaveProperty('ambiguous');
  });
  test('one and first are loose, kedua is ambiguous', () => {
    expect(only('salah satu', 'id')).toMatchObject({ loose: true });
    expect(only('one of them', 'en')).toMatchObject({ loose: true });
    expect(only('kedua', 'id')).toMatchObject({ loose: true, ambiguous: true });
    expect(only('yang kedua', 'id')).not.toHaveProperty('ambiguous');
  });
  test('the notation of the other language is marked foreign', () => {
    expect(only('1.250.000', 'en')).toMatchObject({ value: 1_250_000, foreign: true });
    expect(only('12.5 persen', 'id')).toMatchObject({ value: 12.5, foreign: true });
    expect(only('12,5 persen', 'id')).not.toHaveProperty('foreign');
  });
});

describe('a lone number is read whole or not at all', () => {
  test.each([
    ['1.250.000', 'id', 1_250_000],
    ['1,250,000', 'en', 1_250_000],
    [' 12,5 ', 'id', 12.5],
    ['dua puluh', 'id', 20],
    ['1,5 juta', 'id', 1_500_000],
    ['forty-two', 'en', 42],
    ['12 orang', 'id', undefined],
    ['', 'id', undefined],
    ['1.2.3', 'id', undefined],
  ] as const)('%s (%s)', (text, language, expected) => {
    expect(readNumber(text, language)).toBe(expected);
  });
});

describe('the style of the house', () => {
  test.each([
    ['8 Juli 2022', { dates: 'day-first' }, '8 July 2022'],
    ['8-10 Juli 2022', { dates: 'day-first' }, '8-10 July 2022'],
    ['12,5 persen', { percent: 'sign' }, '12.5%'],
    ['12,5 persen', { percent: 'two-words' }, '12.5 per cent'],
    ['5-6 persen', { percent: 'two-words' }, '5 to 6 per cent'],
    ['satu persen poin', { percent: 'two-words' }, '1 percentage point'],
    ['US$3 juta', { dollar: 'US$' }, 'US$3 million'],
    ['pukul 14.30 WIB', { clock: 12 }, '2:30 p.m. WIB'],
    ['Jumat (8/7/2022)', { weekdays: 'comma' }, 'Friday, July 8, 2022'],
  ] as const)('%s', (text, style, expected) => {
    expect(writeValue(only(text, 'id'), 'en', style)).toBe(expected);
  });
});
