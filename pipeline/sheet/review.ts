/**
 * The Review column: `state[; check: …][; waive: rule …][ // note]`.
 *
 * Padan writes it and a person types in it, so reading forgives what a hand does (case, blanks, a
 * full stop, backticks round a word) and refuses what it cannot be sure of: a word that is not
 * known might have been an approval.
 */

import { distance } from 'fastest-levenshtein';

/** What a row can be in. `unset` is a Review without a state: the row's fingerprint decides. */
export const REVIEW_STATES = ['draft', 'memory', 'edited', 'ok', 'omit', 'redo', 'failed', 'dropped', 'kept', 'unset'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export interface Review {
  readonly state: ReviewState;
  /** What follows the state: the reason of `failed`, the role of `dropped` and `kept`; else empty. */
  readonly detail: string;
  /** Messages of findings. */
  readonly checks: readonly string[];
  /** Names of rules that a person has waived here, in lower case. */
  readonly waived: readonly string[];
  /** A person's words, blanks collapsed; empty where there is none. */
  readonly note: string;
}

export type ParsedReview = { readonly ok: true; readonly review: Review } | { readonly ok: false; readonly message: string };

const TYPED = ['ok', 'omit', 'redo'] as const;
const WITH_DETAIL: ReadonlySet<ReviewState> = new Set<ReviewState>(['failed', 'dropped', 'kept']);
const WORDS = REVIEW_STATES.filter((state) => state !== 'unset');
/** What a hand may put round a word: quotes, backticks, emphasis, a full stop. */
const ROUND_A_WORD = new Set('`*_"\'“”‘’.!, ');

/** Reads the plain text of a Review cell. A fault says what was found and which words are allowed. */
export function parseReview(text: string): ParsedReview {
  const at = noteStart(text);
  const head = at === -1 ? text : text.slice(0, at);
  const note = at === -1 ? '' : collapse(text.slice(at + 2));
  const checks: string[] = [];
  const waived = new Set<string>();
  let state: ReviewState = 'unset';
  let detail = '';
  for (const part of head.split(';')) {
    const said = collapse(part);
    if (said === '') continue;
    const colon = said.indexOf(':');
    const key = bare(colon === -1 ? said : said.slice(0, colon));
    const value = colon === -1 ? '' : said.slice(colon + 1).trim();
    if (key === 'check') {
      const message = partText(value);
      if (message !== '') checks.push(message);
    } else if (key === 'waive') {
      for (const rule of value.toLowerCase().match(/[a-z0-9-]+/g) ?? []) waived.add(rule);
    } else {
      const next = WORDS.find((word) => word === key);
      if (next === undefined || (value !== '' && !WITH_DETAIL.has(next))) return { ok: false, message: unknownWord(said, next, value) };
      // `draft; ok`: she typed her word behind Padan's instead of over it.
      if (state !== 'unset' && !(isTyped(next) && !isTyped(state))) {
        return { ok: false, message: `Unexpected second state “${shown(next)}” in Review after “${state}”, expected one of ${allowed()}` };
      }
      state = next;
      detail = partText(value);
    }
  }
  return { ok: true, review: { state, detail, checks, waived: [...waived], note } };
}

/**
 * Writes a Review as plain text (the sheet escapes it). `;` and `//` inside a check or a reason
 * would end it, so they become `,` and `/`; a note is kept word for word with blanks collapsed.
 */
export function formatReview(review: Review): string {
  const detail = WITH_DETAIL.has(review.state) ? partText(review.detail) : '';
  const head = review.state === 'unset' ? '' : detail === '' ? review.state : `${review.state}: ${detail}`;
  const checks = review.checks.map(partText).filter((check) => check !== '');
  const parts = [head, ...checks.map((check) => `check: ${check}`)];
  if (review.waived.length > 0) parts.push(`waive: ${review.waived.join(', ')}`);
  const line = parts.filter((part) => part !== '').join('; ');
  const note = collapse(review.note);
  if (note === '') return line;
  return line === '' ? `// ${note}` : `${line} // ${note}`;
}

/** The text of a check or a reason as it can stand in a Review: no `;`, no `//` but that of a URL. */
export function partText(text: string): string {
  const out = collapse(text.replaceAll(';', ','));
  return noteStart(out) === -1 ? out : out.replace(/(^|[^:/])\/{2,}/g, '$1/');
}

/** A Review with nothing but a state. */
export function plainReview(state: ReviewState, detail = ''): Review {
  return { state, detail, checks: [], waived: [], note: '' };
}

/** Offset of the first `//` that is not the one of a URL; -1 where there is none. */
function noteStart(text: string): number {
  for (let at = text.indexOf('//'); at !== -1; at = text.indexOf('//', at)) {
    if (at === 0 || text[at - 1] !== ':') return at;
    while (text[at] === '/') at += 1;
  }
  return -1;
}

/** A word without what a hand put round it, in lower case. */
function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ROUND_A_WORD.has(text.charAt(start))) start += 1;
  while (end > start && ROUND_A_WORD.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end).toLowerCase();
}

function isTyped(state: ReviewState): boolean {
  return TYPED.some((typed) => typed === state);
}

function unknownWord(said: string, state: ReviewState | undefined, value: string): string {
  if (state !== undefined) {
    return `Unexpected “${shown(value)}” after “${state}:” in Review, expected “${state}” alone; a note is written as “${state} // ${shown(value)}”`;
  }
  const word = bare(said.slice(0, 40));
  const near = WORDS.find((known) => word === `${known}e` || distance(word, known) === 1 || word.startsWith(`${known} `));
  const hint = near === undefined ? 'a note is written after //' : `did you mean “${near}”? A note is written after //`;
  return `Unexpected “${shown(said)}” in Review, expected one of ${allowed()}; ${hint}`;
}

function allowed(): string {
  return WORDS.join(', ');
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Blanks and line ends to one blank each, none at the ends. */
function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]/g, ' ').trim();
}
