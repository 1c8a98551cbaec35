/** Classes of characters. ASCII is decided by code; the rest by Unicode's properties. */

export const SEALED = 0xfffc;

const WORD = /^[\p{L}\p{N}\p{M}]$/u;
const UPPER = /^[\p{Lu}\p{Lt}]$/u;
const LOWER = /^\p{Ll}$/u;
const OTHER_LETTER = /^[\p{Lo}\p{Lm}]$/u;
const EMOJI = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u;
const SUPERSCRIPT = /^[¹²³⁰⁴-⁹]$/u;
// Pictures that open a line of their own (`📍 Lokasi: …`), as a bullet does.
const BULLET = /^[•▪‣·●○■□◆▶►➤➡👉📍📌🔹🔸✅☑]$/u;

/** What `\s` matches. */
export function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  if (code >= 0x2000 && code <= 0x205f) return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
  return code === 0x1680 || code === 0x3000 || code === 0xfeff;
}

/** `.`, `!`, `?`, `…` and their full-width forms, `‼`, `⁇`–`⁉`. */
export function isTerminal(code: number): boolean {
  if (code < 128) return code === 0x2e || code === 0x21 || code === 0x3f;
  return code === 0x2026 || code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x203c || (code >= 0x2047 && code <= 0x2049);
}

/** One code point of `text` as a string; empty past the end. */
export function pointAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** A letter, digit, mark or sealed piece. */
export function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiWord(code);
  return code === SEALED || (!Number.isNaN(code) && !isSuperscript(text, at) && WORD.test(pointAt(text, at)));
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isUpper(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 128 ? code >= 0x41 && code <= 0x5a : UPPER.test(char);
}

export function isLower(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 128 ? code >= 0x61 && code <= 0x7a : LOWER.test(char);
}

/** A letter of a script without capitals. */
export function isCaseless(char: string): boolean {
  return char.charCodeAt(0) > 127 && OTHER_LETTER.test(char);
}

export function isEmoji(char: string): boolean {
  return char.charCodeAt(0) > 0xff && EMOJI.test(char) && !BULLET.test(char);
}

export function isBullet(char: string): boolean {
  return char.charCodeAt(0) > 0x7f && BULLET.test(char);
}

export function isSuperscript(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0xb1 && SUPERSCRIPT.test(text.charAt(at));
}

function isAsciiWord(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}
