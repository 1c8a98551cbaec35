import { describe, expect, it } from 'vitest';
import { findCandidates, type Sample } from '../../pipeline/terms/candidates.ts';
import { makeMatcher } from './make.ts';

const none = makeMatcher('term,translation', 'PSE,ESO');

function samples(...texts: readonly (readonly [string, string?])[]): readonly Sample[] {
  return texts.map(([indonesian, english], n) => ({ place: `a ${n + 1}.1`, indonesian, english, unknown: [] }));
}

describe('candidates for the glossary', () => {
  it.each([
    ['Menurut Komisi Pemberantasan Korupsi (KPK), perkara itu ditutup.', 'Komisi Pemberantasan Korupsi', 'KPK'],
    ['Data Kementerian Kesehatan (Kemenkes) naik.', 'Kementerian Kesehatan', 'Kemenkes'],
    ['Ketua Badan Pengawas Obat dan Makanan (BPOM) hadir.', 'Badan Pengawas Obat dan Makanan', 'BPOM'],
  ])('are full names with their acronyms: %s', (text, full, acronym) => {
    expect(findCandidates(samples([text]), none, 2)).toMatchObject([
      { term: full, kind: 'full name', pair: acronym, places: ['a 1.1'] },
      { term: acronym, kind: 'acronym', pair: full },
    ]);
  });

  it.each([
    ['a bracket that is no acronym of the name', 'Warga Kampung Melayu (Jakarta) mengungsi.'],
    ['a name that stands once', 'Ia lahir di Muara Angke.'],
    ['what the glossary has', 'PSE dan PSE lagi.'],
    ['days', 'Pada Senin Juli ini dan Senin Juli itu.'],
  ])('are not: %s', (_, text) => {
    expect(findCandidates(samples([text]), none, 2)).toEqual([]);
  });

  it('are names of several words that recur, without the word that begins a sentence, with the ways in which sheets have them', () => {
    const found = findCandidates(samples(
      ['Warga Muara Angke mengungsi.', 'Residents of Angke Estuary fled.'],
      ['Banjir di Muara Angke surut, kata warga.', 'The flood in Angke Estuary receded.'],
      ['Air masuk Muara Angke.', 'Water entered Muara Angke.'],
    ), none, 2);
    expect(found).toEqual([{ term: 'Muara Angke', kind: 'name', pair: undefined, places: ['a 1.1', 'a 2.1', 'a 3.1'], english: [{ form: 'Angke Estuary', count: 2 }, { form: 'Muara Angke', count: 1 }] }]);
  });

  it('are sentences that have two Englishes', () => {
    expect(findCandidates(samples(['baca juga', 'Read also'], ['baca juga', 'See also']), none, 2)).toMatchObject([{ kind: 'sentence in two ways', english: [{ count: 1 }, { count: 1 }] }]);
  });
});
