import { ask } from '../pipeline/ask.ts';
import type { Job, Outcome, Provider } from '../pipeline/ports.ts';
import { createLocalQueue } from '../pipeline/queue/local.ts';

/** Asks a provider through a queue that does not wait long; nothing is kept. */
export function asking(provider: Provider, inspect: (job: Job, english: string) => readonly string[] = () => []): (jobs: readonly Job[]) => Promise<readonly Outcome[]> {
  const { signal } = new AbortController();
  const queue = createLocalQueue((jobs, own) => provider.translate(jobs, own), { limits: { concurrency: 2 }, retries: 2, retryDelay: 1, patience: 50, signal });
  return (jobs) => ask(jobs, { provider, queue, inspect, state: { passed: false }, keep: () => Promise.resolve() });
}
