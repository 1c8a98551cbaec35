import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Provider } from '../../pipeline/ports.ts';
import { createFile } from '../../pipeline/providers/file.ts';
import { job, shown, signal, thrown } from './exchange.ts';

const folder = mkdtempSync(join(tmpdir(), 'padan-file-'));
afterAll(() => { rmSync(folder, { recursive: true }); });
let files = 0;

function create(content: string): Provider {
  const path = join(folder, `${files += 1}.jsonl`);
  writeFileSync(path, content);
  return createFile({ path, shown: 'answers.jsonl' });
}

const lines = (...entries: readonly unknown[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

describe('translations made elsewhere', () => {
  it.each<[string, string, ReturnType<typeof job>, string]>([
    ['the key', lines({ id: 'k1', text: 'One.' }), job('k1', 'Satu.'), 'k1: One.'],
    ['the tagged text', lines({ source: 'Satu <g1>dua</g1>.', text: 'One <g1>two</g1>.' }), job('k', 'Satu <g1>dua</g1>.'), 'k: One <g1>two</g1>.'],
    ['the plain words', lines({ source: 'Satu dua.', text: 'One two.' }), job('k', 'Satu <g1>dua</g1>.'), 'k: One two.'],
    ['words with other blanks and accents', lines({ source: ' Satu\u00A0 cafe\u0301 ', text: 'One café' }), job('k', 'Satu caf\u00E9'), 'k: One café'],
    ['the source, beside a key of someone else’s', lines({ id: 'row-7', source: 'Satu.', text: 'One.' }), job('k', 'Satu.'), 'k: One.'],
    ['a line with the characters at which other readers break lines', `{"source":"Satu\u2028dua\u0085.","text":"One\u2028two."}`, job('k', 'Satu\u2028dua\u0085.'), 'k: One\u2028two.'],
    ['a file with BOM, CRLF and empty lines', `\uFEFF${JSON.stringify({ source: 'Satu.', text: 'One.' })}\r\n\r\n`, job('k', 'Satu.'), 'k: One.'],
  ])('are found by %s', async (_name, content, asked, expected) => {
    expect(shown((await create(content).translate([asked], signal)).outcomes)).toEqual([expected]);
  });

  it('prefer the key to the tagged text, and that to the plain words', async () => {
    const provider = create(lines({ source: 'a b', text: 'plain' }, { source: '<g1>a</g1> b', text: 'tagged' }, { id: 'k', text: 'key' }));
    expect(shown((await provider.translate([job('k', '<g1>a</g1> b'), job('l', '<g1>a</g1> b'), job('m', 'a <g1>b</g1>')], signal)).outcomes)).toEqual(['k: key', 'l: tagged', 'm: plain']);
  });

  it('that are missing are named with the file and the sentence; others count', async () => {
    const provider = create(lines({ source: 'Satu.', text: 'One.' }));
    expect(shown((await provider.translate([job('k9', `Dua ${'x'.repeat(90)}`), job('k', 'Satu.')], signal)).outcomes)).toEqual([
      `k9: ! refused: answers.jsonl has no line for "Dua ${'x'.repeat(56)}…" (neither as source nor under the id k9)`,
      'k: One.',
    ]);
  });

  it('are found in a file that is read in many pieces', async () => {
    const provider = create(Array.from({ length: 5000 }, (_, n) => lines({ source: `Kalimat é ${n} ${'x'.repeat(40)}`, text: `Sentence ${n}` })).join(''));
    const asked = [0, 2500, 4999].map((n) => job(`k${n}`, `Kalimat é ${n} ${'x'.repeat(40)}`));
    expect(shown((await provider.translate(asked, signal)).outcomes)).toEqual(['k0: Sentence 0', 'k2500: Sentence 2500', 'k4999: Sentence 4999']);
  });

  it('with lines at fault are refused whole, each named with its number', async () => {
    const provider = create(`${lines({ source: 'a', text: 'A' })}{"source": "b"\n\n${lines({ source: 'c' }, { text: 'D' }, { id: 'e', text: ' ' }, ['f'], { source: 'a', text: 'other' }, { source: 'a', text: 'A' })}`);
    const { fault, message } = await thrown(provider.translate([job('k', 'a')], signal));
    expect(fault).toBe('key');
    expect(message.match(/answers\.jsonl:\d+/g)).toEqual([2, 4, 5, 6, 7, 8].map((n) => `answers.jsonl:${n}`));
    expect(message).toContain('answers.jsonl:8: Unexpected second text for what line 1 translates, expected one');
  });

  it('list ten faults and count the rest', async () => {
    const { message } = await thrown(create('x\n'.repeat(14)).translate([job('k', 'a')], signal));
    expect(message.match(/answers\.jsonl:\d+/g)).toHaveLength(10);
    expect(message).toContain('and 4 more');
  });

  it('whose file is not there are named with the setting to look at', async () => {
    const provider = createFile({ path: join(folder, 'none.jsonl'), shown: 'none.jsonl' });
    expect(await thrown(provider.translate([job('k', 'a')], signal))).toMatchObject({ fault: 'key', message: expect.stringMatching(/^none\.jsonl cannot be read: ENOENT.*providers\.file\.path/) as string });
  });

  it('are not read before they are asked for', async () => {
    const path = join(folder, 'late.jsonl');
    const provider = createFile({ path });
    expect((await provider.translate([], signal)).outcomes).toEqual([]);
    expect(provider.explain?.([job('k', 'Satu.')])).toEqual({ file: path, lookedFor: [{ id: 'k', source: 'Satu.' }] });
    writeFileSync(path, lines({ source: 'Satu.', text: 'One.' }));
    expect(shown((await provider.translate([job('k', 'Satu.')], signal)).outcomes)).toEqual(['k: One.']);
  });
});
