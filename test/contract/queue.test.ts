import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../pipeline/errors.ts';
import type { Fault, Job, Queue, Reply, Send } from '../../pipeline/ports.ts';
import { createLocalQueue, type QueueOptions } from '../../pipeline/queue/local.ts';
import { createWorld } from '../queue/world.ts';

const job = (id: string): Job => ({ id, text: id, role: 'body', terms: [], context: { before: '', after: '' } });
const done = (jobs: readonly Job[]): Reply => ({ outcomes: jobs.map(({ id, text }) => ({ id, status: 'done', text, unknown: [] })) });
const fault = (kind: Fault, said: string = kind): ProviderError => new ProviderError('p', said, { fault: kind });
const queueOf = (work: Send, options: Partial<QueueOptions> = {}): Queue =>
  createLocalQueue(work, { limits: { concurrency: 2 }, retries: 2, retryDelay: 1, signal: new AbortController().signal, ...options });

describe('a queue', () => {
  it('gives the reply to whoever asked', async () => {
    const queue = queueOf((jobs) => Promise.resolve(done(jobs)));
    const requests = [[job('a'), job('b')], [job('c')]];
    expect(await Promise.all(requests.map((jobs) => queue.run(jobs)))).toEqual(requests.map(done));
  });

  it('never works on more requests at once than it may', async () => {
    let now = 0;
    let most = 0;
    const queue = queueOf(async (jobs) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return done(jobs);
    }, { limits: { concurrency: 3 } });
    await Promise.all(Array.from({ length: 20 }, (_, n) => queue.run([job(String(n))])));
    expect(most).toBe(3);
  });

  it('takes those of higher priority first', async () => {
    const order: string[] = [];
    const queue = queueOf(async (jobs) => {
      order.push(jobs[0]?.id ?? '');
      await new Promise((resolve) => setImmediate(resolve));
      return done(jobs);
    }, { limits: { concurrency: 1 } });
    await Promise.all([queue.run([job('first')]), queue.run([job('low')]), queue.run([job('high')], { priority: 5 })]);
    expect(order).toEqual(['first', 'high', 'low']);
  });

  it('tries again what another try may mend, so often and no oftener', async () => {
    let tries = 0;
    const queue = queueOf(() => {
      tries += 1;
      return Promise.reject(fault('transient', 'busy'));
    });
    await expect(queue.run([job('a')])).rejects.toThrow('busy');
    expect(tries).toBe(3);
  });

  it('asks again for what came too early until it is taken, however often', async () => {
    let tries = 0;
    const queue = queueOf((jobs) => {
      tries += 1;
      return tries < 9 ? Promise.reject(fault('rate')) : Promise.resolve(done(jobs));
    });
    expect(await queue.run([job('a')])).toEqual(done([job('a')]));
  });

  it.each(['key', 'quota', 'too large', 'refused', 'bad output', 'invalid'] as const)('does not try again where the fault is %s', async (kind) => {
    let tries = 0;
    const queue = queueOf(() => {
      tries += 1;
      return Promise.reject(fault(kind));
    });
    await expect(queue.run([job('a')])).rejects.toMatchObject({ fault: kind });
    expect(tries).toBe(1);
  });

  it.each(['key', 'quota'] as const)('asks no more once the fault is %s: those who wait are told so, and those who come', async (kind) => {
    let tries = 0;
    const queue = queueOf(() => {
      tries += 1;
      return Promise.reject(fault(kind, 'no good'));
    }, { limits: { concurrency: 1 } });
    const settled = await Promise.allSettled(['a', 'b', 'c'].map((id) => queue.run([job(id)])));
    expect(settled.slice(1)).toMatchObject([1, 2].map(() => ({ status: 'rejected', reason: { fault: kind, down: true, message: 'p is not asked any more. no good' } })));
    await expect(queue.run([job('d')])).rejects.toMatchObject({ down: true });
    expect(tries).toBe(1);
  });

  it('keeps the answers of those at work when a provider is given up', async () => {
    let answer: () => void = () => undefined;
    const queue = queueOf((jobs) => jobs[0]?.id === 'slow'
      ? new Promise((resolve) => { answer = () => { resolve(done(jobs)); }; })
      : Promise.reject(fault('key')));
    const slow = queue.run([job('slow')]);
    await expect(queue.run([job('a')])).rejects.toMatchObject({ fault: 'key' });
    answer();
    expect(await slow).toEqual(done([job('slow')]));
  });

  it('waits out a server that fails everything, and tells those who wait when that goes on for long', async () => {
    const world = createWorld();
    let tries = 0;
    const queue = queueOf((jobs) => {
      tries += 1;
      return world.clock.now() < 20_000 || world.clock.now() >= 200_000 ? Promise.reject(fault('transient', 'down')) : Promise.resolve(done(jobs));
    }, { limits: { concurrency: 8, requestsPerSecond: 10 }, retries: 4, retryDelay: 1000, clock: world.clock, random: () => 0.5 });
    const first = Promise.allSettled(Array.from({ length: 100 }, (_, n) => queue.run([job(String(n))])));
    await world.run(200_000);
    const settled = await first;
    expect(settled.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(tries).toBeLessThan(140);
    const second = Promise.allSettled(Array.from({ length: 100 }, (_, n) => queue.run([job(String(n))])));
    await world.run(400_000);
    const told = (await second).filter((one) => one.status === 'rejected');
    expect(told).toHaveLength(100);
    expect(told.filter(({ reason }) => reason instanceof ProviderError && reason.down).length).toBeGreaterThan(90);
  });

  it('hands on whatever else the work throws', async () => {
    await expect(queueOf(() => Promise.reject(new TypeError('a bug'))).run([job('a')])).rejects.toThrow(TypeError);
  });

  it('stops when the run is stopped: waiting requests are not begun', async () => {
    const controller = new AbortController();
    let begun = 0;
    const queue = queueOf((_jobs, signal) => {
      begun += 1;
      return new Promise((_resolve, reject) => { signal.addEventListener('abort', () => { reject(signal.reason as Error); }); });
    }, { limits: { concurrency: 1 }, signal: controller.signal });
    const running = [queue.run([job('a')]), queue.run([job('b')])];
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    for (const settled of await Promise.allSettled(running)) {
      expect(settled).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
    }
    expect(begun).toBe(1);
  });

  it.each([
    ['for its turn', { limits: { requestsPerDay: 1000, requestsPerMinute: 1, concurrency: 4 } }, (jobs: readonly Job[]) => Promise.resolve(done(jobs))],
    ['for another try', { retryDelay: 100_000, random: () => 1 }, () => Promise.reject(fault('transient'))],
    ['because it came too early', { retryDelay: 100_000 }, () => Promise.reject(fault('rate'))],
  ] as const)('lets go at once of a request that waits %s', async (_what, options, work) => {
    const controller = new AbortController();
    const queue = queueOf(work, { ...options, signal: controller.signal });
    const running = Promise.allSettled([queue.run([job('a')]), queue.run([job('b')])]);
    for (let n = 0; n < 5; n += 1) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect((await running).at(-1)).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
  });

  it('makes each try ready before its turn, and undoes that where the try never leaves', async () => {
    const controller = new AbortController();
    const log: string[] = [];
    const queue = queueOf((jobs) => {
      log.push(`work ${jobs[0]?.id ?? ''}`);
      return Promise.resolve(done(jobs));
    }, {
      limits: { requestsPerMinute: 1 },
      signal: controller.signal,
      prepare: ([first]) => {
        log.push(`ready ${first?.id ?? ''}`);
        return Promise.resolve(() => { log.push(`undone ${first?.id ?? ''}`); });
      },
    });
    await queue.run([job('a')]);
    const second = queue.run([job('b')]);
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(log).toEqual(['ready a', 'work a', 'ready b', 'undone b']);
  });

  it('does not wait for another day', async () => {
    const queue = queueOf((jobs) => Promise.resolve(done(jobs)), { limits: { requestsPerDay: 2 }, name: 'deepl' });
    await queue.run([job('a')]);
    await queue.run([job('b')]);
    await expect(queue.run([job('c')])).rejects.toThrow('deepl: all 2 requests of a day are made. Run again tomorrow, or raise limits.requestsPerDay in padan.yaml');
  });

  it('weighs requests, and takes back what an answer did not weigh', async () => {
    const world = createWorld();
    const times: number[] = [];
    const queue = queueOf((jobs) => {
      times.push(world.clock.now());
      return Promise.resolve({ ...done(jobs), usage: { unit: 'tokens', input: 10, output: 10, cached: 0 } });
    }, { limits: { tokensPerMinute: 100, concurrency: 1 }, clock: world.clock, weigh: () => ({ unit: 'tokens', input: 20, output: 80 }) });
    const all = Promise.all(Array.from({ length: 6 }, (_, n) => queue.run([job(String(n))])));
    await world.run(300_000);
    await all;
    // 20 of 100 a minute each, and a tenth more until it is known: four fit into one, the fifth does not.
    expect(times.at(3)).toBeLessThan(60_000);
    expect(times.at(4)).toBeGreaterThanOrEqual(60_000);
  });

  it('holds those back who would add more than it can take', async () => {
    const gates: (() => void)[] = [];
    const queue = queueOf(async (jobs) => {
      await new Promise<void>((resolve) => gates.push(resolve));
      return done(jobs);
    }, { limits: { concurrency: 1 } });
    const running = [0, 1, 2, 3].map((n) => queue.run([job(String(n))]));
    let room = false;
    const waiting = queue.room().then(() => { room = true; });
    await new Promise((resolve) => setImmediate(resolve));
    expect(room).toBe(false);
    while (gates.length > 0) {
      gates.shift()?.();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all([waiting, ...running]);
    expect(room).toBe(true);
  });

  it('tells those who wait when it is closed, and lets those at work end', async () => {
    let answer: () => void = () => undefined;
    const queue = queueOf((jobs) => new Promise((resolve) => { answer = () => { resolve(done(jobs)); }; }), { limits: { concurrency: 1 } });
    const first = queue.run([job('a')]);
    const second = queue.run([job('b')]);
    await new Promise((resolve) => setImmediate(resolve));
    const closed = queue.close();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    answer();
    expect(await first).toEqual(done([job('a')]));
    await closed;
    await expect(queue.run([job('c')])).rejects.toMatchObject({ name: 'AbortError' });
  });
});
