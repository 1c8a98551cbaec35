/** Which sentences and which requests are the same (DESIGN: the same normalised source, role class, terms). */

import { hash as sha } from 'node:crypto';
import { type Role, roleClass } from './model.ts';

/** 120 bits in base64url (20 characters): a clash among a billion sentences has odds of about 1 in 10^18. */
export function hash(...parts: readonly string[]): string {
  return sha('sha256', parts.map((part) => `${part.length}:${part}`).join(''), 'base64url').slice(0, 20);
}

/** Tagged text with its blanks collapsed, in Unicode's composed form. */
export function normalise(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Key of a source sentence in memory: the same words read otherwise in a headline. */
export function sourceKey(text: string, role: Role): string {
  return hash(normalise(text), roleClass(role));
}

/** Key of an answer in the journal. `terms` says the glossary rows and first-mention states in the segment. */
export function answerKey(source: string, terms: string, provider: string): string {
  return hash(source, terms, provider);
}
