/** Words beside a number that say what it is (`data/leaders.tsv`). */
import { blank, isDash, wordAt, wordBefore, wordEnd } from './scan.ts';
import { findForm, indexForms, readTable } from './tables.ts';
import type { FormIndex } from './tables.ts';
import type { Language } from './value.ts';

export type Role = 'code' | 'year' | 'clock' | 'age' | 'score' | 'decade' | 'to' | 'between' | 'and' | 'phase' | 'minus' | 'join';

const LEADERS = new Map(readTable('leaders.tsv').map(([language = '', role = '', forms = '']) => [`${language} ${role}`, new Set(forms.split('|'))]));

const TO: Readonly<Record<Language, FormIndex<string>>> = {
  id: indexForms([...words('id', 'to')].map((form) => [form, form])),
  en: indexForms([...words('en', 'to')].map((form) => [form, form])),
};

/** The spellings with this role. */
export function words(language: Language, role: Role): ReadonlySet<string> {
  return LEADERS.get(`${language} ${role}`) ?? new Set();
}

/** Whether the word before `at` has this role. */
export function follows(text: string, at: number, language: Language, role: Role): boolean {
  return words(language, role).has(wordBefore(text, at));
}

/** Where the number after a word with this role begins; -1 where the word at `at` has another role. */
export function pastLeader(text: string, at: number, language: Language, role: Role): number {
  const word = wordAt(text, at);
  if (word === '' || !words(language, role).has(word)) return -1;
  const end = wordEnd(text, at);
  return blank(text, text.charAt(end) === '.' ? end + 1 : end);
}

/** Where the second end of a range begins, if a hyphen or a word for `to` stands at `at` (blanks before it allowed). */
export function pastTo(text: string, at: number, language: Language): { readonly next: number; readonly spaced: boolean; readonly word: boolean } | undefined {
  const sign = blank(text, at);
  if (isDash(text, sign)) {
    const next = blank(text, sign + 1);
    const spaced = sign > at;
    return spaced === next > sign + 1 ? { next, spaced, word: false } : undefined;
  }
  if (sign === at) return undefined;
  const form = findForm(TO[language], text, sign);
  if (!form) return undefined;
  const next = blank(text, form.end);
  return next > form.end ? { next, spaced: true, word: true } : undefined;
}
