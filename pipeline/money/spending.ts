/** Puts the budget round a request: room before it leaves, what it came to after. */

import { BudgetError, PadanError, ProviderError } from '../errors.ts';
import type { Job, Reply, Send, Weight } from '../ports.ts';
import type { Account, Reservation } from './budget.ts';
import type { Refusal } from './caps.ts';
import { inDollars } from './words.ts';

/** A request that is paid from an account in two steps: room for it before its turn comes, and what it came to after. */
export interface Prepaid {
  readonly send: Send;
  /**
   * Takes room for a request, so that nothing has to be written when its turn comes. What it gives back
   * is called where the request never leaves.
   *
   * @throws BudgetError where the budget holds no further request, or where that cannot be written down.
   */
  readonly prepare: (jobs: readonly Job[]) => Promise<() => void>;
}

/** `send`, paid from `account`; `prepare` must have been called with the same jobs. `weigh` says what a request weighs at most. */
export function prepaid(send: Send, account: Account, weigh: (jobs: readonly Job[]) => Weight, signal: AbortSignal): Prepaid {
  const rooms = new WeakMap<readonly Job[], Reservation>();
  return {
    async prepare(jobs) {
      let room: Reservation | Refusal;
      try {
        room = await account.reserve(weigh(jobs), signal);
      } catch (error) {
        signal.throwIfAborted();
        // Money that cannot be written down must not be spent, whoever asks.
        throw error instanceof PadanError ? new BudgetError(error.message, { cause: error }) : error;
      }
      if (room.kind !== 'reserved') throw new BudgetError(refused(room));
      rooms.set(jobs, room);
      return () => { room.release(); };
    },
    send: (jobs, own) => {
      const room = rooms.get(jobs);
      if (room === undefined) throw new Error('a request was sent before there was room for it');
      rooms.delete(jobs);
      return pay(room, send, jobs, own);
    },
  };
}

async function pay(room: Reservation, send: Send, jobs: readonly Job[], signal: AbortSignal): Promise<Reply> {
  let reply: Reply;
  try {
    reply = await send(jobs, signal);
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
