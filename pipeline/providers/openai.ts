/**
 * Any server that speaks OpenAI's chat completions (OpenAI, Ollama, vLLM, OpenRouter, LM Studio …):
 * one request a batch, the answer as JSON by a schema in which every id is a required key.
 */

import { z } from 'zod';
import type { Fault, Job, Provider, Usage } from '../ports.ts';
import type { SettingsOf } from '../provider-settings.ts';
import type { HouseStyle } from '../style/style.ts';
import { faultOfStatus } from './http.ts';
import { addressOf, createModelProvider, parsedJson, type Said, shortly } from './model-provider.ts';
import { type OpenAiServer, openAiServer } from './openai-presets.ts';
import { answerSchema, promptKey, systemPrompt, userPrompt } from './prompt.ts';

export interface OpenAiOptions extends SettingsOf<'openai'> {
  readonly style?: HouseStyle;
  /** Absent for servers that need none. */
  readonly key: string | undefined;
}

/** @throws SettingsError where the server needs a model by name and none is given. */
export function createOpenAi(options: OpenAiOptions): Provider {
  const { style = {}, key, batch, timeout, maxOutputTokens, temperature, reasoningEffort } = options;
  const server = openAiServer(options);
  return createModelProvider({
    name: 'openai',
    signature: ['openai', server.model, promptKey(style), server.format, `temperature ${temperature ?? '-'}`, `effort ${reasoningEffort ?? '-'}`].join(' '),
    system: systemPrompt(style),
    batch,
    timeout,
    maxOutputTokens,
    context: server.context,
    url: addressOf(server.baseURL, 'chat/completions'),
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    secrets: key === undefined ? [] : [key],
    body: (jobs, system) => request(jobs, system, server, options),
    read,
    faultOf,
  });
}

function request(jobs: readonly Job[], system: string, server: OpenAiServer, { maxOutputTokens, temperature, reasoningEffort }: OpenAiOptions): unknown {
  return {
    model: server.model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: userPrompt(jobs) },
    ],
    ...(server.format === 'schema' ? { response_format: { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema: answerSchema(jobs.length) } } } : {}),
    ...(server.format === 'json' ? { response_format: { type: 'json_object' } } : {}),
    [server.maxTokensField]: maxOutputTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(reasoningEffort === undefined ? {} : { reasoning_effort: reasoningEffort }),
  };
}

/** Servers differ in all but the heart of it: every other field is one that may be missing. */
const failure = z.object({
  message: z.string().nullish(),
  type: z.string().nullish().catch(null),
  code: z.union([z.string(), z.number()]).nullish().catch(null),
  metadata: z.looseObject({ reasons: z.unknown(), flagged_input: z.unknown() }).partial().nullish().catch(null),
});
type Failure = z.output<typeof failure>;
const error = z.union([failure, z.string().transform((message): Failure => ({ message }))]);
const broken = z.object({ error });
const tokens = z.number().int().min(0);
const reply = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
        error: error.nullish(),
      }),
    )
    .min(1),
  usage: z.unknown().optional(),
});
const billed = z.object({
  prompt_tokens: tokens,
  completion_tokens: tokens,
  prompt_tokens_details: z.object({ cached_tokens: tokens.nullish(), cache_write_tokens: tokens.nullish() }).nullish().catch(null),
});

/** Servers may answer an error with status 200, in the body or in the choice, so errors are looked at first. */
function read(body: unknown): Said {
  const whole = broken.safeParse(body);
  if (whole.success) return failed(whole.data.error);
  const { data } = reply.safeParse(body);
  const choice = data?.choices[0];
  if (choice === undefined) return { failed: 'the reply is no chat completion', fault: 'bad output' };
  const said = readChoice(choice);
  const usage = usageOf(data?.usage);
  return usage === undefined ? said : { ...said, usage };
}

function readChoice({ finish_reason: finish, message, error: fault }: z.output<typeof reply>['choices'][number]): Said {
  if (fault !== undefined && fault !== null) return failed(fault);
  if (finish === 'error') return { failed: 'the server broke off', fault: 'transient' };
  if (typeof message?.refusal === 'string' && message.refusal !== '') return { failed: `refused: ${shortly(message.refusal).slice(0, 200)}`, fault: 'refused' };
  if (finish === 'content_filter') return { failed: 'refused by the content filter', fault: 'refused' };
  // A text cut by its length is never taken as done, not even the part that looks whole.
  if (finish === 'length' || finish === 'max_tokens') return { failed: 'the answer was cut by its length', fault: 'too large' };
  return { text: message?.content ?? '' };
}

/** Undefined unless input and output are both told: half a bill is none. */
function usageOf(raw: unknown): Usage | undefined {
  const { data } = billed.safeParse(raw);
  if (data === undefined) return undefined;
  const { cached_tokens: cached, cache_write_tokens: written } = data.prompt_tokens_details ?? {};
  return { unit: 'tokens', input: data.prompt_tokens, cached: cached ?? 0, ...(typeof written === 'number' ? { written } : {}), output: data.completion_tokens };
}

function failed(fault: Failure): Said {
  const { code } = fault;
  const status = typeof code === 'number' && code >= 400 ? code : 0;
  return { failed: shortly(fault.message), fault: faultIn(status, fault) ?? (status === 0 ? 'transient' : faultOfStatus(status)) };
}

function faultOf(status: number, body: string): Fault | undefined {
  const { data } = broken.safeParse(parsedJson(body));
  return data === undefined ? undefined : faultIn(status, data.error);
}

/** Codes with which the money is at its end, though the status is that of a request that came too soon (OpenAI, error codes). */
const QUOTA = new Set(['insufficient_quota', 'credit_balance_exhausted', 'organization_spend_limit_exceeded', 'project_spend_limit_exceeded', 'organization_usage_limit_exceeded', 'billing_hard_limit_reached']);
const TOO_LARGE = new Set(['context_length_exceeded', 'string_above_max_length', 'request_too_large']);
/** How servers without codes say the same (vLLM, Ollama, LM Studio). */
const CONTEXT = /context (?:length|window|size)|maximum context|prompt is too long/i;
const REFUSED = new Set(['content_filter', 'content_policy_violation']);

/** What an error means by its code; `status` is 0 where there is none. */
function faultIn(status: number, { code, type, message, metadata }: Failure): Fault | undefined {
  const names = [code, type].filter((name) => typeof name === 'string');
  const is = (known: ReadonlySet<string>): boolean => names.some((name) => known.has(name));
  if (is(QUOTA)) return 'quota';
  if (is(TOO_LARGE) || ([0, 400, 422].includes(status) && CONTEXT.test(message ?? ''))) return 'too large';
  // OpenRouter's moderation has the status of a wrong key.
  if (is(REFUSED) || metadata?.reasons !== undefined || metadata?.flagged_input !== undefined) return 'refused';
  if (status === 0 && (names.includes('rate_limit_exceeded') || names.includes('slow_down'))) return 'rate';
  if (status === 0 && names.includes('invalid_api_key')) return 'key';
  return undefined;
}
