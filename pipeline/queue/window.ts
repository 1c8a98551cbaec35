/** One limit: at most so much in any stretch of time, spread evenly over it. */

/**
 * Milliseconds that a request may be on its way to the server for longer than the one that takes its
 * place a window later. Without them, a late request and a punctual one would meet in one window there.
 */
const GUARD = 12;
/** What is known of a request's lateness is kept to so many milliseconds more. */
const MARGIN = 2;

/** It grows by so much with every refusal by accident, up to the most, and shrinks by one a second. */
const WIDER = 8;
const WIDEST = 40;

/**
 * Milliseconds by which the even spread of a whole window is longer than the window. More than GUARD, so
 * that requests that a halt of the machine pressed together drift apart again; little enough for
 * 1000 / (1000 + SPARE) = 0.985 of a limit by the second.
 */
const SPARE = 15;

/** From this span on, entries are counted together, so that a day does not hold a million of them. */
const LONG = 600_000;

export interface Entry {
  /** The first and the last moment at which what is counted here was sent. */
  readonly from: number;
  at: number;
  weight: number;
  /** It has left the window. */
  gone: boolean;
}

export interface Window {
  /** Most in any `span`; may be changed. */
  most: number;
  /** The earliest time at which `weight` more may be sent; what is heavier than the limit goes alone. */
  free(weight: number, now: number): number;
  /** Counts what is sent at `at`. */
  add(weight: number, at: number): Entry;
  /** Says what the request weighed in the end. */
  correct(entry: Entry, was: number, is: number): void;
  /** It reached the server `ms` milliseconds later than is usual. */
  late(entry: Entry, ms: number): void;
  /** The server refused what this window had counted right: its clock and ours differ by more than the guard. */
  widen(now: number): void;
  /** Nothing waits: time that passes now is not made up for later, but for `ms` of it. */
  idle(now: number, ms: number): void;
}

/**
 * A sliding window with a memory of each request, which alone is strict: a bucket that fills again lets
 * twice the limit through in one window. `even` spreads the requests; what was held up is made up for.
 *
 * @param span milliseconds
 */
export function createWindow(span: number, most: number, even: boolean): Window {
  let log: Entry[] = [];
  let head = 0;
  let sum = 0;
  /** When the next is due where all are spread evenly. */
  let due = -Infinity;
  let guard = { ms: GUARD, at: 0 };
  const hold = (now: number): number => span + Math.max(GUARD, guard.ms - (now - guard.at) / 1000);
  const step = (limit: number): number => (even ? (span + SPARE) / limit : 0);

  function forget(now: number): void {
    for (let entry = log[head]; entry !== undefined && entry.at + hold(now) <= now; entry = log[head]) {
      sum -= entry.weight;
      entry.gone = true;
      head += 1;
    }
    if (head === log.length) sum = 0;
    if (head > 1000 && head * 2 > log.length) {
      log = log.slice(head);
      head = 0;
    }
  }

  return {
    most,
    free(weight, now) {
      // A limit below one in its span is kept by the spread alone.
      const limit = Math.max(1, this.most);
      let over = sum + Math.min(weight, limit) - limit;
      let at = due;
      // Less than a millionth is what adding and taking off fractions leaves.
      for (let n = head; over > 1e-6; n += 1) {
        const entry = log[n];
        if (entry === undefined) break;
        at = Math.max(at, entry.at + hold(now));
        over -= entry.weight;
      }
      return at;
    },
    add(weight, at) {
      forget(at);
      sum += weight;
      due = Math.max(due, at - span) + Math.min(weight, Math.max(1, this.most)) * step(this.most);
      const last = log.at(-1);
      if (span >= LONG && head < log.length && last !== undefined && at - last.from < span / 2000) {
        last.at = at;
        last.weight += weight;
        return last;
      }
      const entry = { from: at, at, weight, gone: false };
      log.push(entry);
      return entry;
    },
    correct(entry, was, is) {
      const whole = Math.max(1, this.most);
      due += (Math.min(is, whole) - Math.min(was, whole)) * step(this.most);
      if (entry.gone) return;
      entry.weight += is - was;
      sum += is - was;
    },
    late(entry, ms) {
      entry.at = Math.max(entry.at, entry.from + ms - GUARD + MARGIN);
    },
    widen(now) {
      guard = { ms: Math.min(WIDEST, hold(now) - span + WIDER), at: now };
    },
    idle(now, ms) {
      due = Math.max(due, now - ms);
    },
  };
}
