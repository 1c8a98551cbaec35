/** Reading the data files: tab-separated rows, `#` comments at the head, faults named by file and line. */

import { readFileSync, readdirSync } from 'node:fs';
import { POS } from './kinds.ts';
import type { ListedPos } from './kinds.ts';

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

const HERE = new URL('./data/', import.meta.url);

/** The text of a data file beside this one; empty where the file is not there. */
export function readData(name: string): string {
  try {
    return readFileSync(new URL(name, HERE), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** Names of the `.tsv` files of a data folder, in alphabetical order. */
export function listData(folder: string): readonly string[] {
  return readdirSync(new URL(folder, HERE))
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => folder + name);
}

/** The rows of a table. Comment lines begin with `# ` or are a lone `#`; empty lines are passed over. */
export function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  let line = 0;
  let at = 0;
  while (at < text.length) {
    line += 1;
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    const raw = text.charCodeAt(end - 1) === 13 ? text.slice(at, end - 1) : text.slice(at, end);
    at = end + 1;
    if (raw === '' || raw.startsWith('# ') || raw === '#') continue;
    rows.push({ line, cells: raw.split('\t') });
  }
  return rows;
}

const NAMES = new Set<string>(POS);

export function isPos(text: string): text is ListedPos {
  return NAMES.has(text);
}

/** Faults of a word list or of the expressions (`phrases` = true): every row that the engine cannot use as written. */
export function checkWords(file: string, text: string, phrases: boolean): readonly Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of rowsOf(text)) {
    const fault = (message: string): void => void faults.push({ file, line, message });
    const [form = '', pos = '', renderings = '', ...rest] = cells;
    if (cells.length !== 3) fault(`Unexpected ${cells.length} columns, expected 3: form, part of speech, renderings`);
    if (rest.some((cell) => cell.trim() !== '')) continue;
    if (form === '' || form !== form.trim() || /\s\s/.test(form)) fault(`Unexpected form \`${form}\`, expected words with single blanks`);
    if (!phrases && form !== form.toLowerCase()) fault(`Unexpected capital in \`${form}\`, expected lower case`);
    if (!isPos(pos)) fault(`Unexpected part of speech \`${pos}\`, expected one of ${POS.join(' ')}`);
    const known = seen.get(`${form}\t${pos}`);
    if (known !== undefined) fault(`Unexpected second row for \`${form}\` as ${pos}, expected one; the first is line ${known}`);
    seen.set(`${form}\t${pos}`, line);
    const gaps = form.split('…').length - 1;
    const parts = renderings.split(' | ');
    if (parts.length > 4) fault(`Unexpected ${parts.length} renderings of \`${form}\`, expected at most 4`);
    for (const part of parts) {
      const problem = renderingFault(part, gaps);
      if (problem !== '') fault(`Unexpected rendering \`${part}\` of \`${form}\`, expected ${problem}`);
    }
  }
  return faults;
}

function renderingFault(part: string, gaps: number): string {
  if (part === '' || part !== part.trim()) return 'a rendering between ` | ` without further blanks';
  const plain = part.replace(/\s*\{[^{}]*\}/g, '').replace(/!i$/, '').replace(/[~^]$/, '');
  if (plain === '∅') return '';
  if (/[{}|~^\t]/.test(plain)) return 'flags ~ ^ !i at its end and hints in {braces}';
  if (plain.trim() === '') return 'words, or ∅ for nothing';
  if (plain.split('…').length - 1 !== gaps) return `${gaps} … as in the form`;
  return '';
}

/** Faults of the table of names. */
export function checkNames(file: string, text: string): readonly Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of rowsOf(text)) {
    const fault = (message: string): void => void faults.push({ file, line, message });
    const [form = '', english = ''] = cells;
    if (cells.length < 2 || cells.length > 3) fault(`Unexpected ${cells.length} columns, expected form, English, adjective`);
    if (form === '' || form !== form.trim()) fault(`Unexpected form \`${form}\`, expected a name`);
    if (english === '' || english !== english.trim()) fault(`Unexpected English \`${english}\` of \`${form}\`, expected a name`);
    const known = seen.get(form);
    if (known !== undefined) fault(`Unexpected second row for \`${form}\`, expected one; the first is line ${known}`);
    seen.set(form, line);
  }
  return faults;
}
