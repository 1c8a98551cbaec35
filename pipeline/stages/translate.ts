/** Fills what no one has translated yet: from the journal, else from the provider, through the queue. */

import { ProviderError } from '../errors.ts';
import { answerKey, hash } from '../keys.ts';
import { type Inline, roleClass } from '../model.ts';
import type { Job, Journal, Outcome, Provider } from '../ports.ts';
import { fromTagged, toPlain } from '../tagged.ts';
import type { Recalled } from './recall.ts';

export interface Translated extends Recalled {
  readonly machine: Machine | undefined;
}

/** What came of asking a machine; undefined in a segment for which none was asked. */
export type Machine =
  | { readonly status: 'done'; readonly target: Inline; readonly unknown: readonly string[]; readonly asked: boolean; readonly by: string }
  | { readonly status: 'failed'; readonly reason: string };

/** A provider, and the way of asking it. */
export interface Translator {
  readonly provider: Provider;
  /** One outcome a job. @throws ProviderError where the provider is of no use. */
  ask(jobs: readonly Job[]): Promise<readonly Outcome[]>;
  /** The requests that jobs are packed into. */
  pack(jobs: readonly Job[]): readonly (readonly Job[])[];
  /** Resolves when it is sensible to ask for more. */
  room(): Promise<void>;
}

export interface TranslateTools {
  /** The provider of the settings first, then those that stand in for it, in order. */
  readonly chain: readonly [Translator, ...Translator[]];
  readonly journal: Journal;
  /** Requests under way in this run, by key: the same sentence in two articles is asked for once. */
  readonly underWay: Map<string, Promise<Outcome>>;
  /** Providers that another one had to stand in for, and why: for the summary. */
  readonly fallen: Map<string, string>;
}

/**
 * @throws ProviderError where no provider of the chain can be used, AbortError when the run is stopped.
 * Everything that was answered until then is in the journal.
 */
export async function translate(segments: readonly Recalled[], tools: TranslateTools): Promise<readonly Translated[]> {
  const machines: (Machine | undefined)[] = segments.map(() => undefined);
  for (const [n, translator] of tools.chain.entries()) {
    try {
      await fill(machines, segments, translator, tools);
      if (!machines.some((machine) => machine?.status === 'failed')) break;
    } catch (error) {
      if (!(error instanceof ProviderError) || n + 1 === tools.chain.length) throw error;
      tools.fallen.set(translator.provider.name, error.message);
      // What it answered before it fell was paid for, and stands in the journal.
      await fill(machines, segments, { ...translator, pack: () => [] }, tools);
    }
  }
  return segments.map((segment, n) => ({ machine: machines[n], ...segment }));
}

/** Puts what one provider answers where nothing is yet. */
async function fill(machines: (Machine | undefined)[], segments: readonly Recalled[], translator: Translator, tools: TranslateTools): Promise<void> {
  const { provider } = translator;
  const keys = segments.map((segment, n) => (machines[n]?.status === 'done' ? undefined : requestKey(segment, provider)));
  const wanted = [...new Set(keys.filter((key) => key !== undefined))];
  if (wanted.length === 0) return;
  const found = await tools.journal.find(wanted);
  const outcomes = await askAll(jobsFor(segments, keys, found), translator, tools.underWay);
  for (const [n, segment] of segments.entries()) {
    const key = keys[n];
    if (key === undefined) continue;
    const answer = found.get(key);
    const outcome = outcomes.get(key);
    if (answer !== undefined) machines[n] = done(segment, answer, false, provider.name);
    else if (outcome?.status === 'done') machines[n] = done(segment, outcome, true, provider.name);
    else machines[n] = { status: 'failed', reason: outcome?.reason ?? 'no answer' };
  }
}

/** The journal's key of what must be asked for; undefined where nothing must. */
export function requestKey(segment: Recalled, provider: Provider): string | undefined {
  if (segment.recalled.by !== 'none') return undefined;
  const key = answerKey(segment.key, segment.termsVersion, provider.signature);
  // A person who types `redo` does not want the answer that the journal holds; killed on the way, the
  // next run still finds what came for it.
  return segment.recalled.redo === undefined ? key : hash(key, 'redo', segment.recalled.redo);
}

/** What must be asked for: the jobs of the segments whose keys are neither found nor a repetition. */
export function jobsFor(
  segments: readonly Recalled[],
  keys: readonly (string | undefined)[],
  found: { has(key: string): boolean },
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

/** Asks for all jobs, request by request; those that another article asks for are waited for. */
async function askAll(jobs: readonly Job[], translator: Translator, underWay: Map<string, Promise<Outcome>>): Promise<ReadonlyMap<string, Outcome>> {
  const waiting: Promise<readonly Outcome[]>[] = [];
  const mine: Job[] = [];
  for (const job of jobs) {
    const other = underWay.get(job.id);
    if (other === undefined) mine.push(job);
    else waiting.push(other.then((outcome) => [outcome]));
  }
  for (const batch of translator.pack(mine)) {
    const answers = translator.room().then(() => translator.ask(batch));
    for (const job of batch) {
      const one = answers.then((outcomes) => outcomes.find(({ id }) => id === job.id) ?? failed(job));
      // Whoever waits sees the rejection; nobody has to.
      one.catch(() => undefined);
      underWay.set(job.id, one);
    }
    waiting.push(answers.finally(() => {
      for (const job of batch) underWay.delete(job.id);
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

function failed(job: Job): Outcome {
  return { id: job.id, status: 'failed', reason: 'no answer', fault: 'bad output' };
}

function done(segment: Recalled, { text, unknown }: { readonly text: string; readonly unknown: readonly string[] }, asked: boolean, by: string): Machine {
  return { status: 'done', target: fromTagged(text, segment.source.marks), unknown, asked, by };
}
