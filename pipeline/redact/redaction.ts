/** Puts redaction round a request, or round a whole provider. */

import type { Job, Outcome, Provider, Send } from '../ports.ts';
import { redactJob } from './redact-job.ts';
import type { Rule } from './rules.ts';

/** `send`, which sees nothing that `rules` match; an answer from which a hidden piece is missing is no answer. */
export function withRedaction(send: Send, rules: readonly Rule[]): Send {
  if (rules.length === 0) return send;
  return async (jobs, signal) => {
    const redacted = jobs.map((job) => redactJob(job, rules));
    const reply = await send(redacted.map(({ job }) => job), signal);
    const byId = new Map(redacted.map((one) => [one.job.id, one]));
    return { ...reply, outcomes: reply.outcomes.map((outcome) => restored(outcome, byId.get(outcome.id)?.restore)) };
  };
}

/** `provider`, which sees nothing that `rules` match, not even to weigh or to explain it. */
export function redacting(provider: Provider, rules: readonly Rule[]): Provider {
  if (rules.length === 0) return provider;
  const hide = (jobs: readonly Job[]): readonly Job[] => jobs.map((job) => redactJob(job, rules).job);
  const weigh = provider.weigh?.bind(provider);
  const explain = provider.explain?.bind(provider);
  return {
    name: provider.name,
    signature: provider.signature,
    batch: provider.batch,
    ...(provider.most === undefined ? {} : { most: provider.most }),
    ...(provider.repairs === undefined ? {} : { repairs: provider.repairs }),
    ...(weigh === undefined ? {} : { weigh: (jobs: readonly Job[]) => weigh(hide(jobs)) }),
    ...(explain === undefined ? {} : { explain: (jobs: readonly Job[]) => explain(hide(jobs)) }),
    translate: withRedaction((jobs, signal) => provider.translate(jobs, signal), rules),
  };
}

function restored(outcome: Outcome, restore: ((answer: string) => string | undefined) | undefined): Outcome {
  if (outcome.status === 'failed' || restore === undefined) return outcome;
  const text = restore(outcome.text);
  return text === undefined
    ? { id: outcome.id, status: 'failed', reason: 'a part that was hidden from the provider is missing from the answer', fault: 'bad output' }
    : { ...outcome, text };
}
