/**
 * Web addresses, e-mail addresses, footnote marks and words like our own tags are sealed pieces for
 * whoever reads a cell. A provider may have typed one as words: sealed before it is written and
 * before it is fingerprinted, it is the same before and after.
 */

import { escapeAll } from '../formats/inline-escape.ts';
import { joinParts } from '../formats/inline-keys.ts';
import { findSealed, type Sealable } from '../formats/inline-seal.ts';
import type { Inline, Mark, Part } from '../model.ts';

const FOOTNOTE = /\[\^([^\s[\]^]{1,200})\]/g;

/** The same tree with such words as marks, numbered after those that are there. */
export function sealWords(inline: Inline): Inline {
  const piped = new Map(inline.marks.filter(isPipedAddress).map((mark) => [mark.id, mark]));
  if (piped.size === 0 && !inline.parts.some((part) => part.kind === 'text' && mayHold(part.value))) return inline;
  const given = inline.parts.map((part): Part => {
    const mark = part.kind === 'sealed' ? piped.get(part.id) : undefined;
    return mark === undefined ? part : { kind: 'text', value: mark.open.replace(/^<|>$/g, '') };
  });
  const marks: Mark[] = [...inline.marks];
  let next = marks.reduce((most, mark) => Math.max(most, mark.id), 0) + 1;
  const parts = joinParts(given, inline.marks).parts.flatMap((part): readonly Part[] => {
    if (part.kind !== 'text') return [part];
    const value = part.value.replace(/[ \t\r\n]+/g, ' ');
    const out: Part[] = [];
    let from = 0;
    for (const found of piecesIn(value)) {
      const words = value.slice(found.start, found.end);
      marks.push({ id: next, type: found.type, open: found.type === 'literal' ? escapeAll(words) : words, close: '', same: found.same });
      out.push({ kind: 'text', value: value.slice(from, found.start) }, { kind: 'sealed', id: next });
      next += 1;
      from = found.end;
    }
    out.push({ kind: 'text', value: value.slice(from) });
    return out;
  });
  return joinParts(parts, marks);
}

function mayHold(text: string): boolean {
  return /[@<]|:\/\/|\[\^|www\./i.test(text);
}

/** An address in a table cannot hold a pipe: its escape would become part of the address. It ends before, and the rest is words. */
function isPipedAddress(mark: Mark): boolean {
  return (mark.type === 'autolink' || mark.type === 'email') && mark.open.includes('|');
}

/** In order: what the reader of a cell seals first, then footnote marks in what is left. */
function piecesIn(value: string): readonly Sealable[] {
  // Blanks for pipes, one for one: an address ends there.
  const sealed = findSealed(value.replaceAll('|', ' '));
  const notes: Sealable[] = [];
  let from = 0;
  for (const end of [...sealed, { start: value.length, end: value.length }]) {
    for (const match of value.slice(from, end.start).matchAll(FOOTNOTE)) {
      const start = from + match.index;
      notes.push({ start, end: start + match[0].length, type: 'footnote', same: `footnote ${(match[1] ?? '').toLowerCase()}` });
    }
    from = end.end;
  }
  return [...sealed, ...notes].sort((a, b) => a.start - b.start);
}
