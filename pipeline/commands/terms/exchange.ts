/** `padan terms export` and `import`: the glossary as TBX, CSV and TSV; what a format cannot hold is said in words. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { z } from 'zod';
import { FileError, SettingsError } from '../../errors.ts';
import { shown } from '../../files.ts';
import { decodeText } from '../../formats/decode.ts';
import { glossaryFiles } from '../../glossaries.ts';
import { readForeignTable } from '../../terms/foreign-table.ts';
import { readTable } from '../../terms/table.ts';
import { readTbx } from '../../terms/tbx-read.ts';
import { tbxLosses, writeTbx } from '../../terms/tbx-write.ts';
import { readTermbase } from '../../terms/termbase.ts';
import { writeTable } from '../../terms/write-table.ts';
import { settingsFrom } from '../options.ts';

const options = z.object({ out: z.string().optional(), tbx: z.enum(['2', '3', '3-dct']).default('2'), indonesian: z.string().optional(), english: z.string().optional() });
const KINDS = { 2: 'v2', 3: 'v3-dca', '3-dct': 'v3-dct' } as const;

/** @throws GlossaryError where the glossary has faults; SettingsError where `file` is there or has no ending that is known. */
export function termsExportCommand(file: string, raw: Readonly<Record<string, unknown>>): number {
  const { tbx } = options.parse(raw);
  const rows = glossaryFiles(settingsFrom(raw)).flatMap(({ text, name }) => {
    readTermbase(text, name);
    return readTable(text).rows.flatMap(({ cells }) => (cells === undefined ? [] : [cells]));
  });
  const kind = extname(file).toLowerCase();
  if (kind === '.tbx') {
    writeNew(file, writeTbx(rows, KINDS[tbx]));
    for (const loss of tbxLosses(rows)) process.stderr.write(`${loss}\n`);
  } else if (kind === '.csv' || kind === '.tsv') writeNew(file, writeTable(rows, kind === '.csv' ? ',' : '\t'));
  else throw new SettingsError(`${file}: unexpected ending, expected .tbx, .csv or .tsv`);
  process.stderr.write(`${rows.length} terms written to ${file}\n`);
  return 0;
}

/** Prints the rows as a glossary; they count when a person has put them into one. @returns 1 where rows have faults, else 0. */
export function termsImportCommand(file: string, raw: Readonly<Record<string, unknown>>): number {
  const { out, indonesian, english } = options.parse(raw);
  if (!existsSync(file)) throw new SettingsError(`${file}: no such file. Expected TBX, CSV or TSV`);
  const { text } = decodeText(readFileSync(file), file);
  const { rows, losses } = /\.(?:csv|tsv|txt)$/i.test(file) ? readForeignTable(text, file) : readTbx(text, file, { indonesian, english });
  const csv = writeTable(rows);
  if (out === undefined) process.stdout.write(csv);
  else writeNew(out, csv);
  for (const loss of losses) process.stderr.write(`Not taken over: ${loss}\n`);
  process.stderr.write(`${rows.length} terms read. They count when they stand in a glossary: padan terms check says what is wrong in them\n`);
  return 0;
}

/** @throws SettingsError where the file is there already; FileError where it cannot be written. */
export function writeNew(path: string, text: string): void {
  if (existsSync(path)) throw new SettingsError(`${shown(path)}: is there already, and nothing is written over it. Name another file, or move this one away`);
  try {
    writeFileSync(path, text, { encoding: 'utf8', flag: 'wx' });
  } catch (error) {
    throw new FileError(path, `${shown(path)}: cannot be written: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
