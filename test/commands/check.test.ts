import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Open, writeJunit, writeSarif } from '../../pipeline/commands/check-format.ts';
import { editRow, makeFolder, runIn, type Folder } from '../folder.ts';
import { padan } from '../padan.ts';

const answers = z.array(z.union([
  z.strictObject({ id: z.union([z.string(), z.number()]), findings: z.array(z.strictObject({ rule: z.string(), severity: z.string(), message: z.string(), actual: z.string().nullable(), expected: z.string().nullable() })) }),
  z.strictObject({ line: z.number(), error: z.string() }),
]));

function answersIn(printed: string): z.output<typeof answers> {
  return answers.parse(printed.trim().split('\n').map((line): unknown => JSON.parse(line)));
}

const pair = (id: string | number, source: string, target: string): string => `${JSON.stringify({ id, source, target })}\n`;

describe('padan check --pairs', () => {
  it('answers each pair in order, with what was found and what was expected', async () => {
    const ended = await padan(makeFolder({}), ['check', '--pairs'], pair('a', 'Harga naik 12,5 persen.', 'Prices rose 125 percent.') + pair(2, 'Harga naik.', 'Prices rose.'));
    expect(answersIn(ended.printed)).toEqual([
      { id: 'a', findings: [{ rule: 'numbers', severity: 'error', message: 'Unexpected 125 percent, expected 12.5 percent', actual: '125 percent', expected: '12.5 percent' }] },
      { id: 2, findings: [] },
    ]);
    expect(ended.code).toBe(0);
  });

  it('answers a line that is no pair with its number, goes on, and ends with 2', async () => {
    const ended = await padan(makeFolder({}), ['check', '--pairs'], `{"id": 1}\n\n{no\n${pair('b', 'Harga naik.', 'Prices rose.')}`);
    expect(answersIn(ended.printed)).toMatchObject([{ line: 1, error: expect.stringContaining('"source"') as unknown }, { line: 3 }, { id: 'b', findings: [] }]);
    expect(ended.code).toBe(2);
  });

  it('looks after the terms of the glossary', async () => {
    const folder = makeFolder({ 'glossary/terms.csv': 'term,translation\npasar,market\n' });
    const ended = await padan(folder, ['check', '--pairs'], pair(1, 'Ia pergi ke pasar.', 'The farmer went to the bazaar.') + pair(2, 'Ia pergi ke pasar.', 'The farmer went to the markets.'));
    expect(answersIn(ended.printed)).toMatchObject([{ findings: [{ rule: 'terms', expected: 'market' }] }, { findings: [] }]);
  });

  it('leaves out a check that the settings turn off, and weighs as they say', async () => {
    const folder = makeFolder({ 'padan.yaml': 'checks: { quotes: off, numbers: note }\n' });
    const ended = await padan(folder, ['check', '--pairs'], pair(1, '"Naik 5 persen," kata dia.', 'Up 6 percent, the official said.'));
    expect(answersIn(ended.printed)).toMatchObject([{ findings: [{ rule: 'numbers', severity: 'note' }] }]);
  });
});

describe('padan check of several articles', () => {
  it('finds one sentence with two wordings, and says nothing of it where that is turned off, waived or approved', async () => {
    const folder = makeFolder({ 'input/a.md': 'Petani itu pulang ke desa.\n', 'input/b.md': 'Petani itu pulang ke desa.\n' });
    await runIn(folder);
    const say = (name: string, change: Parameters<typeof editRow>[2]): void => { folder.write(`output/${name}.md`, editRow(folder.read(`output/${name}.md`), '1.1', change)); };
    expect(await padan(folder, ['check'])).toMatchObject({ code: 0, printed: '' });
    say('b', { english: 'The peasant returned to his village.' });
    const finding = /^output\/b\.md:\d+: warning: row 1\.1: consistency: Unexpected wording, expected that of the same sentence in output\/a\.md row 1\.1$/m;
    expect((await padan(folder, ['check'])).printed).toMatch(finding);
    folder.write('padan.yaml', 'checks: { consistency: off }\n');
    expect((await padan(folder, ['check'])).printed).not.toContain('consistency');
    folder.write('padan.yaml', '');
    say('b', { review: 'waive: consistency' });
    expect((await padan(folder, ['check'])).printed).not.toContain('consistency');
    say('b', { review: 'ok' });
    expect((await padan(folder, ['check'])).printed).toMatch(/^output\/a\.md:\d+: warning: row 1\.1: consistency: .*output\/b\.md row 1\.1$/m);
    say('a', { review: 'ok' });
    expect((await padan(folder, ['check'])).printed).not.toContain('consistency');
  });
});

describe('padan check in CI', () => {
  async function newsroom(settings = ''): Promise<Folder> {
    const folder = makeFolder({ 'input/a.md': 'Harga beras naik 8 persen.\n', 'input/b.md': 'Petani pulang.\n', ...(settings === '' ? {} : { 'padan.yaml': settings }) });
    await runIn(folder, { flags: { provider: 'echo' } });
    folder.write('output/a.md', editRow(folder.read('output/a.md'), '1.1', { english: 'Rice prices rose 9 percent.' }));
    folder.write('output/b.md', editRow(folder.read('output/b.md'), '1.1', { english: 'The farmers went home.' }));
    return folder;
  }

  it('ends with 1 where there is an error, and with 0 where there are lighter findings', async () => {
    expect(await padan(await newsroom(), ['check'])).toMatchObject({ code: 1, printed: expect.stringMatching(/^output\/a\.md:\d+: error: row 1\.1: numbers: Unexpected 9 percent, expected 8 percent\n$/) as unknown, said: expect.stringContaining('2 articles: 1 left for a person (1 error, 0 warnings, 0 notes)') as unknown });
    expect(await padan(await newsroom('checks: { numbers: warning }\n'), ['check'])).toMatchObject({ code: 0, printed: expect.stringContaining('warning: row 1.1') as unknown });
    expect(await padan(await newsroom('checks: { numbers: off }\n'), ['check'])).toMatchObject({ code: 0, printed: '' });
  });

  it('tells SARIF with rule, level, file and line', async () => {
    const { printed } = await padan(await newsroom(), ['check', '--format', 'sarif']);
    expect(JSON.parse(printed)).toMatchObject({
      version: '2.1.0',
      runs: [{
        tool: { driver: { name: 'padan' } },
        results: [{ ruleId: 'numbers', level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: 'output/a.md' }, region: { startLine: expect.any(Number) as unknown } } }] }],
      }],
    });
  });

  it('looks at changed articles alone with --changed', async () => {
    const folder = await newsroom();
    const git = (...args: readonly string[]): string => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder.root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    git('init', '-q', '-b', 'main');
    git('add', 'input', 'output');
    git('commit', '-q', '-m', 'all');
    expect(await padan(folder, ['check', '--changed'])).toMatchObject({ code: 0, printed: '' });
    folder.write('output/b.md', editRow(folder.read('output/b.md'), '1.1', { english: 'The 7 farmers went home.' }));
    const changed = await padan(folder, ['check', '--changed']);
    expect(changed.printed).toMatch(/^output\/b\.md:\d+: error: row 1\.1: numbers: Unexpected 7, expected no such number\n$/);
    git('checkout', '-q', '-b', 'work');
    git('commit', '-q', '-a', '-m', 'more');
    expect((await padan(folder, ['check', '--changed'])).printed).toBe('');
    expect((await padan(folder, ['check', '--changed', '--since', 'main'])).printed).toBe(changed.printed);
    expect(await padan(folder, ['check', '--changed', '--since', 'nowhere'])).toMatchObject({ code: 2, said: expect.stringContaining('--since nowhere') as unknown });
  });
});

describe('the formats', () => {
  const open: Open = { file: 'output/a b&#é.md', line: 3, row: '1.1', rule: 'numbers', severity: 'error', message: 'Unexpected “<5>” & "6"\u0000\uD800, expected \'7\'' };

  it('escape what XML gives a meaning, and replace what it cannot hold', () => {
    const text = writeJunit([open, { ...open, severity: 'note', line: undefined }], ['output/clean.md']);
    expect(text).toContain('message="Unexpected “&lt;5&gt;” &amp; &quot;6&quot;\uFFFD\uFFFD, expected &#39;7&#39;"');
    expect(text).toContain('<testsuites name="padan check" tests="3" failures="1" errors="0">');
    expect(text).toContain('<testcase classname="output/clean.md" name="all checks"/>');
    expect(text.match(/<failure /g)).toHaveLength(1);
  });

  it('encode a path as a URI in SARIF', () => {
    expect(JSON.parse(writeSarif([open]))).toMatchObject({ runs: [{ results: [{ locations: [{ physicalLocation: { artifactLocation: { uri: 'output/a%20b%26%23%C3%A9.md' } } }] }] }] });
  });
});
