import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GlossaryError } from '../../pipeline/errors.ts';
import { readForeignTable } from '../../pipeline/terms/foreign-table.ts';
import { readTable } from '../../pipeline/terms/table.ts';
import { readTbx } from '../../pipeline/terms/tbx-read.ts';
import { tbxLosses, writeTbx } from '../../pipeline/terms/tbx-write.ts';
import { type Cells, EMPTY_CELLS } from '../../pipeline/terms/term.ts';
import { writeTable } from '../../pipeline/terms/write-table.ts';
import { runs } from '../runs.ts';

const KINDS = ['v2', 'v3-dca', 'v3-dct'] as const;
const ours = readTable(readFileSync(new URL('../../glossary/terms.csv', import.meta.url), 'utf8')).rows.flatMap(({ cells }) => (cells === undefined ? [] : [cells]));
const row = (cells: Partial<Cells>): Cells => ({ ...EMPTY_CELLS, ...cells });

describe.each(KINDS)('TBX %s', (kind) => {
  it('holds our glossary so that it comes back equal', () => {
    expect(readTbx(writeTbx(ours, kind), 'x.tbx')).toEqual({ rows: ours, losses: [] });
  });

  it('holds any rows so that they come back equal', () => {
    const word = fc.stringMatching(/^[\p{L}<>&"' .-]{0,6}[a-z]$/u).map((text) => text.replace(/\s+/g, ' ').trim().normalize('NFC'));
    const list = fc.array(word, { maxLength: 3 }).map((all) => all.join('|'));
    const anyRow = fc.record({
      term: word, translation: word, variants: list, first: fc.oneof(fc.constant(''), word), also: list, avoid: list,
      match: fc.constantFrom('', 'any', 'exact'), keep: fc.constant(''), from: fc.constantFrom('', '2024-10-21'), until: fc.constantFrom('', '2025-01-01'),
      note: fc.oneof(fc.constant(''), word, fc.constant('two\nlines]]>')), source: fc.oneof(fc.constant(''), word),
    });
    fc.assert(fc.property(fc.array(anyRow, { maxLength: 4 }), (rows) => {
      expect(readTbx(writeTbx(rows, kind), 'x.tbx').rows).toEqual(rows);
    }), { numRuns: runs(100) });
  });
});

describe('TBX', () => {

  it('names what it has no place for', () => {
    expect(tbxLosses([row({ term: 'a', translation: 'b', match: 'any', from: '2024-01-01' })])).toEqual([expect.stringContaining('no place for match, from')]);
    expect(tbxLosses([row({ term: 'a', translation: 'b' })])).toEqual([]);
  });

  it.each([
    ['an entity bomb', '<!DOCTYPE martif [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><martif><text><body/></text></martif>', 'declarations of its own'],
    ['an entity that names a file', '<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif/>', 'declarations of its own'],
    ['a declaration further down', '<martif><!ENTITY a "b"></martif>', 'unexpected declaration'],
    ['an entity that nobody declared', '<martif><text><body><termEntry><note>&x;</note></termEntry></body></text></martif>', 'well-formed'],
    ['XML that is cut', '<martif><text>', 'well-formed'],
    ['other XML', '<tmx/>', 'unexpected <tmx>, expected TBX'],
    ['no XML', 'term,translation', 'well-formed'],
    ['nothing', '', 'well-formed'],
  ])('refuses %s', (_, xml, message) => {
    expect(() => readTbx(xml, 'x.tbx')).toThrow(GlossaryError);
    expect(() => readTbx(xml, 'x.tbx')).toThrow(message);
  });

  it('of other programs comes in, with a document type that is only named, and says what was lost', () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><text><body>
      <termEntry id="a"><descrip type="subjectField">law</descrip><descrip type="definition">what it is</descrip>
        <langSet xml:lang="en-US"><tig><term>court</term><termNote type="partOfSpeech">noun</termNote></tig><tig><term>tribunal</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
        <langSet xml:lang="id"><ntig><termGrp><term>pengadilan</term></termGrp></ntig><tig><term>mahkamah</term></tig></langSet></termEntry>
      <termEntry><langSet xml:lang="de"><tig><term>Gericht</term></tig></langSet></termEntry></body></text></martif>`;
    const { rows, losses } = readTbx(xml, 'x.tbx');
    expect(rows).toEqual([row({ term: 'pengadilan', variants: 'mahkamah', translation: 'court', avoid: 'tribunal', note: 'what it is' })]);
    expect(losses).toEqual(['subjectField of entries: 1', 'partOfSpeech of terms: 1', 'terms in other languages than Indonesian and English (de): 1', 'entries without an Indonesian and an English term: 1']);
  });
});

describe('the languages of a TBX file', () => {
  const tbx = (one: string, two: string): string => `<martif type="TBX" xml:lang="en"><text><body><termEntry id="pasar">
    <langSet xml:lang="${one}"><tig><term>pasar</term></tig></langSet><langSet xml:lang="${two}"><tig><term>market</term></tig></langSet></termEntry></body></text></martif>`;

  it('may be the placeholders that the Translate Toolkit writes, which is said', () => {
    const { rows, losses } = readTbx(tbx('en', 'xx'), 'x.tbx');
    expect(rows).toEqual([row({ term: 'pasar', translation: 'market' })]);
    expect(losses).toEqual([expect.stringContaining('--indonesian xx --english en')]);
  });

  it.each([
    ['both are named', 'q1', 'q2', { indonesian: 'q1', english: 'Q2' }],
    ['they stand the other way round', 'xx', 'en', { indonesian: 'xx', english: 'en' }],
    ['the English alone is named', 'id-ID', 'q2', { english: 'q2' }],
    ['the Indonesian is under the English code', 'en', 'q2', { indonesian: 'en', english: 'q2' }],
  ])('are those that a person names: %s', (_, one, two, languages) => {
    expect(readTbx(tbx(one, two), 'x.tbx', languages)).toEqual({ rows: [row({ term: 'pasar', translation: 'market' })], losses: [] });
  });

  it('are nothing that is guessed where a third one is there', () => {
    expect(readTbx(tbx('de', 'xx'), 'x.tbx').rows).toEqual([]);
  });
});

describe('CSV and TSV', () => {
  it.each([',', '\t'])('hold our glossary so that it comes back equal (%j)', (delimiter) => {
    expect(readForeignTable(writeTable(ours, delimiter), 'x').rows).toEqual(ours);
    expect(readTable(writeTable(ours, delimiter)).rows.map(({ cells }) => cells)).toEqual(ours);
  });

  it.each([
    ['columns under other names', 'Indonesian;English;Price\npasar;market;3\n;x;\n', ['pasar', 'market'], ['column Price', 'rows without an Indonesian and an English term: 1']],
    ['source and target', 'source,target\npasar,market\n', ['pasar', 'market'], []],
    ['two columns without names', 'pasar\tmarket\nsawah\trice field\n', ['pasar', 'market'], []],
  ])('come in with %s', (_, csv, first, losses) => {
    const found = readForeignTable(csv, 'x.csv');
    expect([found.rows[0]?.term, found.rows[0]?.translation]).toEqual(first);
    expect(found.losses).toEqual(losses);
  });

  it('are refused where nobody knows which column is which', () => {
    expect(() => readForeignTable('a,b,c\n1,2,3', 'x.csv')).toThrow('x.csv:1: unexpected columns a, b, c');
  });
});
