import { describe, expect, it, test } from 'vitest';
import { advise, type Remark } from '../../pipeline/terms/advice.ts';
import { createMatcher } from '../../pipeline/terms/matcher.ts';
import { withoutOutranked } from '../../pipeline/terms/precedence.ts';
import { inspectTermbase, readTermbase } from '../../pipeline/terms/termbase.ts';

function remarks(...files: readonly string[]): readonly Remark[] {
  return advise(files.map((csv, n) => inspectTermbase(csv, `${'abc'[n] ?? ''}.csv`, n)));
}

function told(...files: readonly string[]): readonly string[] {
  return remarks(...files).map(({ file, line, column, severity, message }) => `${file}:${line}:${column}: ${severity}: ${message}`);
}

describe('a glossary is advised on', () => {
  test.each([
    ['a fault that the reader refuses', 'term,translation,keep\na,b,yess', 'a.csv:2:3: fault: Unexpected "yess" in column keep'],
    ['a row that never matches', 'term,translation\n#PSE,ESO', 'a.csv:2:1: warning: "#PSE" can never match: no term is looked for inside an address'],
    ['a variant that cannot be reached', 'term,translation,variants\nPSE,ESO,@pse', 'a.csv:2:3: warning: "@pse" can never match'],
    ['a variant that nothing needs', 'term,translation,variants\nlive streaming,live stream,live-streaming', 'a.csv:2:3: note: "live-streaming" is found without this variant'],
    ['days between two rows', 'term,translation,from,until\nKominfo,Kominfo,,2024-10-20\nKominfo,Komdigi,2024-10-25,', 'a.csv:3:3: warning: from 2024-10-21 to 2024-10-24 no row holds for "Kominfo": line 2 ends on 2024-10-20'],
    ['rows that dates part for nothing', 'term,translation,from,until\nKominfo,Kominfo,,2024-10-20\nKominfo,Kominfo,2024-10-21,', 'a.csv:3:3: warning: asks for the same as line 2'],
    ['a last row that ends', 'term,translation,until\nKominfo,Kominfo,2024-10-20', 'a.csv:2:3: note: after 2024-10-20 no row holds for "Kominfo". Add a row from 2024-10-21'],
    ['a target that another row forbids', 'term,translation,avoid\nPSE,ESO,stock exchange\nbursa efek,stock exchange,', 'a.csv:2:3: note: "stock exchange" is forbidden here and asked for by line 3 ("bursa efek")'],
    ['a target that a term within it forbids', 'term,translation,avoid\nsanksi,sanction,administrative penalty\nsanksi administratif,administrative penalty,', 'a.csv:2:3: warning: "administrative penalty" is forbidden here and asked for by line 3'],
    ['English that is Indonesian of another row', 'term,translation\nsurat kabar,media\nmedia,news outlet', 'a.csv:2:2: warning: "media" is also the Indonesian of line 3'],
    ['English that stands twice', 'term,translation,also\na,b,c|c', 'a.csv:2:3: warning: "c" stands twice in this row'],
    ['terms that overlap', 'term,translation\npendaftaran PSE,x\nPSE privat,y', 'a.csv:2:1: note: may overlap with "PSE privat" (line 3): in "pendaftaran pse privat"'],
  ])('%s', (_, csv, message) => {
    expect(told(csv).map((line) => line.slice(0, message.length))).toContain(message);
  });

  it.each([
    ['rows that follow each other day by day', 'term,translation,from,until\nKominfo,Kominfo,,2024-10-20\nKominfo,Komdigi,2024-10-21,'],
    ['a forbidden form whose row holds on other days', 'term,translation,avoid,from,until\nA,x,y,,2024-10-20\nB,y,,2024-10-21,'],
    ['a name that is kept', 'term,translation,keep\nAsta Cita,,yes'],
    ['a capitalised row beside a small one', 'term,translation\nMenteri,Minister\nmenteri,minister'],
    ['overlapping terms with a row for the whole', 'term,translation\npendaftaran PSE,x\nPSE privat,y\npendaftaran PSE privat,z'],
  ])('but not on %s', (_, csv) => {
    expect(remarks(csv).filter(({ rule }) => rule !== 'open end')).toEqual([]);
  });

  it('tells where a later file takes a spelling', () => {
    expect(told('term,translation,variants\nPSE,ESO,P.S.E.', 'term,translation\nPSE,operator')).toEqual([
      'a.csv:2:1: note: "PSE" goes by b.csv:2, for the later file goes first; the variants of this row stay with this row',
    ]);
  });
});

describe('of several glossary files', () => {
  const files = (...all: readonly string[]) => all.flatMap((csv, n) => readTermbase(csv, 'x.csv', n).terms);
  const english = (terms: ReturnType<typeof files>, text: string, date?: string): readonly string[] => createMatcher(terms).match(text, date).map(({ term }) => term.translation);

  it('the later holds for its spellings, the earlier for all others', () => {
    const terms = files('term,translation,variants\nPSE,ESO,penyelenggara', 'term,translation\nPSE,operator');
    expect(english(terms, 'PSE dan penyelenggara')).toEqual(['operator', 'ESO']);
    expect(withoutOutranked(terms).map(({ translation }) => translation)).toEqual(['operator']);
  });

  it('the later holds on its days only', () => {
    const terms = files('term,translation\nPSE,ESO', 'term,translation,from\nPSE,operator,2024-01-01');
    expect(english(terms, 'PSE', '2023-12-31')).toEqual(['ESO']);
    expect(english(terms, 'PSE', '2024-01-01')).toEqual(['operator']);
    expect(withoutOutranked(terms)).toHaveLength(2);
  });

  it('the earlier is no rival where the later has every day', () => {
    const terms = files('term,translation\nPSE,ESO', 'term,translation\nPSE,operator');
    expect(createMatcher(terms).match('PSE', undefined)[0]?.rivals).toEqual([]);
  });
});
