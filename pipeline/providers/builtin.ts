/** The built-in engine behind the provider port: no key, no network, no download. */

import { loadEngine } from '../builtin/engine.ts';
import type { Outcome, Provider } from '../ports.ts';

export function createBuiltin(): Provider {
  const engine = loadEngine();
  return {
    name: 'builtin',
    signature: 'builtin 1',
    batch: 100,
    translate: async (jobs, signal) => {
      signal.throwIfAborted();
      return await Promise.resolve(jobs.map((job): Outcome => {
        const { text, unknown } = engine.translate({
          text: job.text,
          terms: job.terms.map((use) => ({ start: use.start, end: use.end, target: use.keep ? job.text.slice(use.start, use.end) : use.target })),
          headline: job.role === 'headline',
        });
        return { id: job.id, status: 'done', text, unknown };
      }));
    },
  };
}
