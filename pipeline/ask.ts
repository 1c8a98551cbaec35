/** Asks for all of a batch: halves what is too large, asks alone for what went wrong among others, has what was found wanting repaired. */

import { ProviderError } from './errors.ts';
import type { Answer, Fault, Job, Outcome, Provider, Queue } from './ports.ts';
import { settleReply } from './work.ts';

export interface AskTools {
  /** Whether any request of this run has been answered. */
  readonly state: { passed: boolean };
  readonly provider: Provider;
  readonly queue: Queue;
  /** What is wrong with the English of a job, in words for the provider; nothing where all is well. */
  readonly inspect: (job: Job, english: string) => readonly string[];
  /** Puts an answer that was repaired in the place of the first one. */
  readonly keep: (answers: readonly Answer[]) => Promise<void>;
}

/** A repair is asked for so often, and no oftener: what two tries did not mend a person must look at. */
const MOST_REPAIRS = 2;

/** Faults of a whole request that may be those of one segment. */
const OF_ONE: ReadonlySet<Fault> = new Set(['too large', 'refused', 'bad output', 'invalid']);

/**
 * One outcome for each job, in the order of the jobs.
 *
 * @throws ProviderError where the provider is of no use (key, quota, settings, down), and whatever else
 * the queue rejects with. Every answer until then is in the journal.
 */
export async function ask(jobs: readonly Job[], tools: AskTools): Promise<readonly Outcome[]> {
  const outcomes = await request(jobs, tools, false);
  return tools.provider.repairs === true ? await repair(jobs, outcomes, tools) : outcomes;
}

/** `again`: asked for before, so that what fails now has failed. */
async function request(jobs: readonly Job[], tools: AskTools, again: boolean): Promise<readonly Outcome[]> {
  if (jobs.length === 0) return [];
  let first: readonly Outcome[];
  try {
    first = settleReply(jobs, await tools.queue.run(jobs));
    tools.state.passed = true;
  } catch (error) {
    if (!(error instanceof ProviderError) || error.down) throw error;
    if (error.retry) return jobs.map(({ id }) => ({ id, status: 'failed', reason: error.message, fault: error.fault }));
    if (!OF_ONE.has(error.fault)) throw error;
    // Until a request has passed, one that is invalid speaks of the settings and not of its texts.
    if (error.fault === 'invalid' && !tools.state.passed) throw error;
    if (jobs.length > 1) return await halves(jobs, tools);
    return jobs.map(({ id }) => ({ id, status: 'failed', reason: error.message, fault: error.fault }));
  }
  const late = new Map<string, Outcome>();
  const put = (outcomes: readonly Outcome[]): void => {
    for (const outcome of outcomes) late.set(outcome.id, outcome);
  };
  const failed = jobs.filter((_, n) => first[n]?.status === 'failed');
  const faultOf = (job: Job): Fault | undefined => {
    const outcome = first[jobs.indexOf(job)];
    return outcome?.status === 'failed' ? outcome.fault : undefined;
  };
  const large = failed.filter((job) => faultOf(job) === 'too large');
  if (jobs.length > 1) put(await halves(large, tools));
  for (const job of failed) {
    const fault = faultOf(job);
    const mayHelp = fault === 'bad output' || fault === 'transient' || (fault === 'refused' && jobs.length > 1);
    if (mayHelp && !(again && jobs.length === 1)) put(await request([job], tools, true));
  }
  return first.map((outcome) => late.get(outcome.id) ?? outcome);
}

async function halves(jobs: readonly Job[], tools: AskTools): Promise<readonly Outcome[]> {
  const middle = Math.ceil(jobs.length / 2);
  return [...(await request(jobs.slice(0, middle), tools, true)), ...(await request(jobs.slice(middle), tools, true))];
}

/** Only the segments with findings are asked for again, with the findings; the better English stays. */
async function repair(jobs: readonly Job[], outcomes: readonly Outcome[], tools: AskTools): Promise<readonly Outcome[]> {
  const best = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  for (let round = 0; round < MOST_REPAIRS; round += 1) {
    const wanting = jobs.flatMap((job): Job[] => {
      const outcome = best.get(job.id);
      const findings = outcome?.status === 'done' ? tools.inspect(job, outcome.text) : [];
      return outcome?.status !== 'done' || findings.length === 0 ? [] : [{ ...job, repair: { english: outcome.text, findings } }];
    });
    if (wanting.length === 0) break;
    const better = (await tryRepair(wanting, tools)).filter((outcome) => {
      const job = wanting.find(({ id }) => id === outcome.id);
      return job !== undefined && outcome.status === 'done' && tools.inspect(job, outcome.text).length < (job.repair?.findings.length ?? 0);
    });
    for (const outcome of better) best.set(outcome.id, outcome);
    const answers = better.flatMap((outcome): Answer[] => (outcome.status === 'done' ? [{ key: outcome.id, text: outcome.text, unknown: outcome.unknown }] : []));
    if (answers.length > 0) await tools.keep(answers);
  }
  return outcomes.map((outcome) => best.get(outcome.id) ?? outcome);
}

/** A repair that fails leaves the English that is there, with its finding; only a broken world stops the run. */
async function tryRepair(jobs: readonly Job[], { queue }: AskTools): Promise<readonly Outcome[]> {
  try {
    return settleReply(jobs, await queue.run(jobs, { priority: 1 }));
  } catch (error) {
    if (error instanceof ProviderError && !error.down) return [];
    throw error;
  }
}
