/** Servers that speak OpenAI's chat completions: what is known of each, and what settings make of it. */

import { SettingsError } from '../errors.ts';
import type { Preset, SettingsOf } from '../provider-settings.ts';

type Settings = SettingsOf<'openai'>;

export interface OpenAiPreset {
  readonly baseURL: string;
  /** The environment variable that holds the key. */
  readonly key: string;
  /** Whether the server answers nobody without a key. */
  readonly needsKey: boolean;
  /** Absent where only the user knows what the server has loaded. */
  readonly model?: string;
  readonly format: NonNullable<Settings['format']>;
  readonly maxTokensField: NonNullable<Settings['maxTokensField']>;
  /** Most tokens of a request. Local servers often hold little, and cut what is longer without a word. */
  readonly context: number;
}

/** A hosted model's price may change above 100,000 tokens of a request, and no batch of ours needs more. */
const HOSTED = 100_000;

export const OPENAI_PRESETS: Readonly<Record<Preset, OpenAiPreset>> = {
  openai: { baseURL: 'https://api.openai.com/v1', key: 'OPENAI_API_KEY', needsKey: true, model: 'gpt-6-luna', format: 'schema', maxTokensField: 'max_completion_tokens', context: HOSTED },
  ollama: { baseURL: 'http://localhost:11434/v1', key: 'OLLAMA_API_KEY', needsKey: false, format: 'schema', maxTokensField: 'max_tokens', context: 16_000 },
  vllm: { baseURL: 'http://localhost:8000/v1', key: 'VLLM_API_KEY', needsKey: false, format: 'schema', maxTokensField: 'max_tokens', context: 32_000 },
  openrouter: { baseURL: 'https://openrouter.ai/api/v1', key: 'OPENROUTER_API_KEY', needsKey: true, format: 'schema', maxTokensField: 'max_tokens', context: HOSTED },
  lmstudio: { baseURL: 'http://localhost:1234/v1', key: 'LMSTUDIO_API_KEY', needsKey: false, format: 'schema', maxTokensField: 'max_tokens', context: 16_000 },
};

/** Any other server: its address is in the settings. */
const OTHER: Omit<OpenAiPreset, 'baseURL'> = { key: 'OPENAI_API_KEY', needsKey: false, format: 'schema', maxTokensField: 'max_tokens', context: 32_000 };

/** A preset with the settings over it. */
export type OpenAiServer = Required<OpenAiPreset>;

/**
 * The server that `settings` mean: that of `preset`, else OpenAI's own, else the one at `baseURL`.
 *
 * @throws SettingsError where the server needs a model by name and none is given.
 */
export function openAiServer(settings: Settings): OpenAiServer {
  const base = presetOf(settings);
  const baseURL = settings.baseURL ?? base.baseURL;
  const model = settings.model ?? base.model;
  if (model === undefined) {
    throw new SettingsError(`providers.openai: ${settings.preset ?? baseURL} needs a model. Add the name of one that it serves to padan.yaml: providers: { openai: { ${settings.preset === undefined ? `baseURL: "${baseURL}"` : `preset: ${settings.preset}`}, model: … } }`);
  }
  return { ...base, baseURL, model, format: settings.format ?? base.format, maxTokensField: settings.maxTokensField ?? base.maxTokensField };
}

function presetOf({ preset, baseURL }: Settings): OpenAiPreset {
  if (preset !== undefined) return OPENAI_PRESETS[preset];
  if (baseURL === undefined) return OPENAI_PRESETS.openai;
  // A port of this machine says little; the name of a host on the net says who it is.
  const known = Object.values(OPENAI_PRESETS).find((one) => one.needsKey && new URL(one.baseURL).host === new URL(baseURL).host);
  return known ?? { ...OTHER, baseURL };
}
