import { describe, expect, it } from 'vitest';
import type { Provider } from '../../pipeline/ports.ts';
import { defaults } from '../../pipeline/provider-settings.ts';
import { type AzureOptions, createAzure } from '../../pipeline/providers/azure.ts';
import { catchRequests, job, json, raw, shown, signal, thrown, use } from './exchange.ts';

const exchange = catchRequests('https://api.cognitive.microsofttranslator.com');
const KEY = 'azure-secret';
const create = (more: Partial<AzureOptions> = {}): Provider => createAzure({ ...defaults.azure(), timeout: 5, key: KEY, ...more });
const NEW = { apiVersion: '2026-06-06' } as const;
const text = '<g1>Komdigi</g1> memanggil PSE & <x2/>.';
const terms = [use(text, 'PSE', 'ESO "provider"'), use(text, 'Komdigi', 'Komdigi', { keep: true })];
const jobs = [job('b', text, { terms }), job('a', 'Dua.')];
const dictionary = '<span id="g1"><mstrans:dictionary translation="Komdigi">Komdigi</mstrans:dictionary></span> memanggil <mstrans:dictionary translation="ESO &quot;provider&quot;">PSE</mstrans:dictionary> &amp; <span class="notranslate" id="x2">⟦2⟧</span>.';
const plain = '<span id="g1">Komdigi</span> memanggil PSE &amp; <span class="notranslate" id="x2">⟦2⟧</span>.';
const answered = '<span id="g1">Komdigi</span> summoned ESO &quot;provider&quot; &amp; <span class="notranslate" id="x2">⟦2⟧</span>.';
const done = ['b: <g1>Komdigi</g1> summoned ESO "provider" & <x2/>.', 'a: Two.'];
const old = (...texts: readonly string[]): unknown => texts.map((one) => ({ translations: [{ text: one, to: 'en' }] }));

describe('a request to Azure', () => {
  it('of api-version 3.0 is a list of texts as HTML, terms as dictionary, the key in a header only', async () => {
    exchange.answer = () => json(old(answered, 'Two.'), 200, { 'x-metered-usage': '57' });
    const { outcomes, usage } = await create().translate(jobs, signal);
    expect(shown(outcomes)).toEqual(done);
    expect(usage).toEqual({ unit: 'characters', input: 57, output: 0, cached: 0 });
    expect(exchange.sent).toHaveLength(1);
    const [sent] = exchange.sent;
    expect([sent?.method, sent?.url]).toEqual(['POST', 'https://api.cognitive.microsofttranslator.com/translate?api-version=3.0&from=id&to=en&textType=html']);
    expect(sent?.headers.get('ocp-apim-subscription-key')).toBe(KEY);
    expect(sent?.headers.get('content-type')).toBe('application/json; charset=UTF-8');
    expect(sent?.headers.has('ocp-apim-subscription-region')).toBe(false);
    expect(sent?.body).toEqual([{ Text: dictionary }, { Text: 'Dua.' }]);
    expect(sent?.text).not.toContain(KEY);
  });

  it('of api-version 2026-06-06 is a list of inputs, and its count is read from the answer', async () => {
    exchange.answer = () => json({ value: [answered, 'Two.'].map((one, n) => ({ translations: [{ language: 'en', text: one, sourceCharacters: 10 + n }] })) });
    const { outcomes, usage } = await create(NEW).translate(jobs, signal);
    expect(shown(outcomes)).toEqual(done);
    expect(usage?.input).toBe(21);
    expect(exchange.sent[0]?.url).toBe('https://api.cognitive.microsofttranslator.com/translate?api-version=2026-06-06');
    expect(exchange.sent[0]?.body).toEqual({
      inputs: [dictionary, 'Dua.'].map((one) => ({ text: one, language: 'id', textType: 'Html', targets: [{ language: 'en' }] })),
    });
  });

  it('to a deployed language model has the terms beside the text', async () => {
    exchange.answer = () => json({ value: [answered, 'Two.'].map((one) => ({ translations: [{ language: 'en', text: one }] })) });
    const { outcomes, usage } = await create({ ...NEW, deployment: 'gpt-desk' }).translate(jobs, signal);
    expect(shown(outcomes)).toEqual(done);
    expect(usage).toBeUndefined();
    expect(exchange.sent[0]?.body).toEqual({
      inputs: [
        { text: plain, language: 'id', textType: 'Html', targets: [{ language: 'en', deploymentName: 'gpt-desk', referenceTextPairs: [{ source: 'PSE', target: 'ESO "provider"' }, { source: 'Komdigi', target: 'Komdigi' }] }] },
        { text: 'Dua.', language: 'id', textType: 'Html', targets: [{ language: 'en', deploymentName: 'gpt-desk' }] },
      ],
    });
  });

  it('says the region where it is set, and goes to the path of the settings', async () => {
    exchange.answer = () => json(old('One.', 'Two.'));
    await create({ region: 'southeastasia', path: '/translator/text/v3.0/translate' }).translate(jobs, signal);
    expect(exchange.sent[0]?.headers.get('ocp-apim-subscription-region')).toBe('southeastasia');
    expect(exchange.sent[0]?.url).toMatch(/\/translator\/text\/v3\.0\/translate\?api-version=3\.0/);
  });

  it('is explained as it is sent, without its key', async () => {
    exchange.answer = () => json(old('One.', 'Two.'));
    const provider = create({ region: 'westeurope' });
    await provider.translate(jobs, signal);
    expect(provider.explain?.(jobs)).toEqual({
      method: 'POST',
      url: exchange.sent[0]?.url,
      headers: { 'content-type': 'application/json; charset=UTF-8', 'ocp-apim-subscription-key': '[key]', 'ocp-apim-subscription-region': 'westeurope' },
      body: exchange.sent[0]?.body,
    });
  });

  it('weighs what it sends in code points, markup and all, within its limits', () => {
    expect(create().weigh?.(jobs)).toEqual({ unit: 'characters', input: Array.from(`${dictionary}Dua.`).length, output: 0 });
    expect(create({ ...NEW, deployment: 'd' }).weigh?.(jobs).input).toBe(Array.from(`${plain}Dua.`).length);
    expect(create()).toMatchObject({ batch: 1000, most: 10_000 });
    expect(create({ characters: 50_000 }).most).toBe(50_000);
  });

  it('takes a thousand texts at once, in order', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => job(`k${n}`, `Teks ${n}`));
    exchange.answer = ({ body }) => json(old(...(body as readonly { readonly Text: string }[]).map(({ Text }) => Text.replace('Teks', 'Text'))));
    const { outcomes } = await create().translate(many, signal);
    expect(outcomes).toEqual(many.map(({ id }, n) => ({ id, status: 'done', text: `Text ${n}`, unknown: [] })));
  });
});

describe('the signature of Azure', () => {
  it('changes with the deployment, not with the api-version', () => {
    expect(create(NEW).signature).toBe(create().signature);
    expect(create({ ...NEW, deployment: 'd' }).signature).not.toBe(create().signature);
    // Version 3.0 knows no deployments.
    expect(create({ deployment: 'd' }).signature).toBe(create().signature);
  });
});

describe('an answer of Azure', () => {
  it.each<[string, Partial<AzureOptions>, () => Response, RegExp]>([
    ['with fewer translations', {}, () => json(old('One.')), /bad output: 1 translations came for 2/],
    ['with more translations', NEW, () => json({ value: old('1', '2', '3') }), /bad output: 3 translations came for 2/],
    ['with two translations of one text', {}, () => json([{ translations: [{ text: '1' }, { text: '2' }] }, { translations: [{ text: '3' }] }]), /bad output: the answer is not of the form/],
    ['with no translation of one text', {}, () => json([{ translations: [] }, { translations: [{ text: '3' }] }]), /bad output: the answer is not of the form/],
    ['that is no JSON', {}, () => raw('oops'), /bad output: the answer is not of the form/],
    ['that is empty', {}, () => json(old('', ' ')), /bad output: empty answer/],
  ])('%s is never done', async (_name, more, answer, expected) => {
    exchange.answer = answer;
    for (const line of shown((await create(more).translate(jobs, signal)).outcomes)) expect(line).toMatch(expected);
    expect(exchange.sent).toHaveLength(1);
  });

  it.each<[number, number | string | undefined, string, number | undefined]>([
    [400, 400000, 'invalid', undefined],
    [400, 400035, 'invalid', undefined],
    [400, 400036, 'invalid', undefined],
    [400, 400050, 'too large', undefined],
    [400, 400072, 'too large', undefined],
    [400, 400074, 'invalid', undefined],
    [400, 400077, 'too large', undefined],
    [400, '400077', 'too large', undefined],
    [401, 401000, 'key', undefined],
    [401, 401015, 'key', undefined],
    [401, undefined, 'key', undefined],
    [403, 403000, 'key', undefined],
    [403, 403001, 'quota', undefined],
    [408, 408001, 'transient', 60_000],
    [408, 408002, 'transient', undefined],
    [415, 415000, 'invalid', undefined],
    [429, 429000, 'rate', undefined],
    [429, 429001, 'rate', undefined],
    [429, 429002, 'rate', undefined],
    [500, 500000, 'transient', undefined],
    [503, 503000, 'transient', undefined],
  ])('with %i and code %s means %s', async (status, code, fault, wait) => {
    exchange.answer = () => (code === undefined ? raw('', status) : json({ error: { code, message: 'why' } }, status));
    expect(await thrown(create().translate(jobs, signal))).toMatchObject({ fault, wait });
    expect(exchange.sent).toHaveLength(1);
  });

  it('that says itself how long to wait is believed', async () => {
    exchange.answer = () => json({ error: { code: 408001, message: 'warming' } }, 408, { 'retry-after': '7' });
    expect((await thrown(create().translate(jobs, signal))).wait).toBe(7000);
  });

  it.each([[429001, 'rate'], [403001, 'quota'], [undefined, 'transient']])('that is an error %s with status 200 is thrown', async (code, fault) => {
    exchange.answer = () => json({ error: { code, message: `no ${KEY}` } });
    const error = await thrown(create().translate(jobs, signal));
    expect(error).toMatchObject({ fault, message: expect.stringMatching(/answered 200 with an error: no \[key\]/) as string });
  });
});
