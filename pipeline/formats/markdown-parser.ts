/**
 * The Markdown parser, made once: CommonMark, GFM, front matter and directives, with the place of
 * every piece in the source noted on the tree. All that a splice needs is taken from the tokens, so
 * nothing has to be searched for in the source afterwards.
 */

import type { Data, PhrasingContent, Root, Text } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { directives, directivesFromMarkdown } from './markdown-directives.ts';
import { shorten } from './markdown-plain.ts';

/** Decoded characters `[at, at + size)` of a text node, and the source range `[start, end)` that spells them. */
export interface Piece {
  readonly at: number;
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

/** A title as it stands in the source: the range between its quotes, its content, its opening quote. */
export interface TitlePlace {
  readonly start: number;
  readonly end: number;
  readonly children: readonly PhrasingContent[];
}

declare module 'mdast' {
  interface Data {
    /** Text: where its characters come from. Line ends are left out. */
    pieces?: Piece[];
    /** Link, image: offset of the `]` that ends its text. */
    labelEnd?: number;
    /** Image: its alternative text as a tree. */
    alt?: PhrasingContent[];
    /** Link, image, definition. */
    titlePlace?: TitlePlace;
  }
}

/** The tree of `source`, which must not begin with a byte order mark. */
export function parseMarkdown(source: string): Root {
  const short = shorten(source);
  return short === undefined ? processor.parse(source) : short.restore(processor.parse(short.text));
}

/** The same by the parser alone: slower, and what `parseMarkdown` is measured by. */
export function parseWhole(source: string): Root {
  return processor.parse(source);
}

function makeProcessor(): { parse(source: string): Root } {
  return unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm).use(places).freeze();
}

/** A plugin: the directive syntax, the notes of places, and no transform that would make nodes without a place. */
function places(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), directives];
  const given = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = [
    ...given.map((extension) => ({ ...extension, transforms: [] })),
    directivesFromMarkdown,
    noting,
  ];
}

const noting: Extension = {
  exit: {
    data(token) {
      addText(this, token, token.start.offset);
    },
    characterEscapeValue(token) {
      addText(this, token, token.start.offset - 1);
    },
    characterReferenceMarker(token) {
      const node = this.stack.at(-1);
      if (node?.type !== 'text' || this.sliceSerialize(token) !== '&') return;
      piecesOf(node).push({ at: node.value.length, size: 0, start: token.start.offset, end: token.end.offset });
    },
    characterReference(token) {
      const node = this.stack.pop();
      if (node?.type !== 'text') return;
      const piece = piecesOf(node).pop();
      if (piece !== undefined) {
        piecesOf(node).push({ ...piece, size: node.value.length - piece.at, end: token.end.offset });
      }
      moveEnd(node, token);
    },
    labelMarker(token) {
      const fragment = this.stack.at(-1);
      const holder = this.stack.at(-2);
      if (fragment?.type !== 'fragment' || (holder?.type !== 'link' && holder?.type !== 'image')) return;
      const data: Data = (holder.data ??= {});
      data.labelEnd = token.start.offset;
      if (holder.type === 'image') data.alt = fragment.children;
    },
    resourceTitleString: closeTitle,
    definitionTitleString: closeTitle,
  },
};

function addText(context: CompileContext, token: Token, start: number): void {
  const node = context.stack.pop();
  if (node?.type !== 'text') return;
  const value = context.sliceSerialize(token);
  piecesOf(node).push({ at: node.value.length, size: value.length, start, end: token.end.offset });
  node.value += value;
  moveEnd(node, token);
}

function piecesOf(node: Text): Piece[] {
  const data: Data = (node.data ??= {});
  return (data.pieces ??= []);
}

function moveEnd(node: Text, token: Token): void {
  const { line, column, offset } = token.end;
  if (node.position !== undefined) node.position.end = { line, column, offset };
}

function closeTitle(this: CompileContext, token: Token): undefined {
  const fragment = this.stack.at(-1);
  const title = this.resume();
  const node = this.stack.at(-1);
  if (node?.type !== 'link' && node?.type !== 'image' && node?.type !== 'definition') return;
  node.title = title;
  if (fragment?.type !== 'fragment') return;
  const data: Data = (node.data ??= {});
  data.titlePlace = {
    start: token.start.offset,
    end: token.end.offset,
    children: fragment.children,
  };
}

const processor = makeProcessor();
