/** Reads the word lists of `data/`. */

import { readFileSync } from 'node:fs';
import { isWordAt, runsOf } from './words.ts';

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
  const single = new Set<string>();
  /** Of several words, by their first one. */
  const longer = new Map<string, string[]>();
  /** Marks: they begin with no word. */
  const marks: string[] = [];
  for (const form of forms) {
    const [first = ''] = /^[\p{L}\p{M}\p{N}]+/u.exec(form) ?? [];
    if (form.trim() === '') continue;
    if (first === form) single.add(form);
    else if (first === '') marks.push(form);
    else longer.set(first, [...(longer.get(first) ?? []), form]);
  }
  const exec: Forms['exec'] = (text) => {
    const runs = runsOf(text);
    for (const { text: word, start } of runs) if (single.has(word)) return { 0: text.slice(start, start + word.length), index: start };
    if (longer.size === 0 && marks.length === 0) return null;
    const lower = text.toLowerCase();
    for (const { text: word, start } of longer.size === 0 ? [] : runs) {
      const form = longer.get(word)?.find((each) => lower.startsWith(each, start) && !isWordAt(lower, start + each.length));
      if (form !== undefined) return { 0: text.slice(start, start + form.length), index: start };
    }
    for (const mark of marks) {
      for (let at = lower.indexOf(mark); at >= 0; at = lower.indexOf(mark, at + 1)) {
        if (!isWordAt(lower, at - 1) && !isWordAt(lower, at + mark.length)) return { 0: text.slice(at, at + mark.length), index: at };
      }
    }
    return null;
  };
  return { exec, test: (text) => exec(text) !== null };
}
