/** Takes out of a job what must not leave, and puts it back into the answer. */

import type { TermUse } from '../model.ts';
import type { Job } from '../ports.ts';
import { TAG } from '../tagged.ts';
import type { Rule } from './rules.ts';
import { matchesIn, piecesIn, type Span } from './spans.ts';

/** What stands for a hidden piece where nothing is to come back. */
const BLANK = '[…]';
/** Highest number of a tag. */
const MOST_TAG = 9999;

export interface Redacted {
  readonly job: Job;
  /** The answer with the pieces back in it; undefined where one of them is missing from it or there twice. */
  readonly restore: (answer: string) => string | undefined;
}

/**
 * `job` without anything that `rules` match: in its text a sealed tag (`<x7/>`) stands for each piece, so that
 * every provider keeps it; in its context and findings a blank. The same words are hidden wherever in the job
 * they stand. Terms that overlap a piece, or hold one, are left out.
 */
export function redactJob(job: Job, rules: readonly Rule[]): Redacted {
  const literals = new Set(stringsOf(job).flatMap((text) => matchesIn(text, rules)));
  if (literals.size === 0) return { job, restore: (answer) => answer };
  const isClean = (text: string): boolean => piecesIn(text, rules, literals).length === 0;
  const blank = (text: string): string => replaced(text, piecesIn(text, rules, literals), () => BLANK);

  const pieces = piecesIn(job.text, rules, literals);
  const tags = freeTags(job, pieces.length);
  const hidden = pieces.map(({ start, end }, n) => ({ tag: tags[n] ?? BLANK, words: job.text.slice(start, end) }));
  const text = replaced(job.text, pieces, (_, n) => hidden[n]?.tag ?? BLANK);
  const { repair } = job;
  return {
    job: {
      ...job,
      text,
      context: { before: blank(job.context.before), after: blank(job.context.after) },
      terms: job.terms.flatMap((term) => cleanTerm(moved(term, pieces, tags), isClean)),
      ...(repair === undefined ? {} : { repair: { english: hideAgain(repair.english, rules, literals, hidden), findings: repair.findings.map(blank) } }),
    },
    restore(answer) {
      const words = new Map(hidden.map((piece) => [piece.tag, piece.words]));
      const back = [...answer.matchAll(TAG)].map(([tag]) => tag).filter((tag) => words.has(tag));
      if (back.length !== hidden.length || new Set(back).size !== hidden.length) return undefined;
      return answer.replace(TAG, (tag) => words.get(tag) ?? tag);
    },
  };
}

/** Every text of a job that may hold something. */
function stringsOf({ text, context, terms, repair }: Job): readonly string[] {
  return [
    text,
    context.before,
    context.after,
    ...terms.flatMap(({ term, target, also, avoid }) => [term, target, ...also, ...avoid]),
    ...(repair === undefined ? [] : [repair.english, ...repair.findings]),
  ];
}

/** An English that was found wanting holds the pieces themselves: each is its tag again, once; others are blanks. */
function hideAgain(english: string, rules: readonly Rule[], literals: ReadonlySet<string>, hidden: readonly { readonly tag: string; readonly words: string }[]): string {
  const all = new Set([...literals, ...hidden.map(({ words }) => words)]);
  const left = [...hidden];
  return replaced(english, piecesIn(english, rules, all), (words) => {
    const n = left.findIndex((piece) => piece.words === words);
    return n < 0 ? BLANK : (left.splice(n, 1)[0]?.tag ?? BLANK);
  });
}

/** Sealed tags that the job does not use: above its own numbers, below them where those are at their end. */
function freeTags(job: Job, count: number): readonly string[] {
  const used = new Set([...job.text.matchAll(TAG), ...(job.repair?.english ?? '').matchAll(TAG)].map(([, , , digits]) => Number(digits)));
  const tags: string[] = [];
  let top = 0;
  for (const number of used) top = Math.max(top, number);
  for (let step = 1; tags.length < count && step <= MOST_TAG; step += 1) {
    const number = ((top + step - 1) % MOST_TAG) + 1;
    if (!used.has(number)) tags.push(`<x${number}/>`);
  }
  return tags;
}

/** `term` where it stands now; undefined where a piece of it is hidden. */
function moved(term: TermUse, pieces: readonly Span[], tags: readonly string[]): TermUse | undefined {
  let shift = 0;
  for (const [n, { start, end }] of pieces.entries()) {
    if (start >= term.end) break;
    if (end > term.start) return undefined;
    shift += (tags[n] ?? BLANK).length - (end - start);
  }
  return { ...term, start: term.start + shift, end: term.end + shift };
}

function cleanTerm(term: TermUse | undefined, isClean: (text: string) => boolean): readonly TermUse[] {
  if (term === undefined || !isClean(term.term) || !isClean(term.target)) return [];
  return [{ ...term, also: term.also.filter(isClean), avoid: term.avoid.filter(isClean) }];
}

function replaced(text: string, spans: readonly Span[], by: (words: string, n: number) => string): string {
  let out = '';
  let at = 0;
  for (const [n, { start, end }] of spans.entries()) {
    out += text.slice(at, start) + by(text.slice(start, end), n);
    at = end;
  }
  return out + text.slice(at);
}
