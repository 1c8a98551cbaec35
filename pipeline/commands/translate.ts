/** `padan translate`: runs the pipeline and tells how it goes. */

import { z } from 'zod';
import { ProviderError, SettingsError } from '../errors.ts';
import { listArticles, makeWritable, outputClashes, shown } from '../files.ts';
import { plan } from '../plan.ts';
import { addOutcome, emptyRun, exitCode, type RunReport } from '../report.ts';
import { run } from '../run.ts';
import { wireRun } from '../wire.ts';
import { interruptible } from './interrupt.ts';
import { settingsFrom } from './options.ts';
import { createProgress } from './progress.ts';
import { describePlan, describeRun } from './words.ts';

const options = z.object({
  refresh: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
});

/** @returns the exit code: 0 all done, 1 something is left for a person, 130 interrupted. */
export async function translateCommand(paths: readonly string[], raw: Readonly<Record<string, unknown>>): Promise<number> {
  const { refresh, dryRun, json, quiet } = options.parse(raw);
  const settings = settingsFrom(raw);
  const { articles, refused } = await listArticles(settings.input, settings.output, paths);
  if (articles.length === 0 && refused.length === 0) {
    throw new SettingsError(`${shown(settings.input)}: no articles found. Put .md or .txt files there, then run again`);
  }
  const clashes = outputClashes(articles);
  if (clashes.length > 0) throw new SettingsError(clashes.join('\n'));
  if (!dryRun) await makeWritable(settings.output);

  const { signal, release } = interruptible();
  const report = emptyRun();
  for (const { path, message } of refused) addOutcome(report, { status: 'failed', article: shown(path), message });
  try {
    const { tools, close } = await wireRun(settings, { refresh, dry: dryRun, signal });
    try {
      if (dryRun) {
        const planned = await plan(articles, tools);
        print(json ? JSON.stringify(planned) : undefined);
        if (!quiet && !json) say(describePlan(planned, tools.provider.name));
        return 0;
      }
      await work(articles, tools, report, { json, quiet });
    } finally {
      await close();
    }
  } catch (error) {
    if (signal.aborted) {
      say('Interrupted. Everything translated so far is kept: run again to go on.');
      return 130;
    }
    if (!(error instanceof ProviderError)) throw error;
    say(`${error.message}\nStopped after ${report.articles} of ${articles.length} articles. What was answered is kept: run again to go on.`);
    return report.articles === 0 ? 2 : 1;
  } finally {
    release();
  }
  print(json ? JSON.stringify({ summary: report }) : undefined);
  if (!json) say(describeRun(report, { quiet, output: shown(settings.output) }));
  return exitCode(report);
}

async function work(
  articles: Parameters<typeof run>[0],
  tools: Parameters<typeof run>[1],
  report: RunReport,
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
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
