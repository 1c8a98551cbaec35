/** Tagged text to the XML or HTML that translation servers keep whole, and back. */

import type { TermUse } from '../model.ts';
import { escapeXml, unescapeXml } from './entities.ts';
import { type Piece, splitTags } from './split-tags.ts';

/** How tags are spelled to one kind of server, and how its elements are read when they come back. */
export interface Spelling {
  readonly open: (id: number) => string;
  readonly close: string;
  readonly sealed: (id: number) => string;
  /** A term round its words, which are escaped already; the words stand bare when absent. */
  readonly term?: (words: string, use: TermUse) => string;
  /** Names of the elements that we write; the tags of any other are text. */
  readonly names: readonly string[];
  /** The tag that an element of ours with the attribute `id` is; undefined where only its content counts. */
  readonly read: (name: string, id: string) => Mark | undefined;
}

interface Mark {
  readonly kind: 'pair' | 'sealed';
  readonly id: number;
}

/** `<g id="1">…</g>` and `<x id="2"/>`, for servers that read XML. */
export const XML: Spelling = {
  open: (id) => `<g id="${id}">`,
  close: '</g>',
  sealed: (id) => `<x id="${id}"/>`,
  names: ['g', 'x'],
  read: (name, id) => (/^\d{1,4}$/.test(id) ? { kind: name === 'g' ? 'pair' : 'sealed', id: Number(id) } : undefined),
};

/**
 * `<span id="g1">…</span>` and `<span translate="no" id="x2">⟦2⟧</span>`, for servers that read HTML:
 * a span never breaks a sentence, and one without content would be thrown away.
 *
 * @param untranslated the attribute by which the server leaves an element alone
 */
export function html(untranslated: string): Spelling {
  return {
    open: (id) => `<span id="g${id}">`,
    close: '</span>',
    sealed: (id) => `<span ${untranslated} id="x${id}">⟦${id}⟧</span>`,
    names: ['span'],
    read: (_name, id) => {
      const mark = /^([gx])(\d{1,4})$/.exec(id);
      return mark === null ? undefined : { kind: mark[1] === 'g' ? 'pair' : 'sealed', id: Number(mark[2]) };
    },
  };
}

/** `text` spelled for a server. `uses` are marked where they lie within words; one that a tag cuts is left to the check. */
export function toXml(text: string, spelling: Spelling, uses: readonly TermUse[] = []): string {
  return splitTags(text).map((piece) => {
    switch (piece.kind) {
      case 'words':
        return spellWords(piece, spelling, uses);
      case 'open':
        return spelling.open(piece.id);
      case 'close':
        return spelling.close;
      case 'sealed':
        return spelling.sealed(piece.id);
    }
  }).join('');
}

function spellWords({ value, start }: Piece & { kind: 'words' }, { term }: Spelling, uses: readonly TermUse[]): string {
  if (term === undefined) return escapeXml(value);
  let out = '';
  let at = 0;
  for (const use of [...uses].sort((a, b) => a.start - b.start)) {
    const from = use.start - start;
    const to = use.end - start;
    if (from < at || to > value.length || from >= to) continue;
    out += escapeXml(value.slice(at, from)) + term(escapeXml(value.slice(from, to)), use);
    at = to;
  }
  return out + escapeXml(value.slice(at));
}

/** A tag of any element: closing slash, name, attributes, self-closing slash. */
const ELEMENT = /<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?)*)\s*(\/?)>/g;

/**
 * The tagged text of a server's answer. Tags may be missing or doubled: that is for the markup check
 * to say. What is no element of ours stays as text; an end without its start is nothing.
 *
 * @returns undefined where a sealed piece never ends, so that no one knows what is text.
 */
export function fromXml(answer: string, { names, read }: Spelling): string | undefined {
  let out = '';
  let at = 0;
  let within = 0;
  const put = (piece: string): void => {
    if (within === 0) out += piece;
  };
  const open: { readonly name: string; readonly mark: Mark | undefined }[] = [];
  const end = (mark: Mark | undefined): void => {
    if (mark?.kind === 'sealed') within -= 1;
    if (mark?.kind === 'pair') put(`</g${mark.id}>`);
  };
  for (const { 0: whole, 1: slash, 2: name = '', 3: attributes = '', 4: self, index } of answer.matchAll(ELEMENT)) {
    if (!names.includes(name)) continue;
    put(unescapeXml(answer.slice(at, index)));
    at = index + whole.length;
    if (slash === '/') {
      const opener = open.findLastIndex((one) => one.name === name);
      if (opener >= 0) end(open.splice(opener, 1)[0]?.mark);
      continue;
    }
    const mark = read(name, idIn(attributes));
    if (mark !== undefined) put(mark.kind === 'pair' ? `<g${mark.id}>` : `<x${mark.id}/>`);
    if (mark?.kind === 'sealed') within += 1;
    if (self === '/') end(mark);
    else open.push({ name, mark });
  }
  put(unescapeXml(answer.slice(at)));
  return within === 0 ? out : undefined;
}

function idIn(attributes: string): string {
  const match = /(?:^|\s)id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))/.exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}
