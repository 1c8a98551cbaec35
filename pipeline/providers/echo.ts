/** Gives the source back: for tests, measurements, and a look at how an article is cut. */

import type { Outcome, Provider } from '../ports.ts';

export function createEcho(): Provider {
  return {
    name: 'echo',
    signature: 'echo',
    batch: 200,
    translate: async (jobs, signal) => {
      signal.throwIfAborted();
      return await Promise.resolve({ outcomes: jobs.map(({ id, text }): Outcome => ({ id, status: 'done', text, unknown: [] })) });
    },
  };
}
