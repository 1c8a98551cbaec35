/** The queue of one process: p-queue for concurrency and priority, a pace of our own for everything by time. */

import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import { ProviderError } from '../errors.ts';
import type { Job, Queue, Reply, Send, Usage, Weight } from '../ports.ts';
import type { Limits } from '../provider-settings.ts';
import { createCircuit } from './circuit.ts';
import { type Clock, realClock, sleep } from './clock.ts';
import { createPace, type Load, type Turn } from './pace.ts';
import { backoff, remedy } from './retry.ts';
import { createShare } from './share.ts';
import { weightOf } from '../weight.ts';
import { waitingFor } from './waiting.ts';

export interface QueueOptions {
  /** Several at once; the narrowest counts. `concurrency` is 8 when absent. */
  readonly limits: Limits;
  /** Stops the queue: waiting requests are rejected with its reason, those at work are told. */
  readonly signal: AbortSignal;
  /** For messages: the provider's name in settings. */
  readonly name?: string;
  /** What a request weighs at most; the characters of its texts when absent. */
  readonly weigh?: (jobs: readonly Job[]) => Weight;
  /**
   * What must be done before a try leaves, such as writing down what it may cost: done ahead of its turn,
   * so that it leaves on time. What it gives back is called where the try never leaves.
   */
  readonly prepare?: (jobs: readonly Job[]) => Promise<() => void | Promise<void>>;
  /** How often a request is tried again after trouble of its own; 4 when absent. */
  readonly retries?: number;
  /** Milliseconds: bound of the wait before the first such try, doubled for each further one; 1000 when absent. */
  readonly retryDelay?: number;
  /** Milliseconds for which requests wait while a server fails them all, before they are told; 60,000 when absent. */
  readonly patience?: number;
  readonly clock?: Clock;
  /** From 0 up to 1. */
  readonly random?: () => number;
  /** See PaceOptions. */
  readonly minute?: number;
}

/** Milliseconds for which one request may be told that it is too early. */
const REFUSALS = 600_000;
/** Longest wait for a new day, milliseconds; what is later is no matter of waiting. */
const LONGEST_WAIT = 600_000;

export function createLocalQueue(work: Send, options: QueueOptions): Queue {
  const { limits, signal, name = 'the provider', weigh = (jobs: readonly Job[]) => weightOf({}, jobs), retries = 4, retryDelay = 1000, clock = realClock, random = Math.random } = options;
  const concurrency = limits.concurrency ?? 8;
  // Every waiting request listens to it; that is no leak.
  setMaxListeners(0, signal);
  const queue = new PQueue({ concurrency });
  const pace = createPace({ limits, clock, pause: retryDelay / 4, ...(options.minute === undefined ? {} : { minute: options.minute }) });
  const share = createShare();
  let gate = newGate();
  let closed: Error | undefined;
  const circuit = createCircuit({
    pause: retryDelay,
    patience: options.patience ?? 60_000,
    opened: (error) => {
      const old = gate;
      gate = newGate();
      old.abort(error);
    },
  });

  /** One try: its turn, the work, and what the answer says of the server. */
  async function once(jobs: readonly Job[], most: Weight, began: () => void, waiting: AbortSignal): Promise<Reply> {
    const undo = await options.prepare?.(jobs);
    let turn: Turn;
    try {
      // While it was made ready, the provider may have been given up.
      circuit.check(clock.now());
      if (pace.day() > LONGEST_WAIT) throw new ProviderError(name, `${name}: all ${limits.requestsPerDay ?? 0} requests of a day are made. Run again tomorrow, or raise limits.requestsPerDay in padan.yaml`, { fault: 'quota' });
      turn = await pace.turn({ unit: most.unit, amount: amountOf(most) * share.likely() }, waiting);
    } catch (error) {
      await undo?.();
      throw error;
    }
    began();
    try {
      const reply = await work(jobs, signal);
      const used = reply.usage?.unit === most.unit ? amountOf(reply.usage) : undefined;
      if (used !== undefined) share.heard(amountOf(most), used);
      turn.passed(used, reply.heard ?? {});
      circuit.passed();
      return reply;
    } catch (error) {
      settle(turn, error);
      throw error;
    }
  }

  function settle(turn: Turn, error: unknown): void {
    if (!(error instanceof ProviderError)) turn.failed({});
    else if (error.fault === 'rate') turn.refused(error.heard);
    else if (error.fault === 'transient' || error.fault === 'key' || error.fault === 'quota') turn.failed(error.heard);
    else {
      // It reads our requests and says what is wrong with this one: the server is well.
      turn.passed(undefined, error.heard);
      circuit.passed();
    }
  }

  async function run(jobs: readonly Job[], priority: number): Promise<Reply> {
    const request = {};
    const most = weigh(jobs);
    let tries = 0;
    let refusedSince: number | undefined;
    let left = -Infinity;
    for (;;) {
      if (closed !== undefined) throw closed;
      circuit.check(clock.now());
      const waiting = waitingFor(signal, gate.signal);
      const began = (): void => {
        left = clock.now();
        waiting.over();
      };
      try {
        // What was tried before goes first: others must not overtake it for ever.
        const first = priority + (tries > 0 || refusedSince !== undefined ? 0.5 : 0);
        return await queue.add(() => once(jobs, most, began, waiting.signal), { priority: first, signal: waiting.signal });
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof ProviderError) || error.down) throw error;
        const now = clock.now();
        const fix = remedy(error.fault);
        const halt = fix === 'never' && error.fault !== 'key' && error.fault !== 'quota' ? 0 : circuit.failed(request, error, left, now);
        if (halt > 0) pace.halt(halt);
        if (fix === 'never') throw error;
        circuit.check(now);
        if (fix === 'later') {
          refusedSince ??= now;
          if (now - refusedSince >= REFUSALS) throw error;
        } else if (!circuit.trouble) {
          tries += 1;
          if (tries > retries) throw error;
          const pause = waitingFor(signal, gate.signal);
          await sleep(backoff(tries, retryDelay, random), clock, pause.signal).finally(pause.end);
        }
      } finally {
        waiting.end();
      }
    }
  }

  return {
    run: (jobs, { priority = 0 } = {}) => run(jobs, priority),
    room: () => queue.onSizeLessThan(concurrency * 2),
    async close() {
      closed ??= new DOMException('The queue is closed', 'AbortError');
      gate.abort(closed);
      await queue.onIdle();
    },
  };
}

/** Fires for all who wait, and for none of those at work. */
function newGate(): AbortController {
  const gate = new AbortController();
  setMaxListeners(0, gate.signal);
  return gate;
}

/** What counts against a limit: tokens both ways, characters as they are sent. */
function amountOf(weight: Weight | Usage): Load['amount'] {
  return weight.unit === 'tokens' ? weight.input + weight.output : weight.input;
}
