import { describe, expect, it } from 'vitest';
import { createConsistency } from '../../pipeline/checks/consistency.ts';
import { hash } from '../../pipeline/keys.ts';

const a = { file: 'output/a.md', line: 20, row: '1.1' };
const b = { file: 'output/b.md', line: 30, row: '2.1' };
const key = hash('Petani itu pulang ke desa.');

describe('one sentence in two articles', () => {
  it.each([
    ['the same English', 'The farmer went home.', 'The farmer went home.'],
    ['other blanks, capitals and marks', 'The farmer went home.', 'the  farmer went home'],
    ['answers of a few words', 'Yes, indeed.', 'Yes, right.'],
  ])('is said in one way: %s', (_name, first, second) => {
    const consistency = createConsistency();
    expect([consistency.see(key, first, a, false), consistency.see(key, second, b, false)]).toEqual([undefined, undefined]);
  });

  const seen = (approvedFirst: boolean, approvedThen: boolean): unknown => {
    const consistency = createConsistency();
    consistency.see(key, 'The farmer went home.', a, approvedFirst);
    return consistency.see(key, 'The peasant returned to the village.', b, approvedThen);
  };
  it('is a fault of the later row, which names the earlier', () => {
    expect(seen(false, false)).toEqual({ place: b, message: 'Unexpected wording, expected that of the same sentence in output/a.md row 1.1' });
  });
  it('is a fault of the row that nobody approved', () => {
    expect(seen(false, true)).toEqual({ place: a, message: 'Unexpected wording, expected that of the same sentence in output/b.md row 2.1' });
    expect(seen(true, false)).toMatchObject({ place: b });
  });
  it('is no fault where a person approved both', () => {
    expect(seen(true, true)).toBeUndefined();
  });
  it('names no file within one article, and knows two sentences apart', () => {
    const consistency = createConsistency();
    consistency.see(key, 'The farmer went home.', a, false);
    expect(consistency.see(hash('Pedagang pulang ke kota.'), 'The trader went to the city.', b, false)).toBeUndefined();
    expect(consistency.see(key, 'The peasant went back home.', { ...a, row: '4.2' }, false)?.message).toBe('Unexpected wording, expected that of the same sentence in row 1.1');
  });
});
