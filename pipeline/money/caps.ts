/** The caps of a run and of a month, held against what is spent and what is in flight. Sums only: no disk, no clock. */

import { setMaxListeners } from 'node:events';
import type { Picos } from './dollars.ts';

/** What may be spent; no bound where absent. */
export interface Bounds {
  readonly run?: Picos;
  readonly month?: Picos;
}

/** Why a request may not leave: it could cost `needed`, and of `cap` so much is `spent`. */
export interface Refusal {
  readonly kind: 'run' | 'month';
  readonly cap: Picos;
  readonly spent: Picos;
  readonly needed: Picos;
}

export interface Caps {
  /**
   * Takes `most` from the caps. Where only requests in flight stand in the way it waits for them, since
   * they mostly cost less than they might; it refuses what they could not make room for.
   *
   * @throws the reason of `signal` when it fires.
   */
  take(most: Picos, month: string, signal: AbortSignal): Promise<Refusal | undefined>;
  /** Gives back what was taken, and counts what it came to. */
  settle(most: Picos, month: string, actual: Picos): void;
  /** Spent and settled. */
  readonly spent: { readonly run: Picos; month(month: string): Picos };
}

interface Sum {
  spent: Picos;
  held: Picos;
}

interface Waiter {
  readonly most: Picos;
  readonly month: string;
  readonly done: (refusal: Refusal | undefined) => void;
}

/** `spent`: what counts already, of this run and by month. */
export function createCaps(bounds: Bounds, spent: { readonly run: Picos; readonly months: ReadonlyMap<string, Picos> }): Caps {
  const run: Sum = { spent: spent.run, held: 0n };
  const months = new Map([...spent.months].map(([month, sum]): [string, Sum] => [month, { spent: sum, held: 0n }]));
  // First come, first served: a large request is not starved by small ones.
  let waiting: readonly Waiter[] = [];

  const monthOf = (name: string): Sum => {
    const known = months.get(name);
    if (known !== undefined) return known;
    const made = { spent: 0n, held: 0n };
    months.set(name, made);
    return made;
  };

  /** Takes it, refuses it, or says to wait. */
  const decide = (most: Picos, month: string): Refusal | 'taken' | 'wait' => {
    const sums = [
      { kind: 'run', cap: bounds.run, sum: run },
      { kind: 'month', cap: bounds.month, sum: monthOf(month) },
    ] as const;
    for (const { kind, cap, sum } of sums) {
      if (cap !== undefined && sum.spent + most > cap) return { kind, cap, spent: sum.spent, needed: most };
    }
    if (sums.some(({ cap, sum }) => cap !== undefined && sum.spent + sum.held + most > cap)) return 'wait';
    for (const { sum } of sums) sum.held += most;
    return 'taken';
  };

  const serve = (): void => {
    for (let [first] = waiting; first !== undefined; [first] = waiting) {
      const decision = decide(first.most, first.month);
      if (decision === 'wait') return;
      waiting = waiting.slice(1);
      first.done(decision === 'taken' ? undefined : decision);
    }
  };

  const wait = (most: Picos, month: string, signal: AbortSignal): Promise<Refusal | undefined> => new Promise((resolve, reject) => {
    const me: Waiter = {
      most,
      month,
      done: (refusal) => {
        signal.removeEventListener('abort', stop);
        resolve(refusal);
      },
    };
    const stop = (): void => {
      waiting = waiting.filter((waiter) => waiter !== me);
      const reason: unknown = signal.reason;
      reject(reason instanceof Error ? reason : new DOMException('This operation was aborted', 'AbortError'));
      serve();
    };
    // Every waiting request listens to it; that is no leak.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', stop, { once: true });
    waiting = [...waiting, me];
  });

  return {
    async take(most, month, signal) {
      signal.throwIfAborted();
      const decision = waiting.length > 0 ? 'wait' : decide(most, month);
      if (decision !== 'wait') return decision === 'taken' ? undefined : decision;
      return wait(most, month, signal);
    },
    settle(most, month, actual) {
      for (const sum of [run, monthOf(month)]) {
        sum.held -= most;
        sum.spent += actual;
      }
      serve();
    },
    spent: {
      get run() {
        return run.spent;
      },
      month: (month) => monthOf(month).spent,
    },
  };
}
