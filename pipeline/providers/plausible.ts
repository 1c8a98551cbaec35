/** What one look at an answer shows, beside its sentence: that it is no translation at all. Finer faults are for the checks. */

import type { Fault, Job } from '../ports.ts';
import { TAG } from '../tagged.ts';

export interface Implausible {
  readonly reason: string;
  readonly fault: Fault;
}

/** NUL and other controls save tab and line breaks, and halves of characters: what no sheet can hold. */
const NO_TEXT = /[^\P{Cc}\t\n\r]|\p{Surrogate}/u;

/** How models decline; and Indonesian that may rightly become such a sentence. */
const DECLINES = /\bas an AI (?:language )?(?:model|assistant)\b|\bI(?:(?:'m| am) (?:unable|not able) to| can(?:'t|not)| won't) (?:assist|comply|translate|fulfil|help with (?:this|that))/i;
const MAY_DECLINE = /\bAI\b|\bmaaf|\b(?:tidak|tak|tdk|belum|enggak|nggak|gak)\s+(?:bisa|dapat|mampu|akan|mau|ingin|sanggup)\b/i;

/** A source of fewer letters can become any word. */
const SHORTEST = 20;
/** Fewer than a quarter, or more than four times and 120 as many letters: far outside the 45 to 200 percent within which the check of lengths is silent. */
const BOUNDS = { low: 0.25, high: 4, spare: 120 };

/** Why `text` cannot be the English of `job`; undefined where it can. */
export function whyImplausible(job: Job, text: string): Implausible | undefined {
  if (text.trim() === '') return { reason: 'empty answer', fault: 'bad output' };
  if (NO_TEXT.test(text)) return { reason: 'the answer holds characters that are no text', fault: 'bad output' };
  if (startsAsCode(text) && !startsAsCode(job.text)) return { reason: 'the answer is code, expected a sentence', fault: 'bad output' };
  if (DECLINES.test(text.replaceAll('’', "'")) && !MAY_DECLINE.test(job.text)) return { reason: `refused: ${text.replace(/\s+/g, ' ').slice(0, 200)}`, fault: 'refused' };
  const source = lettersOf(job.text);
  const answer = lettersOf(text);
  const targets = job.terms.map(({ target }) => target).filter((target) => text.includes(target));
  const spelledOut = targets.reduce((sum, target) => sum + target.length, 0);
  if (source >= SHORTEST && answer < source * BOUNDS.low && spelledOut === 0) return { reason: `the answer is too short: ${answer} letters for ${source}`, fault: 'bad output' };
  if (answer > source * BOUNDS.high + BOUNDS.spare + spelledOut) return { reason: `the answer is too long: ${answer} letters for ${source}`, fault: 'bad output' };
  return undefined;
}

function startsAsCode(text: string): boolean {
  return /^\s*(?:\{|```)/.test(text);
}

function lettersOf(text: string): number {
  return text.replace(TAG, '').replace(/[^\p{L}\p{N}]/gu, '').length;
}
