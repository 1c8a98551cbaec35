import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchRows } from '../../pipeline/sheet/match-rows.ts';

interface Line {
  readonly text: string;
  readonly at: number;
}
const lines = (texts: readonly string[]): Line[] => texts.map((text, at) => ({ text, at }));

/** One word a segment, `kind` with the index of its row, then the rows that vanished. */
function told(before: readonly string[], now: readonly string[]): { matches: string[]; vanished: number[] } {
  const { matches, vanished } = matchRows(lines(before), lines(now));
  return {
    matches: matches.map((match) => (match.kind === 'new' ? 'new' : `${match.kind} ${match.row.at}`)),
    vanished: vanished.map((row) => row.at),
  };
}

const RICE = 'Harga beras di Cianjur naik dua ribu rupiah sejak awal pekan.';
const FARM = 'Petani menahan gabah karena musim hujan belum datang.';
const SHIP = 'Kapal feri tujuan Bakauheni berangkat setiap empat puluh menit.';
const POST = 'Kantor pos tutup lebih awal pada hari Jumat.';

describe('rows follow their sentences', () => {
  test.each<[name: string, before: string[], now: string[], matches: string[], vanished: number[]]>([
    ['nothing changed', [RICE, FARM], [RICE, FARM], ['same 0', 'same 1'], []],
    ['a sentence put in before', [RICE, FARM], [SHIP, RICE, FARM], ['new', 'same 0', 'same 1'], []],
    ['a sentence taken out', [RICE, FARM, SHIP], [RICE, SHIP], ['same 0', 'same 2'], [1]],
    ['a word changed', [RICE, FARM], [RICE.replace('dua', 'tiga'), FARM], ['changed 0', 'same 1'], []],
    ['a clause added', [FARM, POST], [`${FARM.slice(0, -1)} dan harga pupuk naik.`, POST], ['changed 0', 'same 1'], []],
    ['rewritten beyond knowing', [RICE, FARM], [SHIP, FARM], ['new', 'same 1'], [0]],
    ['moved to the end', [RICE, FARM, SHIP, POST], [FARM, SHIP, POST, RICE], ['same 1', 'same 2', 'same 3', 'moved 0'], []],
    ['moved, and a like one is left', [RICE, FARM, SHIP, POST], [RICE.replace('dua', 'tiga'), FARM, SHIP, POST, RICE], ['new', 'same 1', 'same 2', 'same 3', 'moved 0'], []],
    ['repeated sentences, in order', ['Ya.', FARM, 'Ya.'], ['Ya.', FARM, 'Ya.'], ['same 0', 'same 1', 'same 2'], []],
    ['a repeated sentence more', ['Ya.', 'Ya.'], ['Ya.', 'Ya.', 'Ya.'], ['same 0', 'same 1', 'new'], []],
    ['two changed, in order', [RICE, SHIP], [RICE.replace('dua', 'tiga'), SHIP.replace('empat', 'lima')], ['changed 0', 'changed 1'], []],
    ['changed between new ones', [RICE], [FARM, RICE.replace('naik', 'turun'), POST], ['new', 'changed 0', 'new'], []],
    ['an empty sheet', [], [RICE], ['new'], []],
    ['an empty source', [RICE], [], [], [0]],
  ])('%s', (_, before, now, matches, vanished) => {
    expect(told(before, now)).toEqual({ matches, vanished });
  });
});

const sentence = fc.oneof(
  fc.constantFrom(RICE, FARM, SHIP, POST, 'Ya.', ''),
  fc.array(fc.constantFrom('hujan', 'turun', 'di', 'kota', 'Bogor', 'kemarin', 'sore'), { maxLength: 7 }).map((words) => words.join(' ')),
);
const list = fc.array(sentence, { maxLength: 30 });

test('every segment has an answer, every row is used once or has vanished, changed pairs of a gap keep their order', () => {
  fc.assert(
    fc.property(list, list, (before, now) => {
      const { matches, vanished } = matchRows(lines(before), lines(now));
      expect(matches.map((match) => match.segment.at)).toEqual(now.map((_, at) => at));
      const used = matches.flatMap((match) => (match.kind === 'new' ? [] : [match.row.at]));
      expect([...used, ...vanished.map((row) => row.at)].sort((a, b) => a - b)).toEqual(before.map((_, at) => at));
      for (const match of matches) if (match.kind === 'same' || match.kind === 'moved') expect(match.row.text).toBe(match.segment.text);
      const inPlace = matches.flatMap((match) => (match.kind === 'same' ? [match.row.at] : []));
      expect(inPlace).toEqual([...inPlace].sort((a, b) => a - b));
    }),
  );
});

test('the same source gives the same rows', () => {
  fc.assert(
    fc.property(list, (before) => {
      expect(told(before, before)).toEqual({ matches: before.map((_, at) => `same ${at}`), vanished: [] });
    }),
  );
});

test('a sentence that stays is never called new, wherever it went', () => {
  fc.assert(
    fc.property(list.chain((before) => fc.tuple(fc.constant(before), fc.shuffledSubarray(before))), ([before, now]) => {
      for (const match of told(before, now).matches) expect(match).toMatch(/^(?:same|moved)/);
    }),
  );
});

describe('hard cases come to an end', () => {
  const many = (seed: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => `${seed} kalimat nomor ${at} tentang ${seed}${at % 97} dan ${seed}${at % 31} di kota ${seed}${at}.`);
  test.each<[name: string, before: string[], now: string[]]>([
    ['a thousand sentences, all others', many('a', 1000), many('b', 1000)],
    ['six hundred changed in a row', many('a', 600), many('a', 600).map((text) => text.replace('tentang', 'mengenai'))],
    ['one row against five thousand', many('a', 1), many('b', 5000)],
    ['one sentence of many letters, changed', ['x '.repeat(200_000)], [`y ${'x '.repeat(200_000)}`]],
    ['turned about', many('a', 1500), many('a', 1500).reverse()],
  ])('%s', (_, before, now) => {
    const { matches, vanished } = told(before, now);
    expect(matches).toHaveLength(now.length);
    expect(vanished.length).toBeLessThanOrEqual(before.length);
  });
});
