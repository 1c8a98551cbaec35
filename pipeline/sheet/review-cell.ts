/** The Review column between Markdown and plain text. */

import type { PhrasingContent } from 'mdast';
import { inlineToCell, type CellPlace } from '../formats/inline-cell.ts';
import { referAll } from '../formats/inline-escape.ts';
import { sealWords } from './seal-words.ts';

/** A web address that Markdown and formatters leave as it is, so that it stays a link in the sheet. */
const ADDRESS = /^https?:\/\/[A-Za-z0-9][A-Za-z0-9/.\-?=%#:,+]*[A-Za-z0-9/]$/;

/** What might be read as an address, and then with its escapes. */
const LIKE_AN_ADDRESS = /:\/\/|www\.|@/i;

/** Plain text as the Markdown of a cell or heading: escaped, web addresses aside. */
export function reviewToCell(text: string, place: CellPlace): string {
  if (!LIKE_AN_ADDRESS.test(text)) return escape(text, place);
  const out: string[] = [];
  let words: string[] = [];
  const flush = (): void => {
    if (words.length > 0) out.push(escape(words.join(' '), place));
    words = [];
  };
  for (const word of text.split(' ')) {
    if (!LIKE_AN_ADDRESS.test(word)) words.push(word);
    else {
      flush();
      out.push(ADDRESS.test(word) ? word : referAll(word));
    }
  }
  flush();
  return out.join(' ');
}

/**
 * The words of a Review cell. What a person marked up (`**so**`, a link) keeps its signs as text,
 * so that nothing of a note is lost. `file` is the text that the nodes were read from.
 */
export function reviewFromCell(nodes: readonly PhrasingContent[], file: string): string {
  return nodes.map((node) => wordsOf(node, file)).join('');
}

function wordsOf(node: PhrasingContent, file: string): string {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'break':
      return ' ';
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'emphasis':
      return `*${reviewFromCell(node.children, file)}*`;
    case 'strong':
      return `**${reviewFromCell(node.children, file)}**`;
    case 'delete':
      return `~~${reviewFromCell(node.children, file)}~~`;
    case 'link':
      if (file[node.position?.start.offset ?? -1] !== '[') return reviewFromCell(node.children, file);
      return `[${reviewFromCell(node.children, file)}](${node.url}${titleOf(node.title)})`;
    case 'image':
      return `![${node.alt ?? ''}](${node.url}${titleOf(node.title)})`;
    default:
      // References and footnotes need a definition, and a sheet has none.
      return file.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }
}

function titleOf(title: string | null | undefined): string {
  return title === null || title === undefined || title === '' ? '' : ` "${title}"`;
}

function escape(text: string, place: CellPlace): string {
  return inlineToCell(sealWords({ parts: [{ kind: 'text', value: text }], marks: [] }), place);
}
