/** Spells words as Markdown: as few escapes as the place allows, or as many as there are. */


const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Decides which characters are markup at the place where the words stand. */
export type Place = 'flow' | 'heading' | 'cell' | 'label' | 'title' | 'yaml';

/** Every ASCII punctuation mark with a backslash. */
export function escapeAll(value: string): string {
  return value.replace(PUNCTUATION, '\\$&');
}

/** Every ASCII punctuation mark as a character reference: no parser of Markdown reads these as markup. */
export function referAll(value: string): string {
  return value.replace(PUNCTUATION, (letter) => refer(letter));
}

/** One character as a character reference. */
export function refer(letter: string): string {
  return `&#x${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
}

export interface Around {
  /** The last character before, as Markdown; empty at the beginning of a block. */
  readonly before: string;
  /** The first character after, as Markdown; empty at the end of a block. */
  readonly after: string;
  /** Whether the words begin a line, where `#` or `1.` would begin a block. */
  readonly startsLine: boolean;
  readonly place: Place;
  readonly inCell: boolean;
  /** The quote that ends a title. */
  readonly quote: string;
  /** Whether the words stand in the text of a link. */
  readonly inLink: boolean;
}

/** `value` with an escape wherever Markdown would otherwise read markup, as far as that can be told from here. */
export function escapeWords(value: string, around: Around): string {
  if (!/[!-/:-@[-`{-~]|^\d/.test(value)) return value;
  let out = '';
  for (let at = 0; at < value.length; at += 1) {
    const letter = value.charAt(at);
    const previous = at === 0 ? around.before : value.charAt(at - 1);
    const next = at + 1 < value.length ? value.charAt(at + 1) : around.after;
    const isAtEnd = at + 1 === value.length;
    if (needsEscape(letter, { previous, next, isAtEnd, value, at }, around)) out += '\\';
    out += letter;
  }
  return around.startsLine ? guardLineStart(out) : out;
}

interface Spot {
  readonly previous: string;
  readonly next: string;
  readonly isAtEnd: boolean;
  readonly value: string;
  readonly at: number;
}

function needsEscape(letter: string, { previous, next, isAtEnd, value, at }: Spot, around: Around): boolean {
  switch (letter) {
    case '\\':
      return isAtEnd || isPunctuation(next);
    case '`':
      return true;
    case '*':
      return !(isBlank(previous) && isBlank(next));
    case '_':
      return !(isWord(previous) && isWord(next));
    case '~':
      return !(isBlank(previous) && isWord(next));
    case '[':
      return around.place === 'label' || around.inLink || next === '^' || (previous === '' && around.startsLine) || previous === ']';
    case ']':
      return around.place === 'label' || around.inLink || next === '(' || next === '[' || next === ':';
    case '(':
      return at === 0 && previous === ']' || (around.place === 'title' && around.quote === '(');
    case ')':
      return around.place === 'title' && around.quote === '(';
    case '!':
      return next === '[';
    case '<':
      return /[A-Za-z/!?]/.test(next);
    case '&':
      return isAtEnd || /^&#?\w{1,32};/.test(value.slice(at, at + 40));
    case '|':
      return around.inCell;
    case '{':
      return next === '{' || next === '%';
    case ':':
      return (at === 0 && previous === ']') || (/^::?[A-Za-z]/.test(value.slice(at, at + 3)) && /^::?[\w-]{1,63}[[{]/.test(value.slice(at, at + 66)));
    case '#':
      return around.place === 'heading' && previous !== '#' && around.after === '' && isClosing(value, at);
    case '"':
    case "'":
      return around.place === 'title' && around.quote === letter;
    default:
      return false;
  }
}

/** Whether only `#` and blanks follow: they would close the heading and be lost. */
function isClosing(value: string, at: number): boolean {
  return /^#+[ \t]*$/.test(value.slice(at));
}

/** What begins a block of its own at the beginning of a line. `text` is escaped already. */
function guardLineStart(text: string): string {
  const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(text);
  if (number !== null) return `${number[0]}\\${text.slice(number[0].length)}`;
  if (/^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|--|=|:{2,}|:?-|\|)/.test(text)) return `\\${text}`;
  return text;
}

function isBlank(letter: string): boolean {
  return letter === '' || /\s/.test(letter);
}

function isWord(letter: string): boolean {
  return letter !== '' && /[^\s\p{P}\p{S}]/u.test(letter);
}

function isPunctuation(letter: string): boolean {
  return letter !== '' && /[!-/:-@[-`{-~]/.test(letter);
}
