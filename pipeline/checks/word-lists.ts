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

/** Forms that are looked for as whole words, in any case of letters. */
export interface Forms {
  test(text: string): boolean;
  /** The first one word form of the text, else a longer form; null where there is none. */
  exec(text: string): { readonly 0: string; readonly index: number } | null;
}

/** One look-up a word, however many forms there are: patterns of hundreds of choices are slow. */
export function formsOf(forms: readonly string[]): Forms {
  const single = new Set(forms.filter((form) => form !== '' && /^[\p{L}\p{N}]+$/u.test(form)));
  const others = forms.filter((form) => form.trim() !== '' && !single.has(form));
  const exec: Forms['exec'] = (text) => {
    const lower = text.toLowerCase();
    for (const { text: word, index } of wordsIn(lower)) if (single.has(word)) return { 0: text.slice(index, index + word.length), index };
    for (const form of others) {
      for (let at = lower.indexOf(form); at >= 0; at = lower.indexOf(form, at + 1)) {
        if (!LETTER.test(lower.charAt(at - 1)) && !LETTER.test(lower.charAt(at + form.length))) return { 0: text.slice(at, at + form.length), index: at };
      }
    }
    return null;
  };
  return { exec, test: (text) => exec(text) !== null };
}

const LETTER = /[\p{L}\p{N}]/u;
let last: { readonly text: string; readonly words: readonly { readonly text: string; readonly index: number }[] }[] = [];

/** The words of the texts that were asked for last: many forms are looked for in the same two. */
function wordsIn(text: string): readonly { readonly text: string; readonly index: number }[] {
  const known = last.find((each) => each.text === text);
  if (known !== undefined) return known.words;
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ text: match[0], index: match.index }));
  last = [{ text, words }, ...last.slice(0, 3)];
  return words;
}
