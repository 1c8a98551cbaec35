import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWordAt, lowerWordsOf, runsOf, wordsOf } from '../../pipeline/checks/words.ts';
import { runs } from '../runs.ts';

const text = fc.string({ unit: fc.oneof(fc.constantFrom("a", "B", "é", "İ", "7", " ", "-", "'", '’', '.', '\u0301', '𝐀', '😀'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 40 });

describe('the words of a text', () => {
  it.each([
    ["anak-anak Jum'at", ['anak-anak', "Jum'at"]],
    ["'kami' – 8.000 orang-", ['kami', '8', '000', 'orang']],
    ['kafé e\u0301 𝐀b', ['kafé', 'e\u0301', '𝐀b']],
    ['', []],
  ])('of “%s” are %j', (given, expected) => {
    expect(wordsOf(given).map((word) => word.text)).toEqual(expected);
  });

  it('are those of the pattern that describes them, at their places', () => {
    fc.assert(fc.property(text, (given) => {
      const expected = [...given.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)].map((match) => ({ text: match[0], start: match.index }));
      expect(wordsOf(given)).toEqual(expected);
      expect(lowerWordsOf(given)).toEqual(expected.map((word) => word.text.toLowerCase()));
    }), { numRuns: runs(2000) });
  });

  it('have runs without what joins them, in lower case', () => {
    expect(runsOf("Anak-anak Jum'at")).toEqual([{ text: 'anak', start: 0 }, { text: 'anak', start: 5 }, { text: 'jum', start: 10 }, { text: 'at', start: 14 }]);
    fc.assert(fc.property(text.filter((given) => given.toLowerCase().length === given.length), (given) => {
      expect(runsOf(given)).toEqual([...given.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({ text: match[0], start: match.index })));
    }), { numRuns: runs(2000) });
  });

  it('end where the text ends', () => {
    expect([isWordAt('a', 0), isWordAt('a', 1), isWordAt('a', -1), isWordAt('😀', 1)]).toEqual([true, false, false, false]);
  });
});
