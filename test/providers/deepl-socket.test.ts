import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Provider } from '../../pipeline/ports.ts';
import { defaults } from '../../pipeline/provider-settings.ts';
import { createDeepL, type DeepLOptions } from '../../pipeline/providers/deepl.ts';
import { glossaryLines, glossaryName } from '../../pipeline/providers/deepl-glossary.ts';
import { type DeepLServer, isWellFormed, LOCAL_KEY, startDeepL } from './deepl-server.ts';
import { job, shown, signal, thrown } from './exchange.ts';

let server: DeepLServer;
let reports: string[] = [];
beforeAll(async () => { server = await startDeepL(); });
afterAll(() => server.close());
beforeEach(() => {
  server.log.length = 0;
  server.glossaries.length = 0;
  Object.assign(server, { left: 100_000, busy: 0, room: 3, glossaryStatus: undefined, removalStatus: undefined });
  reports = [];
});

const entries = [{ source: 'PSE', target: 'ESO' }, { source: 'lingkup privat', target: 'private-scope' }];
const create = (more: Partial<DeepLOptions> = {}): Provider => createDeepL({
  ...defaults.deepl(), timeout: 5, key: LOCAL_KEY, baseURL: server.url, entries, report: (message) => reports.push(message), ...more,
});
const pse = [job('a', 'Daftar <g1>PSE</g1> & <x2/>.')];
const name = (of = entries): string => glossaryName(glossaryLines(of).lines);
/** A glossary that is in the account already. */
const put = (id: string, called: string): void => { server.glossaries.push({ id, name: called, from: 'id', to: 'en', entries: new Map([['PSE', 'ESO']]) }); };

describe('DeepL on a socket', () => {
  it('gets a glossary once, and terms and tags come back', async () => {
    const provider = create();
    const [first] = await Promise.all([provider.translate(pse, signal), provider.translate(pse, signal), provider.translate(pse, signal)]);
    expect(shown(first.outcomes)).toEqual(['a: EN(Daftar <g1>ESO</g1> & <x2/>.)']);
    // Markup is free, an `&` is one character.
    expect(first.usage).toEqual({ unit: 'characters', input: 14, output: 0, cached: 0 });
    expect(first.usage?.input).toBeLessThanOrEqual(provider.weigh?.(pse).input ?? 0);
    await provider.translate(pse, signal);
    expect(server.log).toEqual(['GET /v3/glossaries 200', 'POST /v3/glossaries 201', ...Array.from({ length: 4 }, () => 'POST /v2/translate 200')]);
    expect(server.glossaries.map((one) => [one.name, one.from, one.to, [...one.entries]])).toEqual([[name(), 'id', 'en', [['PSE', 'ESO'], ['lingkup privat', 'private-scope']]]]);
  });

  it('finds the glossary of an earlier run again', async () => {
    await create().translate(pse, signal);
    server.log.length = 0;
    await create({ entries: entries.toReversed() }).translate(pse, signal);
    expect(server.log).toEqual(['GET /v3/glossaries 200', 'POST /v2/translate 200']);
  });

  it('replaces its own old glossaries, and leaves those of others, even in a full account', async () => {
    put('g-901', name([{ source: 'PSE', target: 'platform' }]));
    put('g-902', 'Terms of the legal desk');
    put('g-903', 'padan kata redaksi');
    await create().translate(pse, signal);
    expect(server.log).toEqual(['GET /v3/glossaries 200', 'DELETE /v3/glossaries/ID 204', 'POST /v3/glossaries 201', 'POST /v2/translate 200']);
    expect(server.glossaries.map((one) => one.name)).toEqual(['Terms of the legal desk', 'padan kata redaksi', name()]);
  });

  it.each([[404], [503]])('goes on where an old glossary cannot be removed (%i), and says so', async (status) => {
    put('g-901', name([{ source: 'PSE', target: 'platform' }]));
    server.removalStatus = status;
    expect(shown((await create().translate(pse, signal)).outcomes)).toEqual(['a: EN(Daftar <g1>ESO</g1> & <x2/>.)']);
    expect(reports).toEqual([expect.stringMatching(/^deepl: an old glossary of ours could not be removed: deepl answered/)]);
  });

  it('makes the glossary again when it was removed in between', async () => {
    const provider = create();
    await provider.translate(pse, signal);
    server.glossaries.length = 0;
    expect((await thrown(provider.translate(pse, signal))).fault).toBe('transient');
    expect(shown((await provider.translate(pse, signal)).outcomes)).toEqual(['a: EN(Daftar <g1>ESO</g1> & <x2/>.)']);
  });

  it.each([
    ['there are no entries', { entries: [] }],
    ['the settings say so', { glossary: false }],
  ])('asks for no glossary where %s', async (_name, more) => {
    await create(more).translate(pse, signal);
    expect(server.log).toEqual(['POST /v2/translate 200']);
  });

  it('says what cannot go into a glossary, and keeps the rest', async () => {
    const long = 'x'.repeat(1025);
    await create({ entries: [...entries, { source: long, target: 'x' }, { source: 'a\tb', target: 'x' }, { source: ' PSE ', target: 'provider' }, { source: 'PSE', target: 'ESO' }, { source: 'kosong', target: ' ' }] }).translate(pse, signal);
    expect(server.glossaries.map((one) => one.entries.size)).toEqual([2]);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatch(/^deepl: 4 of 7 terms cannot go into its glossary: "x{40}…" \(longer than 1024 bytes\); "a b" \(a control character\); "PSE" as "provider" \(it is "ESO" already\); "kosong" \(a side is empty\)$/);
  });

  it.each([[400], [404], [413]])('goes on without a glossary, and says so once, where the account answers %i', async (status) => {
    server.glossaryStatus = status;
    const provider = create();
    expect(shown((await provider.translate(pse, signal)).outcomes)).toEqual(['a: EN(Daftar <g1>PSE</g1> & <x2/>.)']);
    await provider.translate(pse, signal);
    expect(server.log).toEqual([`GET /v3/glossaries ${status}`, 'POST /v2/translate 200', 'POST /v2/translate 200']);
    expect(reports).toEqual([expect.stringMatching(/^deepl: no glossary, so terms are not held: deepl answered/)]);
  });

  it.each([[403, 'key'], [456, 'quota'], [429, 'rate'], [529, 'rate'], [503, 'transient']])('does not translate without its glossary where the account answers %i', async (status, fault) => {
    server.glossaryStatus = status;
    const provider = create();
    expect((await thrown(provider.translate(pse, signal))).fault).toBe(fault);
    expect(server.log).toEqual([`GET /v3/glossaries ${status}`]);
    // The next try asks again.
    server.glossaryStatus = undefined;
    expect(shown((await provider.translate(pse, signal)).outcomes)).toEqual(['a: EN(Daftar <g1>ESO</g1> & <x2/>.)']);
  });

  it('names the way out where the account has no room for a glossary', async () => {
    server.room = 0;
    expect(await thrown(create().translate(pse, signal))).toMatchObject({ fault: 'quota', message: expect.stringMatching(/set glossary: false for deepl in padan\.yaml/) as string });
  });

  it('says 529 while it is busy, and 456 when the characters are used up', async () => {
    Object.assign(server, { busy: 1, left: 20 });
    const provider = create({ glossary: false });
    expect((await thrown(provider.translate(pse, signal))).fault).toBe('rate');
    await provider.translate(pse, signal);
    expect((await thrown(provider.translate(pse, signal))).fault).toBe('quota');
    expect(server.log).toEqual(['POST /v2/translate 529', 'POST /v2/translate 200', 'POST /v2/translate 456']);
  });

  it('refuses another key', async () => {
    expect((await thrown(create({ key: 'wrong' }).translate(pse, signal))).fault).toBe('key');
  });

  it('takes 50 texts, whatever is in them', async () => {
    const hostile = ['a < b & c > d', '</g>', '<g1>', '&amp;', '"q"', '<x1>', 'a\u0000b', '<g1><g2></g1></g2>', ']]>', '<!-- -->'];
    const batch = Array.from({ length: 50 }, (_, n) => job(`k${n}`, hostile[n % hostile.length] ?? ''));
    const { outcomes } = await create({ glossary: false }).translate(batch, signal);
    expect(outcomes.map((outcome) => (outcome.status === 'done' ? outcome.text : outcome.reason))).toEqual(batch.map(({ text }) => `EN(${text.replace('\u0000', '')})`));
  });

  it('stops at once when the run does', async () => {
    const controller = new AbortController();
    const asked = create().translate(pse, controller.signal);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the strictness of the server', () => {
  it.each([['a <g id="1">b</g> <x id="2"/> &amp;', true], ['a & b', false], ['a < b', false], ['<g>a', false], ['a</g>', false], ['<g><x></g></x>', false], ['<g id=1>a</g>', false]])('finds %s well formed: %s', (text, expected) => {
    expect(isWellFormed(text)).toBe(expected);
  });
});
