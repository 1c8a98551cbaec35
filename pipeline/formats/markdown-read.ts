/** Reads a Markdown article into its blocks of words; everything else stays in the source. */

import type { BlockContent, Definition, DefinitionContent, Nodes, PhrasingContent, Root } from 'mdast';
import { type Definitions, rangeOf } from './inline-marks.ts';
import { type Holder, readInline } from './inline-read.ts';
import type { Chain, MarkdownBlock, MarkdownDocument } from './markdown-block.ts';
import { readFrontMatter } from './markdown-front-matter.ts';
import { parseMarkdown, type TitlePlace } from './markdown-parser.ts';

const MARK = '\uFEFF';

/** The blocks of `source` in document order. `frontMatter` names the keys whose values are words. */
export function readMarkdown(source: string, options: { readonly frontMatter: readonly string[] }): MarkdownDocument {
  const mark = source.startsWith(MARK) ? MARK : '';
  const text = source.slice(mark.length);
  const reader = new Reader(text, options.frontMatter);
  reader.walk(parseMarkdown(text));
  return { source, mark, blocks: reader.blocks, faults: reader.faults, shape: reader.shape, frontMatter: options.frontMatter };
}

type Facts = Pick<MarkdownBlock, 'kind' | 'place' | 'within' | 'inCell'> &
  Partial<Pick<MarkdownBlock, 'depth' | 'isHeader' | 'holder' | 'quote' | 'tail'>>;

class Reader {
  readonly blocks: MarkdownBlock[] = [];
  readonly faults: { line: number; message: string }[] = [];
  readonly shape: string[] = [];
  readonly #definitions = new Map<string, Definition>();
  readonly #source: string;
  readonly #keys: readonly string[];

  constructor(source: string, keys: readonly string[]) {
    this.#source = source;
    this.#keys = keys;
  }

  walk(root: Root): void {
    const leaves: Chain[] = [];
    const todo: (Chain | ')')[] = [{ node: root, parent: undefined, index: 0 }];
    for (let chain = todo.pop(); chain !== undefined; chain = todo.pop()) {
      if (chain === ')') {
        this.shape.push(chain);
        continue;
      }
      const { node } = chain;
      this.shape.push(shapeOf(node));
      if (isLeaf(node)) leaves.push(chain);
      if (node.type === 'definition' && !this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node);
      if (!isContainer(node)) continue;
      todo.push(')');
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child !== undefined) todo.push({ node: child, parent: chain, index });
      }
    }
    for (const chain of leaves) this.#leaf(chain);
  }

  #leaf(chain: Chain): void {
    const { node } = chain;
    const within = containersOf(chain);
    const inCell = node.type === 'tableCell';
    if (node.type === 'paragraph') this.#words(node.children, { kind: within.at(-1) ?? 'paragraph', place: 'flow', within, inCell }, chain);
    else if (node.type === 'heading') {
      const place = this.#source.charAt(rangeOf(node).start) === '#' ? 'heading' : 'flow';
      this.#words(node.children, { kind: 'heading', place, within, inCell, depth: node.depth }, chain);
    } else if (node.type === 'tableCell') {
      this.#words(node.children, { kind: 'cell', place: 'cell', within, inCell, isHeader: chain.parent?.index === 0 }, chain);
    } else if (node.type === 'definition') this.#title(node, { within, inCell }, chain);
    else if (node.type === 'yaml') {
      const read = readFrontMatter(this.#source, rangeOf(node), this.#keys, chain);
      this.blocks.push(...read.blocks);
      this.faults.push(...read.faults);
    }
  }

  #words(nodes: readonly PhrasingContent[], facts: Facts, chain: Chain): void {
    const first = nodes[0];
    const last = nodes.at(-1);
    if (first === undefined || last === undefined) return;
    const { inline, spans, holders } = readInline(nodes, this.#source, this.#definitions satisfies Definitions);
    const start = spans[0]?.start ?? rangeOf(first).start;
    const end = spans.at(-1)?.end ?? rangeOf(last).end;
    const hasWords = inline.parts.some((part) => part.kind === 'text' && /[\p{L}\p{N}]/u.test(part.value));
    const line = first.position?.start.line ?? 1;
    const holder = this.blocks.push({ line, inline, hasWords, spans, start, end, chain, ...facts }) - 1;
    for (const node of holders) this.#holder(node, holder, facts, chain);
  }

  #holder(node: Holder, holder: number, { within, inCell }: Facts, chain: Chain): void {
    if (node.type !== 'link') {
      const facts: Facts = { kind: 'alt', place: 'label', within, inCell, holder };
      const close = node.data?.labelEnd;
      if (node.type === 'imageReference' && node.referenceType !== 'full' && close !== undefined) {
        const { start, end } = rangeOf(node);
        const label = this.#source.slice(start + 2, close).replace(/[ \t]*(?:\r\n|\r|\n)[ \t>]*/g, ' ');
        this.#words(node.data?.alt ?? [], { ...facts, tail: { end, text: `][${label}]` } }, chain);
      } else this.#words(node.data?.alt ?? [], facts, chain);
    }
    if (node.type !== 'imageReference') this.#title(node, { within, inCell, holder }, chain);
  }

  #title(
    node: { data?: { titlePlace?: TitlePlace } | undefined },
    facts: Pick<Facts, 'within' | 'inCell' | 'holder'>,
    chain: Chain,
  ): void {
    const place = node.data?.titlePlace;
    if (place === undefined) return;
    const quote = this.#source.charAt(place.start - 1);
    this.#words(place.children, { ...facts, kind: 'link-title', place: 'title', quote }, chain);
  }
}

function isLeaf(node: Nodes): boolean {
  return ['paragraph', 'heading', 'tableCell', 'definition', 'yaml'].includes(node.type);
}

function isContainer(node: Nodes): node is Extract<Nodes, { children: unknown }> & { children: (BlockContent | DefinitionContent)[] } {
  return 'children' in node && !isLeaf(node);
}

function containersOf(chain: Chain): readonly ('quote' | 'list-item' | 'footnote')[] {
  const out: ('quote' | 'list-item' | 'footnote')[] = [];
  for (let up = chain.parent; up !== undefined; up = up.parent) {
    if (up.node.type === 'blockquote') out.unshift('quote');
    else if (up.node.type === 'listItem') out.unshift('list-item');
    else if (up.node.type === 'footnoteDefinition') out.unshift('footnote');
  }
  return out;
}

function shapeOf(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return `heading ${node.depth}`;
    case 'list':
      return `list ${node.ordered ?? false} ${node.start ?? ''}`;
    case 'listItem':
      return `item ${node.checked ?? ''}`;
    case 'table':
      return `table ${(node.align ?? []).join()}`;
    case 'code':
    case 'html':
    case 'directiveLine':
      return `${node.type} ${node.value}`;
    case 'definition':
      return `definition ${node.identifier} ${node.url}`;
    case 'footnoteDefinition':
      return `footnote ${node.identifier}`;
    default:
      return node.type;
  }
}
