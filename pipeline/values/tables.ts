/** Reads the word tables in `data/`: tab-separated rows; lines that begin with `#` are comments. */
import { readFileSync } from 'node:fs';
import { matchForm, wordEnd } from './scan.ts';

export function readTable(name: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8');
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** Spellings of several words, found by their first: longest first. */
export interface FormIndex<T> {
  readonly firsts: ReadonlyMap<string, readonly { readonly form: string; readonly means: T }[]>;
}

export function indexForms<T>(entries: readonly (readonly [form: string, means: T])[]): FormIndex<T> {
  const firsts = new Map<string, { form: string; means: T }[]>();
  for (const [spelling, means] of entries) {
    const form = spelling.toLowerCase();
    if (form === '') continue;
    const first = firstKey(form, 0);
    const list = firsts.get(first) ?? [];
    list.push({ form, means });
    firsts.set(first, list);
  }
  for (const list of firsts.values()) list.sort((a, b) => b.form.length - a.form.length);
  return { firsts };
}

/** The longest spelling of the index that stands at `at`. */
export function findForm<T>(index: FormIndex<T>, text: string, at: number): { readonly means: T; readonly end: number } | undefined {
  for (const { form, means } of index.firsts.get(firstKey(text, at)) ?? []) {
    const end = matchForm(text, at, form);
    if (end >= 0) return { means, end };
  }
  return undefined;
}

/** The first word of a spelling, or its first character where that is a sign. */
function firstKey(text: string, at: number): string {
  const end = wordEnd(text, at);
  if (end - at > 24) return '';
  return (end === at ? text.charAt(at) : text.slice(at, end)).toLowerCase();
}
