// Pulls the plug: kills the program at random moments over 100 articles, again and again, and looks for
// broken files, lost edits, and answers that were asked for twice. `node bench/kill.mjs [kills] [seed]`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sequence } from './articles.mjs';

const KILLS = Number(process.argv[2] ?? 200);
const next = sequence(Number(process.argv[3] ?? 1));
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const { readSheet } = await import('../dist/sheet/sheet-read.js');

const folder = mkdtempSync(join(tmpdir(), 'padan-kill-'));
mkdirSync(join(folder, 'input'));
for (let n = 0; n < 100; n += 1) {
  writeFileSync(join(folder, 'input', `${n}.md`), Array.from({ length: 5 }, (_, k) => `Kalimat nomor ${n * 10 + k} dari berita ini.`).join('\n\n') + '\n');
}
// A provider program that notes what it is asked before it answers. A shell, because it starts a hundred times a run.
const log = join(folder, 'asked.log');
writeFileSync(log, '');
writeFileSync(join(folder, 'mt.sh'), String.raw`
jobs=$(cat)
printf '%s\n' "$jobs" | sed -E 's/^\{"id":"([^"]*)".*$/\1/' >> asked.log
printf '%s\n' "$jobs" | sed -E 's/^\{"id":"([^"]*)","text":"([^"]*)".*$/{"id":"\1","text":"EN \2"}/'
`);
writeFileSync(join(folder, 'padan.yaml'), 'provider: command\nproviders: { command: { command: [sh, mt.sh], batch: 5, limits: { concurrency: 2 } } }\njobs: 4\n');

const run = (limit) => new Promise((resolve) => {
  const child = spawn(process.execPath, [cli, 'translate', '--quiet'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => { said += chunk; });
  const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limit);
  child.on('close', (code, signal) => { clearTimeout(timer); resolve({ code, killed: signal === 'SIGKILL', said }); });
});

const trouble = [];
const edits = new Map();
/** An editor corrects a random row of a random sheet. */
function edit(round) {
  const sheets = existsSync(join(folder, 'output')) ? readdirSync(join(folder, 'output')).filter((name) => /^\d+\.md$/.test(name)) : [];
  if (sheets.length === 0) return;
  const name = sheets[next(sheets.length)];
  const path = join(folder, 'output', name);
  const id = `${next(5) + 1}.1`;
  const words = `By hand in round ${round}.`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(new RegExp(`^(\\| ${id.replace('.', '\\.')} .*? \\| .*? \\| ).*?( \\| .*)$`, 'm'), `$1${words}$2`));
  edits.set(`${name} ${id}`, words);
}

function look(round) {
  for (const name of existsSync(join(folder, 'output')) ? readdirSync(join(folder, 'output')) : []) {
    const text = readFileSync(join(folder, 'output', name), 'utf8');
    if (/\.padan-new$/.test(name)) trouble.push(`round ${round}: ${name} was left behind`);
    else if (name.endsWith('.en.md')) { if (!text.endsWith('.\n')) trouble.push(`round ${round}: ${name} is broken off`); }
    else {
      try { readSheet(text); } catch (error) { trouble.push(`round ${round}: ${name}: ${error.message}`); }
    }
  }
  for (const [place, words] of edits) {
    const [name] = place.split(' ');
    if (!readFileSync(join(folder, 'output', name), 'utf8').includes(words)) trouble.push(`round ${round}: ${place} lost “${words}”`);
  }
}

/** Ids in the journal now. */
async function journalled() {
  if (!existsSync(join(folder, '.padan', 'memory.db'))) return new Set();
  const { default: Database } = await import('libsql');
  const database = new Database(join(folder, '.padan', 'memory.db'));
  try { return new Set(database.prepare('select key from answers').all().map(({ key }) => key)); } catch { return new Set(); } finally { database.close(); }
}

/** Some articles change, so that there is work: their last sentence is a new one. */
function change(round) {
  for (let k = 0; k < 30; k += 1) {
    const n = next(100);
    writeFileSync(join(folder, 'input', `${n}.md`), Array.from({ length: 5 }, (_, j) => `Kalimat nomor ${n * 10 + j} dari berita ini${j === 4 ? ` putaran ${round}` : ''}.`).join('\n\n') + '\n');
  }
}

// One whole run says how long the others may take, so that kills fall anywhere in them.
const began = performance.now();
await run();
const whole = (performance.now() - began) / 2;
let kills = 0;
let twice = 0;
for (let round = 0; kills < KILLS; round += 1) {
  change(round);
  edit(round);
  const known = await journalled();
  const before = readFileSync(log, 'utf8').split('\n').length - 1;
  const { killed, code, said } = await run(whole * (0.15 + next(1000) / 1000));
  if (killed) kills += 1;
  else if (code !== 0) trouble.push(`round ${round}: exit ${code}: ${said.slice(0, 300)}`);
  const asked = readFileSync(log, 'utf8').split('\n').slice(before, -1);
  for (const id of asked) if (known.has(id)) { twice += 1; trouble.push(`round ${round}: ${id} was asked for again`); }
  look(round);
}
const last = await run();
look('last');
console.log(`${kills} kills, ${edits.size} edits, ${twice} answers asked for twice, last run ended with ${last.code}; ${trouble.length} troubles`);
for (const line of trouble.slice(0, 20)) console.log(`  ${line}`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = trouble.length === 0 ? 0 : 1;
