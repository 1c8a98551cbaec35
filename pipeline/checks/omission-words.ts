/** Words of the Indonesian of which nothing stands in the English, as far as the lexicon knows what might. */

import type { Bilingual } from './bilingual.ts';
import type { Pair } from './pair.ts';
import { wordList } from './word-lists.ts';
import { isWordAt, runsOf, wordsOf } from './words.ts';

const isLight = wordList('light-words.txt');

/** Whether the word is part of a domain, an address or a handle: another check has those. */
function isAddress(text: string, start: number, end: number): boolean {
  return (start > 0 && '.@/#_'.includes(text.charAt(start - 1))) || ('.@/_'.includes(text.charAt(end)) && end < text.length && isWordAt(text, end + 1));
}

/** How often a content word finds something of its own in an English from which it was left out. */
const CHANCE = 0.12;
/** How sure a word finds itself again in a right English: as counted, and a little more for what was not counted. */
const SURE = { least: 0.5, most: 0.93, unknown: 0.6, uncounted: 0.12 } as const;
/** A name or a loanword that stands in the English as it is. */
const AS_IT_IS = -2.5;
/** Right English has this many words for one of Indonesian, as a natural logarithm; what is shorter is likelier to lack some. */
const USUAL = 0.15;
const WEIGHT = 6;
/** What the sum must reach in a sentence of LENGTH words. */
const LEAST = 7;
const LENGTH = 20;
const GROWTH = 2;

/**
 * The stretch of words that is most likely missing, or undefined where none is likely enough.
 *
 * Each word adds the logarithm of how much likelier it is not to be found (or to be found) where the stretch
 * was left out than where it was translated; the stretch with the highest sum is taken (maximal scoring
 * segment, Karlin and Altschul 1990), and what the length of the English says is added. The constants were set
 * on 996 right pairs and on the same with a clause taken out of the English.
 */
export function missingWords({ indonesian, english, uses }: Pair, bilingual: Bilingual): string | undefined {
  const words = wordsOf(indonesian);
  if (words.length < 4) return undefined;
  const found = new Set(runsOf(english).map(({ text }) => bilingual.stem(text)));
  const lower = english.toLowerCase();
  const termed = new Set(uses.flatMap(({ term, start, end }) => [...runsOf(term), ...runsOf(indonesian.slice(start, end))].map(({ text }) => text)));
  let sum = 0;
  let first = 0;
  let gone = 0;
  let best: { readonly sum: number; readonly from: number; readonly to: number } | undefined;
  for (const [n, { text, start }] of words.entries()) {
    const word = text.toLowerCase();
    const part = word.replace(/-.*$/u, '');
    const known = isLight(word) || (word === 'dunia' && words[n - 1]?.text.toLowerCase() === 'meninggal') || isAddress(indonesian, start, start + text.length) || termed.has(word) || /\d/u.test(word) ? undefined : (bilingual.rendered(word) ?? bilingual.rendered(part));
    const same = word.length > 2 && lower.includes(word);
    if (known === undefined && !same) continue;
    const sure = Math.min(SURE.most, Math.max(SURE.least, (known?.share ?? SURE.unknown) + SURE.uncounted));
    const hit = known !== undefined && [...known.stems].some((stem) => found.has(stem));
    const gain = same ? AS_IT_IS : Math.log(hit ? CHANCE / sure : (1 - CHANCE) / (1 - sure));
    if (sum + gain <= 0) {
      sum = 0;
      gone = 0;
      continue;
    }
    if (sum === 0) first = n;
    sum += gain;
    if (gain > 0) gone += 1;
    if (gain > 0 && gone >= 2 && sum > (best?.sum ?? 0)) best = { sum, from: first, to: n };
  }
  if (best === undefined) return undefined;
  const ratio = wordsOf(english).length / words.length;
  // The highest sum that chance makes grows with the logarithm of the length.
  if (best.sum - WEIGHT * (Math.log(ratio) - USUAL) < LEAST + GROWTH * Math.log(words.length / LENGTH)) return undefined;
  const [from, to] = [words[best.from], words[best.to]];
  return from === undefined || to === undefined ? undefined : indonesian.slice(from.start, to.start + to.text.length);
}
