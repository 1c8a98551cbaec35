/** `padan segments`: how an article is cut. */

import { createInterface } from 'node:readline';
import { SettingsError } from '../errors.ts';
import { load, shown } from '../files.ts';
import { FileError } from '../errors.ts';
import { splitSentences } from '../sentences/split.ts';
import { readDocument } from '../stages/read.ts';
import { segment } from '../stages/segment.ts';
import { settingsFrom } from './options.ts';

export async function segmentsCommand(file: string | undefined, raw: Readonly<Record<string, unknown>>): Promise<number> {
  const settings = settingsFrom(raw);
  if (raw.plain === true) {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      const sentences = splitSentences(line, settings.sentences).map(({ start, end }) => line.slice(start, end));
      process.stdout.write(`${JSON.stringify(sentences)}\n`);
    }
    return 0;
  }
  if (file === undefined) throw new SettingsError('segments: expected the name of an article, or --plain to read standard input');
  const bytes = load(file);
  if (bytes === undefined) throw new FileError(file, `${shown(file)}: no such file`);
  for (const { id, block, role, text } of segment(readDocument(bytes, shown(file), settings), settings)) {
    process.stdout.write(`${JSON.stringify({ id, block, role, text })}\n`);
  }
  return 0;
}
