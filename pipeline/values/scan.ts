/** Looking at a text character by character; every function is linear in what it passes over. */

export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Letters of any script; blanks, punctuation, currency signs and symbols are none. */
export function isLetter(text: string, at: number): boolean {
  return isLetterCode(text.charCodeAt(at));
}

export function isLetterCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  return (code < 0x2000 || code > 0x2bff) && (code < 0x2e00 || code > 0x303f) && (code < 0xd800 || code > 0xf8ff) && code < 0xfe00;
}

/** The end of the run of letters at `at` (an apostrophe inside a word, as in `Jum'at`, ends it). */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (isLetterCode(text.charCodeAt(end))) end++;
  return end;
}

const LONGEST_WORD = 24;

/** The word at `at` in lower case, or '' where none begins or it is too long to be one of ours. */
export function wordAt(text: string, at: number): string {
  const end = wordEnd(text, at);
  return end === at || end - at > LONGEST_WORD ? '' : text.slice(at, end).toLowerCase();
}

export function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end)) end++;
  return end;
}

/** Letters, digits and underscores. */
export function isWordy(text: string, at: number): boolean {
  return isDigit(text, at) || text.charCodeAt(at) === 95 || isLetter(text, at);
}

export function wordyEnd(text: string, at: number): number {
  let end = at;
  while (isWordy(text, end)) end++;
  return end;
}

/** Passes over at most three blanks: what belongs together stands closer than that. */
export function blank(text: string, at: number): number {
  let end = at;
  while (end < at + 3 && isBlank(text.charCodeAt(end))) end++;
  return end;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 10 || code === 13 || code === 9 || code === 0x202f || code === 0x2009;
}

export function isBlankAt(text: string, at: number): boolean {
  return isBlank(text.charCodeAt(at));
}

export function isUpper(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

const DASHES = '-–—−‑';
export function isDash(text: string, at: number): boolean {
  return at >= 0 && at < text.length && DASHES.includes(text.charAt(at));
}

/** The word before `at` in lower case, past blanks and one full stop (`No. 5`); '' where there is none. */
export function wordBefore(text: string, at: number): string {
  let end = at;
  while (end > 0 && at - end < 3 && isBlank(text.charCodeAt(end - 1))) end--;
  if (text.charAt(end - 1) === '.') end--;
  let start = end;
  while (start > 0 && end - start <= LONGEST_WORD && isLetterCode(text.charCodeAt(start - 1))) start--;
  return end - start > LONGEST_WORD ? '' : text.slice(start, end).toLowerCase();
}

/** The end of `form` (lower case, words parted by one blank) if it stands at `at` as whole words, else -1. */
export function matchForm(text: string, at: number, form: string): number {
  let end = at;
  for (let i = 0; i < form.length; i++) {
    if (form.charAt(i) === ' ') {
      const next = blank(text, end);
      if (next === end) return -1;
      end = next;
    } else if (text.charAt(end).toLowerCase() === form.charAt(i)) end++;
    else return -1;
  }
  return isLetter(text, end - 1) && isWordy(text, end) ? -1 : end;
}
