/** Settings -> tools. The only file that names concrete adaptors; each is loaded when it is chosen. */

import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunTools } from './article.ts';
import { SettingsError } from './errors.ts';
import { openWorkshop, shown } from './files.ts';
import { hash } from './keys.ts';
import type { Provider } from './ports.ts';
import { nearest } from './settings-faults.ts';
import { defaults } from './provider-settings.ts';
import type { FileSettings, Settings } from './settings.ts';
import type { Matcher } from './terms/matcher.ts';
import { version } from './version.ts';
import { askAndKeep } from './work.ts';

/** The providers of the house; a path (`./mine.js`) names one of the user's. */
const PROVIDERS = ['builtin', 'echo', 'command', 'openai'] as const;
type Known = (typeof PROVIDERS)[number];

/** A provider, and how fast it may be asked. */
export interface WiredProvider {
  readonly provider: Provider;
  readonly concurrency: number;
  readonly requestsPerSecond: number | undefined;
}

/**
 * @throws SettingsError where the provider is unknown or lacks something: a key, a program, a module.
 */
export async function wireProvider(settings: Settings): Promise<WiredProvider> {
  const { provider: name, providers, env, root } = settings;
  if (isPath(name)) return unpaced(await loadOwn(name, root));
  if (!isKnown(name)) throw new SettingsError(`provider: unexpected "${name}"${didYouMean(name)}`);
  switch (name) {
    case 'builtin': {
      const { createBuiltin } = await import('./providers/builtin.ts');
      return { provider: createBuiltin(), concurrency: 1, requestsPerSecond: undefined };
    }
    case 'echo': {
      const { createEcho } = await import('./providers/echo.ts');
      return { provider: createEcho(), concurrency: 8, requestsPerSecond: undefined };
    }
    case 'command': {
      const own = providers.command;
      if (own === undefined) {
        throw new SettingsError('provider: command needs a program. Add to padan.yaml, for example:\n  providers: { command: { command: [python3, translate.py] } }');
      }
      const { createCommand } = await import('./providers/command.ts');
      return { provider: createCommand({ ...own, cwd: root }), ...paceOf(own.limits, 2) };
    }
    case 'openai': {
      const own = providers.openai ?? defaults.openai();
      const openai = { ...own, baseURL: own.baseURL ?? 'https://api.openai.com/v1', model: own.model ?? 'gpt-6-luna' };
      const key = env.OPENAI_API_KEY === '' ? undefined : env.OPENAI_API_KEY;
      if (key === undefined && new URL(openai.baseURL).hostname === 'api.openai.com') {
        throw new SettingsError('provider: openai needs a key. Put OPENAI_API_KEY=… into .env beside padan.yaml, or name a server of your own: providers: { openai: { baseURL: "http://127.0.0.1:8000/v1", model: … } }');
      }
      const { createOpenAi } = await import('./providers/openai.ts');
      return { provider: createOpenAi({ ...openai, key }), ...paceOf(openai.limits, 8) };
    }
  }
}

/** @throws GlossaryError listing every fault; SettingsError where a glossary that was named is not there. */
export async function wireGlossary(settings: Settings): Promise<{ readonly matcher: Matcher; readonly signature: string }> {
  const [{ readTermbase }, { createMatcher }] = await Promise.all([import('./terms/termbase.ts'), import('./terms/matcher.ts')]);
  const path = settings.glossary;
  if (!existsSync(path)) {
    if (path !== resolve(settings.root, 'glossary/terms.csv')) throw new SettingsError(`${shown(path)}: no such file. Expected the glossary that the settings name`);
    return { matcher: createMatcher([]), signature: '' };
  }
  const text = readFileSync(path, 'utf8');
  return { matcher: createMatcher(readTermbase(text, shown(path)).terms), signature: hash(text) };
}

export interface RunOptions {
  readonly refresh: boolean;
  /** Looks and writes nothing: memory is opened as it is, or empty. */
  readonly dry: boolean;
  readonly signal: AbortSignal;
  /** A provider in place of the one that the settings name: for programs that embed Padan, and for tests. */
  readonly provider?: Provider;
  /** Milliseconds before the first further try of a batch; 1000 when absent. */
  readonly retryDelay?: number;
}

/** Everything a run works with, and how to put it away. */
export async function wireRun(settings: Settings, options: RunOptions): Promise<{ readonly tools: RunTools; readonly close: () => Promise<void> }> {
  const glossary = await wireGlossary(settings);
  const wired = options.provider === undefined ? await wireProvider(settings) : unpaced(options.provider);
  const { openStore } = await import('./memory/sqlite.ts');
  const { takeLock } = await import('./memory/lock.ts');
  const { createLocalQueue } = await import('./queue/local.ts');
  const dry = options.dry && !existsSync(settings.state);
  const release = dry ? () => undefined : takeLock(resolve(settings.state, 'run.lock'));
  const store = openStore(dry ? ':memory:' : resolve(settings.state, 'memory.db'));
  const { provider } = wired;
  const queue = createLocalQueue((jobs, signal) => askAndKeep(provider, store.journal, jobs, signal), {
    limits: { concurrency: wired.concurrency, ...(wired.requestsPerSecond === undefined ? {} : { requestsPerSecond: wired.requestsPerSecond }) },
    name: provider.name,
    retryDelay: options.retryDelay ?? 1000,
    signal: options.signal,
  });
  const workshop = dry ? { fresh: '', kept: '' } : await openWorkshop(settings.state);
  return {
    tools: {
      settings,
      matcher: glossary.matcher,
      provider,
      queue,
      journal: store.journal,
      memory: store.memory,
      progress: store.progress,
      workshop,
      underWay: new Map(),
      signature: runSignature(settings, provider, glossary.signature),
      builtin: provider.name === 'builtin',
      refresh: options.refresh,
      jobs: settings.jobs,
      signal: options.signal,
    },
    close: async () => {
      await queue.close();
      store.close();
      release();
    },
  };
}

/** What the outputs depend on besides the articles; equal signatures give equal outputs. */
function runSignature(settings: FileSettings, provider: Provider, glossary: string): string {
  const { sheet, publish, roles, frontMatter, sentences } = settings;
  return hash(version(), provider.signature, glossary, JSON.stringify([sheet, publish, roles, frontMatter, sentences]));
}

function paceOf(limits: { requestsPerSecond?: number | undefined; concurrency?: number | undefined }, concurrency: number): Omit<WiredProvider, 'provider'> {
  return { concurrency: limits.concurrency ?? concurrency, requestsPerSecond: limits.requestsPerSecond };
}

function unpaced(provider: Provider): WiredProvider {
  return { provider, concurrency: 4, requestsPerSecond: undefined };
}

/** A module of the user's: exports `createProvider`, a function that gives a Provider. */
async function loadOwn(name: string, root: string): Promise<Provider> {
  const path = isAbsolute(name) ? name : resolve(root, name);
  if (!existsSync(path)) throw new SettingsError(`provider: ${name}: no such file. Expected a module that exports createProvider`);
  let module: unknown;
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    throw new SettingsError(`provider: ${name} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  const create: unknown = typeof module === 'object' && module !== null && 'createProvider' in module ? module.createProvider : undefined;
  if (typeof create !== 'function') throw new SettingsError(`provider: ${name} exports no function createProvider. See "Adding a provider" in the README`);
  const made: unknown = await Reflect.apply(create, undefined, []);
  if (!isProvider(made)) throw new SettingsError(`provider: createProvider of ${name} gave no provider: expected { name, signature, batch, translate }`);
  return made;
}

function isProvider(value: unknown): value is Provider {
  if (typeof value !== 'object' || value === null) return false;
  return 'name' in value && typeof value.name === 'string' && 'signature' in value && typeof value.signature === 'string' &&
    'batch' in value && Number.isInteger(value.batch) && Number(value.batch) >= 1 && 'translate' in value && typeof value.translate === 'function';
}

function isPath(name: string): boolean {
  return name.startsWith('.') || isAbsolute(name) || /\.[cm]?js$/.test(name);
}

function isKnown(name: string): name is Known {
  return PROVIDERS.some((known) => known === name);
}

function didYouMean(name: string): string {
  const near = nearest(name, PROVIDERS);
  return near === '' ? `, expected one of ${PROVIDERS.join(', ')}, or the path of a module (./mine.js)` : `, expected "${near}"`;
}
