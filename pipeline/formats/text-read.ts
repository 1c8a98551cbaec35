/** Plain text, as an editor pastes it out of a CMS, into a Markdown source with one block a paragraph. */

import { classifyBlocks } from '../furniture/classify.ts';
import { ruleFor } from '../furniture/rules.ts';
import type { Role } from '../model.ts';
import { escapeText } from './text-escape.ts';
import { paragraphsOf } from './text-paragraphs.ts';

export interface TextBlock {
  readonly role: Role;
  /** What the block is in the Markdown. */
  readonly kind: 'paragraph' | 'heading' | 'list-item';
}

export interface TextSource {
  /** Ends in a line feed; empty where the text has no words. */
  readonly markdown: string;
  /** One for each leaf block of `markdown`, in order. */
  readonly blocks: readonly TextBlock[];
}

/**
 * Turns pasted text into Markdown whose leaf blocks are the text's paragraphs, in order, with the same
 * words. The first headline becomes `# `, a subheading `## `, a list item `- ` or `1. `; all else is a
 * paragraph: also the headline's second giving, and furniture that is dropped later by its role.
 */
export function textToMarkdown(text: string): TextSource {
  const paragraphs = paragraphsOf(text);
  const roles = classifyBlocks(paragraphs.map((paragraph) => ({ text: paragraph, kind: 'paragraph' })), 'text');
  const blocks: TextBlock[] = [];
  let markdown = '';
  let item: Item | undefined;
  for (const [at, paragraph] of paragraphs.entries()) {
    const role = roles[at] ?? 'body';
    const next = role === 'list-item' ? itemOf(paragraph, item) : undefined;
    if (next !== undefined) {
      markdown += `${at === 0 ? '' : next.continues ? '\n' : '\n\n'}${next.marker} ${escapeText(next.words, 'list-item')}`;
      blocks.push({ role, kind: 'list-item' });
    } else {
      const sign = role === 'subheading' ? '## ' : role === 'headline' && !blocks.some((block) => block.role === 'headline') ? '# ' : '';
      markdown += `${at === 0 ? '' : '\n\n'}${sign}${escapeText(paragraph, sign === '' ? 'paragraph' : 'heading')}`;
      blocks.push({ role, kind: sign === '' ? 'paragraph' : 'heading' });
    }
    item = next;
  }
  return { markdown: markdown === '' ? '' : `${markdown}\n`, blocks };
}

interface Item {
  /** As it is written in the Markdown. */
  readonly marker: string;
  readonly words: string;
  /** Undefined for a bullet. */
  readonly number: number | undefined;
  /** Belongs to the list of the item before it. */
  readonly continues: boolean;
}

/**
 * The list item of a paragraph that carries its own marker. Markdown counts by itself, so a number
 * that does not go on from the one before starts a new list, by the other sign (`3)` after `1.`).
 */
function itemOf(paragraph: string, before: Item | undefined): Item | undefined {
  const rule = ruleFor(paragraph, ({ role }) => role === 'list-item');
  const marker = rule?.pattern.exec(paragraph)?.groups?.['marker'];
  if (marker === undefined) return undefined;
  const words = paragraph.slice(marker.length + 1);
  // Markdown has no lists with letters: the letter stays with the words.
  if (/^[a-z]/.test(marker)) return { marker: '-', words: paragraph, number: undefined, continues: before !== undefined && before.number === undefined };
  if (!/^\d/.test(marker)) return { marker: '-', words, number: undefined, continues: before !== undefined && before.number === undefined };
  const number = Number.parseInt(marker, 10);
  const sign = marker.slice(-1);
  const beforeSign = before?.number === undefined ? undefined : before.marker.slice(-1);
  const continues = before?.number === number - 1 && beforeSign === sign;
  const written = !continues && beforeSign === sign ? (sign === '.' ? ')' : '.') : sign;
  return { marker: `${number}${written}`, words, number, continues };
}
