/** The mark that a node of the parser is: its type, its key and its Markdown. */

import type { LinkReference, PhrasingContent, Text } from 'mdast';
import type { Mark, MarkType } from '../model.ts';
import { codeKey, htmlKey, imageKey, linkKey, shortcodeKey } from './inline-keys.ts';
import { autolinkKey } from './inline-seal.ts';

/** Definitions of links and images by identifier. */
export interface Definitions {
  get(identifier: string): { readonly url: string; readonly title?: string | null | undefined } | undefined;
}

/** Nodes with words inside. */
export type Pair = Extract<PhrasingContent, { children: unknown }>;

/** The mark of a pair that has words inside. */
export function pairOf(node: Pair, source: string, definitions: Definitions, id: number): Mark {
  const { start, end } = rangeOf(node);
  switch (node.type) {
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const size = node.type === 'strong' || (node.type === 'delete' && source.startsWith('~~', start)) ? 2 : 1;
      const open = source.slice(start, start + size);
      return { id, type: node.type, open, close: open, same: node.type };
    }
    case 'link': {
      const close = oneLine(source.slice(node.data?.labelEnd ?? end, end));
      return { id, type: 'link', open: '[', close, same: linkKey(node.url) };
    }
    case 'linkReference': {
      const found = definitions.get(node.identifier);
      const raw = source.slice(start, end);
      const label = node.referenceType === 'full' ? raw.slice((node.data?.labelEnd ?? end) - start + 2, -1) : labelOf(node, source);
      return { id, type: 'reference', open: '[', close: `][${oneLine(label)}]`, same: linkKey(found?.url ?? '') };
    }
  }
}

function labelOf(node: LinkReference, source: string): string {
  const { start, end } = rangeOf(node);
  return source.slice(start + 1, node.data?.labelEnd ?? end);
}

/** Type and key of a piece that is sealed. */
export function sealedKey(node: Exclude<PhrasingContent, Text>, source: string, definitions: Definitions): readonly [MarkType, string] {
  switch (node.type) {
    case 'inlineCode':
      return ['code', codeKey(node.value)];
    case 'html':
      return ['html', htmlKey(node.value)];
    case 'break':
      return ['break', 'break'];
    case 'image':
      return ['image', imageKey(node.url)];
    case 'imageReference': {
      const found = definitions.get(node.identifier);
      return ['image', imageKey(found?.url ?? '')];
    }
    case 'footnoteReference':
      return ['footnote', `footnote ${node.identifier}`];
    case 'shortcode':
      return ['shortcode', shortcodeKey(node.value)];
    case 'link':
      if (!isBare(node, source)) return ['link', linkKey(node.url)];
      return [node.url.startsWith('mailto:') ? 'email' : 'autolink', autolinkKey(node.url)];
    case 'linkReference': {
      const found = definitions.get(node.identifier);
      return ['reference', linkKey(found?.url ?? '')];
    }
    default:
      return ['literal', `literal ${node.type}`];
  }
}

/** How a sealed piece is spelled where its own source range cannot be used: on one line, without prefixes of containers. */
export function spelling(node: PhrasingContent, raw: string): string {
  if (!/[\r\n]/.test(raw)) return raw;
  if (node.type === 'break') return raw.startsWith('\\') ? '\\\n' : '  \n';
  if (node.type === 'html') return node.value.replace(/\s*[\r\n]\s*/g, ' ');
  return oneLine(raw);
}

function oneLine(raw: string): string {
  return raw.replace(/[ \t]*(?:\r\n|\r|\n)[ \t>]*/g, ' ');
}

export function isPair(node: PhrasingContent): node is Pair {
  return 'children' in node;
}

/** `<url>` and bare URLs are links without a text of their own. */
export function isBare(node: PhrasingContent, source: string): boolean {
  return node.type === 'link' && source.charAt(rangeOf(node).start) !== '[';
}

/** The source range of a node; every node of the parser has one. */
export function rangeOf(node: { position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined }): { start: number; end: number } {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) throw new Error('Unexpected node without a place in the source');
  return { start, end };
}
