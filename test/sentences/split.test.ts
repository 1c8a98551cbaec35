import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../pipeline/sentences/split.ts';
import { runs } from '../runs.ts';

describe('a rule, by one example', () => {
  test.each([
    ['a title binds the name', 'Prof. Dr. Sari|'],
    ['a title before a function word ends the sentence', 'Ia menjadi Prof.|Namun, ia rendah hati.'],
    ['an initial binds the name', 'Puisi W.S. Rendra dibaca.|'],
    ['a letter after its noun is a word', 'Ia kurang vitamin D.|Warga lain juga.'],
    ['a degree ends the sentence before a capital', 'Kuasa hukumnya Rudi, S.H.|Sidang ditunda.'],
    ['a degree binds the next degree', 'Rudi, S.H. M.H. hadir.|'],
    ['initials that look like a degree are initials', 'Novel S.H. Mintardja laris.|'],
    ['an address never ends at its abbreviation', 'Ia tinggal di Jl. Melati No. 5, Kec. Sukun.|Rumahnya biru.'],
    ['dkk. ends the sentence before a capital', 'Polisi menahan Anton dkk.|Motifnya uang.'],
    ['dkk. does not end it before a small letter', 'Anton dkk. ditahan.|'],
    ['s.d. binds what follows', 'Senin s.d. Kamis libur.|'],
    ['a month binds the year', 'Surat 1 Jan. 2024 hilang.|'],
    ['a month before a capital is a word', 'Libur sampai 2 Jan.|Sekolah masuk lagi.'],
    ['gol. is a rank before a Roman number', 'Pegawai gol. III naik.|'],
    ['gol. is a goal before a word', 'Ia mencetak gol.|Laga usai.'],
    ['the full stop of a number is none', 'Rapat pukul 10.30 dihadiri 1.250.000 orang.|'],
    ['a tail attribution stays with its quotation', '"Benar?" tanya dia.|"Benar."'],
    ['a capital by mistake does not part the attribution', '"Benar!" Ujar dia.|'],
    ['a quotation of two sentences is split inside', '“Satu. |Dua,” kata Budi.'],
    ['a number at the beginning is of a list', '1. Beras.|2. Gula.'],
    ['an enumeration inside starts after a colon', 'Ada dua: 1. Beras, 2. Gula.|'],
    ['an ellipsis goes on before a small letter', 'Ia diam... lalu pergi.|'],
    ['an ellipsis ends before a capital', 'Ia diam…|Semua pergi.'],
    ['brackets inside a sentence hide full stops', 'Ia (siapa lagi?) Budi menang.|'],
    ['a bracketed sentence is split inside', '(Satu.|Dua.)|Tiga.'],
    ['a footnote mark stays', 'Naik.[1]|Turun.²|Tetap.'],
    ['a lost blank is seen', 'Rapat selesai.|Kemudian warga pulang.'],
    ['a host is one word', 'Buka tempo.co, lalu Detik.Com hari ini.|'],
    ['emoji stay', 'Menang! 🎉|Pulang.'],
    ['a line break is a blank', 'Satu\ndua.|Tiga.'],
    ['a sealed piece is a word', 'Pakai \uFFFC.|\uFFFC rusak.'],
    ['a small brand opens a sentence', 'Harga naik.|iPhone laris.'],
    ['capitals follow the same rules', 'DR. ANDI MUNDUR.|JL. MELATI BANJIR.'],
    ['punctuation alone is one piece', '?!...|'],
  ])('%s', (_name, marked) => {
    const sentences = marked.split('|').filter((piece) => piece !== '').map((piece) => piece.trim());
    expect(split(sentences.join(' '))).toEqual(sentences);
  });

  test('a blank text has no sentence', () => {
    expect([splitSentences(''), splitSentences(' \n\u00a0')]).toEqual([[], []]);
  });

  test('a setting adds abbreviations, with and without the full stop', () => {
    const text = 'Kabid. Sutrisno hadir bersama Kasubdit. Rina.';
    expect(split(text)).toHaveLength(3);
    expect(split(text, ['Kabid.', 'Kasubdit'])).toEqual([text]);
  });
});

describe('for any text', () => {
  const pieces = fc.constantFrom('.', '!', '?', '…', '"', '”', '“', '(', ')', '[1]', ' ', '\n', 'A', 'a', 'dr', 'Dr', 'S.H', 'Ia', 'kata', '1', '12', '\uFFFC', '😀', '#tag', '-', ':', '\ud800', '¹', '(red)', 'XIV', "'");
  const texts = fc.oneof(fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')), fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }));

  test('the spans are trimmed, in order, and hold every character that is not blank', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: runs(600) },
    );
  });

  test.each(['.', '. ', 'A.', 'A. ', '"', '" ', '(', '()', '(a. ', 'selesai.Kemudian', 'a.#b ', 'a.          ', 'kata '])('a long line of %j is split without harm', (piece) => {
    const text = piece.repeat(4_000);
    const spans = splitSentences(text);
    expect(spans.at(-1)?.end).toBe(text.trimEnd().length);
  });
});

function split(text: string, abbreviations: readonly string[] = []): readonly string[] {
  return splitSentences(text, { abbreviations }).map(({ start, end }) => text.slice(start, end));
}
