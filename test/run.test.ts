import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProviderError } from '../pipeline/errors.ts';
import { toPlain } from '../pipeline/tagged.ts';
import { readSheet, rowsOf } from '../pipeline/sheet/sheet-read.ts';
import { countingProvider, editRow, makeFolder, rowsIn, runIn } from './folder.ts';

const home = join(import.meta.dirname, '..');

describe('the samples', () => {
  it('stand in the README as they are, fingerprints shortened', () => {
    const rows = (path: string): readonly string[] => readFileSync(join(home, path), 'utf8').split('\n').filter((line) => /^\| \d+\.\d+ <!--/.test(line));
    const shortened = new Set(rows('output/pendaftaran-pse.md').map((row) => row.replace(/<!--(.{4}).*?-->/, '<!--$1-->')));
    const shown = rows('README.md');
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((row) => !shortened.has(row))).toEqual([]);
  });

  it('come out of a fresh run as they are committed, to the byte', async () => {
    const folder = makeFolder({});
    for (const name of ['input', 'glossary', 'padan.yaml']) cpSync(join(home, name), join(folder.root, name), { recursive: true });
    const report = await runIn(folder);
    expect(report.failed).toEqual([]);
    const committed = readdirSync(join(home, 'output')).filter((name) => name.endsWith('.md'));
    expect(readdirSync(join(folder.root, 'output')).sort()).toEqual(committed.sort());
    for (const name of committed) {
      expect(folder.read(`output/${name}`), name).toBe(readFileSync(join(home, 'output', name), 'utf8'));
    }
  });
});

describe('a changed glossary row', () => {
  const ARTICLE = 'Pasar itu ramai.\n\nGubernur datang.\n\nDi pasar, harga naik.\n\nPetani pulang.\n';
  it('translates the rows that it touches again, and no others', async () => {
    const folder = makeFolder({ 'input/a.md': ARTICLE, 'glossary/terms.csv': 'term,translation\npasar,market\ngubernur,governor\n' });
    const provider = countingProvider();
    await runIn(folder, { provider });
    expect(provider.asked).toHaveLength(4);
    folder.write('glossary/terms.csv', 'term,translation\npasar,bazaar\ngubernur,governor\n');
    await runIn(folder, { provider });
    expect(provider.asked.slice(4).sort()).toEqual(['Di pasar, harga naik.', 'Pasar itu ramai.']);
    folder.write('glossary/terms.csv', 'term,translation,note\npasar,bazaar,a remark\ngubernur,governor,\n');
    await runIn(folder, { provider });
    expect(provider.asked).toHaveLength(6);
  });

  it('only tells a person whose row it touches', async () => {
    const folder = makeFolder({ 'input/a.md': ARTICLE, 'glossary/terms.csv': 'term,translation\npasar,market\n' });
    await runIn(folder, { provider: countingProvider() });
    folder.write('output/a.md', editRow(folder.read('output/a.md'), '1.1', { english: 'The market is busy.', review: 'ok' }));
    await runIn(folder, { provider: countingProvider() });
    folder.write('glossary/terms.csv', 'term,translation\npasar,bazaar\n');
    await runIn(folder, { provider: countingProvider() });
    const [row] = rowsIn(folder.read('output/a.md'));
    expect(row?.[2]).toBe('The market is busy.');
    expect(row?.[3]).toMatch(/^edited; check: terms changed since ok; check: terms: Unexpected English for “?"?pasar/);
  });
});

describe('a run', () => {
  it('asks for a sentence that stands in many articles once', async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`input/${n}.md`, `Kalimat yang sama.\n\nKalimat nomor ${n}.\n`]));
    const provider = countingProvider();
    await runIn(makeFolder(files), { provider });
    expect(provider.asked).toHaveLength(13);
    expect(provider.asked.filter((text) => text === 'Kalimat yang sama.')).toHaveLength(1);
  });

  it('asks a headline and a sentence of the same words for themselves', async () => {
    const provider = countingProvider();
    await runIn(makeFolder({ 'input/a.md': '# Harga naik lagi\n\nHarga naik lagi\n' }), { provider });
    expect(provider.asked).toHaveLength(2);
  });

  it('does nothing the second time, and writes no byte', async () => {
    const folder = makeFolder({ 'input/a.md': 'Harga naik.\n', 'input/sub/b.txt': 'Judul\n\nHarga turun.\n' });
    const provider = countingProvider();
    await runIn(folder, { provider });
    const before = [folder.read('output/a.md'), folder.read('output/sub/b.en.md')];
    const again = await runIn(folder, { provider });
    expect(again).toMatchObject({ articles: 2, unchanged: 2, asked: 0, segments: 3 });
    expect([folder.read('output/a.md'), folder.read('output/sub/b.en.md')]).toEqual(before);
  });

  it('keeps what was answered when it is stopped half-way, and goes on from there', async () => {
    const files = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`input/${n}.md`, `Kalimat nomor ${n}.\n`]));
    const folder = makeFolder(files);
    const controller = new AbortController();
    const first = countingProvider(({ text }) => {
      if (first.asked.length === 4) controller.abort();
      return `EN ${text}`;
    });
    await expect(runIn(folder, { provider: first, signal: controller.signal, flags: { jobs: '1' } })).rejects.toMatchObject({ name: 'AbortError' });
    const second = countingProvider();
    const report = await runIn(folder, { provider: second });
    expect(report.failed).toEqual([]);
    expect(new Set([...first.asked, ...second.asked]).size).toBe(10);
    expect(first.asked.length + second.asked.length).toBe(10);
  });

  it('fails rows that the provider cannot do, and asks for those only the next time', async () => {
    const folder = makeFolder({ 'input/a.md': 'Satu hal.\n\nDua hal.\n\nTiga hal.\n' });
    const report = await runIn(folder, {
      provider: countingProvider(({ id, text }) => (text.startsWith('Dua') ? { id, status: 'failed', reason: 'refused', fault: 'invalid' } : `EN ${text}`)),
    });
    expect(report).toMatchObject({ open: 1, states: { draft: 2, failed: 1 } });
    expect(rowsIn(folder.read('output/a.md'))[1]?.[3]).toBe('failed: refused');
    expect(folder.read('output/a.en.md')).toBe('EN Satu hal.\n\n⟦Dua hal.⟧\n\nEN Tiga hal.\n');
    const second = countingProvider();
    expect((await runIn(folder, { provider: second })).open).toBe(0);
    expect(second.asked).toEqual(['Dua hal.']);
    expect(folder.read('output/a.en.md')).toBe('EN Satu hal.\n\nEN Dua hal.\n\nEN Tiga hal.\n');
  });

  it('stops where the provider is of no use, and keeps the rest for the next run', async () => {
    const folder = makeFolder({ 'input/a.md': 'Satu hal.\n' });
    const provider = { ...countingProvider(), translate: () => Promise.reject(new ProviderError('x', 'no key', { fault: 'key' })) };
    await expect(runIn(folder, { provider })).rejects.toThrow('no key');
    expect(folder.has('output/a.md')).toBe(false);
    expect((await runIn(folder, { provider: countingProvider() })).open).toBe(0);
  });

  it('makes drafts again only with --refresh when the model changes, but lets those of the built-in engine go', async () => {
    const folder = makeFolder({ 'input/a.md': 'Harga beras naik.\n' });
    await runIn(folder, { flags: { provider: 'builtin' } });
    const first = countingProvider(({ text }) => `ONE ${text}`, 'model one');
    await runIn(folder, { provider: first });
    expect(first.asked).toHaveLength(1);
    const second = countingProvider(({ text }) => `TWO ${text}`, 'model two');
    await runIn(folder, { provider: second });
    expect(second.asked).toHaveLength(0);
    await runIn(folder, { provider: second, refresh: true });
    expect(second.asked).toHaveLength(1);
    expect(folder.read('output/a.en.md')).toBe('TWO Harga beras naik.\n');
  });

  it('reads sheets in the stacked layout back as well', async () => {
    const folder = makeFolder({ 'input/a.md': '# Judul besar\n\nHarga **naik** | turun.\n', 'padan.yaml': 'sheet: { layout: stacked }\n' });
    const provider = countingProvider();
    await runIn(folder, { provider });
    const sheet = folder.read('output/a.md');
    expect(rowsOf(readSheet(sheet)).map((row) => (row.target === undefined ? '' : toPlain(row.target)))).toEqual(['EN Judul besar', 'EN Harga naik | turun.']);
    folder.write('output/a.md', sheet.replace('EN Harga', 'Prices, by hand:'));
    await runIn(folder, { provider });
    expect(folder.read('output/a.en.md')).toContain('Prices, by hand:');
    expect(provider.asked).toHaveLength(2);
  });

  it('expands a term at its first mention only', async () => {
    const folder = makeFolder({
      'input/a.md': '# PSE wajib mendaftar\n\nPSE itu asing.\n\nPSE lain lokal.\n',
      'glossary/terms.csv': 'term,translation,first\nPSE,ESO,electronic system operator (ESO)\n',
    });
    const targets: string[] = [];
    await runIn(folder, { provider: countingProvider(({ text, terms }) => {
      targets.push(...terms.map(({ target }) => target));
      return text.replace('PSE', terms[0]?.target ?? '');
    }) });
    expect(targets).toEqual(['ESO', 'electronic system operator (ESO)', 'ESO']);
  });
});

describe('the real article', () => {
  const path = join(home, '..', 'shared', 'articles', 'tiktok-pse.txt');
  it.skipIf(!existsSync(path))('has every sentence in one row, its terms hold, and no Indonesian is left', async () => {
    const folder = makeFolder({ 'input/a.txt': readFileSync(path) });
    cpSync(join(home, 'glossary'), join(folder.root, 'glossary'), { recursive: true });
    const report = await runIn(folder);
    expect(report.failed).toEqual([]);
    const rows = rowsOf(readSheet(folder.read('output/a.md')));
    const squeeze = (text: string): string => text.replace(/\s+/gu, '');
    expect(squeeze(rows.map(({ source }) => toPlain(source)).join(''))).toBe(squeeze(readFileSync(path, 'utf8')));
    expect(rows.filter(({ target, review }) => target === undefined && review.state !== 'dropped')).toEqual([]);
    expect(report.findings['left-over'] ?? 0).toBe(0);
    for (const term of ['PSE', 'PSE lingkup privat', 'Kemkominfo']) expect(report.terms[term]?.met, term).toBe(report.terms[term]?.required);
    expect(report.states.dropped).toBe(6);
  });
});
