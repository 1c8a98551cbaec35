/** When the next request may leave: all limits at once, what the server said, and what was learnt of it. */

import type { Heard, Unit } from '../ports.ts';
import type { Limits } from '../provider-settings.ts';
import { createAllowance } from './allowance.ts';
import { createArrivals } from './arrival.ts';
import type { Clock } from './clock.ts';
import { createLearner } from './learn.ts';
import { createWindow, type Window } from './window.ts';

const SECOND = 1000;
const DAY = 86_400_000;

/** Most that leave in one turn of the event loop. */
const TOGETHER = 8;

/** Shortest sleep, milliseconds: waking costs more than sending, and what came due meanwhile leaves together. */
const TICK = 8;

/** Milliseconds that are made up for after a time in which nothing waited. */
const AFTER_IDLE = 100;

export interface PaceOptions {
  readonly limits: Limits;
  readonly clock: Clock;
  /** Milliseconds of the first pause after a refusal that names none. */
  readonly pause: number;
  /** Milliseconds of a minute: for measurements that cannot wait for whole ones; 60,000 when absent. */
  readonly minute?: number;
}

/** What a request weighs in its unit. */
export interface Load {
  readonly unit: Unit;
  readonly amount: number;
}

/** Leave to send one request, now. What came of it is said by one of the three, once. */
export interface Turn {
  /** Answered. `amount`: what it weighed in the end, where that is known. */
  passed(amount: number | undefined, heard: Heard): void;
  /** Refused as too early or too much: it weighs nothing. */
  refused(heard: Heard): void;
  /** No answer, or an error: it counts as it was weighed. */
  failed(heard: Heard): void;
}

export interface Pace {
  /** Resolves when a request of this weight may leave at once, in order of asking; rejects with the signal's reason. */
  turn(load: Load, signal: AbortSignal): Promise<Turn>;
  /** Nothing leaves for so many milliseconds, and then one request alone until one is answered. */
  halt(ms: number): void;
  /** Milliseconds until the limit of a day lets one more request leave; 0 where it does. */
  day(): number;
}

interface Waiter {
  readonly load: Load;
  readonly go: (turn: Turn) => void;
}

interface Limit {
  readonly span: number;
  readonly window: Window;
  /** Undefined where requests are counted. */
  readonly unit: Unit | undefined;
}

export function createPace({ limits, clock, pause, minute = 60_000 }: PaceOptions): Pace {
  const windows = windowsOf(limits, minute);
  const learner = createLearner(evenRate(limits, minute), pause);
  const arrivals = createArrivals(clock);
  const learnt = createWindow(SECOND, Infinity, true);
  const requests = createAllowance();
  const units: Readonly<Record<Unit, ReturnType<typeof createAllowance>>> = { tokens: createAllowance(), characters: createAllowance() };
  const line: Waiter[] = [];
  let until = -Infinity;
  let single = false;
  /** The one that was sent alone and is not answered yet. */
  let trial: { readonly at: number } | undefined;
  /** What waits does so because it was told to: that time is not made up for. */
  let paused = false;
  let cancel: (() => void) | undefined;

  function idle(now: number, ms: number): void {
    for (const { window } of windows) window.idle(now, ms);
    learnt.idle(now, ms);
  }

  function free(load: Load, now: number): number {
    let at = Math.max(until, learner.until, requests.until, units[load.unit].until);
    // A refusal comes quickly; an answer may take long, and is not waited for by those who were refused.
    if (trial !== undefined) at = single ? Infinity : learner.single ? Math.max(at, trial.at + SECOND) : at;
    if (at > now) paused = true;
    learnt.most = learner.rate(now) ?? Infinity;
    at = Math.max(at, learnt.free(1, now));
    for (const { window, unit } of windows) {
      if (unit === undefined || unit === load.unit) at = Math.max(at, window.free(unit === undefined ? 1 : load.amount, now));
    }
    return at;
  }

  /** Sends off whose turn it is, a few in one turn of the event loop, so that they have left before the next. */
  function pump(): void {
    cancel?.();
    cancel = undefined;
    for (let n = 0; n < TOGETHER; n += 1) {
      const first = line[0];
      if (first === undefined) return;
      const now = clock.now();
      const at = free(first.load, now);
      if (at > now) {
        if (at < Infinity) cancel = clock.wake(Math.max(at - now, TICK), pump);
        return;
      }
      line.shift();
      first.go(leave(first.load, now));
    }
    cancel = clock.wake(0, pump);
  }

  function leave(load: Load, now: number): Turn {
    if (paused) idle(now, 0);
    paused = false;
    // Where the limit is the server's secret, bursts would find it.
    if (learnt.most < Infinity) idle(now, AFTER_IDLE);
    const entries = windows
      .filter(({ unit }) => unit === undefined || unit === load.unit)
      .map(({ window, unit }) => ({ window, unit, entry: window.add(unit === undefined ? 1 : load.amount, now) }));
    const own = learnt.add(1, now);
    const sent = learner.sent(now);
    requests.sent(1, now);
    units[load.unit].sent(load.amount, now);
    if (single || learner.single) trial = sent;
    const flight = arrivals.sent(now, (ms) => {
      learnt.late(own, ms);
      for (const { window, entry } of entries) window.late(entry, ms);
    });
    const weighed = (amount: number): void => {
      for (const { window, unit, entry } of entries) if (unit !== undefined) window.correct(entry, load.amount, amount);
    };
    const end = (heard: Heard, answered: boolean): void => {
      arrivals.landed(flight, clock.now(), answered);
      if (trial === sent) trial = undefined;
      requests.heard(heard.requests, clock.now());
      units[load.unit].heard(heard.tokens, clock.now());
      pump();
    };
    return {
      passed(amount, heard) {
        if (amount !== undefined) weighed(amount);
        learner.passed(sent);
        single = false;
        if (heard.wait !== undefined) until = Math.max(until, clock.now() + heard.wait);
        end(heard, true);
      },
      refused(heard) {
        weighed(0);
        const why = learner.refused(sent, clock.now(), heard.wait);
        if (why === 'accident') for (const { window } of windows) window.widen(clock.now());
        end(heard, false);
      },
      failed(heard) {
        if (heard.wait !== undefined) until = Math.max(until, clock.now() + heard.wait);
        end(heard, false);
      },
    };
  }

  return {
    async turn(load, signal) {
      signal.throwIfAborted();
      return await new Promise<Turn>((resolve, reject) => {
        const waiter: Waiter = {
          load,
          go: (turn) => {
            signal.removeEventListener('abort', stop);
            resolve(turn);
          },
        };
        const stop = (): void => {
          line.splice(line.indexOf(waiter), 1);
          reject(signal.reason as Error);
          pump();
        };
        signal.addEventListener('abort', stop, { once: true });
        if (line.push(waiter) > 1) return;
        idle(clock.now(), AFTER_IDLE);
        pump();
      });
    },
    halt(ms) {
      until = Math.max(until, clock.now() + ms);
      single = true;
    },
    day: () => Math.max(0, ...windows.filter(({ span }) => span === DAY).map(({ window }) => window.free(1, clock.now()) - clock.now())),
  };
}

function windowsOf(limits: Limits, minute: number): readonly Limit[] {
  const of = (span: number, most: number | undefined, unit: Unit | undefined, even: boolean): readonly Limit[] =>
    most === undefined ? [] : [{ span, window: createWindow(span, most, even), unit }];
  return [
    ...of(SECOND, limits.requestsPerSecond, undefined, true),
    ...of(minute, limits.requestsPerMinute, undefined, true),
    ...of(DAY, limits.requestsPerDay, undefined, false),
    ...of(minute, limits.tokensPerMinute, 'tokens', true),
    ...of(minute, limits.charactersPerMinute, 'characters', true),
  ];
}

/** Requests a second that the settings allow, undefined where they say nothing of it. */
function evenRate(limits: Limits, minute: number): number | undefined {
  const rates = [limits.requestsPerSecond, limits.requestsPerMinute === undefined ? undefined : (limits.requestsPerMinute * SECOND) / minute].filter((rate) => rate !== undefined);
  return rates.length === 0 ? undefined : Math.min(...rates);
}
