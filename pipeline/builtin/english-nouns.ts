/** Plurals, uncountable nouns, comparison of adjectives, and `a` or `an`. */

import { readData, rowsOf } from './tables.ts';

interface Nouns {
  readonly plural: ReadonlyMap<string, string>;
  readonly same: ReadonlySet<string>;
  /** Forms that are plural already. */
  readonly plurals: ReadonlySet<string>;
  readonly mass: ReadonlySet<string>;
  readonly an: ReadonlySet<string>;
  readonly a: ReadonlySet<string>;
}

let nouns: Nouns | undefined;

function table(): Nouns {
  if (nouns !== undefined) return nouns;
  const plural = new Map<string, string>();
  const sets: Record<string, Set<string>> = { same: new Set(), mass: new Set(), an: new Set(), a: new Set() };
  for (const { cells } of rowsOf(readData('english-nouns.tsv'))) {
    const [word = '', what = '', form = ''] = cells;
    if (what === 'plural') plural.set(word, form);
    else sets[what]?.add(word);
  }
  const { same, mass, an, a } = sets;
  nouns = { plural, plurals: new Set(plural.values()), same: same ?? new Set(), mass: mass ?? new Set(), an: an ?? new Set(), a: a ?? new Set() };
  return nouns;
}

/** The plural of a noun or noun phrase: its last word changes, or the one before `of`, `in`, `for` … */
export function pluralOf(noun: string): string {
  const whole = table().plural.get(noun);
  if (whole !== undefined) return whole;
  const inner = /^(\S+)( (?:of|in|for|to|on|at|with|from) .*)$/.exec(noun);
  if (inner !== null) return pluralWord(inner[1] ?? '') + (inner[2] ?? '');
  const cut = Math.max(noun.lastIndexOf(' '), noun.lastIndexOf('-')) + 1;
  return noun.slice(0, cut) + pluralWord(noun.slice(cut));
}

/** Whether a noun stands in an irregular plural already: `thieves`. */
export function isPluralForm(noun: string): boolean {
  return table().plurals.has(noun.slice(noun.lastIndexOf(' ') + 1)) && !table().plural.has(noun);
}

function pluralWord(word: string): string {
  const lower = word.toLowerCase();
  const known = table().plural.get(lower);
  if (known !== undefined) return lower === word ? known : word.charAt(0) + known.slice(1);
  if (table().same.has(lower) || table().plurals.has(lower) || word === '') return word;
  if (/(?:man)$/.test(lower) && /(?:spokes|business|police|chair|work|crafts|states|fisher|fire|sales)man$/.test(lower)) return word.slice(0, -3) + 'men';
  if (/child$/.test(lower)) return word + 'ren';
  if (/(s|x|z|ch|sh)$/.test(lower)) return word + 'es';
  return /[^aeiou]y$/.test(lower) && lower === word ? word.slice(0, -1) + 'ies' : word + 's';
}

/** Whether a noun takes no plural and no `a`. */
export function isMass(noun: string): boolean {
  return table().mass.has(noun.slice(Math.max(noun.lastIndexOf(' '), noun.lastIndexOf('-')) + 1));
}

/** `an` before a vowel sound. */
export function article(next: string): 'a' | 'an' {
  const word = /^[\p{L}\p{N}]+/u.exec(next)?.[0] ?? '';
  const lower = word.toLowerCase();
  const part = next.split(/[\s-]/, 1)[0] ?? '';
  for (const form of [part, word, lower]) {
    if (table().an.has(form)) return 'an';
    if (table().a.has(form)) return 'a';
  }
  if (/^\d/.test(word)) return /^(?:8|11(?!\d)|18(?!\d))/.test(word) ? 'an' : 'a';
  if (word.length > 1 && word === word.toUpperCase() && !/[AEIOU]/.test(word)) return /^[FHLMNRSX]/.test(word) ? 'an' : 'a';
  return /^[aeiou]/.test(lower) ? 'an' : 'a';
}

const COMPARED: Readonly<Record<string, readonly [string, string]>> = {
  good: ['better', 'best'],
  well: ['better', 'best'],
  bad: ['worse', 'worst'],
  far: ['further', 'furthest'],
  many: ['more', 'most'],
  much: ['more', 'most'],
  little: ['less', 'least'],
  few: ['fewer', 'fewest'],
  old: ['older', 'oldest'],
};

const SHORT = /^(?:narrow|simple|clever|gentle|quiet|shallow|hollow|noble|humble|feeble|ample)$/;

function isShort(word: string): boolean {
  if (word.includes(' ') || word.includes('-')) return false;
  if (SHORT.test(word) || /^[^aeiouy]*[aeiouy]+[^aeiouy]*[^aeiou]y$/.test(word)) return true;
  return /^[^aeiouy]*[aeiouy]+[^aeiouy]*e?$/.test(word) && !/^(?:real|right|wrong|just|worth|due|ill|prone|clear-cut|fun)$/.test(word);
}

function withEnding(word: string, ending: string): string {
  if (word.endsWith('e')) return word + ending.slice(1);
  if (/[^aeiou]y$/.test(word)) return word.slice(0, -1) + 'i' + ending;
  return (/^[^aeiou]*[aeiou][bdgmnpt]$/.test(word) ? word + word.slice(-1) : word) + ending;
}

export function comparative(word: string): string {
  return COMPARED[word]?.[0] ?? (isShort(word) ? withEnding(word, 'er') : 'more ' + word);
}

export function superlative(word: string): string {
  return COMPARED[word]?.[1] ?? (isShort(word) ? withEnding(word, 'est') : 'most ' + word);
}

/** `kind` → `kindness`; what has an ending of its own keeps to the pattern of that ending. */
export function quality(word: string): string {
  if (/(?:able|ible)$/.test(word)) return word.slice(0, -2) + 'ility';
  if (/(?:ant|ent)$/.test(word)) return word.slice(0, -1) + 'ce';
  if (/al$/.test(word)) return word + 'ity';
  return /[^aeiou]y$/.test(word) ? word.slice(0, -1) + 'iness' : word + 'ness';
}

/** The adverb of an adjective: `quick` → `quickly`. */
export function adverb(word: string): string {
  if (/^(?:fast|hard|late|early|straight|high|low|well)$/.test(word) || word.endsWith('ly')) return word;
  if (word === 'good') return 'well';
  if (/[^aeiou]le$/.test(word)) return word.slice(0, -1) + 'y';
  if (/ic$/.test(word)) return word === 'public' ? 'publicly' : word + 'ally';
  if (/ll$/.test(word)) return word + 'y';
  return /[^aeiou]y$/.test(word) ? word.slice(0, -1) + 'ily' : word + 'ly';
}
