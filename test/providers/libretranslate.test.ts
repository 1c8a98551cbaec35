import { describe, expect, it } from 'vitest';
import type { Provider } from '../../pipeline/ports.ts';
import { defaults } from '../../pipeline/provider-settings.ts';
import { createLibreTranslate, type LibreTranslateOptions } from '../../pipeline/providers/libretranslate.ts';
import { catchRequests, job, json, raw, shown, signal, thrown } from './exchange.ts';

const exchange = catchRequests('http://127.0.0.1:5000');
const KEY = 'libre-secret';
const create = (more: Partial<LibreTranslateOptions> = {}): Provider => createLibreTranslate({ ...defaults.libretranslate(), timeout: 5, key: undefined, ...more });
const jobs = [job('b', 'Satu.'), job('a', 'Dua.')];
/** Every text in capitals. */
const shout = (): void => {
  exchange.answer = ({ body }) => json({ translatedText: (body as { readonly q: readonly string[] }).q.map((text) => text.toUpperCase()) });
};

describe('a request to LibreTranslate', () => {
  it('is one POST to /translate with every text as plain text, and no key where there is none', async () => {
    shout();
    expect(shown((await create().translate(jobs, signal)).outcomes)).toEqual(['b: SATU.', 'a: DUA.']);
    expect(exchange.sent).toHaveLength(1);
    const [sent] = exchange.sent;
    expect([sent?.method, sent?.url]).toEqual(['POST', 'http://127.0.0.1:5000/translate']);
    expect(sent?.body).toEqual({ q: ['Satu.', 'Dua.'], source: 'id', target: 'en', format: 'text' });
  });

  it('cuts texts round their tags, and puts blanks and marks back where they were', async () => {
    shout();
    const batch = [job('a', 'Ini <g1>tebal <x2/></g1> & "<x3/>" 1 < 2.'), job('b', 'Dua')];
    expect(shown((await create().translate(batch, signal)).outcomes)).toEqual(['a: INI <g1>TEBAL <x2/></g1> & "<x3/>" 1 < 2.', 'b: DUA']);
    expect(exchange.sent[0]?.body).toMatchObject({ q: ['Ini', 'tebal', '" 1 < 2.', 'Dua'] });
  });

  it('is not sent where there is nothing to translate', async () => {
    expect(shown((await create().translate([job('a', '<x1/> — <g2>…</g2>')], signal)).outcomes)).toEqual(['a: <x1/> — <g2>…</g2>']);
    expect(exchange.sent).toEqual([]);
  });

  it('has the key in its body, where the server wants it, and nowhere else', async () => {
    shout();
    const provider = create({ key: KEY, baseURL: 'http://127.0.0.1:5000/' });
    await provider.translate(jobs, signal);
    expect(exchange.sent[0]?.body).toMatchObject({ api_key: KEY });
    expect(JSON.stringify([...(exchange.sent[0]?.headers ?? [])])).not.toContain(KEY);
    expect(provider.explain?.(jobs)).toEqual({ method: 'POST', url: 'http://127.0.0.1:5000/translate', headers: {}, body: { q: ['Satu.', 'Dua.'], source: 'id', target: 'en', format: 'text', api_key: '[key]' } });
  });

  it('weighs what it sends', () => {
    expect(create().weigh?.([job('a', ' Ini <g1>😀a</g1> <x2/>')])).toEqual({ unit: 'characters', input: 5, output: 0 });
    expect(create({ characters: 2000 })).toMatchObject({ batch: 20, most: 2000 });
  });

  it('that tags make longer than the batch of the settings is to be halved; a single segment is sent', async () => {
    shout();
    const long = job('a', 'a<x1/>b<x2/>c');
    expect(await thrown(create({ batch: 3 }).translate([long, job('b', 'Dua')], signal))).toMatchObject({ fault: 'too large', message: expect.stringMatching(/2 segments make 4 texts/) as string });
    expect(exchange.sent).toEqual([]);
    expect(shown((await create({ batch: 2 }).translate([long], signal)).outcomes)).toEqual(['a: A<x1/>B<x2/>C']);
  });
});

describe('an answer of LibreTranslate', () => {
  it.each<[string, () => Response, RegExp]>([
    ['with fewer translations', () => json({ translatedText: ['One.'] }), /bad output: 1 translations came for 2 texts/],
    ['with more translations', () => json({ translatedText: ['1', '2', '3'] }), /bad output: 3 translations came for 2 texts/],
    ['that is one text', () => json({ translatedText: 'One. Two.' }), /bad output: the answer is not of the form/],
    ['that is no JSON', () => raw('<html>'), /bad output: the answer is not of the form/],
    ['that is empty', () => json({ translatedText: ['', ' '] }), /bad output: a part of the answer is empty/],
  ])('%s is never done', async (_name, answer, expected) => {
    exchange.answer = answer;
    for (const line of shown((await create().translate(jobs, signal)).outcomes)) expect(line).toMatch(expected);
    expect(exchange.sent).toHaveLength(1);
  });

  it('with an empty part fails that segment alone', async () => {
    exchange.answer = () => json({ translatedText: ['One', '', 'Two.'] });
    expect(shown((await create().translate([job('a', 'Satu<x1/>b'), job('b', 'Dua.')], signal)).outcomes)).toEqual(['a: ! bad output: a part of the answer is empty', 'b: Two.']);
  });

  it.each<[number, string, string]>([
    [400, 'Invalid request: missing q parameter', 'invalid'],
    [400, 'id is not supported', 'invalid'],
    [400, 'Invalid request: request (6000) exceeds text limit (5000)', 'too large'],
    [400, 'Visit https://libretranslate.com to get an API key', 'key'],
    [400, 'Please contact the server operator to get an API key', 'key'],
    [403, 'Invalid API key', 'key'],
    [403, 'Too many request limits violations', 'quota'],
    [429, 'Slowdown: 20 per 1 minute', 'rate'],
    [500, 'Cannot translate text: out of memory', 'transient'],
    [502, '', 'transient'],
    [404, 'Not Found', 'invalid'],
    [200, 'Slowdown: 20 per 1 minute', 'rate'],
    [200, 'Please contact the server operator to get an API key', 'key'],
    [200, `broken ${KEY}`, 'transient'],
  ])('with %i "%s" means %s', async (status, error, fault) => {
    exchange.answer = () => json({ error }, status);
    const failed = await thrown(create({ key: KEY }).translate(jobs, signal));
    expect(failed.fault).toBe(fault);
    expect(failed.message).not.toContain(KEY);
    expect(exchange.sent).toHaveLength(1);
  });
});
