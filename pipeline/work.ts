/** What the queue does with a batch: asks the provider, and trusts no answer that it did not ask for. */

import type { Answer, Fault, Job, Journal, Outcome, Provider, Reply } from './ports.ts';

/**
 * One outcome for each job, in the order of the jobs. A job that the provider left out, answered twice
 * or failed in a way that another try may mend is asked once more, alone.
 *
 * @throws ProviderError, AbortError as the provider does.
 */
export async function ask(
  provider: Provider,
  jobs: readonly Job[],
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  const first = settle(jobs, (await provider.translate(jobs, signal)).outcomes);
  if (jobs.length === 1) return first;
  const outcomes: Outcome[] = [];
  for (const [n, outcome] of first.entries()) {
    const job = jobs[n];
    const again = job !== undefined && outcome.status === 'failed' && AGAIN.has(outcome.fault);
    outcomes.push(...(again ? settle([job], (await provider.translate([job], signal)).outcomes) : [outcome]));
  }
  return outcomes;
}

/**
 * Asks, and writes the answers into the journal before anyone can be stopped on the way to them. Keys
 * of the journal are the ids of the jobs.
 *
 * @throws as `ask` does.
 */
export async function askAndKeep(
  provider: Provider,
  journal: Journal,
  jobs: readonly Job[],
  signal: AbortSignal,
): Promise<Reply> {
  const outcomes = await ask(provider, jobs, signal);
  const answers = outcomes.flatMap((outcome): Answer[] =>
    outcome.status === 'done' ? [{ key: outcome.id, text: outcome.text, unknown: outcome.unknown }] : []);
  if (answers.length > 0) await journal.add(answers);
  return { outcomes };
}

/** Faults of an outcome that a request of its own may mend. */
const AGAIN: ReadonlySet<Fault> = new Set(['transient', 'too large', 'refused', 'bad output']);

/** Lays the answers beside the jobs; ids that nobody asked for are ignored. */
function settle(jobs: readonly Job[], answers: readonly Outcome[]): readonly Outcome[] {
  const byId = new Map<string, Outcome | undefined>();
  for (const answer of answers) byId.set(answer.id, byId.has(answer.id) ? undefined : answer);
  return jobs.map(({ id }) => {
    const outcome = byId.get(id);
    if (outcome === undefined) return failed(id, byId.has(id) ? 'answered twice' : 'no answer');
    if (outcome.status === 'done' && outcome.text.trim() === '') return failed(id, 'empty answer');
    return outcome;
  });
}

function failed(id: string, reason: string): Outcome {
  return { id, status: 'failed', reason, fault: 'bad output' };
}
