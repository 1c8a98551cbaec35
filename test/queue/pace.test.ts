import { describe, expect, it } from 'vitest';
import { createPace, type Turn } from '../../pipeline/queue/pace.ts';
import type { Limits } from '../../pipeline/provider-settings.ts';
import { ask, createWorld } from './world.ts';

/** Requests a second let through from `from` to `to`, in seconds. */
const rate = (times: readonly number[], from: number, to: number): number => times.filter((at) => at > from * 1000 && at <= to * 1000).length / (to - from);

describe('a strict limit, counted at the server', () => {
  it.each([
    [10, 'a quiet machine', {}],
    [50, 'a quiet machine', {}],
    [200, 'a quiet machine', {}],
    [10, 'processes that halt now and then', { mine: [0.02, 4], theirs: [0.02, 4] }],
    [50, 'processes that halt now and then', { mine: [0.02, 4], theirs: [0.02, 4] }],
    [200, 'processes that halt now and then', { mine: [0.02, 4], theirs: [0.02, 4] }],
    [50, 'a program that halts for long', { mine: [0.05, 60] }],
  ] as const)('of %i a second is reached by 0.98 without a refusal: %s', async (limit, _machine, halts) => {
    for (const seed of [1, 2, 3]) {
      const { passed, refused } = await ask({ seconds: 7, limits: { requestsPerSecond: limit }, limit: () => limit, seed, ...halts });
      expect(refused).toEqual([]);
      const [first = 0, last = 0] = [passed[0], passed.at(-1)];
      expect((passed.length - 1) / (last - first) * 1000 / limit).toBeGreaterThanOrEqual(0.98);
    }
  });
});

describe('a server that allows less than the settings say', () => {
  it.each([
    ['from 50 to 20', 50, 20, undefined, 15],
    ['from 20 to 50', 20, 50, undefined, 2],
    ['from 50 to 20, and says how long to wait', 50, 20, 1000, 15],
    ['from 200 to 50', 200, 50, undefined, 40],
  ])('changes its limit %s: no storm, and 0.9 of the new limit within 5 s', async (_name, before, after, retryAfter, storm) => {
    for (const seed of [1, 2, 3]) {
      const { passed, refused } = await ask({
        seconds: 18,
        limits: { requestsPerSecond: Math.max(before, after) },
        limit: (at) => (at < 8000 ? before : after),
        seed,
        ...(retryAfter === undefined ? {} : { retryAfter }),
      });
      expect(refused.filter((at) => at >= 8000 && at < 13_000).length).toBeLessThanOrEqual(storm);
      expect(rate(passed, 13, 18)).toBeGreaterThanOrEqual(0.9 * after);
      // Feeling for more costs a refusal now and then: of 20 requests, less than one.
      expect(refused.filter((at) => at >= 13_000).length).toBeLessThan(passed.filter((at) => at >= 13_000).length / 20);
    }
  });

  it('answers nothing for 3 s and then as before: back at 0.9 within 5 s, with a handful of refusals', async () => {
    for (const retryAfter of [undefined, 1000]) {
      const { passed, refused } = await ask({ seconds: 16, limits: { requestsPerSecond: 50 }, limit: (at) => (at > 5000 && at < 8000 ? 0 : 50), ...(retryAfter === undefined ? {} : { retryAfter }) });
      expect(refused.length).toBeLessThan(15);
      expect(rate(passed, 13, 16)).toBeGreaterThanOrEqual(0.9 * 50);
    }
  });

  it('is found out where the settings say nothing at all', async () => {
    const { passed, refused } = await ask({ seconds: 30, limits: {}, limit: () => 20 });
    expect(rate(passed, 5, 30)).toBeGreaterThanOrEqual(0.9 * 20);
    // All that were sent at once before anything was known, and one in twenty.
    expect(refused.length).toBeLessThan(64 + passed.length / 20);
  });
});

describe('a pace', () => {
  const { signal } = new AbortController();
  /** When each of `loads` leaves, in milliseconds, where one is asked for each millisecond. */
  async function times(limits: Limits, loads: readonly number[], then: (turn: Turn, n: number) => void = () => undefined): Promise<readonly number[]> {
    const world = createWorld();
    const pace = createPace({ limits, clock: world.clock, pause: 250 });
    const left: number[] = [];
    for (const [n, amount] of loads.entries()) {
      world.later(n, () => void pace.turn({ unit: 'tokens', amount }, signal).then((turn) => {
        left.push(Math.round(world.clock.now()));
        then(turn, n);
      }));
    }
    await world.run(600_000);
    return left;
  }

  it('keeps several limits at once, the narrowest of them', async () => {
    const left = await times({ requestsPerSecond: 10, requestsPerMinute: 60, tokensPerMinute: 1000 }, Array.from({ length: 6 }, () => 100));
    // 100 of 1,000 tokens a minute: one in six seconds and a guard.
    for (const [n, at] of left.entries()) expect(Math.abs(at - n * 6001.5)).toBeLessThan(150);
  });

  it('sends what is heavier than the whole limit alone', async () => {
    const left = await times({ tokensPerMinute: 100 }, [10, 500, 10]);
    expect(left).toHaveLength(3);
    expect(left[1]).toBeGreaterThanOrEqual(60_000);
    expect((left[2] ?? 0) - (left[1] ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  it('gives back what a request did not weigh', async () => {
    const loads = Array.from({ length: 10 }, () => 100);
    const unknown = await times({ tokensPerMinute: 200 }, loads);
    const known = await times({ tokensPerMinute: 200 }, loads, (turn) => { turn.passed(10, {}); });
    expect((known.at(-1) ?? 0) * 5).toBeLessThan(unknown.at(-1) ?? 0);
  });

  it('waits as long as a server asks, with an answer as with a refusal', async () => {
    for (const end of ['passed', 'refused', 'failed'] as const) {
      const left = await times({}, Array.from({ length: 9 }, () => 1), (turn, n) => {
        if (n === 0 && end === 'passed') turn.passed(undefined, { wait: 7000 });
        else if (n === 0) turn[end === 'refused' ? 'refused' : 'failed']({ wait: 7000 });
        else turn.passed(undefined, {});
      });
      expect(left[0]).toBe(0);
      expect(left.slice(1).filter((at) => at < 7000)).toEqual([]);
      expect(left.at(-1)).toBeGreaterThanOrEqual(7000);
    }
  });

  it('spreads what a server says is left', async () => {
    const left = await times({ concurrency: 1 }, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], (turn) => { turn.passed(undefined, { requests: { limit: 100, remaining: 10, reset: 9000 } }); });
    // 90 were used and come back in 9 s: one in 100 ms.
    expect((left.at(-1) ?? 0) - (left.at(-2) ?? 0)).toBeGreaterThanOrEqual(100);
  });

  it('sends nothing while a server says that nothing is left', async () => {
    const left = await times({}, Array.from({ length: 10 }, () => 1), (turn) => { turn.passed(undefined, { tokens: { limit: 1000, remaining: 0, reset: 30_000 } }); });
    expect(left.at(-1)).toBeGreaterThanOrEqual(30_000);
  });

  it('sends one alone after a halt, and the others when it is answered', async () => {
    const world = createWorld();
    const pace = createPace({ limits: {}, clock: world.clock, pause: 250 });
    const turns: Turn[] = [];
    pace.halt(1000);
    for (let n = 0; n < 3; n += 1) void pace.turn({ unit: 'tokens', amount: 1 }, signal).then((turn) => turns.push(turn));
    await world.run(999);
    expect(turns).toHaveLength(0);
    await world.run(100_000);
    expect(turns).toHaveLength(1);
    turns[0]?.passed(undefined, {});
    await world.run(200_000);
    expect(turns).toHaveLength(3);
  });

  it('lets go of one whose run is stopped, and goes on with the next', async () => {
    const world = createWorld();
    const pace = createPace({ limits: { requestsPerMinute: 1 }, clock: world.clock, pause: 250 });
    const stop = new AbortController();
    const first = await pace.turn({ unit: 'tokens', amount: 1 }, signal);
    const second = pace.turn({ unit: 'tokens', amount: 1 }, stop.signal);
    let third = 0;
    void pace.turn({ unit: 'tokens', amount: 1 }, signal).then(() => { third = world.clock.now(); });
    stop.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    first.passed(undefined, {});
    await world.run(70_000);
    expect(third).toBeGreaterThanOrEqual(60_000);
    expect(third).toBeLessThan(61_000);
  });
});
