/** What a block looks like, whatever it says: a title, running text, one whole quotation. */

/** Ends as a sentence does: full stop, question mark, colon …, closing quotes and brackets after it allowed. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;,]["”’'»)\]]{0,3}$/.test(text.slice(-6));
}

/** Could stand as a title or a label: short, one line, no full stop at its end. */
export function isTitleLike(text: string): boolean {
  return text.length <= 200 && !/[.…:;,]["”’'»)\]]{0,3}$/.test(text.slice(-6)) && !/[.!?]["”’']? \p{Lu}.*\./u.test(text);
}

/** Reads as running text: ends in a full stop (also inside quotes), or is too long for a title. */
export function isRunning(text: string): boolean {
  return text.length > 200 || (/[.…]["”’'»)\]]{0,3}$/.test(text.slice(-6)) && wordCount(text) > 1) || (/[!?]["”’']?$/.test(text.slice(-3)) && wordCount(text) > 20);
}

/** Most of the content words begin with a capital or a digit: `Harga Cabai di Pasar Naik`. */
export function isTitleCase(text: string): boolean {
  const content = text.split(' ').filter((word) => LETTER.test(word) && !SMALL.has(word.toLowerCase()));
  const capital = content.filter((word) => /^[^\p{L}\d]*[\p{Lu}\d]/u.test(word)).length;
  return content.length > 0 && capital / content.length >= 0.75;
}

/** A person's name and nothing else: two to four words, each with a capital, no small words of a title. */
export function isBareName(text: string): boolean {
  return text.length <= 50 && /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u.test(text);
}

/** The whole of the block is one quotation, with nothing before, between or after. */
export function isWholeQuote(text: string): boolean {
  if (text.length < 4) return false;
  const end = /["”’]([.!?])?$/.exec(text.slice(-2));
  if (!end) return false;
  const inner = text.slice(1, text.length - end[0].length);
  if (text.startsWith('"')) return !inner.includes('"');
  return text.startsWith('“') && !/[“”]/.test(inner);
}

/** Number of words; counts no further than 400 characters in. */
export function wordCount(text: string): number {
  return text.slice(0, 400).split(' ').filter((word) => LETTER.test(word)).length;
}

/** A letter of any script, or a digit; no sign, no dash. Cheaper than `\p{L}` by much. */
const LETTER = /[A-Za-z\d\u00C0-\u1FFF\u2C00-\uFFFF]/;

/** Two givings of the same headline, also where one has the outlet's name after it (`… - Padan.id`). */
export function isSameTitle(one: string, other: string): boolean {
  const [short, long] = [plainTitle(one), plainTitle(other)].sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || short === '') return false;
  if (short === long) return true;
  return short.length >= 20 && long.startsWith(short) && /^ (?:[-–—|:]|\p{L}+ ?[-–—|])/u.test(long.slice(short.length)) && long.length - short.length <= 50;
}

function plainTitle(text: string): string {
  return text.slice(0, 400).toLowerCase().replace(/[“”"'‘’]/g, '').replace(/\s+/g, ' ').replace(/[.!?…]$/, '').trim();
}

/** Words that stay small in Indonesian titles (Ejaan Bahasa Indonesia V, on capitals: prepositions and conjunctions). */
const SMALL: ReadonlySet<string> = new Set(
  'yang di ke dari dan atau untuk pada dengan dalam oleh tentang bagi kepada antara sebagai dalam terhadap demi serta agar karena bila jika saat hingga sampai soal para si sang of the and in for to a an'.split(' '),
);
