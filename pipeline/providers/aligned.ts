/** Answers that come as a list in the order of the texts, without ids: taken only where the list is whole. */

import { ProviderError } from '../errors.ts';
import type { Fault, Job, Outcome, Weight } from '../ports.ts';
import { clean } from './http.ts';

/**
 * One outcome a job. Where there are fewer or more texts than jobs no one can say which is whose, so none
 * counts.
 *
 * @param texts tagged text in the order of the jobs; undefined in a place that cannot be read, or as a
 * whole where the answer is not of the form that the provider documents
 */
export function aligned(jobs: readonly Job[], texts: readonly (string | undefined)[] | undefined): readonly Outcome[] {
  if (texts === undefined) return failAll(jobs, 'the answer is not of the form that was expected', 'bad output');
  if (texts.length !== jobs.length) return failAll(jobs, `${texts.length} translations came for ${jobs.length} segments`, 'bad output');
  return jobs.map(({ id, text: source }, n): Outcome => {
    const text = texts[n];
    if (text === undefined) return { id, status: 'failed', reason: 'the markup of the answer is broken', fault: 'bad output' };
    if (text.trim() === '' && source.trim() !== '') return { id, status: 'failed', reason: 'empty answer', fault: 'bad output' };
    return { id, status: 'done', text, unknown: [] };
  });
}

export function failAll(jobs: readonly Job[], reason: string, fault: Fault): readonly Outcome[] {
  return jobs.map(({ id }): Outcome => ({ id, status: 'failed', reason, fault }));
}

/** The error of a server that says with status 200 that it failed. */
export function errorInside(provider: string, message: string, fault: Fault, secrets: readonly string[]): ProviderError {
  const said = clean(message, secrets).replace(/\s+/gu, ' ').trim().slice(0, 300);
  return new ProviderError(provider, `${provider} answered 200 with an error: ${said === '' ? 'no reason given' : said}. Run again later, or look at providers.${provider} in padan.yaml`, { fault });
}

/** Code points, as translation servers count and bill. */
export function characters(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Array.from(text).length, 0);
}

/** A weight in characters; `output` where answers are billed as well. */
export function inCharacters(input: number, output = 0): Weight {
  return { unit: 'characters', input, output };
}
