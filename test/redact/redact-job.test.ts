import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TermUse } from '../../pipeline/model.ts';
import type { Job, Outcome, Provider } from '../../pipeline/ports.ts';
import { redactJob } from '../../pipeline/redact/redact-job.ts';
import { redacting, withRedaction } from '../../pipeline/redact/redaction.ts';
import { KINDS, rulesOf } from '../../pipeline/redact/rules.ts';
import { runs } from '../runs.ts';

const rules = rulesOf({ kinds: KINDS, patterns: ['RHS-\\d+'] });
const none = { before: '', after: '' };
const jobOf = (text: string, more: Partial<Job> = {}): Job => ({ id: 'k', text, role: 'body', terms: [], context: none, ...more });
const term = (text: string, words: string, more: Partial<TermUse> = {}): TermUse => ({
  term: words, start: text.indexOf(words), end: text.indexOf(words) + words.length, target: 'X', also: [], avoid: [], keep: false, first: false, ...more,
});

describe('a job', () => {
  it('goes as it is where nothing must be hidden', () => {
    const job = jobOf('Harga beras naik <g1>12,5 persen</g1>.');
    expect(redactJob(job, rules).job).toBe(job);
  });

  it.each([
    ['Hubungi 0812-3456-7890 sekarang.', 'Hubungi <x1/> sekarang.'],
    ['<g1>Hubungi</g1> <x7/> di a@b.id atau 081234567890', '<g1>Hubungi</g1> <x7/> di <x8/> atau <x9/>'],
    ['Nomor 0812-<g2>3456</g2>-7890.', 'Nomor <x3/><g2><x4/></g2><x5/>.'],
    ['<x9999/> a@b.id', '<x9999/> <x1/>'],
    ['a@b.id dan a@b.id', '<x1/> dan <x2/>'],
    ['Kode RHS-77.', 'Kode <x1/>.'],
  ])('holds sealed tags in place of what is hidden: %s', (text, hidden) => {
    const { job, restore } = redactJob(jobOf(text), rules);
    expect(job.text).toBe(hidden);
    expect(restore(hidden)).toBe(text);
  });

  it('is blank in its context where something is hidden, there or in the text', () => {
    const { job } = redactJob(jobOf('Rekening 1234567890.', { context: { before: 'Kirim ke 1234567890 saja.', after: 'Atau a@b.id.' } }), rules);
    expect(job.context).toEqual({ before: 'Kirim ke […] saja.', after: 'Atau […].' });
  });

  it('keeps its terms where they stand, without those that are hidden or hold something', () => {
    const text = 'Kominfo: a@b.id, PSE, RHS-7 dan OSS.';
    const { job } = redactJob(jobOf(text, {
      terms: [term(text, 'Kominfo'), term(text, 'b.id'), term(text, 'PSE', { also: ['ESO', 'RHS-7'], avoid: ['RHS-8'] }), term(text, 'OSS', { target: 'c@d.id' })],
    }), rules);
    expect(job.terms.map(({ term, start, end }) => [term, job.text.slice(start, end)])).toEqual([['Kominfo', 'Kominfo'], ['PSE', 'PSE']]);
    expect(job.terms[1]).toMatchObject({ also: ['ESO'], avoid: [] });
  });

  it('says what was wrong with an English without what is hidden', () => {
    const { job, restore } = redactJob(jobOf('Hubungi 0812-<g1>3456-7890</g1>.', {
      repair: { english: 'Call 0812-<g1>3456-7890</g1> or 0812-3456-7890 or x@y.id.', findings: ['Unexpected 0812-3456-7890, expected x@y.id'] },
    }), rules);
    expect(job).toMatchObject({
      text: 'Hubungi <x2/><g1><x3/></g1>.',
      repair: { english: 'Call <x2/><g1><x3/></g1> or […] or […].', findings: ['Unexpected […], expected […]'] },
    });
    expect(restore('Call <x2/><g1><x3/></g1>.')).toBe('Call 0812-<g1>3456-7890</g1>.');
  });
});

describe('an answer', () => {
  const { restore } = redactJob(jobOf('Hubungi 0812-3456-7890 atau a@b.id lewat <x1/>.'), rules);

  it('has the pieces back, in its own order', () => {
    expect(restore('Via <x1/>: <x3/> or <x2/>.')).toBe('Via <x1/>: a@b.id or 0812-3456-7890.');
  });

  it.each([
    ['lacks a piece', 'Call <x2/> via <x1/>.'],
    ['has a piece twice', 'Call <x2/>, <x2/> or <x3/> via <x1/>.'],
    ['has none', 'Call us.'],
  ])('is none when it %s', (_what, answer) => {
    expect(restore(answer)).toBeUndefined();
  });
});

/** Digits drawn one by one, written as `form` says with a `#` a digit. */
const written = (...forms: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...forms), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 }))
    .map(([form, digits]) => form.replace(/#/g, () => String(digits.shift() ?? 0)));
const secret = fc.oneof(
  written('0812-####-####', '08#########', '+62 812 #### ###', '(021) 3## ####', '021-5######'),
  written('orang##@media##.co.id', 'a#@b.id'),
  written('3171############', '3171 #### #### ####'),
  written('RHS-####'),
);
const plain = fc.constantFrom('harga', 'Rp1.234.567.890', 'tahun 2024', 'naik 12,5 persen', '<g1>tebal</g1>', '<x2/>', 'pada 8/7/2022', 'Kominfo', 'pukul 08.30', '😀', '[…]', '<', '&amp;');
const sentence = fc.array(fc.oneof({ weight: 2, arbitrary: plain.map((text) => ({ text, isSecret: false })) }, { weight: 1, arbitrary: secret.map((text) => ({ text, isSecret: true })) }), { maxLength: 12 });

it('comes back as it was, and nothing hidden is in what leaves, whatever the text', () => {
  fc.assert(fc.property(sentence, sentence, sentence, (words, before, english) => {
    const textOf = (parts: typeof words): string => parts.map(({ text }) => text).join(' ; ');
    const { job, restore } = redactJob(jobOf(textOf(words), {
      context: { before: textOf(before).replace(/<.*?>/g, ''), after: '' },
      repair: { english: textOf(english), findings: [textOf(before)] },
    }), rules);
    expect(restore(job.text)).toBe(textOf(words));
    const leaves = JSON.stringify(job);
    for (const { text, isSecret } of [...words, ...before, ...english]) if (isSecret) expect(leaves).not.toContain(text);
    for (const { text, isSecret } of words) if (!isSecret) expect(job.text).toContain(text);
  }), { numRuns: runs(1500) });
});

it('comes back as it was for any text at all', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('0', '8', '1', '2', '-', ' ', '+', '(', ')', '@', '.', 'a', '<g1>', '</g1>', '<x3/>', '<', '/', '$&', 'rekening '), maxLength: 60 }), (text) => {
    const { job, restore } = redactJob(jobOf(text), rules);
    expect(restore(job.text)).toBe(text);
  }), { numRuns: runs(3000) });
});

describe('a request', () => {
  const signal = new AbortController().signal;
  const answering = (english: (text: string) => string, seen: Job[] = []): Provider => ({
    name: 'p',
    signature: 's',
    batch: 5,
    most: 9,
    repairs: true,
    weigh: (jobs) => ({ unit: 'characters', input: jobs.map(({ text }) => text).join('').length, output: 0 }),
    explain: (jobs) => jobs,
    translate: (jobs) => {
      seen.push(...jobs);
      return Promise.resolve({ outcomes: jobs.map(({ id, text }): Outcome => ({ id, status: 'done', text: english(text), unknown: [] })), usage: { unit: 'characters', input: 1, cached: 0, output: 0 } });
    },
  });

  it('holds nothing that is hidden, and its answer all of it', async () => {
    const seen: Job[] = [];
    const reply = await redacting(answering((text) => text.replace('Hubungi', 'Call'), seen), rules).translate([jobOf('Hubungi a@b.id.')], signal);
    expect(seen.map(({ text }) => text)).toEqual(['Hubungi <x1/>.']);
    expect(reply).toEqual({ outcomes: [{ id: 'k', status: 'done', text: 'Call a@b.id.', unknown: [] }], usage: { unit: 'characters', input: 1, cached: 0, output: 0 } });
  });

  it('has failed where the answer lost a piece', async () => {
    const provider = answering(() => 'Call us.');
    const ask = withRedaction((jobs, stop) => provider.translate(jobs, stop), rules);
    expect((await ask([jobOf('Hubungi a@b.id.')], signal)).outcomes).toEqual([{ id: 'k', status: 'failed', reason: 'a part that was hidden from the provider is missing from the answer', fault: 'bad output' }]);
  });

  it('is weighed and explained as it leaves', () => {
    const provider = redacting(answering((text) => text), rules);
    expect(provider).toMatchObject({ name: 'p', signature: 's', batch: 5, most: 9, repairs: true });
    expect(provider.weigh?.([jobOf('a@b.id')])).toMatchObject({ input: '<x1/>'.length });
    expect(JSON.stringify(provider.explain?.([jobOf('a@b.id')]))).not.toContain('a@b.id');
  });

  it('is left alone where there are no rules', () => {
    const provider = answering((text) => text);
    expect(redacting(provider, [])).toBe(provider);
  });
});
