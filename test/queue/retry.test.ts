import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../pipeline/ports.ts';
import { createAllowance } from '../../pipeline/queue/allowance.ts';
import { backoff, remedy } from '../../pipeline/queue/retry.ts';
import { createShare } from '../../pipeline/queue/share.ts';
import { runs } from '../runs.ts';

describe('what a fault calls for', () => {
  it('is another try of what may pass, and waiting for what came too early', () => {
    expect(Object.fromEntries(FAULTS.map((fault) => [fault, remedy(fault)]))).toEqual({
      rate: 'later', transient: 'again', quota: 'never', key: 'never', 'too large': 'never', refused: 'never', 'bad output': 'never', invalid: 'never',
    });
  });
});

describe('the wait before another try', () => {
  it.each([
    [1, 1, 1000],
    [2, 1, 2000],
    [4, 0.5, 4000],
    [9, 1, 30_000],
    [3, 0, 0],
  ])('after try %i at %d of its bound is %i ms', (tries, part, ms) => {
    expect(backoff(tries, 1000, () => part)).toBe(ms);
  });
});

describe('what a server says is left', () => {
  it.each([
    ['nothing', { limit: 100, remaining: 0, reset: 5000 }, 5000],
    ['plenty', { limit: 100, remaining: 50, reset: 5000 }, -Infinity],
    ['little, of a limit that fills steadily', { limit: 100, remaining: 10, reset: 9000 }, 100],
    ['little, of an unknown limit', { remaining: 4, reset: 8000 }, 2000],
    ['no word of when', { limit: 100, remaining: 0 }, -Infinity],
  ])('%s: the next request after this one waits until then', (_what, said, until) => {
    const allowance = createAllowance();
    allowance.heard(said, 0);
    allowance.sent(1, 0);
    expect(allowance.until).toBe(until);
  });

  it('is forgotten when it is whole again', () => {
    const allowance = createAllowance();
    allowance.heard({ limit: 100, remaining: 10, reset: 9000 }, 0);
    allowance.sent(1000, 0);
    expect(allowance.until).toBe(9000);
    allowance.sent(1, 9001);
    expect(allowance.until).toBe(9000);
  });
});

describe('the likely share of the most', () => {
  it('is all at first, then no less than any of late, and never more than all', () => {
    const share = createShare();
    expect(share.likely()).toBe(1);
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 40 }), (heard) => {
      const own = createShare();
      for (const [most, part] of heard) own.heard(most, most * part);
      expect(own.likely()).toBeLessThanOrEqual(1);
      for (const [, part] of heard.slice(-20)) expect(own.likely()).toBeGreaterThanOrEqual(part * 0.999);
    }), { numRuns: runs(200) });
  });
});
