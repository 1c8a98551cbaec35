import { setMaxListeners } from 'node:events';
import type { Clock } from '../../pipeline/queue/clock.ts';
import { createPace } from '../../pipeline/queue/pace.ts';
import type { Limits } from '../../pipeline/provider-settings.ts';

/** Numbers from 0 up to 1, the same for the same seed: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Event {
  at: number;
  readonly nth: number;
  readonly call: () => void;
  readonly held: (at: number) => number;
  off: boolean;
}

/** Time that passes only when all that is due now is done. */
export interface World {
  readonly clock: Clock;
  /** Something elsewhere in the world, at a moment that `held` may put off. */
  later(ms: number, call: () => void, held?: (at: number) => number): void;
  run(until: number): Promise<void>;
}

/** @param held when something due at a moment happens in this process, which may halt; @param late by how much timers are late at most */
export function createWorld(held: (at: number) => number = (at) => at, late: () => number = () => 0): World {
  let now = 0;
  let nth = 0;
  const events: Event[] = [];
  function push(at: number, call: () => void, own: (at: number) => number): Event {
    const event = { at, nth: (nth += 1), call, held: own, off: false };
    const place = events.findLastIndex((other) => other.at <= at);
    events.splice(place + 1, 0, event);
    return event;
  }
  return {
    clock: {
      now: () => now,
      wake(ms, call) {
        const event = push(now + (ms <= 0 ? 0.02 : Math.max(1, Math.ceil(ms)) + late()), call, held);
        return () => { event.off = true; };
      },
    },
    later(ms, call, own = (at) => at) {
      push(now + ms, call, own);
    },
    async run(until) {
      await turn();
      for (let event = events[0]; event !== undefined && event.at <= until; event = events[0]) {
        events.shift();
        if (event.off) continue;
        const at = event.held(event.at);
        if (at > event.at) {
          const moved = push(at, () => { if (!event.off) event.call(); }, event.held);
          moved.off = event.off;
          continue;
        }
        now = Math.max(now, event.at);
        event.call();
        await turn();
      }
      now = until;
    },
  };
}

/** Lets promises that are settled be noticed. */
async function turn(): Promise<void> {
  for (let n = 0; n < 12; n += 1) await Promise.resolve();
}

/** Stretches in which a process stands still: `share` of the time, `mean` milliseconds each. */
export function halts(random: () => number, share: number, mean: number, until: number): (at: number) => number {
  const spans: (readonly [number, number])[] = [];
  const some = (most: number): number => -most * Math.log(1 - random());
  for (let at = 0; share > 0 && at < until;) {
    const from = at + some((mean * (1 - share)) / share);
    at = from + some(mean);
    spans.push([from, at]);
  }
  return (at) => spans.find(([from, to]) => from <= at && at < to)?.[1] ?? at;
}

/** A server that lets a strict number through in any second, 50 ms away, and what came of asking it. */
export interface Trial {
  readonly seconds: number;
  readonly limits: Limits;
  /** Requests a second at a moment; 0: none. */
  readonly limit: (at: number) => number;
  /** With a refusal: milliseconds. */
  readonly retryAfter?: number;
  readonly seed?: number;
  /** Share and mean of halts of this process, and of the server's. */
  readonly mine?: readonly [number, number];
  readonly theirs?: readonly [number, number];
}

export async function ask(trial: Trial): Promise<{ readonly passed: readonly number[]; readonly refused: readonly number[] }> {
  const { seconds, limits, limit, retryAfter } = trial;
  const random = randomOf(trial.seed ?? 1);
  const ends = seconds * 1000;
  const mine = halts(random, ...(trial.mine ?? [0, 1]), ends);
  const theirs = halts(random, ...(trial.theirs ?? [0, 1]), ends);
  const world = createWorld(mine, () => random() * 1.2);
  const pace = createPace({ limits, clock: world.clock, pause: 250 });
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const passed: number[] = [];
  const refused: number[] = [];
  const now = (): number => world.clock.now();
  const one = async (): Promise<void> => {
    const turn = await pace.turn({ unit: 'tokens', amount: 1 }, signal);
    world.later(0.2 + random(), () => {
      const good = passed.filter((at) => at > now() - 1000).length < limit(now());
      (good ? passed : refused).push(now());
      world.later(50 + random(), () => {
        world.later(0.2 + random(), () => {
          if (good) turn.passed(undefined, {});
          else turn.refused(retryAfter === undefined ? {} : { wait: retryAfter });
          if (now() < ends) void one();
        }, mine);
      }, theirs);
    }, theirs);
  };
  for (let n = 0; n < 64; n += 1) void one();
  await world.run(ends);
  return { passed, refused };
}
