/**
 * The English is about as long as the Indonesian. Bounds are those of the Okapi framework: 45 to 200
 * percent of the characters, and 30 to 350 percent for 20 characters or fewer.
 *
 * @silent Harga beras naik di pasar tradisional. | Rice prices rose in traditional markets.
 * @finding Harga beras naik di pasar tradisional sejak awal pekan. | Rice rose. | Unexpected English of 10 characters, expected 25 to 110
 */

import type { Check } from './pair.ts';

export const length: Check = {
  rule: 'length',
  check({ indonesian, english, uses }) {
    const source = indonesian.trim().length;
    const target = english.trim().length;
    if (source === 0 || target === 0) return [];
    const [low, high] = source > 20 ? [0.45, 2] : [0.3, 3.5];
    const from = Math.ceil(source * low);
    if (target >= from && target <= Math.floor(source * high)) return [];
    // A first mention is spelled out, so its English may be longer.
    const spelledOut = uses.reduce((sum, use) => sum + Math.max(0, use.target.length - (use.end - use.start)), 0);
    // So may an acronym: KPK is the Corruption Eradication Commission.
    const acronyms = indonesian.match(/(?<![\p{L}\p{N}])\p{Lu}{2,8}(?![\p{L}\p{N}])/gu)?.length ?? 0;
    const to = Math.floor(source * high) + spelledOut + 40 * acronyms;
    if (target >= from && target <= to) return [];
    return [{ rule: 'length', message: `Unexpected English of ${target} characters, expected ${from} to ${to}`, actual: String(target), expected: `${from}-${to}` }];
  },
};
