/** Settings -> tools. With wire-provider.ts the only file that names concrete adaptors; heavy ones are loaded when they are used. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RunTools } from './article.ts';
import { ask } from './ask.ts';
import type { Bilingual } from './checks/bilingual.ts';
import { checkTerms, mendTerms } from './checks/terms.ts';
import { openWorkshop } from './files.ts';
import { glossaryFiles } from './glossaries.ts';
import { hash } from './keys.ts';
import { dateOf } from './money/book.ts';
import { type Budget, openBudget } from './money/budget.ts';
import { isFree, type Price, priceOf } from './money/prices.ts';
import { prepaid } from './money/spending.ts';
import type { Answer, Job, Journal, Provider, Queue, Send, Weight } from './ports.ts';
import { redacting } from './redact/redaction.ts';
import { redactJob } from './redact/redact-job.ts';
import { rulesOf } from './redact/rules.ts';
import type { FileSettings, Settings } from './settings.ts';
import type { Translator } from './stages/translate.ts';
import { lostTags, withoutTags } from './tagged.ts';
import type { Matcher } from './terms/matcher.ts';
import type { Term } from './terms/term.ts';
import { version } from './version.ts';
import { wireProvider, type WiredProvider } from './wire-provider.ts';
import { weightOf } from './weight.ts';
import { keeping, pack } from './work.ts';

/** @throws GlossaryError listing every fault; SettingsError where a glossary that was named is not there. */
export async function wireGlossary(settings: Settings): Promise<{ readonly matcher: Matcher; readonly signature: string; readonly terms: readonly Term[] }> {
  const [{ readTermbase }, { createMatcher }] = await Promise.all([import('./terms/termbase.ts'), import('./terms/matcher.ts')]);
  const files = glossaryFiles(settings);
  const terms = files.flatMap(({ text, name }, rank) => readTermbase(text, name, rank).terms);
  const signature = files.length === 0 ? '' : hash(...files.map(({ text }) => text));
  return { matcher: createMatcher(terms), signature, terms: files.length > 1 ? (await import('./terms/precedence.ts')).withoutOutranked(terms) : terms };
}

/** The engine's lexicon as evidence for the checks; it is opened when the first word is looked up. */
export async function wireBilingual(): Promise<Bilingual> {
  const { createBilingual } = await import('./builtin/bilingual.ts');
  return createBilingual();
}

export interface RunOptions {
  readonly refresh: boolean;
  /** Looks and writes nothing: memory is opened as it is, or empty; what a provider lacks is no fault. */
  readonly dry: boolean;
  readonly signal: AbortSignal;
  /** A provider in place of the one that the settings name: for programs that embed Padan, and for tests. */
  readonly provider?: Provider;
  /** Milliseconds before the first further try of a request; 1000 when absent. */
  readonly retryDelay?: number;
}

export interface WiredRun {
  readonly tools: RunTools;
  /** The request for a job as it would be sent, without its key. */
  readonly explained: (job: Job) => unknown;
  /** What the provider asks, where it is known. */
  readonly price: Price | undefined;
  readonly budget: Budget | undefined;
  /** Things that a person should see, each a whole message. */
  readonly notes: () => readonly string[];
  readonly close: (ending: 'done' | 'interrupted') => Promise<void>;
}

/** Everything a run works with, and how to put it away. */
export async function wireRun(settings: Settings, options: RunOptions): Promise<WiredRun> {
  const { matcher, signature, terms } = await wireGlossary(settings);
  const said: string[] = [];
  const wire = (name: string): Promise<WiredProvider> => wireProvider(settings, name, { terms, report: (message) => said.push(message) });
  const first: WiredProvider = options.provider === undefined ? await wire(settings.provider) : { provider: options.provider, limits: { concurrency: 4 }, model: '', listed: undefined, price: undefined };
  const others = options.provider === undefined ? await Promise.all(settings.fallback.map(wire)) : [];
  const [{ openStore }, { takeLock }] = await Promise.all([import('./memory/sqlite.ts'), import('./memory/lock.ts')]);
  const dry = options.dry && !existsSync(settings.state);
  const release = dry ? () => undefined : takeLock(resolve(settings.state, 'run.lock'));
  const store = openStore(dry ? ':memory:' : resolve(settings.state, 'memory.db'));
  const price = priceOf(first.listed, first.model, first.price, dateOf(new Date()));
  const budget = options.dry ? undefined : await openBudget(placesOf(settings));
  const rules = rulesOf(settings.redact);
  const queues: Queue[] = [];
  const translator = async (wired: WiredProvider): Promise<Translator> => {
    const { translator: made, queue } = await translatorFor(wired, { rules, journal: store.journal, budget, signal: options.signal, retryDelay: options.retryDelay });
    queues.push(queue);
    return made;
  };
  const chain: RunTools['chain'] = [await translator(first), ...(await Promise.all(others.map(translator)))];
  const fallen = new Map<string, string>();
  return {
    tools: {
      settings,
      matcher,
      bilingual: await wireBilingual(),
      chain,
      fallen,
      journal: store.journal,
      memory: store.memory,
      progress: store.progress,
      workshop: dry ? { fresh: '', kept: '' } : await openWorkshop(settings.state),
      underWay: new Map(),
      signature: runSignature(settings, first.provider, signature),
      builtin: first.provider.name === 'builtin',
      refresh: options.refresh,
      jobs: settings.jobs,
      signal: options.signal,
    },
    explained: (job) => chain[0].provider.explain?.([job]) ?? redactJob(job, rules).job,
    price,
    budget,
    notes: () => [...said, ...[...fallen].map(([name, reason]) => `${reason}\nWhat ${name} could not do went to the providers in fallback`), ...(budget?.notes() ?? [])],
    close: async (ending) => {
      await Promise.all(queues.map((queue) => queue.close()));
      await budget?.close(ending);
      store.close();
      release();
    },
  };
}

/** A provider for lines that are in no article: nothing is kept of them, but what they cost. */
export async function wireFilter(settings: Settings, signal: AbortSignal): Promise<{ readonly matcher: Matcher; readonly translator: Translator; readonly close: () => Promise<void> }> {
  const { matcher, terms } = await wireGlossary(settings);
  const wired = await wireProvider(settings, settings.provider, { terms });
  const price = priceOf(wired.listed, wired.model, wired.price, dateOf(new Date()));
  // What costs nothing needs no books, and may run beside anything.
  const free = wired.listed !== undefined && price !== undefined && isFree(price);
  const release = free ? () => undefined : (await import('./memory/lock.ts')).takeLock(resolve(settings.state, 'run.lock'));
  const budget = free ? undefined : await openBudget(placesOf(settings));
  const { translator, queue } = await translatorFor(wired, { rules: rulesOf(settings.redact), journal: undefined, budget, signal, retryDelay: undefined });
  return {
    matcher,
    translator,
    close: async () => {
      await queue.close();
      await budget?.close('done');
      release();
    },
  };
}

interface TranslatorTools {
  readonly rules: ReturnType<typeof rulesOf>;
  readonly journal: Journal | undefined;
  readonly budget: Budget | undefined;
  readonly signal: AbortSignal;
  readonly retryDelay: number | undefined;
}

/** A provider with all that stands round it, from the outside in: repair, queue, journal, budget, redaction. */
async function translatorFor(wired: WiredProvider, { rules, journal, budget, signal, retryDelay }: TranslatorTools): Promise<{ readonly translator: Translator; readonly queue: Queue }> {
  const { createLocalQueue } = await import('./queue/local.ts');
  const provider = redacting(wired.provider, rules);
  const weigh = (jobs: readonly Job[]): Weight => weightOf(provider, jobs);
  const account = budget?.account({ provider: provider.name, model: wired.model, price: priceOf(wired.listed, wired.model, wired.price, dateOf(new Date())) });
  const send: Send = (jobs, own) => provider.translate(jobs, own);
  const paid = account === undefined ? undefined : prepaid(send, account, weigh, signal);
  const work = paid?.send ?? send;
  const queue = createLocalQueue(journal === undefined ? work : keeping(work, journal), { limits: wired.limits, name: provider.name, weigh, signal, ...(paid === undefined ? {} : { prepare: paid.prepare }), ...(retryDelay === undefined ? {} : { retryDelay }) });
  const tools = { provider, queue, inspect, state: { passed: false }, keep: (answers: readonly Answer[]) => journal?.add(answers) ?? Promise.resolve() };
  return { queue, translator: { provider, ask: (jobs) => ask(jobs, tools), pack: (jobs) => pack(jobs, provider), room: () => queue.room() } };
}

function placesOf({ root, state, budget }: Settings): Parameters<typeof openBudget>[0] {
  return { ledger: resolve(root, 'ledger.csv'), journal: resolve(state, 'money.jsonl'), now: () => new Date(), limits: budget };
}

/** What a provider is told is wrong with its English; what can safely be mended without it is no reason to ask again. */
function inspect(job: Job, english: string): readonly string[] {
  const text = mendTerms(english, job.terms, job.text) ?? english;
  const { findings } = checkTerms({ source: job.text, english: withoutTags(text), terms: job.terms });
  return [...findings.map(({ message }) => message), ...lostTags(job.text, text)];
}

/** What the outputs depend on besides the articles; equal signatures give equal outputs. */
function runSignature(settings: FileSettings, provider: Provider, glossary: string): string {
  const { sheet, publish, roles, frontMatter, sentences, checks, style } = settings;
  return hash(version(), provider.signature, glossary, JSON.stringify([sheet, publish, roles, frontMatter, sentences, checks, style]));
}

export interface Repairs {
  /** False where there is no state folder to know them from. */
  readonly known: boolean;
  /** Terms that were put right in an article's drafts, by the sentence's key. */
  of(article: string): Promise<Readonly<Record<string, readonly string[]>>>;
  close(): void;
}

/** What runs have repaired, as far as the state folder knows. @throws SettingsError while a run is at work. */
export async function wireRepairs({ state }: Settings): Promise<Repairs> {
  const path = resolve(state, 'memory.db');
  if (!existsSync(path)) return { known: false, of: () => Promise.resolve({}), close: () => undefined };
  const [{ openStore }, { takeLock }, { articleReport }] = await Promise.all([import('./memory/sqlite.ts'), import('./memory/lock.ts'), import('./report.ts')]);
  const release = takeLock(resolve(state, 'run.lock'));
  const store = openStore(path);
  return {
    known: true,
    of: async (article) => {
      const stage = await store.progress.of(article);
      return stage === undefined ? {} : articleReport.parse(JSON.parse(stage.report)).repaired;
    },
    close: () => {
      store.close();
      release();
    },
  };
}
