/** Candidates for the glossary from articles and their English: for a person to judge, never used by themselves. */

import type { Matcher } from './matcher.ts';

/** A sentence as candidates are looked for in it; plain words. */
export interface Sample {
  /** Where it stands, as a person finds it: `pasar-beras 4.2`. */
  readonly place: string;
  readonly indonesian: string;
  /** Undefined where it has none yet. */
  readonly english: string | undefined;
  /** Words that the built-in engine does not know. */
  readonly unknown: readonly string[];
}

export interface Candidate {
  readonly term: string;
  readonly kind: 'full name' | 'acronym' | 'name' | 'unknown word' | 'sentence in two ways';
  readonly places: readonly string[];
  /** Its counterpart: `KPK` of the full name. */
  readonly pair: string | undefined;
  /** English that sheets have for it, most common first; two or more where it is translated in several ways. */
  readonly english: readonly { readonly form: string; readonly count: number }[];
}

const SMALL = 'dan|untuk|atas|bagi|dalam|serta';
const NAME = new RegExp(`(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{N}'’-]*(?:[ ](?:(?:${SMALL})[ ]){0,2}\\p{Lu}[\\p{L}\\p{N}'’-]*){1,9}`, 'gu');
const PAIR = new RegExp(`(${NAME.source})[ ]\\((\\p{Lu}[\\p{L}\\p{N}-]{1,14})\\)`, 'gu');
const ENGLISH_NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’-]*(?: (?:(?:of|and|the|for|on|in) ){0,2}\p{Lu}[\p{L}\p{N}'’-]*)*/gu;
const CALENDAR = /^(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)(?: |$)/;

/**
 * `Full Name (ACRONYM)` pairs, names of several words and unknown words that stand in at least `least`
 * sentences, and sentences with two Englishes; without what the glossary knows. Most frequent first
 * within each kind. Near linear in the text.
 */
export function findCandidates(samples: readonly Sample[], matcher: Matcher, least: number): readonly Candidate[] {
  const small = new Set(samples.flatMap(({ indonesian }) => indonesian.match(/(?<![\p{L}\p{N}])\p{Ll}+/gu) ?? []));
  const found = new Map<string, { kind: Candidate['kind']; pair: string | undefined; at: Set<Sample> }>();
  const add = (term: string, kind: Candidate['kind'], sample: Sample, pair?: string): void => {
    const known = found.get(term);
    if (known === undefined) found.set(term, { kind, pair, at: new Set([sample]) });
    else {
      known.at.add(sample);
      if (pair !== undefined && known.pair === undefined) Object.assign(known, { kind, pair });
    }
  };
  for (const sample of samples) {
    for (const [, before = '', acronym = ''] of sample.indonesian.matchAll(PAIR)) {
      const full = fullName(before, acronym);
      if (full === undefined) continue;
      add(full, 'full name', sample, acronym);
      add(acronym, 'acronym', sample, full);
    }
    for (const [name] of sample.indonesian.matchAll(NAME)) {
      const bare = withoutOpening(name, small);
      if (bare.includes(' ') && !CALENDAR.test(bare)) add(bare, 'name', sample);
    }
    for (const word of new Set(sample.unknown)) if (/\p{L}{3}/u.test(word)) add(word, 'unknown word', sample);
  }
  const candidates = [...found]
    .filter(([term, { kind, at }]) => (kind === 'full name' || kind === 'acronym' || at.size >= least) && !isKnown(term, matcher))
    .map(([term, { kind, pair, at }]): Candidate => ({ term, kind, pair, places: [...at].map(({ place }) => place), english: waysOf(term, [...at]) }));
  const order: readonly Candidate['kind'][] = ['full name', 'acronym', 'name', 'unknown word', 'sentence in two ways'];
  return [...candidates, ...twoWays(samples)].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.places.length - a.places.length || (a.term < b.term ? -1 : 1));
}

/** The end of `before` that `acronym` can stand for: begins with its first letter, and has all its letters in order. */
function fullName(before: string, acronym: string): string | undefined {
  const words = before.split(' ');
  const letters = acronym.toLowerCase().replace(/[^\p{L}]/gu, '');
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const name = words.slice(from).join(' ');
    if (!/^\p{Lu}/u.test(name) || !name.toLowerCase().startsWith(letters.charAt(0)) || words.length - from < 2) continue;
    let at = 0;
    for (const letter of name.toLowerCase()) if (letter === letters.charAt(at)) at += 1;
    // A name of capitals takes the first letters of words; one like Kemenkes any letters.
    const initials = words.slice(from).filter((word) => /^\p{Lu}/u.test(word)).length;
    if (at >= letters.length && (acronym !== acronym.toUpperCase() || initials >= Math.min(letters.length, 2))) return name;
  }
  return undefined;
}

/** Without a first word that is a name only because a sentence begins: it stands small elsewhere. */
function withoutOpening(name: string, small: ReadonlySet<string>): string {
  const [first = '', ...rest] = name.split(' ');
  if (!small.has(first.toLowerCase())) return name;
  const from = rest.findIndex((word) => /^\p{Lu}/u.test(word));
  return from === -1 ? '' : rest.slice(from).join(' ');
}

function isKnown(term: string, matcher: Matcher): boolean {
  return matcher.match(term, undefined).some(({ start, end }) => start === 0 && end === term.length);
}

/** At most so many sentences are looked at for the English of a term. */
const MOST_SAMPLES = 200;

/** English names that go with a term: in most of its sentences, or in those that lack the first such name. */
function waysOf(term: string, at: readonly Sample[]): Candidate['english'] {
  let left = at.filter(({ english }) => english !== undefined).slice(0, MOST_SAMPLES);
  const ways: { form: string; count: number }[] = [];
  const most = left.length;
  while (left.length > 0 && ways.length < 4) {
    const kept = left.filter(({ english }) => english?.includes(term) === true);
    if (kept.length > 0) {
      ways.push({ form: term, count: kept.length });
      left = left.filter((sample) => !kept.includes(sample));
      continue;
    }
    const counts = new Map<string, number>();
    for (const { english = '' } of left) for (const form of new Set(Array.from(english.matchAll(ENGLISH_NAME), ([name]) => endsOf(name.replace(/['’]s$/, ''))).flat())) counts.set(form, (counts.get(form) ?? 0) + 1);
    const [best] = [...counts].filter(([form]) => form.includes(' ') === term.includes(' ')).sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
    if (best === undefined || (best[1] < 2 && most > 1) || best[1] * 4 < left.length) break;
    ways.push({ form: best[0], count: best[1] });
    left = left.filter(({ english = '' }) => !english.includes(best[0]));
  }
  return ways.sort((a, b) => b.count - a.count);
}

/** A name, and what it is without its first words: `Residents of Angke Estuary`, `Angke Estuary`, `Estuary`. */
function endsOf(name: string): readonly string[] {
  const words = name.split(' ');
  return words.flatMap((word, from) => (/^\p{Lu}/u.test(word) && word !== 'The' ? [words.slice(from).join(' ')] : []));
}

/** Equal sentences with different English. */
function twoWays(samples: readonly Sample[]): readonly Candidate[] {
  const bySource = new Map<string, Sample[]>();
  for (const sample of samples) {
    if (sample.english === undefined) continue;
    const known = bySource.get(sample.indonesian);
    if (known === undefined) bySource.set(sample.indonesian, [sample]);
    else known.push(sample);
  }
  return [...bySource].flatMap(([term, at]): Candidate[] => {
    const counts = new Map<string, number>();
    for (const { english = '' } of at) counts.set(english, (counts.get(english) ?? 0) + 1);
    if (counts.size < 2) return [];
    const english = [...counts].map(([form, count]) => ({ form, count })).sort((a, b) => b.count - a.count);
    return [{ term, kind: 'sentence in two ways', places: at.map(({ place }) => place), pair: undefined, english }];
  });
}
