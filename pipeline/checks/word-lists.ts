/** Reads the word lists of `data/`. */

import { readFileSync } from 'node:fs';

/** Rows of a table split at tabs, without its comments. */
export function readRows(name: string): readonly (readonly string[])[] {
  return readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** The words of a list with blanks between them, read when they are asked for first. */
export function wordList(name: string): (word: string) => boolean {
  let words: ReadonlySet<string> | undefined;
  return (word) => {
    words ??= new Set(readRows(name).flatMap(([line = '']) => line.split(' ')).filter((each) => each !== ''));
    return words.has(word);
  };
}

/** A pattern for any of `forms` as whole words; blanks in a form stand for any blanks. Never matches where there are none. */
export function anyOf(forms: readonly string[]): RegExp {
  const spelt = forms
    .filter((form) => form.trim() !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
  return spelt.length === 0 ? /(?!)/u : new RegExp(`(?<![\\p{L}\\p{N}])(?:${spelt.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
