/** Keeps the books of a run on disk: the journal as it goes, the ledger now and then and at the end. */

import { randomBytes } from 'node:crypto';
import { FileError, PadanError } from '../errors.ts';
import type { Usage } from '../ports.ts';
import type { Picos } from './dollars.ts';
import { type Flush, readJournal, rowLine, startJournal, type MoneyRecord } from './journal.ts';
import { type LedgerRow, readLedger, writeLedger } from './ledger.ts';
import { loadLedger, saveLedger } from './ledger-file.ts';
import { addRequest, emptyRow, type MoneyRow, nameOf, type RowKey } from './rows.ts';

export interface BookPlaces {
  /** `ledger.csv` beside padan.yaml. */
  readonly ledger: string;
  /** `money.jsonl` in the state folder. */
  readonly journal: string;
  readonly now: () => Date;
  /** How a file is put on the disk, so that it outlives a power cut; `datasync` when absent. */
  readonly flush?: Flush;
}

/** `done`: the run is over. `interrupted`: the next run carries it on, and what it spent counts there. */
export type Ending = 'done' | 'interrupted';

export interface Book {
  /** The run's name: when it began, and four signs by chance. */
  readonly run: string;
  /** What counts as spent when the book is opened. */
  readonly spent: { readonly run: Picos; readonly months: ReadonlyMap<string, Picos> };
  /** Whether an interrupted run is carried on. */
  readonly carried: boolean;
  /** Writes down that a request may cost `most`; `durable` resolves when that is on disk, and rejects with a FileError. */
  hold(key: Omit<RowKey, 'run'>, priced: boolean, most: Picos): { readonly id: number; readonly durable: Promise<void> };
  /** What came of it: `usage` is undefined where no answer came, `cost` where it was not billed. */
  settle(id: number, cost: Picos | undefined, usage: Usage | undefined): void;
  /** The rows of this run. */
  rows(): readonly MoneyRow[];
  /** What a person should know, each a whole message. */
  notes(): readonly string[];
  close(ending: Ending): Promise<void>;
}

/** Milliseconds between two writings of the ledger. */
const REFRESH = 30_000;

/**
 * Opens the books: takes what a killed run left in its journal over into the ledger, and begins a new run
 * or carries on the one that was killed.
 *
 * @throws SettingsError where the ledger is not to be understood, FileError where a file cannot be used.
 */
export async function openBook({ ledger, journal: path, now, flush = (file) => file.datasync() }: BookPlaces): Promise<Book> {
  const notes = new Set<string>();
  const { known, changed, carry } = await look(ledger, path);
  const run = carry ?? nameRun(now());
  const kept = changed.length === 0 || (await save(changed));
  const rows: MoneyRow[] = [...known.values()].filter((row): row is MoneyRow => 'requests' in row && row.run === run);
  // Rows of other runs stay in the journal only while the ledger does not have them.
  const others = kept ? [] : changed.filter((row) => row.run !== run);
  const journal = await startJournal(path, [...rows, ...others].map(rowLine), flush);
  const places = new Map(rows.map((row, n) => [nameOf(row), n]));
  let next = rows.length + others.length;
  const numbers = new Map(rows.map((_, n) => [n, n]));
  const holds = new Map<number, { readonly at: number; readonly most: Picos }>();
  let lastHold = 0;
  let saved: number | undefined;
  let saving: Promise<boolean> = Promise.resolve(true);
  const spent = sums([...known.values()], run);

  /** Reads the file again, for a person may have saved it meanwhile. @returns whether it has `rows` now. */
  async function save(rows: readonly MoneyRow[]): Promise<boolean> {
    try {
      await saveLedger(ledger, writeLedger(await loadLedger(ledger), rows), flush);
      return true;
    } catch (error) {
      if (!(error instanceof PadanError)) throw error;
      notes.add(`${error.message}\nWhat was spent is kept in .padan/ and goes into ledger.csv with the next run.`);
      return false;
    }
  }

  const write = (record: MoneyRecord): Promise<void> => {
    const written = journal.write(record);
    written.catch((error: unknown) => {
      if (error instanceof FileError) notes.add(error.message);
    });
    return written;
  };

  /** Writes the row as it stands: what was written of it before is in its sums. */
  const tell = (at: number): void => {
    const row = rows[at];
    if (row !== undefined) void write(rowLine(row, numbers.get(at) ?? at)).catch(() => undefined);
  };

  const used = (): readonly MoneyRow[] => rows.filter(({ requests }) => requests > 0);

  const refresh = (): void => {
    const at = now().getTime();
    if (saved !== undefined && at - saved < REFRESH) return;
    saved = at;
    saving = saving.then(() => save([...others, ...used()]));
  };

  const count = (id: number, cost: Picos | undefined, usage: Usage | undefined): void => {
    const hold = holds.get(id);
    const row = hold === undefined ? undefined : rows[hold.at];
    if (hold === undefined || row === undefined) return;
    holds.delete(id);
    if (cost !== undefined) rows[hold.at] = addRequest(row, cost, usage);
    void write({
      settle: id,
      ...(cost === undefined ? {} : { cost: cost.toString() }),
      ...(usage === undefined ? {} : { usage: [usage.input, usage.cached, usage.output] }),
    }).catch(() => undefined);
  };

  return {
    run,
    spent,
    carried: carry !== undefined,
    hold(key, priced, most) {
      const named = { ...key, run };
      let at = places.get(nameOf(named));
      if (at === undefined) {
        at = rows.push(emptyRow(named, timeOf(now()), priced)) - 1;
        places.set(nameOf(named), at);
        numbers.set(at, next);
        next += 1;
        tell(at);
      }
      const row = rows[at];
      if (priced && row !== undefined && row.spent === undefined) {
        // A price was added while the run was interrupted.
        rows[at] = { ...row, spent: 0n };
        tell(at);
      }
      const id = (lastHold += 1);
      holds.set(id, { at, most });
      return { id, durable: write({ hold: id, of: numbers.get(at) ?? at, most: most.toString() }) };
    },
    settle(id, cost, usage) {
      count(id, cost, usage);
      refresh();
    },
    rows: () => rows,
    notes: () => [...notes],
    async close(ending) {
      for (const [id, { most }] of [...holds]) count(id, most, undefined);
      await saving;
      if (next === 0) return;
      for (const [at, row] of rows.entries()) rows[at] = { ...row, open: ending === 'interrupted' };
      // In this order: killed in between, the journal says that the run is over, and the ledger is written later.
      if (ending === 'done') await write({ end: run }).catch(() => undefined);
      const kept = await save([...others, ...used()]);
      await journal.close();
      if (kept && ending === 'done') await startJournal(path, [], flush);
    },
  };
}

/** All rows by name, those of the journal going before; those that the ledger must be told; the run to carry on. */
async function look(ledger: string, journal: string): Promise<{
  readonly known: ReadonlyMap<string, MoneyRow | LedgerRow>;
  readonly changed: readonly MoneyRow[];
  readonly carry: string | undefined;
}> {
  const text = await loadLedger(ledger);
  const left = await readJournal(journal);
  const known = new Map<string, MoneyRow | LedgerRow>();
  // Rows of a person's own may be alike, and each counts.
  for (const [n, row] of (text === undefined ? [] : readLedger(text)).entries()) {
    const mine = moneyRow(row);
    if (mine === undefined) known.set(String(n), row);
    else known.set(nameOf(mine), mine);
  }
  for (const row of left) known.set(nameOf(row), row);
  const open = [...known.values()].filter((row) => row.open && row.run !== '').map(({ run }) => run).sort();
  const carry = open.at(-1);
  const changed = new Map(left.map((row) => [nameOf(row), row]));
  for (const [name, row] of known) {
    // Two runs are never at work at once: of several that were not ended, the last is carried on.
    if (!row.open || row.run === carry || !('requests' in row)) continue;
    const ended = { ...row, open: false };
    known.set(name, ended);
    changed.set(name, ended);
  }
  return { known, changed: [...changed.values()].filter(({ requests }) => requests > 0), carry };
}

/** A row of the ledger that a run wrote; undefined for one of a person's own. */
function moneyRow({ counts, ...row }: LedgerRow): MoneyRow | undefined {
  const { unit, run } = row;
  if (run === '' || (unit !== 'characters' && unit !== 'tokens')) return undefined;
  const [requests, input, cached, output] = counts;
  return { ...row, unit, requests, input, cached, output };
}

function sums(rows: readonly (MoneyRow | LedgerRow)[], run: string): Book['spent'] {
  const months = new Map<string, Picos>();
  let own = 0n;
  for (const row of rows) {
    const month = row.date.slice(0, 7);
    months.set(month, (months.get(month) ?? 0n) + (row.spent ?? 0n));
    if (row.run === run) own += row.spent ?? 0n;
  }
  return { run: own, months };
}

function nameRun(now: Date): string {
  return `${dateOf(now).replaceAll('-', '')}-${timeOf(now).replaceAll(':', '')}-${randomBytes(2).toString('hex')}`;
}

/** The local date, `2026-11-24`. */
export function dateOf(now: Date): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function timeOf(now: Date): string {
  return `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
