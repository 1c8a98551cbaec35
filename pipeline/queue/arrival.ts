/**
 * When a request reached the server, as far as it can be seen from here.
 *
 * A limit is kept by the server's clock, and a request that was late on its way meets the punctual one
 * that takes its place a window later. Two things show lateness. This process halts (a busy machine, one
 * that slept): what was sent just before may have left only afterwards. And the answer comes late, where
 * answers otherwise take nearly always the same time: then the request may have been late as well, but
 * not later than the next answer of any, which shows that the server was at work and reading.
 */

import type { Clock } from './clock.ts';

/** Milliseconds between two looks at the clock while requests are on their way. */
const BEAT = 10;
/** A look that is late by more than this was held up. */
const LATE = 3;
/** Milliseconds in which a request has left, where nothing halts. */
const LEAVES = 3;
/** Answers that tell what is usual. */
const USUAL = 40;
/** Milliseconds of a halt that says nothing of when an answer came. */
const SHORT = 40;
/** How much answers may differ, by their median, for one that is late to mean anything. */
const ALIKE = 25;

export interface Flight {
  readonly at: number;
  /** When the server was first seen at work after it was sent. */
  proof: number;
  /** Told that the request may have reached the server so much later than usual. */
  readonly late: (ms: number) => void;
}

export interface Arrivals {
  sent(at: number, late: (ms: number) => void): Flight;
  /** It was answered, or given up (`answered` false): nothing more is learnt of it. */
  landed(flight: Flight, now: number, answered: boolean): void;
}

export function createArrivals(clock: Clock): Arrivals {
  const flights = new Set<Flight>();
  let fresh: Flight[] = [];
  let unproven: Flight[] = [];
  /** The last halt; several with hardly a breath between them are one. */
  let halt = { from: -Infinity, to: -Infinity };
  let seen = 0;
  let due = Infinity;
  let landings: readonly { readonly flight: Flight; readonly time: number; readonly held: boolean }[] = [];
  let before = Infinity;
  let beating = false;
  /** Answers take nearly always the same time. */
  let alike = false;

  function look(now: number): void {
    if (now > due + LATE) {
      halt = { from: seen - halt.to < 2 * BEAT ? halt.from : seen, to: now };
      for (const flight of fresh) if (flight.at > seen - LEAVES) flight.late(now - flight.at);
    }
    fresh = fresh.filter(({ at }) => at > now - LEAVES);
    seen = now;
    due = beating ? now + BEAT : Infinity;
  }

  function beat(): void {
    look(clock.now());
    beating = fresh.length > 0 || (alike && flights.size > 0);
    if (beating) clock.wake(BEAT, beat);
    else due = Infinity;
  }

  return {
    sent(at, late) {
      look(at);
      const flight: Flight = { at, proof: Infinity, late };
      unproven.push(flight);
      flights.add(flight);
      fresh.push(flight);
      if (!beating) {
        beating = true;
        seen = at;
        due = at + BEAT;
        clock.wake(BEAT, beat);
      }
      return flight;
    },
    landed(flight, now, answered) {
      look(now);
      flights.delete(flight);
      if (!answered) return;
      // Read after a halt, it may have come at any time in it; a short one is not worth a guess.
      const held = now - halt.to < BEAT && halt.to - halt.from > SHORT;
      if (now - halt.to >= BEAT) {
        for (const one of unproven) if (one.at < now - LEAVES) one.proof = now;
        unproven = unproven.filter(({ proof }) => proof === Infinity);
      }
      const time = (held ? Math.min(now, halt.from) : now) - flight.at;
      landings = [...landings.slice(1 - USUAL), { flight, time, held }];
      const sorted = landings.filter((one) => !one.held).map((one) => one.time).sort((a, b) => a - b);
      // Not the very shortest, which may be an error that came without work.
      const usual = sorted[Math.floor(sorted.length / 20)] ?? time;
      const median = sorted[Math.floor(sorted.length / 2)] ?? time;
      // Those before were measured by what was usual then, when little was known.
      const again = usual < before - LATE ? landings : landings.slice(-1);
      before = usual;
      alike = median - usual <= ALIKE;
      if (!alike) return;
      for (const one of again) if (one.time - usual > LATE) one.flight.late(Math.min(one.time - usual, one.flight.proof - one.flight.at));
    },
  };
}
