/** One row of the glossary: its cells checked and read. */

import { z } from 'zod';

/** The columns of the glossary file; `term` and `translation` must be there. */
export const COLUMNS = [
  'term',
  'translation',
  'variants',
  'first',
  'also',
  'avoid',
  'match',
  'keep',
  'from',
  'until',
  'note',
  'source',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The cells of a row by column; a column that the file does not have is empty. */
export type Cells = Readonly<Record<Column, string>>;

export const EMPTY_CELLS: Cells = { term: '', translation: '', variants: '', first: '', also: '', avoid: '', match: '', keep: '', from: '', until: '', note: '', source: '' };

/** The items of a cell that has `|` between them. */
export function listOf(cell: string): readonly string[] {
  return items(cell);
}

/**
 * How letter case counts. `exact`: as the row spells it (a capital at the start of a sentence, and text
 * all in capitals, match too). `any`: not at all. `smart`, where the cell is empty: as `exact` for a
 * spelling with a capital letter, as `any` for one without.
 */
export type CaseMode = 'exact' | 'any' | 'smart';

export interface RowContent {
  readonly term: string;
  /** The English; equal to `term` where `keep` is set. */
  readonly translation: string;
  /** Other Indonesian spellings. */
  readonly variants: readonly string[];
  /** The English at the first mention in an article. */
  readonly first: string | undefined;
  readonly also: readonly string[];
  readonly avoid: readonly string[];
  readonly match: CaseMode;
  readonly keep: boolean;
  /** First and last day on which the row holds, ISO; undefined where open. */
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** One row of the glossary. */
export interface Term extends RowContent {
  /** Line of the file, for messages. */
  readonly line: number;
  /** Which of several glossary files it stands in, from 0; a later file goes before an earlier one. */
  readonly rank: number;
  /** Hash of all of the row but `note` and `source`; equal for equal rows wherever they stand. */
  readonly version: string;
}

export interface CellFault {
  readonly column: Column;
  readonly message: string;
}

/** The content of a row of trimmed cells, or everything that is wrong with it. */
export function readRow(cells: Cells): { content: RowContent } | { faults: readonly CellFault[] } {
  const parsed = schema.safeParse(cells);
  const between = faultsBetween(cells);
  if (parsed.success && between.length === 0) return { content: toContent(parsed.data) };
  const single = (parsed.error?.issues ?? []).map((issue) => ({
    column: COLUMNS.find((name) => name === issue.path[0]) ?? 'term',
    expected: issue.message,
  }));
  return {
    faults: [...single, ...between].map(({ column, expected }) => ({
      column,
      message: `Unexpected ${quote(cells[column])} in column ${column}, expected ${expected}`,
    })),
  };
}

/** A cell as messages show it: what cannot be seen is written out, what is long is cut. */
export function quote(text: string): string {
  if (text === '') return 'empty cell';
  const seen = text.replace(new RegExp(CONTROLS, 'g'), (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${seen.length > 60 ? `${seen.slice(0, 59)}…` : seen}"`;
}

const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
/** Notes may hold line breaks and tabs. */
const CONTROLS_IN_NOTES = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
const NO_CONTROLS = 'text without line breaks or control characters';

const text = z.string().refine((value) => !CONTROLS.test(value), NO_CONTROLS);
const indonesian = (value: string): boolean => /[\p{L}\p{N}]/u.test(value);
const date = text.refine((value) => value === '' || isDate(value), 'a date written as 2024-10-21, or nothing');
const note = z.string().refine((value) => !CONTROLS_IN_NOTES.test(value), 'text without control characters');

/** Checks trimmed cells; changes nothing, for that is far quicker over a hundred thousand rows. */
const schema = z.object({
  term: text.refine(indonesian, 'an Indonesian term with at least one letter or digit'),
  translation: text,
  variants: text.refine((value) => items(value).every(indonesian), 'spellings with at least one letter or digit, with | between them'),
  first: text,
  also: text,
  avoid: text,
  match: z.string().refine((value) => /^(exact|any|)$/i.test(value), '"exact", "any" or nothing'),
  keep: z.string().refine((value) => /^(yes|)$/i.test(value), '"yes" or nothing'),
  from: date,
  until: date,
  note,
  source: note,
});

function toContent(cells: Cells): RowContent {
  const keep = cells.keep !== '';
  const match = cells.match.toLowerCase();
  return {
    term: cells.term,
    translation: keep ? cells.term : cells.translation,
    variants: items(cells.variants),
    first: filled(cells.first),
    also: items(cells.also),
    avoid: items(cells.avoid),
    match: match === 'exact' || match === 'any' ? match : 'smart',
    keep,
    from: filled(cells.from),
    until: filled(cells.until),
  };
}

function filled(cell: string): string | undefined {
  return cell === '' ? undefined : cell;
}

/** Faults of two cells together, shown beside the faults of single ones. */
function faultsBetween(cells: Cells): readonly { column: Column; expected: string }[] {
  const faults: { column: Column; expected: string }[] = [];
  const { term, translation, from, until } = cells;
  const kept = cells.keep.toLowerCase() === 'yes';
  if (translation === '' && !kept) faults.push({ column: 'translation', expected: 'the English, or "yes" in column keep' });
  if (kept && translation !== '' && translation !== term) {
    faults.push({ column: 'translation', expected: `nothing, for column keep says that ${quote(term)} stays as it is` });
  }
  if (isDate(from) && isDate(until) && from > until) faults.push({ column: 'from', expected: `a day not after column until (${until})` });
  if (cells.avoid === '') return faults;
  const wanted = new Set([kept ? term : translation, cells.first, ...items(cells.also)].map(folded));
  const own = items(cells.avoid).find((item) => wanted.has(folded(item)));
  if (own !== undefined) faults.push({ column: 'avoid', expected: `nothing that the row also asks for, such as ${quote(own)}` });
  return faults;
}

const NONE: readonly string[] = [];

function items(cell: string): readonly string[] {
  if (cell === '') return NONE;
  return cell
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Two English forms are the same where only blanks and the case of letters differ. */
function folded(english: string): string {
  return english.replace(/\s+/gu, ' ').trim().toLowerCase();
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
