import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Job, Outcome } from '../../pipeline/ports.ts';
import { defaults } from '../../pipeline/provider-settings.ts';
import { createOpenAi } from '../../pipeline/providers/openai.ts';
import { waitOf } from '../../pipeline/providers/heard.ts';
import { asking } from '../asking.ts';

type Answer = (ids: readonly string[], response: ServerResponse, n: number) => void;

interface Seen {
  readonly body: { readonly model: string; readonly messages: readonly { readonly role: string; readonly content: string }[]; readonly response_format: unknown };
  readonly key: string | undefined;
}

let answer: Answer = () => undefined;
const seen: Seen[] = [];
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  let text = '';
  request.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  request.on('end', () => {
    const body = JSON.parse(text) as Seen['body'];
    seen.push({ body, key: request.headers.authorization });
    const { segments } = JSON.parse(body.messages[1]?.content ?? '{}') as { segments: { id: string }[] };
    answer(segments.map(({ id }) => id), response, seen.length);
  });
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => { seen.length = 0; });

const job = (id: string, text: string): Job => ({ id, text, role: 'body', terms: [], context: { before: '', after: '' } });
const jobs = [job('a', 'Satu.'), job('b', 'Dua.'), job('c', 'Tiga.')];
const english: Readonly<Record<string, string>> = { s1: 'One.', s2: 'Two.', s3: 'Three.' };

function reply(response: ServerResponse, content: unknown, more: { readonly finish?: string; readonly refusal?: string } = {}): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ choices: [{ finish_reason: more.finish ?? 'stop', message: { content: typeof content === 'string' ? content : JSON.stringify(content), refusal: more.refusal ?? null } }] }));
}

function fail(response: ServerResponse, status: number, message: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error: { message } }));
}

async function outcomesOf(timeout = 5): Promise<readonly Outcome[]> {
  const { port } = server.address() as AddressInfo;
  const provider = createOpenAi({ ...defaults.openai(), baseURL: `http://127.0.0.1:${port}/v1/`, model: 'tiny', key: 'sk-secret', batch: 10, timeout });
  return asking(provider)(jobs);
}

function shown(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map((outcome) => `${outcome.id}: ${outcome.status === 'done' ? outcome.text : `! ${outcome.reason}`}`);
}

describe('an OpenAI-compatible server', () => {
  it('is sent one request a batch, with a schema that requires every id, and the key in its header only', async () => {
    answer = (ids, response) => { reply(response, Object.fromEntries(ids.map((id) => [id, english[id]]))); };
    expect(shown(await outcomesOf())).toEqual(['a: One.', 'b: Two.', 'c: Three.']);
    expect(seen).toHaveLength(1);
    const [first] = seen;
    expect(first?.key).toBe('Bearer sk-secret');
    expect(JSON.stringify(first?.body)).not.toContain('sk-secret');
    expect(first?.body).toMatchObject({
      model: 'tiny',
      response_format: { type: 'json_schema', json_schema: { strict: true, schema: { required: ['s1', 's2', 's3'], additionalProperties: false } } },
    });
    expect(JSON.parse(first?.body.messages[1]?.content ?? '')).toEqual({
      segments: [{ id: 's1', role: 'body', text: 'Satu.' }, { id: 's2', role: 'body', text: 'Dua.' }, { id: 's3', role: 'body', text: 'Tiga.' }],
    });
  });

  it.each<[string, Answer, readonly string[], number]>([
    ['leaves an id out', (_ids, response, n) => { reply(response, n === 1 ? { s1: 'One.', s3: 'Three.' } : { s1: 'Two.' }); }, ['a: One.', 'b: Two.', 'c: Three.'], 2],
    ['answers other ids', (_ids, response) => { reply(response, { x: 'One.', y: 'Two.' }); }, ['a: ! no answer under its id', 'b: ! no answer under its id', 'c: ! no answer under its id'], 4],
    ['adds an id', (ids, response) => { reply(response, { ...Object.fromEntries(ids.map((id) => [id, english[id]])), s9: 'Nine.' }); }, ['a: One.', 'b: Two.', 'c: Three.'], 1],
    ['cuts its JSON', (_ids, response, n) => { reply(response, n === 1 ? '{"s1": "One.", "s2": "Tw' : { s1: 'Alone.' }); }, ['a: Alone.', 'b: Alone.', 'c: Alone.'], 4],
    ['says that it was cut by its length', (ids, response) => { reply(response, Object.fromEntries(ids.map((id) => [id, 'Half'])), { finish: 'length' }); }, ['a: ! the answer was cut by its length', 'b: ! the answer was cut by its length', 'c: ! the answer was cut by its length'], 5],
    ['refuses one segment of a batch', (_ids, response, n) => {
      if (n === 1 || n === 3) reply(response, '', { refusal: 'I cannot help with that' });
      else reply(response, { s1: 'Alone.' });
    }, ['a: Alone.', 'b: ! refused: I cannot help with that', 'c: Alone.'], 4],
    ['gives an empty text', (_ids, response, n) => { reply(response, n === 1 ? { ...english, s2: '' } : { s1: 'Two.' }); }, ['a: One.', 'b: Two.', 'c: Three.'], 2],
    ['wraps its JSON in a fence', (_ids, response) => { reply(response, `\`\`\`json\n${JSON.stringify(english)}\n\`\`\``); }, ['a: One.', 'b: Two.', 'c: Three.'], 1],
    ['says 429 with Retry-After, then answers', (_ids, response, n) => {
      if (n === 1) fail(response, 429, 'slow down', { 'retry-after': '0.05' });
      else reply(response, english);
    }, ['a: One.', 'b: Two.', 'c: Three.'], 2],
    ['breaks down with 500, then answers', (_ids, response, n) => {
      if (n <= 2) fail(response, 500, 'oops');
      else reply(response, english);
    }, ['a: One.', 'b: Two.', 'c: Three.'], 3],
    ['resets the connection, then answers', (_ids, response, n) => {
      if (n === 1) response.destroy();
      else reply(response, english);
    }, ['a: One.', 'b: Two.', 'c: Three.'], 2],
  ])('that %s gets the right outcome', async (_name, how, expected, requests) => {
    answer = how;
    expect(shown(await outcomesOf())).toEqual(expected);
    expect(seen).toHaveLength(requests);
  });

  it.each<[string, Answer, RegExp, number]>([
    ['refuses the key', (_ids, response) => { fail(response, 401, 'bad key'); }, /openai answered 401: bad key\. Check the key/, 1],
    ['says that the money is used up', (_ids, response) => { response.writeHead(429); response.end('{"error":{"message":"quota","code":"insufficient_quota"}}'); }, /429: quota/, 1],
    ['does not know the model', (_ids, response) => { fail(response, 404, 'no such model'); }, /404: no such model\. Check the address and the model: providers\.openai/, 1],
  ])('that %s ends in an error that says so', async (_name, how, message, requests) => {
    answer = how;
    await expect(outcomesOf()).rejects.toThrow(message);
    expect(seen).toHaveLength(requests);
  });

  it.each<[string, Answer, RegExp, number]>([
    ['stays broken', (_ids, response) => { fail(response, 503, 'overloaded'); }, /503: overloaded/, 5],
    ['answers an error with status 200', (_ids, response) => { response.end('{"error":{"message":"upstream died"}}'); }, /answered with an error: upstream died/, 5],
    ['hangs', () => undefined, /no answer within 0\.1 seconds/, 0.1],
  ])('that %s is given up after a few tries, and each segment says why', async (_name, how, reason, timeout) => {
    answer = how;
    const outcomes = await outcomesOf(timeout);
    expect(outcomes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'failed', fault: 'transient', reason: expect.stringMatching(reason) as string });
    expect(seen).toHaveLength(3);
  });
});

describe('how long a server asks to wait', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  it.each([
    [{ 'retry-after': '2' }, 2000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT' }, 5000],
    [{ 'retry-after-ms': '120' }, 120],
    [{ 'retry-after': 'Thu, 01 Jan 2020 00:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('is read from %j', (headers, ms) => {
    expect(waitOf(new Headers(headers as Record<string, string>), now)).toBe(ms);
  });
});
