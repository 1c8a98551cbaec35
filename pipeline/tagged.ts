/**
 * Tagged text: how a provider sees a segment. Words stand as they are; a pair of marks is
 * `<g1>…</g1>`, a sealed piece is `<x2/>`; the number is the mark's id.
 */

import type { Inline, Mark, Part } from './model.ts';

/** One tag of tagged text. Groups: closing slash, `g` or `x`, id, self-closing slash. */
export const TAG = /<(\/?)([gx])(\d{1,4})(\/?)>/g;

/**
 * The tagged text of `inline`. A reader must have sealed any literal text that looks like a tag
 * (type `literal`), so the result is never ambiguous.
 */
export function toTagged(inline: Inline): string {
  let out = '';
  for (const part of inline.parts) {
    switch (part.kind) {
      case 'text':
        out += part.value;
        break;
      case 'open':
        out += `<g${part.id}>`;
        break;
      case 'close':
        out += `</g${part.id}>`;
        break;
      case 'sealed':
        out += `<x${part.id}/>`;
        break;
    }
  }
  return out;
}

/** The words of `inline` alone; a sealed piece is one U+FFFC (OBJECT REPLACEMENT CHARACTER). */
export function toPlain(inline: Inline): string {
  let out = '';
  for (const part of inline.parts) {
    if (part.kind === 'text') out += part.value;
    else if (part.kind === 'sealed') out += '\uFFFC';
  }
  return out;
}

/**
 * Reads an answer back against the marks of its source. Tags that the source does not have are
 * dropped, unclosed ones closed, crossing ones uncrossed: the result is always well formed. Whether
 * all marks came back is for the markup check to say.
 */
export function fromTagged(text: string, marks: readonly Mark[]): Inline {
  if (!text.includes('<')) return { parts: text === '' ? [] : [{ kind: 'text', value: text }], marks };
  const known = new Map(marks.map((mark) => [mark.id, mark]));
  const parts: Part[] = [];
  const stack: number[] = [];
  let at = 0;
  const addText = (value: string): void => {
    if (value !== '') parts.push({ kind: 'text', value });
  };
  for (const match of text.matchAll(TAG)) {
    const [whole, slash, letter, digits, self] = match;
    const id = Number(digits);
    const mark = known.get(id);
    const isPair = mark !== undefined && mark.close !== '';
    const fits = mark !== undefined && (letter === 'g') === isPair && (letter === 'x') === (self === '/') && !(slash && self);
    addText(text.slice(at, match.index));
    at = match.index + whole.length;
    if (!fits) continue;
    if (letter === 'x') parts.push({ kind: 'sealed', id });
    else if (slash === '') {
      if (stack.includes(id)) continue;
      stack.push(id);
      parts.push({ kind: 'open', id });
    } else if (stack.includes(id)) {
      const reopen: number[] = [];
      for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        parts.push({ kind: 'close', id: top });
        if (top === id) break;
        reopen.unshift(top);
      }
      for (const again of reopen) {
        stack.push(again);
        parts.push({ kind: 'open', id: again });
      }
    }
  }
  addText(text.slice(at));
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) parts.push({ kind: 'close', id: top });
  return { parts, marks };
}

/** Tagged text without its tags; a sealed piece is one U+FFFC, as in `toPlain`. */
export function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(TAG, (_tag, _slash, letter: string) => (letter === 'x' ? '\uFFFC' : '')) : text;
}

/** What is wrong with the tags of an answer, in words: each of `source` must be there once, and no other. */
export function lostTags(source: string, answer: string): readonly string[] {
  const count = (text: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const [tag] of text.matchAll(TAG)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return counts;
  };
  const [wanted, found] = [count(source), count(answer)];
  const missing = [...wanted].filter(([tag, times]) => (found.get(tag) ?? 0) < times).map(([tag]) => `${tag} is missing`);
  const extra = [...found].filter(([tag, times]) => (wanted.get(tag) ?? 0) < times).map(([tag]) => `Unexpected ${tag}, expected it ${wanted.has(tag) ? 'once' : 'not at all'}`);
  return [...missing, ...extra];
}
