/** What a request costs: at most, before it is sent, and what it was billed. */

import type { Usage, Weight } from '../ports.ts';
import { dollarsOf, type Picos } from './dollars.ts';
import type { Price, Rates } from './prices.ts';

/**
 * The most that a request of this weight may cost: every unit of input at the dearest of its prices, in the
 * dearest tier that it may fall into, and all of the output that it may bring.
 */
export function mostOf(weight: Weight, price: Price): Picos {
  return tiersUpTo(weight.input, price)
    .map(({ input, cached, write, output }) => BigInt(whole(weight.input)) * max(input, cached, write) + BigInt(whole(weight.output)) * output)
    .reduce((a, b) => max(a, b), 0n);
}

/** What a request of this usage costs. Where it does not say what was written into the cache, all that was not read from it may have been. */
export function costOf(usage: Usage, price: Price): Picos {
  const rates = tiersUpTo(usage.input, price).at(-1) ?? price.tiers[0];
  if (rates === undefined) return 0n;
  const input = whole(usage.input);
  const cached = Math.min(whole(usage.cached), input);
  const written = usage.written === undefined ? undefined : Math.min(whole(usage.written), input - cached);
  const rest = written === undefined ? BigInt(input - cached) * max(rates.input, rates.write) : BigInt(written) * rates.write + BigInt(input - cached - written) * rates.input;
  return BigInt(cached) * rates.cached + rest + BigInt(whole(usage.output)) * rates.output;
}

/** What the least is of the most: a weight is a bound, and tokens stay well below theirs. Characters are counted, not guessed. */
const LEAST = { tokens: { input: 0.5, output: 0.25 }, characters: { input: 1, output: 1 } } as const;

/** What requests of these weights will cost, in US dollars: between `least` (a rule of thumb) and `most` (a bound). */
export function estimateCost(weights: readonly Weight[], price: Price): { readonly least: number; readonly most: number } {
  let least = 0n;
  let most = 0n;
  for (const weight of weights) {
    const share = LEAST[weight.unit];
    least += costOf({ unit: weight.unit, input: weight.input * share.input, cached: 0, written: 0, output: weight.output * share.output }, price);
    most += mostOf(weight, price);
  }
  return { least: Math.min(dollarsOf(least), dollarsOf(most)), most: dollarsOf(most) };
}

/** The tiers that a request of at most `input` units may fall into. */
function tiersUpTo(input: number, { tiers }: Price): readonly Rates[] {
  return tiers.filter(({ above }, n) => n === 0 || above < input);
}

/** A count that a server may have spelt oddly, as a whole number from 0, rounded up. */
function whole(count: number): number {
  return Number.isFinite(count) && count > 0 ? Math.ceil(count) : 0;
}

function max(first: Picos, ...rest: readonly Picos[]): Picos {
  return rest.reduce((a, b) => (b > a ? b : a), first);
}
