/** Slips of the keyboard: a form that nothing knows, one letter away from one that is common. */

import { timesSeen } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';

const SHORTEST = 6;
const LONGEST = 20;
/** How often the right form must have been seen, and how many times as often as the next that would do. */
const COMMON = 8;
const CLEARLY = 4;
/** How much likelier two letters change places, or one of a pair is lost or doubled, than another slip. */
const EASY = 5;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/**
 * The common form that `form` is a slip of: a letter too many, too few, wrong, or two that changed places
 * (Damerau 1964: four slips in five are of these kinds). Undefined where none or several would do, or where
 * the form is English.
 */
export function slipOf(form: string, lexicon: Lexicon): string | undefined {
  if (form.length < SHORTEST || form.length > LONGEST || !/^[a-z]+$/.test(form) || lexicon.english(form)) return undefined;
  let best: string | undefined;
  let [most, next] = [0, 0];
  const seen = new Set<string>();
  for (const [candidate, ease] of neighbours(form)) {
    if (seen.has(candidate)) continue;
    seen.add(candidate);
    const times = ease * timesSeen(lexicon.evidence.get(candidate) ?? '');
    if (times > most) [best, most, next] = [candidate, times, most];
    else if (times > next) next = times;
  }
  return most >= COMMON && most >= CLEARLY * next ? best : undefined;
}

/** Forms a slip away, the easy ones first, each with its ease. */
function* neighbours(form: string): Generator<readonly [string, number]> {
  for (let at = 0; at < form.length; at += 1) {
    const [left, right] = [form.slice(0, at), form.slice(at)];
    if (right.length > 1 && right.charAt(0) !== right.charAt(1)) yield [left + right.charAt(1) + right.charAt(0) + right.slice(2), EASY];
    yield [left + right.charAt(0) + right, EASY];
    if (right.charAt(0) === right.charAt(1)) yield [left + right.slice(1), EASY];
  }
  for (let at = 0; at <= form.length; at += 1) {
    const [left, right] = [form.slice(0, at), form.slice(at)];
    if (right !== '') yield [left + right.slice(1), 1];
    for (const letter of LETTERS) {
      if (right !== '') yield [left + letter + right.slice(1), 1];
      yield [left + letter + right, 1];
    }
  }
}
