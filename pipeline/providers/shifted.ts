/**
 * Recognises answers that stand under another segment's id: merged, moved by one, swapped. What gives
 * them away are things that survive translation: numbers, names, tags.
 */

import type { Job } from '../ports.ts';
import { TAG } from '../tagged.ts';

/**
 * Indexes of the answers that are not to be believed. `texts` are laid beside `jobs`; undefined where
 * there is none.
 *
 * An answer takes from another segment when it holds something of that segment that its own source
 * does not have, and no answer under its right id has it. (A name that an answer repeats in place of
 * `dia` is no such thing: the neighbour's own answer has it as well.) Once one is found, only answers
 * that hold something of their own source alone are believed; whoever takes, and whoever was taken
 * from, is not; nor is the answer before the first of them, for most shifts begin with two texts in
 * one. A false alarm costs a request: each is then asked for alone.
 */
export function findShifted(jobs: readonly Job[], texts: readonly (string | undefined)[]): ReadonlySet<number> {
  const sources = jobs.map(({ text }) => anchorsOf(text));
  const answers = texts.map((text) => (text === undefined ? NONE : anchorsOf(text)));
  const homes = new Map<string, number[]>();
  for (const [n, anchors] of sources.entries()) {
    for (const anchor of anchors) homes.set(anchor, [...(homes.get(anchor) ?? []), n]);
  }
  const shifted = new Set<number>();
  for (const [n, anchors] of answers.entries()) {
    for (const anchor of anchors) {
      const owners = homes.get(anchor) ?? [];
      if (owners.length === 0 || owners.includes(n) || owners.some((owner) => answers[owner]?.has(anchor) === true)) continue;
      shifted.add(n);
      for (const owner of owners) shifted.add(owner);
    }
  }
  if (shifted.size > 0) {
    shifted.add(Math.max(0, Math.min(...shifted) - 1));
    for (const [n, anchors] of answers.entries()) {
      if (![...anchors].some((anchor) => homes.get(anchor)?.join() === String(n))) shifted.add(n);
    }
  }
  for (const [n, job] of jobs.entries()) {
    const text = texts[n];
    if (text !== undefined && fitsContext(job, text)) shifted.add(n);
  }
  return shifted;
}

/** Whether `text` has none of its source's numbers, but one of a neighbour's: the only sign that is sure enough for an answer alone. */
function fitsContext({ text: source, context }: Job, text: string): boolean {
  const own = numbersOf(source);
  const said = numbersOf(text);
  if (own.length === 0 || own.some((number) => said.includes(number))) return false;
  const near = [...numbersOf(context.before), ...numbersOf(context.after)];
  return said.some((number) => near.includes(number));
}

const NONE: ReadonlySet<string> = new Set();
/** A number with its separators; one of a single digit may be a word on the other side, so it proves nothing. */
const NUMBER = /\d(?:[\d.,:]*\d)/g;
/** A word with a capital, of three letters or more, in Latin script. */
const NAME = /(?<![\p{L}\p{N}])(?=\p{Script=Latin})\p{Lu}[\p{L}\p{M}]{2,}/gu;

function anchorsOf(text: string): ReadonlySet<string> {
  const tags = [...text.matchAll(TAG)].map(([tag]) => tag);
  const words = text.replace(TAG, ' ');
  return new Set([...tags, ...numbersOf(words), ...[...words.matchAll(NAME)].map(([name]) => name)]);
}

/** The digits of each number, so that 1,5 is 1.5, 8.000 is 8,000 and 07.30 is 7:30. */
function numbersOf(text: string): readonly string[] {
  return [...text.replace(TAG, ' ').matchAll(NUMBER)].map(([number]) => number.replace(/[.,:]/g, '').replace(/^0+(?=\d)/, ''));
}
