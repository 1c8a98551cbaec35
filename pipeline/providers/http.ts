/** One POST of JSON: what came back, or a ProviderError that says whether another try may help. */

import { ProviderError } from '../errors.ts';

export interface Post {
  readonly provider: string;
  readonly url: string;
  /** Beside `content-type`; may hold a key, so it is never printed. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Seconds for the whole exchange. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** Statuses after which the same request may succeed. */
const PASSING = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529]);

/**
 * @returns the parsed body of a 2xx answer; undefined where it is no JSON.
 * @throws ProviderError on any other answer, a broken connection or a time-out; AbortError when `signal` fires.
 */
export async function postJson(post: Post): Promise<unknown> {
  const { provider, url, signal } = post;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(post.timeout * 1000)]);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...post.headers },
      body: JSON.stringify(post.body),
      signal: limit,
    });
    // The body is always read to its end, so that the connection can be used again.
    text = await response.text();
  } catch (error) {
    signal.throwIfAborted();
    const why = limit.aborted ? `no answer within ${post.timeout} seconds` : cause(error);
    throw new ProviderError(provider, `${provider} at ${url} could not be reached: ${why}. Check the address and the network`, { retry: true, cause: error });
  }
  if (response.ok) return parse(text);
  const retry = PASSING.has(response.status) && !/insufficient_quota|credit_balance|spend_limit|usage_limit/.test(text);
  const retryAfter = waitOf(response.headers, Date.now());
  throw new ProviderError(provider, `${provider} answered ${response.status}${said(text)}${advice(response.status)}`, {
    retry,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** Milliseconds that the server asks to wait, from `retry-after-ms` or `retry-after` (seconds or an HTTP date). */
export function waitOf(headers: Headers, now: number): number | undefined {
  const ms = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(ms)) return Math.max(0, ms);
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The server's own words, in one short line. */
function said(text: string): string {
  const body = parse(text);
  if (typeof body !== 'object' || body === null || !('error' in body)) return '';
  const { error } = body;
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return typeof message === 'string' ? `: ${message.replace(/\s+/g, ' ').slice(0, 300)}` : '';
}

function advice(status: number): string {
  if (status === 401 || status === 403) return '. Check the key in your environment or .env';
  if (status === 404) return '. Check providers.openai.baseURL and model in padan.yaml';
  return '';
}

function cause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
