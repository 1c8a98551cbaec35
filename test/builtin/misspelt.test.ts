import { describe, expect, test } from 'vitest';
import { openData } from '../../pipeline/builtin/data.ts';
import { loadLexicon } from '../../pipeline/builtin/lexicon.ts';
import { slipOf } from '../../pipeline/builtin/misspelt.ts';

const lexicon = loadLexicon(openData());

describe('slips of the keyboard', () => {
  test.each([
    ['a letter too few', 'pertandinan', 'pertandingan'],
    ['a letter too many', 'perrusahaan', 'perusahaan'],
    ['one of a pair lost', 'perusahan', 'perusahaan'],
    ['a wrong letter', 'pemerantah', 'pemerintah'],
    ['two letters that changed places', 'pemeritnah', 'pemerintah'],
    ['a word that is English', 'leasing', undefined],
    ['a short word, which many are near to', 'kaa', undefined],
    ['two slips', 'pemeritnahh', undefined],
    ['a word of capitals and marks', 'Pemeritnah-1', undefined],
    ['a very long word', 'a'.repeat(10_000), undefined],
  ])('%s: %s', (_, form, meant) => {
    expect(slipOf(form, lexicon)).toBe(meant);
  });
});
