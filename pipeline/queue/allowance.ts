/** Slows down by what a server says is left of its limit, before it has to refuse. */

import type { HeardLimit } from '../ports.ts';

/** Up to this part of the limit, what is left is nobody's concern. */
const PLENTY = 0.2;

export interface Allowance {
  heard(said: HeardLimit | undefined, now: number): void;
  sent(weight: number, at: number): void;
  /** Nothing may be sent before. */
  readonly until: number;
}

/**
 * The rest is spread over the time until the limit is whole again, or, where the limit fills up steadily,
 * used as it fills: `(limit − remaining) / reset`, whichever is faster. Nothing left: nothing until then.
 */
export function createAllowance(): Allowance {
  let until = -Infinity;
  let ends = -Infinity;
  /** Milliseconds for each unit. */
  let step = 0;
  return {
    get until() { return until; },
    heard(said, now) {
      if (said?.remaining === undefined || said.reset === undefined) return;
      const { remaining, reset, limit } = said;
      const used = limit === undefined ? 0 : limit - remaining;
      step = 0;
      if (remaining <= 0) until = now + reset;
      else if (limit === undefined ? remaining <= 10 : remaining <= limit * PLENTY) {
        ends = now + reset;
        step = reset / Math.max(remaining, used);
      }
    },
    sent(weight, at) {
      if (step > 0 && at < ends) until = Math.max(until, Math.min(ends, at + weight * step));
    },
  };
}
