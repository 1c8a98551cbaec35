import { HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ProviderError } from '../../pipeline/errors.ts';
import type { Fault, Usage } from '../../pipeline/ports.ts';
import { defaults } from '../../pipeline/provider-settings.ts';
import { createAnthropic } from '../../pipeline/providers/anthropic.ts';
import { createGemini } from '../../pipeline/providers/gemini.ts';
import { createOpenAi } from '../../pipeline/providers/openai.ts';
import { openAiServer } from '../../pipeline/providers/openai-presets.ts';
import { answerSchema, systemPrompt } from '../../pipeline/providers/prompt.ts';
import { allRigs, job, KEY, type Rig, rigs, serve, shown, written } from './models.ts';

const server = setupServer();
beforeAll(() => { server.listen({ onUnhandledRequest: 'error' }); });
afterEach(() => { server.resetHandlers(); });
afterAll(() => { server.close(); });

const jobs = [job('a', 'Satu.'), job('b', 'Dua.')];
const GOOD = '{"s1":"One.","s2":"Two."}';
const USER = JSON.stringify({ segments: [{ id: 's1', role: 'body', text: 'Satu.' }, { id: 's2', role: 'body', text: 'Dua.' }] });
const signal = new AbortController().signal;

async function thrownBy(rig: Rig): Promise<ProviderError> {
  const error: unknown = await rig.create().translate(jobs, signal).then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof ProviderError)) throw new Error(`expected a ProviderError, got ${String(error)}`);
  return error;
}

describe('the request', () => {
  it.each<[Rig['name'], Readonly<Record<string, string>>, unknown]>([
    ['openai', { authorization: `Bearer ${KEY}` }, {
      model: 'tiny',
      messages: [{ role: 'system', content: systemPrompt({}) }, { role: 'user', content: USER }],
      response_format: { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema: answerSchema(2) } },
      max_tokens: 8000,
    }],
    ['anthropic', { 'x-api-key': KEY, 'anthropic-version': '2026-10-21' }, {
      model: 'claude-haiku-5-5',
      max_tokens: 8000,
      system: [{ type: 'text', text: systemPrompt({}), cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: USER }],
      output_config: { format: { type: 'json_schema', schema: answerSchema(2) } },
    }],
    ['gemini', { 'x-goog-api-key': KEY }, {
      systemInstruction: { parts: [{ text: systemPrompt({}) }] },
      contents: [{ role: 'user', parts: [{ text: USER }] }],
      generationConfig: { responseMimeType: 'application/json', responseJsonSchema: answerSchema(2), maxOutputTokens: 8000 },
    }],
  ])('of %s has the method, address, headers and body of its contract, and is one', async (name, headers, body) => {
    const rig = rigs[name];
    const seen = serve(server, rig, () => written(rig, GOOD));
    expect(shown((await rig.create().translate(jobs, signal)).outcomes)).toEqual(['a: One.', 'b: Two.']);
    expect(seen).toHaveLength(1);
    const [first] = seen;
    expect([first?.method, first?.url]).toEqual(['POST', rig.url]);
    expect(first?.body).toEqual(body);
    for (const [header, value] of Object.entries({ ...headers, 'content-type': 'application/json' })) expect(first?.headers.get(header)).toBe(value);
    expect(JSON.stringify([first?.url, first?.body])).not.toContain(KEY);
  });

  it('has a schema in which every id is a required key and nothing else may stand', () => {
    expect(answerSchema(2)).toEqual({ type: 'object', additionalProperties: false, required: ['s1', 's2'], properties: { s1: { type: 'string' }, s2: { type: 'string' } } });
  });

  it.each(allRigs)('of $name is not sent for no jobs', async (rig) => {
    const seen = serve(server, rig, () => written(rig, GOOD));
    expect(await rig.create().translate([], signal)).toEqual({ outcomes: [] });
    expect(seen).toHaveLength(0);
  });

  const openai = { ...defaults.openai(), key: undefined };
  const anthropic = { ...defaults.anthropic(), key: KEY };
  const gemini = { ...defaults.gemini(), key: KEY };
  it.each<[string, () => unknown, object]>([
    ['OpenAI itself', () => createOpenAi({ ...openai, key: KEY }).explain?.([]), { url: 'https://api.openai.com/v1/chat/completions', body: { model: 'gpt-6-luna', max_completion_tokens: 8000 } }],
    ['Ollama', () => createOpenAi({ ...openai, preset: 'ollama', model: 'qwen3' }).explain?.([]), { url: 'http://localhost:11434/v1/chat/completions', headers: {}, body: { model: 'qwen3', max_tokens: 8000 } }],
    ['vLLM', () => createOpenAi({ ...openai, preset: 'vllm', model: 'm' }).explain?.([]), { url: 'http://localhost:8000/v1/chat/completions' }],
    ['OpenRouter', () => createOpenAi({ ...openai, preset: 'openrouter', model: 'a/b', key: KEY }).explain?.([]), { url: 'https://openrouter.ai/api/v1/chat/completions' }],
    ['LM Studio', () => createOpenAi({ ...openai, preset: 'lmstudio', model: 'm' }).explain?.([]), { url: 'http://localhost:1234/v1/chat/completions' }],
    ['a preset at another address', () => createOpenAi({ ...openai, preset: 'vllm', baseURL: 'http://gpu:9000/v1', model: 'm', maxTokensField: 'max_completion_tokens', maxOutputTokens: 50 }).explain?.([]), { url: 'http://gpu:9000/v1/chat/completions', body: { max_completion_tokens: 50 } }],
    ['a server of any JSON', () => createOpenAi({ ...openai, baseURL: 'http://gpu/v1', model: 'm', format: 'json' }).explain?.([]), { body: { response_format: { type: 'json_object' } } }],
    ['temperature and effort', () => createOpenAi({ ...openai, key: KEY, temperature: 0, reasoningEffort: 'low' }).explain?.([]), { body: { temperature: 0, reasoning_effort: 'low' } }],
    ['effort at Anthropic', () => createAnthropic({ ...anthropic, effort: 'low' }).explain?.([]), { body: { output_config: { effort: 'low', format: { type: 'json_schema' } } } }],
    ['an older version of Anthropic', () => createAnthropic({ ...anthropic, version: '2023-06-01', temperature: 1 }).explain?.([]), { headers: { 'anthropic-version': '2023-06-01' }, body: { temperature: 1 } }],
    ['thinking at Gemini', () => createGemini({ ...gemini, thinkingLevel: 'MINIMAL', temperature: 0.2 }).explain?.([]), { body: { generationConfig: { thinkingConfig: { thinkingLevel: 'MINIMAL' }, temperature: 0.2 } } }],
    ['a model with its folder at Gemini', () => createGemini({ ...gemini, model: 'models/gemini-x' }).explain?.([]), { url: 'https://generativelanguage.googleapis.com/v1beta/models/gemini-x:generateContent' }],
  ])('follows the settings: %s', (_name, explain, expected) => {
    expect(explain()).toMatchObject(expected);
  });

  it('has no form of answers where the prompt alone is to say it', () => {
    expect(createOpenAi({ ...openai, preset: 'ollama', model: 'm', format: 'prompt' }).explain?.([])).not.toHaveProperty('body.response_format');
  });

  it('holds no temperature at a version of Anthropic that refuses it', () => {
    expect(createAnthropic({ ...anthropic, temperature: 0.5 }).explain?.(jobs)).not.toHaveProperty('body.temperature');
  });

  it.each(['ollama', 'vllm', 'openrouter', 'lmstudio'] as const)('cannot be made for %s without a model, and the message says what to add', (preset) => {
    expect(() => createOpenAi({ ...openai, preset })).toThrow(`providers.openai: ${preset} needs a model. Add the name of one that it serves to padan.yaml: providers: { openai: { preset: ${preset}, model: … } }`);
  });
});

describe('the server that settings of openai mean', () => {
  it.each<[string, Parameters<typeof openAiServer>[0], string, boolean]>([
    ['no settings', defaults.openai(), 'OPENAI_API_KEY', true],
    ['a preset', { ...defaults.openai(), preset: 'openrouter', model: 'm' }, 'OPENROUTER_API_KEY', true],
    ['a local preset', { ...defaults.openai(), preset: 'vllm', model: 'm' }, 'VLLM_API_KEY', false],
    ['the address of a known host', { ...defaults.openai(), baseURL: 'https://openrouter.ai/api/v1/', model: 'm' }, 'OPENROUTER_API_KEY', true],
    ['OpenAI by its address', { ...defaults.openai(), baseURL: 'https://api.openai.com/v1' }, 'OPENAI_API_KEY', true],
    ['a port that a preset has', { ...defaults.openai(), baseURL: 'http://localhost:8000/v1', model: 'm' }, 'OPENAI_API_KEY', false],
  ])('by %s has its own key, or needs none', (_name, settings, key, needsKey) => {
    expect(openAiServer(settings)).toMatchObject({ key, needsKey });
  });

  it('is never asked for a model that only OpenAI has', () => {
    expect(() => openAiServer({ ...defaults.openai(), baseURL: 'http://gpu/v1' })).toThrow('http://gpu/v1 needs a model');
  });
});

describe('a signature', () => {
  const openai = { ...defaults.openai(), key: 'k' };
  const anthropic = { ...defaults.anthropic(), key: 'k' };
  const gemini = { ...defaults.gemini(), key: 'k' };
  it.each<[string, string, string, boolean]>([
    ['model', createOpenAi(openai).signature, createOpenAi({ ...openai, model: 'x' }).signature, false],
    ['format', createOpenAi(openai).signature, createOpenAi({ ...openai, format: 'json' }).signature, false],
    ['temperature', createOpenAi(openai).signature, createOpenAi({ ...openai, temperature: 0 }).signature, false],
    ['effort', createOpenAi(openai).signature, createOpenAi({ ...openai, reasoningEffort: 'low' }).signature, false],
    ['effort of Anthropic', createAnthropic(anthropic).signature, createAnthropic({ ...anthropic, effort: 'low' }).signature, false],
    ['thinking of Gemini', createGemini(gemini).signature, createGemini({ ...gemini, thinkingLevel: 'LOW' }).signature, false],
    ['a temperature that is not sent', createAnthropic(anthropic).signature, createAnthropic({ ...anthropic, temperature: 0 }).signature, true],
    ['batch, key and time-out', createOpenAi(openai).signature, createOpenAi({ ...openai, batch: 5, key: 'other', timeout: 1 }).signature, true],
  ])('tells what changes answers: %s', (_name, one, other, same) => {
    expect(one === other).toBe(same);
    expect(one).toContain('prompt-');
  });
});

describe('an answer', () => {
  const tooLarge = ['a: ! too large: the answer was cut by its length', 'b: ! too large: the answer was cut by its length'];
  const openai = (finish: string | null, message: JsonBodyType = { content: GOOD }): JsonBodyType => ({ choices: [{ finish_reason: finish, message }] });
  const anthropic = (stop: string | null, more: object = {}): JsonBodyType => ({ content: [{ type: 'text', text: GOOD }], stop_reason: stop, ...more });
  const gemini = (finish: string | undefined): JsonBodyType => ({ candidates: [{ finishReason: finish, content: { parts: [{ text: GOOD }] } }] });
  const both = (what: string): readonly string[] => [`a: ! ${what}`, `b: ! ${what}`];
  const done = ['a: One.', 'b: Two.'];
  it.each<[Rig['name'], string, JsonBodyType, readonly string[]]>([
    ['openai', 'stop', openai('stop'), done],
    ['openai', 'no reason at all', openai(null), done],
    ['openai', 'length', openai('length'), tooLarge],
    ['openai', 'max_tokens', openai('max_tokens'), tooLarge],
    ['openai', 'content_filter', openai('content_filter'), both('refused: refused by the content filter')],
    ['openai', 'a refusal', openai('stop', { content: null, refusal: 'I will\nnot.' }), both('refused: refused: I will not.')],
    ['openai', 'tool_calls', openai('tool_calls', { content: null }), both('bad output: the answer is no JSON object')],
    ['openai', 'no choice', { choices: [] }, both('bad output: the reply is no chat completion')],
    ['openai', 'no message', { choices: [{ finish_reason: 'stop' }] }, both('bad output: the answer is no JSON object')],
    ['anthropic', 'end_turn', anthropic('end_turn'), done],
    ['anthropic', 'stop_sequence', anthropic('stop_sequence'), done],
    ['anthropic', 'text in two blocks', { content: [{ type: 'text', text: GOOD.slice(0, 9) }, { type: 'thinking', thinking: 'x', text: 'no' }, { type: 'text', text: GOOD.slice(9) }], stop_reason: 'end_turn' }, done],
    ['anthropic', 'max_tokens', anthropic('max_tokens'), tooLarge],
    ['anthropic', 'model_context_window_exceeded', anthropic('model_context_window_exceeded'), tooLarge],
    ['anthropic', 'refusal', anthropic('refusal', { stop_details: { type: 'refusal', explanation: 'Not this.' } }), both('refused: refused: Not this.')],
    ['anthropic', 'pause_turn', anthropic('pause_turn'), both('bad output: the answer is not whole (stop_reason pause_turn)')],
    ['anthropic', 'no reason at all', anthropic(null), both('bad output: the answer is not whole (stop_reason no reason given)')],
    ['anthropic', 'no text block', { content: [], stop_reason: 'end_turn' }, both('bad output: the answer is no JSON object')],
    ['anthropic', 'something else', { hello: 1 }, both('bad output: the reply is no message')],
    ['gemini', 'STOP', gemini('STOP'), done],
    ['gemini', 'MAX_TOKENS', gemini('MAX_TOKENS'), tooLarge],
    ...['SAFETY', 'RECITATION', 'LANGUAGE', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII'].map((finish): [Rig['name'], string, JsonBodyType, readonly string[]] =>
      ['gemini', finish, gemini(finish), both(`refused: refused: ${finish}`)]),
    ['gemini', 'OTHER', gemini('OTHER'), both('bad output: the answer is not whole (finishReason OTHER)')],
    ['gemini', 'no reason at all', gemini(undefined), both('bad output: the answer is not whole (finishReason no reason given)')],
    ['gemini', 'a blocked prompt', { promptFeedback: { blockReason: 'SAFETY' } }, both('refused: refused: SAFETY')],
    ['gemini', 'no candidate', { candidates: [] }, both('bad output: the reply holds no candidate')],
  ])('of %s that ends with %s', async (name, _how, body, expected) => {
    const rig = rigs[name];
    serve(server, rig, () => HttpResponse.json(body));
    expect(shown((await rig.create().translate(jobs, signal)).outcomes)).toEqual(expected);
  });

  it.each(allRigs)('of $name that is no JSON at all is bad output', async (rig) => {
    serve(server, rig, () => new HttpResponse('<html>busy</html>'));
    const { outcomes } = await rig.create().translate(jobs, signal);
    expect(outcomes.map((outcome) => outcome.status === 'failed' && outcome.fault)).toEqual(['bad output', 'bad output']);
  });
});

describe('an error', () => {
  const openai = (code: string | number | null, message = 'no'): JsonBodyType => ({ error: { message, type: 'x', code } });
  const anthropic = (type: string, message = 'no', details?: object): JsonBodyType => ({ type: 'error', error: { type, message, details }, request_id: 'r' });
  const gemini = (code: number, message = 'no', details: readonly object[] = []): JsonBodyType => ({ error: { code, message, status: 'X', details: [...details] } });
  const perDay = { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel' }] };
  const perMinute = { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{ quotaId: 'GenerateRequestsPerMinutePerProject' }] };
  it.each<[Rig['name'], number, string, JsonBodyType, Fault]>([
    ['openai', 400, 'a bad request', openai('bad'), 'invalid'],
    ['openai', 401, 'a wrong key', openai('invalid_api_key'), 'key'],
    ['openai', 402, 'no credits', openai(402), 'quota'],
    ['openai', 403, 'a region', openai('unsupported_country'), 'key'],
    ['openai', 404, 'an unknown model', openai('model_not_found'), 'invalid'],
    ['openai', 408, 'time', openai(null), 'transient'],
    ['openai', 409, 'a conflict', openai(null), 'transient'],
    ['openai', 413, 'size', openai(null), 'too large'],
    ['openai', 400, 'a full context, by code', openai('context_length_exceeded'), 'too large'],
    ['openai', 400, 'a full context, in words', openai(null, 'This model\'s maximum context length is 4096 tokens'), 'too large'],
    ['openai', 422, 'a schema', openai(null), 'invalid'],
    ['openai', 429, 'haste', openai('rate_limit_exceeded'), 'rate'],
    ['openai', 429, 'haste, said otherwise', openai('slow_down'), 'rate'],
    ...['insufficient_quota', 'credit_balance_exhausted', 'organization_spend_limit_exceeded', 'project_spend_limit_exceeded', 'organization_usage_limit_exceeded'].map((code): [Rig['name'], number, string, JsonBodyType, Fault] =>
      ['openai', 429, code, openai(code), 'quota']),
    ['openai', 429, 'quota, by type alone', { error: { message: 'no', type: 'insufficient_quota', code: null } }, 'quota'],
    ['openai', 500, 'trouble', openai(null), 'transient'],
    ['openai', 503, 'overload', openai('server_is_overloaded'), 'transient'],
    ['openai', 504, 'a gateway', 'text', 'transient'],
    ['openai', 200, 'an error without a code', { error: 'upstream died' }, 'transient'],
    ['openai', 200, 'no credits', openai(402), 'quota'],
    ['openai', 200, 'haste', openai(429), 'rate'],
    ['openai', 200, 'haste, by name', openai('rate_limit_exceeded'), 'rate'],
    ['openai', 200, 'a dead model', openai(502), 'transient'],
    ['openai', 200, 'a bad request', openai(400), 'invalid'],
    ['openai', 200, 'quota', openai('insufficient_quota'), 'quota'],
    ['openai', 200, 'an error in the choice', { choices: [{ finish_reason: 'error', error: { code: 502, message: 'no' }, message: { content: GOOD } }] }, 'transient'],
    ['openai', 200, 'a choice that broke off', { choices: [{ finish_reason: 'error', message: { content: GOOD } }] }, 'transient'],
    ['anthropic', 400, 'a bad request', anthropic('invalid_request_error'), 'invalid'],
    ['anthropic', 400, 'a limit of one\'s own', anthropic('invalid_request_error', 'You have reached your specified API usage limits.'), 'quota'],
    ['anthropic', 400, 'an empty account', anthropic('invalid_request_error', 'Your credit balance is too low to access the API.'), 'quota'],
    ['anthropic', 400, 'a long prompt', anthropic('invalid_request_error', 'prompt is too long: 300000 tokens > 200000 maximum'), 'too large'],
    ['anthropic', 401, 'a wrong key', anthropic('authentication_error'), 'key'],
    ['anthropic', 402, 'billing', anthropic('billing_error'), 'quota'],
    ['anthropic', 403, 'permission', anthropic('permission_error'), 'key'],
    ['anthropic', 404, 'an unknown model', anthropic('not_found_error'), 'invalid'],
    ['anthropic', 409, 'a conflict', anthropic('conflict_error'), 'transient'],
    ['anthropic', 413, 'size', anthropic('request_too_large'), 'too large'],
    ['anthropic', 429, 'haste', anthropic('rate_limit_error'), 'rate'],
    ['anthropic', 429, 'a spend limit', anthropic('rate_limit_error', 'no', { error_code: 'enforced_spend_limit_reached' }), 'quota'],
    ['anthropic', 500, 'trouble', anthropic('api_error'), 'transient'],
    ['anthropic', 504, 'time', anthropic('timeout_error'), 'transient'],
    ['anthropic', 529, 'overload', anthropic('overloaded_error'), 'rate'],
    ['anthropic', 200, 'overload', anthropic('overloaded_error'), 'rate'],
    ['anthropic', 200, 'a wrong key', anthropic('authentication_error'), 'key'],
    ['gemini', 400, 'a bad request', gemini(400), 'invalid'],
    ['gemini', 400, 'a wrong key', gemini(400, 'API key not valid.', [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }]), 'key'],
    ['gemini', 400, 'a long prompt', gemini(400, 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).'), 'too large'],
    ['gemini', 402, 'billing', gemini(402), 'quota'],
    ['gemini', 403, 'permission', gemini(403), 'key'],
    ['gemini', 404, 'an unknown model', gemini(404), 'invalid'],
    ['gemini', 413, 'size', gemini(413), 'too large'],
    ['gemini', 429, 'a minute', gemini(429, 'no', [perMinute]), 'rate'],
    ['gemini', 429, 'a day', gemini(429, 'no', [perDay]), 'quota'],
    ['gemini', 429, 'a limit of nothing', gemini(429, 'Quota exceeded for metric: x, limit: 0, model: y'), 'quota'],
    ['gemini', 429, 'a limit that only begins with a nought', gemini(429, 'Quota exceeded, limit: 0.5'), 'rate'],
    ['gemini', 500, 'trouble', gemini(500), 'transient'],
    ['gemini', 503, 'overload', gemini(503), 'transient'],
    ['gemini', 504, 'time', gemini(504), 'transient'],
    ['gemini', 200, 'overload', gemini(503), 'transient'],
    ['gemini', 200, 'a day', gemini(429, 'no', [perDay]), 'quota'],
  ])('of %s, %d for %s', async (name, status, _what, body, fault) => {
    const rig = rigs[name];
    serve(server, rig, () => HttpResponse.json(body, { status }));
    const error = await thrownBy(rig);
    expect([error.fault, error.provider]).toEqual([fault, name]);
    expect(error.message).toMatch(status === 200 ? new RegExp(`^${name} answered with an error: `) : new RegExp(`^${name} answered ${status}`));
  });

  it.each<[Rig['name'], number, JsonBodyType]>([
    ['openai', 400, openai('content_filter')],
    ['openai', 403, { error: { code: 403, message: 'moderation', metadata: { reasons: ['violence'], flagged_input: 'x' } } }],
    ['openai', 200, { error: { code: 403, message: 'moderation', metadata: { reasons: ['violence'] } } }],
  ])('of %s, %d, that refuses a text is an outcome and no end of the run', async (name, status, body) => {
    const rig = rigs[name];
    serve(server, rig, () => HttpResponse.json(body, { status }));
    const { outcomes } = await rig.create().translate(jobs, signal);
    expect(outcomes.map((outcome) => outcome.status === 'failed' && outcome.fault)).toEqual(['refused', 'refused']);
  });

  it.each(allRigs)('of $name never shows the key, whatever the server says', async (rig) => {
    for (const status of [200, 401, 500]) {
      serve(server, rig, () => HttpResponse.json({ error: { message: `Incorrect API key provided: ${KEY} (${encodeURIComponent(KEY)})`, code: 401 } }, { status }));
      const { message } = await thrownBy(rig);
      expect(message).toContain('[key]');
      expect(message).not.toContain(KEY);
      expect(message).not.toContain(encodeURIComponent(KEY));
    }
  });

  it.each(allRigs)('of $name brings what the server says of its limits', async (rig) => {
    serve(server, rig, () => HttpResponse.json({ error: { message: 'no' } }, { status: 429, headers: { 'retry-after': '7' } }));
    expect((await thrownBy(rig)).heard).toEqual({ wait: 7000 });
  });

  it('of Gemini brings the wait that its body names', async () => {
    serve(server, rigs.gemini, () => HttpResponse.json({ error: { code: 429, message: 'no', details: [perMinute, { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '46s' }] } }, { status: 429 }));
    expect((await thrownBy(rigs.gemini)).heard).toEqual({ wait: 46_000 });
  });
});

describe('what was billed', () => {
  const usage = (input: number, cached: number, output: number, written?: number): Usage => ({ unit: 'tokens', input, cached, output, ...(written === undefined ? {} : { written }) });
  it.each<[Rig['name'], string, object, Usage | undefined]>([
    ['openai', 'all of it', { usage: { prompt_tokens: 210, completion_tokens: 24, total_tokens: 234, prompt_tokens_details: { cached_tokens: 128 }, completion_tokens_details: { reasoning_tokens: 4 } } }, usage(210, 128, 24)],
    ['openai', 'a write into the cache', { usage: { prompt_tokens: 2000, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 1001 } } }, usage(2000, 0, 5, 1001)],
    ['openai', 'no details', { usage: { prompt_tokens: 210, completion_tokens: 24 } }, usage(210, 0, 24)],
    ['openai', 'details of nothing', { usage: { prompt_tokens: 210, completion_tokens: 24, prompt_tokens_details: null } }, usage(210, 0, 24)],
    ['openai', 'half a bill', { usage: { prompt_tokens: 210 } }, undefined],
    ['openai', 'nonsense', { usage: { prompt_tokens: -1, completion_tokens: 'x' } }, undefined],
    ['openai', 'none', {}, undefined],
    ['anthropic', 'all of it', { usage: { input_tokens: 90, cache_creation_input_tokens: 100, cache_read_input_tokens: 1800, output_tokens: 40 } }, usage(1990, 1800, 40, 100)],
    ['anthropic', 'no cache', { usage: { input_tokens: 90, output_tokens: 40 } }, usage(90, 0, 40, 0)],
    ['anthropic', 'half a bill', { usage: { output_tokens: 40 } }, undefined],
    ['anthropic', 'none', {}, undefined],
    ['gemini', 'all of it, thinking as output', { usageMetadata: { promptTokenCount: 120, candidatesTokenCount: 20, thoughtsTokenCount: 30, cachedContentTokenCount: 50, totalTokenCount: 170 } }, usage(120, 50, 50)],
    ['gemini', 'thinking that only the sum tells', { usageMetadata: { promptTokenCount: 120, candidatesTokenCount: 20, totalTokenCount: 170 } }, usage(120, 0, 50)],
    ['gemini', 'no sum', { usageMetadata: { promptTokenCount: 120, candidatesTokenCount: 20 } }, usage(120, 0, 20)],
    ['gemini', 'half a bill', { usageMetadata: { promptTokenCount: 120 } }, undefined],
    ['gemini', 'none', {}, undefined],
  ])('by %s: %s', async (name, _what, more, expected) => {
    const rig = rigs[name];
    serve(server, rig, () => HttpResponse.json({ ...(rig.answer(GOOD) as object), ...more }));
    const reply = await rig.create().translate(jobs, signal);
    expect(reply.usage).toEqual(expected);
    expect(shown(reply.outcomes)).toEqual(['a: One.', 'b: Two.']);
  });

  it('is told for an answer that was cut as well', async () => {
    serve(server, rigs.openai, () => HttpResponse.json({ choices: [{ finish_reason: 'length', message: { content: '{' } }], usage: { prompt_tokens: 9, completion_tokens: 8000 } }));
    expect((await rigs.openai.create().translate(jobs, signal)).usage).toEqual(usage(9, 0, 8000));
  });
});

describe('before anything is sent', () => {
  it.each(allRigs)('$name shows the very request, without its key', async (rig) => {
    const seen = serve(server, rig, () => written(rig, GOOD));
    const provider = rig.create();
    await provider.translate(jobs, signal);
    const explained = provider.explain?.(jobs);
    expect(explained).toMatchObject({ method: 'POST', url: rig.url, body: seen[0]?.body });
    expect(JSON.stringify(explained)).toContain('[key]');
    expect(JSON.stringify(explained)).not.toContain(KEY);
  });

  it.each(allRigs)('$name weighs more than the bytes of its prompts, and no more output than it allows', (rig) => {
    const provider = rig.create();
    const weight = provider.weigh?.(jobs);
    const { system, user } = rig.said((provider.explain?.(jobs) as { body: unknown }).body);
    expect(weight?.unit).toBe('tokens');
    expect(weight?.input).toBeGreaterThan(Buffer.byteLength(system) + Buffer.byteLength(user));
    expect(weight?.output).toBe(8000);
    expect(provider.weigh?.([...jobs, job('c', 'Tiga.')]).input).toBeGreaterThan(weight?.input ?? Infinity);
  });

  it.each(allRigs)('$name takes a full batch of long sentences in one request', (rig) => {
    const provider = rig.create();
    const long = Array.from({ length: provider.batch }, (_, n) => job(`j${n}`, 'Pemerintah menambah bus listrik di kota itu. '.repeat(6)));
    expect(provider.weigh?.(long).input).toBeLessThan(provider.most ?? 0);
    expect(provider.most).toBeLessThanOrEqual(100_000);
  });
});
