/** Pasted text into paragraphs: blank lines, one paragraph a line, or lines that a mailer wrapped. */

/**
 * The paragraphs of `text`, each on one line with single blanks. Blank lines part paragraphs; between
 * them each line is a paragraph of its own, unless the lines were wrapped at a fixed width. Words are
 * kept as they are; soft hyphens, zero-width blanks and byte order marks between letters are taken out.
 */
export function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = [];
  let group: string[] = [];
  const close = (): void => {
    for (const paragraph of unwrap(group)) paragraphs.push(paragraph);
    group = [];
  };
  for (const line of text.split(LINE_END)) {
    const clean = cleanLine(line);
    if (clean === '') close();
    else group.push(clean);
  }
  close();
  return paragraphs;
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** One line with single blanks, without what has no width and without control characters. */
export function cleanLine(line: string): string {
  return line.replace(/[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g, '').replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ').trim();
}

/** A wrapped line is never longer than this. */
const WIDEST = 100;
/** Shorter lines are labels, names and list items, and not worth wrapping. */
const NARROWEST = 40;

/**
 * Joins the lines of one group where they were wrapped. Wrapping is greedy: a line ends only where the
 * next word would not have fitted, so a line that had room for it ends a paragraph. That it was
 * wrapped at all is seen from lines that go on in small letters.
 */
function unwrap(lines: readonly string[]): readonly string[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (lines.length < 2 || width > WIDEST || width < NARROWEST) return lines;
  const joins = lines.slice(1).map((line, at) => isFull(lines[at] ?? '', line, width) && !MARKER.test(line));
  const goingOn = lines.slice(1).filter((line, at) => joins[at] === true && goesOn(lines[at] ?? '', line)).length;
  if (goingOn === 0 || goingOn * 3 < joins.filter(Boolean).length) return lines;
  const out: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (at > 0 && joins[at - 1] === true) out.push(`${out.pop() ?? ''} ${line}`);
    else out.push(line);
  }
  return out;
}

function isFull(line: string, next: string, width: number): boolean {
  const [first = ''] = next.split(' ', 1);
  return line.length + 1 + first.length > width;
}

function goesOn(line: string, next: string): boolean {
  return !/[.!?:]["”’)]?$/.test(line) && /^["“‘(]?\p{Ll}/u.test(next);
}

/** The start of a list item, of a credit or of a promo: never the rest of the line before. */
const MARKER = /^(?:[-–•▪●*·] |\d{1,3}[.)] |[a-z]\) |(?:baca|lihat|simak) juga|(?:penulis|reporter|editor|sumber|foto|pewarta) ?:)/i;
