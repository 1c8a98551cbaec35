/** Fills what no one has translated yet: from the journal, else from the provider, through the queue. */

import { ProviderError } from '../errors.ts';
import { answerKey, hash } from '../keys.ts';
import { type Inline, roleClass } from '../model.ts';
import type { Answer, Job, Journal, Outcome, Provider, Queue } from '../ports.ts';
import { fromTagged, toPlain } from '../tagged.ts';
import type { Recalled } from './recall.ts';

export interface Translated extends Recalled {
  readonly machine: Machine | undefined;
}

/** What came of asking a machine; undefined in a segment for which none was asked. */
export type Machine =
  | { readonly status: 'done'; readonly target: Inline; readonly unknown: readonly string[]; readonly asked: boolean }
  | { readonly status: 'failed'; readonly reason: string };

export interface TranslateTools {
  readonly provider: Provider;
  readonly queue: Queue;
  readonly journal: Journal;
  /** Requests under way in this run, by key: the same sentence in two articles is asked for once. */
  readonly underWay: Map<string, Promise<Outcome>>;
}

/**
 * @throws ProviderError where the provider cannot be used at all (`retry` false), AbortError when the
 * run is stopped. Everything that was answered until then is in the journal.
 */
export async function translate(segments: readonly Recalled[], tools: TranslateTools): Promise<readonly Translated[]> {
  const keys = segments.map((segment) => requestKey(segment, tools.provider));
  const wanted = [...new Set(keys.filter((key) => key !== undefined))];
  const found = wanted.length === 0 ? new Map<string, Answer>() : await tools.journal.find(wanted);
  const outcomes = await askAll(jobsFor(segments, keys, found), tools);
  return segments.map((segment, n): Translated => {
    const key = keys[n];
    if (key === undefined) return { ...segment, machine: undefined };
    const answer = found.get(key);
    if (answer !== undefined) return { ...segment, machine: done(segment, answer.text, answer.unknown, false) };
    const outcome = outcomes.get(key);
    if (outcome?.status === 'done') return { ...segment, machine: done(segment, outcome.text, outcome.unknown, true) };
    return { ...segment, machine: { status: 'failed', reason: outcome?.reason ?? 'no answer' } };
  });
}

/** The journal's key of what must be asked for; undefined where nothing must. */
export function requestKey(segment: Recalled, provider: Provider): string | undefined {
  if (segment.recalled.by !== 'none') return undefined;
  const key = answerKey(segment.key, segment.termsVersion, provider.signature);
  // A person who types `redo` does not want the answer that the journal holds; killed on the way, the
  // next run still finds what came for it.
  return segment.recalled.redo === undefined ? key : hash(key, 'redo', segment.recalled.redo);
}

function jobsFor(
  segments: readonly Recalled[],
  keys: readonly (string | undefined)[],
  found: ReadonlyMap<string, Answer>,
): readonly Job[] {
  const jobs = new Map<string, Job>();
  for (const [n, segment] of segments.entries()) {
    const id = keys[n];
    if (id === undefined || found.has(id) || jobs.has(id)) continue;
    const near = (at: number): string => {
      const neighbour = segments[at];
      return neighbour === undefined || neighbour.handling !== 'translate' ? '' : toPlain(neighbour.source);
    };
    jobs.set(id, {
      id,
      text: segment.text,
      role: roleClass(segment.role),
      terms: segment.uses,
      context: { before: near(n - 1), after: near(n + 1) },
    });
  }
  return [...jobs.values()];
}

/** Asks for all jobs in batches of the provider's size; those that another article asks for are waited for. */
async function askAll(jobs: readonly Job[], tools: TranslateTools): Promise<ReadonlyMap<string, Outcome>> {
  const waiting: Promise<readonly Outcome[]>[] = [];
  const mine: Job[] = [];
  for (const job of jobs) {
    const other = tools.underWay.get(job.id);
    if (other === undefined) mine.push(job);
    else waiting.push(other.then((outcome) => [outcome]));
  }
  for (let at = 0; at < mine.length; at += tools.provider.batch) {
    const batch = mine.slice(at, at + tools.provider.batch);
    const answers = askBatch(batch, tools);
    for (const job of batch) {
      const one = answers.then((outcomes) => outcomes.find(({ id }) => id === job.id) ?? failed(job, 'no answer'));
      // Whoever waits sees the rejection; nobody has to.
      one.catch(() => undefined);
      tools.underWay.set(job.id, one);
    }
    waiting.push(answers.finally(() => {
      for (const job of batch) tools.underWay.delete(job.id);
    }));
  }
  const outcomes = new Map<string, Outcome>();
  // All are waited for before the first rejection is passed on, so that every answer reaches the journal.
  for (const settled of await Promise.allSettled(waiting)) {
    if (settled.status === 'rejected') throw settled.reason;
    for (const outcome of settled.value) outcomes.set(outcome.id, outcome);
  }
  return outcomes;
}

async function askBatch(batch: readonly Job[], { queue }: TranslateTools): Promise<readonly Outcome[]> {
  await queue.room();
  try {
    // What the queue runs has put the answers into the journal when this resolves.
    return (await queue.run(batch)).outcomes;
  } catch (error) {
    if (!(error instanceof ProviderError && error.retry)) throw error;
    return batch.map((job) => failed(job, error.message));
  }
}

function failed(job: Job, reason: string): Outcome {
  return { id: job.id, status: 'failed', reason, fault: 'transient' };
}

function done(segment: Recalled, text: string, unknown: readonly string[], asked: boolean): Machine {
  return { status: 'done', target: fromTagged(text, segment.source.marks), unknown, asked };
}
