/**
 * The fingerprint in the `#` cell: what Padan wrote in a row, in 16 characters, so that a sheet
 * alone says which words are a person's. It is made from trees, never from strings: a formatter
 * makes no edit.
 *
 * Layout: origin 1, English 5, source 5, term version 4, check 1; each [a-z0-9]. In a row with waivers
 * four more stand before the check: which waivers there were when this English was written.
 * Odds: an edit of the English (or of the Indonesian cell) goes unseen once in 36^5 = 60 million
 * edits, a changed term version once in 1.7 million changes; a mistyped fingerprint is taken for a
 * true one once in 36 times, and then most likely says that the row is a person's.
 */

import { hash } from 'node:crypto';
import type { Inline } from '../model.ts';
import { inlineKey } from './inline-key.ts';

/** Who made the English that Padan last wrote in the row, or why there is none. Never reorder. */
export const ORIGINS = ['builtin', 'provider', 'memory', 'edited', 'ok', 'omit', 'failed', 'dropped', 'kept'] as const;
export type Origin = (typeof ORIGINS)[number];

export interface Fingerprint {
  readonly origin: Origin;
  /** The source changed after this English was written, and the English was kept because a person wrote it. */
  readonly sourceChanged: boolean;
  readonly english: string;
  readonly source: string;
  readonly terms: string;
  /** Of the waivers; empty for none. */
  readonly waived: string;
}

export interface PrintOf {
  readonly origin: Origin;
  readonly sourceChanged?: boolean;
  /** The English as it stands in the row; undefined where the cell is empty. */
  readonly target: Inline | undefined;
  readonly source: Inline;
  /** Any string that changes when the terms of this row change. */
  readonly terms: string;
  readonly waived?: readonly string[];
}

const SHAPE = /^<!--\s*([a-z][a-z0-9]{15}(?:[a-z0-9]{4})?)\s*-->$/;
const FIRST_LETTER = 97;

export function makePrint(row: PrintOf): Fingerprint {
  return {
    origin: row.origin,
    sourceChanged: row.sourceChanged ?? false,
    english: englishHash(row.target),
    source: digest(inlineKey(row.source), 5),
    terms: termsHash(row.terms),
    waived: waivedHash(row.waived ?? []),
  };
}

/** The HTML comment of the `#` cell. */
export function formatPrint(print: Fingerprint): string {
  const letter = String.fromCharCode(FIRST_LETTER + ORIGINS.indexOf(print.origin) * 2 + (print.sourceChanged ? 1 : 0));
  const body = letter + print.english + print.source + print.terms + print.waived;
  return `<!--${body}${checkLetter(body)}-->`;
}

/** Reads the comment back; undefined where it is not one that Padan wrote: then the row is a person's. */
export function parsePrint(comment: string): Fingerprint | undefined {
  const text = SHAPE.exec(comment.trim())?.[1];
  if (text === undefined || checkLetter(text.slice(0, -1)) !== text.slice(-1)) return undefined;
  const code = text.charCodeAt(0) - FIRST_LETTER;
  const origin = ORIGINS[code >> 1];
  if (origin === undefined) return undefined;
  return { origin, sourceChanged: code % 2 === 1, english: text.slice(1, 6), source: text.slice(6, 11), terms: text.slice(11, 15), waived: text.slice(15, -1) };
}

/** True where the English is the one that Padan wrote there. */
export function printMatchesEnglish(print: Fingerprint, target: Inline | undefined): boolean {
  return print.english === englishHash(target);
}

/** True where the Indonesian cell is the one that Padan wrote there. */
export function printMatchesSource(print: Fingerprint, source: Inline): boolean {
  return print.source === digest(inlineKey(source), 5);
}

/** True where the row was made with this version of its terms. */
export function printMatchesTerms(print: Fingerprint, terms: string): boolean {
  return print.terms === termsHash(terms);
}

/** True where the waivers are those that stood there when Padan wrote the row. */
export function printMatchesWaivers(print: Fingerprint, waived: readonly string[]): boolean {
  return print.waived === waivedHash(waived);
}

/** True where Padan wrote a row without English. */
export function printIsEmpty(print: Fingerprint): boolean {
  return print.english === englishHash(undefined);
}

function waivedHash(waived: readonly string[]): string {
  return waived.length === 0 ? '' : digest(waived.toSorted().join(' '), 4);
}

function englishHash(target: Inline | undefined): string {
  return digest(target === undefined ? '' : inlineKey(target), 5);
}

/** Most rows have no terms. */
const NO_TERMS = digest('', 4);

function termsHash(terms: string): string {
  return terms === '' ? NO_TERMS : digest(terms, 4);
}

/** One character of [0-9a-z] by which a slip of the keyboard shows: FNV-1a. */
function checkLetter(body: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < body.length; at += 1) sum = Math.imul(sum ^ body.charCodeAt(at), 0x01000193);
  return ((sum >>> 0) % 36).toString(36);
}

/** `length` characters of [0-9a-z], at most 9: 48 bits of SHA-256 in base 36.. */
function digest(text: string, length: number): string {
  const number = Number.parseInt(hash('sha256', text, 'hex').slice(0, 12), 16);
  return (number % 36 ** length).toString(36).padStart(length, '0');
}
