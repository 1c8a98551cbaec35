/** The words of a text. Many checks look at the words of the same two sentences, so the last ones are kept. */

export interface Word {
  /** With the hyphens and apostrophes inside it, as it is spelt. */
  readonly text: string;
  readonly start: number;
}

interface Scanned {
  readonly text: string;
  readonly words: readonly Word[];
  lower?: readonly string[];
  runs?: readonly Word[];
}

/** The words of a text, hyphens and apostrophes inside them included. */
export function wordsOf(text: string): readonly Word[] {
  return scanned(text).words;
}

/** The same words in lower case. */
export function lowerWordsOf(text: string): readonly string[] {
  const known = scanned(text);
  known.lower ??= known.words.map((word) => word.text.toLowerCase());
  return known.lower;
}

/** The runs of letters, marks and figures, in lower case: `anak-anak` is two. */
export function runsOf(text: string): readonly Word[] {
  const known = scanned(text);
  known.runs ??= cut(known);
  return known.runs;
}

/** Whether a letter, a mark or a figure stands at `at`, the second half of a surrogate pair included. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] === 1;
  if (Number.isNaN(code)) return false;
  return WORDY.test(String.fromCodePoint(text.codePointAt(code >= 0xdc00 && code <= 0xdfff ? at - 1 : at) ?? 0));
}

const WORDY = /[\p{L}\p{M}\p{N}]/u;
/** 1 for a letter or a figure. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => Number(/[a-z0-9]/i.test(String.fromCharCode(code))));
let last: readonly Scanned[] = [];

function scanned(text: string): Scanned {
  const known = last.find((each) => each.text === text);
  if (known !== undefined) return known;
  const made: Scanned = { text, words: scan(text) };
  last = [made, ...last.slice(0, 3)];
  return made;
}

/** By hand: a pattern with classes of Unicode takes ten times as long. */
function scan(text: string): readonly Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isWordAt(text, at)) {
      at += 1;
      continue;
    }
    const start = at;
    while (isWordAt(text, at) || (isJoint(text.charCodeAt(at)) && isWordAt(text, at + 1))) at += 1;
    words.push({ text: text.slice(start, at), start });
  }
  return words;
}

function isJoint(code: number): boolean {
  return code === 45 || code === 39 || code === 0x2019;
}

/** The words without what joins them. */
function cut({ text, words }: Scanned): readonly Word[] {
  const lower = text.toLowerCase();
  // A letter that is longer in lower case (İ) would shift what stands behind it.
  if (lower.length !== text.length) return words.map((word) => ({ text: word.text.toLowerCase(), start: word.start }));
  const runs: Word[] = [];
  for (const word of words) {
    const end = word.start + word.text.length;
    let start = word.start;
    for (let at = start; at < end; at += 1) {
      if (!isJoint(lower.charCodeAt(at))) continue;
      runs.push({ text: lower.slice(start, at), start });
      start = at + 1;
    }
    runs.push({ text: lower.slice(start, end), start });
  }
  return runs;
}
