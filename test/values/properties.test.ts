import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameValue } from '../../pipeline/values/compare.ts';
import { amountOf } from '../../pipeline/values/numbers.ts';
import { findValues } from '../../pipeline/values/values.ts';
import { place } from '../../pipeline/values/value.ts';
import type { Amount, Language, Value } from '../../pipeline/values/value.ts';
import { writeValue } from '../../pipeline/values/write.ts';
import { runs } from '../runs.ts';

const language = fc.constantFrom<Language>('id', 'en');
const nowhere = place('', 0, 0);

const amount: fc.Arbitrary<Amount> = fc
  .record({ whole: fc.integer({ min: 0, max: 999_999_999 }), part: fc.constantFrom('', '.5', '.25', '.07'), scale: fc.constantFrom(0 as const, 3 as const, 6 as const, 9 as const, 12 as const), grouped: fc.boolean(), minus: fc.boolean() })
  .map(({ whole, part, scale, grouped, minus }) => amountOf(`${scale > 0 ? whole % 1000 : whole}${part}`, scale, { grouped: grouped && whole > 999, minus: minus && whole > 0 }));

const date: fc.Arbitrary<Value> = fc
  .record({ year: fc.integer({ min: 1800, max: 2199 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }), form: fc.nat(3) })
  .map(({ year, month, day, form }) => ({ kind: 'date' as const, ...nowhere, ...(form !== 1 && { year }), month, ...(form !== 2 && { day }), ...(form === 3 && { weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7, bracketed: true as const }) }));

const value: fc.Arbitrary<Value> = fc.oneof(
  amount.map((one) => ({ kind: 'number' as const, ...nowhere, ...one })),
  fc.tuple(amount, fc.boolean()).map(([one, points]) => ({ kind: 'percent' as const, ...nowhere, ...one, points })),
  fc.tuple(amount, fc.constantFrom('IDR', 'USD', 'SGD', 'AUD', 'MYR', 'EUR', 'GBP', 'JPY', 'CNY', 'KRW', 'THB', 'SAR', 'CHF', 'RUB')).map(([one, currency]) => ({ kind: 'money' as const, ...nowhere, ...one, currency })),
  fc.tuple(amount, fc.constantFrom('km', 'm2', 'kg', 'ha', 't', 'C', 'hour', 'day', 'week', 'year', 'bbl', 'bpd', 'kmh', 'GB')).map(([one, unit]) => ({ kind: 'unit' as const, ...nowhere, ...one, unit })),
  date,
  fc.record({ hour: fc.nat(23), minute: fc.nat(59), zone: fc.constantFrom(undefined, 'WIB', 'WITA', 'WIT', 'GMT', 'UTC') }).map(({ hour, minute, zone }) => ({ kind: 'time' as const, ...nowhere, hour, minute, ...(zone !== undefined && { zone }) })),
  fc.integer({ min: 1, max: 999 }).map((rank) => ({ kind: 'ordinal' as const, ...nowhere, rank, words: false })),
  fc.integer({ min: 1, max: 30 }).map((century) => ({ kind: 'century' as const, ...nowhere, century })),
  fc.integer({ min: 1, max: 14 }).map((magnitude) => ({ kind: 'vague' as const, ...nowhere, magnitude, teens: false, counts: false })),
);

describe('what is written is read back as the same value', () => {
  test('alone, in both languages', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(value, language, (one, to) => {
        const text = writeValue(one, to);
        const [back, ...more] = findValues(text, to);
        if (!back) throw new Error(`nothing found in ${text}`);
        expect(more, text).toEqual([]);
        expect(sameValue(back, one), text).toBe(true);
        expect(back.text).toBe(text);
      }),
      { numRuns: runs(800) },
    );
  });

  test('in a sentence, and across the languages', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(value, (one) => {
        const [id] = findValues(`Nilainya ${writeValue(one, 'id')} saja.`, 'id');
        const [en] = findValues(`It stood at ${writeValue(one, 'en')}, then.`, 'en');
        expect(id && en && sameValue(id, en)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  test('words for whole numbers', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
        expect(findValues(spell(number), 'id')).toMatchObject([{ kind: 'number', decimal: String(number) }]);
      }),
    );
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom('Rp', '1', '.', ',', '-', ' ', 'juta', 'dua', 'puluh', 'Juli', '2022', '/', '8', 'pukul', ':', '30', 'WIB', 'sampai', 'antara', 'dan', '%', 'and', 'hundred', 'a', 'half', 'third', '(', ')', '+62', '0', 'ke', 'Jumat', 'May', 'tahun', 'p.m.', '\n', '°C', '½', '@');
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')), fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(' ')));

  test('gives values that lie in it, in order, and can be written', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(text, language, (source, from) => {
        let last = 0;
        for (const one of findValues(source, from)) {
          expect(one.start).toBeGreaterThanOrEqual(last);
          expect(one.end).toBeGreaterThan(one.start);
          expect(source.slice(one.start, one.end)).toBe(one.text);
          last = one.end;
          expect(writeValue(one, 'en')).not.toBe('');
          expect(writeValue(one, 'id')).not.toBe('');
          expect(sameValue(one, one)).toBe(true);
        }
      }),
      { numRuns: runs(1500) },
    );
  });

  test.each(['1', '1.', '1,000.', '1-', '1/', '1 ', '1 sampai ', 'dua ', 'one hundred and ', '0 ', '+1 ', '(', 'a', 'x.y', 'Rp', ' ', '8 Juli ', 'antara 1 dan ', '-', 'half a ', 'setengah ', 'dozens of ', 'a/', '@a'])('a long line of %j is read to its end', (piece) => {
    // Work that grows faster than the line would not end within the time a test has; `make bench` has the figures.
    const long = piece.repeat(Math.ceil(20_000 / piece.length));
    for (const language of ['id', 'en'] as const) {
      for (const { start, end } of findValues(long, language)) expect(start).toBeLessThan(end);
    }
  });
});

const ONES = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'];

/** Indonesian words for a whole number. */
function spell(number: number): string {
  const join = (head: string, rest: number): string => (rest === 0 ? head : `${head} ${spell(rest)}`);
  if (number < 12) return ONES[number] ?? '';
  if (number < 20) return `${spell(number - 10)} belas`;
  if (number < 100) return join(`${spell(Math.floor(number / 10))} puluh`, number % 10);
  if (number < 200) return join('seratus', number - 100);
  if (number < 1000) return join(`${spell(Math.floor(number / 100))} ratus`, number % 100);
  if (number < 2000) return join('seribu', number - 1000);
  if (number < 1_000_000) return join(`${spell(Math.floor(number / 1000))} ribu`, number % 1000);
  return join(`${spell(Math.floor(number / 1_000_000))} juta`, number % 1_000_000);
}
