/** Whole runs against a language-model server of our own on this machine: money, fallback, redaction, keys. */

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, rowsIn, type Folder } from './folder.ts';
import { padan } from './padan.ts';

interface Asked {
  readonly key: string | undefined;
  readonly body: string;
  readonly segments: readonly { readonly id: string; readonly text: string }[];
}

const asked: Asked[] = [];
/** What the server does with a request; true where it has answered by itself. */
let before: (response: ServerResponse, n: number) => boolean = () => false;
/** Tokens that each answer is billed at. */
let billed = { prompt_tokens: 2000, completion_tokens: 100 };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    const { messages } = JSON.parse(body) as { messages: { content: string }[] };
    const { segments } = JSON.parse(messages[1]?.content ?? '{}') as Asked;
    asked.push({ key: request.headers.authorization, body, segments });
    if (before(response, asked.length)) return;
    const content = JSON.stringify(Object.fromEntries(segments.map(({ id, text }) => [id, `The English of ${text}`])));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content } }], usage: billed }));
  });
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  before = () => false;
  billed = { prompt_tokens: 2000, completion_tokens: 100 };
});

const PRICE = 'price: { input: 100, output: 100 }, ';

/** Articles of three sentences each, a server, and what more the settings say. */
function newsroom(articles: number, more: string, price = PRICE): Folder {
  const { port } = server.address() as AddressInfo;
  return makeFolder({
    'padan.yaml': `provider: openai\nproviders: { openai: { baseURL: "http://127.0.0.1:${port}/v1", model: tiny, maxOutputTokens: 200, ${price}batch: 3, limits: { concurrency: 2 } } }\n${more}`,
    '.env': 'OPENAI_API_KEY=sk-very-secret\n',
    ...Object.fromEntries(Array.from({ length: articles }, (_, n) => [`input/a${n}.md`, `Harga beras naik ${n} kali.\n\nWarga menunggu ${n} hari.\n\nHujan turun ${n} jam.\n`])),
  });
}

function fail(response: ServerResponse, status: number, message: string): true {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message } }));
  return true;
}

const sentences = (): readonly string[] => asked.flatMap(({ segments }) => segments.map(({ text }) => text));

describe('a run that is paid for', () => {
  it('says what it cost, and writes it into a ledger that a spreadsheet opens', async () => {
    const folder = newsroom(2, '');
    const { code, said } = await padan(folder, ['translate']);
    expect(code).toBe(0);
    expect(said).toMatch(/openai tiny: 2 requests, 4,000 tokens in, 200 out, \$0\.42\nSpent in this run: \$0\.42; this month: \$0\.42 \(see ledger\.csv\)/);
    const [head, row] = folder.read('ledger.csv').trim().split(/\r?\n/);
    expect(head).toMatch(/^date,time,run,provider,model,unit,requests,input,cached,output,dollars/);
    expect(row).toMatch(/,openai,tiny,tokens,2,4000,0,200,0\.42/);
    const json = await padan(folder, ['translate', '--json', '--refresh']);
    expect(JSON.parse(json.printed.trim().split('\n').at(-1) ?? '')).toMatchObject({ summary: { money: { dollars: 0, models: [] } } });
  });

  it('stops before the budget is passed, names what is left, and goes on where it stopped', async () => {
    const folder = newsroom(6, 'budget: { run: 1 }\n');
    const first = await padan(folder, ['translate']);
    expect(first.code).toBe(1);
    expect(first.said).toMatch(/The budget of this run is at its end: \$0\.\d+ of \$1\.00 is spent/);
    expect(first.said).toMatch(/Stopped after \d of 6 articles; \d (?:is|are) left/);
    const spent = asked.length * 0.21;
    expect(spent).toBeLessThanOrEqual(1);
    expect(spent).toBeGreaterThan(0);
    for (let more = 0; more < 6 && !folder.has('output/a5.en.md'); more += 1) await padan(folder, ['translate']);
    expect(folder.has('output/a5.en.md')).toBe(true);
    // Nothing was paid twice.
    expect(new Set(sentences()).size).toBe(18);
    expect(sentences()).toHaveLength(18);
  });

  it('takes its budget from the command line', async () => {
    const folder = newsroom(6, '');
    const { code, said } = await padan(folder, ['translate', '--budget', '0.30']);
    expect([code, asked.length]).toEqual([1, 0]);
    expect(said).toMatch(/\$0\.30/);
  });

  it('is refused with a budget and no price, with the line to add', async () => {
    const folder = newsroom(1, 'budget: { run: 1 }\n', '');
    const { code, said } = await padan(folder, ['translate']);
    expect([code, asked.length]).toEqual([2, 0]);
    expect(said).toMatch(/no price is known of openai \(tiny\).*\n\s*providers: \{ openai: \{ price: \{ input: /);
  });

  it('shows its price before it comes', async () => {
    const folder = newsroom(2, '');
    const { code, said } = await padan(folder, ['translate', '--dry-run']);
    expect([code, asked.length]).toEqual([0, 0]);
    expect(said).toMatch(/6 sentences \(\d+ characters\) would be sent to openai in 2 requests\n {2}a0: 3 sentences, \$[\d.]+ to \$[\d.]+\n {2}a1: .*\nCost: \$[\d.]+ to \$[\d.]+ in all/);
    expect(folder.has('ledger.csv')).toBe(false);
  });
});

describe('a provider that falls', () => {
  it.each<[string, number, string, RegExp]>([
    ['for its key', 401, 'bad key', /openai answered 401: bad key/],
    ['for want of money', 402, 'no credit', /openai answered 402: no credit/],
  ])('%s has another stand in for it, and the summary says so', async (_name, status, message, note) => {
    const folder = newsroom(3, 'fallback: [builtin]\n');
    before = (response) => fail(response, status, message);
    const { code, said } = await padan(folder, ['translate']);
    expect(code).toBe(0);
    expect(said).toMatch(note);
    expect(said).toMatch(/What openai could not do went to the providers in fallback/);
    expect(rowsIn(folder.read('output/a1.md'))[0]?.[2]).toMatch(/rice/i);
    // It is not asked again for each article, beside those that were under way.
    expect(asked.length).toBeLessThanOrEqual(3);
    before = () => false;
    await padan(folder, ['translate']);
    expect(rowsIn(folder.read('output/a1.md'))[0]?.[2]).toBe('The English of Harga beras naik 1 kali.');
  });

  it('without another ends the run, with what was answered kept', async () => {
    const folder = newsroom(8, '');
    before = (response, n) => n > 3 && fail(response, 401, 'key withdrawn');
    const first = await padan(folder, ['translate', '--jobs', '1']);
    expect(first.code).toBe(1);
    expect(first.said).toMatch(/401: key withdrawn\. Check the key/);
    const paid = sentences().slice(0, 9);
    asked.length = 0;
    before = () => false;
    expect((await padan(folder, ['translate'])).code).toBe(0);
    expect(sentences().filter((text) => paid.includes(text))).toEqual([]);
    expect(sentences()).toHaveLength(15);
  });
});

describe('what is private', () => {
  it('is in no request, and in the English all the same', async () => {
    const folder = newsroom(0, 'redact: { kinds: [phone, email] }\n');
    folder.write('input/a.md', 'Hubungi 0812-3456-7890 atau rini@contoh.id segera.\n');
    const { code } = await padan(folder, ['translate']);
    expect(code).toBe(0);
    expect(asked.map(({ body }) => body).join('')).not.toMatch(/3456|7890|rini|contoh/);
    const english = folder.read('output/a.en.md');
    expect(english).toContain('0812-3456-7890');
    expect(english).toContain('rini@contoh.id');
  });

  it('is the key: no message, file or explanation has it, even where the server says it', async () => {
    const folder = newsroom(1, '');
    const explained = await padan(folder, ['translate', '--explain', '1.1']);
    expect(JSON.parse(explained.printed)).toMatchObject({ method: 'POST', body: { model: 'tiny' } });
    before = (response) => fail(response, 401, 'Incorrect API key provided: sk-very-secret');
    const ended = await padan(folder, ['translate']);
    expect(ended.said).toMatch(/Incorrect API key provided: \[key\]/);
    expect(asked[0]?.key).toBe('Bearer sk-very-secret');
    for (const text of [explained.printed, explained.said, ended.said, ended.printed]) expect(text).not.toContain('very-secret');
  });
});
