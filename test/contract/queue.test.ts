import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../pipeline/errors.ts';
import type { Job, Outcome } from '../../pipeline/ports.ts';
import { createLocalQueue, type QueueOptions, type Work } from '../../pipeline/queue/local.ts';

const job = (id: string): Job => ({ id, text: id, role: 'body', terms: [], context: { before: '', after: '' } });
const done = (jobs: readonly Job[]): readonly Outcome[] => jobs.map(({ id, text }) => ({ id, status: 'done', text, unknown: [] }));
const queueOf = (work: Work, options: Partial<QueueOptions> = {}): ReturnType<typeof createLocalQueue> =>
  createLocalQueue(work, { concurrency: 2, retries: 2, retryDelay: 1, signal: new AbortController().signal, ...options });

describe('a queue', () => {
  it('gives the outcomes of each batch to whoever ran it', async () => {
    const queue = queueOf((jobs) => Promise.resolve(done(jobs)));
    const batches = [[job('a'), job('b')], [job('c')]];
    expect(await Promise.all(batches.map((batch) => queue.run(batch)))).toEqual(batches.map(done));
  });

  it('never works on more batches at once than it may', async () => {
    let now = 0;
    let most = 0;
    const queue = queueOf(async (jobs) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return done(jobs);
    }, { concurrency: 3 });
    await Promise.all(Array.from({ length: 20 }, (_, n) => queue.run([job(String(n))])));
    expect(most).toBe(3);
  });

  it('tries again what another try may mend, so often and no oftener', async () => {
    let tries = 0;
    const queue = queueOf(() => {
      tries += 1;
      return Promise.reject(new ProviderError('p', 'busy', { fault: 'rate', heard: { wait: 0 } }));
    });
    await expect(queue.run([job('a')])).rejects.toThrow('busy');
    expect(tries).toBe(3);
  });

  it('does not try again what it cannot mend', async () => {
    let tries = 0;
    const queue = queueOf(() => {
      tries += 1;
      return Promise.reject(new ProviderError('p', 'no key', { fault: 'key' }));
    });
    await expect(queue.run([job('a')])).rejects.toThrow('no key');
    expect(tries).toBe(1);
  });

  it('stops when the run is stopped: waiting batches are not begun', async () => {
    const controller = new AbortController();
    let begun = 0;
    const queue = queueOf((_jobs, signal) => {
      begun += 1;
      return new Promise((_resolve, reject) => { signal.addEventListener('abort', () => { reject(signal.reason as Error); }); });
    }, { concurrency: 1, signal: controller.signal });
    const running = [queue.run([job('a')]), queue.run([job('b')])];
    controller.abort();
    for (const settled of await Promise.allSettled(running)) {
      expect(settled).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
    }
    expect(begun).toBe(1);
  });

  it('holds those back who would add more than it can take', async () => {
    const gates: (() => void)[] = [];
    const queue = queueOf(async (jobs) => {
      await new Promise<void>((resolve) => gates.push(resolve));
      return done(jobs);
    }, { concurrency: 1 });
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
});
