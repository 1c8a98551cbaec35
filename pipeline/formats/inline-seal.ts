/**
 * Sealed pieces that the parser leaves in running text: URLs and e-mail addresses inside brackets
 * and link texts, and words that look like our own tags. Looked for in decoded text; linear.
 */

import type { MarkType } from '../model.ts';
import { TAG } from '../tagged.ts';

/** A piece of `text` from `start` to `end` that nobody translates. */
export interface Sealable {
  readonly start: number;
  readonly end: number;
  readonly type: MarkType;
  readonly same: string;
}

/** The sealed pieces of `text`, in order, never overlapping. */
export function findSealed(text: string): readonly Sealable[] {
  if (!/[@<]|:\/\/|www\./i.test(text)) return [];
  const found = [...literals(text), ...urls(text), ...mails(text)].sort((a, b) => a.start - b.start);
  let end = 0;
  return found.filter((piece) => {
    if (piece.start < end) return false;
    end = piece.end;
    return true;
  });
}

/** The key of a bare or bracketed URL; `url` as a link of Markdown has it. */
export function autolinkKey(url: string): string {
  return url.startsWith('mailto:') ? `email ${url.slice(7)}` : `autolink ${url}`;
}

function* literals(text: string): Generator<Sealable> {
  if (!text.includes('<')) return;
  for (const match of text.matchAll(TAG)) {
    yield { start: match.index, end: match.index + match[0].length, type: 'literal', same: `literal ${match[0]}` };
  }
}

function* urls(text: string): Generator<Sealable> {
  for (const match of text.matchAll(/(?:https?:\/\/|ftp:\/\/|www\.)[^\s<]+/gi)) {
    if (match.index > 0 && /[\p{L}\p{N}]/u.test(text.charAt(match.index - 1))) continue;
    const url = trimEnd(match[0]);
    if (!/^(?:[a-z]+:\/\/|www\.)[\p{L}\p{N}-]+\.?[\p{L}\p{N}]/iu.test(url)) continue;
    const target = /^www/i.test(url) ? `http://${url}` : url;
    yield { start: match.index, end: match.index + url.length, type: 'autolink', same: autolinkKey(target) };
  }
}

function* mails(text: string): Generator<Sealable> {
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > from && /[\w.+-]/.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && /[\w.-]/.test(text.charAt(end))) end += 1;
    while (end > at && /[.\-_]/.test(text.charAt(end - 1))) end -= 1;
    const domain = text.slice(at + 1, end);
    from = at + 1;
    if (start === at || !/[a-z]$/i.test(domain) || !/^[\w-]+(?:\.[\w-]+)+$/.test(domain)) continue;
    from = end;
    yield { start, end, type: 'email', same: autolinkKey(`mailto:${text.slice(start, end)}`) };
  }
}

/** As GFM: closing punctuation and a closing bracket without its opening one belong to the sentence. */
function trimEnd(url: string): string {
  let end = url.length;
  let open = 0;
  for (const letter of url) open += letter === '(' ? 1 : letter === ')' ? -1 : 0;
  for (;;) {
    const last = url.charAt(end - 1);
    if (last === ')' && open < 0) open += 1;
    else if (last === ';') {
      const reference = /&[a-z0-9]{1,40};$/i.exec(url.slice(Math.max(0, end - 42), end));
      if (reference === null) return url.slice(0, end);
      end -= reference[0].length;
      continue;
    } else if (!/[?!.,:*_~'"”’»]/.test(last) || last === '') return url.slice(0, end);
    end -= 1;
  }
}
