// make eval: scores the built-in engine with chrF2 on development sentences, with a signature to repeat it by;
// then each stage off, and the 40 worst sentences. ARGS=--quick leaves out these two.
// SETS names a folder with NAME.id and NAME.en, a sentence a line; by default ../shared/eval where it is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { ABLATIONS } from './ablations.mjs';

const at = process.argv.indexOf('--sets');
const folder = at > 0 ? process.argv[at + 1] : fileURLToPath(new URL('../../shared/eval', import.meta.url));
if (!existsSync(folder)) {
  console.error(`${folder}: no such folder. Name one with SETS=…: it holds NAME.id and NAME.en, a sentence a line`);
  process.exit(2);
}
const { makeEngine } = await import('../dist/builtin/engine.js');
const lines = (path) => readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');

/** Counts of character n-grams 1..6, blanks left out. */
function grams(text) {
  const packed = text.replace(/\s+/gu, '');
  const characters = [...packed];
  return Array.from({ length: 6 }, (_, order) => {
    const counts = new Map();
    for (let n = 0; n + order < characters.length; n += 1) {
      const gram = characters.slice(n, n + order + 1).join('');
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    return counts;
  });
}

const size = (counts) => { let sum = 0; for (const count of counts.values()) sum += count; return sum; };

/** [hypothesis, reference, matches] of each order. */
function compare(hypothesis, reference) {
  const [h, r] = [grams(hypothesis), grams(reference)];
  return h.map((counts, order) => {
    let hits = 0;
    for (const [gram, count] of counts) hits += Math.min(count, r[order].get(gram) ?? 0);
    return [size(counts), size(r[order]), hits];
  });
}

/** chrF2 (Popović 2015): beta 2 over the mean precision and recall of six orders. */
function chrf(totals) {
  let [p, q, used] = [0, 0, 0];
  for (const [h, r, hits] of totals) if (h > 0 && r > 0) { p += hits / h; q += hits / r; used += 1; }
  if (used === 0 || p + q === 0) return 0;
  return (100 * 5 * (p / used) * (q / used)) / (4 * (p / used) + q / used);
}

/** Every sentence with its figures, and the totals of the set. */
function score(engine, { sources, references }) {
  const totals = Array.from({ length: 6 }, () => [0, 0, 0]);
  let [words, unknown] = [0, 0];
  const sentences = sources.map((source, n) => {
    const reference = references[n] ?? '';
    const output = engine.translate({ text: source });
    words += source.split(/\s+/u).length;
    unknown += output.unknown.length;
    const rows = compare(output.text, reference);
    rows.forEach((row, order) => row.forEach((value, k) => { totals[order][k] += value; }));
    return { score: chrf(rows), confidence: output.confidence, source, output: output.text, reference };
  });
  return { chrf2: chrf(totals), unknown: (100 * unknown) / words, sentences };
}

const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const sets = readdirSync(folder)
  .filter((file) => file.endsWith('.id') && existsSync(join(folder, `${file.slice(0, -3)}.en`)))
  .map((file) => file.slice(0, -3))
  .map((name) => ({ name, sources: lines(join(folder, `${name}.id`)), references: lines(join(folder, `${name}.en`)) }));
const engine = makeEngine();
const results = sets.map((set) => {
  const result = score(engine, set);
  const data = createHash('sha256').update(set.sources.join('\n')).update(set.references.join('\n')).digest('hex').slice(0, 8);
  console.log(`${set.name}: chrF2 ${result.chrf2.toFixed(2)}, unknown words ${result.unknown.toFixed(2)} % | padan ${version}, ${set.sources.length} sentences, data ${data}, chrF2 orders 1-6 beta 2, case kept, blanks left out`);
  const sorted = [...result.sentences].sort((a, b) => b.confidence - a.confidence);
  const fifth = Math.floor(sorted.length / 5);
  const error = (part) => 100 - mean(part.map((one) => one.score));
  if (fifth > 0) console.log(`  mean error (100 - chrF2 of a sentence): surest fifth ${error(sorted.slice(0, fifth)).toFixed(1)}, unsurest fifth ${error(sorted.slice(-fifth)).toFixed(1)}`);
  return result;
});
if (!process.argv.includes('--quick')) {
  for (const [stage, change] of Object.entries(ABLATIONS)) {
    const without = makeEngine(change);
    console.log(`without ${stage}: ${sets.map((set, n) => { const { chrf2 } = score(without, set); return `${set.name} ${chrf2.toFixed(2)} (${(chrf2 - results[n].chrf2).toFixed(2)})`; }).join(', ')}`);
  }
  console.log('the 40 worst sentences: Indonesian, Padan, reference');
  for (const { score: figure, source, output, reference } of results.flatMap(({ sentences }) => sentences).sort((a, b) => a.score - b.score).slice(0, 40)) console.log(`  ${figure.toFixed(1)}\n    ${source}\n    ${output}\n    ${reference}`);
}
