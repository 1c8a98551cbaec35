/** Time as the queue sees it, so that tests need none. */

export interface Clock {
  /** Milliseconds since any fixed moment; never goes back. */
  now(): number;
  /**
   * Calls `call` once, `ms` milliseconds from now or later, never sooner; in a later turn of the event
   * loop where `ms` is 0. What it gives back takes the call off again.
   */
  wake(ms: number, call: () => void): () => void;
}

export const realClock: Clock = {
  now: () => performance.now(),
  wake(ms, call) {
    if (ms <= 0) {
      const turn = setImmediate(call);
      return () => { clearImmediate(turn); };
    }
    // Node cuts fractions off, and keeps no longer time than 2^31 − 1 ms: who wakes looks at the clock again.
    const timer = setTimeout(call, Math.min(Math.ceil(ms), 2_147_483_647));
    return () => { clearTimeout(timer); };
  },
};

/** Resolves after `ms` milliseconds; rejects with the signal's reason when it fires first. */
export async function sleep(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => {
      cancel();
      reject(signal.reason as Error);
    };
    const cancel = clock.wake(ms, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}
