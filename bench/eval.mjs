// make eval: scores the built-in engine with chrF2 on development sentences, with a signature to repeat it by.
// SETS names a folder with NAME.id and NAME.en, a sentence a line; by default ../shared/eval where it is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';

const at = process.argv.indexOf('--sets');
const folder = at > 0 ? process.argv[at + 1] : fileURLToPath(new URL('../../shared/eval', import.meta.url));
if (!existsSync(folder)) {
  console.error(`${folder}: no such folder. Name one with SETS=…: it holds NAME.id and NAME.en, a sentence a line`);
  process.exit(2);
}
const { loadEngine } = await import('../dist/builtin/engine.js');
const engine = loadEngine();
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

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
for (const name of readdirSync(folder).filter((file) => file.endsWith('.id') && existsSync(join(folder, `${file.slice(0, -3)}.en`))).map((file) => file.slice(0, -3))) {
  const [sources, references] = [lines(join(folder, `${name}.id`)), lines(join(folder, `${name}.en`))];
  const totals = Array.from({ length: 6 }, () => [0, 0, 0]);
  const scored = [];
  let [words, unknown] = [0, 0];
  for (const [n, source] of sources.entries()) {
    const output = engine.translate({ text: source });
    words += source.split(/\s+/u).length;
    unknown += output.unknown.length;
    const rows = compare(output.text, references[n] ?? '');
    rows.forEach((row, order) => row.forEach((value, k) => { totals[order][k] += value; }));
    scored.push({ score: chrf(rows), source, output: output.text, reference: references[n] ?? '' });
  }
  const data = createHash('sha256').update(sources.join('\n')).update(references.join('\n')).digest('hex').slice(0, 8);
  console.log(`${name}: chrF2 ${chrf(totals).toFixed(2)}, unknown words ${((100 * unknown) / words).toFixed(2)} % | padan ${version}, ${sources.length} sentences, data ${data}, chrF2 orders 1-6 beta 2, case kept, blanks left out`);
  if (process.argv.includes('--worst')) {
    for (const { score, source, output, reference } of scored.sort((a, b) => a.score - b.score).slice(0, 40)) console.log(`  ${score.toFixed(1)}\n    ${source}\n    ${output}\n    ${reference}`);
  }
}
