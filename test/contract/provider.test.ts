import { fileURLToPath } from 'node:url';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { providerContract } from '../../pipeline/contract/provider.ts';
import type { Provider } from '../../pipeline/ports.ts';
import { defaults } from '../../pipeline/provider-settings.ts';
import { createAnthropic } from '../../pipeline/providers/anthropic.ts';
import { createBuiltin } from '../../pipeline/providers/builtin.ts';
import { createCommand } from '../../pipeline/providers/command.ts';
import { createEcho } from '../../pipeline/providers/echo.ts';
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
);
beforeAll(() => { server.listen({ onUnhandledRequest: 'error' }); });
afterAll(() => { server.close(); });

const program = fileURLToPath(new URL('../fixtures/providers/mirror.mjs', import.meta.url));

const providers: readonly [string, () => Provider][] = [
  ['builtin', createBuiltin],
  ['echo', createEcho],
  ['command', () => createCommand({ command: [process.execPath, program], cwd: '.', batch: 10, timeout: 20 })],
  ['openai', () => createOpenAi({ ...defaults.openai(), baseURL: 'http://models.test/v1', model: 'm', key: 'sk-test' })],
  ['anthropic', () => createAnthropic({ ...defaults.anthropic(), baseURL: 'http://anthropic.test', key: 'sk-test' })],
  ['gemini', () => createGemini({ ...defaults.gemini(), baseURL: 'http://gemini.test/v1beta', key: 'g-test' })],
];

describe.each(providers)('the provider %s', (_name, create) => {
  it.each(providerContract)('$name', async ({ run }) => {
    await run(create);
  });
});
