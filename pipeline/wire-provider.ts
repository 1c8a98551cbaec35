/** Which providers there are, and each from its settings. With wire.ts the only file that names concrete adaptors; each is loaded when it is chosen. */

import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SettingsError } from './errors.ts';
import { listedAs } from './money/prices.ts';
import { shown } from './files.ts';
import type { Provider } from './ports.ts';
import { defaults, type Limits, type OwnPrice, type Preset, PRESETS, type SettingsOf } from './provider-settings.ts';
import { nearest } from './settings-faults.ts';
import type { Settings } from './settings.ts';
import type { Term } from './terms/term.ts';

/** A provider, how fast it may be asked, and what it is called in the price list. */
export interface WiredProvider {
  readonly provider: Provider;
  readonly limits: Limits;
  /** The model, where the price depends on it; else empty. */
  readonly model: string;
  /** The name in the price list; undefined where the price is the server's own affair. */
  readonly listed: string | undefined;
  readonly price: OwnPrice | undefined;
}

export interface WireProviderOptions {
  /** The glossary's rows, for providers that keep a glossary of their own. */
  readonly terms?: readonly Term[];
  /** Told of what a provider could not do, in words. */
  readonly report?: (message: string) => void;
}

/** The providers of the house; a path (`./mine.js`) names one of the user's. */
export const PROVIDERS = ['builtin', 'echo', 'file', 'command', 'deepl', 'google', 'azure', 'libretranslate', 'openai', 'anthropic', 'gemini'] as const;
export type Known = (typeof PROVIDERS)[number];

/** Names that may stand for `provider: openai` with a preset. */
const SHORT: ReadonlySet<string> = new Set(PRESETS.filter((preset) => preset !== 'openai'));

type Env = Settings['env'];

/**
 * The provider called `name`: one of the house, a preset of `openai`, or a module of the user's.
 *
 * @throws SettingsError where it is unknown or lacks something: a key, a program, a module.
 */
export async function wireProvider(settings: Settings, name: string = settings.provider, options: WireProviderOptions = {}): Promise<WiredProvider> {
  if (isPath(name)) return bare(await loadOwn(name, settings.root));
  if (isPreset(name)) return await wireOpenAi(settings, { ...(settings.providers.openai ?? defaults.openai()), preset: name });
  if (!isKnown(name)) throw new SettingsError(`provider: unexpected "${name}"${didYouMean(name)}`);
  const { providers, env } = settings;
  switch (name) {
    case 'builtin': {
      const { createBuiltin } = await import('./providers/builtin.ts');
      return bare(createBuiltin(settings.style), 1);
    }
    case 'echo': {
      const { createEcho } = await import('./providers/echo.ts');
      return bare(createEcho(), 8);
    }
    case 'file': {
      const own = providers.file;
      if (own === undefined) throw lacks('file needs a file of answers. Add to padan.yaml, for example:\n  providers: { file: { path: answers.jsonl } }');
      const { createFile } = await import('./providers/file.ts');
      const path = resolve(settings.root, own.path);
      return bare(createFile({ path, shown: shown(path) }));
    }
    case 'command': {
      const own = providers.command;
      if (own === undefined) throw lacks('command needs a program. Add to padan.yaml, for example:\n  providers: { command: { command: [python3, translate.py] } }');
      const { createCommand } = await import('./providers/command.ts');
      return priced(createCommand({ ...own, cwd: settings.root }), own, 2);
    }
    case 'deepl': {
      const own = providers.deepl ?? defaults.deepl();
      const { createDeepL } = await import('./providers/deepl.ts');
      const entries = (options.terms ?? []).filter(({ keep }) => !keep).flatMap(({ term, variants, translation }) => [term, ...variants].map((source) => ({ source, target: translation })));
      const key = keyFor(name, env);
      return priced(createDeepL({ ...own, ...(own.target === undefined && settings.style.spelling === 'british' ? { target: 'EN-GB' } : {}), key, entries, ...(options.report === undefined ? {} : { report: options.report }) }), own, 8, key.endsWith(':fx') ? 'free' : 'pro');
    }
    case 'google': {
      const own = providers.google ?? defaults.google();
      const project = own.project ?? said(env, 'GOOGLE_CLOUD_PROJECT');
      if (project === undefined) throw lacks('google needs a project. Put GOOGLE_CLOUD_PROJECT=… into .env beside padan.yaml, or add to padan.yaml:\n  providers: { google: { project: … } }');
      const [{ createGoogle }, { createGoogleToken }] = await Promise.all([import('./providers/google.ts'), import('./providers/google-token.ts')]);
      const quotaProject = said(env, 'GOOGLE_CLOUD_QUOTA_PROJECT');
      return priced(createGoogle({ ...own, project, token: createGoogleToken({ env }), ...(quotaProject === undefined ? {} : { quotaProject }) }), own, 8, own.model);
    }
    case 'azure': {
      const own = providers.azure ?? defaults.azure();
      const region = own.region ?? said(env, 'AZURE_TRANSLATOR_REGION');
      const { createAzure } = await import('./providers/azure.ts');
      return priced(createAzure({ ...own, ...(region === undefined ? {} : { region }), key: keyFor(name, env) }), own, 8, own.deployment ?? '');
    }
    case 'libretranslate': {
      const own = providers.libretranslate ?? defaults.libretranslate();
      const baseURL = own.baseURL ?? said(env, 'LIBRETRANSLATE_URL');
      const { createLibreTranslate } = await import('./providers/libretranslate.ts');
      return priced(createLibreTranslate({ ...own, ...(baseURL === undefined ? {} : { baseURL }), key: said(env, 'LIBRETRANSLATE_API_KEY') }), own, 2);
    }
    case 'openai':
      return await wireOpenAi(settings, providers.openai ?? defaults.openai());
    case 'anthropic': {
      const own = providers.anthropic ?? defaults.anthropic();
      const { createAnthropic } = await import('./providers/anthropic.ts');
      return priced(createAnthropic({ ...own, style: settings.style, key: keyFor(name, env) }), own, 8, own.model);
    }
    case 'gemini': {
      const own = providers.gemini ?? defaults.gemini();
      const { createGemini } = await import('./providers/gemini.ts');
      return priced(createGemini({ ...own, style: settings.style, key: keyFor(name, env) }), own, 8, own.model);
    }
  }
}

/** Environment variables that hold a provider's key, best first. */
const KEYS = {
  deepl: ['DEEPL_API_KEY', 'DEEPL_AUTH_KEY'],
  azure: ['AZURE_TRANSLATOR_KEY'],
  anthropic: ['ANTHROPIC_API_KEY'],
  gemini: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
} as const;

function keyFor(name: keyof typeof KEYS, env: Env): string {
  const [first, ...others] = KEYS[name];
  const key = [first, ...others].map((variable) => said(env, variable)).find((value) => value !== undefined);
  if (key === undefined) throw lacks(`${name} needs a key. Put ${first}=… into .env beside padan.yaml`);
  return key;
}

async function wireOpenAi({ env, style }: Settings, own: SettingsOf<'openai'>): Promise<WiredProvider> {
  const [{ createOpenAi }, { openAiServer }] = await Promise.all([import('./providers/openai.ts'), import('./providers/openai-presets.ts')]);
  const server = openAiServer(own);
  const key = said(env, server.key);
  if (key === undefined && server.needsKey) {
    throw lacks(`openai needs a key. Put ${server.key}=… into .env beside padan.yaml, or name a server of your own: providers: { openai: { baseURL: "http://127.0.0.1:8000/v1", model: … } }`);
  }
  const provider = createOpenAi({ ...own, style, baseURL: server.baseURL, model: server.model, key });
  return { ...priced(provider, own, 8, server.model), listed: listedAs({ name: 'openai', preset: own.preset, baseURL: own.baseURL }) };
}

function priced(provider: Provider, own: { readonly limits: Limits; readonly price?: OwnPrice | undefined; readonly baseURL?: string | undefined }, concurrency = 8, model = ''): WiredProvider {
  return { provider, limits: { concurrency, ...own.limits }, model, listed: listedAs({ name: provider.name, baseURL: own.baseURL }), price: own.price };
}

function bare(provider: Provider, concurrency = 4): WiredProvider {
  return { provider, limits: { concurrency }, model: '', listed: listedAs(provider), price: undefined };
}

function said(env: Env, variable: string): string | undefined {
  const value = env[variable]?.trim();
  return value === '' ? undefined : value;
}

function lacks(message: string): SettingsError {
  return new SettingsError(`provider: ${message}`);
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

function isPreset(name: string): name is Preset {
  return SHORT.has(name);
}

function didYouMean(name: string): string {
  const near = nearest(name, [...PROVIDERS, ...SHORT]);
  return near === '' ? `, expected one of ${[...PROVIDERS, ...SHORT].join(', ')}, or the path of a module (./mine.js)` : `, expected "${near}"`;
}
