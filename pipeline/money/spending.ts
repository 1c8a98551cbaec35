/** Puts the budget round a request: room before it leaves, what it came to after. */

import { BudgetError, ProviderError } from '../errors.ts';
import type { Job, Reply, Weight } from '../ports.ts';
import type { Account, Reservation } from './budget.ts';
import type { Refusal } from './caps.ts';
import { inDollars } from './words.ts';

/** One request to a provider: `Provider.translate`, or what stands round it. */
export type Ask = (jobs: readonly Job[], signal: AbortSignal) => Promise<Reply>;

/**
 * `ask`, paid from `account`. `weigh` says what a request weighs at most.
 *
 * @throws BudgetError where the budget holds no further request: nothing was sent. FileError where it cannot
 * be written down. Else as `ask` does.
 */
export function withBudget(ask: Ask, account: Account, weigh: (jobs: readonly Job[]) => Weight): Ask {
  return async (jobs, signal) => {
    signal.throwIfAborted();
    if (jobs.length === 0) return ask(jobs, signal);
    const room = await account.reserve(weigh(jobs), signal);
    if (room.kind !== 'reserved') throw new BudgetError(refused(room));
    if (signal.aborted) {
      room.release();
      signal.throwIfAborted();
    }
    return pay(room, ask, jobs, signal);
  };
}

async function pay(room: Reservation, ask: Ask, jobs: readonly Job[], signal: AbortSignal): Promise<Reply> {
  let reply: Reply;
  try {
    reply = await ask(jobs, signal);
  } catch (error) {
    if (error instanceof ProviderError && !error.billed) room.release();
    else room.lose();
    throw error;
  }
  room.settle(reply.usage);
  return reply;
}

/** What is told of a request that was not sent. */
export function refused({ kind, cap, spent, needed }: Refusal): string {
  const spending = `${inDollars(spent)} of ${inDollars(cap)} is spent, and the next request may cost up to ${inDollars(needed)}`;
  return kind === 'run'
    ? `The budget of this run is at its end: ${spending}. What was answered is kept: run again for what is left (a new run has its budget anew), or raise it: --budget N, or budget.run in padan.yaml`
    : `The budget of this month is at its end: ${spending}. What was answered is kept: run again next month, or raise budget.month in padan.yaml. ledger.csv says what was spent`;
}
