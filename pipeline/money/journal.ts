/**
 * The journal of money, `.padan/money.jsonl`: a line is on disk before the request leaves that it stands
 * for. A file that only grows, and no database: a line that was written is never rewritten, a change of
 * version throws nothing away, and a person can read it. What was reserved and not settled counts as spent.
 */

import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { FileError } from '../errors.ts';
import { addRequest, type MoneyRow } from './rows.ts';

const count = z.number().min(0);
const picos = z.string().regex(/^\d+$/).transform(BigInt);

const rowRecord = z.object({
  /** Number of the row, for the records below. */
  row: z.number().int(),
  date: z.string(),
  time: z.string(),
  run: z.string(),
  provider: z.string(),
  model: z.string(),
  unit: z.enum(['characters', 'tokens']),
  requests: count,
  input: count,
  cached: count,
  output: count,
  spent: picos.optional(),
  unanswered: picos,
  open: z.boolean(),
});
/** A request may leave, and may cost so much. */
const holdRecord = z.object({ hold: z.number().int(), of: z.number().int(), most: picos });
/** What it came to; without counts where no answer came, without cost where it was not billed. */
const settleRecord = z.object({ settle: z.number().int(), cost: picos.optional(), usage: z.tuple([count, count, count]).optional() });
const endRecord = z.object({ end: z.string() });
const record = z.union([holdRecord, settleRecord, rowRecord, endRecord]);

/** As it is written: sums as text, for JSON has no whole numbers of that size. */
export type MoneyRecord = z.input<typeof record>;

export interface MoneyJournal {
  /** Resolves when `record` is on disk. @throws FileError where it cannot be written. */
  write(record: MoneyRecord): Promise<void>;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

/**
 * What the journal at `path` knows: the rows of runs that no ledger may have yet. Empty where there is none.
 *
 * @throws FileError where a line in its midst cannot be read; a torn last line is what a killed run leaves.
 */
export async function readJournal(path: string): Promise<readonly MoneyRow[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw unusable(path, error);
  });
  const rows = new Map<number, MoneyRow>();
  const holds = new Map<number, { readonly of: number; readonly most: bigint }>();
  const torn: number[] = [];
  const add = (of: number, ...[cost, usage]: [bigint, Parameters<typeof addRequest>[2]]): void => {
    const row = rows.get(of);
    if (row !== undefined) rows.set(of, addRequest(row, cost, usage));
  };
  for (const [n, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const read = parseLine(line);
    if (read === undefined) {
      torn.push(n + 1);
      continue;
    }
    const [bad] = torn;
    if (bad !== undefined) {
      throw new FileError(path, `${path}:${bad}: this line cannot be read, so nobody knows what was spent. Look at what the provider billed, correct the sum in ledger.csv, then remove this file`);
    }
    if ('hold' in read) holds.set(read.hold, { of: read.of, most: read.most });
    else if ('settle' in read) {
      const held = holds.get(read.settle);
      holds.delete(read.settle);
      const [input, cached, output] = read.usage ?? [];
      if (held !== undefined && read.cost !== undefined) add(held.of, read.cost, input === undefined ? undefined : { input, cached: cached ?? 0, output: output ?? 0 });
    } else if ('end' in read) {
      for (const [of, row] of rows) if (row.run === read.end) rows.set(of, { ...row, open: false });
    } else {
      const { row, spent, ...rest } = read;
      rows.set(row, { ...rest, spent });
    }
  }
  for (const { of, most } of holds.values()) add(of, most, undefined);
  return [...rows.values()];
}

function parseLine(line: string): z.output<typeof record> | undefined {
  try {
    return record.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** `row` as a line of its own, under number `n`. */
export function rowLine(row: MoneyRow, n: number): MoneyRecord {
  const { spent, unanswered, ...rest } = row;
  return { row: n, ...rest, unanswered: unanswered.toString(), ...(spent === undefined ? {} : { spent: spent.toString() }) };
}

/**
 * Starts the journal at `path` anew, with `first`; the old one stands until the new one is whole. Where
 * there is nothing to write yet, no file is made until there is.
 *
 * @throws FileError where it cannot be written.
 */
export async function startJournal(path: string, first: readonly MoneyRecord[], flush: Flush): Promise<MoneyJournal> {
  let file: FileHandle | undefined;
  try {
    if (first.length === 0) await rm(path, { force: true });
    else {
      await mkdir(dirname(path), { recursive: true });
      const fresh = `${path}.new`;
      file = await open(fresh, 'w');
      await file.appendFile(lines(first));
      await flush(file);
      await rename(fresh, path);
      await syncFolder(dirname(path));
    }
  } catch (error) {
    await file?.close().catch(() => undefined);
    throw unusable(path, error);
  }
  return { write: writer(path, () => (file === undefined ? openNew(path).then((made) => (file = made)) : Promise.resolve(file)), flush), close };

  async function close(): Promise<void> {
    await file?.close();
    file = undefined;
  }
}

/** Puts what was written to a file on the disk. */
export type Flush = (file: FileHandle) => Promise<void>;

/** Writes many records with one flush: those that come while one is under way share the next. */
function writer(path: string, open: () => Promise<FileHandle>, flush: Flush): MoneyJournal['write'] {
  let pending: MoneyRecord[] = [];
  let waiting: { readonly resolve: () => void; readonly reject: (error: FileError) => void }[] = [];
  let busy = false;
  let broken: FileError | undefined;

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const [text, them] = [lines(pending), waiting];
      pending = [];
      waiting = [];
      try {
        const file = await open();
        await file.appendFile(text);
        await flush(file);
        for (const { resolve } of them) resolve();
      } catch (error) {
        // Half a line may stand there now: nothing is written behind it.
        broken = unusable(path, error);
        for (const { reject } of [...them, ...waiting]) reject(broken);
        waiting = [];
      }
    }
    busy = false;
  };

  return (record) => {
    if (broken !== undefined) return Promise.reject(broken);
    pending.push(record);
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      if (busy) return;
      busy = true;
      void drain();
    });
  };
}

async function openNew(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a');
  await syncFolder(dirname(path));
  return file;
}

/** So that a power cut does not lose the name of a new file. Not every system can do it, and none needs it after a mere kill. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function lines(records: readonly MoneyRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

function unusable(path: string, error: unknown): FileError {
  const reason = error instanceof Error ? error.message : String(error);
  return new FileError(path, `${path}: what is spent cannot be written down (${reason}). Free some space or fix the permissions, then run again: nothing is sent that is not written down first`, { cause: error });
}
