/** Compiles the word lists, the counts and the names into the form that the engine reads (`packed.ts`). */

import { COST_UNITS, placeOf } from './ngrams.ts';
import { joinParts, packTable, room } from './packed.ts';
import type { Part } from './packed.ts';
import { isPos, listData, readData, rowsOf } from './tables.ts';

const BITS = 15;

/** All that `data.ts` opens, from the text files beside this one. The order of the parts is the order in which it reads them. */
export function compileData(): Uint8Array {
  const { words, phrases } = compileWords();
  const names = rowsOf(readData('names.tsv')).map(({ cells: [form = '', english = '', adjective = ''] }) => ({ form, english, adjective: adjective.trim() }));
  const longNames = new Map<string, string[]>();
  for (const { form } of names) if (form.includes(' ')) push(longNames, form.slice(0, form.indexOf(' ')), form);
  for (const list of longNames.values()) list.sort((a, b) => b.split(' ').length - a.split(' ').length);
  const evidence = rowsOf(readData('evidence.tsv')).map(({ cells }) => [cells[0] ?? '', `${cells[2] ?? ''} :${cells[1] ?? '0'}`] as const);
  return joinParts([
    ...compileModel(),
    ...packTable(joined(words)),
    ...packTable(joined(phrases)),
    ...packTable(names.map(({ form, english, adjective }) => [form, `${english}\t${adjective}`])),
    ...packTable(joined(longNames)),
    ...packTable(rowsOf(readData('names-kept.tsv')).map(({ cells }) => [cells[0] ?? '', ''])),
    ...packTable(evidence),
  ]);
}

/** Entries by form as `pos⇥renderings`, expressions by their first word as `form⇥pos⇥renderings`, longest first. */
function compileWords(): Readonly<Record<'words' | 'phrases', ReadonlyMap<string, readonly string[]>>> {
  const words = new Map<string, string[]>();
  const phrases = new Map<string, string[]>();
  const files = [...listData('words/')].sort((a, b) => Number(b.endsWith('function.tsv')) - Number(a.endsWith('function.tsv')));
  // The function words come first and win: a later row for the same form and part of speech is passed over.
  const seen = new Set<string>();
  for (const file of [...files, 'expressions.tsv']) {
    for (const { cells } of rowsOf(readData(file))) {
      const [form = '', pos = '', raw = ''] = cells;
      const key = `${form}\t${pos}`;
      if (seen.has(key) || !isPos(pos) || form === '') continue;
      seen.add(key);
      if (!form.includes(' ') && !form.includes('…')) push(words, form, `${pos}\t${raw}`);
      else {
        // A form with nothing before its gap cannot be looked up; the validator names it.
        const [first] = headOf(form);
        if (first !== undefined) push(phrases, first, `${form}\t${pos}\t${raw}`);
      }
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => headOf(b).length - headOf(a).length);
  return { words, phrases };
}

function headOf(row: string): readonly string[] {
  const [form = ''] = row.split('\t', 1);
  return (form.split('…', 1)[0] ?? '').toLowerCase().split(' ').filter((word) => word !== '');
}

function joined(lists: ReadonlyMap<string, readonly string[]>): readonly (readonly [string, string])[] {
  return [...lists].map(([key, list]) => [key, list.join('\n')]);
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/**
 * The words with their costs, then pairs and triples: keys, costs, and for a pair its row; last what falling back costs
 * behind each word and behind each pair.
 */
function compileModel(): readonly Part[] {
  const words = rowsOf(readData('english-words.tsv')).map(({ cells }) => [cells[0] ?? '', Number(cells[1])] as const);
  const total = words.reduce((sum, [, count]) => sum + count, 0);
  const pairs = numbersOf(readData('english-pairs.txt'));
  const triples = numbersOf(readData('english-triples.txt'));
  const pairTable = compileCounts(pairs, (first, second) => first * (1 << BITS) + second, (first) => words[first]?.[1] ?? 1);
  const tripleTable = compileCounts(triples, (pair, third) => pair * (1 << BITS) + third, (pair) => pairs[pair * 3 + 2] ?? 1);
  const shareOf = (word: number): number => (words[word]?.[1] ?? 0) / total;
  const afterWord = backOff(words.map(([, count]) => count), pairs, (_, word) => shareOf(word));
  const pairShares = new Map<number, number>();
  for (let at = 0; at + 2 < pairs.length; at += 3) pairShares.set((pairs[at] ?? 0) * (1 << BITS) + (pairs[at + 1] ?? 0), (pairs[at + 2] ?? 0) / (words[pairs[at] ?? 0]?.[1] ?? 1));
  const afterPair = backOff(pairs.filter((_, at) => at % 3 === 2), triples, (pair, word) => {
    const last = pairs[pair * 3 + 1] ?? 0;
    return pairShares.get(last * (1 << BITS) + word) ?? (afterWord[last] ?? 1) * shareOf(word);
  });
  return [
    ...packTable(words.map(([word]) => [word, ''])),
    Float32Array.from(words, ([, count]) => -Math.log(count / total)),
    pairTable.keys, pairTable.costs, pairTable.rows,
    tripleTable.keys, tripleTable.costs,
    costsOf(afterWord), costsOf(afterPair),
  ];
}

/** No history is taken to have shown all that can follow it, nor the shorter one less than this of the rest. */
const LEAST_UNSEEN = 0.02;
const LEAST_REST = 0.05;

/**
 * By history, the factor of the shorter history's probability for what was not seen behind it (Katz 1987, without a
 * discount: the lists leave out what was seen once or twice, and that is what is shared out). `counts` has how often each
 * history was seen, `seen` what was behind it (history, word, count), `shorter` a word's probability without its first word.
 */
function backOff(counts: readonly number[], seen: readonly number[], shorter: (history: number, word: number) => number): Float64Array {
  const shown = new Float64Array(counts.length);
  const shownShorter = new Float64Array(counts.length);
  for (let at = 0; at + 2 < seen.length; at += 3) {
    const [history = 0, word = 0, count = 0] = [seen[at], seen[at + 1], seen[at + 2]];
    shown[history] = (shown[history] ?? 0) + count / (counts[history] ?? 1);
    shownShorter[history] = (shownShorter[history] ?? 0) + shorter(history, word);
  }
  return shown.map((share, history) => Math.max(LEAST_UNSEEN, 1 - share) / Math.max(LEAST_REST, 1 - (shownShorter[history] ?? 0)));
}

function costsOf(factors: Float64Array): Uint16Array {
  return Uint16Array.from(factors, (factor) => Math.round(COST_UNITS * Math.max(0, -Math.log(factor))));
}

/** The numbers of a file of counts, three in a row. */
function numbersOf(text: string): readonly number[] {
  return rowsOf(text).flatMap(({ cells }) => (cells[0] ?? '').split(' ').map(Number));
}

function compileCounts(numbers: readonly number[], keyOf: (first: number, second: number) => number, wholeOf: (first: number) => number): Readonly<{ keys: Uint32Array; costs: Uint16Array; rows: Uint32Array }> {
  const size = room(numbers.length / 3);
  const keys = new Uint32Array(size);
  const costs = new Uint16Array(size);
  const rows = new Uint32Array(size);
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    const [first = 0, second = 0, count = 0] = [numbers[at], numbers[at + 1], numbers[at + 2]];
    const key = keyOf(first, second);
    const slot = placeOf(keys, key);
    keys[slot] = key + 1;
    costs[slot] = Math.round(COST_UNITS * Math.max(0, -Math.log(count / wholeOf(first))));
    rows[slot] = at / 3;
  }
  return { keys, costs, rows };
}
