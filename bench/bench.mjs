// make bench: what Padan costs. Figures are CPU time, not wall time, so that a busy machine matters less.
// ARGS: --quick (fewer articles), --only NAME (cost, stages, memory, start, sentences, engine, linear, terms).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { article, layDown } from './articles.mjs';

const quick = process.argv.includes('--quick');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const child = fileURLToPath(new URL('./child.mjs', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

/** CPU milliseconds and peak MiB of one run of the program. */
function measure(folder, ...args) {
  const out = execFileSync(process.execPath, [child, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 });
  return JSON.parse(out.trim().split('\n').at(-1));
}

function inFolder(count, work) {
  const folder = mkdtempSync(join(tmpdir(), 'padan-bench-'));
  try {
    layDown(folder, count);
    // No glossary: echo would break every term, and each break is mended or reported.
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Milliseconds that `work` takes for all `items`: of each item the best of `rounds`, so that the halts of a busy
 * machine, which count as CPU time of whoever is running, fall out.
 */
function bestOf(rounds, items, work) {
  const best = new Float64Array(items.length).fill(Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [n, item] of items.entries()) {
      const from = performance.now();
      work(item);
      best[n] = Math.min(best[n], performance.now() - from);
    }
  }
  return best.reduce((sum, each) => sum + each, 0);
}

const ms = (cpu) => { const { user, system } = process.cpuUsage(cpu); return (user + system) / 1000; };

const parts = {
  async cost() {
    const count = quick ? 100 : 1000;
    inFolder(count, (folder) => {
      const first = measure(folder, 'translate', '--provider', 'echo', '--quiet');
      const again = measure(folder, 'translate', '--provider', 'echo', '--quiet');
      console.log(`${count} articles with echo: ${(first.cpu / 1000).toFixed(1)} s CPU, ${(first.cpu / count).toFixed(2)} ms an article`);
      console.log(`the same again, unchanged: ${(again.cpu / 1000).toFixed(2)} s CPU, ${(again.cpu / count).toFixed(2)} ms an article`);
    });
    // Whole runs over a few articles in one process, the best of many: what a run costs where the machine does not halt.
    const { main } = await import('../dist/main.js');
    const few = 20;
    const best = { fresh: Infinity, unchanged: Infinity };
    const home = process.cwd();
    const write = process.stdout.write;
    for (let round = 0; round < 25; round += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'padan-bench-'));
      layDown(folder, few);
      process.chdir(folder);
      process.stdout.write = () => true;
      try {
        for (const kind of ['fresh', 'unchanged']) {
          const from = process.cpuUsage();
          await main(['translate', '--provider', 'echo', '--quiet']);
          best[kind] = Math.min(best[kind], ms(from) / few);
        }
      } finally {
        process.stdout.write = write;
        process.chdir(home);
        rmSync(folder, { recursive: true, force: true });
      }
    }
    console.log(`best of 25 runs over ${few} articles, CPU: ${best.fresh.toFixed(2)} ms an article, unchanged ${best.unchanged.toFixed(2)} ms`);
  },

  async stages() {
    const [{ readDocument }, { segment }, { terms }, { readTermbase }, { createMatcher }, { recallSheet }, { settle }, { check }, { align }, { schema }, { readSheet }, { fromTagged }] = await Promise.all([
      import('../dist/stages/read.js'), import('../dist/stages/segment.js'), import('../dist/stages/terms.js'), import('../dist/terms/termbase.js'), import('../dist/terms/matcher.js'),
      import('../dist/stages/recall.js'), import('../dist/stages/settle.js'), import('../dist/stages/check.js'), import('../dist/stages/align.js'), import('../dist/settings.js'), import('../dist/sheet/sheet-read.js'), import('../dist/tagged.js'),
    ]);
    const settings = schema.parse({});
    const matcher = createMatcher(readTermbase(readFileSync(join(root, 'glossary/terms.csv'), 'utf8'), 'terms.csv').terms);
    const { unified } = await import('unified');
    const plugins = await Promise.all([import('remark-parse'), import('remark-gfm'), import('remark-frontmatter')]);
    const parser = plugins.reduce((made, { default: plugin }) => made.use(plugin), unified());
    const count = quick ? 30 : 100;
    const best = new Map();
    // Of each article and stage the best of several rounds: see bestOf. The first rounds warm the compiler.
    for (let round = 0; round < 8; round += 1) {
      for (let n = 0; n < count; n += 1) {
        const time = (name, work) => {
          const from = performance.now();
          const result = work();
          const each = best.get(name) ?? best.set(name, new Float64Array(count).fill(Infinity)).get(name);
          each[n] = Math.min(each[n], performance.now() - from);
          return result;
        };
        const bytes = Buffer.from(article(n + 50_000));
        time('(bare remark-parse, for comparison)', () => parser.parse(bytes.toString()));
        const document = time('read', () => readDocument(bytes, 'a.md', settings));
        const segments = time('segment', () => segment(document, settings));
        const briefed = time('terms', () => terms(segments, matcher, document.date));
        const recalled = time('recall', () => recallSheet(briefed, undefined, { refresh: false, builtin: false })).segments;
        const translated = recalled.map((one) => ({ ...one, machine: one.recalled.by === 'none' ? { status: 'done', target: fromTagged(one.text, one.source.marks), unknown: [], asked: true } : undefined }));
        const rows = time('check', () => translated.map((one) => check(settle(one), { settings, bilingual: undefined })));
        const output = time('align', () => align({ document, path: 'a.md', rows, leftOver: [], settings, provider: 'echo', run: 'r' }).sheet('hash'));
        time('sheet read back', () => readSheet(output));
      }
    }
    const each = [...best].map(([name, times]) => [name, times.reduce((sum, one) => sum + one, 0) / count]);
    console.log(`by stage, ms an article (${count} articles, best of 8 rounds each): ${each.map(([name, mean]) => `${name} ${mean.toFixed(2)}`).join(', ')}`);
  },

  memory() {
    const peaks = (quick ? [100, 300] : [100, 1000, 5000]).map((count) => {
      let peak = 0;
      inFolder(count, (folder) => { peak = measure(folder, 'translate', '--provider', 'echo', '--quiet').peak; });
      return `${count} articles ${peak} MiB`;
    });
    console.log(`peak memory: ${peaks.join(', ')}`);
  },

  start() {
    const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
    const usage = (script, args) => {
      const out = execFileSync(process.execPath, ['--input-type=module', '-e', script, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      return JSON.parse(out.trim().split('\n').at(-1)).cpu;
    };
    const bare = median(Array.from({ length: 9 }, () => usage("process.on('exit', () => { const { user, system } = process.cpuUsage(); console.log(JSON.stringify({ cpu: (user + system) / 1000 })); });", [])));
    const padan = median(Array.from({ length: 9 }, () => measure(root, '--version').cpu));
    console.log(`padan --version: ${(padan - bare).toFixed(0)} ms CPU over bare Node (${bare.toFixed(0)} ms)`);
  },

  async sentences() {
    const { splitSentences } = await import('../dist/sentences/split.js');
    const paragraphs = Array.from({ length: 2000 }, (_, n) => article(n).split('\n\n')[3] ?? '');
    let count = 0;
    for (const paragraph of paragraphs.slice(0, 200)) splitSentences(paragraph);
    const from = process.cpuUsage();
    for (const paragraph of paragraphs) count += splitSentences(paragraph).length;
    console.log(`sentences: ${Math.round(count / (ms(from) / 1000))} a CPU second`);
  },

  async engine() {
    // What Node and this program take, so that the rest is the engine's.
    const before = Math.round(process.memoryUsage.rss() / 1024 / 1024);
    const start = process.cpuUsage();
    const { loadEngine } = await import('../dist/builtin/engine.js');
    const engine = loadEngine();
    const load = ms(start);
    const sentences = Array.from({ length: quick ? 100 : 600 }, (_, n) => article(n).split('\n\n')[4] ?? '').flatMap((paragraph) => paragraph.split(/(?<=\.) /));
    const words = sentences.reduce((sum, sentence) => sum + sentence.split(' ').length, 0);
    for (const text of sentences.slice(0, 50)) engine.translate({ text });
    const took = bestOf(3, sentences, (text) => engine.translate({ text }));
    console.log(`engine: load ${load.toFixed(0)} ms CPU, ${Math.round(words / (took / 1000))} words a second (best of three for each sentence)`);
    // The development sets, where they are there, have more words than the articles made here and so ask for more memory.
    const sets = ['dev', 'flores-dev'].map((name) => join(root, '../shared/eval', `${name}.id`)).filter((file) => existsSync(file));
    const lines = sets.length === 0 ? sentences : sets.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'));
    const all = lines.reduce((sum, line) => sum + line.split(' ').length, 0);
    const passes = Array.from({ length: 3 }, () => {
      const from = process.cpuUsage();
      for (const text of lines) engine.translate({ text });
      return all / (ms(from) / 1000);
    });
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(`engine: all ${all} words of ${sets.length === 0 ? 'the articles' : 'the development sets'} three times, ${passes.map((pace) => Math.round(pace)).join(', ')} words a second; the process took ${peak} MiB at most, ${before} of them before the engine was loaded (with --only engine)`);
  },

  // 100,000 terms against 1,000,000 words; twice of either must take twice the time at most.
  async terms() {
    const [{ inspectTermbase }, { createMatcher }] = await Promise.all([import('../dist/terms/termbase.js'), import('../dist/terms/matcher.js')]);
    const syllables = ['ba', 'ci', 'du', 'ge', 'ko', 'la', 'mi', 'nu', 're', 'sa', 'ti', 'pu', 'wo', 'ha', 'ji', 'ke'];
    const word = (n) => [n & 15, (n >> 4) & 15, (n >> 8) & 15, (n >> 12) & 15].map((at) => syllables[at]).join('');
    let seed = 1;
    const random = (below) => { seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff; return Math.floor((seed / 0x80000000) * below); };
    const glossary = (count) => `term,translation\n${Array.from({ length: count }, (_, n) => `${word(n % 60_000)} ${word((n * 7 + Math.floor(n / 60_000)) % 60_000)}${n % 3 === 0 ? ` ${word(random(60_000))}` : ''},english ${n}\n`).join('')}`;
    const texts = (count) => Array.from({ length: count / 20 }, () => {
      const words = [];
      while (words.length < 20) { const n = random(60_000); words.push(word(n)); if (random(4) === 0) words.push(word((n * 7) % 60_000)); }
      return `${words.slice(0, 20).join(' ')}nya.`;
    });
    const size = quick ? [20_000, 200_000] : [100_000, 1_000_000];
    const measureOf = (terms, words) => {
      const csv = glossary(terms);
      const lines = texts(words);
      let from = process.cpuUsage();
      const { terms: rows, faults } = inspectTermbase(csv, 'terms.csv');
      const read = ms(from);
      from = process.cpuUsage();
      const matcher = createMatcher(rows);
      const index = ms(from);
      const best = bestOf(3, lines, (line) => matcher.match(line, undefined));
      const found = lines.reduce((sum, line) => sum + matcher.match(line, undefined).length, 0);
      console.log(`terms: ${rows.length} terms (${faults.length} faults) against ${words} words: read ${(read / 1000).toFixed(2)} s, index ${(index / 1000).toFixed(2)} s, match ${(best / 1000).toFixed(2)} s (best of three for each line), ${found} found`);
    };
    measureOf(size[0], size[1]);
    measureOf(size[0] * 2, size[1]);
    measureOf(size[0], size[1] * 2);
  },

  // How much longer four times the text takes: 4 is linear, 16 quadratic. Below 5 ms the figure says nothing.
  async linear() {
    const [{ findValues }, { loadEngine }, { textToMarkdown }, { splitFurniture }, { splitSentences }] = await Promise.all([
      import('../dist/values/values.js'), import('../dist/builtin/engine.js'), import('../dist/formats/text-read.js'), import('../dist/furniture/split.js'), import('../dist/sentences/split.js'),
    ]);
    const engine = loadEngine();
    const subjects = {
      values: [(text) => findValues(text, 'id'), 20_000, ['1', '1,000.', '1-', '1 sampai ', 'dua ', '0 ', '(', 'Rp', '8 Juli ', 'antara 1 dan ', 'a/', '@a']],
      engine: [(text) => engine.translate({ text }), 4_000, ['rumah yang dibeli pemerintah itu tidak mahal dan ', 'harga ', 'yang rumahnya ', '"(', 'tidak hanya ']],
      'plain text': [textToMarkdown, 100_000, ['*_', '- ', '[', 'https://a.id/_', '(a/b ', '. (a', '"']],
      furniture: [(text) => splitFurniture(text, 'body', { first: true, last: true }), 100_000, ['a', '-', 'Jakarta ', 'a. ', '(a/', '.com']],
      sentences: [splitSentences, 50_000, ['a. ', '"A." ', '(', 'dr. ', '1. ', '... ']],
    };
    const least = (work, text) => Math.min(...[1, 2, 3].map(() => { const from = process.cpuUsage(); work(text); return ms(from); }));
    for (const [name, [work, length, pieces]] of Object.entries(subjects)) {
      const told = pieces.map((piece) => {
        const short = piece.repeat(Math.ceil(length / piece.length));
        const [one, four] = [least(work, short), least(work, short.repeat(4))];
        return `${JSON.stringify(piece)} ${four < 5 ? '-' : (four / one).toFixed(1)} (${four.toFixed(0)} ms)`;
      });
      console.log(`linear, ${name}: ${told.join(', ')}`);
    }
  },
};

for (const [name, part] of Object.entries(parts)) if (only === undefined || only === name) await part();
