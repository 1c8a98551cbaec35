import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REVIEW_STATES, formatReview, parseReview, partText, plainReview, type Review } from '../../pipeline/sheet/review.ts';
import { runs } from '../runs.ts';

const review = (over: Partial<Review>): Review => ({ ...plainReview('unset'), ...over });

describe('a Review is read as a person means it', () => {
  test.each<[name: string, text: string, expected: Partial<Review>]>([
    ['one word', 'draft', { state: 'draft' }],
    ['capitals', 'OK', { state: 'ok' }],
    ['a full stop', 'Ok.', { state: 'ok' }],
    ['blanks round it', '  ok  ', { state: 'ok' }],
    ['backticks, as in the hint', '`redo`', { state: 'redo' }],
    ['bold', '**Omit**', { state: 'omit' }],
    ['smart quotes', '“ok”', { state: 'ok' }],
    ['a check', 'draft; check: date 8/7/2022 is missing', { state: 'draft', checks: ['date 8/7/2022 is missing'] }],
    ['two checks', 'edited; check: a; check: b', { state: 'edited', checks: ['a', 'b'] }],
    ['no blank after the semicolon', 'draft;check:a', { state: 'draft', checks: ['a'] }],
    ['a check with a colon', 'draft; check: time: 10.30', { state: 'draft', checks: ['time: 10.30'] }],
    ['an empty check', 'draft; check:', { state: 'draft' }],
    ['a trailing semicolon', 'ok;', { state: 'ok' }],
    ['waivers with commas', 'ok; waive: numbers, dates', { state: 'ok', waived: ['numbers', 'dates'] }],
    ['waivers with blanks and capitals', 'ok; Waive: Numbers dates numbers', { state: 'ok', waived: ['numbers', 'dates'] }],
    ['a note', 'ok // asked the author', { state: 'ok', note: 'asked the author' }],
    ['a note without blanks', 'ok//asked', { state: 'ok', note: 'asked' }],
    ['a note alone', '// who says so?', { state: 'unset', note: 'who says so?' }],
    ['a URL in a note', 'ok // see https://example.org/a;b // twice', { state: 'ok', note: 'see https://example.org/a;b // twice' }],
    ['a URL in a reason', 'failed: no answer from http://127.0.0.1:8000 // later', { state: 'failed', detail: 'no answer from http://127.0.0.1:8000', note: 'later' }],
    ['a role', 'dropped: page marker', { state: 'dropped', detail: 'page marker' }],
    ['a role by rule', 'Kept: byline', { state: 'kept', detail: 'byline' }],
    ['a failure without a reason', 'failed', { state: 'failed' }],
    ['nothing', '', { state: 'unset' }],
    ['a check without a state', 'check: number 5 is missing', { state: 'unset', checks: ['number 5 is missing'] }],
    ['her word behind ours', 'draft; check: a; ok', { state: 'ok', checks: ['a'] }],
  ])('%s', (_, text, expected) => {
    expect(parseReview(text)).toEqual({ ok: true, review: review(expected) });
  });
});

const WORDS = 'draft, memory, edited, ok, omit, redo, failed, dropped, kept';

describe('a Review that is not sure to be understood is refused', () => {
  test.each<[text: string, message: string]>([
    ['oke', `Unexpected “oke” in Review, expected one of ${WORDS}; did you mean “ok”? A note is written after //`],
    ['approved', `Unexpected “approved” in Review, expected one of ${WORDS}; a note is written after //`],
    ['omitt', `Unexpected “omitt” in Review, expected one of ${WORDS}; did you mean “omit”? A note is written after //`],
    ['ok but ask Rina', `Unexpected “ok but ask Rina” in Review, expected one of ${WORDS}; did you mean “ok”? A note is written after //`],
    ['ok: fine by me', 'Unexpected “fine by me” after “ok:” in Review, expected “ok” alone; a note is written as “ok // fine by me”'],
    ['ok; redo', `Unexpected second state “redo” in Review after “ok”, expected one of ${WORDS}`],
    ['ok; draft', `Unexpected second state “draft” in Review after “ok”, expected one of ${WORDS}`],
    [`x${'y'.repeat(500)}`, `Unexpected “x${'y'.repeat(56)}…” in Review, expected one of ${WORDS}; a note is written after //`],
  ])('%s', (text, message) => {
    expect(parseReview(text)).toEqual({ ok: false, message });
  });
});

const words = fc.string({ unit: 'grapheme', maxLength: 30 });
const collapsed = (text: string): string => text.replace(/[ \t\r\n\f\v]+/g, ' ').trim();

test('any Review comes back, whatever its note, its reasons and its checks', () => {
  const any = fc.record({
    state: fc.constantFrom(...REVIEW_STATES),
    detail: fc.oneof(words, fc.constantFrom('a; b // c', 'http:////x', '// x', ': // :')),
    checks: fc.array(fc.oneof(words, fc.constantFrom('a; b', 'see https://x.y//z', '//'))),
    waived: fc.uniqueArray(fc.constantFrom('numbers', 'dates', 'terms-used')),
    note: fc.oneof(words, fc.constantFrom('// x', ' ; check: a', 'https://a.b/c', ':// ', '| \\| `')),
  });
  fc.assert(
    fc.property(any, (given) => {
      const hasDetail = given.state === 'failed' || given.state === 'dropped' || given.state === 'kept';
      const expected: Review = {
        ...given,
        detail: hasDetail ? partText(given.detail) : '',
        checks: given.checks.map(partText).filter((check) => check !== ''),
        note: collapsed(given.note),
      };
      expect(parseReview(formatReview(given))).toEqual({ ok: true, review: expected });
    }),
    { numRuns: runs(300) },
  );
});

test('any text gives a Review or a message, and a Review that was read is written and read the same', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.array(fc.constantFrom('ok', ';', '//', ':', 'check:', 'waive:', ' ', 'failed', 'x'), { maxLength: 8 }).map((list) => list.join(''))), (text) => {
      const parsed = parseReview(text);
      if (parsed.ok) expect(parseReview(formatReview(parsed.review))).toEqual(parsed);
      else expect(parsed.message).toMatch(/^Unexpected .*expected/s);
    }),
    { numRuns: runs(300) },
  );
});

test('a cell of a million characters is read in no time', () => {
  for (const piece of ['/', ':/', ' ', ';', '`', 'a b']) {
    expect(typeof parseReview(piece.repeat(1_000_000)).ok).toBe('boolean');
  }
});
