import { describe, expect, it } from 'vitest';
import { createBilingual } from '../../pipeline/builtin/bilingual.ts';

const bilingual = createBilingual();

describe('the lexicon as evidence', () => {
  it.each([
    ['say', 'said'], ['build', 'built'], ['child', 'children'], ['farmer', 'farmers'], ['announce', 'announced'], ['city', 'cities'], ['operate', 'operating'],
  ])('takes “%s” and “%s” for one word', (one, other) => {
    expect(bilingual.stem(other)).toBe(bilingual.stem(one));
  });

  it.each([['harga', 'price'], ['menaikkan', 'raise'], ['rumahnya', 'house'], ['dibangun', 'built'], ['petani', 'farmers']])('knows that “%s” may be “%s”', (word, english) => {
    expect(bilingual.rendered(word)?.stems.has(bilingual.stem(english))).toBe(true);
  });

  it('says how often what it knows stood for a word, and nothing of what it does not know', () => {
    const share = bilingual.rendered('harga')?.share ?? 0;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThanOrEqual(1);
    expect(bilingual.rendered('zzqx')).toBeUndefined();
  });
});
