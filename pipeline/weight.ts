/** What a request weighs, in the units that limits and prices are counted in. */

import type { Job, Provider, Weight } from './ports.ts';

/** What a request for `jobs` weighs at most: in the provider's own words, else the code points of their texts. */
export function weightOf(provider: Pick<Provider, 'weigh'>, jobs: readonly Job[]): Weight {
  return provider.weigh?.(jobs) ?? { unit: 'characters', input: jobs.reduce((sum, { text }) => sum + Array.from(text).length, 0), output: 0 };
}
