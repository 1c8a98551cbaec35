import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../pipeline/errors.ts';
import { type Account, type Budget, openBudget } from '../../pipeline/money/budget.ts';
import { dollarsOf, picosOf } from '../../pipeline/money/dollars.ts';
import { readLedger } from '../../pipeline/money/ledger.ts';
import { type Price, priceOf } from '../../pipeline/money/prices.ts';
import { prepaid } from '../../pipeline/money/spending.ts';
import type { Fault, Job, Reply, Send, Usage, Weight } from '../../pipeline/ports.ts';
import { runs } from '../runs.ts';

const NOW = new Date(2026, 10, 24, 21, 30, 45);
const signal = new AbortController().signal;
const job: Job = { id: 'a', text: 'Harga beras naik.', role: 'body', terms: [], context: { before: '', after: '' } };

/** A dollar a token, in and out. */
const price = priceOf('x', 'm', { input: 1_000_000, output: 1_000_000 }, '2026-11-24') as Price;
const weight = (input: number, output = 0): Weight => ({ unit: 'tokens', input, output });
const usage = (input: number, output = 0): Usage => ({ ...weight(input, output), cached: 0 });

/** A request that is paid for as the queue does it: room for it first, then its turn. */
function paying(send: Send, from: Account, weigh: (jobs: readonly Job[]) => Weight): Send {
  return async (jobs, own) => {
    const paid = prepaid(send, from, weigh, own);
    const undo = await paid.prepare(jobs);
    if (own.aborted) undo();
    own.throwIfAborted();
    return await paid.send(jobs, own);
  };
}

interface Desk {
  readonly root: string;
  readonly ledger: string;
  readonly journal: string;
  open(limits: { run?: number; month?: number }, now?: Date): Promise<Budget>;
  /** What a kill at this instant leaves on the disk; what goes on here is not seen there. */
  killed(): Desk;
}

function desk(root = mkdtempSync(join(tmpdir(), 'padan-money-'))): Desk {
  const places = { ledger: join(root, 'ledger.csv'), journal: join(root, '.padan', 'money.jsonl') };
  return {
    root,
    ...places,
    // A kill does not need the flush that a power cut does, and on a busy disk it takes most of the time.
    open: (limits, now = NOW) => openBudget({ ...places, limits, now: () => now, flush: () => Promise.resolve() }),
    killed: () => {
      for (;;) {
        const copy = mkdtempSync(join(tmpdir(), 'padan-money-'));
        try {
          cpSync(root, copy, { recursive: true });
          return desk(copy);
        } catch (error) {
          // A file that was moved into its place while we copied: look again.
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
        }
      }
    },
  };
}

function account(budget: Budget): Account {
  return budget.account({ provider: 'openai', model: 'm', price });
}

/** Takes room that must be there. */
async function reserved(from: Account, most: number): Promise<Extract<Awaited<ReturnType<Account['reserve']>>, { kind: 'reserved' }>> {
  const room = await from.reserve(weight(most), signal);
  if (room.kind !== 'reserved') throw new Error(`refused: ${room.kind}`);
  return room;
}

function spentIn(ledger: string): number {
  return dollarsOf(readLedger(readFileSync(ledger, 'utf8')).reduce((sum, { spent }) => sum + (spent ?? 0n), 0n));
}

describe('a budget', () => {
  it('counts what was billed, not what might have been', async () => {
    const budget = await desk().open({ run: 10 });
    (await reserved(account(budget), 9)).settle(usage(2));
    (await reserved(account(budget), 8)).settle(usage(3));
    expect(budget.totals()).toMatchObject({ dollars: 5, month: 5, unanswered: 0, models: [{ provider: 'openai', model: 'm', requests: 2, input: 5, dollars: 5 }] });
    await budget.close('done');
  });

  it('refuses what it could not hold, and says what is spent', async () => {
    const budget = await desk().open({ run: 10 });
    (await reserved(account(budget), 6)).settle(usage(6));
    expect(await account(budget).reserve(weight(5), signal)).toEqual({ kind: 'run', cap: picosOf(10, 'up'), spent: picosOf(6, 'up'), needed: picosOf(5, 'up') });
    (await reserved(account(budget), 4)).settle(usage(4));
    await budget.close('done');
  });

  it('waits for what is in flight, and takes what that leaves', async () => {
    const budget = await desk().open({ run: 10 });
    const first = await reserved(account(budget), 8);
    let second: unknown;
    const waiting = account(budget).reserve(weight(5), signal).then((room) => (second = room.kind));
    await setImmediate();
    expect(second).toBeUndefined();
    first.settle(usage(5));
    await waiting;
    expect(second).toBe('reserved');
    await budget.close('done');
  });

  it.each([
    ['a request to which no answer came', 'lose', 8],
    ['a request that was refused', 'release', 0],
  ] as const)('counts %s', async (_what, way, dollars) => {
    const budget = await desk().open({ run: 10 });
    (await reserved(account(budget), 8))[way]();
    expect(budget.totals()).toMatchObject({ dollars, unanswered: dollars });
    await budget.close('done');
  });

  it('counts an answer without usage for what it might have cost, and so a usage that is none', async () => {
    const budget = await desk().open({ run: 100 });
    (await reserved(account(budget), 8)).settle(undefined);
    (await reserved(account(budget), 8)).settle(usage(Number.NaN));
    (await reserved(account(budget), 8)).settle(usage(-5));
    expect(budget.totals()).toMatchObject({ dollars: 24, unanswered: 0 });
    await budget.close('done');
  });

  it('counts a request once, whatever is said of it later', async () => {
    const budget = await desk().open({ run: 10 });
    const room = await reserved(account(budget), 8);
    room.settle(usage(2));
    room.settle(usage(3));
    room.lose();
    room.release();
    expect(budget.totals().dollars).toBe(2);
    await budget.close('done');
  });

  it('counts and tells what was billed beyond what was expected, and expects it from then on', async () => {
    const budget = await desk().open({ run: 100 });
    const one = account(budget);
    (await reserved(one, 10)).settle(usage(15));
    expect(budget.totals().dollars).toBe(15);
    expect(budget.notes().join('\n')).toContain('billed more for a request than was expected ($15.00, at most $10.00)');
    expect(await one.reserve(weight(57), signal)).toMatchObject({ kind: 'run', needed: picosOf(85.5, 'up') });
    await budget.close('done');
  });

  it('stops waiting when it is told to', async () => {
    const budget = await desk().open({ run: 10 });
    const held = await reserved(account(budget), 8);
    const stop = new AbortController();
    const waiting = account(budget).reserve(weight(8), stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    held.release();
    (await reserved(account(budget), 10)).release();
    await budget.close('done');
  });

  it('cannot be held without a price, and says the line to add', async () => {
    const budget = await desk().open({ run: 10 });
    expect(() => budget.account({ provider: 'openai', model: 'qwen3', price: undefined })).toThrow(expect.objectContaining({
      name: 'SettingsError',
      exitCode: 2,
      message: expect.stringContaining('providers: { openai: { price: { input: 0.50, output: 1.50 } } }') as unknown,
    }));
    await budget.close('done');
  });

  it('of nothing sends nothing', async () => {
    const budget = await desk().open({ run: 0 });
    expect(await account(budget).reserve(weight(1), signal)).toMatchObject({ kind: 'run' });
    await budget.close('done');
  });
});

describe('without a budget', () => {
  it('what was used is counted all the same, dollars only where a price is known', async () => {
    const at = desk();
    const budget = await at.open({});
    (await reserved(account(budget), 5)).settle(usage(4));
    (await reserved(budget.account({ provider: 'command', model: '', price: undefined }), 5)).settle(usage(3));
    expect(budget.totals().models).toEqual([
      { provider: 'openai', model: 'm', unit: 'tokens', requests: 1, input: 4, cached: 0, output: 0, dollars: 4 },
      { provider: 'command', model: '', unit: 'tokens', requests: 1, input: 3, cached: 0, output: 0 },
    ]);
    await budget.close('done');
    expect(readLedger(readFileSync(at.ledger, 'utf8')).map(({ spent }) => spent)).toEqual([picosOf(4, 'up'), undefined]);
  });

  it('what costs nothing is told and leaves no file', async () => {
    const at = desk();
    const budget = await at.open({ run: 0 });
    const free = budget.account({ provider: 'ollama', model: 'qwen3', price: priceOf('ollama', 'qwen3', undefined, '2026-11-24') });
    (await reserved(free, 500)).settle(usage(400));
    expect(budget.totals()).toMatchObject({ dollars: 0, models: [{ provider: 'ollama', requests: 1, input: 400, dollars: 0 }] });
    await budget.close('done');
    expect([existsSync(at.ledger), existsSync(at.journal)]).toEqual([false, false]);
  });
});

describe('the next run', () => {
  it('begins anew when the last one ended, and knows the month', async () => {
    const at = desk();
    const first = await at.open({ run: 10, month: 15 });
    (await reserved(account(first), 8)).settle(usage(8));
    await first.close('done');
    expect(existsSync(at.journal)).toBe(false);
    const second = await at.open({ run: 10, month: 15 });
    expect(second.carried).toBeUndefined();
    expect(second.totals()).toMatchObject({ dollars: 0, month: 8 });
    expect(await account(second).reserve(weight(8), signal)).toMatchObject({ kind: 'month', spent: picosOf(8, 'up') });
    (await reserved(account(second), 7)).settle(usage(7));
    await second.close('done');
    const december = await at.open({ month: 15 }, new Date(2026, 11, 1));
    expect(december.totals().month).toBe(0);
    await december.close('done');
  });

  it('carries on one that was killed: what was in flight counts as spent', async () => {
    const started = desk();
    const killed = await started.open({ run: 10 });
    (await reserved(account(killed), 5)).settle(usage(2));
    await reserved(account(killed), 3);
    const at = started.killed();
    await killed.close('done');
    const next = await at.open({ run: 10 });
    expect(next.carried).toBe(picosOf(5, 'up'));
    expect(next.totals()).toMatchObject({ dollars: 5, unanswered: 3 });
    expect(spentIn(at.ledger)).toBe(5);
    expect(await account(next).reserve(weight(6), signal)).toMatchObject({ kind: 'run', spent: picosOf(5, 'up') });
    (await reserved(account(next), 5)).settle(usage(5));
    await next.close('done');
    expect(spentIn(at.ledger)).toBe(10);
    expect((await at.open({ run: 10 })).carried).toBeUndefined();
  });

  it('carries on one that was interrupted', async () => {
    const at = desk();
    const first = await at.open({ run: 10 });
    (await reserved(account(first), 5)).settle(usage(4));
    await reserved(account(first), 3);
    await first.close('interrupted');
    const second = await at.open({ run: 10 });
    expect(second.carried).toBe(picosOf(7, 'up'));
    await second.close('done');
  });

  it.each(['done', 'interrupted'] as const)('forgets no money that the ledger has when .padan/ is deleted (%s)', async (ending) => {
    const at = desk();
    const first = await at.open({ run: 10 });
    (await reserved(account(first), 5)).settle(usage(4));
    await first.close(ending);
    rmSync(join(at.root, '.padan'), { recursive: true });
    const second = await at.open({ run: 10, month: 20 });
    expect(second.totals()).toMatchObject({ dollars: ending === 'done' ? 0 : 4, month: 4 });
    (await reserved(account(second), 2)).settle(usage(2));
    await second.close('done');
    expect(spentIn(at.ledger)).toBe(6);
  });

  it('knows what was spent from the ledger although the killed run never closed it', async () => {
    const started = desk();
    const killed = await started.open({ run: 10 });
    (await reserved(account(killed), 5)).settle(usage(4));
    while (!existsSync(started.ledger)) await setImmediate();
    const at = started.killed();
    await killed.close('done');
    rmSync(join(at.root, '.padan'), { recursive: true });
    const next = await at.open({ run: 10 });
    expect(next.carried).toBe(picosOf(4, 'up'));
    await next.close('done');
  });

  it('makes nothing of a line that was being written when the power went', async () => {
    const started = desk();
    const killed = await started.open({ run: 10 });
    await reserved(account(killed), 3);
    const at = started.killed();
    await killed.close('done');
    writeFileSync(at.journal, `${readFileSync(at.journal, 'utf8')}{"hold":2,"of":0,"mo`);
    const next = await at.open({ run: 10 });
    expect(next.carried).toBe(picosOf(3, 'up'));
    await next.close('done');
  });

  it('does not guess what a line in the midst of the journal said', async () => {
    const started = desk();
    const killed = await started.open({ run: 10 });
    await reserved(account(killed), 3);
    const at = started.killed();
    await killed.close('done');
    writeFileSync(at.journal, `rubbish\n${readFileSync(at.journal, 'utf8')}`);
    await expect(at.open({ run: 10 })).rejects.toMatchObject({ name: 'FileError', message: expect.stringContaining(':1: this line cannot be read') as unknown });
  });

  it('puts into the ledger what an earlier one could not, and counts it until then', async () => {
    const at = desk();
    const first = await at.open({ run: 10 });
    (await reserved(account(first), 5)).settle(usage(4));
    while (!existsSync(at.ledger)) await setImmediate();
    const good = readFileSync(at.ledger, 'utf8');
    // As a person leaves it for a moment.
    writeFileSync(at.ledger, 'half a file');
    (await reserved(account(first), 5)).settle(usage(3));
    await first.close('done');
    expect(first.notes().join('\n')).toContain('ledger.csv:1: expected a header');
    expect(readFileSync(at.ledger, 'utf8')).toBe('half a file');
    await expect(at.open({ run: 10 })).rejects.toMatchObject({ name: 'SettingsError' });
    writeFileSync(at.ledger, good);
    const second = await at.open({ run: 10 });
    expect(second.totals()).toMatchObject({ dollars: 0, month: 7 });
    await second.close('done');
    expect(spentIn(at.ledger)).toBe(7);
  });
});

describe('a request with a budget round it', () => {
  const answer = (billed: Usage | undefined): Send => () => Promise.resolve({ outcomes: [], ...(billed === undefined ? {} : { usage: billed }) });
  const failing = (fault: Fault, billed?: boolean): Send => () => Promise.reject(new ProviderError('x', 'no', { fault, ...(billed === undefined ? {} : { billed }) }));

  it.each([
    ['an answer that says what it cost', answer(usage(3)), 3],
    ['an answer that does not', answer(undefined), 8],
    ['a request that came too fast', failing('rate'), 0],
    ['a request with a wrong key', failing('key'), 0],
    ['a request that was too large', failing('too large'), 0],
    ['a connection that broke', failing('transient'), 8],
    ['a server that was never reached', failing('transient', false), 0],
    ['anything else that goes wrong', () => Promise.reject(new Error('bug')), 8],
  ])('counts %s', async (_what, ask: Send, dollars) => {
    const budget = await desk().open({ run: 10 });
    await paying(ask, account(budget), () => weight(8))([job], signal).catch(() => undefined);
    expect(budget.totals().dollars).toBe(dollars);
    await budget.close('done');
  });

  it('is not sent when the budget is at its end', async () => {
    const budget = await desk().open({ run: 10 });
    let sent = 0;
    const ask = paying(() => {
      sent += 1;
      return Promise.resolve({ outcomes: [], usage: usage(6) });
    }, account(budget), () => weight(6));
    await ask([job], signal);
    await expect(ask([job], signal)).rejects.toMatchObject({
      name: 'BudgetError',
      exitCode: 1,
      message: 'The budget of this run is at its end: $6.00 of $10.00 is spent, and the next request may cost up to $6.00. What was answered is kept: run again for what is left (a new run has its budget anew), or raise it: --budget N, or budget.run in padan.yaml',
    });
    expect(sent).toBe(1);
    await budget.close('done');
  });

  it('is written down before it is sent', async () => {
    const at = desk();
    const budget = await at.open({ run: 10 });
    let seen = '';
    await paying(() => {
      seen = readFileSync(at.journal, 'utf8');
      return Promise.resolve({ outcomes: [] });
    }, account(budget), () => weight(8))([job], signal);
    expect(seen).toContain('"most":"8000000000000"');
    await budget.close('done');
  });

  it('is not sent after an abort', async () => {
    const budget = await desk().open({ run: 10 });
    await expect(paying(answer(usage(1)), account(budget), () => weight(8))([job], AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(budget.totals().dollars).toBe(0);
    await budget.close('done');
  });
});

/** A request as the fake server sees it. */
const request = fc.record({
  input: fc.nat(5000),
  output: fc.nat(3000),
  /** What it comes to, in hundredths of the most. */
  share: fc.nat(100),
  end: fc.constantFrom('answer', 'answer', 'answer', 'no usage', 'lost', 'refused'),
  ticks: fc.nat(4),
});

it('is never passed by a single micro-dollar, whatever the prices, the failures and the kills', async () => {
  await fc.assert(fc.asyncProperty(
    fc.record({ input: fc.integer({ min: 1, max: 10_000_000 }), output: fc.nat(50_000_000) }),
    fc.integer({ min: 1, max: 2_000_000 }),
    fc.integer({ min: 1, max: 12 }),
    fc.array(fc.array(request, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 2, maxLength: 2 }),
    async (micros, capMicros, workers, lives, kills) => {
      // Prices and cap are whole micro-dollars (a million units), so the server counts picodollars in whole numbers of its own.
      const rates = { input: BigInt(micros.input), output: BigInt(micros.output) };
      const cap = BigInt(capMicros) * 1_000_000n;
      const price = priceOf('x', 'm', { input: micros.input / 1e6, output: micros.output / 1e6 }, '2026-11-24');
      let billed = 0n;
      let at = desk();
      for (const [n, requests] of lives.entries()) {
        const last = n === lives.length - 1;
        const budget = await at.open({ run: capMicros / 1e6, month: 1000 });
        const from = budget.account({ provider: 'openai', model: 'm', price });
        const killAt = last ? Number.POSITIVE_INFINITY : (kills[n] ?? 0);
        let sent = 0;
        let next: Desk | undefined;
        /** The kill: the disk stays as it is now, and whatever the dead do is no request. */
        const isDead = (): boolean => {
          if (sent >= killAt) next ??= at.killed();
          return next !== undefined;
        };
        const serve = async ({ input, output, share, end, ticks }: (typeof requests)[number]): Promise<Reply> => {
          if (isDead()) throw new Error('dead');
          sent += 1;
          const used = { unit: 'tokens', input: Math.floor((input * share) / 100), cached: 0, output: Math.floor((output * share) / 100) } as const;
          if (end !== 'refused') billed += BigInt(used.input) * rates.input + BigInt(used.output) * rates.output;
          expect(billed <= cap).toBe(true);
          for (let tick = 0; tick < ticks; tick += 1) await setImmediate();
          if (isDead()) throw new Error('dead');
          if (end === 'lost') throw new ProviderError('x', 'reset', { fault: 'transient' });
          if (end === 'refused') throw new ProviderError('x', 'too fast', { fault: 'rate' });
          return { outcomes: [], ...(end === 'no usage' ? {} : { usage: used }) };
        };
        const left = [...requests];
        const failures: string[] = [];
        const work = async (): Promise<void> => {
          for (let mine = left.shift(); mine !== undefined && next === undefined; mine = left.shift()) {
            const { input, output } = mine;
            const ask = serve.bind(undefined, mine);
            await paying(ask, from, () => weight(input, output))([job], signal)
              .catch((error: unknown) => failures.push(error instanceof Error && error.message !== 'dead' ? error.name : 'dead'));
          }
        };
        await Promise.all(Array.from({ length: workers }, work));
        expect(failures.filter((name) => !['dead', 'BudgetError', 'ProviderError'].includes(name))).toEqual([]);
        if (last) {
          const counted = picosOf(budget.totals().dollars, 'up');
          expect(billed <= counted && counted <= cap).toBe(true);
        }
        // Killed with its last request, if not before.
        if (!last) next ??= at.killed();
        await budget.close('done');
        if (last && existsSync(at.ledger)) expect(picosOf(spentIn(at.ledger), 'up') >= billed).toBe(true);
        else if (last) expect(billed).toBe(0n);
        rmSync(at.root, { recursive: true });
        at = next ?? at;
      }
    },
  ), { numRuns: runs(200), endOnFailure: true });
}, 300_000);
