/** Second stage: every way to understand one word, from the lists, its clitics, reduplication and affixes. */

import { strip } from './affixes.ts';
import type { Stripped } from './affixes.ts';
import { guessed, shaped } from './derive.ts';
import type { Reading, Rendering } from './kinds.ts';
import { parseRenderings } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { makeMemo } from './memo.ts';

export interface Analyser {
  /** Readings of a form in lower case, best first; empty where nothing knows it. */
  readings(lower: string): readonly Reading[];
  /** Renderings of an expression. */
  render(form: string, raw: string): readonly Rendering[];
}

const LONGEST = 40;
const MEMO = 60_000;

export function makeAnalyser(lexicon: Lexicon): Analyser {
  const analysed = makeMemo<readonly Reading[]>(MEMO);
  const rendered = makeMemo<readonly Rendering[]>(MEMO);
  const render = (form: string, raw: string): readonly Rendering[] => rendered(`${form}\t${raw}`, () => parseRenderings(raw, lexicon.evidence.get(form)));
  const listed = (form: string): readonly Reading[] =>
    (lexicon.words.get(form) ?? []).map((entry, index) => {
      const found = reading(form, entry.pos === 'adj' ? 'a' : entry.pos, render(form, entry.raw), index * 0.27, 'listed');
      return found.pos === 'v' ? { ...found, voice: listedVoice(form, found, lexicon) } : found;
    });
  const readings: Lookup = (lower) => analysed(lower, () => (lower.length > LONGEST ? listed(lower) : analyse(lower, lexicon, listed, readings)));
  return { readings, render };
}

/** A verb listed in full: `mencapai` is active; `dicapai` is passive where `capai` is a verb too and no `!i` says otherwise. */
function listedVoice(form: string, found: Reading, lexicon: Lexicon): Reading['voice'] {
  const isVerb = (stem: string): boolean => lexicon.words.get(stem)?.some((entry) => entry.pos === 'v') === true;
  if (/^di[a-z]{3}/.test(form) && found.renderings[0]?.intransitive !== true && !found.renderings[0]?.text.startsWith('be ')) {
    return isVerb(form.slice(2)) || form.length > 7 ? 'passive' : 'bare';
  }
  return /^me[lrmnwy][a-z]{3}/.test(form) || /^mem[bfp]/.test(form) ? 'active' : 'bare';
}

type Lookup = (form: string) => readonly Reading[];

export function reading(form: string, pos: Reading['pos'], renderings: readonly Rendering[], cost: number, how: string): Reading {
  const voice = pos === 'v' ? 'bare' : 'none';
  return { form, pos, voice, renderings, cost, how, plural: false, clitic: '', agent: '', degree: '', known: true };
}

function analyse(form: string, lexicon: Lexicon, listed: Lookup, readings: Lookup): readonly Reading[] {
  const out: Reading[] = [...listed(form)];
  const voices = voiced(form, listed);
  // A form that the lists have in full rarely means its stem in another voice too.
  const surplus = out.length > 0 ? 1.5 : 0;
  out.push(...voices.filter((found) => found.cost <= 0.7).map((found) => (surplus === 0 ? found : { ...found, cost: found.cost + surplus })));
  if (out.length === 0 && !form.includes('-')) out.push(...clitics(form, listed, readings));
  if (form.includes('-')) out.push(...doubled(form, readings).map((found) => (surplus === 0 ? found : { ...found, cost: found.cost + surplus })), ...(out.length === 0 ? hyphenated(form, readings) : []));
  if (out.length === 0) out.push(...numberClitic(form, listed));
  if (out.length === 0) {
    const evidence = lexicon.evidence.get(form);
    if (evidence !== undefined) out.push(...guessed(form, evidence, listed));
  }
  if (out.length === 0) out.push(...voices, ...verbStem(form, listed).map((found) => ({ ...found, voice: 'bare' as const, cost: found.cost + 0.3 })), ...derived(form, listed));
  else if (out.every((found) => found.how === 'guessed')) out.push(...voices);
  return [...out].sort((a, b) => a.cost - b.cost).slice(0, 8);
}

/** `menulis`, `ditulis`, `tertulis` from the verb stem `tulis`; `terbesar`, `sebesar` from adjectives. */
function voiced(form: string, listed: Lookup): readonly Reading[] {
  const out: Reading[] = [];
  for (const { stem, affix } of strip(form, ['voice', 'most', 'as'])) {
    if (affix.kind === 'voice') {
      for (const found of verbStem(stem, listed)) out.push({ ...found, voice: affix.voice, cost: found.cost + affix.cost, how: `${affix.prefix}- + ${found.how}` });
      // A passive or active on a noun or adjective root alone: `membesar` (become big).
      if (affix.prefix.startsWith('me')) {
        for (const base of listed(stem)) if (base.pos === 'a') out.push({ ...shaped(base, 'become %', 'v'), voice: 'active', cost: 1, how: `me- + ${stem}` });
      }
      continue;
    }
    if (stem.length < 4) continue;
    for (const base of listed(stem)) {
      if (base.pos === 'a') out.push({ ...base, degree: affix.kind === 'most' ? 'most' : 'as', cost: base.cost + affix.cost, how: `${affix.prefix}- + ${stem}` });
    }
  }
  return out;
}

/** A verb stem as the lists have it, or its root where they lack the form with -kan or -i. */
function verbStem(stem: string, listed: Lookup): readonly Reading[] {
  const direct = listed(stem).filter((found) => found.pos === 'v');
  if (direct.length > 0) return direct.map((found) => ({ ...found, how: stem }));
  const out: Reading[] = [];
  for (const suffix of ['kan', 'i']) {
    if (!stem.endsWith(suffix) || stem.length < suffix.length + 3) continue;
    const root = stem.slice(0, -suffix.length);
    for (const base of listed(root)) {
      const how = `${root} + -${suffix}`;
      if (base.pos === 'v') out.push({ ...base, cost: 1.2, how });
      else if (base.pos === 'a') out.push({ ...shaped(base, 'make %', 'v'), cost: 1.6, how });
      else if (base.pos === 'n') out.push({ ...base, pos: 'v', cost: 2.2, how });
    }
  }
  if (stem.startsWith('per') && stem.length > 6) {
    const root = stem.slice(3).replace(/(?:kan|i)$/, '');
    for (const base of [...listed(root), ...listed(stem.slice(3))]) {
      if (base.pos === 'a') out.push({ ...shaped(base, 'make more %', 'v'), cost: 1.5, how: `per- + ${root}` });
      else if (base.pos === 'v') out.push({ ...base, cost: 1.5, how: `per- + ${root}` });
    }
  }
  return out;
}

const CLITICS: readonly (readonly [string, Reading['clitic']])[] = [
  ['nyalah', 'nya'], ['nyapun', 'nya'], ['nya', 'nya'], ['ku', 'ku'], ['mu', 'mu'], ['lah', ''], ['kah', ''], ['pun', ''], ['tah', ''],
];

function clitics(form: string, listed: Lookup, readings: Lookup): readonly Reading[] {
  const out: Reading[] = [];
  for (const [ending, clitic] of CLITICS) {
    const root = form.slice(0, -ending.length);
    if (!form.endsWith(ending) || root.length < 3) continue;
    for (const base of readings(root)) {
      // `buatlah situs`: a deed that is asked for, no preposition.
      if (base.clitic !== '' || base.how === 'unknown' || (ending === 'lah' && base.pos === 'prep')) continue;
      out.push({ ...base, clitic, cost: base.cost + 0.2, how: `${base.how} + -${ending}` });
    }
    if (out.length > 0) return out;
  }
  for (const agent of ['ku', 'kau'] as const) {
    if (!form.startsWith(agent)) continue;
    for (const base of verbStem(form.slice(agent.length), listed)) out.push({ ...base, voice: 'bare', agent, cost: base.cost + 0.6, how: `${agent}- + ${base.how}` });
  }
  return out;
}

/** `keempatnya`, `kelimanya`: all four, all five. */
function numberClitic(form: string, listed: Lookup): readonly Reading[] {
  if (!form.startsWith('ke') || !form.endsWith('nya')) return [];
  return listed(form.slice(2, -3))
    .filter((base) => base.pos === 'num')
    .map((base) => ({ ...shaped(base, 'all %', 'pron'), how: `ke- + ${base.form} + -nya` }));
}

/** Reduplication: plural of nouns, repetition of verbs, manner of adjectives, `se-…-nya` for the most possible. */
function doubled(form: string, readings: Lookup): readonly Reading[] {
  const dash = form.indexOf('-');
  const left = form.slice(0, dash);
  const right = form.slice(dash + 1);
  if (left.length < 2 || right.length < 2) return [];
  const out: Reading[] = [];
  const ending = CLITICS.find(([text]) => right.endsWith(text) && right.slice(0, -text.length) === left);
  if (left === right || ending !== undefined) {
    for (const base of readings(left)) {
      if (base.cost > 2 || base.clitic !== '') continue;
      if (base.pos === 'n') out.push({ ...base, plural: true, clitic: ending?.[1] ?? '', how: `${left} doubled` });
      else if (base.pos === 'a') out.push({ ...base, cost: base.cost + 0.3, how: `${left} doubled` });
      else if (base.pos === 'v') out.push({ ...base, cost: base.cost + 0.4, how: `${left} doubled` });
    }
    return out;
  }
  if (left.startsWith('se') && right === left.slice(2) + 'nya') {
    for (const base of readings(left.slice(2))) if (base.pos === 'a') out.push({ ...shaped(base, 'as %:adv as possible', 'adv'), how: `se- + ${base.form} doubled + -nya` });
  }
  // `sayur-sayuran`, `buah-buahan`, `tembak-menembak`, `bersama-sama`.
  if (right === left + 'an') for (const base of [...readings(right), ...readings(left)]) if (base.pos === 'n') out.push({ ...base, plural: true, how: `${left} doubled + -an` });
  if (out.length === 0 && right.length > 4 && (right.endsWith(left.slice(1)) || left.endsWith(right))) {
    for (const base of readings(right.length > left.length ? right : left)) out.push({ ...base, cost: base.cost + 0.4, plural: base.pos === 'n', how: `${base.form} in part doubled` });
  }
  return out;
}

/** A clitic or prefix joined by a hyphen to a foreign word: `streaming-nya`, `anti-korupsi`. */
function hyphenated(form: string, readings: Lookup): readonly Reading[] {
  for (const [ending, clitic] of CLITICS) {
    if (!form.endsWith(`-${ending}`)) continue;
    return readings(form.slice(0, -ending.length - 1)).map((base) => ({ ...base, clitic, how: `${base.how} + -${ending}` }));
  }
  const stripped = strip(form, ['front']);
  // `ketidak-pedulian`: the hyphen says nothing.
  const whole = readings(form.replaceAll('-', '')).filter(({ how }) => how !== 'unknown');
  return [...fromStripped(stripped, readings), ...whole.map((base) => ({ ...base, cost: base.cost + 0.5 }))];
}

function derived(form: string, listed: Lookup): readonly Reading[] {
  return fromStripped(strip(form, ['noun', 'verb', 'one', 'front']), listed);
}

function fromStripped(stripped: readonly Stripped[], lookup: Lookup): readonly Reading[] {
  const out: Reading[] = [];
  for (const { stem, affix } of stripped) {
    if (stem.length < 3) continue;
    const bases = affix.base === 'v' ? verbStem(stem, lookup) : lookup(stem);
    for (const base of bases) {
      if (base.pos !== affix.base || base.cost > 1.7) continue;
      const made = shaped(base, affix.english, affix.gives === 'v' ? 'v' : affix.gives === 'a' ? 'a' : 'n');
      out.push({ ...made, cost: base.cost + affix.cost, how: `${affix.prefix}-${affix.suffix === '' ? '' : `…-${affix.suffix}`} + ${base.how === 'listed' ? stem : base.how}` });
    }
  }
  return out;
}
