// 10,000 segments through the openai adaptor and the queue, against a server on a real socket that resets,
// hangs, breaks off, refuses and lies. Each must end as done and right or as a failure with a name; a
// second run asks for the failed ones only. `node bench/chaos.mjs [segments] [seed]`, after a build.
import { fork } from 'node:child_process';
import { loadavg } from 'node:os';

const SEGMENTS = Number(process.argv[2] ?? 10_000);
const SEED = process.argv[3] ?? '1';
const BATCH = 10;
const { createLocalQueue } = await import('../dist/queue/local.js');
const { createOpenAi } = await import('../dist/providers/openai.js');
const { ProviderError } = await import('../dist/errors.js');

const server = fork(new URL('chaos-server.mjs', import.meta.url), [SEED]);
const next = () => new Promise((resolve) => { server.once('message', resolve); });
const tell = (message) => { const answer = next(); server.send(message); return answer; };
const { port } = await next();
const english = (text) => `EN(${[...text].reverse().join('')})`;
const job = (n) => ({ id: `k${n}`, text: `Kalimat nomor ${n} dari berita ini, “é”.`, role: 'body', terms: [], context: { before: '', after: '' } });

const provider = createOpenAi({ baseURL: `http://127.0.0.1:${port}/v1`, model: 'm', key: 'sk-chaos', batch: BATCH, timeout: 2, maxOutputTokens: 8000, format: 'schema', maxTokensField: 'max_tokens' });

/** One run over `jobs`: outcomes by id. Whoever asks sees to what another request may mend: alone, once. */
async function run(jobs) {
  const stop = new AbortController();
  const queue = createLocalQueue((batch, signal) => provider.translate(batch, signal), { limits: { concurrency: 16, requestsPerSecond: 200 }, retryDelay: 200, signal: stop.signal, name: 'openai' });
  const outcomes = new Map();
  const keep = (outcome) => {
    if (outcomes.get(outcome.id)?.status === 'done') throw new Error(`${outcome.id} was answered twice`);
    outcomes.set(outcome.id, outcome);
  };
  const ask = async (batch) => {
    try {
      const { outcomes: answers } = await queue.run(batch);
      for (const one of batch) keep(answers.find(({ id }) => id === one.id) ?? { id: one.id, status: 'failed', reason: 'no answer', fault: 'bad output' });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      for (const { id } of batch) keep({ id, status: 'failed', reason: error.message, fault: error.fault });
    }
    if (batch.length === 1) return;
    await Promise.all(batch.filter(({ id }) => outcomes.get(id).status === 'failed' && ['bad output', 'too large', 'refused'].includes(outcomes.get(id).fault)).map((one) => ask([one])));
  };
  const batches = Array.from({ length: Math.ceil(jobs.length / BATCH) }, (_, n) => jobs.slice(n * BATCH, (n + 1) * BATCH));
  const all = [];
  for (const batch of batches) {
    await queue.room();
    all.push(ask(batch));
  }
  await Promise.all(all);
  await queue.close();
  return outcomes;
}

let trouble = 0;
function look(jobs, outcomes) {
  const wrong = jobs.filter(({ id, text }) => outcomes.get(id)?.status === 'done' && outcomes.get(id).text !== english(text));
  const nameless = jobs.filter(({ id }) => outcomes.get(id) === undefined || (outcomes.get(id).status === 'failed' && (outcomes.get(id).reason === '' || outcomes.get(id).fault === undefined)));
  const failed = jobs.filter(({ id }) => outcomes.get(id)?.status === 'failed');
  trouble += wrong.length + nameless.length;
  console.log(`${jobs.length} segments: ${jobs.length - failed.length} done, ${wrong.length} of them wrong; ${failed.length} failed, ${nameless.length} of them without a name`);
  for (const { id } of wrong.slice(0, 5)) console.log(`  ${id}: ${outcomes.get(id).text}`);
  const reasons = new Map();
  for (const { id } of failed) {
    const said = `${outcomes.get(id).fault}: ${outcomes.get(id).reason.slice(0, 110)}`;
    reasons.set(said, (reasons.get(said) ?? 0) + 1);
  }
  for (const [said, count] of [...reasons].sort(([, a], [, b]) => b - a).slice(0, 12)) console.log(`  ${String(count).padStart(5)} ${said}`);
  return failed;
}

const jobs = Array.from({ length: SEGMENTS }, (_, n) => job(n));
let began = performance.now();
const first = await run(jobs);
console.log(`First run, ${((performance.now() - began) / 1000).toFixed(1)} s, load ${loadavg()[0].toFixed(1)}`);
const failed = look(jobs, first);
const { done } = await tell({});
console.log(`What the server did: ${Object.entries(done).map(([name, count]) => `${name} ${count}`).join(', ')}`);

await tell({ calm: true, fresh: true });
began = performance.now();
const second = await run(failed);
console.log(`Second run, of the failed ones, the server well again, ${((performance.now() - began) / 1000).toFixed(1)} s`);
const left = look(failed, second);
const { asked } = await tell({});
const texts = new Set(failed.map(({ text }) => text));
const again = asked.filter((text) => !texts.has(text)).length;
console.log(`${left.length} left; ${again} asked for that were done before`);
server.kill();
process.exit(trouble + left.length + again === 0 ? 0 : 1);
