import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimalsOf, parseDollars, picosOf } from '../../pipeline/money/dollars.ts';
import { inDollars, rangeInDollars } from '../../pipeline/money/words.ts';
import { runs } from '../runs.ts';

it.each([
  ['5', 5_000_000_000_000n],
  ['0.125', 125_000_000_000n],
  ['1e-7', 100_000n],
  ['1.2E-05', 12_000_000n],
  ['1e3', 1_000_000_000_000_000n],
])('reads %s dollars exactly', (text, picos) => {
  expect(parseDollars(text, 'up')).toBe(picos);
  expect(parseDollars(text, 'down')).toBe(picos);
});

it('rounds what is finer than a picodollar as it is told', () => {
  expect(parseDollars('0.0000000000001', 'up')).toBe(1n);
  expect(parseDollars('0.0000000000001', 'down')).toBe(0n);
});

it.each(['', '-1', '1,5', 'five', '1.2.3', 'NaN', 'Infinity'])('takes %j for no amount', (text) => {
  expect(parseDollars(text, 'up')).toBeUndefined();
});

it('takes any number of dollars and cents as it is written', () => {
  fc.assert(fc.property(fc.nat(100_000_000), (cents) => {
    expect(picosOf(cents / 100, 'up')).toBe(BigInt(cents) * 10n ** 10n);
    expect(picosOf(cents / 100, 'down')).toBe(BigInt(cents) * 10n ** 10n);
  }), { numRuns: runs(500) });
});

it('reads back what it writes, never less', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (picos) => {
    expect(parseDollars(decimalsOf(picos, 12), 'up')).toBe(picos);
    const rounded = parseDollars(decimalsOf(picos, 6), 'up') ?? 0n;
    expect(rounded >= picos && rounded - picos < 1_000_000n).toBe(true);
  }), { numRuns: runs(500) });
});

it.each([
  [5, '$5.00'],
  [0, '$0.00'],
  [0.5, '$0.50'],
  [0.0123, '$0.0123'],
  [0.01231, '$0.0124'],
  [4.994, '$4.9940'],
  [0.00004, '$0.000040'],
  [0.000000001, '$0.000001'],
  [1234.5, '$1234.50'],
])('writes %s dollars for people as %s', (dollars, text) => {
  expect(inDollars(dollars)).toBe(text);
});

it('writes a range, and one sum where both ends read alike', () => {
  expect(rangeInDollars({ least: 0.12, most: 0.31 })).toBe('$0.12 to $0.31');
  expect(rangeInDollars({ least: 0.3099999, most: 0.31 })).toBe('$0.31');
});
