/** One exchange of JSON over HTTP: what came back, or a ProviderError whose fault says what to do about it. */

import { ProviderError } from '../errors.ts';
import type { Fault, Heard } from '../ports.ts';
import { deadlineAfter } from './deadline.ts';
import { heardIn } from './heard.ts';

export interface Call {
  readonly provider: string;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  /** Beside `content-type`; may hold a key, so it is never printed. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; no body when absent. */
  readonly body?: unknown;
  /** Seconds for the whole exchange. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Keys that are in the URL, the headers or the body: taken out of every message. */
  readonly secrets: readonly string[];
  /** What an error means where this provider differs from the common table; undefined where it does not. */
  readonly faultOf?: (status: number, body: string) => Fault | undefined;
  /** What a person can do about an error, where the common advice does not say it. */
  readonly advice?: (fault: Fault, status: number) => string | undefined;
}

export interface Answer {
  /** The parsed body; undefined where it is no JSON. */
  readonly body: unknown;
  readonly headers: Headers;
  readonly heard: Heard;
}

/** Longest body that is read: 32 MiB. A longer one is no answer to any request of ours. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * @throws ProviderError on any answer but a 2xx, a broken connection or a time-out; AbortError when `signal` fires.
 */
export async function callJson(call: Call): Promise<Answer> {
  const { provider, url, signal } = call;
  const limit = deadlineAfter(call.timeout, signal);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: call.method ?? 'POST',
      headers: { ...(call.body === undefined ? {} : { 'content-type': 'application/json' }), ...call.headers },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      // A redirect could carry the key to another server.
      redirect: 'error',
      signal: limit.signal,
    });
    text = await readText(response);
  } catch (error) {
    signal.throwIfAborted();
    const why = limit.signal.aborted ? `no answer within ${call.timeout} seconds` : cause(error);
    throw new ProviderError(provider, clean(`${provider} at ${placeOf(url)} could not be reached: ${why}. Check the address and the network`, call.secrets), { fault: 'transient', billed: !neverSent(error) });
  } finally {
    limit.end();
  }
  const heard = heardIn(response.headers, response.ok ? '' : text, Date.now());
  if (response.ok) return { body: parse(text), headers: response.headers, heard };
  const fault = call.faultOf?.(response.status, text) ?? faultOfStatus(response.status);
  const advice = call.advice?.(fault, response.status) ?? adviceFor(fault, response.status, provider);
  throw new ProviderError(provider, clean(`${provider} answered ${response.status}${said(text)}. ${advice}`, call.secrets), { fault, heard, billed: mayBeBilled(response.status) });
}

/** A refusal costs nothing, nor does a server that says it takes no requests now; one that broke down may have done the work. */
function mayBeBilled(status: number): boolean {
  return status >= 500 && status !== 503 && status !== 529;
}

/** Codes of errors with which no connection was made. */
const NO_CONNECTION = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

function neverSent(error: unknown): boolean {
  const why = error instanceof Error ? error.cause : undefined;
  return typeof why === 'object' && why !== null && 'code' in why && typeof why.code === 'string' && NO_CONNECTION.has(why.code);
}

/** What a status means to every provider that says nothing else. */
export function faultOfStatus(status: number): Fault {
  switch (status) {
    case 401:
    case 403:
      return 'key';
    case 402:
      return 'quota';
    case 408:
    case 409:
    case 425:
      return 'transient';
    case 413:
      return 'too large';
    case 429:
    case 529:
      return 'rate';
    default:
      return status >= 500 ? 'transient' : 'invalid';
  }
}

/** `text` without keys, whatever wrote them there. */
export function clean(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, '[key]').replaceAll(encodeURIComponent(secret), '[key]')), text);
}

/** Read piece by piece, so that a body without end is not kept; always to its end, so that the connection can be used again. */
async function readText(response: Response): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> = response.body;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error(`the answer is longer than ${MOST_BYTES / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  try {
    // Not one broken letter is taken for a translation.
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Error('the answer is broken: it is no UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The server's own words, in one short line: `error.message`, `error` or `message` of its body. */
function said(text: string): string {
  const body = parse(text);
  if (typeof body !== 'object' || body === null) return '';
  const error = 'error' in body ? body.error : body;
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return typeof message === 'string' ? `: ${oneLine(message)}` : '';
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, 300).replace(/\.$/, '');
}

function adviceFor(fault: Fault, status: number, provider: string): string {
  switch (fault) {
    case 'key':
      return 'Check the key in your environment or .env';
    case 'quota':
      return `The account has nothing left to spend. Look at it on the pages of ${provider}, or choose another provider`;
    case 'rate':
      return 'It wants to be asked more slowly: lower the limits of this provider in padan.yaml';
    case 'transient':
      return 'The server has trouble. Run again later: what was answered is kept';
    case 'too large':
      return 'The request is too large. Lower batch for this provider in padan.yaml';
    case 'refused':
    case 'bad output':
    case 'invalid':
      return status === 404 ? `Check the address and the model: providers.${provider} in padan.yaml` : `Check providers.${provider} in padan.yaml`;
  }
}

/** The address without its query, which may hold a key. */
function placeOf(url: string): string {
  return url.split('?')[0] ?? '';
}

function cause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
