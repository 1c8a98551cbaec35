/**
 * When a provider is given up. A key or an account that is no good: at once and for good. A server that
 * fails several requests in a row: it is asked less and less often, one request at a time, while the
 * others wait; and when that goes on for long, all who wait are told, and it is tried again later.
 */

import { ProviderError } from '../errors.ts';

/** Different requests that fail one after the other until trouble is taken to be the server's. */
const IN_ROW = 5;
/** Longest pause between two trials while others wait, milliseconds. */
const LONGEST_PAUSE = 30_000;
/** Milliseconds for which an open circuit stays open; doubled each time, up to the longest. */
const CLOSED_FOR = 30_000;
const LONGEST_CLOSED = 300_000;
/** Milliseconds of nothing but "too early", in all, until a provider is given up. */
const REFUSALS = 600_000;

export interface CircuitOptions {
  /** Milliseconds before the first trial. */
  readonly pause: number;
  /** Milliseconds of trouble until those who wait are told. */
  readonly patience: number;
  /** Called when it opens: everyone who waits is to be rejected with the error. */
  readonly opened: (error: ProviderError) => void;
}

export interface Circuit {
  /** @throws ProviderError while it is open. */
  check(now: number): void;
  /** A request was answered. */
  passed(): void;
  /**
   * A try of `request` that left at `left` failed in a way that says something of the whole provider.
   *
   * @returns milliseconds for which nobody is to ask, 0 where that is not called for
   */
  failed(request: object, error: ProviderError, left: number, now: number): number;
  /** The server is in trouble: tries are the server's, not the request's. */
  readonly trouble: boolean;
}

export function createCircuit({ pause, patience, opened }: CircuitOptions): Circuit {
  let failing = new Set<object>();
  let since: number | undefined;
  let refusedSince: number | undefined;
  let pausedAt = -Infinity;
  let trials = 0;
  let openings = 0;
  let open: { readonly error: ProviderError; readonly until: number } | undefined;

  function giveUp(error: ProviderError, until: number, why: string): void {
    const told = new ProviderError(error.provider, `${error.provider} is not asked any more${why}. ${error.message}`, { cause: error, fault: error.fault, down: true });
    open = { error: told, until };
    opened(told);
  }

  function giveUpForNow(error: ProviderError, now: number, why: string): number {
    const rest = Math.min(LONGEST_CLOSED, CLOSED_FOR * 2 ** openings);
    openings += 1;
    giveUp(error, now + rest, ` for ${Math.round(rest / 1000)} seconds: ${why}`);
    return rest;
  }

  return {
    get trouble() { return since !== undefined; },
    check(now) {
      if (open !== undefined && now < open.until) throw open.error;
    },
    passed() {
      // A key that was refused is not made good by an answer that was under way.
      if (open?.until === Infinity) return;
      failing = new Set();
      open = since = refusedSince = undefined;
      trials = openings = 0;
    },
    failed(request, error, left, now) {
      if (error.fault === 'key' || error.fault === 'quota') {
        if (open?.until !== Infinity) giveUp(error, Infinity, '');
        return 0;
      }
      // Of those that were under way when it opened, nothing new is learnt.
      if (open !== undefined && now < open.until) return 0;
      if (error.fault === 'rate') {
        refusedSince ??= now;
        return now - refusedSince < REFUSALS ? 0 : giveUpForNow(error, now, `it has let nothing through for ${Math.round((now - refusedSince) / 60_000)} minutes`);
      }
      // Those that were under way when the last pause began say the same once more.
      if (left <= pausedAt) return 0;
      failing.add(request);
      if (since === undefined && failing.size < IN_ROW) return 0;
      since ??= now;
      pausedAt = now;
      trials += 1;
      if (open !== undefined || now - since >= patience) return giveUpForNow(error, now, 'one request after the other fails');
      return Math.min(LONGEST_PAUSE, pause * 2 ** (trials - 1));
    },
  };
}
