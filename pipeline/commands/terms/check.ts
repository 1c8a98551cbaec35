/** `padan terms check`: what is wrong in the glossary files, and what a terminologist should know. */

import { resolve } from 'node:path';
import { z } from 'zod';
import { glossaryFiles } from '../../glossaries.ts';
import { advise } from '../../terms/advice.ts';
import { inspectTermbase } from '../../terms/termbase.ts';
import { settingsFrom } from '../options.ts';

const options = z.object({ json: z.boolean().default(false), quiet: z.boolean().default(false) });

/** @returns 2 where a file would be refused, 1 where there are warnings, else 0. */
export function termsCheckCommand(paths: readonly string[], raw: Readonly<Record<string, unknown>>): number {
  const { json, quiet } = options.parse(raw);
  const settings = settingsFrom(raw);
  const files = glossaryFiles(paths.length === 0 ? settings : { root: settings.root, glossary: paths.map((path) => resolve(path)) });
  const inspected = files.map(({ text, name }, rank) => inspectTermbase(text, name, rank));
  const remarks = advise(inspected);
  const out = remarks.map((remark) => {
    if (json) return JSON.stringify(remark);
    const { file, line, column, severity, message } = remark;
    return `${file}:${line}:${column}: ${severity}: ${message}`;
  });
  if (out.length > 0 && (json || !quiet)) process.stdout.write(`${out.join('\n')}\n`);
  const count = (wanted: string): number => remarks.filter(({ severity }) => severity === wanted).length;
  const rows = inspected.reduce((sum, { terms }) => sum + terms.length, 0);
  process.stderr.write(`${rows} rows in ${files.length === 1 ? '1 file' : `${files.length} files`}: ${count('fault')} faults, ${count('warning')} warnings, ${count('note')} notes\n`);
  return count('fault') > 0 ? 2 : count('warning') > 0 ? 1 : 0;
}
