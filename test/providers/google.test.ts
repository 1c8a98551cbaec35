import { describe, expect, it } from 'vitest';
import type { Provider } from '../../pipeline/ports.ts';
import { defaults } from '../../pipeline/provider-settings.ts';
import { createGoogle, type GoogleOptions } from '../../pipeline/providers/google.ts';
import { createGoogleToken } from '../../pipeline/providers/google-token.ts';
import { catchRequests, job, json, raw, shown, signal, thrown } from './exchange.ts';

const exchange = catchRequests('https://translation.googleapis.com');
const TOKEN = 'ya29.secret-token';
const create = (more: Partial<GoogleOptions> = {}): Provider => createGoogle({
  ...defaults.google(), project: 'desk-1', timeout: 5, token: () => Promise.resolve(TOKEN), ...more,
});
const jobs = [job('b', 'Satu.'), job('a', 'Dua.')];
const url = 'https://translation.googleapis.com/v3/projects/desk-1/locations/global:translateText';

function fail(code: number, status: string, message: string, details: readonly unknown[] = []): void {
  exchange.answer = () => json({ error: { code, message, status, details } }, code);
}

describe('a request to Google', () => {
  it('is one POST to translateText with the whole batch in order as HTML, and the token in a header only', async () => {
    exchange.answer = () => json({ translations: [{ translatedText: 'One <span translate="no" id="x2">⟦2⟧</span>.' }, { translatedText: 'Two &amp; <span id="g1">it&#39;s</span> &quot;three&quot;.' }] });
    const { outcomes, usage } = await create().translate([job('b', 'Satu <x2/>.'), job('a', 'Dua & <g1>tiga</g1>.')], signal);
    expect(shown(outcomes)).toEqual(['b: One <x2/>.', 'a: Two & <g1>it\'s</g1> "three".']);
    expect(exchange.sent).toHaveLength(1);
    const [sent] = exchange.sent;
    expect([sent?.method, sent?.url]).toEqual(['POST', url]);
    expect(sent?.headers.get('authorization')).toBe(`Bearer ${TOKEN}`);
    expect(sent?.headers.has('x-goog-user-project')).toBe(false);
    const contents = ['Satu <span translate="no" id="x2">⟦2⟧</span>.', 'Dua &amp; <span id="g1">tiga</span>.'];
    expect(sent?.body).toEqual({
      contents,
      mimeType: 'text/html',
      sourceLanguageCode: 'id',
      targetLanguageCode: 'en',
      model: 'projects/desk-1/locations/global/models/general/nmt',
    });
    expect(sent?.text).not.toContain(TOKEN);
    expect(usage).toEqual({ unit: 'characters', input: contents.join('').length, output: 0, cached: 0 });
  });

  it('names model, glossary and quota project as the settings do', async () => {
    exchange.answer = () => json({
      translations: [{ translatedText: 'One provider.' }, { translatedText: 'Two.' }],
      glossaryTranslations: [{ translatedText: 'One ESO.' }, { translatedText: 'Two ESO.' }],
    });
    const { outcomes } = await create({ location: 'us-central1', model: 'projects/p/locations/us-central1/models/own', glossary: 'terms', quotaProject: 'pay-1' }).translate(jobs, signal);
    expect(shown(outcomes)).toEqual(['b: One ESO.', 'a: Two ESO.']);
    const [sent] = exchange.sent;
    expect(sent?.url).toBe('https://translation.googleapis.com/v3/projects/desk-1/locations/us-central1:translateText');
    expect(sent?.headers.get('x-goog-user-project')).toBe('pay-1');
    expect(sent?.body).toMatchObject({
      model: 'projects/p/locations/us-central1/models/own',
      glossaryConfig: { glossary: 'projects/desk-1/locations/us-central1/glossaries/terms', ignoreCase: true },
    });
  });

  it('takes a glossary by its whole name', async () => {
    exchange.answer = () => json({ translations: [], glossaryTranslations: [{ translatedText: 'One.' }, { translatedText: 'Two.' }] });
    await create({ glossary: 'projects/other/locations/us-central1/glossaries/g' }).translate(jobs, signal);
    expect(exchange.sent[0]?.body).toMatchObject({ glossaryConfig: { glossary: 'projects/other/locations/us-central1/glossaries/g' } });
  });

  it('is explained as it is sent, without its token', async () => {
    exchange.answer = () => json({ translations: [{ translatedText: 'One.' }, { translatedText: 'Two.' }] });
    const provider = create();
    await provider.translate(jobs, signal);
    expect(provider.explain?.(jobs)).toEqual({ method: 'POST', url, headers: { authorization: 'Bearer [key]' }, body: exchange.sent[0]?.body });
  });

  it('weighs what it sends in code points, markup and all; the language model its answer too', () => {
    const one = [job('a', '😀 & <x2/>')];
    const input = Array.from('😀 &amp; <span translate="no" id="x2">⟦2⟧</span>').length;
    expect(create().weigh?.(one)).toEqual({ unit: 'characters', input, output: 0 });
    expect(create({ model: 'general/translation-llm' }).weigh?.(one)).toEqual({ unit: 'characters', input, output: input * 3 });
  });

  it('says what the language model answered as used', async () => {
    exchange.answer = () => json({ translations: [{ translatedText: 'One.' }, { translatedText: '&amp;.' }] });
    const { usage } = await create({ model: 'general/translation-llm' }).translate(jobs, signal);
    expect(usage).toEqual({ unit: 'characters', input: 9, output: 10, cached: 0 });
  });

  it('asks for as many texts and characters as the settings say, never beyond what Google takes', () => {
    expect(create({ batch: 1024, characters: 30_000 })).toMatchObject({ batch: 1024, most: 30_000 });
    expect(create()).toMatchObject({ batch: 128, most: 5000 });
  });

  it('asks for a token before each request', async () => {
    exchange.answer = () => json({ translations: [{ translatedText: 'One.' }, { translatedText: 'Two.' }] });
    let n = 0;
    const provider = create({ token: () => Promise.resolve(`token-${n += 1}`) });
    await provider.translate(jobs, signal);
    await provider.translate(jobs, signal);
    expect(exchange.sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
  });
});

describe('the signature of Google', () => {
  it('changes with model and glossary, not with the project', () => {
    const all = [create(), create({ model: 'general/translation-llm' }), create({ glossary: 'g' })].map(({ signature }) => signature);
    expect(new Set(all).size).toBe(3);
    expect(create({ project: 'other' }).signature).toBe(create().signature);
  });
});

describe('an answer of Google', () => {
  it.each<[string, Partial<GoogleOptions>, () => Response, RegExp]>([
    ['with fewer translations', {}, () => json({ translations: [{ translatedText: 'One.' }] }), /bad output: 1 translations came for 2/],
    ['with more translations', {}, () => json({ translations: [1, 2, 3].map((n) => ({ translatedText: `${n}` })) }), /bad output: 3 translations came for 2/],
    ['without the glossary’s translations', { glossary: 'g' }, () => json({ translations: [{ translatedText: 'One.' }, { translatedText: 'Two.' }] }), /bad output: 0 translations came for 2/],
    ['that is no JSON', {}, () => raw('oops'), /bad output: the answer is not of the form/],
    ['of another form', {}, () => json({ translations: 'One. Two.' }), /bad output: the answer is not of the form/],
    ['that is empty', {}, () => json({ translations: [{ translatedText: '' }, { translatedText: '' }] }), /bad output: empty answer/],
  ])('%s is never done', async (_name, more, answer, expected) => {
    exchange.answer = answer;
    for (const line of shown((await create(more).translate(jobs, signal)).outcomes)) expect(line).toMatch(expected);
    expect(exchange.sent).toHaveLength(1);
  });

  it.each<[number, string, string, string, RegExp]>([
    [403, 'PERMISSION_DENIED', 'User Rate Limit Exceeded', 'rate', /more slowly/],
    [403, 'PERMISSION_DENIED', 'Daily Limit Exceeded', 'quota', /midnight Pacific/],
    [403, 'PERMISSION_DENIED', 'Cloud Translation API has not been used in project 1', 'key', /API is enabled/],
    [403, 'PERMISSION_DENIED', 'This API method requires billing to be enabled.', 'quota', /billing account/],
    [401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.', 'key', /GOOGLE_ACCESS_TOKEN/],
    [429, 'RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric, limit per minute', 'rate', /429/],
    [429, 'RESOURCE_EXHAUSTED', 'Quota exceeded: general model characters per day', 'quota', /429/],
    [400, 'INVALID_ARGUMENT', 'Text is too long.', 'too large', /Lower characters or batch/],
    [400, 'INVALID_ARGUMENT', 'Too many text segments', 'too large', /400/],
    [400, 'INVALID_ARGUMENT', 'Invalid target language.', 'invalid', /Invalid target language/],
    [404, 'NOT_FOUND', 'Glossary not found.', 'invalid', /providers\.google/],
    [500, 'INTERNAL', 'Internal error', 'transient', /500/],
    [503, 'UNAVAILABLE', 'Unavailable', 'transient', /503/],
  ])('with %i %s "%s" means %s', async (code, status, message, fault, words) => {
    fail(code, status, message);
    expect(await thrown(create().translate(jobs, signal))).toMatchObject({ fault, message: expect.stringMatching(words) as string });
    expect(exchange.sent).toHaveLength(1);
  });

  it('that says when to ask again is heard', async () => {
    fail(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded', [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '12s' }]);
    expect(await thrown(create().translate(jobs, signal))).toMatchObject({ fault: 'rate', wait: 12_000 });
  });

  it.each([[500, 'transient'], [403, 'rate']])('that is an error %i with status 200 is thrown, without the token', async (code, fault) => {
    exchange.answer = () => json({ error: { code, message: `User Rate Limit Exceeded for ${TOKEN}` } });
    const error = await thrown(create().translate(jobs, signal));
    expect(error).toMatchObject({ fault, message: expect.stringMatching(/answered 200 with an error/) as string });
    expect(error.message).not.toContain(TOKEN);
  });
});

describe('a token for Google', () => {
  class GoogleAuth {
    readonly scopes: readonly string[];
    constructor({ scopes }: { readonly scopes: readonly string[] }) {
      this.scopes = scopes;
    }
    getAccessToken(): Promise<string> {
      return Promise.resolve(`token for ${this.scopes.join()}`);
    }
  }
  const failing = (error: Error): unknown => ({ GoogleAuth: class { getAccessToken(): Promise<string> { return Promise.reject(error); } } });

  it('is GOOGLE_ACCESS_TOKEN where there is one', async () => {
    const token = createGoogleToken({ env: { GOOGLE_ACCESS_TOKEN: ' ya29.x ' }, load: () => Promise.reject(new Error('not to be loaded')) });
    expect(await token()).toBe('ya29.x');
  });

  it('else comes from application credentials, opened once', async () => {
    let loads = 0;
    const token = createGoogleToken({ env: { GOOGLE_ACCESS_TOKEN: '' }, load: () => { loads += 1; return Promise.resolve({ GoogleAuth }); } });
    expect(await token()).toBe('token for https://www.googleapis.com/auth/cloud-translation');
    await token();
    expect(loads).toBe(1);
  });

  it('names the command that installs the package where it is absent', async () => {
    const load = (): Promise<unknown> => Promise.reject(new Error('Cannot find package'));
    await expect(createGoogleToken({ env: {}, load })()).rejects.toMatchObject({ name: 'SettingsError', message: expect.stringMatching(/GOOGLE_ACCESS_TOKEN[\s\S]*npm install google-auth-library@10/) as string });
  });

  it.each<[string, unknown, object]>([
    ['another package is there', {}, { name: 'SettingsError', message: expect.stringMatching(/has no GoogleAuth/) as string }],
    ['there are no credentials', failing(new Error('Could not load the default credentials')), { fault: 'key', message: expect.stringMatching(/gcloud auth application-default login/) as string }],
    ['the network is down', failing(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })), { fault: 'transient' }],
    ['nothing is given', { GoogleAuth: class { getAccessToken(): Promise<undefined> { return Promise.resolve(undefined); } } }, { fault: 'key', message: expect.stringMatching(/no token was given/) as string }],
  ])('fails in words where %s', async (_name, module, expected) => {
    await expect(createGoogleToken({ env: {}, load: () => Promise.resolve(module) })()).rejects.toMatchObject(expected);
  });
});
