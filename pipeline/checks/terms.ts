/**
 * Do the glossary's terms hold in the English? Documented examples (they are among the tests):
 *
 * - source `PSE wajib mendaftar`, English `ESOs must register`: silent
 * - English `PSE must register`: Unexpected "PSE" left in Indonesian, expected "ESO"
 * - English `Platforms must register`: Unexpected English for "PSE", expected "ESO"
 */

import type { Finding, TermUse } from '../model.ts';
import { findForm, type Spot } from '../terms/english.ts';
import { putForm, putLongForm } from '../terms/mend.ts';
import { shown } from '../terms/words.ts';

export interface TermsCheck {
  readonly findings: readonly Finding[];
  /** Different terms that the segment asks for, and how many of them the English has. */
  readonly required: number;
  readonly met: number;
  /** The same by term, as the glossary spells it. */
  readonly byTerm: readonly { readonly term: string; readonly met: boolean }[];
}

export interface TermsInput {
  /** The source as tagged text, to which the places in `terms` refer. */
  readonly source: string;
  /** The English as plain text. */
  readonly english: string;
  readonly terms: readonly TermUse[];
}

/**
 * A term that stands several times in the source is asked for once, for English takes it up by a pronoun;
 * so is one that follows a longer term with the same English in it (`private-scope ESOs … they`). Else
 * each term needs a place of its own: `private-scope ESO` does not stand for a `PSE` before it. An
 * `avoid` form is no fault where it is part of English that a term of the segment accepts, or stands in
 * the source as it is.
 */
export function checkTerms({ source, english, terms }: TermsInput): TermsCheck {
  if (terms.length === 0) return { findings: [], required: 0, met: 0, byTerm: [] };
  const needs = groupUses(terms);
  const places = place(needs, english);
  const findings: Finding[] = [];
  const byTerm: { term: string; met: boolean }[] = [];
  for (const need of needs) {
    const own = places.filter((spot) => spot.need === need);
    const met = own.length > 0 ? own.some((spot) => spot.caseFits) : isTakenUp(need, needs, places);
    byTerm.push({ term: need.term, met: met && leftStanding(need, source, english, places).length === 0 });
    if (!met || own.length === 0) findings.push(...missing(need, own, met, source, english, places));
  }
  findings.push(...forbidden(needs, source, english, places));
  return { findings, required: needs.length, met: byTerm.filter(({ met }) => met).length, byTerm };
}

/**
 * `english` with its terms mended where that is safe, or undefined where nothing is: Indonesian that was
 * left standing as often as the term is missing, a wrong case of letters, one forbidden form where the
 * required one is missing, the short form where the long one is due and the other way round. Every step
 * must leave fewer findings. `english` may be tagged text; `source` (tagged) lets spellings that are
 * variants be mended too.
 */
export function mendTerms(english: string, terms: readonly TermUse[], source = ''): string | undefined {
  let text = english;
  let left = checkTerms({ source, english: text, terms }).findings.length;
  const needs = groupUses(terms);
  for (const need of needs) {
    if (left === 0) break;
    const mended = mendNeed(text, need, needs, source);
    if (mended === undefined) continue;
    const after = checkTerms({ source, english: mended, terms }).findings.length;
    if (after >= left) continue;
    text = mended;
    left = after;
  }
  return text === english ? undefined : text;
}

function mendNeed(english: string, need: Need, needs: readonly Need[], source: string): string | undefined {
  if (need.keep) return undefined;
  const places = place(needs, english);
  const own = places.filter((spot) => spot.need === need);
  const bad = need.avoid.flatMap((form) => findForm(english, form, true)).filter((spot) => spot.caseFits && !isInside(spot, places));
  const [onlyBad] = bad;
  if (own.some((spot) => spot.caseFits)) {
    const isLong = onlyBad !== undefined && own.every((spot) => onlyBad.start <= spot.start && spot.end <= onlyBad.end);
    return bad.length === 1 && isLong ? putForm(english, onlyBad, need.target) : undefined;
  }
  const [wrongCase] = own;
  if (wrongCase !== undefined) return own.length === 1 ? putForm(english, wrongCase, need.target) : undefined;
  const standing = leftStanding(need, source, english, places).toSorted((a, b) => a.start - b.start);
  const missed = needs.filter((other) => other.term === need.term && !places.some((spot) => spot.need === other));
  if (standing.length > 0) {
    if (standing.length > missed.reduce((sum, other) => sum + other.uses.length, 0)) return undefined;
    const last = standing.slice(0, need.uses.length).toReversed();
    return last.reduce<string | undefined>((text, spot) => (text === undefined ? undefined : putForm(text, spot, need.target)), english);
  }
  if (onlyBad !== undefined) return bad.length === 1 ? putForm(english, onlyBad, need.target) : undefined;
  return need.first ? putLongForm(english, need.target) : undefined;
}

const RULE = 'terms';

/** The uses of a segment that ask for the same English. */
interface Need {
  readonly term: string;
  readonly target: string;
  readonly forms: readonly string[];
  readonly avoid: readonly string[];
  readonly keep: boolean;
  readonly first: boolean;
  readonly uses: readonly TermUse[];
}

interface Placed extends Spot {
  readonly need: Need;
}

function groupUses(terms: readonly TermUse[]): readonly Need[] {
  const groups = new Map<string, Need>();
  for (const use of terms) {
    const known = groups.get(use.target);
    const { term, target, keep, first } = use;
    groups.set(use.target, {
      term: known?.term ?? term,
      target,
      keep,
      first,
      forms: [...new Set([...(known?.forms ?? []), target, ...use.also])],
      avoid: [...new Set([...(known?.avoid ?? []), ...use.avoid])],
      uses: [...(known?.uses ?? []), use],
    });
  }
  return [...groups.values()];
}

/** Gives each place of an accepted form to one need: the longest form first. */
function place(needs: readonly Need[], english: string): readonly Placed[] {
  const all = needs.flatMap((need) => need.forms.flatMap((form) => findForm(english, form, isName(need)).map((spot) => ({ ...spot, need }))));
  all.sort((a, b) => b.end - b.start - (a.end - a.start) || Number(b.caseFits) - Number(a.caseFits) || a.start - b.start);
  const taken: Placed[] = [];
  for (const spot of all) if (!taken.some((other) => spot.start < other.end && other.start < spot.end)) taken.push(spot);
  return taken;
}

/** The Indonesian words themselves, where they stand in the English outside accepted forms. */
function leftStanding(need: Need, source: string, english: string, places: readonly Placed[]): readonly Spot[] {
  if (need.keep) return [];
  const spellings = new Set([need.term, ...need.uses.map((use) => shown(source.slice(use.start, use.end)))].map((spelling) => spelling.trim()));
  return [...spellings]
    .filter((spelling) => spelling !== '')
    .flatMap((spelling) => findForm(english, spelling, true))
    // `pse` in an address is not the acronym PSE.
    .filter((spot, n, all) => spot.caseFits && !isInside(spot, places) && all.findIndex((other) => other.start === spot.start) === n);
}

function isName(need: Need): boolean {
  return need.keep || /^\p{Lu}/u.test(need.term);
}

/** Whether a longer term with this English in it stands earlier in the source and is there in the English. */
function isTakenUp(need: Need, needs: readonly Need[], places: readonly Placed[]): boolean {
  const begins = need.uses[0]?.start ?? 0;
  return needs.some(
    (other) =>
      other !== need &&
      (other.uses[0]?.start ?? 0) < begins &&
      need.forms.some((form) => findForm(other.target, form, isName(need)).length > 0) &&
      places.some((spot) => spot.need === other),
  );
}

function missing(need: Need, own: readonly Placed[], met: boolean, source: string, english: string, places: readonly Placed[]): readonly Finding[] {
  const [wrongCase] = own;
  const expected = need.target;
  if (wrongCase !== undefined) return [finding(`Unexpected ${quote(english, wrongCase)}, expected "${expected}"`, english, wrongCase, expected)];
  const left = leftStanding(need, source, english, places);
  if (left.length > 0) {
    return left.map((spot) => finding(`Unexpected ${quote(english, spot)} left in Indonesian, expected "${expected}"`, english, spot, expected));
  }
  if (met) return [];
  const what = need.first ? `the first mention of "${need.term}"` : `"${need.term}"`;
  return [{ rule: RULE, message: clean(`Unexpected English for ${what}, expected "${expected}"`), expected }];
}

function forbidden(needs: readonly Need[], source: string, english: string, places: readonly Placed[]): readonly Finding[] {
  const original = shown(source);
  const findings: Finding[] = [];
  const seen = new Set<number>();
  for (const need of needs) {
    for (const form of need.avoid) {
      if (findForm(original, form, true).length > 0) continue;
      for (const spot of findForm(english, form, true)) {
        if (!spot.caseFits || isInside(spot, places) || seen.has(spot.start)) continue;
        seen.add(spot.start);
        findings.push(finding(`Unexpected ${quote(english, spot)} for "${need.term}", expected "${need.target}"`, english, spot, need.target));
      }
    }
  }
  return findings;
}

function isInside(spot: Spot, places: readonly Placed[]): boolean {
  return places.some((other) => other.start <= spot.start && spot.end - spot.possessive.length <= other.end);
}

function quote(english: string, { start, end, possessive }: Spot): string {
  return `"${english.slice(start, end - possessive.length)}"`;
}

function finding(message: string, english: string, { start, end }: Spot, expected: string): Finding {
  return { rule: RULE, message: clean(message), actual: english.slice(start, end), expected, start, end };
}

/** A message stands in a cell of the sheet, where these marks have a meaning. */
function clean(message: string): string {
  return message.replace(/\s+/gu, ' ').replaceAll(';', ',').replaceAll('//', '/').replaceAll('|', '/');
}
