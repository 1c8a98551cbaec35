import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash } from '../../pipeline/keys.ts';
import { promptKey, systemPrompt, userPrompt } from '../../pipeline/providers/prompt.ts';
import type { HouseStyle } from '../../pipeline/style/style.ts';
import { tokensAtMost, tokensLikely } from '../../pipeline/providers/tokens.ts';
import { runs } from '../runs.ts';
import { anyText, job } from './models.ts';

const use = { term: 'PSE', start: 10, end: 13, target: 'Electronic System Operator (ESO)', also: ['ESO'], avoid: ['PSE'], keep: false, first: true };

describe('the prompt', () => {
  it('has the version that belongs to its words: raise PROMPT_VERSION, then change the line below', () => {
    expect([promptKey({}), hash(systemPrompt({}))]).toEqual(['prompt-2', 'n_eh1vA4sK7G8zUoY7Kh']);
  });

  it.each<[HouseStyle, string]>([
    [{ spelling: 'british' }, 'news English with British spelling'],
    [{ dates: 'day-first' }, '8 Juli 2022 is 8 July 2022; 8/7/2022 is day/month/year, so 8 July 2022; Jumat (8/7/2022) is Friday (8 July 2022)'],
    [{ weekdays: 'comma' }, 'Jumat (8/7/2022) is Friday, July 8, 2022.'],
    [{ percent: 'sign' }, '12,5 persen is 12.5%;'],
    [{ percent: 'two-words' }, '12,5 persen is 12.5 per cent;'],
    [{ dollar: 'US$' }, '3 juta dolar AS is US$3 million'],
    [{ clock: 12 }, 'pukul 14.30 WIB is 2:30 p.m. WIB;'],
    [{ quotes: 'curly' }, 'in curly double quotes, whole'],
    [{ honorifics: 'drop' }, 'before a name are left out'],
    [{ degrees: 'drop' }, 'Academic degrees round names'],
    [{ honorifics: 'keep' }, 'before a name stay as they are'],
  ])('tells the model the house style %j, and an answer belongs to it', (style, words) => {
    expect(systemPrompt(style)).toContain(words);
    expect(systemPrompt({})).not.toContain(words);
    expect(promptKey(style)).not.toBe(promptKey({}));
  });

  it('says nothing of datelines, which are never sent', () => {
    expect([promptKey({ dateline: '{place} –' }), systemPrompt({ dateline: '{place} –' })]).toEqual([promptKey({}), systemPrompt({})]);
  });

  it('gives role, source, the terms of the batch and the neighbours', () => {
    const headline = job('x', 'Komdigi: <g1>PSE</g1> Wajib Daftar', { role: 'headline', terms: [{ ...use, start: 13, end: 16 }, { ...use, term: 'Komdigi', start: 0, end: 7, target: 'Komdigi', avoid: [], keep: true }] });
    const caption = job('y', 'Warga antre.', { role: 'caption', context: { before: 'Sebelum.', after: 'Sesudah.' } });
    expect(JSON.parse(userPrompt([headline, caption]))).toEqual({
      segments: [
        { id: 's1', role: 'headline', text: 'Komdigi: <g1>PSE</g1> Wajib Daftar', terms: [{ source: 'PSE', target: 'Electronic System Operator (ESO)', avoid: ['PSE'] }, { source: 'Komdigi', keep: true }] },
        { id: 's2', role: 'caption', text: 'Warga antre.', before: 'Sebelum.', after: 'Sesudah.' },
      ],
    });
  });

  it('gives an earlier English and what was found wrong with it', () => {
    const repair = { english: 'Tik Tok has registered.', findings: ['term PSE: expected ESO'] };
    expect(JSON.parse(userPrompt([job('x', 'TikTok terdaftar.', { repair })]))).toEqual({ segments: [{ id: 's1', role: 'body', text: 'TikTok terdaftar.', repair }] });
  });

  it('does not send a neighbour twice that is the segment above or below', () => {
    const first = job('x', 'Warga <g1>antre</g1> <x2/>.', { context: { before: '', after: 'Hujan turun.' } });
    const second = job('y', 'Hujan turun.', { context: { before: 'Warga antre \uFFFC.', after: 'Jalan macet.' } });
    expect(JSON.parse(userPrompt([first, second]))).toEqual({
      segments: [{ id: 's1', role: 'body', text: first.text }, { id: 's2', role: 'body', text: second.text, after: 'Jalan macet.' }],
    });
  });

  it('keeps every text whole within its string, whatever it is', () => {
    fc.assert(fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
      const { segments } = JSON.parse(userPrompt(texts.map((text, n) => job(`j${n}`, text)))) as { segments: { id: string; text: string }[] };
      expect(segments).toEqual(texts.map((text, n) => ({ id: `s${n + 1}`, role: 'body', text })));
    }), { numRuns: runs(500) });
  });
});

describe('tokens', () => {
  it.each([
    ['', 0],
    ['Harga', 5],
    ['é', 2],
    ['é'.normalize('NFD'), 3],
    ['𐍈', 4],
    // One letter of three bytes, which compatibility spells with 18 of 33 bytes in all.
    ['\uFDFA', 33],
  ])('of %j are at most %d', (text, most) => {
    expect(tokensAtMost(text)).toBe(most);
  });

  it('are never likely more than they can be, and never fewer at most than the bytes of any form', () => {
    fc.assert(fc.property(anyText, (text) => {
      const most = tokensAtMost(text);
      for (const form of ['NFC', 'NFKC']) expect(most).toBeGreaterThanOrEqual(Buffer.byteLength(text.normalize(form)));
      expect(most).toBeGreaterThanOrEqual(Buffer.byteLength(text));
      expect(tokensLikely(text, 'id')).toBeLessThanOrEqual(most);
      expect(tokensLikely(text, 'en')).toBeLessThanOrEqual(tokensLikely(text, 'id'));
    }), { numRuns: runs(1000) });
  });

  it.each<[string, 'id' | 'en', number]>([
    // Counted with o200k_base.
    ['Harga beras naik 12,5 persen di Surabaya.', 'id', 13],
    ['Rice prices rose 12.5 percent in Surabaya.', 'en', 12],
  ])('of %j are likely about what a tokenizer counts', (text, language, counted) => {
    expect(Math.abs(tokensLikely(text, language) - counted)).toBeLessThanOrEqual(3);
  });
});
