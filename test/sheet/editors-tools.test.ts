/** What editors, formatters and editor programs do to a sheet, and what Padan then says. */

import { describe, expect, test } from 'vitest';
import { SheetError } from '../../pipeline/errors.ts';
import { inlineKey } from '../../pipeline/sheet/inline-key.ts';
import { looksLikeSheet } from '../../pipeline/sheet/front-matter.ts';
import { readSheet, rowsOf } from '../../pipeline/sheet/sheet-read.ts';
import type { Layout, ReadRow } from '../../pipeline/sheet/sheet.ts';
import { writeSheet } from '../../pipeline/sheet/sheet-write.ts';
import { standingOf } from '../../pipeline/sheet/standing.ts';
import { verifySheet } from '../../pipeline/sheet/verify.ts';
import { prettier, sampleSheet, told } from './samples.ts';

const LAYOUTS: readonly Layout[] = ['table', 'stacked'];
const TABLE = writeSheet(sampleSheet('table'));
const STACKED = writeSheet(sampleSheet('stacked'));

/** The number, from 1, of the first line that holds `words`. */
const lineOf = (text: string, words: string): number => text.split('\n').findIndex((line) => line.includes(words)) + 1;
const rowLine = (id: string, text = TABLE): string => text.split('\n').find((line) => line.includes(` ${id} <!--`)) ?? '';

describe.each(LAYOUTS)('what makes no edit (%s)', (layout) => {
  const text = layout === 'table' ? TABLE : STACKED;
  test.each<[name: string, edit: (text: string) => string | Promise<string>]>([
    ['Prettier', prettier],
    ['Prettier twice', async (given) => prettier(await prettier(given))],
    ['CRLF line ends', (given) => given.replaceAll('\n', '\r\n')],
    ['a byte order mark', (given) => `\uFEFF${given}`],
    ['both', (given) => `\uFEFF${given.replaceAll('\n', '\r\n')}`],
    ['trailing blanks stripped', (given) => given.replace(/[ \t]+$/gm, '')],
    ['no final newline', (given) => given.trimEnd()],
    ['blank lines at the end', (given) => `${given}\n\n\n`],
    ['padded cells', (given) => given.replaceAll(' | ', '   |   ')],
    ['cells without padding', (given) => given.replaceAll(' | ', '|')],
    ['blanks in the fingerprint', (given) => given.replace(/<!--([a-z0-9]{16})-->/g, '<!-- $1 -->')],
    ['the hint deleted', (given) => given.replace(/<!-- Padan:.*-->\n/, '')],
    ['front-matter keys in another order', (given) => given.replace('padan: 1\n', '').replace('provider: builtin\n', 'provider: builtin\npadan: 1\n')],
  ])('%s', async (_, edit) => {
    const read = readSheet(await edit(text));
    expect(told(read)).toEqual(told(sampleSheet(layout)));
    expect(verifySheet(read, [])).toEqual([]);
    expect(read.remarks).toEqual([]);
    expect(rowsOf(read).map((row) => standingOf(row).by)).toEqual(['padan', 'padan', 'person', 'padan', 'padan']);
  });
});

/** Row 2.1 after an edit of the sheet. */
function edited(text: string, from: string, to: string): ReadRow {
  expect(text).toContain(from);
  const read = readSheet(text.replace(from, to));
  expect(verifySheet(read, [])).toEqual([]);
  const row = rowsOf(read).find((one) => one.id === '2.1');
  if (row === undefined) throw new Error('row 2.1 is gone');
  return row;
}

const DRAFT = 'The water began to recede on Monday morning. | draft |';
const ENGLISH = 'The water began to recede on Monday morning.';

describe('what a person does to a row', () => {
  test.each<[name: string, from: string, to: string, standing: object, english: string | undefined]>([
    ['a word changed', 'began', 'started', { by: 'person', state: 'edited' }, 'The water started to recede on Monday morning.'],
    ['a smart quote typed', 'Monday morning.', 'Monday’s morning.', { by: 'person', state: 'edited' }, 'The water began to recede on Monday’s morning.'],
    ['approved', DRAFT, `${ENGLISH} | ok |`, { by: 'person', state: 'ok' }, ENGLISH],
    ['approved in capitals', DRAFT, `${ENGLISH} | OK |`, { by: 'person', state: 'ok' }, ENGLISH],
    ['approved with a full stop', DRAFT, `${ENGLISH} | Ok. |`, { by: 'person', state: 'ok' }, ENGLISH],
    ['approved in bold', DRAFT, `${ENGLISH} | **ok** |`, { by: 'person', state: 'ok' }, ENGLISH],
    ['approved behind our word', DRAFT, `${ENGLISH} | draft; ok |`, { by: 'person', state: 'ok' }, ENGLISH],
    ['changed and approved', DRAFT, 'The flood went down. | ok |', { by: 'person', state: 'ok' }, 'The flood went down.'],
    ['omitted', DRAFT, `${ENGLISH} | omit |`, { by: 'person', state: 'omit' }, ENGLISH],
    ['omitted and emptied', DRAFT, '| omit |', { by: 'person', state: 'omit' }, undefined],
    ['to be done again', DRAFT, `${ENGLISH} | redo // too stiff |`, { by: 'redo' }, ENGLISH],
    ['the English emptied', DRAFT, '| draft |', { by: 'redo' }, undefined],
    ['the Review emptied', DRAFT, `${ENGLISH} | |`, { by: 'padan', origin: 'builtin' }, ENGLISH],
    ['a note alone', DRAFT, `${ENGLISH} | // is this so? |`, { by: 'padan', origin: 'builtin' }, ENGLISH],
    ['the closing pipe forgotten', DRAFT, `${ENGLISH} | ok`, { by: 'person', state: 'ok' }, ENGLISH],
    ['an unclosed bold', 'began', '**began', { by: 'person', state: 'edited' }, 'The water **began to recede on Monday morning.'],
    ['the fingerprint lost', / 2\.1 <!--\w+-->/.exec(TABLE)?.[0] ?? '', ' 2.1', { by: 'person', state: 'edited' }, ENGLISH],
    ['the fingerprint garbled', / 2\.1 <!--\w+-->/.exec(TABLE)?.[0] ?? '', ' 2.1 <!--k3-->', { by: 'person', state: 'edited' }, ENGLISH],
  ])('%s', (_, from, to, standing, english) => {
    const row = edited(TABLE, from, to);
    expect(standingOf(row)).toEqual(standing);
    expect(row.target === undefined ? undefined : inlineKey(row.target)).toBe(english);
  });

  test('notes keep their words, links and signs', () => {
    const row = edited(TABLE, DRAFT, `${ENGLISH} | ok // see https://example.org/a_b, **not** \`x\\|y\` or [this](https://e.id) |`);
    expect(row.review.note).toBe('see https://example.org/a_b, **not** `x|y` or [this](https://e.id)');
  });

  test('a lost fingerprint is said, and nothing is refused', () => {
    const read = readSheet(TABLE.replace(/2\.1 <!--\w+-->/, '2.1'));
    expect(read.remarks).toEqual([
      { line: lineOf(TABLE, '| 2.1 '), message: 'row 2.1: Unexpected row without its fingerprint (the comment behind the number); its English is taken for a person\'s and kept' },
    ]);
  });

  test.each<[name: string, from: string, to: string, english: string]>([
    ['English over two lines', ENGLISH, 'The water began\nto recede.', 'The water began to recede.'],
    ['English in two paragraphs', ENGLISH, 'The water fell.\n\nSlowly.', 'The water fell. Slowly.'],
    ['a blank line forgotten', `\n\n${ENGLISH}\n\n`, `\n\nIt fell.\n`, 'It fell.'],
  ])('stacked: %s', (_, from, to, english) => {
    const row = edited(STACKED, from, to);
    expect(inlineKey(row.target ?? row.source)).toBe(english);
    expect(standingOf(row)).toEqual({ by: 'person', state: 'edited' });
  });
});

/** The one fault of a sheet, from reading or from verifying. */
function refused(text: string): { line: number; message: string } {
  try {
    const [fault] = verifySheet(readSheet(text), []);
    if (fault !== undefined) return { line: fault.line, message: fault.message };
  } catch (error) {
    if (error instanceof SheetError) return { line: error.line, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

const HEADER = '| # | Indonesian | English | Review |\n';
const WORDS = 'draft, memory, edited, ok, omit, redo, failed, dropped, kept';

describe('what is refused, with line and next step', () => {
  test.each<[name: string, edit: (text: string) => string, at: string, message: string]>([
    ['an unknown word', (text) => text.replace(DRAFT, `${ENGLISH} | fine |`), '2.1 <', `row 2.1: Unexpected “fine” in Review, expected one of ${WORDS}; a note is written after //`],
    ['a stray pipe', (text) => text.replace('The water', 'The | water'), '2.1 <', 'row 2.1: Unexpected 5 cells, expected 4: a | inside a cell is written \\|'],
    ['a cell deleted with its pipe', (text) => text.replace(` ${ENGLISH} |`, ''), '2.1 <', 'row 2.1: Unexpected 3 cells, expected 4: each cell ends with a |, an empty one too, and stays on one line'],
    ['a line break in a cell', (text) => text.replace('The water began', 'The water\nbegan'), '2.1 <', 'row 2.1: Unexpected 3 cells, expected 4: each cell ends with a |, an empty one too, and stays on one line'],
    ['a line of text under a table', (text) => text.replace(`${rowLine('3.1')}\n`, `${rowLine('3.1')}\nAsk Rina\n`), 'Ask Rina', 'Unexpected “Ask Rina” for the number of a row, expected one like 2.1; if a cell was broken into two lines, join them, and put a blank line after the table'],
    ['a number deleted', (text) => text.replace(/2\.1 <!--\w+-->/, ''), 'The water', 'Unexpected a row without a number, expected one like 2.1; undo the change to the first cell'],
    ['words beside the number', (text) => text.replace('| 2.1 <', '| 2.1 new <'), '2.1 new', 'row 2.1: Unexpected “2.1 new <!--'],
    ['the header deleted', (text) => text.replace(`Warga pulang\n\n${HEADER}`, 'Warga pulang\n\n'), '2.1 <', 'Unexpected table rows without a header, expected `| # | Indonesian | English | Review |` with `|--:|---|---|---|` under it above them; take out the blank line that cuts the table, or put the header back'],
    ['the line under the header deleted', (text) => text.replace(`pulang\n\n${HEADER}|--:|---|---|---|\n`, `pulang\n\n${HEADER}`), '2.1 <', 'Unexpected table rows without a header'],
    ['a blank line in a table', (text) => text.replace('| 2.2 <', '\n| 2.2 <'), '2.2 <', 'Unexpected table rows without a header'],
    ['a column renamed', (text) => text.replace(`pulang\n\n${HEADER}`, `pulang\n\n${HEADER.replace('English', 'Inggris')}`), 'Inggris', 'Unexpected table without the header of a sheet, expected `| # | Indonesian | English | Review |` with `|--:|---|---|---|` under it'],
    ['a column more', (text) => text.replace(`pulang\n\n${HEADER}|--:|`, `pulang\n\n${HEADER.trim()} Mine |\n|---|--:|`), 'Mine', 'Unexpected table without the header of a sheet'],
    ['a paragraph of her own', (text) => text.replace('## Warga', 'Please check the names.\n\n## Warga'), 'Please', 'Unexpected text outside the rows (“Please check the names.”), expected headings and rows alone; write a note in Review after //, or take it out'],
    ['a comment of her own', (text) => text.replace('## Warga', '<!-- names? -->\n\n## Warga'), 'names?', 'Unexpected html outside the rows (“<!-- names? -->”)'],
    ['a merge conflict', (text) => text.replace(rowLine('2.2'), `<<<<<<< HEAD\n${rowLine('2.2')}\n=======\n${rowLine('2.2')}\n>>>>>>> main`), '<<<<<<<', 'Unexpected merge conflict (<<<<<<<), expected a sheet without one; choose a side for each row and take out the lines <<<<<<<, ======= and >>>>>>>'],
    ['a row doubled', (text) => text.replace(rowLine('2.2'), `${rowLine('2.2')}\n${rowLine('2.2')}`), '2.3 <', 'row 2.2: Unexpected second row with this number'],
    ['a row deleted', (text) => text.replace(`${rowLine('2.2')}\n`, ''), '2.3 <', 'row 2.2: Unexpected deletion after row 2.1, expected one row for each sentence; put it back (for no English, write omit in Review), or type `| 2.2 | | | redo |` in its place to have it made anew'],
    ['the last row deleted', (text) => text.replace(`${rowLine('3.1')}\n`, ''), '2.3 <', 'row 3.1: Unexpected deletion after row 2.3'],
    ['two rows deleted', (text) => text.replace(`${rowLine('2.1')}\n${rowLine('2.2')}\n`, ''), '2.3 <', 'rows 2.1, 2.2: Unexpected deletion after row 1.1'],
    ['two rows merged', (text) => text.replace(`${rowLine('2.3')}\n`, '').replace('sudah pulang. |', 'sudah pulang. Sisanya menunggu di balai desa. |'), '2.2 <', 'row 2.2: Unexpected merger with row 2.3, expected one row for each sentence; put the Indonesian back and row 2.3 too, write the whole English in one row and omit in the Review of the other'],
    ['an Indonesian cell changed', (text) => text.replace('Senin', 'Selasa'), '2.1 <', 'row 2.1: Unexpected change of the Indonesian, expected it as in the article; undo it here, and correct the article itself'],
    ['an Indonesian cell emptied', (text) => text.replace('Air mulai surut pada Senin pagi.', ''), '2.1 <', 'row 2.1: Unexpected change of the Indonesian'],
    ['a row of her own', (text) => text.replace(rowLine('2.3'), `${rowLine('2.3')}\n| 2.4 | | More. | ok |`), '2.4', 'row 2.4: Unexpected number, expected only the rows that Padan wrote; put the number back as it was, or take the row out'],
    ['front matter that is no YAML', (text) => text.replace('provider: builtin', 'provider: "builtin'), 'languages', 'Unexpected front matter, expected YAML: '],
    ['front matter deleted', (text) => text.replace(/^---[^]*?---\n/, ''), '<!-- Padan', 'Unexpected file that is no sheet of Padan (no `padan:` in a front matter), expected one; move the file away, or undo the change at its head'],
    ['the mark of a sheet deleted', (text) => text.replace('padan: 1\n', ''), '---', 'Unexpected file that is no sheet of Padan'],
    ['a sheet of a later Padan', (text) => text.replace('padan: 1', 'padan: 9'), '---', 'Unexpected sheet of version 9, expected version 1; use the Padan that wrote it'],
    ['an empty file', () => '', '', 'Unexpected file that is no sheet of Padan'],
  ])('%s', (_, edit, at, message) => {
    const text = edit(TABLE);
    const fault = refused(text);
    const [first = ''] = fault.message.split('\n');
    expect(first).toContain(message);
    if (message.length > 100) expect(first).toBe(message);
    if (at === '') expect(fault.line).toBe(1);
    else if (!/merge|YAML|deleted$/.test(at)) expect(Math.abs(fault.line - lineOf(text, at))).toBeLessThanOrEqual(1);
  });

  test.each<[name: string, edit: (text: string) => string, at: string, message: string]>([
    ['the Indonesian quote deleted', (text) => text.replace('> Air mulai surut pada Senin pagi.\n\n', ''), '###### 2.1', 'row 2.1: Unexpected row without its Indonesian, expected a line that begins with > below the number; undo the change'],
    ['the Indonesian changed', (text) => text.replace('> Air mulai', '> Air sudah'), '###### 2.1', 'row 2.1: Unexpected change of the Indonesian, expected it as in the article; undo it here, and correct the article itself'],
    ['English as a list', (text) => text.replace(ENGLISH, '- one\n- two'), '- one', 'row 2.1: Unexpected list in the English, expected a paragraph; put a \\ before the first sign of the line, or take it out'],
    ['an unknown word', (text) => text.replace(/(2\.1 <.*-->) draft/, '$1 fine'), '###### 2.1', `row 2.1: Unexpected “fine” in Review, expected one of ${WORDS}; a note is written after //`],
    ['a paragraph before the first row', (text) => text.replace('###### 1.1', 'Hello.\n\n###### 1.1'), 'Hello.', 'Unexpected text outside the rows (“Hello.”), expected headings and rows alone; write a note in Review after //, or take it out'],
    ['the heading of a row deleted', (text) => text.replace(/###### 2\.2 .*\n/, ''), '> Sekitar', 'row 2.1: Unexpected blockquote in the English, expected a paragraph; put a \\ before the first sign of the line, or take it out'],
  ])('stacked: %s', (_, edit, at, message) => {
    const text = edit(STACKED);
    const fault = refused(text);
    expect(fault.message).toBe(message);
    expect(fault.line).toBe(lineOf(text, at));
  });

  test('all faults are named at once, in order of lines', () => {
    const text = TABLE.replace('| draft |', '| fine |').replace('| draft; check', '| good; check');
    expect(refused(text).message.split('\n')).toEqual([
      expect.stringMatching(/^row 1\.1: Unexpected “fine”/),
      expect.stringMatching(new RegExp(`^line ${lineOf(text, '2.3 <')}: row 2\\.3: Unexpected “good”`)),
    ]);
  });
});

test('a row that was lost can be asked for by its number', () => {
  const read = readSheet(TABLE.replace(rowLine('2.2'), '| 2.2 | | | redo |'));
  expect(verifySheet(read, [])).toEqual([]);
  expect(read.remarks).toEqual([]);
  expect(standingOf(rowsOf(read)[2] ?? raise())).toEqual({ by: 'redo' });
});

test('an Indonesian cell that says what the article now says is no fault', () => {
  const read = readSheet(TABLE.replace('Senin', 'Selasa'));
  expect(verifySheet(read, [{ parts: [{ kind: 'text', value: 'Air mulai surut pada Selasa pagi.' }], marks: [] }])).toEqual([]);
});

test('a row of Left over may be deleted', () => {
  const read = readSheet(TABLE.replace(/\n## Left over[^]*$/, ''));
  expect(verifySheet(read, [])).toEqual([]);
});

test('a quick look tells sheets from other files', () => {
  expect(looksLikeSheet(TABLE)).toBe(true);
  expect(looksLikeSheet(`\uFEFF${STACKED.replaceAll('\n', '\r\n')}`)).toBe(true);
  expect(looksLikeSheet('---\ntitle: padan\n---\n')).toBe(false);
  expect(looksLikeSheet('padan: 1')).toBe(false);
});

function raise(): never {
  throw new Error('no such row');
}
