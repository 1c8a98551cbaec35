/**
 * The budget: what a request may cost at most is taken from it, and written down, before the request is
 * sent; what it did cost is counted after. What never got an answer stays counted.
 */

import { SettingsError } from '../errors.ts';
import type { Unit, Usage, Weight } from '../ports.ts';
import { providers } from '../provider-settings.ts';
import { type BookPlaces, dateOf, type Ending, openBook } from './book.ts';
import { type Bounds, createCaps, type Refusal } from './caps.ts';
import { costOf, mostOf } from './cost.ts';
import { dollarsOf, type Picos, picosOf } from './dollars.ts';
import { isFree, type Price } from './prices.ts';
import { addRequest, emptyRow, type MoneyRow } from './rows.ts';
import { inDollars } from './words.ts';

export interface BudgetOptions extends BookPlaces {
  /** In US dollars; no bound where absent. */
  readonly limits: { readonly run?: number | undefined; readonly month?: number | undefined };
}

/** Room for one request. Exactly one of the three is called; what is called later does nothing. */
export interface Reservation {
  readonly kind: 'reserved';
  /** It was answered; without usage it counts for what it might have cost. */
  settle(usage: Usage | undefined): void;
  /** No answer came: it counts for what it might have cost. */
  lose(): void;
  /** It was surely not billed. */
  release(): void;
}

/** What requests to one model are paid from. */
export interface Account {
  /**
   * Room for a request of at most `weight`, written down durably where there is a budget. Waits where only
   * requests in flight stand in the way.
   *
   * @throws SettingsError where its unit has no price and there is a budget; FileError where it cannot be written
   * down; the reason of `signal` when it fires.
   */
  reserve(weight: Weight, signal: AbortSignal): Promise<Reservation | Refusal>;
}

/** Sums for the summary and for `--json`; dollars are for reading, not for counting on. */
export interface Totals {
  readonly run: string;
  /** All that counts as spent in this run, with what an interrupted run before it spent. */
  readonly dollars: number;
  /** In this month, with all earlier runs. */
  readonly month: number;
  /** The part of `dollars` for requests to which no answer came. */
  readonly unanswered: number;
  readonly models: readonly {
    readonly provider: string;
    readonly model: string;
    readonly unit: Unit;
    readonly requests: number;
    readonly input: number;
    readonly cached: number;
    readonly output: number;
    /** Absent where no price is known. */
    readonly dollars?: number;
  }[];
}

export interface Budget {
  /** What an interrupted run had spent that this one carries on. */
  readonly carried: Picos | undefined;
  /** @throws SettingsError with the line to add, where there is a budget and no price is known. */
  account(of: { readonly provider: string; readonly model: string; readonly price: Price | undefined }): Account;
  totals(): Totals;
  /** What a person should know, each a whole message. */
  notes(): readonly string[];
  /** What is still in flight counts as spent. */
  close(ending: Ending): Promise<void>;
}

/** @throws SettingsError where the ledger is not to be understood, FileError where a file cannot be used. */
export async function openBudget({ limits, ...places }: BudgetOptions): Promise<Budget> {
  const book = await openBook(places);
  const bounds: Bounds = {
    ...(limits.run === undefined ? {} : { run: picosOf(limits.run, 'down') }),
    ...(limits.month === undefined ? {} : { month: picosOf(limits.month, 'down') }),
  };
  const capped = bounds.run !== undefined || bounds.month !== undefined;
  const caps = createCaps(bounds, book.spent);
  const notes = new Set<string>();
  /** What costs nothing is told in the summary and written nowhere. */
  const free = new Map<string, MoneyRow>();

  return {
    carried: book.carried ? book.spent.run : undefined,
    account({ provider, model, price }) {
      if (capped && price === undefined) throw unpriced(provider, model);
      /** Hundredths by which a server billed more than was expected of it: it is expected of it from then on. */
      let excess = 100n;
      return {
        async reserve(weight, signal) {
          const known = price !== undefined && suits(price, weight.unit) ? price : undefined;
          const at = places.now();
          const date = dateOf(at);
          const key = { date, provider, model, unit: weight.unit };
          if (known !== undefined && isFree(known)) return freely(key, weight);
          if (known === undefined && capped) throw unpriced(provider, model);
          const bound = known === undefined ? 0n : mostOf(weight, known);
          const most = (bound * excess + 99n) / 100n;
          const month = date.slice(0, 7);
          const refusal = await caps.take(most, month, signal);
          if (refusal !== undefined) return refusal;
          const { id, durable } = book.hold(key, known !== undefined, most);
          if (capped) {
            try {
              await durable;
            } catch (error) {
              caps.settle(most, month, 0n);
              throw error;
            }
          } else durable.catch(() => undefined);
          return reservation((cost, usage) => {
            caps.settle(most, month, cost ?? 0n);
            book.settle(id, cost, usage);
          }, { bound: most, weight, price: known, over });
        },
      };

      function over(cost: Picos, bound: Picos): void {
        notes.add(`${provider}${model === '' ? '' : ` (${model})`} billed more for a request than was expected (${inDollars(cost)}, at most ${inDollars(bound)}). It is counted in full, and more is kept back for each request from now on.`);
        const hundredths = bound === 0n ? 100n : (cost * excess + bound - 1n) / bound;
        if (hundredths > excess) excess = hundredths;
      }
    },
    totals() {
      const rows = book.rows();
      return {
        run: book.run,
        dollars: dollarsOf(caps.spent.run),
        month: dollarsOf(caps.spent.month(dateOf(places.now()).slice(0, 7))),
        unanswered: dollarsOf(rows.reduce((sum, { unanswered }) => sum + unanswered, 0n)),
        models: perModel([...rows, ...free.values()]),
      };
    },
    notes: () => [...notes, ...book.notes()],
    close: (ending) => book.close(ending),
  };

  function freely(key: Omit<MoneyRow, 'run' | 'time' | 'requests' | 'input' | 'cached' | 'output' | 'spent' | 'unanswered' | 'open'>, weight: Weight): Reservation {
    const name = JSON.stringify([key.provider, key.model, key.unit]);
    return reservation((cost, usage) => {
      if (cost !== undefined) free.set(name, addRequest(free.get(name) ?? emptyRow({ ...key, run: book.run }, '', true), 0n, usage));
    }, { bound: 0n, weight, price: undefined, over: () => undefined });
  }
}

/** `count` is told what it came to: the cost, undefined where it was not billed, and the usage, undefined where no answer came. */
function reservation(
  count: (cost: Picos | undefined, usage: Usage | undefined) => void,
  { bound, weight, price, over }: { readonly bound: Picos; readonly weight: Weight; readonly price: Price | undefined; readonly over: (cost: Picos, bound: Picos) => void },
): Reservation {
  let open = true;
  const once = (cost: Picos | undefined, usage: Usage | undefined): void => {
    if (!open) return;
    open = false;
    count(cost, usage);
  };
  return {
    kind: 'reserved',
    settle(usage) {
      const said = usage !== undefined && (price === undefined || suits(price, usage.unit)) && isSound(usage) ? usage : undefined;
      const cost = said === undefined ? bound : price === undefined ? 0n : costOf(said, price);
      if (open && cost > bound) over(cost, bound);
      once(cost, said ?? { ...weight, cached: 0 });
    },
    lose: () => {
      once(bound, undefined);
    },
    release: () => {
      once(undefined, undefined);
    },
  };
}

function suits(price: Price, unit: Unit): boolean {
  return price.unit === 'any' || price.unit === unit;
}

/** Whether a server's counts are counts. */
function isSound({ input, cached, output }: Usage): boolean {
  return [input, cached, output].every((count) => Number.isFinite(count) && count >= 0);
}

function perModel(rows: readonly MoneyRow[]): Totals['models'] {
  const models = new Map<string, MoneyRow>();
  for (const row of rows) {
    if (row.requests === 0) continue;
    const name = JSON.stringify([row.provider, row.model, row.unit]);
    const sum = models.get(name);
    models.set(name, sum === undefined ? row : {
      ...sum,
      requests: sum.requests + row.requests,
      input: sum.input + row.input,
      cached: sum.cached + row.cached,
      output: sum.output + row.output,
      spent: sum.spent === undefined && row.spent === undefined ? undefined : (sum.spent ?? 0n) + (row.spent ?? 0n),
    });
  }
  return [...models.values()].map(({ provider, model, unit, requests, input, cached, output, spent }) => ({
    provider, model, unit, requests, input, cached, output, ...(spent === undefined ? {} : { dollars: dollarsOf(spent) }),
  }));
}

/** A budget that cannot be held, for nobody knows what a request costs. */
function unpriced(provider: string, model: string): SettingsError {
  const what = `budget: no price is known of ${provider}${model === '' ? '' : ` (${model})`}, so the budget cannot be held.`;
  if (!(provider in providers.shape)) return new SettingsError(`${what} Take budget out of padan.yaml (and --budget from the command), or choose a provider that has a price`);
  return new SettingsError(`${what} Add what it costs to padan.yaml, in US dollars for a million tokens or characters (0 where it costs nothing):\n  providers: { ${provider}: { price: { input: 0.50, output: 1.50 } } }`);
}
