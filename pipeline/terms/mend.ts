/** Puts one English form in the place of another: inflection, article, capital and blanks stay right. */

import { articleFor, findForm, pluralise, type Spot } from './english.ts';

/**
 * `english` with `target` at `spot`, in the same number and with the same possessive, with `a` or `an`
 * before it set right; undefined where that cannot be done surely: a possessive after a bracket, an
 * Indonesian clitic that stays behind, an acronym that may be said as a word.
 */
export function putForm(english: string, spot: Spot, target: string): string | undefined {
  const before = english.slice(0, spot.start);
  const after = english.slice(spot.end);
  if (/^[-‐‑]?(?:nya|lah|kah|pun|ku|mu)(?![\p{L}])/u.test(after)) return undefined;
  if (spot.possessive !== '' && target.endsWith(')')) return undefined;
  let form = spot.plural ? pluralise(target) : target;
  if (beginsSentence(before)) form = capitalised(form);
  const possessive = spot.possessive !== '' && spot.plural && form.endsWith('s') ? spot.possessive.charAt(0) : spot.possessive;
  const lead = withArticle(before, form);
  return lead === undefined ? undefined : lead + form + possessive + after;
}

/**
 * The long form of a first mention, `electronic system operator (ESO)`, at the first place where the short
 * one stands alone. A name (`Ministry of …`) needs `the`, which is set where a sentence or an object
 * begins; elsewhere the answer is undefined.
 */
export function putLongForm(english: string, target: string): string | undefined {
  const short = /\(([^(),]+)[^()]*\)$/.exec(target)?.[1];
  if (short === undefined) return undefined;
  const [spot] = findForm(english, short, true);
  if (spot === undefined || !spot.caseFits) return undefined;
  const before = english.slice(0, spot.start);
  const needsArticle = /^\p{Lu}/u.test(target) && !DETERMINER.test(before.slice(-TAIL));
  if (!needsArticle) return putForm(english, spot, target);
  if (/^the /i.test(target) || !(beginsSentence(before) || BEFORE_OBJECT.test(before.slice(-TAIL)))) return undefined;
  return putForm(english, spot, `the ${target}`);
}

const TAIL = 24;
const DETERMINER = /(?:^|[^\p{L}])(?:the|an?|its|their|his|her|our|this|that)\s+(?:<g\d+>)*$|['’]s?\s+$/iu;
const BEFORE_OBJECT = /(?:^|[^\p{L}])(?:by|of|to|from|with|for|at|in|on|and|or|said|says|told|asked|under|against)\s+(?:<g\d+>)*$/iu;
const ARTICLE = /(^|[^\p{L}\p{N}])(a|an|A|An|AN)(\s+(?:<g\d{1,4}>)*)$/u;

/** `before` with its last `a` or `an` fit for `form`; undefined where nobody can say which. */
function withArticle(before: string, form: string): string | undefined {
  const match = ARTICLE.exec(before.slice(-TAIL));
  const [, , article = '', blank = ''] = match ?? [];
  if (match === null) return before;
  const right = articleFor(form);
  if (right === undefined) return undefined;
  const spelt = /^A/.test(article) ? right.replace('a', 'A') : right;
  return before.slice(0, before.length - article.length - blank.length) + spelt + blank;
}

function beginsSentence(before: string): boolean {
  const near = before.slice(-TAIL).replace(/<[^>]*>/g, '').replace(/["'“‘([]+$/u, '');
  return near === '' ? before.length <= TAIL : /[.?!]["'”’)\]]*\s+$/u.test(near);
}

function capitalised(form: string): string {
  return /^\p{Ll}/u.test(form) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}
