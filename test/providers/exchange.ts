import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { ProviderError } from '../../pipeline/errors.ts';
import type { Job, Outcome, Reply } from '../../pipeline/ports.ts';
import type { TermUse } from '../../pipeline/model.ts';

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

export interface Exchange {
  /** Every request of the case so far. */
  readonly sent: Sent[];
  /** What the server says to the request; unset at the start of each case. */
  answer: (request: Sent) => Response | Promise<Response>;
}

/** Catches every request of a test file to `origin`; one to another place is an error. */
export function catchRequests(origin: string): Exchange {
  const unset = (): Response => HttpResponse.json({ message: 'no answer is set' }, { status: 418 });
  const exchange: Exchange = { sent: [], answer: unset };
  const server = setupServer(
    http.all(`${origin}/*`, async ({ request }) => {
      const text = await request.text();
      const one: Sent = { method: request.method, url: request.url, headers: request.headers, text, body: text === '' ? undefined : JSON.parse(text) as unknown };
      exchange.sent.push(one);
      return exchange.answer(one);
    }),
  );
  beforeAll(() => { server.listen({ onUnhandledRequest: 'error' }); });
  afterAll(() => { server.close(); });
  beforeEach(() => {
    exchange.sent.length = 0;
    exchange.answer = unset;
  });
  return exchange;
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return HttpResponse.json(body as Record<string, unknown>, { status, headers });
}

export function raw(body: string, status = 200): Response {
  return new HttpResponse(body, { status });
}

export function job(id: string, text: string, more: Partial<Job> = {}): Job {
  return { id, text, role: 'body', terms: [], context: { before: '', after: '' }, ...more };
}

/** The use of `term` where `words` stand in `text`. */
export function use(text: string, words: string, target: string, more: Partial<TermUse> = {}): TermUse {
  const start = text.indexOf(words);
  return { term: words, start, end: start + words.length, target, also: [], avoid: [], keep: false, first: false, ...more };
}

/** `a: One.`, or `a: ! bad output: why`. */
export function shown(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map((outcome) => `${outcome.id}: ${outcome.status === 'done' ? outcome.text : `! ${outcome.fault}: ${outcome.reason}`}`);
}

/** The fault that `asked` is thrown with, its message, and how long the server asks to wait. */
export async function thrown(asked: Promise<Reply>): Promise<{ readonly fault: string; readonly message: string; readonly wait: number | undefined }> {
  const error: unknown = await asked.then(() => new Error('nothing was thrown'), (reason: unknown) => reason);
  if (!(error instanceof ProviderError)) throw error;
  return { fault: error.fault, message: error.message, wait: error.heard.wait };
}

export const signal: AbortSignal = new AbortController().signal;
