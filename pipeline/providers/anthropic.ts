/** Anthropic's Messages: one request a batch, the answer as JSON by a schema, the system prompt in the server's cache. */

import { z } from 'zod';
import type { Fault, Job, Provider, Usage } from '../ports.ts';
import type { SettingsOf } from '../provider-settings.ts';
import type { HouseStyle } from '../style/style.ts';
import { addressOf, createModelProvider, parsedJson, type Said, shortly } from './model-provider.ts';
import { answerSchema, promptKey, systemPrompt, userPrompt } from './prompt.ts';

export interface AnthropicOptions extends SettingsOf<'anthropic'> {
  readonly style?: HouseStyle;
  readonly key: string;
}

/** The price of a whole request may change above 100,000 tokens of input (price list, 2026-10). */
const CONTEXT = 100_000;

export function createAnthropic(options: AnthropicOptions): Provider {
  const { style = {}, key, model, effort, batch, timeout, maxOutputTokens } = options;
  return createModelProvider({
    name: 'anthropic',
    signature: ['anthropic', model, promptKey(style), `temperature ${temperatureOf(options) ?? '-'}`, `effort ${effort ?? '-'}`].join(' '),
    system: systemPrompt(style),
    batch,
    timeout,
    maxOutputTokens,
    context: CONTEXT,
    url: addressOf(options.baseURL, 'v1/messages'),
    headers: { 'x-api-key': key, 'anthropic-version': options.version },
    secrets: [key],
    body: (jobs, system) => request(jobs, system, options),
    read,
    faultOf,
  });
}

/** Since version 2026-10-21 a request with a temperature is refused. */
function temperatureOf({ version, temperature }: AnthropicOptions): number | undefined {
  return version === '2023-06-01' ? temperature : undefined;
}

function request(jobs: readonly Job[], system: string, options: AnthropicOptions): unknown {
  const temperature = temperatureOf(options);
  return {
    model: options.model,
    max_tokens: options.maxOutputTokens,
    system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: userPrompt(jobs) }],
    output_config: {
      ...(options.effort === undefined ? {} : { effort: options.effort }),
      format: { type: 'json_schema', schema: answerSchema(jobs.length) },
    },
    ...(temperature === undefined ? {} : { temperature }),
  };
}

const failure = z.object({
  error: z.object({
    type: z.string().catch(''),
    message: z.string().nullish().catch(null),
    details: z.object({ error_code: z.string().nullish().catch(null) }).nullish().catch(null),
  }),
});
type Failure = z.output<typeof failure>['error'];
const tokens = z.number().int().min(0);
const reply = z.object({
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  stop_reason: z.string().nullish(),
  stop_details: z.object({ explanation: z.string().nullish() }).nullish().catch(null),
  usage: z.unknown().optional(),
});
const billed = z.object({
  input_tokens: tokens,
  output_tokens: tokens,
  cache_creation_input_tokens: tokens.nullish(),
  cache_read_input_tokens: tokens.nullish(),
});

function read(body: unknown): Said {
  const broken = failure.safeParse(body);
  if (broken.success) {
    const { error } = broken.data;
    return { failed: shortly(error.message), fault: faultIn(0, error) ?? FAULTS[error.type] ?? 'transient' };
  }
  const { data } = reply.safeParse(body);
  if (data === undefined) return { failed: 'the reply is no message', fault: 'bad output' };
  const said = readStop(data);
  const usage = usageOf(data.usage);
  return usage === undefined ? said : { ...said, usage };
}

function readStop({ stop_reason: stop, stop_details: details, content }: z.output<typeof reply>): Said {
  switch (stop) {
    case 'end_turn':
    case 'stop_sequence':
      // Thinking may stand before the text: blocks are told by type, not by place.
      return { text: content.flatMap(({ type, text }) => (type === 'text' ? text ?? [] : [])).join('') };
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return { failed: 'the answer was cut by its length', fault: 'too large' };
    case 'refusal':
      return { failed: `refused: ${shortly(details?.explanation).slice(0, 200)}`, fault: 'refused' };
    default:
      return { failed: `the answer is not whole (stop_reason ${shortly(stop)})`, fault: 'bad output' };
  }
}

/** The whole input is the sum of three counts; thinking is in the output. Undefined where half of the bill is missing. */
function usageOf(raw: unknown): Usage | undefined {
  const { data } = billed.safeParse(raw);
  if (data === undefined) return undefined;
  const written = data.cache_creation_input_tokens ?? 0;
  const cached = data.cache_read_input_tokens ?? 0;
  return { unit: 'tokens', input: data.input_tokens + written + cached, cached, written, output: data.output_tokens };
}

/** Kinds of error where no status says it. */
const FAULTS: Readonly<Record<string, Fault>> = {
  overloaded_error: 'rate',
  rate_limit_error: 'rate',
  api_error: 'transient',
  timeout_error: 'transient',
  authentication_error: 'key',
  permission_error: 'key',
  billing_error: 'quota',
  request_too_large: 'too large',
  invalid_request_error: 'invalid',
  not_found_error: 'invalid',
};

function faultOf(status: number, body: string): Fault | undefined {
  const { data } = failure.safeParse(parsedJson(body));
  return data === undefined ? undefined : faultIn(status, data.error);
}

/** Errors whose status says something else: limits of spending come as 429 or 400, a prompt that is too long as 400. */
function faultIn(status: number, { type, message, details }: Failure): Fault | undefined {
  if (type === 'billing_error' || /spend_limit/.test(details?.error_code ?? '')) return 'quota';
  if (status !== 0 && status !== 400) return undefined;
  if (/usage limits?\b|credit balance is too low|spend(?:ing)? limit/i.test(message ?? '')) return 'quota';
  if (/prompt is too long|exceeds? (?:the )?(?:maximum|context)|context window/i.test(message ?? '')) return 'too large';
  return undefined;
}
