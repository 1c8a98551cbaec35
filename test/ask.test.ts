import { describe, expect, it } from 'vitest';
import { ask, type AskTools } from '../pipeline/ask.ts';
import { ProviderError } from '../pipeline/errors.ts';
import type { Answer, Fault, Job, Outcome, Provider } from '../pipeline/ports.ts';
import { createLocalQueue } from '../pipeline/queue/local.ts';

const job = (id: string): Job => ({ id, text: `Kalimat ${id}.`, role: 'body', terms: [], context: { before: '', after: '' } });
const jobs = (ids: string): readonly Job[] => Array.from(ids, job);
const done = (id: string, text = id.toUpperCase()): Outcome => ({ id, status: 'done', text, unknown: [] });
const failed = (id: string, fault: Fault): Outcome => ({ id, status: 'failed', reason: fault, fault });
const broken = (fault: Fault): ProviderError => new ProviderError('p', `p says ${fault}`, { fault });

interface Rig {
  /** The ids of each request, in order. */
  readonly requests: string[];
  readonly kept: Answer[];
  readonly tools: AskTools;
}

/** `answer` gives the outcomes of a request, or throws. */
function rig(answer: (batch: readonly Job[], n: number) => readonly Outcome[], more: { readonly repairs?: boolean; readonly inspect?: AskTools['inspect']; readonly passed?: boolean } = {}): Rig {
  const requests: string[] = [];
  const kept: Answer[] = [];
  const provider: Provider = {
    name: 'p',
    signature: 'p 1',
    batch: 10,
    repairs: more.repairs ?? false,
    translate: async (batch) => {
      requests.push(batch.map(({ id }) => id).join(''));
      return await Promise.resolve({ outcomes: answer(batch, requests.length) });
    },
  };
  const { signal } = new AbortController();
  const queue = createLocalQueue((batch, own) => provider.translate(batch, own), { limits: { concurrency: 1 }, retries: 1, retryDelay: 1, patience: 20, signal });
  const keep = (answers: readonly Answer[]): Promise<void> => {
    kept.push(...answers);
    return Promise.resolve();
  };
  return { requests, kept, tools: { provider, queue, inspect: more.inspect ?? (() => []), keep, state: { passed: more.passed ?? false } } };
}

const told = (outcomes: readonly Outcome[]): string => outcomes.map((outcome) => (outcome.status === 'done' ? `${outcome.id}=${outcome.text}` : `${outcome.id}!${outcome.fault}`)).join(' ');

describe('a batch', () => {
  it.each<[string, string, (batch: readonly Job[], n: number) => readonly Outcome[], string, string[]]>([
    ['whose answers are all there is asked for once', 'abc', (batch) => batch.map(({ id }) => done(id)), 'a=A b=B c=C', ['abc']],
    ['that comes back in another order keeps its own', 'abc', (batch) => batch.map(({ id }) => done(id)).reverse(), 'a=A b=B c=C', ['abc']],
    ['that is too large is halved until it fits', 'abcd', (batch) => {
      if (batch.length > 1) throw broken('too large');
      return batch.map(({ id }) => done(id));
    }, 'a=A b=B c=C d=D', ['abcd', 'ab', 'a', 'b', 'cd', 'c', 'd']],
    ['whose answer was cut is halved', 'abcd', (batch) => batch.map(({ id }) => (batch.length > 2 ? failed(id, 'too large') : done(id))), 'a=A b=B c=C d=D', ['abcd', 'ab', 'cd']],
    ['with one segment that is too large names it alone', 'abc', (batch) => {
      if (batch.some(({ id }) => id === 'b')) throw broken('too large');
      return batch.map(({ id }) => done(id));
    }, 'a=A b!too large c=C', ['abc', 'ab', 'a', 'b', 'c']],
    ['with a missing answer asks for that one alone', 'abc', (batch) => batch.filter(({ id }) => batch.length === 1 || id !== 'b').map(({ id }) => done(id)), 'a=A b=B c=C', ['abc', 'b']],
    ['with a doubled answer asks for that one alone', 'ab', (batch, n) => (n === 1 ? [done('a'), done('a', 'B'), done('b')] : batch.map(({ id }) => done(id))), 'a=A b=B', ['ab', 'a']],
    ['with answers to questions that nobody asked takes none of them', 'ab', (batch, n) => (n === 1 ? [done('z'), done('a'), done('b')] : batch.map(({ id }) => done(id))), 'a=A b=B', ['ab']],
    ['with a refusal asks for the rest, and for that one alone', 'abc', (batch) => batch.map(({ id }) => (id === 'b' ? failed(id, 'refused') : done(id))), 'a=A b!refused c=C', ['abc', 'b']],
    ['that is refused whole is taken apart', 'ab', (batch) => {
      if (batch.some(({ id }) => id === 'a')) throw broken('refused');
      return batch.map(({ id }) => done(id));
    }, 'a!refused b=B', ['ab', 'a', 'b']],
    ['with bad output that stays bad ends after the second try', 'ab', (batch) => batch.map(({ id }) => (id === 'a' ? failed(id, 'bad output') : done(id))), 'a!bad output b=B', ['ab', 'a']],
    ['of one with bad output is asked for once more', 'a', (_batch, n) => (n === 1 ? [failed('a', 'bad output')] : [done('a')]), 'a=A', ['a', 'a']],
    ['with an invalid segment loses that one alone', 'abc', (batch) => batch.map(({ id }) => (id === 'c' ? failed(id, 'invalid') : done(id))), 'a=A b=B c!invalid', ['abc']],
  ])('%s', async (_name, ids, answer, expected, requests) => {
    const { tools, requests: seen } = rig(answer);
    expect(told(await ask(jobs(ids), tools))).toBe(expected);
    expect(seen).toEqual(requests);
  });

  it.each<Fault>(['key', 'quota'])('meets the fault %s: nothing more is asked, and the error says so', async (fault) => {
    const { tools, requests } = rig(() => { throw broken(fault); });
    await expect(ask(jobs('ab'), tools)).rejects.toThrow(`p says ${fault}`);
    expect(requests).toEqual(['ab']);
  });

  it('that is invalid before anything was answered speaks of the settings', async () => {
    const { tools } = rig(() => { throw broken('invalid'); });
    await expect(ask(jobs('ab'), tools)).rejects.toThrow('p says invalid');
  });

  it('that is invalid later loses the segments that are, and no others', async () => {
    const { tools } = rig((batch) => {
      if (batch.some(({ id }) => id === 'b')) throw broken('invalid');
      return batch.map(({ id }) => done(id));
    }, { passed: true });
    expect(told(await ask(jobs('abc'), tools))).toBe('a=A b!invalid c=C');
  });
});

describe('a repair', () => {
  const inspect: AskTools['inspect'] = (_job, english) => (english.includes('wrong') ? Array.from(english.matchAll(/wrong/g), () => 'it is wrong') : []);

  it('is asked for the segments with findings alone, with the findings and the earlier English', async () => {
    const seen: (Job['repair'] | undefined)[] = [];
    const { tools, requests, kept } = rig((batch, n) => {
      seen.push(...batch.map(({ repair }) => repair));
      return batch.map(({ id }) => (n === 1 && id === 'b' ? done(id, 'wrong') : done(id)));
    }, { repairs: true, inspect });
    expect(told(await ask(jobs('abc'), tools))).toBe('a=A b=B c=C');
    expect(requests).toEqual(['abc', 'b']);
    expect(seen.at(-1)).toEqual({ english: 'wrong', findings: ['it is wrong'] });
    expect(kept).toEqual([{ key: 'b', text: 'B', unknown: [] }]);
  });

  it('is asked for twice and no oftener, and the better English stays', async () => {
    const { tools, requests, kept } = rig((batch, n) => batch.map(({ id }) => done(id, ['wrong wrong', 'wrong', 'wrong wrong wrong'][n - 1])), { repairs: true, inspect });
    expect(told(await ask(jobs('a'), tools))).toBe('a=wrong');
    expect(requests).toEqual(['a', 'a', 'a']);
    expect(kept.map(({ text }) => text)).toEqual(['wrong']);
  });

  it('that fails leaves the English that is there', async () => {
    const { tools } = rig((batch, n) => {
      if (n > 1) throw broken('refused');
      return batch.map(({ id }) => done(id, 'wrong'));
    }, { repairs: true, inspect });
    expect(told(await ask(jobs('a'), tools))).toBe('a=wrong');
  });

  it('is not asked of a provider that makes nothing of it', async () => {
    const { tools, requests } = rig((batch) => batch.map(({ id }) => done(id, 'wrong')), { inspect });
    expect(told(await ask(jobs('a'), tools))).toBe('a=wrong');
    expect(requests).toEqual(['a']);
  });
});
