/**
 * Translations made elsewhere, in a file of JSON Lines: `{"source":"…","text":"…"}`, or `{"id":"…","text":"…"}`
 * where `id` is the segment's key in the journal; or both. `source` is the segment's tagged text or its
 * plain words; blanks and the form of accents do not matter.
 */

import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { ProviderError } from '../errors.ts';
import { normalise } from '../keys.ts';
import type { Job, Outcome, Provider } from '../ports.ts';
import { wordsOf } from './split-tags.ts';

export interface FileOptions {
  readonly path: string;
  /** How messages name the file; `path` when absent. */
  readonly shown?: string;
}

const BATCH = 1000;

/** Most faults that a message lists. */
const MOST_FAULTS = 10;

export function createFile({ path, shown = path }: FileOptions): Provider {
  let answers: Promise<ReadonlyMap<string, Line>> | undefined;
  return {
    name: 'file',
    // Not the file's content: the ids in it are keys that are made with this.
    signature: 'file',
    batch: BATCH,
    explain: (jobs) => ({ file: shown, lookedFor: jobs.map(({ id, text }) => ({ id, source: text })) }),
    translate: async (jobs, signal) => {
      signal.throwIfAborted();
      if (jobs.length === 0) return { outcomes: [] };
      answers ??= read(path, shown);
      const found = await answers;
      signal.throwIfAborted();
      return { outcomes: jobs.map((job) => outcomeOf(job, found, shown)) };
    },
  };
}

interface Line {
  readonly text: string;
  readonly number: number;
}

function outcomeOf({ id, text }: Job, answers: ReadonlyMap<string, Line>, shown: string): Outcome {
  const answer = answers.get(byId(id)) ?? answers.get(bySource(text)) ?? answers.get(bySource(wordsOf(text)));
  if (answer !== undefined) return { id, status: 'done', text: answer.text, unknown: [] };
  const start = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  // Another provider may know it.
  return { id, status: 'failed', reason: `${shown} has no line for "${start}" (neither as source nor under the id ${id})`, fault: 'refused' };
}

function byId(id: string): string {
  return `id ${id}`;
}

function bySource(source: string): string {
  return `source ${normalise(source)}`;
}

const words = z.string().regex(/\S/);
const entry = z.object({ id: words.optional(), source: words.optional(), text: words }).refine(({ id, source }) => id !== undefined || source !== undefined);

/** @throws ProviderError that lists every line at fault, or says that the file cannot be read. */
async function read(path: string, shown: string): Promise<ReadonlyMap<string, Line>> {
  const answers = new Map<string, Line>();
  const faults: string[] = [];
  let number = 0;
  try {
    for await (const line of linesOf(path)) {
      number += 1;
      const bare = number === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (bare.trim() === '') continue;
      const parsed = parse(bare);
      if (parsed === undefined) {
        faults.push(`${shown}:${number}: Unexpected line, expected {"source":"…","text":"…"} or {"id":"…","text":"…"} with words in both`);
        continue;
      }
      const { id, source, text } = parsed;
      const keys = [...(id === undefined ? [] : [byId(id)]), ...(source === undefined ? [] : [bySource(source)])];
      const other = keys.map((key) => answers.get(key)).find((line) => line !== undefined && line.text !== text);
      if (other === undefined) for (const key of keys) answers.set(key, { text, number });
      else faults.push(`${shown}:${number}: Unexpected second text for what line ${other.number} translates, expected one`);
    }
  } catch (error) {
    throw new ProviderError('file', `${shown} cannot be read: ${error instanceof Error ? error.message : String(error)}. Check providers.file.path in padan.yaml`, { fault: 'key', cause: error });
  }
  if (faults.length > 0) {
    const more = faults.length > MOST_FAULTS ? `\nand ${faults.length - MOST_FAULTS} more` : '';
    throw new ProviderError('file', `${faults.slice(0, MOST_FAULTS).join('\n')}${more}\nMend the file and run again`, { fault: 'key' });
  }
  return answers;
}

function parse(line: string): z.output<typeof entry> | undefined {
  try {
    return entry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Lines by LF alone: JSON may hold the other characters at which node:readline breaks a line. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const chunks: AsyncIterable<string> = createReadStream(path, 'utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
