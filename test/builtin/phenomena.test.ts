import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../pipeline/builtin/engine.ts';

interface Pair {
  readonly source: string;
  readonly allowed: readonly string[];
}

const pairs = new Map<string, Pair[]>();
for (const row of readFileSync(new URL('./phenomena.tsv', import.meta.url), 'utf8').split('\n')) {
  if (row === '' || row.startsWith('# ')) continue;
  const [phenomenon = '', source = '', english = ''] = row.split('\t');
  pairs.set(phenomenon, [...(pairs.get(phenomenon) ?? []), { source, allowed: english.split(' || ') }]);
}

const engine = loadEngine();

for (const [phenomenon, rows] of pairs) {
  describe(phenomenon, () => {
    test.each(rows)('$source', ({ source, allowed }) => {
      expect(allowed).toContain(engine.translate({ text: source }).text);
    });
  });
}

describe('the table', () => {
  test('holds at least 120 pairs, each sentence once', () => {
    const sources = [...pairs.values()].flat().map(({ source }) => source);
    expect(sources.length).toBeGreaterThanOrEqual(120);
    expect(new Set(sources).size).toBe(sources.length);
  });
});

// The words that the engine must always find English for: a function word in the English is a fault of the engine.
const FUNCTION_WORDS = /(?<![\p{L}<-])(?:yang|dan|di|ke|dari|untuk|dengan|pada|oleh|tidak|bukan|belum|akan|telah|sudah|sedang|adalah|itu|ini|tersebut|juga|karena|bahwa|jika|namun|tetapi|atau|sebagai|dalam|para|seorang|sebuah|saya|kami|kita|mereka|dia|ia|anda|apa|siapa|bagaimana|mengapa)(?![\p{L}>-])/iu;

describe('no Indonesian function word is left', () => {
  test.each([...pairs.values()].flat())('$source', ({ source }) => {
    expect(engine.translate({ text: source }).text).not.toMatch(FUNCTION_WORDS);
  });
  test.each(['yang di dan pada', 'Dan yang tidak itu ini dari para', 'akan sudah belum untuk oleh dengan', 'KARENA ITU TIDAK AKAN', 'itu itu itu', 'Yang. Dan? Di!', 'para yang', 'kah lah pun'])('%s', (text) => {
    expect(engine.translate({ text }).text).not.toMatch(FUNCTION_WORDS);
  });
});
