import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotesIn, strayQuote } from '../../pipeline/style/quotes.ts';
import { runs } from '../runs.ts';

describe('quotation marks of the house', () => {
  it.each([
    ['"We\'re ready," he said.', '“We’re ready,” he said.'],
    ['He said: "They\'re \'late\'."', 'He said: “They’re ‘late’.”'],
    ["the '90s and the officials' cars", 'the ’90s and the officials’ cars'],
    ['("Yes")', '(“Yes”)'],
    ['<g1>"Yes"</g1> and <g2>it\'s</g2>', '<g1>“Yes”</g1> and <g2>it’s</g2>'],
    ['5\'11" tall', '5\'11" tall'],
  ])('curl in %s', (straight, curly) => {
    expect(quotesIn(straight, 'curly')).toBe(curly);
    expect(quotesIn(curly, 'straight')).toBe(straight);
    expect(strayQuote(curly, 'curly')).toBeUndefined();
  });

  it('are never of the other kind after that, and nothing else changes', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom('straight' as const, 'curly' as const), (text, kind) => {
      const out = quotesIn(text, kind);
      expect(strayQuote(out, kind)).toBeUndefined();
      expect(out.length).toBe(text.length);
    }), { numRuns: runs(1000) });
  });
});
