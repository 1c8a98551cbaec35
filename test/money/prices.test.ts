import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, estimateCost, mostOf } from '../../pipeline/money/cost.ts';
import { isFree, listedAs, priceOf, type Price } from '../../pipeline/money/prices.ts';
import type { Usage, Weight } from '../../pipeline/ports.ts';
import { runs } from '../runs.ts';

const TODAY = '2026-11-24';
const tokens = (input: number, output = 0): Weight => ({ unit: 'tokens', input, output });

/** @returns the price, which must be known. */
function known(provider: string, model: string, today = TODAY): Price {
  const price = priceOf(provider, model, undefined, today);
  if (price === undefined) throw new Error(`no price of ${provider} ${model}`);
  return price;
}

describe('the price list', () => {
  it.each([
    ['openai', 'gpt-6-luna', 1_000_000, 0, 250_000_000_000n],
    ['openai', 'gpt-6-luna', 100_000, 0, 12_500_000_000n],
    ['openai', 'gpt-6-luna-2026-09-22', 100_000, 0, 12_500_000_000n],
    ['openai', 'gpt-6-luna', 0, 1_000_000, 500_000_000_000n],
    ['anthropic', 'claude-haiku-5-5', 0, 1_000_000, 500_000_000_000n],
    ['anthropic', 'claude-haiku-5-5-20261001', 100_000, 0, 12_500_000_000n],
    ['anthropic', 'claude-haiku-5-5', 100_001, 0, 62_500_625_000n],
    ['gemini', 'gemini-3.5-flash-lite', 1_000_000, 1_000_000, 2_800_000_000_000n],
    ['ollama', 'qwen3', 1_000_000, 1_000_000, 0n],
  ])('says what a request to %s %s of at most %i and %i tokens may cost', (provider, model, input, output, picos) => {
    expect(mostOf(tokens(input, output), known(provider, model))).toBe(picos);
  });

  it.each([
    ['deepl', 'pro', 27_500_000_000_000n],
    ['deepl', 'free', 0n],
    ['google', 'general/nmt', 20_000_000_000_000n],
    ['azure', '', 10_000_000_000_000n],
    ['libretranslate', '', 0n],
  ])('knows what a million characters of %s %s cost', (provider, model, picos) => {
    expect(mostOf({ unit: 'characters', input: 1_000_000, output: 0 }, known(provider, model))).toBe(picos);
  });

  it.each([
    ['openai', 'gpt-6-luna-pro'],
    ['openai', 'gpt-6'],
    ['openrouter', 'openai/gpt-6-luna'],
    ['azure', 'my-deployment'],
    ['command', ''],
    [undefined, 'gpt-6-luna'],
  ])('does not guess the price of %s %s', (provider, model) => {
    expect(priceOf(provider, model, undefined, TODAY)).toBeUndefined();
  });

  it.each([
    ['2026-11-24', 750_000n],
    ['2026-12-30', 750_000n],
    ['2026-12-31', 1_500_000n],
    ['2027-01-01', 1_500_000n],
    ['2027-06-01', 1_500_000n],
  ])('takes the dearer of two prices about the day on which they change: on %s', (today, input) => {
    expect(known('gemini', 'gemini-3.8-flash', today).tiers[0]?.input).toBe(input);
  });

  it('says of each row when and where it was looked up', () => {
    const rows = readFileSync(new URL('../../pipeline/money/prices.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
    expect(rows.length).toBeGreaterThan(25);
    for (const cells of rows) {
      expect(cells).toHaveLength(12);
      expect(cells[10]).toMatch(/^2026-\d{2}-\d{2}$/);
      expect(priceOf(cells[0], cells[1] === '-' ? '' : (cells[1] ?? ''), undefined, cells[8] === '' ? TODAY : (cells[8] ?? ''))).toBeDefined();
    }
  });

  it('is free where everything is', () => {
    expect(isFree(known('builtin', ''))).toBe(true);
    expect(isFree(known('openai', 'gpt-6-luna'))).toBe(false);
  });
});

it('lets the price of padan.yaml go before the list', () => {
  const price = priceOf('openai', 'gpt-6-luna', { input: 2, cached: 1, output: 3 }, TODAY);
  expect(price).toEqual({ unit: 'any', tiers: [{ above: 0, input: 2_000_000n, cached: 1_000_000n, write: 2_000_000n, output: 3_000_000n }] });
});

it.each([
  [{ name: 'openai' }, 'openai'],
  [{ name: 'openai', baseURL: 'https://api.openai.com/v1' }, 'openai'],
  [{ name: 'openai', baseURL: 'http://127.0.0.1:8000/v1' }, undefined],
  [{ name: 'openai', preset: 'vllm' }, 'vllm'],
  [{ name: 'openai', preset: 'ollama' }, 'ollama'],
  [{ name: 'openai', preset: 'ollama', baseURL: 'http://10.0.0.2:11434/v1' }, 'ollama'],
  [{ name: 'openai', preset: 'ollama', baseURL: 'https://ollama.com/v1' }, undefined],
  [{ name: 'openai', preset: 'openai', baseURL: 'https://proxy.example/v1' }, undefined],
  [{ name: 'anthropic', baseURL: 'https://api.anthropic.com' }, 'anthropic'],
  [{ name: 'libretranslate', baseURL: 'https://libretranslate.com' }, undefined],
  [{ name: 'libretranslate' }, 'libretranslate'],
  [{ name: 'azure', baseURL: 'https://mine.cognitiveservices.azure.com' }, 'azure'],
])('finds %j in the list as %s', (provider, name) => {
  expect(listedAs(provider)).toBe(name);
});

describe('what a request was billed', () => {
  const price = known('openai', 'gpt-6-luna');
  const usage = (input: number, cached: number, output: number, written?: number): Usage => ({ unit: 'tokens', input, cached, output, ...(written === undefined ? {} : { written }) });

  it.each([
    ['input that was written into the cache at its price', usage(1000, 0, 0, 1000), 125_000_000n],
    ['input that was not, at its own', usage(1000, 0, 0, 0), 100_000_000n],
    ['input of which nobody knows, at the dearer', usage(1000, 0, 0), 125_000_000n],
    ['cached input at the price of cached input', usage(1000, 1000, 0, 0), 10_000_000n],
    ['output', usage(0, 0, 1000, 0), 500_000_000n],
    ['no more cached input than there was input', usage(1000, 5000, 0, 0), 10_000_000n],
  ])('counts %s', (_what, billed, picos) => {
    expect(costOf(billed, price)).toBe(picos);
  });

  const rate = fc.record({ above: fc.nat(2000), input: fc.bigInt(0n, 10n ** 7n), cached: fc.bigInt(0n, 10n ** 7n), write: fc.bigInt(0n, 10n ** 7n), output: fc.bigInt(0n, 10n ** 7n) });
  it('is never more than it might have been', () => {
    fc.assert(fc.property(fc.array(rate, { minLength: 1, maxLength: 3 }), fc.nat(4000), fc.nat(4000), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), (tiers, input, output, [a = 0, b = 0, c = 0, d = 0]) => {
      const price: Price = { unit: 'tokens', tiers: [...tiers].sort((x, y) => x.above - y.above).map((tier, n) => ({ ...tier, above: n === 0 ? 0 : tier.above })) };
      const used = Math.floor(input * a);
      const cached = Math.floor(used * b);
      const billed = costOf(usage(used, cached, Math.floor(output * c), d < 0.5 ? undefined : Math.floor((used - cached) * d)), price);
      expect(billed <= mostOf(tokens(input, output), price)).toBe(true);
    }), { numRuns: runs(1000) });
  });
});

it('estimates characters exactly, tokens as a range', () => {
  expect(estimateCost([{ unit: 'characters', input: 400_000, output: 0 }, { unit: 'characters', input: 600_000, output: 0 }], known('google', 'general/nmt'))).toEqual({ least: 20, most: 20 });
  const { least, most } = estimateCost([tokens(1_000_00, 50_000)], known('anthropic', 'claude-sonnet-5-5'));
  expect(most).toBe(0.75);
  expect(least).toBeCloseTo(0.1 + 0.125, 9);
  expect(estimateCost([], known('openai', 'gpt-6-luna'))).toEqual({ least: 0, most: 0 });
});
