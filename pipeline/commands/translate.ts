/** `padan translate`: runs the pipeline and tells how it goes. */

import { z } from 'zod';
import { BudgetError, ProviderError, SettingsError } from '../errors.ts';
import { jobOf } from '../explain.ts';
import { listArticles, makeWritable, outputClashes, refuseOneFolder, shown } from '../files.ts';
import { estimateCost } from '../money/cost.ts';
import { plan } from '../plan.ts';
import { addOutcome, emptyRun, exitCode, type RunReport } from '../report.ts';
import { run } from '../run.ts';
import { wireRun, type WiredRun } from '../wire.ts';
import { interruptible } from './interrupt.ts';
import { settingsFrom } from './options.ts';
import { createProgress } from './progress.ts';
import { describePlan, describeRun, moneyLines } from './words.ts';

const options = z.object({
  refresh: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  explain: z.string().optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
});
type Options = z.output<typeof options>;

/** @returns the exit code: 0 all done, 1 something is left for a person, 130 interrupted. */
export async function translateCommand(paths: readonly string[], raw: Readonly<Record<string, unknown>>): Promise<number> {
  const own = options.parse(raw);
  const settings = settingsFrom(raw);
  const looks = own.dryRun || own.explain !== undefined;
  await refuseOneFolder(settings.input, settings.output);
  const { articles, refused } = await listArticles(settings.input, settings.output, paths);
  if (articles.length === 0 && refused.length === 0) {
    throw new SettingsError(`${shown(settings.input)}: no articles found. Put .md or .txt files there, then run again`);
  }
  const clashes = outputClashes(articles);
  if (clashes.length > 0) throw new SettingsError(clashes.join('\n'));
  if (!looks) await makeWritable(settings.output);

  const { signal, release } = interruptible();
  const report = emptyRun();
  for (const { path, message } of refused) addOutcome(report, { status: 'failed', article: shown(path), message });
  try {
    const wired = await wireRun(settings, { refresh: own.refresh, dry: looks, signal });
    let ending: 'done' | 'interrupted' = 'interrupted';
    try {
      if (looks) return await look(articles, wired, own);
      await work(articles, wired.tools, report, own);
      ending = 'done';
    } catch (error) {
      // Out of money is an end as good as any: the next run has its budget anew.
      if (error instanceof BudgetError) ending = 'done';
      throw error;
    } finally {
      await wired.close(ending);
      report.notes.push(...wired.notes());
      report.money = wired.budget?.totals();
    }
  } catch (error) {
    if (signal.aborted) {
      say('Interrupted. Everything translated so far is kept: run again to go on.');
      return 130;
    }
    if (!(error instanceof ProviderError || error instanceof BudgetError)) throw error;
    if (own.json) print(JSON.stringify({ summary: report, stopped: error.message }));
    const left = articles.length - report.articles;
    say([error.message, ...moneyLines(report), `Stopped after ${report.articles} of ${articles.length} articles; ${left} ${left === 1 ? 'is' : 'are'} left. What was answered is kept: run again to go on.`].join('\n'));
    return error instanceof ProviderError && report.articles === 0 ? 2 : 1;
  } finally {
    release();
  }
  print(own.json ? JSON.stringify({ summary: report }) : undefined);
  if (!own.json) say(describeRun(report, { quiet: own.quiet, output: shown(settings.output) }));
  return exitCode(report);
}

/** `--dry-run` and `--explain`: nothing is asked and nothing is written. */
async function look(articles: Parameters<typeof run>[0], { tools, price, explained }: WiredRun, { explain, json, quiet }: Options): Promise<number> {
  if (explain !== undefined) {
    print(JSON.stringify(explained(await jobOf(explain, articles, tools)), null, 2));
    return 0;
  }
  const planned = await plan(articles, tools);
  const costs = price === undefined ? undefined : planned.byArticle.map(({ weights }) => estimateCost(weights, price));
  const cost = price === undefined ? undefined : estimateCost(planned.byArticle.flatMap(({ weights }) => weights), price);
  if (json) print(JSON.stringify({ ...planned, byArticle: planned.byArticle.map((one, n) => ({ ...one, ...(costs === undefined ? {} : { cost: costs[n] }) })), ...(cost === undefined ? {} : { cost }) }));
  else if (!quiet) say(describePlan(planned, tools.chain[0].provider.name, costs, cost));
  return 0;
}

async function work(
  articles: Parameters<typeof run>[0],
  tools: Parameters<typeof run>[1],
  report: RunReport,
  { json, quiet }: Options,
): Promise<void> {
  const progress = createProgress(quiet || json);
  try {
    for await (const event of run(articles, tools)) {
      if (event.kind === 'surveyed') {
        progress.start(event.articles - event.unchanged);
        continue;
      }
      addOutcome(report, event.outcome);
      if (json) print(JSON.stringify(event.outcome));
      if (event.outcome.status !== 'unchanged') progress.step();
      if (event.outcome.status === 'failed' && !json) progress.say(event.outcome.message);
    }
  } finally {
    progress.stop();
  }
}

function print(line: string | undefined): void {
  if (line !== undefined) process.stdout.write(`${line}\n`);
}

function say(text: string): void {
  if (text !== '') process.stderr.write(`${text}\n`);
}
