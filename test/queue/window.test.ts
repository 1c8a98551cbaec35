import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWindow, type Entry } from '../../pipeline/queue/window.ts';
import { runs } from '../runs.ts';

interface Sent {
  readonly at: number;
  weight: number;
}

/** The most that any `span` milliseconds hold, of windows that begin with a request. */
function fullest(sent: readonly Sent[], span: number): number {
  return Math.max(0, ...sent.map(({ at: from }) => sent.filter(({ at }) => at >= from && at < from + span).reduce((sum, { weight }) => sum + weight, 0)));
}

describe('a window', () => {
  it('is never fuller than its limit, whenever requests come, whatever they weigh', () => {
    fc.assert(fc.property(
      fc.constantFrom(1000, 60_000, 86_400_000),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      // How long after the last one it is asked for, in parts of the span, its weight, and what it weighed in the end.
      fc.array(fc.tuple(fc.double({ min: 0, max: 0.4, noNaN: true }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 })), { maxLength: 120 }),
      (span, most, even, asked) => {
        const window = createWindow(span, most, even);
        const sent: Sent[] = [];
        let now = 0;
        let last: { readonly entry: Entry; readonly was: number; readonly one: Sent } | undefined;
        for (const [gap, wish, less] of asked) {
          const weight = Math.min(wish, most);
          now = Math.max(now + gap * span * (wish % 3 === 0 ? 1 : 0), window.free(weight, now));
          const one = { at: now, weight };
          last = { entry: window.add(weight, now), was: weight, one };
          sent.push(one);
          expect(fullest(sent, span)).toBeLessThanOrEqual(most);
          if (less < weight) {
            window.correct(last.entry, last.was, less);
            one.weight = less;
          }
        }
      },
    ), { numRuns: runs(500) });
  });

  it('never waits for ever', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 40 }), (most, weights) => {
      const window = createWindow(1000, most, true);
      let now = 0;
      for (const weight of weights) {
        now = Math.max(now, window.free(weight, now));
        window.add(weight, now);
      }
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      // What is heavier than the limit has a window of its own; the others fill theirs by half at least.
      expect(now).toBeLessThanOrEqual((weights.length + (2 * all) / most + 1) * 1100);
    }), { numRuns: runs(300) });
  });

  it.each([
    [0.5, 2030],
    [1, 1015],
    [4, 253.75],
  ])('of %d a second spreads requests by %d ms', (most, step) => {
    const window = createWindow(1000, most, true);
    window.idle(0, 0);
    window.add(1, 0);
    expect(window.free(1, 0)).toBeGreaterThanOrEqual(step - 0.001);
  });

  it('counts a request that was late from when it came', () => {
    const window = createWindow(1000, 1, false);
    const entry = window.add(1, 0);
    const before = window.free(1, 0);
    window.late(entry, 300);
    expect(window.free(1, 0)).toBeGreaterThanOrEqual(1300);
    expect(before).toBeLessThan(1050);
  });

  it('keeps more apart for a while when the server says that two met', () => {
    const window = createWindow(1000, 1, false);
    window.add(1, 0);
    const before = window.free(1, 0);
    window.widen(0);
    expect(window.free(1, 0)).toBeGreaterThan(before);
    expect(window.free(1, 60_000)).toBe(before);
  });

  it('holds a day of requests in little memory, and counts them all', () => {
    const window = createWindow(86_400_000, 100_000, false);
    for (let n = 0; n < 100_000; n += 1) window.add(1, n * 10);
    expect(window.free(1, 1_000_000)).toBeGreaterThanOrEqual(86_400_000);
  });
});
