import { fileURLToPath } from 'node:url';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { providerContract } from '../../pipeline/contract/provider.ts';
import type { Provider } from '../../pipeline/ports.ts';
import { createBuiltin } from '../../pipeline/providers/builtin.ts';
import { createCommand } from '../../pipeline/providers/command.ts';
import { createEcho } from '../../pipeline/providers/echo.ts';
import { createOpenAi } from '../../pipeline/providers/openai.ts';

const server = setupServer(
  http.post('http://models.test/v1/chat/completions', async ({ request }) => {
    const body = JSON.stringify(await request.json());
    const { segments } = JSON.parse(JSON.parse(/"role":"user","content":("(?:[^"\\]|\\.)*")/.exec(body)?.[1] ?? '""') as string) as { segments: { id: string; text: string }[] };
    const content = JSON.stringify(Object.fromEntries(segments.map(({ id, text }) => [id, text])));
    return HttpResponse.json({ choices: [{ finish_reason: 'stop', message: { content } }] });
  }),
);
beforeAll(() => { server.listen({ onUnhandledRequest: 'error' }); });
afterAll(() => { server.close(); });

const program = fileURLToPath(new URL('../fixtures/providers/mirror.mjs', import.meta.url));

const providers: readonly [string, () => Provider][] = [
  ['builtin', createBuiltin],
  ['echo', createEcho],
  ['command', () => createCommand({ command: [process.execPath, program], cwd: '.', batch: 10, timeout: 20 })],
  ['openai', () => createOpenAi({ baseURL: 'http://models.test/v1', model: 'm', key: 'sk-test', batch: 10, timeout: 5 })],
];

describe.each(providers)('the provider %s', (_name, create) => {
  it.each(providerContract)('$name', async ({ run }) => {
    await run(create);
  });
});
