/**
 * Names and initials stay as they are. A name that is gone is a fault only where something else shows it: a name
 * nearly like it in its place, another name beside its other half, or nothing left of a name of several words.
 * Titles may go, the last half of a name may stand for the whole, and names of countries have an English of their own.
 *
 * @silent Gubernur Ridwan Kamil datang ke Jepang. | Governor Kamil came to Japan.
 * @silent Tersangka berinisial AS ditangkap. | A suspect identified as A.S. was arrested.
 * @silent Pemilik Toko Mau Setop Proyek Besar | Shop Owner Wants to Stop Big Project
 * @finding Gubernur Ridwan Kamil datang. | Governor Ridwan Kamal came. | Unexpected “Kamal”, expected “Kamil”
 * @silent Orang Thailand pergi ke Qatar. | The Thais went to Qatar.
 * @finding Ia pergi ke Qatar. | The man went to Qutar. | Unexpected “Qutar”, expected “Qatar”
 * @finding Tersangka berinisial AS ditangkap. | A suspect, Agus Santoso, was arrested. | initials AS are missing, expected them as they are
 */

import { distance } from './distance.ts';
import type { Finding } from '../model.ts';
import { isIndonesian } from './indonesian.ts';
import type { Check, Pair } from './pair.ts';
import { wordList } from './word-lists.ts';
import { type Word, wordsOf } from './words.ts';

const hasEnglish = wordList('capitals.txt');
const isEnglishCapital = wordList('english-capitals.txt');

interface Name {
  readonly text: string;
  /** Lower case, without accents and the possessive. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Stands right behind the name before it, a blank between. */
  readonly joined: boolean;
  /** Stands behind `PT` or `CV`: whatever word it is, it is a name. */
  readonly firm: boolean;
}

export const names: Check = {
  rule: 'names',
  check(pair) {
    const glossed = pair.uses.map(({ start, end }) => ({ start, end }));
    const bare = initials(pair);
    if (bare.length > 0) return bare;
    const bent = acronyms(pair);
    if (bent.length > 0) return bent;
    const shared = sharedNames(pair);
    if (shared.length > 0) return shared;
    const titled = isTitled(pair.indonesian);
    const source = capitals(pair.indonesian).filter((name) => isName(name, pair.indonesian) && !(titled && isWord(name, pair)) && !glossed.some(({ start, end }) => name.start < end && start < name.end));
    if (source.length === 0) return [];
    const inEnglish = fold(pair.english);
    const missing = source.filter(({ key }) => !inEnglish.includes(key));
    if (missing.length === 0) return [];
    const english = capitals(pair.english);
    const inSource = fold(pair.indonesian);
    const extra = english.filter(({ key }) => !inSource.includes(key) && !isEnglishCapital(key));
    const findings = missing.flatMap((name): Finding[] => {
      const wrong = near(name, extra) ?? (isIndonesian(name.key) && !name.firm ? undefined : (beside(name, source, english, extra) ?? instead(name, source, missing, extra)));
      if (wrong === undefined) return [];
      extra.splice(extra.indexOf(wrong), 1);
      return [{ rule: 'names', message: `Unexpected “${wrong.text}”, expected “${name.text}”`, actual: wrong.text, expected: name.text, start: wrong.start, end: wrong.end }];
    });
    return findings.length === 0 && extra.every(({ start }) => start === 0) ? gone(source, missing) : findings;
  },
};

/** Capitalised words that are no Indonesian and have no English of their own. The first word of a sentence may be any word. */
function isName({ text, key, start, joined, firm }: Name, sentence: string): boolean {
  if (firm) return true;
  if (text.length < 3 || /\d/u.test(text) || text === text.toUpperCase() || (isIndonesian(key) && !joined) || hasEnglish(key) || isEnglishCapital(key)) return false;
  return joined || !begins(sentence, start) || /\p{Ll}\p{Lu}/u.test(text) || /^\p{Lu}[\p{L}'-]+\s+\p{Lu}/u.test(sentence.slice(start));
}

/** Whether nearly every word has a capital, as in headlines: then it says nothing of names. */
function isTitled(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.length >= 4 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= 0.75 * words.length;
}

/** A word of Indonesian, as far as the lists tell. */
function isWord({ text, key, firm }: Name, { bilingual }: Pair): boolean {
  if (firm || /\p{Ll}\p{Lu}/u.test(text)) return false;
  const stems = bilingual?.rendered(key)?.stems;
  return isIndonesian(key) || (stems !== undefined && bilingual !== undefined && !stems.has(bilingual.stem(key)));
}

/** Whether the word at `start` begins a sentence, a quotation or what is in brackets. */
function begins(sentence: string, start: number): boolean {
  const mark = sentence.charAt(sentence.slice(0, start).trimEnd().length - 1);
  return start === 0 || '.!?:'.includes(mark) || '"“('.includes(mark);
}

/** A word spelt nearly the same: one letter in four. */
function near(name: Name, extra: readonly Name[]): Name | undefined {
  const most = name.firm ? 0 : isIndonesian(name.key) ? 1 : name.key.length < 4 ? 0 : name.key.length < 6 ? 1 : 2;
  return extra.find(({ key }) => Math.abs(key.length - name.key.length) <= most && distance(key, name.key) <= most && !isExonym(name.key, key))
    ?? extra.find(({ key }) => name.joined && !isIndonesian(name.key) && key.length > 4 && name.key.length > 4 && key.slice(0, 4) === name.key.slice(0, 4) && distance(key, name.key) <= 4 && !isExonym(name.key, key));
}

/** Names of places whose English differs by its ending or by a letter of the old spelling alone: `Afrika`, `Arabia`. */
function isExonym(indonesian: string, english: string): boolean {
  const bare = (word: string): string => word
    .replace(/(?:ians?|eans?|ese|ish)$/u, '')
    .replaceAll(/ph|v/gu, 'f').replaceAll(/ch|kh|c|q/gu, 'k').replaceAll('oe', 'u').replaceAll('dj', 'j').replaceAll('tj', 'c')
    .replaceAll('sy', 'sh').replaceAll(/y|ij/gu, 'i').replaceAll('x', 'ks').replaceAll('th', 't')
    .replaceAll(/(.)\1/gu, '$1').replace(/(?:i[ae]?|ea|ee?)$/u, '');
  const [own, other] = [bare(indonesian), bare(english)];
  // `Thailand` and `Thais`, `Efesia` and `Ephesians`: a people named after its land.
  return own === other || (own.slice(0, 3) === other.slice(0, 3) && /(?:land|ia|stan|ika)$/u.test(indonesian) && /(?:ai|an|ese|ish)s?$/u.test(english));
}

/** `Susanto` in `Joko Susanto` where the source has `Joko Susilo`: one half holds, the other does not. */
function beside(name: Name, source: readonly Name[], english: readonly Name[], extra: readonly Name[]): Name | undefined {
  const at = source.indexOf(name);
  const before = name.joined ? source[at - 1] : undefined;
  const after = source[at + 1]?.joined === true ? source[at + 1] : undefined;
  return extra.find((other) => {
    if (/(?:ika|ia|land|stan)$/u.test(name.key) && isExonym(name.key, other.key)) return false;
    const n = english.indexOf(other);
    const [left, right] = [english[n - 1], english[n + 1]];
    const behind = before !== undefined && other.joined && left?.key === before.key;
    const ahead = after !== undefined && right?.joined === true && right.key === after.key;
    // Where neither half holds, two names in place of two.
    return behind || ahead;
  });
}

/** Another name where a whole name is gone: two words for two, or the only one that the Indonesian does not have for the only one that is missing. */
function instead(name: Name, source: readonly Name[], missing: readonly Name[], extra: readonly Name[]): Name | undefined {
  const at = source.indexOf(name);
  const pairWith = [source[at + 1]?.joined === true ? source[at + 1] : undefined, name.joined ? source[at - 1] : undefined].find((other) => other !== undefined);
  const second = extra.find((other, n) => other.joined && extra[n - 1]?.end === other.start - 1);
  if (pairWith !== undefined) return missing.includes(pairWith) && missing.length === 2 && extra.length === 2 ? second : undefined;
  const within = extra.filter(({ start }) => start > 0);
  const [only] = within;
  // The first word of a sentence is no name for its capital; and what begins alike is one name in two spellings.
  // A brand with a capital inside is never translated: any other name is in its place.
  if (missing.length === 1 && extra.length === 1 && /\p{Ll}\p{Lu}/u.test(name.text)) return extra[0];
  if (missing.length !== 1 || within.length !== 1 || only === undefined || name.start === 0) return undefined;
  return isRespelt(only.key, name.key) || isExonym(name.key, only.key) || /(?:ian|ish|ese|ists?|ism|ic|al)$/u.test(only.key) ? undefined : only;
}

/** Two spellings of one name begin alike and differ by little more than their ends. */
function isRespelt(one: string, other: string): boolean {
  return one.slice(0, 3) === other.slice(0, 3) && (one.length < 8 || distance(one, other) < 4);
}

/** A name of two or more words, none of them Indonesian, of which nothing stands in an English that has no other name. */
function gone(source: readonly Name[], missing: readonly Name[]): readonly Finding[] {
  const at = source.findIndex((name, n) => {
    const next = source[n + 1];
    return next?.joined === true && source[n + 2]?.joined !== true && !name.joined && [name, next].every((each) => missing.includes(each) && each.key.length > 2 && !isIndonesian(each.key));
  });
  const [first, second] = [source[at], source[at + 1]];
  if (first === undefined || second === undefined) return [];
  const text = `${first.text} ${second.text}`;
  return [{ rule: 'names', message: `“${text}” is missing, expected it as it is`, expected: text }];
}

/** An acronym of three letters or more of which one letter has become another: KPK and BPK are two offices. */
function acronyms({ indonesian, english, uses }: Pair): readonly Finding[] {
  const of = (text: string): readonly Word[] => wordsOf(text).filter(({ text: word }) => /^\p{Lu}{3,6}$/u.test(word));
  const source = of(indonesian).filter(({ text, start }) => !english.includes(text) && !uses.some((use) => use.start <= start && start < use.end));
  if (source.length === 0 || indonesian === indonesian.toUpperCase()) return [];
  const extra = of(english).filter(({ text }) => !indonesian.includes(text) && !uses.some((use) => use.target.includes(text)));
  return source.flatMap(({ text }): Finding[] => {
    const wrong = extra.find((other) => other.text.length === text.length && distance(other.text, text) === 1);
    if (wrong === undefined) return [];
    return [{ rule: 'names', message: `Unexpected “${wrong.text}”, expected “${text}”`, actual: wrong.text, expected: text, start: wrong.start, end: wrong.start + wrong.text.length }];
  });
}

/** Initials after `berinisial`, or before an age in brackets, must stand in the English, with or without full stops. */
function initials({ indonesian, english }: Pair): readonly Finding[] {
  const found = indonesian.matchAll(/(?:[Bb]erinisial|[Ii]nisial)\s+((?:\p{Lu}\.?\s?){1,5})(?![\p{L}])|(?<![\p{L}.])(\p{Lu}{2,3})\s?\(\d{1,2}\)/gu);
  const letters = english.replaceAll(/(?<=(?<!\p{L})\p{Lu})\.?\s?(?=\p{Lu}(?!\p{Ll}))/gu, '');
  return [...found].flatMap(([, marked, aged]): Finding[] => {
    const text = (marked ?? aged ?? '').trim();
    const bare = text.replaceAll(/[.\s]/gu, '');
    if (bare === '' || new RegExp(`(?<!\\p{L})${bare}(?!\\p{L})`, 'u').test(letters)) return [];
    return [{ rule: 'names', message: `initials ${text} are missing, expected them as they are`, expected: text }];
  });
}

/** A name that both languages spell alike (Israel, Qatar), where nothing stands in the English but a name with one letter changed. */
function sharedNames({ indonesian, english, uses, bilingual }: Pair): readonly Finding[] {
  if (bilingual === undefined) return [];
  const lower = english.toLowerCase();
  const missing = capitals(indonesian).filter(({ key, start }) => key.length > 4 && (hasEnglish(key) || isIndonesian(key)) && !lower.includes(key) && !uses.some((use) => use.start <= start && start < use.end));
  if (missing.length === 0) return [];
  const found = new Set(wordsOf(english).map(({ text }) => bilingual.stem(text.toLowerCase())));
  const extra = capitals(english).filter(({ key }) => !isEnglishCapital(key) && !hasEnglish(key) && bilingual.rendered(key) === undefined);
  return missing.flatMap((name): Finding[] => {
    const stems = bilingual.rendered(name.key)?.stems;
    if (stems?.has(bilingual.stem(name.key)) !== true || [...stems].some((stem) => found.has(stem))) return [];
    const wrong = extra.find(({ key }) => distance(key, name.key) === 1);
    return wrong === undefined ? [] : [{ rule: 'names', message: `Unexpected “${wrong.text}”, expected “${name.text}”`, actual: wrong.text, expected: name.text, start: wrong.start, end: wrong.end }];
  });
}

function capitals(text: string): Name[] {
  let last = -1;
  let firm = false;
  return wordsOf(text).filter(({ text: word, start }) => isCapital(word) && !isAddress(text, start, start + word.length)).map(({ text: word, start }) => {
    const spelt = word.replace(/['’]s$/u, '');
    const joined = last >= 0 && last < start && text.slice(last, start).trim() === '';
    const name = { text: spelt, key: fold(spelt), start, end: start + spelt.length, joined, firm: firm && joined };
    last = name.end;
    firm = spelt === 'PT' || spelt === 'CV' || name.firm;
    return name;
  });
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}

/** Whether the word is part of a handle, a path, a domain or the like. */
function isAddress(text: string, start: number, end: number): boolean {
  return (start > 0 && '@#/_.-'.includes(text.charAt(start - 1))) || (end < text.length && '@/'.includes(text.charAt(end))) || (text.charAt(end) === '.' && /^\p{Ll}/u.test(text.slice(end + 1, end + 3)));
}

function fold(text: string): string {
  if (/^[\u0000-\u007F]*$/u.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}
