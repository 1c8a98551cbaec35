/** DeepL on a socket of this machine, written from its documented contract: /v2/translate and /v3/glossaries. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

export interface Glossary {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly entries: ReadonlyMap<string, string>;
}

export interface DeepLServer {
  readonly url: string;
  /** `POST /v2/translate 200`, in the order in which they were answered. */
  readonly log: string[];
  readonly glossaries: Glossary[];
  /** Characters that are left to spend. */
  left: number;
  /** So many requests to /v2/translate are answered with 529 first. */
  busy: number;
  /** Most glossaries of the account. */
  room: number;
  /** Status with which every glossary request is answered; as documented when undefined. */
  glossaryStatus: number | undefined;
  /** Status with which every removal of a glossary is answered; as documented when undefined. */
  removalStatus: number | undefined;
  readonly close: () => Promise<void>;
}

const KEY = 'local-key';
export const LOCAL_KEY = KEY;

const translateBody = z.strictObject({
  text: z.array(z.string()).min(1),
  source_lang: z.literal('ID').optional(),
  target_lang: z.enum(['EN-US', 'EN-GB']),
  model_type: z.enum(['latency_optimized', 'quality_optimized', 'prefer_quality_optimized']).optional(),
  tag_handling: z.enum(['xml', 'html']).optional(),
  tag_handling_version: z.enum(['v1', 'v2']).optional(),
  ignore_tags: z.array(z.string()).optional(),
  split_sentences: z.enum(['0', '1', 'nonewlines']).optional(),
  preserve_formatting: z.boolean().optional(),
  show_billed_characters: z.boolean().optional(),
  glossary_id: z.string().optional(),
  context: z.string().optional(),
});

const glossaryBody = z.strictObject({
  name: z.string().min(1).refine((name) => Buffer.byteLength(name) <= 1024),
  dictionaries: z.array(z.strictObject({ source_lang: z.string(), target_lang: z.string(), entries: z.string().min(1), entries_format: z.literal('tsv') })).length(1),
});

export async function startDeepL(): Promise<DeepLServer> {
  let made = 0;
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [status, body] = answer(request, Buffer.concat(chunks));
      state.log.push(`${request.method ?? ''} ${(request.url ?? '').replace(/g-\d+/, 'ID')} ${status}`);
      send(response, status, body);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const state: DeepLServer = {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port ?? 0 : 0}`,
    log: [],
    glossaries: [],
    left: 100_000,
    busy: 0,
    room: 3,
    glossaryStatus: undefined,
    removalStatus: undefined,
    close: () => new Promise((resolve) => {
      http.closeAllConnections();
      http.close(() => { resolve(); });
    }),
  };

  function answer(request: IncomingMessage, bytes: Buffer): readonly [number, unknown] {
    if (request.headers.authorization !== `DeepL-Auth-Key ${KEY}`) return [403, { message: 'Forbidden' }];
    if (bytes.length > 128 * 1024) return [413, { message: 'Request Entity Too Large' }];
    const path = request.url ?? '';
    const isGlossary = path.startsWith('/v3/glossaries');
    if (isGlossary && state.glossaryStatus !== undefined) return [state.glossaryStatus, { message: 'as the test wants it' }];
    if (request.method === 'POST' && path === '/v2/translate') return translate(JSON.parse(bytes.toString()));
    if (request.method === 'GET' && path === '/v3/glossaries') return [200, { glossaries: state.glossaries.map(shownGlossary) }];
    if (request.method === 'POST' && path === '/v3/glossaries') return create(JSON.parse(bytes.toString()));
    if (request.method === 'DELETE' && state.removalStatus !== undefined) return [state.removalStatus, { message: 'as the test wants it' }];
    const at = state.glossaries.findIndex(({ id }) => path === `/v3/glossaries/${id}`);
    if (request.method === 'DELETE' && at >= 0) {
      state.glossaries.splice(at, 1);
      return [204, undefined];
    }
    return [404, { message: 'Not found' }];
  }

  function translate(raw: unknown): readonly [number, unknown] {
    if (state.busy > 0) {
      state.busy -= 1;
      return [529, { message: 'Too many requests. High load on the server.' }];
    }
    const parsed = translateBody.safeParse(raw);
    if (!parsed.success) return [400, { message: `Bad request. Reason: ${parsed.error.message}` }];
    const { text: texts, source_lang: source, glossary_id: id, tag_handling: tags } = parsed.data;
    if (texts.length > 50) return [413, { message: 'Too many texts' }];
    if (id !== undefined && source === undefined) return [400, { message: 'Value for source_lang is required with a glossary.' }];
    const glossary = state.glossaries.find((one) => one.id === id);
    if (id !== undefined && glossary === undefined) return [404, { message: 'Glossary not found' }];
    if (tags === 'xml' && !texts.every(isWellFormed)) return [400, { message: 'Tag handling parsing failed, please check input.' }];
    const billed = texts.map((text) => Array.from(unescaped(tags === undefined ? text : text.replace(/<[^>]*>/g, ''))).length);
    const sum = billed.reduce((all, one) => all + one, 0);
    if (sum > state.left) return [456, { message: 'Quota for this billing period has been exceeded.' }];
    state.left -= sum;
    return [200, { translations: texts.map((text, n) => ({ detected_source_language: 'ID', text: english(text, glossary), billed_characters: billed[n] })) }];
  }

  function create(raw: unknown): readonly [number, unknown] {
    const parsed = glossaryBody.safeParse(raw);
    const [dictionary] = parsed.data?.dictionaries ?? [];
    if (parsed.data === undefined || dictionary === undefined) return [400, { message: 'Bad request', detail: parsed.error?.message }];
    const pairs = dictionary.entries.split('\n').map((line) => line.split('\t'));
    const bad = pairs.some((pair) => pair.length !== 2 || pair.some((side) => side === '' || side !== side.trim() || Buffer.byteLength(side) > 1024 || /\p{Cc}/u.test(side)));
    if (bad || new Set(pairs.map(([side]) => side)).size !== pairs.length) return [400, { message: 'Bad request', detail: 'invalid or duplicate entries' }];
    if (state.glossaries.length >= state.room) return [456, { message: 'Quota exceeded. Too many glossaries.' }];
    made += 1;
    const glossary: Glossary = { id: `g-${made}`, name: parsed.data.name, from: dictionary.source_lang, to: dictionary.target_lang, entries: new Map(pairs.map(([from = '', to = '']) => [from, to])) };
    state.glossaries.push(glossary);
    return [201, shownGlossary(glossary)];
  }

  return state;
}

function shownGlossary({ id, name, from, to, entries }: Glossary): unknown {
  return { glossary_id: id, name, dictionaries: [{ source_lang: from, target_lang: to, entry_count: entries.size }], creation_time: '2026-07-01T00:00:00Z' };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** `EN(…)` round the text, with the glossary's English for its Indonesian. */
function english(text: string, glossary: Glossary | undefined): string {
  let out = text;
  for (const [from, to] of glossary?.entries ?? []) out = out.replaceAll(from, to);
  return `EN(${out})`;
}

/** Strict, as version v2 of tag handling is: closed and nested elements, quoted attributes, no bare `&` or `<`. */
export function isWellFormed(text: string): boolean {
  const open: string[] = [];
  const rest = text.replace(/<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*")*)(\/?)>/g, (_whole, slash: string, name: string, _attributes, self: string) => {
    if (slash === '/') return open.pop() === name ? '' : '<';
    if (self !== '/') open.push(name);
    return '';
  });
  return open.length === 0 && !/<|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(rest);
}

function unescaped(text: string): string {
  return text.replace(/&[a-z]+;/g, '.');
}
