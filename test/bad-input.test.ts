import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replace } from '../pipeline/files.ts';
import { hash } from '../pipeline/keys.ts';
import { editRow, type Folder, makeFolder } from './folder.ts';
import { padan } from './padan.ts';

const GOOD = { 'input/good.md': 'Harga beras naik 8 persen.\n' };
const dead = '{ "providers": 1';

/** What is wrong, how the folder is made so, what is run, the exit code, what is said; and whether the good article was done. */
const CASES: readonly [name: string, files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[], code: number, said: RegExp, good: boolean, prepare?: (folder: Folder) => void][] = [
  ['no input folder', {}, ['translate'], 2, /input: no such file or folder\. Expected articles/, false],
  ['an empty input folder', { 'input/.keep': '' }, ['translate'], 2, /input: no articles found\. Put \.md or \.txt files there/, false],
  ['a named file that is not there', GOOD, ['translate', 'input/none.md'], 2, /input\/none\.md: no such file or folder/, false],
  ['an empty file', { ...GOOD, 'input/empty.md': '', 'input/blank.txt': '\n\n' }, ['translate'], 0, /3 articles/, true],
  ['a line of 10 MB', { ...GOOD, 'input/long.txt': `${'kata '.repeat(2_000_000)}\n` }, ['translate', '--provider', 'echo'], 1, /input\/long\.txt:1: unexpected line of 10,000,000 characters, expected at most 200,000\. Break it into paragraphs/, true],
  ['a binary file', { ...GOOD, 'input/photo.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]) }, ['translate'], 1, /input\/photo\.txt.*(?:PNG|binary|NUL)/i, true],
  ['a broken encoding', { ...GOOD, 'input/broken.txt': Uint8Array.from([0xff, 0xfe, 0x41]) }, ['translate'], 1, /input\/broken\.txt.*UTF-16/, true],
  ['a folder named like an article', GOOD, ['translate'], 1, /input\/a\.md: unexpected folder, expected a file.*Rename the folder/, true, (folder) => { mkdirSync(join(folder.root, 'input', 'a.md')); }],
  ['a link out of the input folder', { ...GOOD, 'secret.md': 'Rahasia.\n' }, ['translate'], 1, /input\/link\.md: unexpected link to a place outside input/, true, (folder) => { symlinkSync(join(folder.root, 'secret.md'), join(folder.root, 'input', 'link.md')); }],
  ['a kind of document that is not read yet', { ...GOOD, 'input/letter.docx': 'PK' }, ['translate'], 1, /input\/letter\.docx: unexpected \.docx, expected \.md or \.txt/, true],
  ['two inputs for one output', { ...GOOD, 'input/good.txt': 'Harga.\n' }, ['translate'], 2, /input\/good\.txt and input\/good\.md would both be written to output\/good\.md\. Rename one of them/, false],
  ['an output that someone else wrote', { ...GOOD, 'output/good.md': '# My own notes\n' }, ['translate'], 2, /output\/good\.md is there already and is no sheet of Padan's\. Move it away/, false],
  ['an English document that someone else wrote', { ...GOOD, 'output/good.en.md': 'Mine.\n' }, ['translate'], 2, /output\/good\.en\.md is there already and was not written by Padan/, false],
  ['an output folder that is a file', { ...GOOD, output: 'a file' }, ['translate'], 2, /output: cannot be written: .*file, expected a folder/, false],
  ['front matter that is no YAML', { ...GOOD, 'input/front.md': '---\ntitle: [a\n---\n\nHarga naik.\n' }, ['translate'], 0, /input\/front\.md:\d+: Expected the front matter to be YAML/, true],
  ['a glossary with a doubled row', { ...GOOD, 'glossary/terms.csv': 'term,translation\npasar,market\npasar,bazaar\n' }, ['translate'], 2, /glossary\/terms\.csv:3/, false],
  ['a glossary with a misspelt column', { ...GOOD, 'glossary/terms.csv': 'term,tranlation\npasar,market\n' }, ['translate'], 2, /glossary\/terms\.csv:1.*tranlation.*translation/, false],
  ['a settings key misspelt', { ...GOOD, 'padan.yaml': 'provder: echo\n' }, ['translate'], 2, /padan\.yaml:1:10: unexpected key "provder", expected "provider"/, false],
  ['settings that are no YAML', { ...GOOD, 'padan.yaml': dead }, ['translate'], 2, /padan\.yaml:1:\d+/, false],
  ['an unknown provider', GOOD, ['translate', '--provider', 'opnai'], 2, /unexpected "opnai", expected "openai"/, false],
  ['a missing key', GOOD, ['translate', '--provider', 'openai'], 2, /needs a key\. Put OPENAI_API_KEY/, false],
  ['a provider of the user’s that is not there', GOOD, ['translate', '--provider', './mine.js'], 2, /\.\/mine\.js: no such file/, false],
  ['a provider of the user’s that is none', { ...GOOD, 'mine.js': 'export const x = 1;\n' }, ['translate', '--provider', './mine.js'], 2, /exports no function createProvider/, false],
  ['an unknown flag', GOOD, ['translate', '--dryrun'], 2, /unknown option '--dryrun'/, false],
  ['one folder for input and output', GOOD, ['translate', '--output', 'input'], 2, /output: unexpected input, which is the input folder as well/, false],
  ['a provider program that dies', { ...GOOD, 'padan.yaml': 'provider: command\nproviders: { command: { command: ["node", "-e", "process.exit(0)"] } }\n' }, ['translate'], 1, /node ended with code 0 and gave no answer/, true],
  ['a provider program that answers half a JSON', { ...GOOD, 'padan.yaml': 'provider: command\nproviders: { command: { command: ["node", "-e", "console.log(\'{\\"id\\": \\"\')"] } }\n' }, ['translate'], 1, /gave no answer/, true],
  ['a provider program that answers another id', { ...GOOD, 'padan.yaml': 'provider: command\nproviders: { command: { command: ["node", "-e", "console.log(JSON.stringify({id: \'x\', text: \'y\'}))"] } }\n' }, ['translate'], 1, /1 row without English/, true],
];

describe('bad input gets a message that a person can act on, and a right exit code', () => {
  it.each(CASES)('%s', async (_name, files, args, code, said, good, prepare) => {
    const folder = makeFolder(files);
    prepare?.(folder);
    const ended = await padan(folder, args);
    expect(ended.said).toMatch(said);
    expect(ended.code).toBe(code);
    expect(ended.said).not.toMatch(/\n\s+at .*\(|fault of Padan/);
    expect(folder.has('output/good.en.md') && folder.read('output/good.en.md') !== 'Mine.\n').toBe(good);
  });

  it('an unwritable place is named, and the others are done', async () => {
    // Root may write anywhere: then there is nothing to see here.
    if (process.getuid?.() === 0) return;
    const folder = makeFolder({ ...GOOD, 'input/sub/b.md': 'Harga turun.\n' });
    mkdirSync(join(folder.root, 'output', 'sub'), { recursive: true });
    chmodSync(join(folder.root, 'output', 'sub'), 0o500);
    const ended = await padan(folder, ['translate']);
    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(/output\/sub\/b.*no permission/);
    expect(folder.has('output/good.en.md')).toBe(true);
  });

  it('a full disk is said, and nothing is lost', () => {
    if (!existsSync('/dev/full')) return;
    const folder = makeFolder({ 'a.md': 'old', 'tmp/x': '', 'kept/x': '' });
    const path = join(folder.root, 'a.md');
    // Linux has a device that is always full.
    symlinkSync('/dev/full', join(folder.root, 'tmp', hash(path)));
    const workshop = { fresh: join(folder.root, 'tmp'), kept: join(folder.root, 'kept') };
    expect(() => replace(path, 'new', 'a', workshop)).toThrow(/a\.md: cannot be written: the disk is full\. Free some space, then run again/);
    expect(folder.read('a.md')).toBe('old');
  });

  it.each<[string, (sheet: string) => string, RegExp]>([
    ['a changed Indonesian cell', (sheet) => sheet.replace('naik 8 persen', 'naik 9 persen'), /output\/good\.md:\d+: row 1\.1: Unexpected change of the Indonesian/],
    ['a deleted row', (sheet) => sheet.replace(/^\| 2\.1 .*\n/m, ''), /Unexpected deletion/],
    ['a doubled row', (sheet) => sheet.replace(/^(\| 2\.1 .*\n)/m, '$1$1'), /Unexpected second row with this number/],
    ['a broken table', (sheet) => sheet.replace('|--:|---|---|---|\n', ''), /output\/good\.md:\d+: /],
    ['a word in Review that is none', (sheet) => editRow(sheet, '1.1', { review: 'approoved' }), /Unexpected “approoved” in Review, expected one of/],
    ['a merge conflict', (sheet) => `${sheet}<<<<<<< mine\n`, /Unexpected merge conflict/],
  ])('a sheet with %s is left as it is and named, and the others are done', async (_name, spoil, said) => {
    const folder = makeFolder({ 'input/good.md': 'Harga beras naik 8 persen.\n\nHarga gula turun.\n', 'input/other.md': 'Hujan turun.\n' });
    await padan(folder, ['translate', '--provider', 'echo']);
    const spoilt = spoil(folder.read('output/good.md'));
    folder.write('output/good.md', spoilt);
    folder.write('input/other.md', 'Hujan turun lagi.\n');
    const ended = await padan(folder, ['translate', '--provider', 'echo']);
    expect(ended.said).toMatch(said);
    expect(ended.code).toBe(1);
    expect(folder.read('output/good.md')).toBe(spoilt);
    expect(folder.read('output/other.en.md')).toBe('Hujan turun lagi.\n');
  });
});

describe('the commands', () => {
  it('say what they would do and do nothing with --dry-run', async () => {
    const folder = makeFolder({ 'input/a.md': 'Harga naik.\n\nHarga naik.\n\nBaca juga: Pasar\n' });
    const ended = await padan(folder, ['translate', '--dry-run']);
    expect(ended.code).toBe(0);
    expect(ended.said).toContain('1 sentence (11 characters) would be sent to builtin');
    expect(ended.said).toContain('1 are repeated');
    expect(folder.has('output')).toBe(false);
    expect(folder.has('.padan')).toBe(false);
  });

  it('print JSON Lines on standard output with --json, and nothing for people', async () => {
    const folder = makeFolder(GOOD);
    const ended = await padan(folder, ['translate', '--json', '--provider', 'echo']);
    const lines = ended.printed.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ status: 'written', report: { article: 'good', segments: 1, asked: 1 } });
    expect(lines[1]).toMatchObject({ summary: { articles: 1, segments: 1 } });
    expect(ended.said).toBe('');
  });

  it('check ends with 1 where something is left, in words that name the line', async () => {
    const folder = makeFolder(GOOD);
    await padan(folder, ['translate', '--provider', 'echo']);
    const ended = await padan(folder, ['check']);
    expect(ended.code).toBe(1);
    expect(ended.printed).toMatch(/^output\/good\.md:\d+: error: row 1\.1: same: Unexpected English equal to the Indonesian/);
    folder.write('output/good.md', editRow(folder.read('output/good.md'), '1.1', { english: 'Rice prices rose 8 percent.' }));
    expect((await padan(folder, ['check'])).code).toBe(0);
  });

  it('segments prints the segments of an article as JSON Lines', async () => {
    const folder = makeFolder({ 'a.md': '# Judul\n\nSatu **kalimat**. Dua kalimat.\n' });
    const ended = await padan(folder, ['segments', 'a.md']);
    expect(ended.printed.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
      { id: '1.1', block: 0, role: 'headline', text: 'Judul' },
      { id: '2.1', block: 1, role: 'body', text: 'Satu <g1>kalimat</g1>.' },
      { id: '2.2', block: 1, role: 'body', text: 'Dua kalimat.' },
    ]);
  });

  it('segments --plain prints one JSON array a paragraph', async () => {
    const ended = await padan(makeFolder({}), ['segments', '--plain'], 'Satu. Dua.\n\nTiga dr. Amir.\n');
    expect(ended.printed).toBe('["Satu.","Dua."]\n[]\n["Tiga dr. Amir."]\n');
  });

  it('text gives a line for a line', async () => {
    const ended = await padan(makeFolder({}), ['text', '--provider', 'echo'], 'Satu.\n\nDua <g1>.');
    expect(ended.printed).toBe('Satu.\n\nDua ‹g1›.\n');
  });

  it('init lays down what a newcomer needs, and touches nothing that is there', async () => {
    const folder = makeFolder({ 'padan.yaml': 'provider: echo\n' });
    const ended = await padan(folder, ['init']);
    expect(ended.code).toBe(0);
    expect(folder.read('padan.yaml')).toBe('provider: echo\n');
    expect(folder.has('glossary/terms.csv')).toBe(true);
    expect((await padan(folder, ['translate'])).code).toBe(0);
    expect(folder.has('output/contoh.en.md')).toBe(true);
  });

  it('tells its version, and helps', async () => {
    expect((await padan(makeFolder({}), ['--version'])).printed).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await padan(makeFolder({}), ['--help'])).toMatchObject({ code: 0, printed: expect.stringContaining('translate') as string });
  });
});
