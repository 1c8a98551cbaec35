import { describe, expect, it, test } from 'vitest';
import { GlossaryError } from '../../pipeline/errors.ts';
import { readTermbase } from '../../pipeline/terms/termbase.ts';

const HEADER = 'term,translation,variants,first,also,avoid,match,keep,from,until,note,source';

describe('a glossary is read', () => {
  it('with all of its columns', () => {
    const { terms } = readTermbase(`${HEADER}\nPSE,ESO,P.S.E.|PSe,long (ESO),a|b ,c,exact,,2020-01-01,2024-12-31,n,s\n`, 'g.csv');
    expect(terms).toMatchObject([
      {
        term: 'PSE',
        translation: 'ESO',
        variants: ['P.S.E.', 'PSe'],
        first: 'long (ESO)',
        also: ['a', 'b'],
        avoid: ['c'],
        match: 'exact',
        keep: false,
        from: '2020-01-01',
        until: '2024-12-31',
        line: 2,
      },
    ]);
  });

  const same = 'term,translation,note\nkabar,"news, mostly","two\nlines"\nsurat,letter,\n';
  test.each([
    ['with BOM and CRLF', `\uFEFF${same.replaceAll('\n', '\r\n')}`],
    ['with semicolons', 'term;translation;note\nkabar;news, mostly;"two\nlines"\nsurat;letter;\n'],
    ['with tabs', 'term\ttranslation\tnote\nkabar\tnews, mostly\t"two\nlines"\nsurat\tletter\t\n'],
    ['with the line that Excel puts first', 'sep=;\r\nterm;translation;note\r\nkabar;news, mostly;"two\nlines"\r\nsurat;letter;\r\n'],
    ['with empty rows and columns at the end', 'term,translation,note,,\nkabar,"news, mostly","two\nlines",,\n\nsurat,letter,,,\n,,,,\n,,,,\n'],
    ['with capitals and blanks in the header', ` Term ,TRANSLATION,note\nkabar,"news, mostly",x\nsurat,letter,\n`],
    ['with cells beyond the header that are empty', 'term,translation\nkabar,"news, mostly",,,\nsurat,letter\n'],
  ])('%s', (_, csv) => {
    expect(readTermbase(csv, 'g.csv').terms.map(({ term, translation }) => [term, translation])).toEqual([
      ['kabar', 'news, mostly'],
      ['surat', 'letter'],
    ]);
  });

  it('with a version that follows what matters and nothing else', () => {
    const version = (row: string): string => readTermbase(`term,translation,also,note\n${row}\n`, 'g.csv').terms[0]?.version ?? '';
    expect(version('a,b,,x')).toBe(version('a,b,,y'));
    expect(version('a,b,,x')).not.toBe(version('a,b,c,x'));
  });

  it('with the term itself as English where it is kept', () => {
    expect(readTermbase('term,translation,keep\nAsta Cita,,yes\n', 'g.csv').terms[0]).toMatchObject({ translation: 'Asta Cita', keep: true });
  });
});

describe('a glossary is refused', () => {
  test.each([
    ['for a word other than yes in keep', 'term,translation,keep\na,b,yess', ':2:3: Unexpected "yess" in column keep, expected "yes" or nothing'],
    ['for an unknown match', 'term,translation,match\na,b,exakt', ':2:3: Unexpected "exakt" in column match, expected "exact", "any" or nothing'],
    ['for a misspelt column', 'term,tranlation\na,b', ':1:2: Unexpected column "tranlation", expected "translation"'],
    ['for a column that is like none', 'term,translation,price\na,b,c', ':1:3: Unexpected column "price", expected one of term, translation, variants, first, also, avoid, match, keep, from, until, note, source'],
    ['for a missing column', 'term,note\na,b', ':1:1: Unexpected header without column translation, expected it among term, translation'],
    ['for a doubled column', 'term,translation,term\na,b,c', ':1:3: Unexpected second column term, expected each column once'],
    ['for an empty term', 'term,translation\n,b', ':2:1: Unexpected empty cell in column term, expected an Indonesian term with at least one letter or digit'],
    ['for a term without letters', 'term,translation\n%,b', ':2:1: Unexpected "%" in column term, expected an Indonesian term'],
    ['for no English', 'term,translation\na,', ':2:2: Unexpected empty cell in column translation, expected the English, or "yes" in column keep'],
    ['for keep with another English', 'term,translation,keep\na,b,yes', ':2:2: Unexpected "b" in column translation, expected nothing, for column keep says that "a" stays as it is'],
    ['for a date as spreadsheets write it', 'term,translation,from\na,b,21/10/2024', ':2:3: Unexpected "21/10/2024" in column from, expected a date written as 2024-10-21, or nothing'],
    ['for a day that does not exist', 'term,translation,until\na,b,2024-02-30', ':2:3: Unexpected "2024-02-30" in column until, expected a date'],
    ['for dates in the wrong order', 'term,translation,from,until\na,b,2024-02-02,2024-02-01', ':2:3: Unexpected "2024-02-02" in column from, expected a day not after column until (2024-02-01)'],
    ['for wanted English that is forbidden', 'term,translation,avoid\na,b,c|B', ':2:3: Unexpected "c|B" in column avoid, expected nothing that the row also asks for, such as "B"'],
    ['for a control character', 'term,translation\na,b\u0007c', ':2:2: Unexpected "b\\u0007c" in column translation, expected text without line breaks or control characters'],
    ['for a line break in a term', 'term,translation\n"a\nb",c', ':2:1: Unexpected "a\\u000ab" in column term'],
    ['for too few cells', 'term,translation,note\na,b', ':2:3: Unexpected 2 cells in the row, expected 3 as in the header'],
    ['for too many cells', 'term,translation\na,b,c', ':2:3: Unexpected 3 cells in the row, expected 2 as in the header'],
    ['for text under no header', 'term,translation,\na,b,c', ':2:3: Unexpected "c" in a column without a name, expected a name in the header'],
    ['for an open quote', 'term,translation\na,b\nc,"d\ne,f\n', ':3:1: Unexpected end of the file inside a quoted cell, expected a closing " in the row that begins on this line'],
    ['for a doubled row', 'term,translation\nKabar,b\nkabar,c\nkabar,d', ':4:1: Unexpected "kabar" in column term, expected a spelling of its own, for line 3 has it as its term on the same days'],
    ['for rows that share a day', 'term,translation,from,until\na,b,,2024-10-21\na,c,2024-10-21,', ':3:1: Unexpected "a" in column term'],
    ['for a variant that is another term', 'term,translation,variants\na,b,c d\nc-d,e,', ':2:3: Unexpected "c d" in column variants, expected a spelling of its own, for line 3 has it as its term'],
    ['for a variant of two rows', 'term,translation,variants\na,b,x\nc,d,x', ':3:3: Unexpected "x" in column variants, expected a spelling of its own, for line 2 has it as a variant'],
    ['for being empty', '', ':1:1: Unexpected empty file, expected a header row'],
  ])('%s', (_, csv, message) => {
    expect(() => readTermbase(csv, 'glossary/terms.csv')).toThrow(GlossaryError);
    expect(() => readTermbase(csv, 'glossary/terms.csv')).toThrow(`glossary/terms.csv${message}`);
  });

  it('with every fault in one message, and the next step', () => {
    const csv = `${HEADER}\n,b,,,,,,no,2024-1-1,,,\na,,,,,,exakt,,,,,\n`;
    expect(() => readTermbase(csv, 'g.csv')).toThrow(
      new GlossaryError(
        [
          'g.csv:2:1: Unexpected empty cell in column term, expected an Indonesian term with at least one letter or digit',
          'g.csv:2:8: Unexpected "no" in column keep, expected "yes" or nothing',
          'g.csv:2:9: Unexpected "2024-1-1" in column from, expected a date written as 2024-10-21, or nothing',
          'g.csv:3:2: Unexpected empty cell in column translation, expected the English, or "yes" in column keep',
          'g.csv:3:7: Unexpected "exakt" in column match, expected "exact", "any" or nothing',
          'Nothing was translated: mend these 5 faults in g.csv and run again',
        ].join('\n'),
      ),
    );
  });

  test.each([
    ['rows of one term that follow each other', 'term,translation,from,until\na,b,,2024-10-20\na,c,2024-10-21,'],
    ['a capitalised row beside a small one', 'term,translation\nMenteri,Minister\nmenteri,minister'],
    ['a variant that repeats its own term', 'term,translation,variants\nlive streaming,live stream,live-streaming'],
  ])('but not for %s', (_, csv) => {
    expect(readTermbase(csv, 'g.csv').terms.length).toBeGreaterThan(0);
  });
});
