/** How the English of each term must read in an article: the long form once, the short form after. */

import { hash } from '../keys.ts';
import type { Role, Segment, TermUse } from '../model.ts';
import type { Matcher, TermMatch } from './matcher.ts';
import type { Term } from './term.ts';
import { shown } from './words.ts';

/** What of a segment decides about its terms. */
export type Brief = Pick<Segment, 'text' | 'role' | 'handling'>;

/**
 * The terms of each segment of an article, in the order of `segments`. `date` is the article's (ISO),
 * undefined where it is not known.
 *
 * The long form (`first`) is due at the first mention in running text: body, quote and list item. A
 * headline, standfirst, caption or table cell has the short form and leaves the long one to the text.
 * Rows whose long forms introduce the same short name (`… (ESO)`) are one family and share the mention.
 * Where the source spells a name out itself, `Nama Lengkap (NL)`, both parts have their short form, for
 * together they are the long one. A segment that no provider gets never counts as a mention.
 */
export function briefTerms(segments: readonly Brief[], matcher: Matcher, date: string | undefined): readonly (readonly TermUse[])[] {
  const introduced = new Set<string>();
  return segments.map(({ text, role, handling }) => {
    const matches = matcher.match(text, date);
    const counts = handling === 'translate' && RUNNING_TEXT.has(role);
    return matches.map((match, n) => {
      const { first } = match.term;
      if (first === undefined) return toUse(match, false, false);
      const family = familyOf(first);
      const spelledOut = isSpelledOut(text, match, matches[n - 1], matches[n + 1]);
      const due = counts && !spelledOut && !introduced.has(family);
      if (counts) introduced.add(family);
      return toUse(match, due, spelledOut);
    });
  });
}

/**
 * Hash of what the glossary asks of a segment: terms, English forms and first-mention state, not the
 * places. Equal uses give equal versions, so a changed row reaches the segments that hold it and no others.
 */
export function termsVersion(uses: readonly TermUse[]): string {
  if (uses.length === 0) return '';
  return hash(JSON.stringify(uses.map(({ term, target, also, avoid, keep, first }) => [term, target, also, avoid, keep, first])));
}

const RUNNING_TEXT: ReadonlySet<Role> = new Set<Role>(['body', 'quote', 'list-item']);

/** The short name that a long form introduces: `eso` of `electronic system operator (ESO)`; else all of it. */
function familyOf(first: string): string {
  const bracket = /\(([^(),]+)[^()]*\)/.exec(first);
  return (bracket?.[1] ?? first).trim().toLowerCase();
}

/** Whether the source itself has name and short name together: `Nama Lengkap (NL)` or `NL (Nama Lengkap)`. */
function isSpelledOut(text: string, match: TermMatch, before: TermMatch | undefined, after: TermMatch | undefined): boolean {
  const left = shown(text.slice(Math.max(before?.end ?? 0, match.start - NEAR), match.start));
  const right = shown(text.slice(match.end, Math.min(after?.start ?? text.length, match.end + NEAR)));
  if (left.endsWith('(') && right.startsWith(')')) return left.length > 1 || before !== undefined;
  return right === '(' && after !== undefined && isPair(match.term, after.term);
}

/** How far round a match to look for a bracket, tags included. */
const NEAR = 60;

/** Two rows that are name and short name of one thing: one's English stands in the other's long form. */
function isPair(a: Term, b: Term): boolean {
  const holds = (long: string | undefined, part: string): boolean => long?.toLowerCase().includes(part.toLowerCase()) ?? false;
  if (a.first !== undefined && b.first !== undefined && familyOf(a.first) === familyOf(b.first)) return true;
  return holds(a.first, b.translation) || holds(b.first, a.translation);
}

function toUse({ term, rivals, start, end, found }: TermMatch, first: boolean, spelledOut: boolean): TermUse {
  const short = term.keep ? found : term.translation;
  const target = first ? (term.first ?? short) : short;
  const also = [...term.also, ...rivals.flatMap((rival) => [first ? (rival.first ?? rival.translation) : rival.translation, ...rival.also])];
  if (term.keep && term.term !== found) also.push(term.term);
  const wanted = new Set([target, ...also]);
  const avoid = term.avoid.filter((form) => !wanted.has(form));
  // A second long form is as wrong as a missing first one.
  const long = term.first;
  if (!first && !spelledOut && long !== undefined && long !== short && !wanted.has(long)) avoid.push(long);
  return { term: term.term, start, end, target, also: [...new Set(also)].filter((form) => form !== target), avoid, keep: term.keep, first };
}
