/**
 * Any server that speaks OpenAI's chat completions (OpenAI, Ollama, vLLM, OpenRouter, LM Studio …):
 * one request a batch, the answer as JSON by a schema in which every id is a required key.
 */

import { z } from 'zod';
import { ProviderError } from '../errors.ts';
import type { Fault, Job, Outcome, Provider } from '../ports.ts';
import { callJson } from './http.ts';
import { PROMPT_VERSION, systemPrompt, userPrompt } from './prompt.ts';

export interface OpenAiOptions {
  readonly baseURL: string;
  readonly model: string;
  /** Absent for servers that need none. */
  readonly key: string | undefined;
  /** Segments a request. */
  readonly batch: number;
  /** Seconds until a request is given up. */
  readonly timeout: number;
}

export function createOpenAi(options: OpenAiOptions): Provider {
  return {
    name: 'openai',
    signature: `openai ${options.model} ${PROMPT_VERSION}`,
    batch: options.batch,
    translate: async (jobs, signal) => {
      signal.throwIfAborted();
      if (jobs.length === 0) return { outcomes: [] };
      const { body, heard } = await callJson({
        provider: 'openai',
        url: `${options.baseURL.replace(/\/+$/, '')}/chat/completions`,
        headers: options.key === undefined ? {} : { authorization: `Bearer ${options.key}` },
        body: request(jobs, options.model),
        timeout: options.timeout,
        signal,
        secrets: options.key === undefined ? [] : [options.key],
        faultOf,
      });
      return { outcomes: readReply(jobs, body), heard };
    },
  };
}

/** Codes with which the money is at its end, though the status is that of a request that came too soon. */
function faultOf(status: number, body: string): Fault | undefined {
  return status === 429 && /insufficient_quota|credit_balance|spend_limit|usage_limit/.test(body) ? 'quota' : undefined;
}

/** The body of the request for `jobs`. */
export function request(jobs: readonly Job[], model: string): unknown {
  const ids = jobs.map((_, n) => batchId(n));
  return {
    model,
    messages: [
      { role: 'system', content: systemPrompt },
      { role: 'user', content: userPrompt(jobs, ids) },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: {
        name: 'translations',
        strict: true,
        schema: {
          type: 'object',
          additionalProperties: false,
          required: ids,
          properties: Object.fromEntries(ids.map((id) => [id, { type: 'string' }])),
        },
      },
    },
  };
}

const reply = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});
const failure = z.object({ error: z.union([z.string(), z.object({ message: z.string().optional() })]) });
const translations = z.record(z.string(), z.unknown());

/** Outcomes of a reply's body. Servers may answer an error with status 200, so `error` is looked at first. */
function readReply(jobs: readonly Job[], body: unknown): readonly Outcome[] {
  const failed = failure.safeParse(body);
  if (failed.success) {
    const { error } = failed.data;
    const said = typeof error === 'string' ? error : (error.message ?? 'no reason given');
    throw new ProviderError('openai', `The server answered with an error: ${said.slice(0, 300)}`, { fault: 'transient' });
  }
  const parsed = reply.safeParse(body);
  const choice = parsed.data?.choices[0];
  if (choice === undefined) return all(jobs, 'the reply is no chat completion', 'bad output');
  const { finish_reason: finish, message } = choice;
  if (typeof message.refusal === 'string') return all(jobs, `refused: ${message.refusal.slice(0, 200)}`, 'refused');
  if (finish === 'content_filter') return all(jobs, 'refused by the content filter', 'refused');
  // A text cut by its length is never taken as done, not even the part that looks whole.
  if (finish === 'length') return all(jobs, 'the answer was cut by its length', 'too large');
  const texts = readTexts(message.content ?? '');
  if (texts === undefined) return all(jobs, 'the answer is no JSON object', 'bad output');
  return jobs.map(({ id }, n) => {
    const text = texts[batchId(n)];
    return typeof text === 'string'
      ? { id, status: 'done', text, unknown: [] }
      : { id, status: 'failed', reason: 'no answer under its id', fault: 'bad output' };
  });
}

function readTexts(content: string): Readonly<Record<string, unknown>> | undefined {
  // Servers without structured output wrap JSON in a code fence.
  const bare = content.trim().replace(/^```(?:json)?\s*/u, '').replace(/\s*```$/u, '');
  try {
    return translations.safeParse(JSON.parse(bare)).data;
  } catch {
    return undefined;
  }
}

/** Ids within one request are short and its own: a model copies `s1` without a slip. */
function batchId(n: number): string {
  return `s${n + 1}`;
}

function all(jobs: readonly Job[], reason: string, fault: Fault): readonly Outcome[] {
  return jobs.map(({ id }) => ({ id, status: 'failed', reason, fault }));
}
