/** Words that tell what a full stop is: sentence openers and the company that letters keep. The lists are data. */

import { readTable } from './table.ts';
import { firstWord, secondWord } from './around.ts';
import type { Next } from './around.ts';

/** Opens sentences and is no name: by list, or by a form that names do not have. */
export function isOpener(next: Next): boolean {
  const word = titleCase(firstWord(next));
  if (openers.has(word) || openers.has(`${word} ${secondWord(next)}`)) return true;
  return OPENER_FORM.test(word) || isReduplicated(word);
}

/** A closed-class word: opens sentences even where a name is due (`berpangkat AKBP. Ia …`). */
export function isFunctionWord(next: Next): boolean {
  return openers.get(titleCase(firstWord(next))) === 'function';
}

/** Before a single letter that is no initial: `vitamin C`, `Serie A`, `Komisi I`, `berinisial R`. */
export function takesLetter(word: string): boolean {
  return isOf('letter', bare(word));
}

/** Opens a heading with a number of its own: `Pasal 5.`, `Bab IV.` */
export function numbersHeading(word: string): boolean {
  return isOf('heading', bare(word));
}

/** A verb of saying that belongs to the quotation before it, even with a capital: `"Siap!" Kata dia.` */
export function isSaying(word: string): boolean {
  return isOf('saying', bare(word)) || isOf('saying', bare(word).replace(/nya$/, ''));
}

/** Who speaks, after a verb of saying: `Tanya polisi itu.` */
export function isSpeaker(word: string): boolean {
  return isOf('speaker', word);
}

/** `dr.`, `drg.`: written small even where they open a sentence. */
export function isSmallTitle(word: string): boolean {
  return isOf('small-title', word);
}

/** A name that ends with a mark (`Yahoo!`) and is no end of a sentence. */
export function isMarkedName(token: string): boolean {
  return isOf('marked', token);
}

/** A name that is written small even where it opens a sentence: `detikcom`, `iPhone`, `e-KTP`, a URL. */
export function isSmallName(word: string): boolean {
  return isOf('small', word) || /^(?:[a-z]{1,2}[A-Z]|e-[A-Z]|https?[:/]|www\.)/.test(word);
}

// Nouns and verbs of at least four syllables' make: `Kecelakaan`, `Penangkapan`, `Ditambahkan`, `Sebelumnya`.
const OPENER_FORM = /^(?:Ke[a-z]{4,}an|P(?:e|em|en|eng|eny|er)[a-z]{5,}an|Di[a-z]{4,}kan|Me[a-z]{5,}kan|[A-Z][a-z]{3,}nya)$/;

const openers: ReadonlyMap<string, string> = new Map(readTable('openers.tsv').flatMap(([kind, words]) => words.split(', ').map((word) => [word, kind] as const)));
const contexts: ReadonlyMap<string, ReadonlySet<string>> = new Map(readTable('contexts.tsv').map(([kind, words]) => [kind, new Set(words.split(', '))]));

function isOf(kind: string, word: string): boolean {
  return contexts.get(kind)?.has(word) === true;
}

function isReduplicated(word: string): boolean {
  const match = /^(\p{Lu}\p{Ll}{2,})-(\p{Ll}+)$/u.exec(word);
  return match?.[1] !== undefined && match[2]?.startsWith(match[1].toLowerCase()) === true;
}

/** `KINI` in a text of capitals is `Kini`. */
function titleCase(word: string): string {
  return word.length > 1 && word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word;
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}
