/** What another try may mend, and how long to wait before it. */

import type { Fault } from '../ports.ts';

/**
 * `again`: the same request, a few times. `later`: the same request when the server takes it, which uses
 * up no tries. `never`: whoever asked must do something else.
 */
export function remedy(fault: Fault): 'again' | 'later' | 'never' {
  switch (fault) {
    case 'transient':
      return 'again';
    case 'rate':
      return 'later';
    case 'quota':
    case 'key':
    case 'too large':
    case 'refused':
    case 'bad output':
    case 'invalid':
      return 'never';
  }
}

/** Longest wait between two tries, milliseconds. */
const LONGEST = 30_000;

/**
 * Milliseconds before the try after the `tries`th: anything up to a bound that doubles ("full jitter":
 * M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog, 2015), so that those that failed
 * together do not come again together.
 *
 * @param first bound after the first try, milliseconds
 * @param random from 0 up to 1
 */
export function backoff(tries: number, first: number, random: () => number): number {
  return random() * Math.min(LONGEST, first * 2 ** (tries - 1));
}
