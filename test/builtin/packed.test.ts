import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { compileData } from '../../pipeline/builtin/compile.ts';
import { openData, openParts } from '../../pipeline/builtin/data.ts';
import { makeAnalyser } from '../../pipeline/builtin/analysis.ts';
import { loadLexicon } from '../../pipeline/builtin/lexicon.ts';
import { loadModel } from '../../pipeline/builtin/ngrams.ts';
import { joinParts, packTable, splitParts } from '../../pipeline/builtin/packed.ts';
import { readData, rowsOf } from '../../pipeline/builtin/tables.ts';
import { runs } from '../runs.ts';

describe('a packed table', () => {
  test('gives back what was put in, the later of two rows, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))), fc.string({ unit: 'grapheme' }), (entries, other) => {
        const table = splitParts(joinParts(packTable(entries)))?.table();
        const expected = new Map(entries);
        for (const [key, value] of expected) expect(table?.get(key)).toBe(value);
        for (const [key] of expected) expect(table?.row(key)).toBe(entries.findLastIndex(([other]) => other === key));
        expect(table?.get(other)).toBe(expected.get(other));
      }),
      { numRuns: runs(100) },
    );
  });
  const bytes = joinParts(packTable([['satu', 'one']]));
  test.each([
    ['nothing', new Uint8Array()],
    ['data of another order of bytes', bytes.map((_, at) => bytes[at < 4 ? 3 - at : at] ?? 0)],
    ['data that are cut short', bytes.slice(0, -4)],
    ['data with more behind them', Uint8Array.from([...bytes, 0, 0, 0, 0])],
  ])('is not read from %s', (_, broken) => {
    expect(splitParts(broken)).toBeUndefined();
  });
  test('is read from the middle of other bytes', () => {
    const within = Uint8Array.from([7, ...bytes]).subarray(1);
    expect(splitParts(within)?.table().get('satu')).toBe('one');
  });
});

describe('the compiled data say what the text files say', () => {
  const data = openParts(compileData());
  const lexicon = loadLexicon(data);
  const model = loadModel(data);
  test('evidence, names and kept names', () => {
    const evidence = new Map(rowsOf(readData('evidence.tsv')).map(({ cells }) => [cells[0] ?? '', `${cells[2] ?? ''} :${cells[1] ?? '0'}`]));
    for (const [form, counts] of evidence) if (lexicon.evidence.get(form) !== counts) expect.fail(form);
    const names = new Map(rowsOf(readData('names.tsv')).map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']));
    for (const [form, english] of names) if (lexicon.names.get(form)?.english !== english) expect.fail(form);
    for (const { cells } of rowsOf(readData('names-kept.tsv'))) if (!lexicon.kept(cells[0] ?? '')) expect.fail(cells[0]);
    expect(lexicon.kept('qwrtzplk')).toBe(false);
  });
  test('words and expressions', () => {
    for (const { cells: [form = '', pos = '', raw = ''] } of rowsOf(readData('words/function.tsv'))) {
      const found = lexicon.words.get(form)?.find((entry) => entry.pos === pos);
      if (!form.includes(' ') && found?.raw !== raw) expect.fail(`${form} ${pos}`);
    }
    let seen = 0;
    for (const { cells: [form = '', pos = ''] } of rowsOf(readData('expressions.tsv'))) {
      const [first = ''] = form.toLowerCase().split(/[ …]/u);
      const found = [...(lexicon.phrases.get(first)?.values() ?? [])].flat().some((phrase) => phrase.pos === pos && [...phrase.words, ...phrase.tail].join(' ') === form.toLowerCase().replaceAll(',', ' ,').replace(/\s*…\s*/u, ' ').trim());
      if (!found && form.includes(' ')) expect.fail(form);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(4000);
  });
  test('costs of pairs and triples', () => {
    const words = rowsOf(readData('english-words.tsv')).map(({ cells }) => ({ word: cells[0] ?? '', count: Number(cells[1]) }));
    const pairs = rowsOf(readData('english-pairs.txt')).map(({ cells }) => (cells[0] ?? '').split(' ').map(Number));
    words.forEach(({ word }, id) => { if (model.id(word) !== id) expect.fail(word); });
    pairs.forEach(([first = 0, second = 0, count = 0], row) => {
      const cost = model.cost(-1, first, second);
      if (model.history !== row || Math.abs(cost - -Math.log(count / (words[first]?.count ?? 1))) > 0.001) expect.fail(`pair ${String(row)}`);
    });
    for (const { cells } of rowsOf(readData('english-triples.txt'))) {
      const [pair = 0, third = 0, count = 0] = (cells[0] ?? '').split(' ').map(Number);
      const [first = 0, second = 0, whole = 1] = pairs[pair] ?? [];
      model.cost(-1, first, second);
      if (Math.abs(model.cost(model.history, second, third) - -Math.log(count / whole)) > 0.001) expect.fail(`triple ${String(pair)} ${String(third)}`);
    }
  });
  test('and the engine reads the same from both', () => {
    const [one, other] = [makeAnalyser(lexicon), makeAnalyser(loadLexicon(openData()))];
    for (const { cells: [form = ''] } of rowsOf(readData('words/common.tsv')).slice(0, 300)) expect(one.readings(form)).toEqual(other.readings(form));
  });
});
