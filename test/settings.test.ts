import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings, parseSettings } from '../pipeline/settings.ts';

describe('a settings file', () => {
  it('may be empty: everything has a default', () => {
    expect(parseSettings('', 'padan.yaml')).toMatchObject({
      provider: 'builtin',
      input: 'input',
      output: 'output',
      publish: 'all',
      sheet: { layout: 'table' },
      frontMatter: ['title', 'description', 'subtitle', 'summary'],
    });
  });

  it('gives a command as a word or as a list', () => {
    expect(parseSettings('providers: {command: {command: mt}}', 'f').providers.command?.command).toEqual(['mt']);
    expect(parseSettings('providers: {command: {command: [python3, mt.py]}}', 'f').providers.command?.command).toEqual(['python3', 'mt.py']);
  });

  it.each([
    ['a misspelt key', 'provder: builtin\n', 'padan.yaml:1:10: unexpected key "provder", expected "provider"'],
    ['a misspelt key further in', 'sheet:\n  layot: table\n', 'padan.yaml:2:10: unexpected key "sheet.layot", expected "layout"'],
    ['a key that nothing is near to', 'sheet: {zzzzzzzz: 1}', 'padan.yaml:1:19: unexpected key "sheet.zzzzzzzz", expected one of layout'],
    ['a word outside a list', 'publish: some', 'padan.yaml:1:10: unexpected "some" for "publish", expected "all" or "approved"'],
    ['a wrong type', 'jobs: many', 'padan.yaml:1:7: unexpected "many" for "jobs", expected number'],
    ['an unknown role', 'roles: {promos: drop}', 'padan.yaml:1:17: unexpected key "roles.promos", expected "promo"'],
    ['a check that there is none of', 'checks: {quote: off}', 'padan.yaml:1:17: unexpected key "checks.quote", expected "quotes"'],
    ['a severity that there is none of', 'checks: {quotes: low}', 'padan.yaml:1:18: unexpected "low" for "checks.quotes", expected "off" or "error" or "warning" or "note"'],
    ['an unknown key of the budget', 'budget: {runs: 5}', 'padan.yaml:1:16: unexpected key "budget.runs", expected "run"'],
    ['a budget below nothing', 'budget: {month: -1}', 'padan.yaml:1:17: unexpected -1 for "budget.month", expected otherwise: Too small: expected number to be >=0'],
    ['an unknown kind to redact', 'redact: {kinds: [fax]}', 'padan.yaml:1:18: unexpected "fax" for "redact.kinds.0", expected "phone" or "email" or "nik" or "account"'],
    ['a pattern that is none', 'redact:\n  patterns:\n    - "[A-"\n', 'padan.yaml:3:7: unexpected "[A-" for "redact.patterns.0", expected a regular expression: /[A-/g: Unterminated character class'],
    ['a pattern that may take forever', "redact: {patterns: ['(a+)+']}", 'padan.yaml:1:21: unexpected "(a+)+" for "redact.patterns.0", expected no repeat of a group that holds a repeat or a choice itself, for it may take forever. Give the outer one a bound of at most 8, as in (?:\\d{3} ?){1,6}'],
    ['a form of the English that there is none of', 'style: {dates: iso}', 'padan.yaml:1:16: unexpected "iso" for "style.dates", expected "month-first" or "day-first"'],
    ['a clock of other hours', 'style: {clock: 10}', 'padan.yaml:1:16: unexpected 10 for "style.clock", expected 24 or 12'],
    ['a part of datelines that there is none of', 'style: {dateline: "{city} –"}', 'padan.yaml:1:19: unexpected "{city} –" for "style.dateline", expected a form with some of {place}, {PLACE}, {outlet}, {OUTLET}, {date}, as "{PLACE}[ ({outlet})] –"'],
    ['a bracket that stays open', 'style: {dateline: "{place}[ ({outlet}) –"}', 'padan.yaml:1:19: unexpected "{place}[ ({outlet}) –" for "style.dateline", expected every bracket closed and none inside another, as "{PLACE}[ ({outlet})] –"'],
    ['a list where a map should be', '- a', 'padan.yaml: unexpected ["a"] for the file, expected object'],
  ])('is refused for %s', (_name, text, message) => {
    expect(() => parseSettings(text, 'padan.yaml')).toThrow(expect.objectContaining({ name: 'SettingsError', exitCode: 2, message }));
  });

  it('is refused with its line when it is no YAML', () => {
    expect(() => parseSettings('jobs: 2\nroles: [a', 'padan.yaml')).toThrow(/^padan\.yaml:2:\d+: /);
  });

  it('lists every fault', () => {
    expect(() => parseSettings('jobs: 0\nfoo: 1\n', 'padan.yaml')).toThrow(/jobs[\s\S]*foo|foo[\s\S]*jobs/);
  });
});

describe('settings from several places', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'padan-settings-'));
  writeFileSync(join(cwd, 'padan.yaml'), 'provider: echo\njobs: 3\ninput: artikel\n');
  writeFileSync(join(cwd, '.env'), 'OPENAI_API_KEY=sk-from-file\nPADAN_JOBS=5\n');

  it('let the environment go before the file, and flags before both', () => {
    const env = { PADAN_PROVIDER: 'command' };
    expect(loadSettings({ cwd, env, config: undefined, flags: {} })).toMatchObject({ provider: 'command', jobs: 5, input: join(cwd, 'artikel') });
    expect(loadSettings({ cwd, env, config: undefined, flags: { provider: 'openai', jobs: '7' } })).toMatchObject({ provider: 'openai', jobs: 7 });
  });

  it('let --budget and PADAN_BUDGET go before the budget of a run, and leave that of the month', () => {
    const own = mkdtempSync(join(tmpdir(), 'padan-settings-'));
    writeFileSync(join(own, 'padan.yaml'), 'budget: {run: 5, month: 100}\n');
    const budget = (env: Record<string, string>, flags: Record<string, string>): unknown => loadSettings({ cwd: own, env, config: undefined, flags }).budget;
    expect(budget({}, {})).toEqual({ run: 5, month: 100 });
    expect(budget({ PADAN_BUDGET: '2.50' }, {})).toEqual({ run: 2.5, month: 100 });
    expect(budget({ PADAN_BUDGET: '2.50' }, { budget: '0' })).toEqual({ run: 0, month: 100 });
    expect(budget({ PADAN_BUDGET: '' }, {})).toEqual({ run: 5, month: 100 });
  });

  it('read keys from .env, the real environment first', () => {
    expect(loadSettings({ cwd, env: {}, config: undefined, flags: {} }).env.OPENAI_API_KEY).toBe('sk-from-file');
    expect(loadSettings({ cwd, env: { OPENAI_API_KEY: 'sk-shell' }, config: undefined, flags: {} }).env.OPENAI_API_KEY).toBe('sk-shell');
  });

  it.each([
    [{ jobs: 'many' }, '--jobs: unexpected "many", expected a whole number from 1 to 256'],
    [{ budget: '5 dollars' }, '--budget: unexpected "5 dollars", expected US dollars, as 5 or 0.50'],
    [{ budget: '-1' }, '--budget: unexpected "-1"'],
    [{ publish: 'none' }, '--publish: unexpected "none", expected "all" or "approved"'],
  ])('refuse the flag %j', (flags, message) => {
    expect(() => loadSettings({ cwd, env: {}, config: undefined, flags })).toThrow(message);
  });

  it('name a settings file that is not there', () => {
    expect(() => loadSettings({ cwd, env: {}, config: 'other.yaml', flags: {} })).toThrow('other.yaml: no such file');
  });
});
