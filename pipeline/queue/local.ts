/** The queue of one process: p-queue for concurrency and pace, p-retry for what another try may mend. */

import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import pRetry from 'p-retry';
import { ProviderError } from '../errors.ts';
import type { Job, Outcome, Queue } from '../ports.ts';

export interface QueueOptions {
  /** Most batches at work at once. */
  readonly concurrency: number;
  /** Most batches started in any one second; no limit when absent. */
  readonly requestsPerSecond?: number;
  /** How often a batch is tried again after an error that another try may mend. */
  readonly retries: number;
  /** Milliseconds before the first such try; doubled for each further one. A server's own word goes first. */
  readonly retryDelay: number;
  /** Stops the queue: waiting batches are rejected, those at work are told. */
  readonly signal: AbortSignal;
}

/** What a queue does with a batch. Bad text is an outcome; it rejects only when the world is broken. */
export type Work = (jobs: readonly Job[], signal: AbortSignal) => Promise<readonly Outcome[]>;

export function createLocalQueue(work: Work, options: QueueOptions): Queue {
  const { signal } = options;
  // Every waiting batch listens to it; that is no leak.
  setMaxListeners(0, signal);
  const queue = new PQueue({
    concurrency: options.concurrency,
    // `strict` keeps to the limit in every sliding second, not only in fixed windows.
    ...(options.requestsPerSecond === undefined
      ? {}
      : { interval: 1000, intervalCap: options.requestsPerSecond, strict: true }),
  });
  return {
    run(jobs) {
      // Each try waits its turn in the queue again, so that tries count against the limits as well.
      const once = (): Promise<readonly Outcome[]> => queue.add(() => work(jobs, signal), { signal });
      return pRetry(once, {
        retries: options.retries,
        minTimeout: options.retryDelay,
        factor: 2,
        signal,
        shouldRetry: ({ error }) => error instanceof ProviderError && error.retry,
        onFailedAttempt: async ({ error, retriesLeft }) => {
          if (retriesLeft > 0 && error instanceof ProviderError && error.retry && error.heard.wait !== undefined) {
            await pause(error.heard.wait, signal);
          }
        },
      });
    },
    room: () => queue.onSizeLessThan(options.concurrency * 2),
    async close() {
      queue.clear();
      await queue.onIdle();
    },
  };
}

/** Waits `ms` milliseconds, or until `signal` fires. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
