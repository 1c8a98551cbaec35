import { describe, expect, it } from 'vitest';
import type { Job, Provider } from '../../pipeline/ports.ts';
import { defaults } from '../../pipeline/provider-settings.ts';
import { createDeepL, type DeepLOptions } from '../../pipeline/providers/deepl.ts';
import { contextOf } from '../../pipeline/providers/deepl-context.ts';
import { catchRequests, job, json, raw, shown, signal, thrown } from './exchange.ts';

const exchange = catchRequests('https://api*.deepl.com');
const KEY = 'secret-key-1';
const create = (more: Partial<DeepLOptions> = {}): Provider => createDeepL({ ...defaults.deepl(), timeout: 5, glossary: false, key: KEY, ...more });
const jobs = [job('b', 'Satu.'), job('a', 'Dua.')];
const answerWith = (...texts: readonly string[]): void => {
  exchange.answer = () => json({ translations: texts.map((text) => ({ detected_source_language: 'ID', text, billed_characters: 5 })) });
};

describe('a request to DeepL', () => {
  it('is one POST to /v2/translate with the whole batch in order, and the key in a header only', async () => {
    answerWith('One <x id="2"/>.', 'Two &amp; <g id="1">three</g>.');
    const batch = [job('b', 'Satu <x2/>.'), job('a', 'Dua & <g1>tiga</g1>.')];
    const { outcomes, usage } = await create().translate(batch, signal);
    expect(shown(outcomes)).toEqual(['b: One <x2/>.', 'a: Two & <g1>three</g1>.']);
    expect(usage).toEqual({ unit: 'characters', input: 10, output: 0, cached: 0 });
    expect(exchange.sent).toHaveLength(1);
    const [sent] = exchange.sent;
    expect([sent?.method, sent?.url]).toEqual(['POST', 'https://api.deepl.com/v2/translate']);
    expect(sent?.headers.get('authorization')).toBe(`DeepL-Auth-Key ${KEY}`);
    expect(sent?.headers.get('content-type')).toBe('application/json');
    expect(sent?.body).toEqual({
      text: ['Satu <x id="2"/>.', 'Dua &amp; <g id="1">tiga</g>.'],
      source_lang: 'ID',
      target_lang: 'EN-US',
      model_type: 'quality_optimized',
      tag_handling: 'xml',
      tag_handling_version: 'v2',
      ignore_tags: ['x'],
      split_sentences: '0',
      preserve_formatting: true,
      show_billed_characters: true,
    });
    expect(sent?.text).not.toContain(KEY);
  });

  it.each([
    ['a free key', { key: 'abc:fx' }, 'https://api-free.deepl.com/v2/translate'],
    ['an address of its own', { key: 'abc:fx', baseURL: 'https://api-eu.deepl.com/' }, 'https://api-eu.deepl.com/v2/translate'],
  ])('with %s goes to its server', async (_name, more, url) => {
    answerWith('One.', 'Two.');
    await create(more).translate(jobs, signal);
    expect(exchange.sent[0]?.url).toBe(url);
  });

  it('says target and model as the settings do', async () => {
    answerWith('One.', 'Two.');
    await create({ target: 'EN-GB', modelType: 'latency_optimized' }).translate(jobs, signal);
    expect(exchange.sent[0]?.body).toMatchObject({ target_lang: 'EN-GB', model_type: 'latency_optimized' });
  });

  it('is explained as it is sent, without its key', async () => {
    answerWith('One.', 'Two.');
    const provider = create();
    await provider.translate(jobs, signal);
    const explained = provider.explain?.(jobs);
    expect(explained).toEqual({ method: 'POST', url: exchange.sent[0]?.url, headers: { authorization: 'DeepL-Auth-Key [key]' }, body: exchange.sent[0]?.body });
    expect(JSON.stringify(explained)).not.toContain(KEY);
  });

  it('names the glossary when it is explained, and asks for none', () => {
    const explained = create({ glossary: true, entries: [{ source: 'PSE', target: 'ESO' }] }).explain?.(jobs);
    expect(JSON.stringify(explained)).toMatch(/"glossary_id":"\[id of padan [\w-]{20}\]"/);
    expect(exchange.sent).toEqual([]);
  });

  it('weighs its words in code points, without tags', () => {
    expect(create().weigh?.([job('a', '<g1>Dua</g1> 😀<x2/>'), job('b', 'a & b')])).toEqual({ unit: 'characters', input: 5 + 9, output: 0 });
  });

  it('of the most characters that it may weigh fits, even at four bytes each', async () => {
    const provider = create();
    const most = provider.most ?? 0;
    const batch = Array.from({ length: 50 }, (_, n) => job(`k${n}`, '😀'.repeat(most / 50)));
    expect(provider.weigh?.(batch).input).toBe(most);
    answerWith(...batch.map(() => 'x'));
    await provider.translate(batch, signal);
    expect(Buffer.byteLength(exchange.sent[0]?.text ?? '')).toBeLessThanOrEqual(120 * 1024);
  });

  it('leaves the context out where the body would be too large with it', async () => {
    const before = 'b'.repeat(100_000);
    answerWith('x');
    await create().translate([job('a', 'a'.repeat(30_000), { context: { before, after: '' } })], signal);
    expect(exchange.sent[0]?.body).not.toHaveProperty('context');
  });

  it('that would be larger than the server takes is not sent, but to be halved', async () => {
    const batch = [job('a', 'a'.repeat(70_000)), job('b', 'b'.repeat(70_000))];
    expect(await thrown(create().translate(batch, signal))).toMatchObject({ fault: 'too large', message: expect.stringMatching(/2 segments is larger than 120 KiB.*Lower batch for deepl/) as string });
    expect(exchange.sent).toEqual([]);
  });
});

describe('the signature of DeepL', () => {
  it('changes with target, model and use of a glossary, never with the entries', () => {
    const all = [create(), create({ target: 'EN-GB' }), create({ modelType: 'latency_optimized' }), create({ glossary: true })].map(({ signature }) => signature);
    expect(new Set(all).size).toBe(4);
    expect(create({ glossary: true, entries: [{ source: 'PSE', target: 'ESO' }] }).signature).toBe(create({ glossary: true }).signature);
  });
});

describe('the context of a DeepL request', () => {
  const at = (text: string, before: string, after: string): Job => job(text, text, { context: { before, after } });
  it.each<[string, readonly Job[], string | undefined]>([
    ['neighbours that follow each other', [at('B.', 'A.', 'C.'), at('C.', 'B.', 'D.'), at('D.', 'C.', '')], 'A. B. C. D.'],
    ['a gap of one sentence', [at('B.', 'A.', 'C.'), at('D.', 'C.', 'E.')], 'A. B. C. D. E.'],
    ['a single text with neighbours', [at('B <x1/> <g2>b</g2>.', 'A \uFFFC.', '')], 'A . B b.'],
    ['a single text without any', [at('B.', '', '')], undefined],
    ['two passages', [at('B.', 'A.', 'C.'), at('Y.', 'X.', 'Z.')], undefined],
    ['no jobs', [], undefined],
  ])('of %s', (_name, batch, expected) => {
    expect(contextOf(batch)).toBe(expected);
  });
});

describe('an answer of DeepL', () => {
  it.each<[string, () => Response, readonly string[]]>([
    ['with fewer translations', () => json({ translations: [{ text: 'One.' }] }), ['b: ! bad output: 1 translations came for 2 segments', 'a: ! bad output: 1 translations came for 2 segments']],
    ['with more translations', () => json({ translations: [{ text: 'One.' }, { text: 'Two.' }, { text: 'Three.' }] }), ['b: ! bad output: 3 translations came for 2 segments', 'a: ! bad output: 3 translations came for 2 segments']],
    ['that is no JSON', () => raw('<html>hello</html>'), ['b: ! bad output: the answer is not of the form that was expected', 'a: ! bad output: the answer is not of the form that was expected']],
    ['of another form', () => json({ translations: [{ text: 1 }, { text: 2 }] }), ['b: ! bad output: the answer is not of the form that was expected', 'a: ! bad output: the answer is not of the form that was expected']],
    ['with an empty text', () => json({ translations: [{ text: ' ' }, { text: 'Two.' }] }), ['b: ! bad output: empty answer', 'a: Two.']],
    ['with a sealed piece that never ends', () => json({ translations: [{ text: 'One <x id="1">.' }, { text: 'Two.' }] }), ['b: ! bad output: the markup of the answer is broken', 'a: Two.']],
    ['that cannot read the XML', () => json({ message: 'Tag handling parsing failed, please check input.' }, 400), ['b: ! refused', 'a: ! refused']],
  ])('%s is never done', async (_name, answer, expected) => {
    exchange.answer = answer;
    const { outcomes } = await create().translate(jobs, signal);
    expect(shown(outcomes).map((line, n) => (expected[n]?.endsWith('refused') === true ? line.slice(0, 12) : line))).toEqual(expected);
    expect(exchange.sent).toHaveLength(1);
  });

  it('that does not say what was billed has no usage', async () => {
    exchange.answer = () => json({ translations: [{ text: 'One.', billed_characters: 5 }, { text: 'Two.' }] });
    expect(await create().translate(jobs, signal)).not.toHaveProperty('usage');
  });

  it.each([
    [400, { message: 'Value for target_lang not supported.' }, 'invalid', /400: Value for target_lang not supported/],
    [400, { message: 'Request size exceeds the limit' }, 'too large', /Lower batch/],
    [401, { message: 'Unauthorized' }, 'key', /401: Unauthorized\. Check the key/],
    [403, { message: 'Forbidden' }, 'key', /403: Forbidden\. Check the key/],
    [404, { message: 'Not found' }, 'invalid', /Check the address/],
    [408, {}, 'transient', /408/],
    [413, {}, 'too large', /413\. The request is too large/],
    [414, {}, 'invalid', /414/],
    [429, { message: 'Too many requests' }, 'rate', /429: Too many requests/],
    [456, { message: 'Quota exceeded' }, 'quota', /456: Quota exceeded\. The account has nothing left/],
    [500, {}, 'transient', /500/],
    [503, {}, 'transient', /503/],
    [504, {}, 'transient', /504/],
    [529, { message: 'Too many requests' }, 'rate', /529/],
    [200, { message: `Bad ${KEY} here` }, 'transient', /answered 200 with an error: Bad \[key\] here/],
  ])('with %i %j means %s', async (status, body, fault, message) => {
    exchange.answer = () => json(body, status, { 'retry-after': '3' });
    expect(await thrown(create().translate(jobs, signal))).toEqual({ fault, message: expect.stringMatching(message) as string, wait: status === 200 ? undefined : 3000 });
    expect(exchange.sent).toHaveLength(1);
  });

  it('that echoes the key never shows it', async () => {
    exchange.answer = () => json({ message: `key ${KEY} is wrong` }, 403);
    expect((await thrown(create().translate(jobs, signal))).message).not.toContain(KEY);
  });
});
