/** What the queue does with a request: sends it, trusts no answer that was not asked for, and keeps what came. */

import type { Answer, Journal, Job, Outcome, Provider, Reply, Send } from './ports.ts';
import { weightOf } from './weight.ts';

/**
 * `send`, and its answers in the journal before anyone can be stopped on the way to them. Keys of the
 * journal are the ids of the jobs. A repair is kept by whoever judges it.
 */
export function keeping(send: Send, journal: Journal): Send {
  return async (jobs, signal) => {
    const reply = await send(jobs, signal);
    const outcomes = settleReply(jobs, reply);
    const repairs = new Set(jobs.filter((job) => job.repair !== undefined).map(({ id }) => id));
    const answers = outcomes.flatMap((outcome): Answer[] =>
      outcome.status === 'done' && !repairs.has(outcome.id) ? [{ key: outcome.id, text: outcome.text, unknown: outcome.unknown }] : []);
    if (answers.length > 0) await journal.add(answers);
    return { ...reply, outcomes };
  };
}

/** One outcome for each job, in their order; ids that nobody asked for are ignored, those answered twice or not at all have failed. */
export function settleReply(jobs: readonly Job[], { outcomes }: Reply): readonly Outcome[] {
  const byId = new Map<string, Outcome | undefined>();
  for (const outcome of outcomes) byId.set(outcome.id, byId.has(outcome.id) ? undefined : outcome);
  return jobs.map(({ id }) => {
    const outcome = byId.get(id);
    if (outcome === undefined) return badOutput(id, byId.has(id) ? 'answered twice' : 'no answer');
    if (outcome.status === 'done' && outcome.text.trim() === '') return badOutput(id, 'empty answer');
    return outcome;
  });
}

function badOutput(id: string, reason: string): Outcome {
  return { id, status: 'failed', reason, fault: 'bad output' };
}

/** Requests for `jobs`: each within the provider's batch and, where it has one, its bound of weight. */
export function pack(jobs: readonly Job[], provider: Provider): readonly (readonly Job[])[] {
  const { batch, most } = provider;
  const inputOf = (batched: readonly Job[]): number => (most === undefined ? 0 : weightOf(provider, batched).input);
  const empty = inputOf([]);
  const out: Job[][] = [];
  let open: Job[] = [];
  let weight = empty;
  for (const job of jobs) {
    const own = inputOf([job]) - empty;
    if (open.length > 0 && (open.length >= batch || (most !== undefined && weight + own > most))) {
      out.push(open);
      open = [];
      weight = empty;
    }
    open.push(job);
    weight += own;
  }
  if (open.length > 0) out.push(open);
  return out;
}
