/** The three adaptors of language models behind one set of servers, for tests that hold for all of them. */

import fc from 'fast-check';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import type { SetupServer } from 'msw/node';
import type { Job, Outcome, Provider } from '../../pipeline/ports.ts';
import { defaults } from '../../pipeline/provider-settings.ts';
import { createAnthropic } from '../../pipeline/providers/anthropic.ts';
import { createGemini } from '../../pipeline/providers/gemini.ts';
import { createOpenAi } from '../../pipeline/providers/openai.ts';

export const KEY = 'sk-secret/key+1';

export interface Rig {
  readonly name: 'openai' | 'anthropic' | 'gemini';
  readonly url: string;
  readonly create: () => Provider;
  /** A whole answer with `text` as what the model wrote. */
  readonly answer: (text: string) => JsonBodyType;
  /** The system prompt and the user message of a request's body. */
  readonly said: (body: unknown) => { readonly system: string; readonly user: string };
}

interface OpenAiBody { readonly messages: readonly { readonly role: string; readonly content: string }[] }
interface AnthropicBody { readonly system: readonly { readonly text: string }[]; readonly messages: readonly { readonly content: string }[] }
interface GeminiBody { readonly systemInstruction: { readonly parts: readonly { readonly text: string }[] }; readonly contents: readonly { readonly parts: readonly { readonly text: string }[] }[] }

export const rigs: Readonly<Record<Rig['name'], Rig>> = {
  openai: {
    name: 'openai',
    url: 'https://models.test/v1/chat/completions',
    create: () => createOpenAi({ ...defaults.openai(), baseURL: 'https://models.test/v1/', model: 'tiny', timeout: 5, key: KEY }),
    answer: (text) => ({ choices: [{ finish_reason: 'stop', message: { content: text, refusal: null } }] }),
    said: (body) => {
      const { messages } = body as OpenAiBody;
      return { system: messages[0]?.content ?? '', user: messages[1]?.content ?? '' };
    },
  },
  anthropic: {
    name: 'anthropic',
    url: 'https://api.anthropic.com/v1/messages',
    create: () => createAnthropic({ ...defaults.anthropic(), timeout: 5, key: KEY }),
    answer: (text) => ({ type: 'message', content: [{ type: 'thinking', thinking: 'Hm.' }, { type: 'text', text }], stop_reason: 'end_turn' }),
    said: (body) => {
      const { system, messages } = body as AnthropicBody;
      return { system: system[0]?.text ?? '', user: messages[0]?.content ?? '' };
    },
  },
  gemini: {
    name: 'gemini',
    url: 'https://generativelanguage.googleapis.com/v1beta/models/gemini-3.5-flash-lite:generateContent',
    create: () => createGemini({ ...defaults.gemini(), timeout: 5, key: KEY }),
    answer: (text) => ({ candidates: [{ finishReason: 'STOP', content: { parts: [{ text: 'Hm.', thought: true }, { text }] } }] }),
    said: (body) => {
      const { systemInstruction, contents } = body as GeminiBody;
      return { system: systemInstruction.parts[0]?.text ?? '', user: contents[0]?.parts[0]?.text ?? '' };
    },
  },
};
export const allRigs: readonly Rig[] = Object.values(rigs);

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Answers every request to `rig` in one way, and gives what was asked. */
export function serve(server: SetupServer, rig: Rig, how: (body: unknown) => Response): readonly Seen[] {
  const seen: Seen[] = [];
  server.use(
    http.all(rig.url, async ({ request }) => {
      const body: unknown = await request.json();
      seen.push({ method: request.method, url: request.url, headers: request.headers, body });
      return how(body);
    }),
  );
  return seen;
}

/** A response of `rig` in which the model wrote `text`. */
export function written(rig: Rig, text: string): Response {
  return HttpResponse.json(rig.answer(text));
}

export function job(id: string, text: string, more: Partial<Job> = {}): Job {
  return { id, text, role: 'body', terms: [], context: { before: '', after: '' }, ...more };
}

/** `a: One.` or `b: ! bad output: why`. */
export function shown(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map((outcome) => `${outcome.id}: ${outcome.status === 'done' ? outcome.text : `! ${outcome.fault}: ${outcome.reason}`}`);
}

/** Any text, halves of characters and controls included. */
export const anyText: fc.Arbitrary<string> = fc.array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 20 }).map((units) => String.fromCharCode(...units));
