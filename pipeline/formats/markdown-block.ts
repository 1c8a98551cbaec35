/** A Markdown article as blocks of words, each knowing its place in the source. */

import type { Nodes } from 'mdast';
import type { Inline } from '../model.ts';
import type { Place } from './inline-escape.ts';
import type { Span } from './inline-read.ts';

/** What the words of a block are, and for running text the innermost container that it stands in. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'cell'
  | 'list-item'
  | 'quote'
  | 'footnote'
  | 'alt'
  | 'link-title'
  | 'front-matter';

export interface MarkdownBlock {
  readonly kind: BlockKind;
  /** Containers from the outermost to the innermost. */
  readonly within: readonly ('quote' | 'list-item' | 'footnote')[];
  /** Of a heading, 1 to 6. */
  readonly depth?: number;
  /** Of front matter. */
  readonly key?: string;
  /** Of a cell: whether it stands in the table's first row. */
  readonly isHeader?: boolean;
  /** Line in the source, from 1. */
  readonly line: number;
  readonly inline: Inline;
  /** Whether there is a letter or digit outside of sealed pieces; a block without needs no segment. */
  readonly hasWords: boolean;
  /** The rest is for writing back. Source range of each part. */
  readonly spans: readonly Span[];
  readonly place: Place;
  /** Whether it stands inside a table cell, where every pipe is escaped. */
  readonly inCell: boolean;
  /** Source range of the content. */
  readonly start: number;
  readonly end: number;
  /** Index of the block whose content holds this one: of alternative texts and link titles. */
  readonly holder?: number;
  /** Of the text of a shortcut image reference: what must follow once it has changed, up to where. */
  readonly tail?: { readonly end: number; readonly text: string };
  /** The quote that opens a title. */
  readonly quote?: string;
  /** Of front matter: how it is written. */
  readonly scalar?: Scalar;
  /** Where the block stands in the tree, for taking it out. */
  readonly chain: Chain;
}

/** A node with its parents. */
export interface Chain {
  readonly node: Nodes;
  readonly parent: Chain | undefined;
  readonly index: number;
}

export interface MarkdownDocument {
  /** The whole source as it was given, a byte order mark included. */
  readonly source: string;
  readonly blocks: readonly MarkdownBlock[];
  /** What could not be read, for a person; the document can be written all the same. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  /** The tree of blocks without their words: equal for documents with equal block structure. */
  readonly shape: readonly string[];
  readonly frontMatter: readonly string[];
  /** Source offsets count from after it. */
  readonly mark: string;
}

/** How a value of front matter is written in the source. */
export interface Scalar {
  readonly style: 'plain' | 'double' | 'single' | 'block';
  /** The line end of the source. */
  readonly lineEnd: string;
}
