import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { countingProvider, editRow, makeFolder, rowsIn, runIn, type Folder } from './folder.ts';

/** Twenty paragraphs of one sentence each, no two alike. */
const SUBJECTS = ['Gubernur', 'Petani', 'Dokter', 'Nelayan', 'Guru', 'Hakim', 'Pelatih', 'Wartawan', 'Pedagang', 'Perawat'];
const ACTS = ['membuka pasar baru di tepi sungai', 'menanam seribu pohon di lereng bukit'];
const PARAGRAPHS = ACTS.flatMap((act) => SUBJECTS.map((subject, n) => `${subject} ${act} pada hari ke-${n + 1}.`));
const ARTICLE = `# Berita panjang dari desa\n\n${PARAGRAPHS.join('\n\n')}\n`;

async function newsroom(): Promise<Folder> {
  const folder = makeFolder({ 'input/a.md': ARTICLE });
  await runIn(folder, { provider: countingProvider() });
  return folder;
}

function englishOf(folder: Folder, id: string): string | undefined {
  return rowsIn(folder.read('output/a.md')).find(([number]) => number === id)?.[2];
}

function reviewOf(folder: Folder, id: string): string | undefined {
  return rowsIn(folder.read('output/a.md')).find(([number]) => number === id)?.[3];
}

describe("an editor's day", () => {
  it('loses nothing: edits, approvals, omissions, notes, a formatter, a changed source, a lost state folder', async () => {
    const folder = await newsroom();
    let sheet = folder.read('output/a.md');
    for (let n = 2; n <= 11; n += 1) sheet = editRow(sheet, `${n}.1`, { english: `Edited **by** hand ${n}.` });
    for (let n = 7; n <= 16; n += 1) sheet = editRow(sheet, `${n}.1`, { review: n === 16 ? 'ok // asked _twice_, see https://example.org/a' : 'OK' });
    for (const n of [17, 18]) sheet = editRow(sheet, `${n}.1`, { review: 'omit' });
    for (const n of [19, 20]) sheet = editRow(sheet, `${n}.1`, { review: 'redo // too stiff' });
    sheet = await prettier.format(sheet, { parser: 'markdown' });
    folder.write('output/a.md', sheet);

    // Two paragraphs more at the front, one deleted (an edited one), one changed (an approved one).
    const changed = PARAGRAPHS.flatMap((text, n) => (n === 1 ? [] : [n === 6 ? text.replace('tepi sungai', 'tepi danau') : text]));
    folder.write('input/a.md', `# Berita panjang dari desa\n\nKabar pertama tiba pagi ini.\n\nKabar kedua tiba sore ini.\n\n${changed.join('\n\n')}\n`);
    rmSync(join(folder.root, '.padan'), { recursive: true });
    const second = countingProvider(({ text }) => `{${text}}`);
    const report = await runIn(folder, { provider: second });

    expect(report.failed).toEqual([]);
    // Old row n stands two lower, one less after the deleted third.
    expect(englishOf(folder, '4.1')).toBe('Edited **by** hand 2.');
    expect(reviewOf(folder, '4.1')).toMatch(/^edited/);
    expect(englishOf(folder, '5.1')).toBe('Edited **by** hand 4.');
    expect(reviewOf(folder, '9.1')).toMatch(/^edited; check: source changed since ok, was “Pelatih membuka pasar baru di tepi sungai pada hari ke-7\.”/);
    expect(englishOf(folder, '9.1')).toBe('Edited **by** hand 8.');
    expect(reviewOf(folder, '8.1')).toBe('ok');
    expect(reviewOf(folder, '17.1')).toBe('ok // asked \\*twice\\*, see https://example.org/a');
    expect(reviewOf(folder, '18.1')).toBe('omit');
    expect(reviewOf(folder, '20.1')).toMatch(/^draft.* \/\/ too stiff$/);
    expect(englishOf(folder, '20.1')).toMatch(/^\{/);
    // Asked for: the two new sentences and the two to be done again; what .padan knew of drafts was in the sheet too.
    expect(second.asked).toHaveLength(4);
    const after = folder.read('output/a.md');
    expect(after).toContain('## Left over');
    expect(after.slice(after.indexOf('## Left over'))).toContain('Edited **by** hand 3.');
    expect(folder.read('output/a.en.md')).not.toContain('hand 3');
    expect(report.notes.join('\n')).toContain('1 left over');

    // A further run changes no byte, and what is left over stays until a person deletes it.
    await runIn(folder, { provider: second });
    expect(folder.read('output/a.md')).toBe(after);
    expect(second.asked).toHaveLength(4);
  });

  it('brings approvals, edits, notes and what is left over back when the output folder is deleted', async () => {
    const folder = await newsroom();
    let sheet = folder.read('output/a.md');
    sheet = editRow(sheet, '3.1', { english: 'Farmers, in my words.' });
    sheet = editRow(sheet, '4.1', { review: 'ok // with the doctor' });
    sheet = editRow(sheet, '5.1', { english: 'Vanishing soon.' });
    folder.write('output/a.md', sheet);
    folder.write('input/a.md', ARTICLE.replace(`${PARAGRAPHS[3] ?? ''}\n\n`, ''));
    const provider = countingProvider();
    await runIn(folder, { provider });
    const before = folder.read('output/a.md');
    rmSync(join(folder.root, 'output'), { recursive: true });
    await runIn(folder, { provider });
    expect(folder.read('output/a.md')).toBe(before);
    expect(before).toContain('Farmers, in my words.');
    expect(before).toContain('ok // with the doctor');
    expect(before).toContain('Vanishing soon.');
    expect(provider.asked).toEqual([]);
  });

  it('merges a sheet that is saved while the run is at work', async () => {
    const folder = await newsroom();
    let saved = false;
    const provider = countingProvider(({ text }) => {
      if (!saved) folder.write('output/a.md', editRow(folder.read('output/a.md'), '6.1', { english: 'Saved in between.', review: 'ok' }));
      saved = true;
      return `<${text}>`;
    });
    folder.write('input/a.md', `${ARTICLE}\nSatu kalimat baru.\n`);
    await runIn(folder, { provider });
    expect(englishOf(folder, '6.1')).toBe('Saved in between.');
    expect(reviewOf(folder, '6.1')).toBe('ok');
  });

  it('leaves a changed English document alone, and names it', async () => {
    const folder = await newsroom();
    const changed = folder.read('output/a.en.md').replace('Berita', 'BERITA');
    folder.write('output/a.en.md', changed);
    folder.write('output/a.md', editRow(folder.read('output/a.md'), '3.1', { english: 'Another word.' }));
    const report = await runIn(folder, { provider: countingProvider() });
    expect(folder.read('output/a.en.md')).toBe(changed);
    expect(report.notes.join('\n')).toMatch(/a\.en\.md was changed by a person/);
    const again = await runIn(folder, { provider: countingProvider() });
    expect(folder.read('output/a.en.md')).toBe(changed);
    expect(again.notes.join('\n')).toMatch(/a\.en\.md was changed by a person/);
  });

  it('reuses what was approved in other articles, and follows it when it changes', async () => {
    const sentence = 'Gubernur membuka pasar baru di tepi sungai pada hari ke-1.';
    const folder = makeFolder({ 'input/a.md': ARTICLE, 'input/z.md': `Awal cerita.\n\n${sentence}\n` });
    const provider = countingProvider();
    await runIn(folder, { provider });
    expect(provider.asked.filter((text) => text === sentence)).toHaveLength(1);
    const row = (): string[] | undefined => rowsIn(folder.read('output/z.md')).find(([, source]) => source === sentence);
    expect(row()?.[3]).toMatch(/^draft/);
    folder.write('output/a.md', editRow(folder.read('output/a.md'), '2.1', { english: 'The governor opened a market.', review: 'ok' }));
    await runIn(folder, { provider });
    expect(row()?.slice(2)).toEqual(['The governor opened a market.', expect.stringMatching(/^memory/)]);
    folder.write('output/a.md', editRow(folder.read('output/a.md'), '2.1', { english: 'The governor opened a new market.', review: 'ok' }));
    await runIn(folder, { provider });
    // The approval fell with the edit, so there is nothing to follow until she approves again.
    expect(row()?.[3]).toMatch(/^draft/);
    folder.write('output/a.md', editRow(folder.read('output/a.md'), '2.1', { review: 'ok' }));
    await runIn(folder, { provider });
    expect(row()?.slice(2)).toEqual(['The governor opened a new market.', expect.stringMatching(/^memory/)]);
  });

  it('shows two approvals of one sentence, and fills neither in', async () => {
    const sentence = 'Dokter menanam seribu pohon di lereng bukit pada hari ke-3.';
    const folder = makeFolder({ 'input/a.md': `${sentence}\n`, 'input/b.md': `${sentence}\n`, 'input/c.md': `${sentence}\n` });
    await runIn(folder, { provider: countingProvider() });
    folder.write('output/a.md', editRow(folder.read('output/a.md'), '1.1', { english: 'One way.', review: 'ok' }));
    folder.write('output/b.md', editRow(folder.read('output/b.md'), '1.1', { english: 'Another way.', review: 'ok' }));
    await runIn(folder, { provider: countingProvider() });
    const [row] = rowsIn(folder.read('output/c.md'));
    expect(row?.[3]).toContain('draft; check: approved in 2 ways: “One way.” or “Another way.”');
  });

  it('shows what is not approved in a marker when only approved text may be published', async () => {
    const folder = makeFolder({ 'input/a.md': 'Harga naik.\n\nHarga turun.\n', 'padan.yaml': 'publish: approved\n' });
    const first = await runIn(folder, { provider: countingProvider() });
    expect(folder.read('output/a.en.md')).toBe('⟦Harga naik.⟧\n\n⟦Harga turun.⟧\n');
    expect(first.open).toBe(2);
    folder.write('output/a.md', editRow(folder.read('output/a.md'), '1.1', { english: 'Prices rose.', review: 'ok' }));
    await runIn(folder, { provider: countingProvider() });
    expect(folder.read('output/a.en.md')).toBe('Prices rose.\n\n⟦Harga turun.⟧\n');
  });

  it('translates a dropped row after all where a person types redo, and keeps it', async () => {
    const folder = makeFolder({ 'input/a.md': 'Harga naik.\n\nBaca juga: Harga turun\n\nHarga tetap.\n' });
    const provider = countingProvider();
    await runIn(folder, { provider });
    expect(reviewOf(folder, '2.1')).toBe('dropped: promo');
    expect(folder.read('output/a.en.md')).toBe('EN Harga naik.\n\nEN Harga tetap.\n');
    folder.write('output/a.md', editRow(folder.read('output/a.md'), '2.1', { review: 'redo' }));
    await runIn(folder, { provider });
    expect(reviewOf(folder, '2.1')).toMatch(/^draft/);
    expect(folder.read('output/a.en.md')).toContain('Harga turun');
    const settled = folder.read('output/a.md');
    await runIn(folder, { provider });
    expect(folder.read('output/a.md')).toBe(settled);
  });
});
