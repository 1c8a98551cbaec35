// Holds the purse: a server that counts money, random prices, concurrency and budgets, the program killed at
// random moments and run again. What the server counted must never be more than the budget, over all runs that
// carry one on, and no answer that is in the journal may be asked for again.
// `node bench/budget.mjs [trials] [seed]`, after `node scripts/build.mjs`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { sequence } from './articles.mjs';

const TRIALS = Number(process.argv[2] ?? 200);
const next = sequence(Number(process.argv[3] ?? 1));
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const ARTICLES = 12;
const SENTENCES = 8;
const MILLION = 1_000_000;

/** What the server of this trial charges, in millionths of a millionth of a dollar, and what it was asked. */
let till;
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => { chunks.push(chunk); });
  request.on('error', () => undefined);
  response.on('error', () => undefined);
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const asked = JSON.parse(body);
    const { segments } = JSON.parse(asked.messages.at(-1).content);
    for (const { text } of segments) till.asked.push(text);
    const way = next(12);
    if (way === 0) {
      // Refused, and not billed.
      response.writeHead(429, { 'retry-after': '0' }).end('{"error":{"message":"not now"}}');
      return;
    }
    const prompt = Math.ceil(body.length / (2 + next(4)));
    const completion = Math.min(asked.max_tokens, 1 + next(way < 4 ? asked.max_tokens : 200));
    till.picos += BigInt(prompt) * till.input + BigInt(completion) * till.output;
    till.requests += 1;
    if (way === 1) {
      // Billed, and no answer.
      request.socket.destroy();
      return;
    }
    const content = JSON.stringify(Object.fromEntries(segments.map(({ id, text }) => [id, text.replace('Kalimat nomor', 'Sentence number').replace('dari berita ini', 'of this story')])));
    const usage = way === 2 ? {} : { usage: { prompt_tokens: prompt, completion_tokens: completion } };
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content } }], ...usage }));
    }, next(60));
  });
});
await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const { port } = server.address();

const sentence = (n) => `Kalimat nomor ${n} dari berita ini.`;

function desk() {
  const folder = mkdtempSync(join(tmpdir(), 'padan-budget-'));
  mkdirSync(join(folder, 'input'));
  for (let n = 0; n < ARTICLES; n += 1) {
    writeFileSync(join(folder, 'input', `${n}.md`), Array.from({ length: SENTENCES }, (_, k) => sentence(n * SENTENCES + k)).join('\n\n') + '\n');
  }
  return folder;
}

const run = (folder, limit) => new Promise((resolve) => {
  const child = spawn(process.execPath, [cli, 'translate', '--quiet'], { cwd: folder, env: { ...process.env, OPENAI_API_KEY: 'sk-bench' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => { said += chunk; });
  const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limit);
  child.on('close', (code, signal) => { clearTimeout(timer); resolve({ code, killed: signal === 'SIGKILL', said }); });
});

/** Sentences whose answer is in the journal: it keeps the answers, which carry their numbers. */
function journalled(folder) {
  const path = join(folder, '.padan', 'memory.db');
  if (!existsSync(path)) return new Set();
  const database = new Database(path);
  try {
    return new Set(database.prepare('select text from answers').all().map(({ text }) => sentence(/\d+/.exec(text)?.[0])));
  } finally {
    database.close();
  }
}

const trouble = [];
const sums = { kills: 0, ended: 0, whole: 0, requests: 0, share: 0, again: 0 };
for (let trial = 0; trial < TRIALS; trial += 1) {
  const folder = desk();
  // Dollars for a million tokens, of up to three decimals.
  const [input, output] = [1 + next(40_000), 1 + next(80_000)].map((thousandths) => thousandths / 1000);
  till = { picos: 0n, input: BigInt(Math.round(input * MILLION)), output: BigInt(Math.round(output * MILLION)), asked: [], requests: 0 };
  const budget = Math.max(0.0001, Number(((200 + next(120_000)) * (input + output) / MILLION).toFixed(4)));
  writeFileSync(join(folder, 'padan.yaml'), [
    'provider: openai',
    `budget: { run: ${budget} }`,
    `providers: { openai: { baseURL: "http://127.0.0.1:${port}/v1", model: m, batch: ${1 + next(6)}, maxOutputTokens: ${400 + next(1600)}, price: { input: ${input}, output: ${output} }, limits: { concurrency: ${1 + next(16)} } } }`,
    `jobs: ${1 + next(4)}`,
    '',
  ].join('\n'));
  const fail = (what) => { trouble.push(`trial ${trial}: ${what} (${readFileSync(join(folder, 'padan.yaml'), 'utf8').split('\n').slice(1, 3).join(' ')})`); };
  const kills = next(4);
  for (let round = 0; ; round += 1) {
    const known = journalled(folder);
    const from = till.asked.length;
    const { killed, code, said } = await run(folder, round < kills ? 400 + next(1600) : undefined);
    for (const text of till.asked.slice(from)) if (known.has(text)) { sums.again += 1; fail(`asked again for “${text}”`); }
    if (till.picos > BigInt(Math.round(budget * MILLION)) * 1_000_000n) fail(`${till.picos} picodollars of ${budget} dollars after round ${round}`);
    if (killed) {
      sums.kills += 1;
      continue;
    }
    if (code !== 0 && code !== 1) fail(`exit ${code}: ${said.slice(0, 300)}`);
    if (code === 1 && /budget/i.test(said)) sums.ended += 1;
    if (journalled(folder).size === ARTICLES * SENTENCES) sums.whole += 1;
    break;
  }
  sums.requests += till.requests;
  sums.share += Number(till.picos) / (budget * 1e12) / TRIALS;
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${TRIALS} trials, ${sums.requests} requests billed, ${sums.kills} kills; ${sums.ended} ended by their budget, ${sums.whole} whole; of the budgets ${(sums.share * 100).toFixed(0)} % was billed; ${sums.again} journalled sentences asked again; ${trouble.length} troubles`);
for (const line of trouble.slice(0, 20)) console.log(`  ${line}`);
server.close();
process.exitCode = trouble.length === 0 ? 0 : 1;
