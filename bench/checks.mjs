// node bench/checks.mjs [--show]: what the checks find in the pairs of bench/checks/, and where they raise a false alarm.
// A fault counts as found only where its own check finds it. Run `npm run build` first. --show lists misses and alarms.
import { existsSync, readFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);
if (!existsSync(dist)) {
  console.error('dist: no such folder. Run npm run build first');
  process.exit(2);
}
const load = (path) => import(new URL(path, dist).href);
const [{ CHECKS, runChecks }, { checkTerms }, { inlineFromCell }, { toPlain, toTagged }, { readTermbase }, { createMatcher }, { briefTerms }, { createBilingual }] = await Promise.all(
  ['checks/list.js', 'checks/terms.js', 'formats/inline-cell.js', 'tagged.js', 'terms/termbase.js', 'terms/matcher.js', 'terms/first-mention.js', 'builtin/bilingual.js'].map(load),
);
const read = (name) => readFileSync(new URL(`checks/${name}`, import.meta.url), 'utf8');
const rows = (name) => read(name).split('\n').filter((line) => line !== '' && !line.startsWith('#')).slice(1).map((line) => line.split('\t'));
const bilingual = createBilingual();
const matcher = createMatcher(readTermbase(read('terms.csv'), 'terms.csv').terms);

function pairOf(indonesian, english) {
  const source = inlineFromCell(indonesian, []);
  const target = inlineFromCell(english, source.marks);
  const text = toTagged(source);
  const [uses = []] = briefTerms([{ text, role: 'headline', handling: 'translate' }], matcher, undefined);
  return { source, target, indonesian: toPlain(source), english: toPlain(target), role: 'body', uses, bilingual, text };
}

function check(pair) {
  return [...checkTerms({ source: pair.text, english: pair.english, terms: pair.uses }).findings, ...runChecks(pair)];
}

const findingsOf = (indonesian, english) => check(pairOf(indonesian, english));

const show = process.argv.includes('--show');
const [right, wrong] = [rows('right.tsv'), rows('wrong.tsv')];
const tally = new Map();
const of = (rule) => {
  if (!tally.has(rule)) tally.set(rule, { faults: 0, found: 0, alarms: 0 });
  return tally.get(rule);
};
let alarmed = 0;
for (const [rule, phenomenon, indonesian, english] of right) {
  of(rule);
  const findings = findingsOf(indonesian, english);
  if (findings.length > 0) alarmed += 1;
  for (const each of new Set(findings.map((finding) => finding.rule))) of(each).alarms += 1;
  if (show) for (const finding of findings) console.log(`alarm\t${rule}, ${phenomenon}\t${indonesian}\t${english}\t${finding.rule}: ${finding.message}`);
}
for (const [rule, phenomenon, indonesian, english] of wrong) {
  const findings = findingsOf(indonesian, english);
  of(rule).faults += 1;
  if (findings.some((finding) => finding.rule === rule)) of(rule).found += 1;
  else if (show) console.log(`missed\t${rule}, ${phenomenon}\t${indonesian}\t${english}\t${findings.map((finding) => `${finding.rule}: ${finding.message}`).join(' / ')}`);
}
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
console.log('check\tfaults\tfound\trecall\tfalse alarms');
for (const [rule, { faults, found, alarms }] of tally) console.log([rule, faults, found, percent(found, faults), alarms].join('\t'));
const [faults, found] = ['faults', 'found'].map((key) => [...tally.values()].reduce((sum, each) => sum + each[key], 0));
console.log(`all\t${faults}\t${found}\t${percent(found, faults)}\t${alarmed} of ${right.length} right pairs (${percent(alarmed, right.length)})`);

// Of each pair the best of five, so that the halts of a busy machine, which count as CPU time of whoever is running, fall out.
function speed(work) {
  const pairs = [...right, ...wrong].map(([, , indonesian, english]) => pairOf(indonesian, english));
  const best = new Float64Array(pairs.length).fill(Infinity);
  for (let round = 0; round < 5; round += 1) {
    for (const [n, pair] of pairs.entries()) {
      // What was found of a pair is remembered; a new one has nothing to remember.
      const fresh = { ...pair };
      const from = performance.now();
      work(fresh);
      best[n] = Math.min(best[n], performance.now() - from);
    }
  }
  return Math.round(pairs.length / (best.reduce((sum, each) => sum + each, 0) / 1000));
}
const VALUES_AND_FORMS = new Set(['numbers', 'units', 'money', 'dates', 'times', 'addresses', 'markup', 'repetition', 'characters', 'quotes', 'brackets', 'forms', 'length', 'ending']);
const some = CHECKS.filter(({ rule }) => VALUES_AND_FORMS.has(rule));
console.log(`pairs a second: ${speed((pair) => some.map(({ check }) => check(pair)))} checks of values and forms, ${speed(runChecks)} all checks but terms, ${speed((pair) => check(pair))} with terms`);
