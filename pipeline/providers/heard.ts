/** What a server says of its limits in its headers and error bodies. Header names: OpenAI's and Anthropic's documentation. */

import type { Heard, HeardLimit } from '../ports.ts';

/** Longest wait that a server is believed: five minutes. What asks for more is asked again after five. */
const LONGEST = 300_000;

/** Google's code for "ask again after": `google.rpc.RetryInfo` in `error.details`. */
const RETRY_INFO = /"retryDelay"\s*:\s*"(\d+(?:\.\d+)?)s"/;

/** All that `headers` and the text of an answer's `body` say; `now` is in milliseconds since 1970. */
export function heardIn(headers: Headers, body: string, now: number): Heard {
  const wait = waitOf(headers, now) ?? retryInfo(body);
  const requests = limitOf(headers, 'requests', now);
  const tokens = limitOf(headers, 'tokens', now) ?? limitOf(headers, 'input-tokens', now);
  return {
    ...(wait === undefined ? {} : { wait }),
    ...(requests === undefined ? {} : { requests }),
    ...(tokens === undefined ? {} : { tokens }),
  };
}

/** Milliseconds that the server asks to wait: `retry-after-ms`, else `retry-after` in seconds or as an HTTP date. */
export function waitOf(headers: Headers, now: number): number | undefined {
  const ms = numberOf(headers.get('retry-after-ms'));
  if (ms !== undefined) return clamp(ms);
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = numberOf(value);
  if (seconds !== undefined) return clamp(seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : clamp(date - now);
}

/**
 * Milliseconds of a duration as servers write them: `120ms`, `1s`, `6m0s`, `1h2m3.5s`.
 *
 * @returns undefined where it is none.
 */
export function durationOf(text: string): number | undefined {
  const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
  const trimmed = text.trim();
  if (!/^(?:\d+(?:\.\d+)?(?:ms|h|m|s))+$/.test(trimmed)) return undefined;
  let sum = 0;
  for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)) sum += Number(amount) * (units[unit ?? ''] ?? 0);
  return sum;
}

function retryInfo(body: string): number | undefined {
  const seconds = RETRY_INFO.exec(body)?.[1];
  return seconds === undefined ? undefined : clamp(Number(seconds) * 1000);
}

/** `x-ratelimit-limit-requests` and its like, or `anthropic-ratelimit-requests-limit` and its like. */
function limitOf(headers: Headers, what: string, now: number): HeardLimit | undefined {
  const read = (part: string): string | null => headers.get(`x-ratelimit-${part}-${what}`) ?? headers.get(`anthropic-ratelimit-${what}-${part}`);
  const limit = numberOf(read('limit'));
  const remaining = numberOf(read('remaining'));
  const reset = resetOf(read('reset'), now);
  if (limit === undefined && remaining === undefined && reset === undefined) return undefined;
  return {
    ...(limit === undefined ? {} : { limit }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(reset === undefined ? {} : { reset }),
  };
}

/** A duration, or the time of day at which the limit is whole again. */
function resetOf(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const duration = durationOf(value);
  if (duration !== undefined) return clamp(duration);
  const seconds = numberOf(value);
  if (seconds !== undefined) return clamp(seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : clamp(date - now);
}

function numberOf(value: string | null): number | undefined {
  if (value === null || !/^\s*-?\d+(?:\.\d+)?\s*$/.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function clamp(ms: number): number {
  return Math.min(Math.max(0, ms), LONGEST);
}
