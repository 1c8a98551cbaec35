import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { makeMatcher } from './make.ts';
import { runs } from '../runs.ts';

const matcher = makeMatcher(
  'term,translation,variants,match',
  'PSE,ESO,,exact',
  'PSE lingkup privat,private-scope ESO,,any',
  'lingkup privat,private-scope,,',
  'pendaftaran PSE,ESO registration,,',
  'Kominfo,Kominfo,Kemkominfo,',
  'menteri,minister,,',
  'presiden,president,,',
  'aset kripto,crypto asset,,',
  'undang-undang,law,,',
  'PP 71/2019,GR 71/2019,,',
  'Plt.,acting,,',
  "salat Jum'at,Friday prayers,,",
  'Situs.id,Situs.id,,any',
  'masa,period,,',
  'Polri,National Police,,',
);

/** Matches as `found`, with `+clitic` and `*` for the plural. */
function matched(text: string): readonly string[] {
  return matcher.match(text, undefined).map(({ found, clitic, plural }) => `${found}${clitic === '' ? '' : `+${clitic}`}${plural ? '*' : ''}`);
}

describe('a term is found', () => {
  test.each([
    ['as a whole word', 'Setiap PSE wajib mendaftar.', ['PSE']],
    ['not inside another word', 'Istana kepresidenan dan PSEX.', []],
    ['before a clitic', 'Presidennya dan kominfonya, Kominfonya', ['Presiden+nya', 'Kominfo+nya']],
    ['before a particle', 'Menterilah, menterikah, menteripun', ['Menteri+lah', 'menteri+kah', 'menteri+pun']],
    ['before my and your', 'presidenku presidenmu', ['presiden+ku', 'presiden+mu']],
    ['before stacked clitics', 'presidennyalah', ['presiden+nyalah']],
    ['before a clitic after a hyphen', 'PSE-nya, PSE-nyalah', ['PSE+nya', 'PSE+nyalah']],
    ['but not in a word that only looks like one with a clitic', 'Masalah ini pada masanya', ['masa+nya']],
    ['doubled for the plural', 'Menteri-menteri dan menteri-menterinya', ['Menteri-menteri*', 'menteri-menteri+nya*']],
    ['with its first word doubled', 'aset-aset kriptonya', ['aset-aset kripto+nya*']],
    ['after para', 'para menteri', ['menteri*']],
    ['that is itself a doubled word', 'Undang-undang, undang-undangnya', ['Undang-undang', 'undang-undang+nya']],
    ['after a prefix with a hyphen', 'layanan non-PSE', ['PSE']],
    ['in a chain of names', 'tim Kominfo-Polri', ['Kominfo', 'Polri']],
    ['but not in another compound', 'wakil-menteri, menteri-muda', []],
    ['as the longest', 'PSE lingkup privat', ['PSE lingkup privat']],
    ['as the longest even where a shorter one begins before', 'pendaftaran PSE lingkup privat', ['PSE lingkup privat']],
    ['as the shorter where the longer is not there', 'pendaftaran PSE lingkup', ['pendaftaran PSE']],
    ['with any blanks between', 'PSE \n lingkup\u00A0privat dan lingkup\tprivat', ['PSE lingkup privat', 'lingkup privat']],
    ['with a hyphen for a blank', 'lingkup-privat', ['lingkup-privat']],
    ['but not across punctuation', 'lingkup, privat. PSE. Lingkup (privat)', ['PSE']],
    ['with its own punctuation', 'PP 71/2019 dan PP 71 2019', ['PP 71/2019']],
    ['with its full stop', 'Plt. Menteri', ['Plt.', 'Menteri']],
    ['with a curly apostrophe', 'salat Jum’at', ['salat Jum’at']],
    ['not in an address', 'https://pse.situs.go.id, pse.kominfo.go.id, menteri@situs.go.id', []],
    ['not as a handle or hashtag', '#PSE @Kominfo', []],
    ['but as a whole address', 'baca di Situs.id, bukan di www.situs.id', ['Situs.id']],
    ['in quotes with its clitic', '‘PSE’ dan "PSE"-nya', ['PSE', 'PSE']],
    ['in a variant', 'Kemkominfo', ['Kemkominfo']],
    ['with slashes round it', 'menteri/presiden', ['menteri', 'presiden']],
  ])('%s', (_, text, expected) => {
    expect(matched(text)).toEqual(expected);
  });

  test.each([
    ['a term with capitals as it is spelt', 'kominfo KOMINFO Kominfo', ['Kominfo']],
    ['a term without capitals in any case', 'MENTERI Menteri menteri', ['MENTERI', 'Menteri', 'menteri']],
    ['a term with any case in any case', 'pse Lingkup privat', ['pse Lingkup privat']],
    ['all of it in a text of capitals', 'KOMINFO BUKA PENDAFTARAN PSE', ['KOMINFO', 'PENDAFTARAN PSE']],
    ['a capital where a sentence begins', 'Ya. Pendaftaran PSE buka. "Pendaftaran PSE" dan Pendaftaran PSE', ['Pendaftaran PSE', 'Pendaftaran PSE', 'PSE']],
  ])('minding case: %s', (_, text, expected) => {
    expect(matched(text)).toEqual(expected);
  });

  test.each([
    ['inside tags', '<g1>PSE</g1>nya', 'PSE'],
    ['split by tags', 'Kata <g1>PSE</g1> lingkup <g2>privat</g2>-nya', 'PSE</g1> lingkup <g2>privat'],
    ['with a tag in a word', 'men<g3>teri</g3>', 'men<g3>teri'],
    ['before a sealed piece', 'PSE<x1/>', 'PSE'],
    ['after a sealed piece', '<x1/>PSE', 'PSE'],
    ['in decomposed Unicode', 'de\u0301 PSE', 'PSE'],
    ['after a letter that grows in lower case', 'İ PSE', 'PSE'],
  ])('%s with its place in the tagged text', (_, text, slice) => {
    expect(matcher.match(text, undefined).map(({ start, end }) => text.slice(start, end))).toEqual([slice]);
  });
});

describe('of several rows of one spelling', () => {
  const dated = makeMatcher(
    'term,translation,from,until',
    'Kementerian,old,,2024-10-20',
    'Kementerian,new,2024-10-21,2030-12-31',
    'Kementerian,future,2031-01-01,',
    'Kantor,Office,2000-01-01,2001-01-01',
    'Menteri,Minister,,',
    'menteri,minister,,',
  );
  test.each([
    ['the one of the day holds', 'Kementerian', '2022-07-08', ['old']],
    ['the last day is included', 'Kementerian', '2024-10-20', ['old']],
    ['the first day is included', 'Kementerian', '2024-10-21', ['new']],
    ['the open one holds without a date', 'Kementerian', undefined, ['future']],
    ['none holds outside its days', 'Kantor', '2022-01-01', []],
    ['each holds without a date', 'Kantor', undefined, ['Office']],
    ['the nearer case wins', 'di Menteri menteri', undefined, ['Minister', 'minister']],
  ])('%s', (_, text, date, expected) => {
    expect(dated.match(text, date).map(({ term }) => term.translation)).toEqual(expected);
  });

  it('the others are named where the date is not known', () => {
    expect(dated.match('Kementerian', undefined)[0]?.rivals.map(({ translation }) => translation)).toEqual(['new', 'old']);
  });
});

const piece = fc.constantFrom('PSE', 'lingkup', 'privat', 'menteri', 'menteri-menteri', 'nya', '-', ' ', ', ', '. ', '<g1>', '</g1>', '<x2/>', 'aset', 'kripto', 'pendaftaran', '’', 'é', '\u00AD', '😀');

it('matches never overlap, stand in order and at word edges, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end, clitic } of matcher.match(text, undefined)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
        const plain = (tagged: string): string => tagged.replace(/<\/?g\d>/g, '').replace(/<x\d\/>/g, ' ');
        const before = plain(text.slice(0, start));
        const after = plain(text.slice(end));
        expect(before).not.toMatch(/[\p{L}\p{N}]$/u);
        if (clitic === '') expect(after).not.toMatch(/^[\p{L}\p{N}]/u);
      }
    }),
    { numRuns: runs(200) },
  );
});

it('a long line that holds the beginnings of terms only gives nothing', () => {
  expect(matcher.match('aset-'.repeat(50_000), undefined)).toEqual([]);
  expect(matcher.match('lingkup '.repeat(50_000), undefined)).toEqual([]);
});
