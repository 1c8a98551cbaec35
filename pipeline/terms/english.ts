/** English forms of terms in a text: with plural and possessive, at word edges, hyphen or blank between words. */

/** Where a form stands. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  /** Said in the plural where the form is in the singular. */
  readonly plural: boolean;
  /** `'s` or `'` after it; empty for none. */
  readonly possessive: string;
  /** False where only the case of letters is wrong (`eso` for `ESO`). */
  readonly caseFits: boolean;
}

/**
 * Every place of `form` in `english`. Accepted with it: plural of its head (`ministers of trade`) and of a
 * name in brackets, possessive, blank for hyphen. Case: any for words without capitals; a capital must be
 * there where the form has one, save the first of a form that is otherwise small; acronyms must be as
 * spelt; text all in capitals may be anything. `isName` says that a form of one word is a proper name.
 */
export function findForm(english: string, form: string, isName: boolean): readonly Spot[] {
  const { words, pattern, beginning } = compiled(form);
  // Most forms that are looked for are not there, and that is seen without the pattern.
  if (words.length === 0 || !english.toLowerCase().includes(beginning)) return [];
  const capitals = !/\p{Ll}/u.test(english);
  const spots: Spot[] = [];
  for (const match of english.matchAll(pattern)) {
    const start = match.index;
    const found = match.slice(1, words.length + 1);
    const { end, possessive } = ending(english, start + match[0].length, match[words.length + 1] ?? '');
    if (isWordAt(english, start - 1) || (isWordAt(english, end - possessive.length) && isWordAt(english, end - possessive.length - 1))) continue;
    const isFree = !(isName && words.length === 1) && isSmall(words);
    spots.push({
      start,
      end,
      plural: words.some((word, n) => isPluralOf(found[n] ?? '', word)),
      possessive,
      caseFits: capitals || words.every((word, n) => caseFits(found[n] ?? '', word, n === 0 && isFree)),
    });
  }
  return spots;
}

/** `form` with its head, and a name in brackets, in the plural. */
export function pluralise(form: string): string {
  const { heads } = split(form);
  return form
    .split(WORD)
    .map((piece, n) => (n % 2 === 1 && heads.has((n - 1) / 2) ? (pluralsOf(piece)[0] ?? piece) : piece))
    .join('');
}

/** `a` or `an` before `next`; undefined where it depends on how an acronym is said. */
export function articleFor(next: string): 'a' | 'an' | undefined {
  const [word = ''] = /^[\p{L}\p{N}]+/u.exec(next) ?? [];
  if (word === '' || /^\p{N}/u.test(word)) return undefined;
  if (/^\p{Lu}{2,}/u.test(word)) {
    const isSpelled = word.length <= 3 || !/[AEIOU]/.test(word);
    return isSpelled ? (/^[AEFHILMNORSX]/.test(word) ? 'an' : 'a') : undefined;
  }
  if (/^(?:hour|honest|honou?r|heir)/i.test(word)) return 'an';
  if (/^(?:uni(?!n|m)|use|usu|eu|one|once|ubi)/i.test(word)) return 'a';
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}

const WORD = /([\p{L}\p{M}\p{N}_'’]+)/u;
const PREPOSITION = /^(?:of|for|to|in|on|through)$/i;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}_]/u;

/** Whether a word's character stands at `at`. Word edges are seen to here: in each pattern they would make it slow to build. */
function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && WORD_CHARACTER.test(text.charAt(at));
}

/** Where a place really ends: what looks like a possessive may be a closing quotation mark, or go on as a word. */
function ending(english: string, end: number, possessive: string): { end: number; possessive: string } {
  const bare = end - possessive.length;
  const isReal = possessive.length === 2 ? !isWordAt(english, end) : /s/i.test(english.charAt(bare - 1)) && !isWordAt(english, end);
  return possessive !== '' && isReal ? { end, possessive } : { end: bare, possessive: '' };
}

interface Compiled {
  readonly words: readonly string[];
  /** Letters, small, that every variant of the first word begins with. */
  readonly beginning: string;
  readonly pattern: RegExp;
}

/** Forms recur in every segment that holds the term, and making a pattern costs more than using it. */
const cache = new Map<string, Compiled>();
const CACHE_SIZE = 5000;

function compiled(form: string): Compiled {
  const known = cache.get(form);
  if (known !== undefined) return known;
  const { pieces, words, heads } = split(form);
  let source = '';
  for (const [n, piece] of pieces.entries()) {
    if (n % 2 === 0) source += separator(piece, n === 0 || n === pieces.length - 1);
    else source += `(${variantsOf(piece, heads.has((n - 1) / 2)).map(escape).join('|')})`;
  }
  // Without the Unicode flag a pattern is built a good deal faster.
  const flags = /^[\0-\x7F]*$/.test(form) ? 'gi' : 'giu';
  const made = { words, beginning: beginningOf(words[0] ?? ''), pattern: new RegExp(`${source}(['’]s?)?`, flags) };
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(form, made);
  return made;
}

/** `spokes` of spokesperson and spokespeople, `compan` of company and companies. */
function beginningOf(word: string): string {
  const [plain = ''] = word.split(/['’]/);
  return plain.toLowerCase().replace(/(?:person|man|ies|y|s)$/u, '');
}

/** The pieces of a form, its words (every second piece), and which of them may be plural. */
function split(form: string): { pieces: readonly string[]; words: readonly string[]; heads: ReadonlySet<number> } {
  const pieces = form.trim().split(WORD);
  const words = pieces.filter((_, n) => n % 2 === 1);
  const heads = new Set<number>();
  // The first head counts (`Ministries of Trade and Industry`), and once more after a bracket opens.
  let wanted = true;
  for (const [n] of words.entries()) {
    const next = words[n + 1];
    const gap = pieces[2 * n + 2] ?? '';
    const isHead = next === undefined || /[(),]/.test(gap) || (PREPOSITION.test(next) && gap === ' ');
    if (wanted && isHead) {
      heads.add(n);
      wanted = false;
    }
    if (gap.includes('(')) wanted = true;
  }
  return { pieces, words, heads };
}

function separator(gap: string, atEdge: boolean): string {
  if (gap === '') return '';
  if (!atEdge && /^\s+$/u.test(gap)) return '(?:\\s+|[-‐‑])';
  if (!atEdge && /^[-‐‑]$/u.test(gap)) return '(?:[-‐‑]|\\s+)';
  return gap
    .split(/(\s+)/u)
    .map((piece, n) => (n % 2 === 1 ? '\\s+' : escape(piece)))
    .join('');
}

function variantsOf(word: string, isHead: boolean): readonly string[] {
  const spelt = word.replaceAll('’', "'");
  if (!isHead) return [spelt];
  return [...new Set([...pluralsOf(spelt), spelt, ...singularsOf(spelt)])].sort((a, b) => b.length - a.length);
}

function pluralsOf(word: string): readonly string[] {
  if (/\p{N}$/u.test(word) || singularsOf(word).length > 0) return [];
  if (/^(?:information|equipment|software|staff|series|media|data)$/i.test(word)) return [];
  const acronym = /\p{Lu}$/u.test(word);
  if (acronym) return [`${word}s`];
  if (/person$/i.test(word)) return [`${word}s`, `${word.slice(0, -6)}people`];
  if (/[a-z]man$/i.test(word)) return [`${word.slice(0, -2)}en`];
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return [`${word}es`];
  if (/[^aeiou]y$/i.test(word)) return [`${word.slice(0, -1)}ies`];
  return [`${word}s`];
}

/** The singular of a form that is given in the plural: small words and acronyms only, for `Affairs` is a name. */
function singularsOf(word: string): readonly string[] {
  if (/\p{Lu}s$/u.test(word)) return [word.slice(0, -1)];
  if (!/^\p{Ll}+$/u.test(word) || word.length < 4 || !/[^suai]s$/.test(word)) return [];
  return word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : [word.slice(0, -1)];
}

function isPluralOf(found: string, word: string): boolean {
  return found.toLowerCase() !== word.toLowerCase() && pluralsOf(word).some((plural) => plural.toLowerCase() === found.toLowerCase());
}

function caseFits(found: string, word: string, isFree: boolean): boolean {
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  if (capitals === 0) return true;
  if (capitals === 1) return !/^\p{Lu}/u.test(word) || isFree || /^\p{Lu}/u.test(found);
  return found.startsWith(word) || word.startsWith(found);
}

/** A form of which only the first letter may be a capital: a spreadsheet may have put it there. */
function isSmall(words: readonly string[]): boolean {
  return words.slice(1).every((word) => !/\p{Lu}/u.test(word));
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]");
}
