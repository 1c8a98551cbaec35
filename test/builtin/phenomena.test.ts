import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../pipeline/builtin/engine.ts';

interface Pair {
  readonly phenomenon: string;
  readonly source: string;
  readonly english: string;
  readonly fault: boolean;
}

const pairs: readonly Pair[] = readFileSync(new URL('./phenomena.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((row) => row !== '' && !row.startsWith('# '))
  .map((row) => row.split('\t'))
  .map(([phenomenon = '', source = '', english = '', mark = '']) => ({ phenomenon, source, english, fault: mark === 'fault' }));

/** `The (car|cars) (is|are) new. || …`: every wording that will do. */
function allowed(english: string): RegExp {
  const wordings = english.split(' || ').map((wording) => wording.replace(/[.*+?^${}[\]\\]/gu, '\\$&').replaceAll('(', '(?:'));
  return new RegExp(`^(?:${wordings.join('|')})$`, 'u');
}

const engine = loadEngine();
const say = ({ phenomenon, source }: Pair): string => engine.translate({ text: source, headline: phenomenon === 'headlines' }).text;

for (const phenomenon of new Set(pairs.map((pair) => pair.phenomenon))) {
  const rows = pairs.filter((pair) => pair.phenomenon === phenomenon);
  describe(phenomenon, () => {
    const sound = rows.filter(({ fault }) => !fault);
    const faulty = rows.filter(({ fault }) => fault);
    if (sound.length > 0) test.each(sound)('$source', (pair) => { expect(say(pair)).toMatch(allowed(pair.english)); });
    // What the engine cannot do yet: once it can, the mark in the table must go.
    if (faulty.length > 0) test.each(faulty)('not yet: $source', (pair) => { expect(say(pair)).not.toMatch(allowed(pair.english)); });
  });
}

describe('the table', () => {
  test('holds at least 400 pairs, each sentence once, and three in five of them stand', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(400);
    expect(new Set(pairs.map(({ source }) => source)).size).toBe(pairs.length);
    expect(pairs.filter(({ fault }) => !fault).length).toBeGreaterThanOrEqual(pairs.length * 0.6);
  });
  test('has four columns at most, and only a fault as a mark', () => {
    const rows = readFileSync(new URL('./phenomena.tsv', import.meta.url), 'utf8').split('\n').filter((row) => row !== '' && !row.startsWith('# '));
    expect(rows.filter((row) => !/^[^\t]+\t[^\t]+\t[^\t]+(?:\tfault)?$/u.test(row))).toEqual([]);
  });
});

// The words that the engine must always find English for: a function word in the English is a fault of the engine.
const FUNCTION_WORDS = /(?<![\p{L}<-])(?:yang|dan|di|ke|dari|untuk|dengan|pada|oleh|tidak|bukan|belum|akan|telah|sudah|sedang|adalah|itu|ini|tersebut|juga|karena|bahwa|jika|namun|tetapi|atau|sebagai|dalam|para|seorang|sebuah|saya|kami|kita|mereka|dia|ia|anda|apa|siapa|bagaimana|mengapa)(?![\p{L}>-])/iu;

describe('no Indonesian function word is left', () => {
  test.each(pairs)('$source', ({ source }) => {
    expect(engine.translate({ text: source }).text).not.toMatch(FUNCTION_WORDS);
  });
  test.each(['yang di dan pada', 'Dan yang tidak itu ini dari para', 'akan sudah belum untuk oleh dengan', 'KARENA ITU TIDAK AKAN', 'itu itu itu', 'Yang. Dan? Di!', 'para yang', 'kah lah pun'])('%s', (text) => {
    expect(engine.translate({ text }).text).not.toMatch(FUNCTION_WORDS);
  });
});
