import { describe, expect, it } from 'vitest';
import { picosOf } from '../../pipeline/money/dollars.ts';
import { COLUMNS, readLedger, writeLedger } from '../../pipeline/money/ledger.ts';
import { dateIn, dollarsIn } from '../../pipeline/money/ledger-cells.ts';
import type { MoneyRow } from '../../pipeline/money/rows.ts';

const row: MoneyRow = {
  date: '2026-11-24',
  time: '21:30:45',
  run: '20261124-213045-0a1b',
  provider: 'openai',
  model: 'gpt-6-luna',
  unit: 'tokens',
  requests: 3,
  input: 1200,
  cached: 100,
  output: 340,
  spent: picosOf(0.0123456789, 'up'),
  unanswered: 0n,
  open: false,
};
const HEADER = COLUMNS.join(',');
const LINE = '2026-11-24,21:30:45,20261124-213045-0a1b,openai,gpt-6-luna,tokens,3,1200,100,340,0.012346,,done';

describe('the ledger', () => {
  it('is a row a run, day and model', () => {
    expect(writeLedger(undefined, [row])).toBe(`${HEADER}\n${LINE}\n`);
  });

  it('replaces a row of the same run, day and model, and adds others at the end', () => {
    const once = writeLedger(undefined, [row, { ...row, model: 'other' }]);
    const twice = writeLedger(once, [{ ...row, requests: 4, open: true }, { ...row, date: '2026-11-25' }]);
    expect(twice.split('\n')).toEqual([
      HEADER,
      LINE.replace(',3,', ',4,').replace('done', 'open'),
      LINE.replace('gpt-6-luna', 'other'),
      LINE.replace('2026-11-24', '2026-11-25'),
      '',
    ]);
  });

  it('rounds up, so that rows never add up to less than was spent', () => {
    expect(readLedger(writeLedger(undefined, [row]))[0]?.spent).toBe(picosOf(0.012346, 'up'));
  });

  it('is the same when it is written again with nothing new', () => {
    const text = writeLedger(undefined, [row]);
    expect(writeLedger(text, [])).toBe(text);
    expect(writeLedger(text, [row])).toBe(text);
  });

  it('keeps columns, rows, order and cells of a person\'s own', () => {
    const mine = `run,date,who,dollars,${COLUMNS.filter((name) => !['run', 'date', 'dollars'].includes(name)).join(',')}\n`
      + `20261124-213045-0a1b,2026-11-24,"Dedy, desk",0.01,21:30:45,openai,gpt-6-luna,tokens,2,1,1,1,,open\n`
      + `,,sum,"=SUM(D2:D2)",,,,,,,,,,\n\n`;
    expect(writeLedger(mine, [row])).toBe(mine.replace('0.01,21:30:45,openai,gpt-6-luna,tokens,2,1,1,1,,open', '0.012346,21:30:45,openai,gpt-6-luna,tokens,3,1200,100,340,,done').replace('"=SUM(D2:D2)"', '=SUM(D2:D2)'));
  });

  it('counts a dated row that a person added, and no sums or notes', () => {
    const text = `${HEADER}\n2026-11-02,,,,,,,,,,20,,by hand\n,,,,,,,,,,999,,sum of all\n`;
    expect(readLedger(text)).toMatchObject([{ date: '2026-11-02', run: '', spent: picosOf(20, 'up') }]);
  });

  it('reads back what a spreadsheet of another country made of it, and keeps its ways', () => {
    const text = `\uFEFF${COLUMNS.join(';')}\r\n24/11/2026;21.30.45;20261124-213045-0a1b;openai;gpt-6-luna;tokens;3;1200;100;340;0,012346;;done\r\n`;
    expect(readLedger(text)).toMatchObject([{ date: '2026-11-24', spent: picosOf(0.012346, 'up') }]);
    expect(writeLedger(text, [row])).toBe(`\uFEFF${COLUMNS.join(';')}\r\n${LINE.replaceAll(',', ';')}\r\n`);
  });

  it.each(['=cmd|\' /C calc\'!A0', '+1', '-1', '@SUM(A1)'])('takes the sting out of a model named %s', (model) => {
    const text = writeLedger(undefined, [{ ...row, model }]);
    expect(text).toContain(`,'${model}`);
    expect(readLedger(text)[0]?.model).toBe(model);
    expect(writeLedger(text, [{ ...row, model }])).toBe(text);
  });

  it.each([
    ['a date that is none', `${HEADER}\nyesterday,,,,,,,,,,1,,\n`, 'ledger.csv:2: unexpected date "yesterday", expected one like 2026-11-24'],
    ['a date that may be two', `${HEADER}\n3/4/2026,,,,,,,,,,1,,\n`, 'ledger.csv:2: unexpected date "3/4/2026"'],
    ['a run without its date', `${HEADER}\n,,20261124-213045-0a1b,,,,,,,,1,,\n`, 'ledger.csv:2: unexpected date ""'],
    ['dollars that are none', `${HEADER}\n\n2026-11-24,,,,,,,,,,much,,\n`, 'ledger.csv:3: unexpected dollars "much", expected US dollars, as 0.0123'],
    ['a missing column', 'date,run\n', 'ledger.csv:1: expected a header with date, time'],
    ['a quote that never closes', `${HEADER}\n"2026`, 'ledger.csv:2: unexpected CSV'],
  ])('is refused by line for %s', (_what, text, message) => {
    expect(() => readLedger(text)).toThrow(expect.objectContaining({ name: 'SettingsError', exitCode: 2, message: expect.stringContaining(message) as unknown }));
  });
});

it.each([
  ['2026-11-24', '', '2026-11-24'],
  ['24/11/2026', '', '2026-11-24'],
  ['11/24/26', '', '2026-11-24'],
  ['3.4.2026', '20260403-101010-ffff', '2026-04-03'],
  ['3/4/2026', '20260304-101010-ffff', '2026-03-04'],
  ['4/3/2026', '20260403-235959-ffff', '2026-04-03'],
  ['4/4/2026', '', '2026-04-04'],
  ['31/31/2026', '', undefined],
  ['2026-02-30', '', undefined],
])('reads the date %s of run %j as %s', (cell, run, date) => {
  expect(dateIn(cell, run)).toBe(date);
});

it.each([
  ['0.0123', false, 0.0123],
  ['$1.5', false, 1.5],
  ['1.2E-05', false, 0.000012],
  ['0,0123', false, 0.0123],
  ['1,234', true, 1.234],
  ['1,234', false, undefined],
  ['-3', false, undefined],
  ['', false, undefined],
])('reads the sum %j (decimal comma: %s) as %s', (cell, comma, dollars) => {
  expect(dollarsIn(cell, comma)).toBe(dollars === undefined ? undefined : picosOf(dollars, 'up'));
});
