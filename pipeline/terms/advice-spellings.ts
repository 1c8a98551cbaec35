/** Remarks on the Indonesian side: rows and variants that no text can reach, that a later file takes, that overlap. */

import type { Advice, Naming } from './advice-row.ts';
import { type Claim, claimsOf, collide, wordsKey } from './clashes.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import type { Term } from './term.ts';
import { ADDRESS, readWords } from './words.ts';

export function spellingsAdvice(terms: readonly Term[], naming: Naming): readonly Advice[] {
  const matcher = createMatcher(terms);
  const held = claimsByKey(terms);
  return [...terms.flatMap((term) => rowAdvice(term, matcher, held, naming)), ...overlaps(terms, held, naming)];
}

type Held = ReadonlyMap<string, readonly Claim[]>;

function claimsByKey(terms: readonly Term[]): Held {
  const held = new Map<string, Claim[]>();
  for (const claim of terms.flatMap(claimsOf)) {
    const key = wordsKey(claim.spelling);
    const known = held.get(key);
    if (known === undefined) held.set(key, [claim]);
    else known.push(claim);
  }
  return held;
}

function rowAdvice(term: Term, matcher: Matcher, held: Held, naming: Naming): readonly Advice[] {
  const advice: Advice[] = [];
  const claims = claimsOf(term);
  for (const [n, claim] of claims.entries()) {
    const { spelling, column } = claim;
    const key = wordsKey(spelling);
    const earlier = claims.slice(0, n).find((other) => wordsKey(other.spelling) === key && collide(other, claim));
    if (earlier !== undefined) {
      advice.push({ term, column, severity: 'note', rule: 'needless variant', message: `"${spelling}" is found without this variant, for "${earlier.spelling}" stands for it: it can go` });
      continue;
    }
    const later = held.get(key)?.find((other) => other.term.rank > term.rank && collide(claim, other));
    if (later !== undefined) {
      const partly = later.term.from !== undefined || later.term.until !== undefined ? ' on its days' : '';
      const rest = column === 'term' && term.variants.length > 0 ? '; the variants of this row stay with this row' : '';
      advice.push({ term, column, severity: 'note', rule: 'precedence', message: `"${spelling}" goes by ${naming(later.term)}${partly}, for the later file goes first${rest}` });
      continue;
    }
    if (isReached(claim, matcher)) continue;
    const rule = column === 'term' ? 'never matches' : 'unreachable variant';
    advice.push({ term, column, severity: 'warning', rule, message: `"${spelling}" can never match: ${obstacle(claim, matcher, naming)}` });
  }
  return advice;
}

function isReached({ term, spelling }: Claim, matcher: Matcher): boolean {
  return [term.from, term.until, undefined].some((date) => matcher.match(spelling, date).some((match) => match.start === 0 && (match.term === term || match.rivals.includes(term))));
}

function obstacle({ term, spelling }: Claim, matcher: Matcher, naming: Naming): string {
  const other = matcher.match(spelling, term.from ?? term.until).find((match) => match.term !== term);
  if (other !== undefined) return `${naming(other.term)} takes "${other.found}". Join the rows, or give one of them another spelling`;
  const { addresses } = readWords(spelling);
  if (addresses.some((kind) => kind !== ADDRESS.none)) return 'no term is looked for inside an address, a handle or a hashtag. Take the row out, or spell it without the mark';
  return 'no text that spells it so is read as these words. Spell it as it stands in articles';
}

/** Terms of which one ends with the words that the other begins with: where both stand there, one of them goes unmatched. One note a row. */
function overlaps(terms: readonly Term[], held: Held, naming: Naming): readonly Advice[] {
  const beginnings = new Map<string, { readonly term: Term; readonly rest: readonly string[] }>();
  const split = new Map<Term, readonly string[]>();
  for (const term of terms) {
    const words = wordsKey(term.term).split(' ');
    if (words.length < 2) continue;
    split.set(term, words);
    for (let n = 1; n < words.length; n += 1) {
      const key = words.slice(0, n).join(' ');
      if (!beginnings.has(key)) beginnings.set(key, { term, rest: words.slice(n) });
    }
  }
  const advice: Advice[] = [];
  for (const [term, words] of split) {
    for (let n = 1; n < words.length; n += 1) {
      const other = beginnings.get(words.slice(n).join(' '));
      if (other === undefined || other.term === term) continue;
      const both = [...words, ...other.rest].join(' ');
      if (held.has(both)) continue;
      advice.push({ term, column: 'term', severity: 'note', rule: 'overlap', message: `may overlap with "${other.term.term}" (${naming(other.term)}): in "${both}" the longer one is taken, or the first. A row for the whole would settle it` });
      break;
    }
  }
  return advice;
}
