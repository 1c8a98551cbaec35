import { describe, expect, test } from 'vitest';
import { affixFaults } from '../../pipeline/builtin/affixes.ts';
import { POS } from '../../pipeline/builtin/kinds.ts';
import { checkNames, checkWords, listData, readData, rowsOf } from '../../pipeline/builtin/tables.ts';

const show = (faults: readonly { file: string; line: number; message: string }[]): string =>
  faults.slice(0, 40).map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n');

describe('the data files hold what the engine can use', () => {
  for (const file of listData('words/')) {
    test(file, () => {
      expect(show(checkWords(file, readData(file), false))).toBe('');
    });
  }
  test('expressions.tsv', () => {
    expect(show(checkWords('expressions.tsv', readData('expressions.tsv'), true))).toBe('');
  });
  test('names.tsv', () => {
    expect(show(checkNames('names.tsv', readData('names.tsv')))).toBe('');
  });
  test('affixes.tsv', () => {
    expect(affixFaults(readData('affixes.tsv'))).toEqual([]);
  });
  test.each([
    ['order.tsv', 2, /^(?:title|of|after|keep|time|one)$/, 1],
    ['spellings.tsv', 2, /^[a-z]+$/, 1],
    ['verb-markers.tsv', 3, /^(?:future|perfect|progressive|past|modal|chain|adverb|drop|not|notyet|wont|dont)$/, 1],
    ['attribution.tsv', 2, /^[a-z]+$/, 1],
    ['transitions.tsv', 3, /^\d+(?:\.\d+)?$/, 2],
    ['english-verbs.tsv', 3, /^[a-z]+$/, 2],
    ['english-nouns.tsv', 3, /^(?:plural|same|mass|an|a)$/, 1],
    ['names-kept.tsv', 2, /^\d+$/, 1],
    ['english-words.tsv', 2, /^\d+$/, 1],
  ] as const)('%s has rows of one shape', (file, columns, pattern, column) => {
    const bad = rowsOf(readData(file)).filter(({ cells }) => cells.length !== columns || !pattern.test(cells[column] ?? ''));
    expect(bad.slice(0, 10).map(({ line, cells }) => `${file}:${line} ${cells.join(' | ')}`)).toEqual([]);
  });
  test('transitions.tsv names parts of speech that exist', () => {
    const known = new Set<string>([...POS, 'name', 'punct', 'value']);
    const bad = rowsOf(readData('transitions.tsv')).filter(({ cells }) => !known.has(cells[0] ?? '') || !known.has(cells[1] ?? ''));
    expect(bad.map(({ line }) => line)).toEqual([]);
  });
  test.each(['evidence.tsv', 'names-kept.tsv', 'english-pairs.txt', 'english-triples.txt', 'affixes.tsv', 'order.tsv', ...listData('words/')])('%s says its licence at its head', (file) => {
    expect(readData(file).slice(0, 1200)).toContain('MIT');
  });
});

describe('a bad row is named with file, line, found and expected', () => {
  test.each([
    ['kata\tn', 'Unexpected 2 columns, expected 3'],
    ['Kata\tn\tword', 'Unexpected capital in `Kata`'],
    ['kata\tnoun\tword', 'Unexpected part of speech `noun`'],
    ['kata\tn\tword |  term', 'Unexpected rendering'],
    ['kata\tn\ta | b | c | d | e', 'Unexpected 5 renderings'],
    ['kata\tn\tword {when', 'Unexpected rendering `word {when`'],
    ['tidak … juga\tconj\tnot', 'expected 1 … as in the form'],
  ])('%s', (row, message) => {
    const [fault] = checkWords('x.tsv', `# head\n${row}\n`, false);
    expect(fault?.line).toBe(2);
    expect(fault?.message).toContain(message);
  });
  test('a second row for a form and part of speech names the first', () => {
    expect(checkWords('x.tsv', 'kata\tn\tword\nkata\tn\tterm\n', false)[0]?.message).toContain('the first is line 1');
  });
});
