/**
 * What every provider must do, as cases to run in any test runner: each throws where the provider fails it.
 *
 *     import { providerContract } from 'padan/contract';
 *     for (const { name, run } of providerContract) test(name, () => run(createProvider));
 */

import assert from 'node:assert/strict';
import type { Job, Outcome, Provider } from '../ports.ts';
import { TAG } from '../tagged.ts';

export interface ContractCase {
  /** A sentence. */
  readonly name: string;
  readonly run: (create: () => Provider | Promise<Provider>) => Promise<void>;
}

const signal = (): AbortSignal => new AbortController().signal;

function job(id: string, text: string): Job {
  return { id, text, role: 'body', terms: [], context: { before: '', after: '' } };
}

/** The English of an outcome, or the empty text. */
function textOf(outcome: Outcome | undefined): string {
  assert.notEqual(outcome?.status, 'failed', outcome?.status === 'failed' ? outcome.reason : '');
  return outcome?.status === 'done' ? outcome.text : '';
}

const SENTENCES = ['Harga beras naik.', 'Warga menunggu bantuan.', 'Hujan turun sejak pagi.'];

export const providerContract: readonly ContractCase[] = [
  {
    name: 'says its name, its signature and its batch size',
    run: async (create) => {
      const { name, signature, batch } = await create();
      assert.ok(name.length > 0, 'name is empty');
      assert.ok(signature.length > 0, 'signature is empty');
      assert.ok(Number.isInteger(batch) && batch >= 1, `batch is ${batch}, expected a whole number from 1`);
    },
  },
  {
    name: 'answers every job exactly once, under its id',
    run: async (create) => {
      const provider = await create();
      const jobs = SENTENCES.slice(0, provider.batch).map((text, n) => job(`key-${n}`, text));
      const { outcomes } = await provider.translate(jobs, signal());
      assert.deepEqual(outcomes.map(({ id }) => id).sort(), jobs.map(({ id }) => id));
      for (const outcome of outcomes) assert.notEqual(textOf(outcome).trim(), '');
    },
  },
  {
    name: 'brings back every tag of the source exactly once',
    run: async (create) => {
      const provider = await create();
      const text = 'Warga <g1>menunggu <g2>bantuan</g2></g1> di <x3/> sejak pagi.';
      const { outcomes: [outcome] } = await provider.translate([job('tags', text)], signal());
      const tags = (tagged: string): readonly string[] => [...tagged.matchAll(TAG)].map(([tag]) => tag).sort();
      assert.deepEqual(tags(textOf(outcome)), tags(text));
    },
  },
  {
    name: 'gives outcomes that are plain JSON',
    run: async (create) => {
      const provider = await create();
      const reply = await provider.translate([job('json', 'Harga beras naik.')], signal());
      assert.deepEqual(JSON.parse(JSON.stringify(reply)), reply);
    },
  },
  {
    name: 'gives nothing for no jobs',
    run: async (create) => {
      const provider = await create();
      assert.deepEqual((await provider.translate([], signal())).outcomes, []);
    },
  },
  {
    name: 'stops when the signal has fired, with an AbortError',
    run: async (create) => {
      const provider = await create();
      const stopped = AbortSignal.abort();
      await assert.rejects(async () => provider.translate([job('late', 'Harga beras naik.')], stopped), { name: 'AbortError' });
    },
  },
];
