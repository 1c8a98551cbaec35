import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readTermbase } from '../../pipeline/terms/termbase.ts';
import { editRow, makeFolder, runIn } from '../folder.ts';
import { padan } from '../padan.ts';

const GLOSSARY = 'term,translation,avoid\npasar induk,wholesale market,main bazaar\npedagang,trader,\n';
const ARTICLES = {
  'glossary/terms.csv': GLOSSARY,
  'input/satu.md': 'Pedagang datang ke pasar induk.\n\nPasar induk itu ramai.\n',
  'input/dua.md': 'Pedagang pulang.\n',
};

const figures = z.strictObject({ required: z.number(), met: z.number(), repaired: z.number(), waived: z.number(), violated: z.number() });
const report = z.strictObject({
  total: figures,
  terms: z.record(z.string(), figures),
  articles: z.array(z.strictObject({ article: z.string(), total: figures, terms: z.record(z.string(), figures) })),
});

describe('padan terms report', () => {
  it('counts for each term and article in how many rows it holds', async () => {
    const folder = makeFolder(ARTICLES);
    await runIn(folder);
    const { code, printed } = await padan(folder, ['terms', 'report', '--json']);
    const { total, terms, articles } = report.parse(JSON.parse(printed));
    expect(total).toMatchObject({ required: 4, met: 4, violated: 0 });
    expect(terms).toMatchObject({ 'pasar induk': { required: 2, met: 2 }, pedagang: { required: 2, met: 2 } });
    expect(articles.map(({ article, total: own }) => [article, own.required])).toEqual([['dua', 1], ['satu', 3]]);
    expect(code).toBe(0);
  });

  it('shows what a person has written against the glossary, and ends with 1', async () => {
    const folder = makeFolder(ARTICLES);
    await runIn(folder);
    folder.write('output/satu.md', editRow(folder.read('output/satu.md'), '2.1', { english: 'The main bazaar is busy.' }));
    const { code, printed } = await padan(folder, ['terms', 'report']);
    expect(printed).toMatch(/^pasar induk +2 +1 +0 +0 +1$/m);
    expect(printed).toMatch(/^satu +3 +2 +0 +0 +1$/m);
    expect(code).toBe(1);
  });

  it('goes into a spreadsheet', async () => {
    const folder = makeFolder(ARTICLES);
    await runIn(folder);
    const { printed } = await padan(folder, ['terms', 'report', '--csv', 'input/dua.md']);
    expect(printed).toBe('article,term,required,met,repaired,waived,violated\ndua,pedagang,1,1,0,0,0\n');
  });

  it('names what has no sheet yet', async () => {
    const { code, said } = await padan(makeFolder(ARTICLES), ['terms', 'report']);
    expect(said).toContain('there is no sheet for');
    expect(said).toContain('Run padan translate first');
    expect(code).toBe(1);
  });
});

describe('padan terms suggest', () => {
  const folder = makeFolder({
    'glossary/terms.csv': GLOSSARY,
    'input/a.md': 'Badan Pengawas Pasar Modal (BAPEMO) memanggil Sutan Rajawali.\n\nPedagang pasar induk menemui Sutan Rajawali.\n',
  });

  it('finds names with their acronyms and names that come again, as rows that a person fills in', async () => {
    const { code, printed, said } = await padan(folder, ['terms', 'suggest']);
    const [head, ...rows] = printed.trim().split('\n');
    expect(head).toMatch(/^term,translation,/);
    const named = rows.map((line) => line.split(',').slice(0, 2));
    expect(named).toContainEqual(['BAPEMO', '']);
    expect(named).toContainEqual(['Sutan Rajawali', '']);
    expect(named.flat()).not.toContain('pasar induk');
    expect(said).toContain('None counts before you write its English');
    expect(code).toBe(0);
  });

  it('writes a new file and nothing over one that is there; its rows count for nothing as they are', async () => {
    expect((await padan(folder, ['terms', 'suggest', '--out', 'new.csv'])).code).toBe(0);
    expect(() => readTermbase(folder.read('new.csv'), 'new.csv')).toThrow('new.csv:2');
    const again = await padan(folder, ['terms', 'suggest', '--out', 'new.csv']);
    expect(again.said).toContain('is there already');
    expect(again.code).toBe(2);
  });
});
