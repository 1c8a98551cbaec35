/** CSV and TSV of other programs -> rows of the glossary: their columns under the names they are known by. */

import { CsvError, parse } from 'csv-parse/sync';
import { GlossaryError } from '../errors.ts';
import type { Imported } from './tbx-read.ts';
import { type Column, COLUMNS, EMPTY_CELLS } from './term.ts';

/** Names of columns in other programs, in lower case. */
const NAMES: Readonly<Record<string, Column>> = {
  ...Object.fromEntries(COLUMNS.map((name) => [name, name])),
  id: 'term', 'id-id': 'term', indonesian: 'term', indonesia: 'term', istilah: 'term', 'source term': 'term', source_id: 'term',
  en: 'translation', 'en-us': 'translation', 'en-gb': 'translation', english: 'translation', inggris: 'translation', terjemahan: 'translation', target: 'translation', 'target term': 'translation', target_en: 'translation',
  comment: 'note', comments: 'note', notes: 'note', definition: 'note', description: 'note', catatan: 'note',
  synonyms: 'also', accepted: 'also', accepted_variants: 'also', forbidden: 'avoid', forbidden_variants: 'avoid', deprecated: 'avoid',
};

/**
 * Two columns without names are Indonesian and English. A column `source` beside `target` is the Indonesian.
 *
 * @throws GlossaryError where it is no CSV, or no column is the Indonesian or the English.
 */
export function readForeignTable(text: string, file: string): Imported {
  const [header = [], ...body] = records(text, file);
  const lower = header.map((name) => name.trim().toLowerCase());
  let columns = lower.map((name) => NAMES[name]);
  if (lower.includes('target') && !lower.includes('term')) columns = columns.map((column, n) => (lower[n] === 'source' ? 'term' : column));
  const named = columns.includes('term') && columns.includes('translation');
  if (!named && header.length !== 2) throw new GlossaryError(`${file}:1: unexpected columns ${header.join(', ')}, expected one for the Indonesian (term) and one for the English (translation). Name them so in the first line`);
  if (!named) columns = ['term', 'translation'];
  const losses = named ? header.filter((_, n) => columns[n] === undefined).map((name) => `column ${name}`) : [];
  const rows = (named ? body : [header, ...body]).map((values) => {
    const cells: { -readonly [name in Column]: string } = { ...EMPTY_CELLS };
    for (const [n, column] of columns.entries()) {
      const value = (values[n] ?? '').trim().normalize('NFC');
      if (column !== undefined && value !== '') cells[column] = cells[column] === '' ? value : `${cells[column]}${column === 'note' ? '; ' : '|'}${value}`;
    }
    return cells;
  });
  const whole = rows.filter((row) => row.term !== '' && (row.translation !== '' || row.keep !== ''));
  if (whole.length < rows.length) losses.push(`rows without an Indonesian and an English term: ${rows.length - whole.length}`);
  return { rows: whole, losses };
}

function records(text: string, file: string): readonly (readonly string[])[] {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const delimiter = ['\t', ';', ','].find((mark) => head.includes(mark)) ?? ',';
  const found: (readonly string[])[] = [];
  try {
    parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, on_record: (values: readonly string[]) => { found.push(values); return null; } });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new GlossaryError(`${file}: unexpected CSV, expected cells that a spreadsheet can read: ${error.message}`);
  }
  return found;
}

