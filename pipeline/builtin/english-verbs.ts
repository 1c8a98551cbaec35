/** Forms of English verbs. A verb of several words (`set up`, `be able to`) changes in its first. */

import { readData, rowsOf } from './tables.ts';

let irregular: ReadonlyMap<string, { past: string; participle: string }> | undefined;

function table(): ReadonlyMap<string, { past: string; participle: string }> {
  irregular ??= new Map(
    rowsOf(readData('english-verbs.tsv')).map(({ cells }) => [cells[0] ?? '', { past: cells[1] ?? '', participle: cells[2] ?? '' }]),
  );
  return irregular;
}

function first(verb: string, form: (word: string) => string): string {
  const space = verb.indexOf(' ');
  const hyphen = verb.lastIndexOf('-', space === -1 ? verb.length : space);
  const end = space === -1 ? verb.length : space;
  const begin = hyphen === -1 ? 0 : hyphen + 1;
  return verb.slice(0, begin) + form(verb.slice(begin, end)) + verb.slice(end);
}

/** `go` → `goes`; `be` → `is`. */
export function thirdPerson(verb: string): string {
  return first(verb, (word) => {
    if (word === 'be') return 'is';
    if (word === 'have') return 'has';
    if (/(s|x|z|ch|sh|[^aeiou]o)$/.test(word)) return word + 'es';
    return /[^aeiou]y$/.test(word) ? word.slice(0, -1) + 'ies' : word + 's';
  });
}

/** `go` → `went`; `be` → `was` (`were` with a plural). */
export function past(verb: string, plural: boolean): string {
  return first(verb, (word) => (word === 'be' ? (plural ? 'were' : 'was') : (table().get(word)?.past ?? withEd(word))));
}

/** The plain present for a plural subject: `be` → `are`. */
export function plain(verb: string): string {
  return first(verb, (word) => (word === 'be' ? 'are' : word));
}

export function participle(verb: string): string {
  return first(verb, (word) => (word === 'be' ? 'been' : (table().get(word)?.participle ?? withEd(word))));
}

export function gerund(verb: string): string {
  return first(verb, (word) => {
    if (word === 'be') return 'being';
    if (/ie$/.test(word)) return word.slice(0, -2) + 'ying';
    if (/[^eoy]e$/.test(word)) return word.slice(0, -1) + 'ing';
    return (doubles(word) ? word + word.slice(-1) : word) + 'ing';
  });
}

function withEd(word: string): string {
  if (word.endsWith('e')) return word + 'd';
  if (/[^aeiou]y$/.test(word)) return word.slice(0, -1) + 'ied';
  if (/[^l]ic$/.test(word)) return word + 'ked';
  return (doubles(word) ? word + word.slice(-1) : word) + 'ed';
}

// Two syllables with the stress on the last double their consonant too; no spelling shows the stress.
const STRESSED = new Set(
  'admit permit commit submit omit transmit emit refer prefer transfer confer defer infer occur incur concur recur control patrol compel expel repel propel rebel regret equip begin forget upset deter rebut allot acquit program kidnap worship unplug debug format'.split(' '),
);

function doubles(word: string): boolean {
  if (STRESSED.has(word)) return word !== 'format' && word !== 'worship';
  return /^[^aeiou]*(?:qu)?[aeiou][bdfgklmnprtz]$/.test(word);
}

/** The one who does it: `teach` → `teacher`. */
export function agent(verb: string): string {
  return first(verb, (word) => {
    if (word.endsWith('e')) return word + 'r';
    if (/[^aeiou]y$/.test(word)) return word.slice(0, -1) + 'ier';
    return (doubles(word) ? word + word.slice(-1) : word) + 'er';
  });
}
