/**
 * Clitics and particles that Indonesian writes at the end of a word (EYD, 5th edition, rules for
 * writing `-ku -mu -nya` and `-lah -kah -pun`): the term ends before them.
 */

import { readFileSync } from 'node:fs';

export interface Stem {
  readonly stem: string;
  /** What was taken off, without hyphen: `nya`, `nyalah`. */
  readonly clitic: string;
}

/** The ways to read a folded word as a stem with a clitic, fewest letters taken off first. */
export function stemsOf(fold: string): readonly Stem[] {
  const last = fold.charCodeAt(fold.length - 1);
  if ((last !== A && last !== H && last !== N && last !== U) || fold.length < 4) return NONE;
  const found: Stem[] = [];
  const particle = endOf(fold, PARTICLES);
  const rest = particle === '' ? fold : fold.slice(0, -particle.length);
  const pronoun = endOf(rest, PRONOUNS);
  if (particle === '' && pronoun === '') return NONE;
  if (WHOLE.has(fold)) return NONE;
  if (particle !== '') add(found, rest, particle);
  if (pronoun !== '' && !WHOLE.has(rest)) add(found, rest.slice(0, -pronoun.length), pronoun + particle);
  return found;
}

/** Whether a folded word after a hyphen is a clitic: `PSE-nya`, `PSE-nyalah`. */
export function isClitic(fold: string): boolean {
  return CLITICS.has(fold);
}

const PARTICLES = ['lah', 'kah', 'pun'];
const PRONOUNS = ['nya', 'ku', 'mu'];
const CLITICS: ReadonlySet<string> = new Set([
  ...PARTICLES,
  ...PRONOUNS,
  ...PRONOUNS.flatMap((pronoun) => PARTICLES.map((particle) => pronoun + particle)),
]);
const WHOLE: ReadonlySet<string> = new Set(
  readFileSync(new URL('./data/whole-words.txt', import.meta.url), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#')),
);
const NONE: readonly Stem[] = [];
const A = 97;
const H = 104;
const N = 110;
const U = 117;

function endOf(word: string, ends: readonly string[]): string {
  for (const end of ends) if (word.length > end.length + 1 && word.endsWith(end)) return end;
  return '';
}

/** A closing quotation mark may stand between: `'PSE'nya`. */
function add(found: Stem[], stem: string, clitic: string): void {
  found.push({ stem: stem.endsWith("'") ? stem.slice(0, -1) : stem, clitic });
}
