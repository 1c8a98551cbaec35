import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countingProvider, editRow, makeFolder, rowsIn, runIn, type Folder } from './folder.ts';

/** A glossary, and two paragraphs of which the first has a figure that the English gets wrong. */
const FILES = {
  'glossary/terms.csv': 'term,translation\npetani,farmer\n',
  'input/a.md': '# Kabar dari desa di tepi sungai\n\nSebanyak 25 petani menanam pohon di lereng bukit.\n\nHari itu hujan turun dengan deras sekali.\n',
};
const ENGLISH = (text: string): string => (text.startsWith('Sebanyak') ? 'As many as 26 farmers planted trees on the hill.' : text.startsWith('Hari') ? 'Heavy rain fell that day.' : 'News from a village by the river');

async function newsroom(): Promise<Folder> {
  const folder = makeFolder(FILES);
  await translate(folder);
  return folder;
}

async function translate(folder: Folder, english = ENGLISH): Promise<void> {
  await runIn(folder, { provider: countingProvider(({ text }) => english(text)) });
}

async function edit(folder: Folder, change: { readonly english?: string; readonly review?: string }): Promise<void> {
  folder.write('output/a.md', editRow(folder.read('output/a.md'), '2.1', change));
  await translate(folder);
}

function row(folder: Folder): { readonly english: string | undefined; readonly review: string | undefined } {
  const found = rowsIn(folder.read('output/a.md')).find(([id]) => id === '2.1');
  return { english: found?.[2], review: found?.[3] };
}

describe('a waiver', () => {
  it('silences its rule on its row and stays, run after run, without the state folder too', async () => {
    const folder = await newsroom();
    expect(row(folder).review).toContain('check: numbers');
    await edit(folder, { review: 'draft; waive: numbers' });
    expect(row(folder).review).toBe('draft; waive: numbers');
    rmSync(join(folder.root, '.padan'), { recursive: true });
    await translate(folder);
    expect(row(folder).review).toBe('draft; waive: numbers');
  });

  it('stays on English that is edited in the same save', async () => {
    const folder = await newsroom();
    await edit(folder, { english: 'Some 26 farmers planted trees on the hill.', review: 'draft; waive: numbers' });
    expect(row(folder).review).toBe('edited; waive: numbers');
    await translate(folder);
    expect(row(folder).review).toBe('edited; waive: numbers');
  });

  it('ends when the English changes after it', async () => {
    const folder = await newsroom();
    await edit(folder, { review: 'draft; waive: numbers' });
    await edit(folder, { english: 'Some 27 farmers planted trees on the hill.' });
    expect(row(folder).english).toContain('27');
    expect(row(folder).review).toMatch(/^edited; check: English changed since waive: numbers; check: numbers: /);
    await edit(folder, { review: 'edited; waive: numbers' });
    expect(row(folder).review).toBe('edited; waive: numbers');
  });

  it('ends when the source changes, or a new draft says something else', async () => {
    const folder = await newsroom();
    await edit(folder, { review: 'draft; waive: numbers' });
    folder.write('input/a.md', FILES['input/a.md'].replace('di lereng bukit', 'di lereng gunung'));
    await translate(folder);
    expect(row(folder).review).toContain('check: numbers');
    await edit(folder, { review: 'draft; waive: numbers' });
    folder.write('output/a.md', editRow(folder.read('output/a.md'), '2.1', { review: 'redo; waive: numbers' }));
    await translate(folder, (text) => ENGLISH(text).replace('26', '28'));
    expect(row(folder).english).toContain('28');
    expect(row(folder).review).toContain('check: numbers');
  });
});

describe('an approval', () => {
  it.each([
    ['source', (folder: Folder) => { folder.write('input/a.md', FILES['input/a.md'].replace('lereng bukit', 'lereng gunung')); }, 'edited; check: source changed since ok, was “Sebanyak 25 petani menanam pohon di lereng bukit.”'],
    ['English', (folder: Folder) => { folder.write('output/a.md', editRow(folder.read('output/a.md'), '2.1', { english: 'As many as 26 farmers planted trees on that hill.' })); }, 'edited; check: English changed since ok'],
    ['terms', (folder: Folder) => { folder.write('glossary/terms.csv', 'term,translation,also\npetani,farmer,grower\n'); }, 'edited; check: terms changed since ok'],
  ])('ends when the %s changes; the row says so and keeps the words, until it is approved again', async (_, change, said) => {
    const folder = await newsroom();
    await edit(folder, { review: 'ok' });
    await translate(folder);
    expect(row(folder).review).toBe('ok');
    change(folder);
    await translate(folder);
    const kept = row(folder);
    expect(kept.english).toMatch(/^As many as 26 farmers/);
    expect(kept.review?.slice(0, said.length)).toBe(said);
    // It goes on saying so.
    await translate(folder);
    expect(row(folder)).toEqual(kept);
    await edit(folder, { review: 'ok' });
    expect(row(folder).review).toBe('ok');
    await translate(folder);
    expect(row(folder).review).toBe('ok');
  });

  it('holds when another row, another term or a note changes', async () => {
    const folder = await newsroom();
    await edit(folder, { review: 'ok // seen' });
    folder.write('glossary/terms.csv', 'term,translation,note\npetani,farmer,a note\nnelayan,fisher,\n');
    folder.write('input/a.md', `${FILES['input/a.md'].replace('deras sekali', 'lebat')}\nHabis.\n`);
    await translate(folder);
    expect(row(folder).review).toBe('ok // seen');
  });
});
