import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline, Mark } from '../../pipeline/model.ts';
import {
  ORIGINS,
  formatPrint,
  makePrint,
  parsePrint,
  printIsEmpty,
  printMatchesEnglish,
  printMatchesSource,
  printMatchesTerms,
} from '../../pipeline/sheet/fingerprint.ts';

const text = (value: string): Inline => ({ parts: [{ kind: 'text', value }], marks: [] });
const strong = (id: number, sign: string): Mark => ({ id, type: 'strong', open: sign, close: sign, same: 'strong' });
const bold = (before: string, words: string, after: string, mark: Mark): Inline => ({
  parts: [
    { kind: 'text', value: before },
    { kind: 'open', id: mark.id },
    { kind: 'text', value: words },
    { kind: 'close', id: mark.id },
    { kind: 'text', value: after },
  ],
  marks: [mark],
});

test('a fingerprint is one short comment that Markdown and HTML leave alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.constantFrom(...ORIGINS), fc.boolean(), (source, target, terms, origin, sourceChanged) => {
      const print = makePrint({ source: text(source), target: text(target), terms, origin, sourceChanged });
      const comment = formatPrint(print);
      expect(comment).toMatch(/^<!--[a-z][a-z0-9]{15}-->$/);
      expect(parsePrint(comment)).toEqual(print);
      expect(parsePrint(comment.replace('<!--', '<!-- ').replace('-->', ' -->'))).toEqual(print);
    }),
  );
});

test('a fingerprint says by itself whose English it is, and whether text, source and terms are what they were', () => {
  const source = text('Harga beras naik.');
  const target = text('Rice prices rose.');
  const print = makePrint({ source, target, terms: 'a1', origin: 'builtin' });
  expect(print.origin).toBe('builtin');
  expect(print.sourceChanged).toBe(false);
  expect(printMatchesEnglish(print, target)).toBe(true);
  expect(printMatchesEnglish(print, text('Rice prices rose!'))).toBe(false);
  expect(printMatchesEnglish(print, undefined)).toBe(false);
  expect(printMatchesSource(print, source)).toBe(true);
  expect(printMatchesSource(print, text('Harga beras turun.'))).toBe(false);
  expect(printMatchesTerms(print, 'a1')).toBe(true);
  expect(printMatchesTerms(print, 'a2')).toBe(false);
  expect(printIsEmpty(print)).toBe(false);
  expect(printIsEmpty(makePrint({ source, target: undefined, terms: '', origin: 'failed' }))).toBe(true);
});

describe('what a formatter or an editor program does is no edit', () => {
  const written = bold('Rice ', 'prices', ' rose.', strong(1, '**'));
  const print = makePrint({ source: written, target: written, terms: '', origin: 'provider' });
  test.each<[name: string, read: Inline, same: boolean]>([
    ['other signs for the same mark', bold('Rice ', 'prices', ' rose.', strong(7, '__')), true],
    ['more blanks', bold('Rice   ', 'prices', '\n rose. ', strong(1, '**')), true],
    ['a blank inside the mark', bold('Rice', ' prices', ' rose.', strong(1, '**')), true],
    ['a mark that was taken away', text('Rice prices rose.'), false],
    ['a mark round another word', bold('', 'Rice', ' prices rose.', strong(1, '**')), false],
    ['a no-break space', bold('Rice\u00a0', 'prices', ' rose.', strong(1, '**')), false],
  ])('%s', (_, read, same) => {
    expect(printMatchesEnglish(print, read)).toBe(same);
  });
  test('the other Unicode form of the same letter', () => {
    const cafe = makePrint({ source: text('kafe'), target: text('caf\u00e9'), terms: '', origin: 'ok' });
    expect(printMatchesEnglish(cafe, text('cafe\u0301'))).toBe(true);
  });
});

describe('a comment that is not a fingerprint is no fingerprint', () => {
  const good = formatPrint(makePrint({ source: text('a'), target: text('b'), terms: '', origin: 'ok' }));
  test.each([
    ['empty', '<!---->'],
    ['words', '<!-- ask Rina about this -->'],
    ['cut', good.replace(/.-->/, '-->')],
    ['lengthened', good.replace('-->', 'a-->')],
    ['no comment', good.slice(4, -3)],
    ['an origin that is not known', `<!--z${good.slice(5)}`],
  ])('%s', (_, comment) => {
    expect(parsePrint(comment)).toBeUndefined();
  });
  test('one letter mistyped, nearly always', () => {
    let taken = 0;
    for (let at = 4; at < 20; at += 1) {
      for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789') {
        const typed = good.slice(0, at) + letter + good.slice(at + 1);
        if (typed !== good && parsePrint(typed) !== undefined) taken += 1;
      }
    }
    expect(taken).toBeLessThan(16 * 35 * 0.06);
  });
});
