/** What the adaptors of language models share: one request a batch, what it weighs, how it is shown, what becomes of the answer. */

import { ProviderError } from '../errors.ts';
import type { Fault, Job, Provider, Reply, Usage, Weight } from '../ports.ts';
import { type Answer, callJson, clean } from './http.ts';
import { failAll, readAnswers } from './model-reply.ts';
import { answerSchema, userPrompt } from './prompt.ts';
import { tokensAtMost } from './tokens.ts';

/** A model behind a server. */
export interface Model {
  readonly name: string;
  readonly signature: string;
  /** The system prompt: a part of every body. */
  readonly system: string;
  readonly batch: number;
  /** Seconds until a request is given up. */
  readonly timeout: number;
  readonly maxOutputTokens: number;
  /** Most tokens of a request: what the model holds, or where its price changes. */
  readonly context: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Keys in `url` and `headers`. */
  readonly secrets: readonly string[];
  /** The body of the request for `jobs`; the system prompt, the user message and the schema of prompt.ts and little else. */
  body(jobs: readonly Job[], system: string): unknown;
  /** What the body of a 2xx says. */
  read(body: unknown): Said;
  /** What an error means, where the common table of http.ts does not say it. */
  faultOf(status: number, body: string): Fault | undefined;
}

/** An answer: the text that the model wrote, or why it wrote none. */
export type Said =
  | { readonly text: string; readonly usage?: Usage }
  | { readonly failed: string; readonly fault: Fault; readonly usage?: Usage };

/** Tokens that servers add of their own: roles and turns (OpenAI's cookbook: up to ten), and a few sentences on the form of the answer (Anthropic's documentation of structured outputs). */
const ADDED = 1000;
/** A message of so much weight, of which half or less are texts, has an English of one token: see tokensLikely. */
const WEIGHT_AN_ANSWER_TOKEN = 4;

/**
 * `translate` throws ProviderError where the server cannot be used, and AbortError; what is wrong with
 * the texts of a batch (cut, refused, no translation) is an outcome.
 */
export function createModelProvider(model: Model): Provider {
  const system = tokensAtMost(model.system);
  const weigh = (jobs: readonly Job[]): Weight => ({ unit: 'tokens', input: inputAtMost(jobs, system), output: model.maxOutputTokens });
  return {
    name: model.name,
    signature: model.signature,
    batch: model.batch,
    // More could be read, but not answered.
    most: Math.min(model.context, inputAtMost([], system) + WEIGHT_AN_ANSWER_TOKEN * model.maxOutputTokens),
    repairs: true,
    weigh,
    explain: (jobs) => ({
      method: 'POST',
      url: clean(model.url, model.secrets),
      headers: Object.fromEntries(Object.entries(model.headers).map(([name, value]) => [name, clean(value, model.secrets)])),
      body: model.body(jobs, model.system),
    }),
    translate: async (jobs, signal) => {
      signal.throwIfAborted();
      return jobs.length === 0 ? { outcomes: [] } : await ask(model, jobs, signal);
    },
  };
}

/** What `jobs` weigh at most as tokens of input, with a system prompt of `system` tokens. The schema counts twice, for servers print it with more blanks. */
function inputAtMost(jobs: readonly Job[], system: number): number {
  const schema = JSON.stringify(answerSchema(jobs.length));
  return ADDED + system + tokensAtMost(userPrompt(jobs)) + 2 * tokensAtMost(schema);
}

async function ask(model: Model, jobs: readonly Job[], signal: AbortSignal): Promise<Reply> {
  const { name, url, headers, timeout, secrets } = model;
  let answer: Answer;
  try {
    answer = await callJson({
      provider: name,
      url,
      headers,
      body: model.body(jobs, model.system),
      timeout,
      signal,
      secrets,
      faultOf: (status, body) => model.faultOf(status, body),
      advice: (fault) => (fault === 'refused' ? 'Translate it by hand, or with another provider' : undefined),
    });
  } catch (error) {
    // What the server refuses is a text, not the request as such.
    if (error instanceof ProviderError && error.fault === 'refused') return { outcomes: failAll(jobs, error.message, 'refused'), heard: error.heard };
    throw error;
  }
  const { body, heard } = answer;
  const said = model.read(body);
  const usage = said.usage === undefined ? {} : { usage: said.usage };
  if ('text' in said) return { outcomes: readAnswers(jobs, said.text), ...usage, heard };
  const reason = clean(said.failed, secrets);
  if (OF_TEXTS.has(said.fault)) return { outcomes: failAll(jobs, reason, said.fault), ...usage, heard };
  throw new ProviderError(name, `${name} answered with an error: ${reason}`, { fault: said.fault, heard });
}

/** Faults that lie in the texts of a batch. */
const OF_TEXTS: ReadonlySet<Fault> = new Set(['too large', 'refused', 'bad output']);

/** A server's words as one short line. */
export function shortly(text: string | null | undefined): string {
  return (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, 300) || 'no reason given';
}

/** The address of a path below `baseURL`, whether or not that ends in slashes. */
export function addressOf(baseURL: string, path: string): string {
  return `${baseURL.replace(/\/+$/, '')}/${path}`;
}

/** `text` parsed as JSON; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
