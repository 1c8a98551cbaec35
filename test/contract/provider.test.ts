import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { providerContract } from '../../pipeline/contract/provider.ts';
import type { Provider } from '../../pipeline/ports.ts';
import { defaults } from '../../pipeline/provider-settings.ts';
import { createAzure } from '../../pipeline/providers/azure.ts';
import { createAnthropic } from '../../pipeline/providers/anthropic.ts';
import { createBuiltin } from '../../pipeline/providers/builtin.ts';
import { createCommand } from '../../pipeline/providers/command.ts';
import { createDeepL } from '../../pipeline/providers/deepl.ts';
import { createEcho } from '../../pipeline/providers/echo.ts';
import { createFile } from '../../pipeline/providers/file.ts';
import { createGoogle } from '../../pipeline/providers/google.ts';
import { createLibreTranslate } from '../../pipeline/providers/libretranslate.ts';
import { createGemini } from '../../pipeline/providers/gemini.ts';
import { createOpenAi } from '../../pipeline/providers/openai.ts';

/** The texts of a batch as a model would answer them, from the JSON of its user message. */
function mirrored(message: string): string {
  const { segments } = JSON.parse(message) as { segments: { id: string; text: string }[] };
  return JSON.stringify(Object.fromEntries(segments.map(({ id, text }) => [id, text])));
}

const server = setupServer(
  http.post<never, { messages: { content: string }[] }>('http://models.test/v1/chat/completions', async ({ request }) => {
    const { messages } = await request.json();
    return HttpResponse.json({ choices: [{ finish_reason: 'stop', message: { content: mirrored(messages[1]?.content ?? '') } }] });
  }),
  http.post<never, { messages: { content: string }[] }>('http://anthropic.test/v1/messages', async ({ request }) => {
    const { messages } = await request.json();
    return HttpResponse.json({ content: [{ type: 'text', text: mirrored(messages[0]?.content ?? '') }], stop_reason: 'end_turn' });
  }),
  http.post<never, { contents: { parts: { text: string }[] }[] }>('http://gemini.test/v1beta/models/*', async ({ request }) => {
    const { contents } = await request.json();
    return HttpResponse.json({ candidates: [{ finishReason: 'STOP', content: { parts: [{ text: mirrored(contents[0]?.parts[0]?.text ?? '') }] } }] });
  }),
  // Mirrors: each gives back the texts that it was sent, in the form of its answers.
  http.post('https://api.deepl.com/v2/translate', async ({ request }) => {
    const { text } = await request.json() as { text: string[] };
    return HttpResponse.json({ translations: text.map((one) => ({ detected_source_language: 'ID', text: one, billed_characters: one.length })) });
  }),
  http.post('https://translation.googleapis.com/v3/projects/p/locations/global:translateText', async ({ request }) => {
    const { contents } = await request.json() as { contents: string[] };
    return HttpResponse.json({ translations: contents.map((translatedText) => ({ translatedText })) });
  }),
  http.post('https://api.cognitive.microsofttranslator.com/translate', async ({ request }) => {
    const body = await request.json() as { Text: string }[] | { inputs: { text: string }[] };
    return HttpResponse.json(Array.isArray(body)
      ? body.map(({ Text: text }) => ({ translations: [{ text, to: 'en' }] }))
      : { value: body.inputs.map(({ text }) => ({ translations: [{ text, language: 'en' }] })) });
  }),
  http.post('http://127.0.0.1:5000/translate', async ({ request }) => {
    const { q } = await request.json() as { q: string[] };
    return HttpResponse.json({ translatedText: q });
  }),
);
beforeAll(() => { server.listen({ onUnhandledRequest: 'error' }); });
afterAll(() => { server.close(); });

const program = fileURLToPath(new URL('../fixtures/providers/mirror.mjs', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'padan-contract-'));
const answers = join(folder, 'answers.jsonl');
const known = ['Harga beras naik.', 'Warga menunggu bantuan.', 'Hujan turun sejak pagi.', 'Warga <g1>menunggu <g2>bantuan</g2></g1> di <x3/> sejak pagi.'];
writeFileSync(answers, known.map((source) => `${JSON.stringify({ source, text: source })}\n`).join(''));
afterAll(() => { rmSync(folder, { recursive: true }); });

const providers: readonly [string, () => Provider][] = [
  ['builtin', createBuiltin],
  ['echo', createEcho],
  ['command', () => createCommand({ command: [process.execPath, program], cwd: '.', batch: 10, timeout: 20 })],
  ['deepl', () => createDeepL({ ...defaults.deepl(), key: 'k' })],
  ['google', () => createGoogle({ ...defaults.google(), project: 'p', token: () => Promise.resolve('t') })],
  ['azure 3.0', () => createAzure({ ...defaults.azure(), key: 'k' })],
  ['azure 2026-06-06', () => createAzure({ ...defaults.azure(), apiVersion: '2026-06-06', key: 'k' })],
  ['libretranslate', () => createLibreTranslate({ ...defaults.libretranslate(), key: undefined })],
  ['file', () => createFile({ path: answers })],
  ['openai', () => createOpenAi({ ...defaults.openai(), baseURL: 'http://models.test/v1', model: 'm', key: 'sk-test' })],
  ['anthropic', () => createAnthropic({ ...defaults.anthropic(), baseURL: 'http://anthropic.test', key: 'sk-test' })],
  ['gemini', () => createGemini({ ...defaults.gemini(), baseURL: 'http://gemini.test/v1beta', key: 'g-test' })],
];

describe.each(providers)('the provider %s', (_name, create) => {
  it.each(providerContract)('$name', async ({ run }) => {
    await run(create);
  });
});
