import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../pipeline/sentences/split.ts';

interface Paragraph {
  readonly text: string;
  readonly sentences: readonly string[];
}

const gold = readFileSync(new URL('./gold.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => readParagraph(JSON.parse(line)));

describe('the gold paragraphs', () => {
  test('are at least 220 and spelt without a gap', () => {
    expect(gold.length).toBeGreaterThanOrEqual(220);
    for (const { text, sentences } of gold) expect(sentences.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
  });

  test('are split with a precision of 0.99 and a recall of 0.98 at least', () => {
    let right = 0;
    let found = 0;
    let wanted = 0;
    const disagreements: string[] = [];
    for (const { text, sentences } of gold) {
      const expected = boundaries(sentences);
      const actual = boundaries(split(text));
      found += actual.size;
      wanted += expected.size;
      right += [...actual].filter((at) => expected.has(at)).length;
      if (actual.size !== expected.size || [...actual].some((at) => !expected.has(at))) disagreements.push(split(text).join(' ‖ '));
    }
    expect(disagreements).toEqual([]);
    expect(right / found).toBeGreaterThanOrEqual(0.99);
    expect(right / wanted).toBeGreaterThanOrEqual(0.98);
  });

  test('have sentences that are one sentence when split again', () => {
    const again = gold.flatMap(({ text }) => split(text)).filter((sentence) => split(sentence).length !== 1);
    expect(again).toEqual([]);
  });
});

function split(text: string): readonly string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Inner boundaries as counts of the characters before them that are not blank. */
function boundaries(sentences: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  let at = 0;
  for (const sentence of sentences) {
    at += sentence.replace(/\s/gu, '').length;
    places.add(at);
  }
  places.delete(at);
  return places;
}

function readParagraph(value: unknown): Paragraph {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('sentences' in value)) throw new Error('Unexpected line in gold.jsonl');
  const { text, sentences } = value;
  if (typeof text !== 'string' || !Array.isArray(sentences) || !sentences.every((each) => typeof each === 'string')) throw new Error('Unexpected line in gold.jsonl');
  return { text, sentences };
}
