import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBilingual } from '../../pipeline/builtin/bilingual.ts';
import { missingWords } from '../../pipeline/checks/omission-words.ts';
import type { Pair } from '../../pipeline/checks/pair.ts';
import { runs } from '../runs.ts';

const bilingual = createBilingual();
const pair = (indonesian: string, english: string): Pair => ({
  indonesian, english, source: { parts: [{ kind: 'text', value: indonesian }], marks: [] }, target: { parts: [{ kind: 'text', value: english }], marks: [] }, role: 'body', uses: [],
});

describe('words that are missing', () => {
  it.each([
    ['Nelayan yang kehilangan perahu dan rumah menunggu bantuan pemerintah.', 'The fishermen are waiting for government aid.', 'kehilangan perahu dan rumah'],
    ['Pemerintah kota membangun jembatan baru dan memperbaiki sekolah yang rusak.', 'The city government is building a new bridge.', 'memperbaiki sekolah yang rusak'],
    ['Menurut peneliti universitas, gempa itu dipicu pergeseran lempeng.', 'The earthquake was triggered by shifting plates.', 'Menurut peneliti universitas'],
  ])('are found in “%s”', (indonesian, english, expected) => {
    expect(missingWords(pair(indonesian, english), bilingual)).toBe(expected);
  });

  it.each([
    ['a freer wording', 'Nelayan yang kehilangan perahunya menunggu bantuan.', 'Fishermen whose boats were lost are still waiting for help.'],
    ['names and figures', 'Bupati Sutan Rajawali menyumbang 25 juta rupiah kepada korban banjir.', 'Regent Sutan Rajawali gave Rp25 million to flood victims.'],
    ['fillers that may go', 'Seperti diketahui, pabrik itu tutup tahun lalu.', 'The factory closed last year.'],
    ['three words, of which nothing can be said', 'Permintaan terus melonjak.', 'Up again.'],
  ])('are not seen in %s', (_, indonesian, english) => {
    expect(missingWords(pair(indonesian, english), bilingual)).toBeUndefined();
  });

  it('are words of the Indonesian, whatever the texts are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), (one, other) => {
      const found = missingWords(pair(`Harga beras naik tajam ${one}`, other), bilingual);
      expect(found === undefined || `Harga beras naik tajam ${one}`.includes(found)).toBe(true);
    }), { numRuns: runs(500) });
  });
});
