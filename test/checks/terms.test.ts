import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkTerms, mendTerms } from '../../pipeline/checks/terms.ts';
import type { TermUse } from '../../pipeline/model.ts';
import { briefTerms } from '../../pipeline/terms/first-mention.ts';
import { makeMatcher } from '../terms/make.ts';
import { runs } from '../runs.ts';

const matcher = makeMatcher(
  'term,translation,variants,first,also,avoid,keep',
  'PSE,ESO,P.S.E.,electronic system operator (ESO),,stock exchange,',
  'PSE lingkup privat,private-scope ESO,,,private ESO,,',
  'menteri,minister,,,,secretary,',
  'juru bicara,spokesperson,jubir,,spokesman,speaker,',
  'Kementerian Dagang,Ministry of Trade,,,Trade Ministry,,',
  'situs,site,,,,,',
  'aset kripto,crypto asset,,,,cryptocurrency,',
  'sanksi administratif,administrative sanctions,,,,,',
  'Undang-Undang,Law,,,,Act,',
  'Rupa Cita,,,,,,yes',
  'usaha mikro,MSMEs,,,,,',
  'izin,permit,,,,,',
  'hak pakai,use right,,,,,',
);

type Role = 'caption' | 'body';
type Row = [string, string, string, Role?];

/** The caption role asks for short forms only; `body` for the long one at the first mention. */
function usesOf(source: string, role: Role = 'caption'): readonly TermUse[] {
  return briefTerms([{ text: source, role, handling: 'translate' }], matcher, undefined)[0] ?? [];
}

function messages(source: string, english: string, role: Role = 'caption'): readonly string[] {
  return checkTerms({ source, english, terms: usesOf(source, role) }).findings.map(({ message }) => message);
}

describe('silent on', () => {
  test.each<Row>([
    ['the English asked for', 'PSE wajib', 'The ESO must'],
    ['its plural', 'PSE wajib', 'ESOs must'],
    ['its possessive', 'izin PSE', 'the ESO’s permit and ESOs\' permits'],
    ['its plural in y', 'Kementerian Dagang', 'Ministries of Trade'],
    ['people for persons', 'para juru bicara', 'the spokespeople'],
    ['an accepted form', 'juru bicara hadir', 'A spokesman came'],
    ['a capital at the start', 'menteri hadir', 'Ministers came'],
    ['a headline in capitals', 'Kementerian Dagang', 'TRADE MINISTRY OPENS'],
    ['a blank for a hyphen', 'PSE lingkup privat', 'private scope ESOs'],
    ['a hyphen for a blank', 'aset kripto', 'crypto-asset'],
    ['the singular of a plural form', 'sanksi administratif', 'an administrative sanction'],
    ['the singular of a plural acronym', 'usaha mikro', 'an MSME'],
    ['a term said once for two', 'PSE dan PSE', 'the ESO and its peer'],
    ['a shorter term after a longer one that has its English', 'PSE lingkup privat wajib, jadi PSE itu', 'Private-scope ESOs must, so they'],
    ['a name that is kept', 'Rupa Cita maju', 'Rupa Cita goes on'],
    ['the long form at the first mention', 'PSE wajib', 'Electronic system operators (ESOs) must', 'body'],
    ['a second, short mention in the same sentence', 'PSE dan PSE', 'An electronic system operator (ESO) and an ESO', 'body'],
    ['a forbidden word that is part of another', 'juru bicara', 'The spokesperson by the loudspeaker'],
    ['a forbidden form that the source has itself', 'Undang-Undang dari The Act', 'The Law of The Act'],
    ['a small word like a forbidden name', 'Undang-Undang', 'The Law makes them act'],
  ])('%s', (_, source, english, role = 'caption') => {
    expect(messages(source, english, role)).toEqual([]);
  });
});

describe('says', () => {
  test.each<[string, string, string, readonly string[], Role?]>([
    ['Indonesian that was left', 'PSE wajib', 'The PSE must', ['Unexpected "PSE" left in Indonesian, expected "ESO"']],
    ['a variant that was left', 'P.S.E. wajib', 'The P.S.E. must', ['Unexpected "P.S.E." left in Indonesian, expected "ESO"']],
    ['a missing term', 'PSE wajib', 'Platforms must', ['Unexpected English for "PSE", expected "ESO"']],
    ['a missing long form', 'PSE wajib', 'ESOs must', ['Unexpected English for the first mention of "PSE", expected "electronic system operator (ESO)"'], 'body'],
    ['a term inside another word', 'situs itu', 'the website', ['Unexpected English for "situs", expected "site"']],
    ['a term that only a longer one has', 'PSE dan PSE lingkup privat', 'private-scope ESOs', ['Unexpected English for "PSE", expected "ESO"']],
    ['the case of an acronym', 'PSE', 'the eso', ['Unexpected "eso", expected "ESO"']],
    ['the case of a name', 'Kementerian Dagang', 'the ministry of trade', ['Unexpected "ministry of trade", expected "Ministry of Trade"']],
    ['a forbidden form beside the right one', 'aset kripto', 'crypto assets, a cryptocurrency', ['Unexpected "cryptocurrency" for "aset kripto", expected "crypto asset"']],
    ['a forbidden form in its place', 'juru bicara', 'speakers', ['Unexpected English for "juru bicara", expected "spokesperson"', 'Unexpected "speakers" for "juru bicara", expected "spokesperson"']],
    ['a name that should have stayed', 'Rupa Cita', 'the agenda', ['Unexpected English for "Rupa Cita", expected "Rupa Cita"']],
  ])('%s', (_, source, english, expected, role = 'caption') => {
    expect(messages(source, english, role)).toEqual(expected);
  });

  it('a second long form in the article', () => {
    const [, uses = []] = briefTerms([1, 2].map(() => ({ text: 'PSE', role: 'body', handling: 'translate' }) as const), matcher, undefined);
    const { findings } = checkTerms({ source: 'PSE', english: 'An electronic system operator (ESO) came', terms: uses });
    expect(findings.map(({ message }) => message)).toEqual(['Unexpected "electronic system operator (ESO)" for "PSE", expected "ESO"']);
    expect(mendTerms('An electronic system operator (ESO) came', uses)).toBe('An ESO came');
  });

  it('how many terms there are and hold, and where a finding stands', () => {
    const source = 'PSE dan menteri';
    const result = checkTerms({ source, english: 'PSE and a minister', terms: usesOf(source) });
    expect(result).toMatchObject({ required: 2, met: 1, byTerm: [{ term: 'PSE', met: false }, { term: 'menteri', met: true }] });
    expect(result.findings[0]).toMatchObject({ rule: 'terms', actual: 'PSE', expected: 'ESO', start: 0, end: 3 });
  });

  it('nothing that a cell of the sheet cannot hold', () => {
    const use: TermUse = { term: 'a;b|c', start: 0, end: 1, target: 'x//y', also: [], avoid: [], keep: false, first: false };
    const [finding] = checkTerms({ source: 'a', english: 'z', terms: [use] }).findings;
    expect(finding?.message).toBe('Unexpected English for "a,b/c", expected "x/y"');
  });
});

describe('mends', () => {
  test.each<[string, string, string, string, Role?]>([
    ['Indonesian that was left', 'PSE wajib', 'The PSE must', 'The ESO must'],
    ['in the plural', 'PSE wajib', 'All PSEs must', 'All ESOs must'],
    ['with a possessive', 'izin PSE', 'the PSE\'s permit', 'the ESO\'s permit'],
    ['and the article before it', 'PSE', 'a PSE came', 'an ESO came'],
    ['and a capital at the start', 'menteri hadir', 'Menteri came', 'Minister came'],
    ['as often as it stands', 'PSE dan PSE', 'PSE and PSE', 'ESO and ESO'],
    ['a variant, given the source', 'jubir', 'the jubir', 'the spokesperson'],
    ['case', 'PSE', 'the eso came', 'the ESO came'],
    ['a forbidden form in its number', 'juru bicara', 'the speakers’ room', 'the spokespersons’ room'],
    ['a forbidden form and its article', 'aset kripto', 'An cryptocurrency', 'A crypto asset'],
    ['words in tags', 'PSE', 'the <g1>PSE</g1> and', 'the <g1>ESO</g1> and'],
    ['the short form where the long one is due', 'PSE wajib', 'An ESO must', 'An electronic system operator (ESO) must', 'body'],
    ['the short form in the plural', 'PSE wajib', 'ESOs must', 'Electronic system operators (ESOs) must', 'body'],
    ['long and short in one sentence', 'PSE dan PSE', 'PSE and PSE', 'Electronic system operator (ESO) and ESO', 'body'],
    ['a use with its right article', 'hak pakai', 'an hak pakai', 'a use right'],
  ])('%s', (_, source, english, expected, role = 'caption') => {
    expect(mendTerms(english, usesOf(source, role), source)).toBe(expected);
  });

  test.each<Row>([
    ['what is right', 'PSE wajib', 'The ESO must'],
    ['what is missing without a trace', 'PSE wajib', 'Platforms must'],
    ['Indonesian that stands more often than it may', 'PSE', 'PSE PSE'],
    ['Indonesian before its clitic', 'PSE', 'PSE-nya came'],
    ['two forbidden forms', 'juru bicara', 'a speaker and a speaker'],
    ['a forbidden form beside the right one', 'aset kripto', 'crypto asset or cryptocurrency'],
    ['a term inside a word', 'situs', 'situsku website'],
    ['a possessive after brackets', 'PSE', 'the ESO’s permit', 'body'],
  ])('but not %s', (_, source, english, role = 'caption') => {
    expect(mendTerms(english, usesOf(source, role), source)).toBeUndefined();
  });
});

const word = fc.constantFrom('PSE', 'PSEs', 'ESO', 'eso', 'a', 'an', 'the', 'speaker', 'private-scope', 'site', 'website', 'cryptocurrency', '(', ')', "'s", ',', '.', 'electronic system operator (ESO)');

it('a mended text has fewer findings, and no blank is doubled or lost', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), fc.constantFrom('PSE dan juru bicara', 'PSE lingkup privat, PSE', 'aset kripto situs'), (words, source) => {
      const english = words.join(' ');
      const terms = usesOf(source, 'body');
      const mended = mendTerms(english, terms, source);
      if (mended === undefined) return;
      expect(mended).not.toMatch(/ {2}/);
      expect(checkTerms({ source, english: mended, terms }).findings.length).toBeLessThan(checkTerms({ source, english, terms }).findings.length);
    }),
    { numRuns: runs(300) },
  );
});
