import { describe, expect, test } from 'vitest';
import { openData } from '../../pipeline/builtin/data.ts';
import { loadLexicon } from '../../pipeline/builtin/lexicon.ts';
import { learnedWord } from '../../pipeline/builtin/learned-words.ts';

const lexicon = loadLexicon(openData());

describe('learned words that no list has', () => {
  test.each([
    ['an ending alone', 'aktivisme', 'activism', 'n'],
    ['an ending alone', 'reflektif', 'reflective', 'a'],
    ['k that English writes with c', 'glukosa', 'glucose', 'n'],
    ['k that English writes with c', 'kardiovaskuler', 'cardiovascular', 'a'],
    ['f that English writes ph', 'fotogenik', 'photogenic', 'a'],
    ['two sounds at once', 'homoseksualitas', 'homosexuality', 'n'],
  ])('%s: %s', (_, form, text, pos) => {
    expect(learnedWord(form, lexicon)).toEqual({ text, pos });
  });

  test.each([
    ['an everyday word with such an ending', 'tanaman'],
    ['a word that is the same in both', 'mandiri'],
    ['a short word', 'kopi'],
    ['a word of capitals and marks', 'Aktivisme-1'],
    ['a very long word', `${'a'.repeat(10_000)}isme`],
    ['no word', ''],
  ])('nothing for %s', (_, form) => {
    expect(learnedWord(form, lexicon)).toBeUndefined();
  });
});
