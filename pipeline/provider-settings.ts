/** What `providers:` in padan.yaml may hold, provider by provider. What is not confirmed of a provider is a setting here, never a constant there. */

import { z } from 'zod';

const whole = z.number().int().min(1);
/** Seconds until a request is given up. */
const timeout = z.number().positive().default(120);

/** Several at once; the narrowest one counts. */
export const limits = z.strictObject({
  /** Most requests started in any second. */
  requestsPerSecond: z.number().positive().optional(),
  /** Most requests started in any minute. */
  requestsPerMinute: z.number().positive().optional(),
  /** Most requests started in any 24 hours. */
  requestsPerDay: whole.optional(),
  /** Most tokens sent and answered in any minute, of providers that count tokens. */
  tokensPerMinute: whole.optional(),
  /** Most characters sent in any minute, of providers that count characters. */
  charactersPerMinute: whole.optional(),
  /** Most requests at work at once. */
  concurrency: whole.max(512).optional(),
});
export type Limits = z.output<typeof limits>;

/** US dollars a million of units; goes before the price list. */
const price = z.strictObject({
  input: z.number().min(0),
  cached: z.number().min(0).optional(),
  output: z.number().min(0).default(0),
});
export type OwnPrice = z.output<typeof price>;

const common = { timeout, limits: limits.default({}), price: price.optional() };

/** Servers that speak OpenAI's chat completions, by name. */
export const PRESETS = ['openai', 'ollama', 'vllm', 'openrouter', 'lmstudio'] as const;
export type Preset = (typeof PRESETS)[number];

/** What language models share. */
const model = {
  ...common,
  /** Segments a request. */
  batch: whole.max(100).default(20),
  /** Most tokens of an answer. */
  maxOutputTokens: whole.default(8000),
  temperature: z.number().min(0).max(2).optional(),
};

const openai = z.strictObject({
  ...model,
  /** A known server; `baseURL` and the rest go before what it says. */
  preset: z.enum(PRESETS).optional(),
  baseURL: z.url().optional(),
  model: z.string().min(1).optional(),
  /** How the server is told the form of the answer: by a JSON schema, as any JSON, or in the prompt alone. */
  format: z.enum(['schema', 'json', 'prompt']).optional(),
  /** The name under which the server takes the longest answer. */
  maxTokensField: z.enum(['max_completion_tokens', 'max_tokens']).optional(),
  reasoningEffort: z.string().min(1).optional(),
});

const anthropic = z.strictObject({
  ...model,
  baseURL: z.url().default('https://api.anthropic.com'),
  model: z.string().min(1).default('claude-haiku-5-5'),
  /** `anthropic-version`. */
  version: z.enum(['2026-10-21', '2023-06-01']).default('2026-10-21'),
  effort: z.enum(['low', 'medium', 'high']).optional(),
});

const gemini = z.strictObject({
  ...model,
  baseURL: z.url().default('https://generativelanguage.googleapis.com/v1beta'),
  model: z.string().min(1).default('gemini-3.5-flash-lite'),
  thinkingLevel: z.string().min(1).optional(),
});

const deepl = z.strictObject({
  ...common,
  /** When absent: the free or the paid server, as the key says. */
  baseURL: z.url().optional(),
  batch: whole.max(50).default(50),
  /** When absent: as `style: { spelling }` says, else EN-US. */
  target: z.enum(['EN-US', 'EN-GB']).optional(),
  modelType: z.enum(['latency_optimized', 'quality_optimized', 'prefer_quality_optimized']).default('quality_optimized'),
  /** Keeps a glossary of the termbase in the account. */
  glossary: z.boolean().default(true),
});

const google = z.strictObject({
  ...common,
  baseURL: z.url().default('https://translation.googleapis.com'),
  /** When absent: GOOGLE_CLOUD_PROJECT. */
  project: z.string().min(1).optional(),
  location: z.string().min(1).default('global'),
  /** `general/nmt` or `general/translation-llm`, or a whole resource name. */
  model: z.string().min(1).default('general/nmt'),
  /** Resource name of a glossary in the same location. */
  glossary: z.string().min(1).optional(),
  batch: whole.max(1024).default(128),
  /** Most characters (code points) a request. */
  characters: whole.max(30_000).default(5000),
});

const azure = z.strictObject({
  ...common,
  baseURL: z.url().default('https://api.cognitive.microsofttranslator.com'),
  path: z.string().startsWith('/').default('/translate'),
  apiVersion: z.enum(['3.0', '2026-06-06']).default('3.0'),
  /** When absent: AZURE_TRANSLATOR_REGION. */
  region: z.string().min(1).optional(),
  /** Of api-version 2026-06-06: a deployment of a language model. */
  deployment: z.string().min(1).optional(),
  batch: whole.max(1000).default(1000),
  characters: whole.max(50_000).default(10_000),
});

const libretranslate = z.strictObject({
  ...common,
  /** When absent: LIBRETRANSLATE_URL, else the server on this machine. */
  baseURL: z.url().optional(),
  batch: whole.max(1000).default(20),
  characters: whole.default(5000),
});

const command = z.strictObject({
  /** The program and its arguments. */
  command: z.union([z.string().min(1).transform((program): [string, ...string[]] => [program]), z.tuple([z.string().min(1)], z.string())]),
  batch: whole.max(10_000).default(100),
  /** Seconds until a start that has not ended is killed. */
  timeout: z.number().positive().default(600),
  limits: limits.default({}),
  price: price.optional(),
});

const file = z.strictObject({
  /** JSON Lines `{"id"|"source","text"}`: translations made elsewhere. */
  path: z.string().min(1),
});

export const providers = z.strictObject({
  openai: openai.optional(),
  anthropic: anthropic.optional(),
  gemini: gemini.optional(),
  deepl: deepl.optional(),
  google: google.optional(),
  azure: azure.optional(),
  libretranslate: libretranslate.optional(),
  command: command.optional(),
  file: file.optional(),
});
export type Providers = z.output<typeof providers>;

/** The settings of one provider with every default filled in. */
export type SettingsOf<Name extends keyof Providers> = NonNullable<Providers[Name]>;

/** The settings of a provider that needs none. */
export const defaults = {
  openai: (): SettingsOf<'openai'> => openai.parse({}),
  anthropic: (): SettingsOf<'anthropic'> => anthropic.parse({}),
  gemini: (): SettingsOf<'gemini'> => gemini.parse({}),
  deepl: (): SettingsOf<'deepl'> => deepl.parse({}),
  google: (): SettingsOf<'google'> => google.parse({}),
  azure: (): SettingsOf<'azure'> => azure.parse({}),
  libretranslate: (): SettingsOf<'libretranslate'> => libretranslate.parse({}),
};
