// How near the queue comes to a strict limit, and what it is refused, counted at the server: beside plain
// p-queue in the same run. `node bench/limiter.mjs [--quick]`, after `node scripts/build.mjs`.
//
// `reached`: what was let through in the seconds after the first, as a part of the limit. `most`: what a
// client inside the server's process reached, that is never refused: a machine that halts allows no more.
import { fork } from 'node:child_process';
import { loadavg } from 'node:os';
import PQueue from 'p-queue';

const { createLocalQueue } = await import('../dist/queue/local.js');
const { ProviderError } = await import('../dist/errors.js');
const { heardIn } = await import('../dist/providers/heard.js');

const quick = process.argv.includes('--quick');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7);
const RUNS = quick ? 1 : 3;
const SECONDS = quick ? 4 : 8;
const MINUTE = 5000;

const server = fork(new URL('limit-server.mjs', import.meta.url));
const next = () => new Promise((resolve) => { server.once('message', resolve); });
const tell = async (message) => { const answer = next(); server.send({ at: 1, ...message }); return await answer; };
const { port } = await next();
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

async function request(weight) {
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify({ weight }) });
  const text = await response.text();
  if (response.status === 429) throw new ProviderError('bench', 'too early', { fault: 'rate', heard: heardIn(response.headers, text, Date.now()) });
}

const job = { id: 'a', text: 'a', role: 'body', terms: [], context: { before: '', after: '' } };

/** Clients: each gives a function that makes one request in its own time. */
const clients = {
  padan: (limits, options = {}) => {
    const stop = new AbortController();
    const work = async ([{ id }]) => {
      const { weight } = JSON.parse(id);
      await request(weight);
      return { outcomes: [], usage: { unit: 'tokens', input: weight, output: 0, cached: 0 } };
    };
    const queue = createLocalQueue(work, { limits: { concurrency: 256, ...limits }, signal: stop.signal, ...options });
    return { one: (weight, most) => queue.run([{ ...job, id: JSON.stringify({ weight, most }) }]), stop: () => { stop.abort(); } };
  },
  'p-queue': ({ requestsPerSecond: intervalCap }) => {
    const queue = new PQueue({ concurrency: 256, interval: 1000, intervalCap });
    return { one: (weight) => queue.add(() => request(weight)), stop: () => { queue.clear(); } };
  },
  'p-queue strict': ({ requestsPerSecond: intervalCap }) => {
    const queue = new PQueue({ concurrency: 256, interval: 1000, intervalCap, strict: true });
    return { one: (weight) => queue.add(() => request(weight)), stop: () => { queue.clear(); } };
  },
};

/** Asks as fast as the client lets itself for so many milliseconds; `events` as the server saw them. */
async function drive(client, ms, weights, during = async () => undefined) {
  await pause(1200);
  await tell({ reset: 1 });
  const cpu = process.cpuUsage();
  const ends = performance.now() + ms;
  let running = true;
  const lanes = Array.from({ length: 512 }, async () => {
    while (running && performance.now() < ends) await client.one(...weights()).catch(() => undefined);
  });
  await during();
  await pause(Math.max(0, ends - performance.now()));
  running = false;
  const { user, system } = process.cpuUsage(cpu);
  const report = next();
  server.send({ report: 1 });
  const { events } = await report;
  client.stop();
  await Promise.race([Promise.all(lanes), pause(1000)]);
  return { events, cpu: (user + system) / 1000 / events.length };
}

/** Weight let through from `from` to `to` milliseconds after the first request, per millisecond. */
function passed(events, from, to) {
  const start = events[0][0];
  return events.filter(([at, ok]) => ok === 1 && at - start > from && at - start <= to).reduce((sum, [, , weight]) => sum + weight, 0) / (to - from);
}
const refused = (events, from = 0, to = Infinity) => events.filter(([at, ok]) => ok === 0 && at - events[0][0] > from && at - events[0][0] <= to).length;
const say = (line) => { console.log(`${line}   load ${loadavg()[0].toFixed(1)}`); };
const one = () => [1, 1];

async function most(limit) {
  const answer = next();
  server.send({ ideal: { limit, ms: (SECONDS + 1) * 1000 } });
  const { ideal } = await answer;
  return passed(ideal.map((at) => [at, 1, 1]), 1000, (SECONDS + 1) * 1000) * 1000 / limit;
}

if (only === undefined || only === 'rate') {
  // Sockets are opened and the code is warm before anything is counted.
  await tell({ rule: { limit: 1e9, span: 1000 } });
  await Promise.all(Array.from({ length: 40 }, () => request(1)));
  console.log(`A limit of N a second, 50 ms a request, ${SECONDS} seconds, ${RUNS} run(s) each`);
  for (const limit of [10, 50, 200]) {
    await tell({ rule: { limit, span: 1000 } });
    for (let run = 0; run < RUNS; run += 1) {
      say(`${String(limit).padStart(4)}/s  ${'most'.padEnd(15)} reached ${(await most(limit)).toFixed(3)}`);
      for (const [name, create] of Object.entries(clients)) {
        const { events, cpu } = await drive(create({ requestsPerSecond: limit }), (SECONDS + 1) * 1000 + 200, one);
        say(`${String(limit).padStart(4)}/s  ${name.padEnd(15)} reached ${(passed(events, 1000, (SECONDS + 1) * 1000) * 1000 / limit).toFixed(3)}  refused ${String(refused(events)).padStart(4)} of ${events.length}  CPU ${(cpu).toFixed(2)} s per 1,000`);
      }
    }
  }
}

if (only === undefined || only === 'tokens') {
  const limit = 60_000;
  console.log(`A limit of ${limit} tokens a minute that lasts ${MINUTE / 1000} seconds, requests of 200 to 800 tokens, at most 1.3 to 2 times as much`);
  await tell({ rule: { limit, span: MINUTE } });
  for (let run = 0; run < RUNS; run += 1) {
    const weigh = ([{ id }]) => ({ unit: 'tokens', input: JSON.parse(id).most, output: 0 });
    const client = clients.padan({ tokensPerMinute: limit }, { weigh, minute: MINUTE });
    const weights = () => {
      const weight = 200 + Math.floor(Math.random() * 601);
      return [weight, Math.ceil(weight * (1.3 + Math.random() * 0.7))];
    };
    const spans = quick ? 2 : 3;
    const { events } = await drive(client, MINUTE * (spans + 1) + 200, weights);
    say(`tokens  padan           reached ${(passed(events, MINUTE, MINUTE * (spans + 1)) * MINUTE / limit).toFixed(3)}  refused ${refused(events)} of ${events.length}`);
  }
}

/** The first request's server time is 0; the change comes at 6 s. */
async function change(title, before, after, shut, limitAfter) {
  for (let run = 0; run < RUNS; run += 1) {
    await tell({ rule: { span: 1000, retryAfter: undefined, ...before } });
    let changed;
    const { events } = await drive(clients.padan({ requestsPerSecond: 50 }), 16_500, one, async () => {
      await pause(6000);
      ({ at: changed } = await tell({ rule: after, ...(shut === undefined ? {} : { shut }) }));
    });
    const from = changed - events[0][0] + (shut ?? 0);
    const rate = (a, b) => (passed(events, from + a, from + b) * 1000 / limitAfter).toFixed(2);
    const ends = Math.min(9500, 16_000 - from);
    const back = Array.from({ length: 80 }, (_, n) => n * 100).find((ms) => passed(events, from + ms, from + ms + 1000) * 1000 >= 0.9 * limitAfter);
    say(`${title.padEnd(42)} refused: ${refused(events, 0, changed - events[0][0])} before, ${refused(events, changed - events[0][0], from + 5000)} in the change and 5 s after, ${refused(events, from + 5000)} in the ${((16_500 - from - 5000) / 1000).toFixed(0)} s that follow; back at 0.9 after ${back === undefined ? '–' : (back / 1000).toFixed(1)} s; reached ${rate(ends - 4500, ends)} in the last 4.5 s`);
  }
  await tell({ rule: { retryAfter: undefined } });
}

if (only === undefined || only === 'change') {
  console.log('A server that changes its limit while the settings say 50 a second');
  await change('from 50 to 20', { limit: 50 }, { limit: 20 }, undefined, 20);
  await change('from 20 to 50', { limit: 20 }, { limit: 50 }, undefined, 50);
  await change('from 50 to 20, with Retry-After: 1', { limit: 50, retryAfter: 1 }, { limit: 20, retryAfter: 1 }, undefined, 20);
  await change('shut for 3 s with Retry-After: 1, then 50', { limit: 50, retryAfter: 1 }, { limit: 50, retryAfter: 1 }, 3000, 50);
}
server.send({ end: 1 });
process.exit(0);
