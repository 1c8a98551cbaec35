/** What makes two pieces of markup the same, however they are spelled: the `same` of a mark. */

import type { Inline, Mark, Part } from '../model.ts';
import { findSealed } from './inline-seal.ts';

/**
 * The key of a link, inline or by reference. Titles are texts of their own and in no key, save one
 * that an editor typed into a cell, where none is shown.
 */
export function linkKey(url: string, title?: string | null): string {
  return `link <${url.replaceAll('>', '%3E')}>${title ? ` ${collapse(title)}` : ''}`;
}

/** The key of an image, inline or by reference; as for links, alternative text and title are texts of their own. */
export function imageKey(url: string, alt?: string | null, title?: string | null): string {
  const typed = collapse(`${alt ?? ''} ${title ?? ''}`);
  return `image <${url.replaceAll('>', '%3E')}>${typed === '' ? '' : ` ${typed}`}`;
}

/** The key without what an editor may have typed besides the URL. */
export function plainKey(mark: Mark): string {
  return mark.type === 'link' || mark.type === 'reference' || mark.type === 'image' ? mark.same.slice(0, mark.same.indexOf('>') + 1) : mark.same;
}

/** Code spans are trimmed and their blanks collapsed by formatters. */
export function codeKey(value: string): string {
  return `code ${collapse(value)}`;
}

/** A hard break and `<br>` are one thing; a pipe in a cell's HTML is spelled `&#124;`. */
export function htmlKey(value: string): string {
  if (/^<br\s*\/?>$/i.test(value)) return 'break';
  return `html ${collapse(value).replaceAll('&#124;', '|')}`;
}

/** Pipes of a shortcode, with the backslashes before them. */
export const PIPES = /\\*\|/g;

/** A cell of a table needs a backslash before a pipe, and the parser leaves it there: how many there are makes no other shortcode. */
export function shortcodeKey(value: string): string {
  return `shortcode ${collapse(value).replace(PIPES, '|')}`;
}

/** Blanks of Markdown collapsed and trimmed; a no-break space is a character like others. */
export function collapse(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** Pairs that cannot stand empty or hug a blank. */
export function isEmphasis(mark: Mark): boolean {
  return mark.type === 'emphasis' || mark.type === 'strong' || mark.type === 'delete';
}

/** Whether two trees say the same: blanks collapsed, marks compared by `same` and not by number. */
export function sameInline(a: Inline, b: Inline): boolean {
  return inlineSignature(a) === inlineSignature(b);
}

/** One string for one tree: blanks collapsed and moved out of the edges of marks, marks by `same`, empty emphasis dropped. */
export function inlineSignature(inline: Inline, keyOf: (mark: Mark) => string = (mark) => mark.same): string {
  const marks = new Map(inline.marks.map((mark) => [mark.id, mark]));
  let out = '';
  let hasBlank = false;
  let opening: Mark[] = [];
  const emit = (piece: string): void => {
    if (hasBlank && out !== '') out += ' ';
    hasBlank = false;
    for (const mark of opening) out += `\u0003${keyOf(mark)}\u0002`;
    opening = [];
    out += piece;
  };
  for (const part of inline.parts) {
    if (part.kind === 'text') {
      const words = part.value.replace(/[ \t\r\n]+/g, ' ');
      const core = words.replace(/^ | $/g, '');
      if (words.startsWith(' ')) hasBlank = true;
      if (core === '') continue;
      emit(sealedWords(core));
      hasBlank = words.endsWith(' ');
      continue;
    }
    const mark = marks.get(part.id);
    if (mark === undefined) continue;
    if (part.kind === 'sealed') emit(`\u0001${keyOf(mark)}\u0002`);
    else if (part.kind === 'open') opening.push(mark);
    else if (opening.includes(mark) && isEmphasis(mark)) opening = opening.filter((other) => other !== mark);
    else if (opening.length > 0) emit('\u0004');
    else out += '\u0004';
  }
  return out;
}

/** A URL is the same whether it has been sealed or not: a reader seals it. */
function sealedWords(words: string): string {
  let out = '';
  let from = 0;
  for (const { start, end, same } of findSealed(words)) {
    out += `${words.slice(from, start)}\u0001${same}\u0002`;
    from = end;
  }
  return out + words.slice(from);
}

/** Text parts joined where they touch, empty ones dropped, marks that no part uses dropped. */
export function joinParts(parts: readonly Part[], marks: readonly Mark[]): Inline {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'text' && part.value === '') continue;
    if (part.kind === 'text' && last?.kind === 'text') joined[joined.length - 1] = { kind: 'text', value: last.value + part.value };
    else joined.push(part);
  }
  const used = new Set(joined.map((part) => (part.kind === 'text' ? -1 : part.id)));
  return { parts: joined, marks: marks.filter((mark) => used.has(mark.id)) };
}
