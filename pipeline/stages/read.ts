/** Bytes of an article -> a document: its Markdown, the role of each block, its date. */

import { decodeText } from '../formats/decode.ts';
import type { MarkdownBlock, MarkdownDocument } from '../formats/markdown-block.ts';
import { frontMatterValue } from '../formats/front-matter-value.ts';
import { readMarkdown } from '../formats/markdown-read.ts';
import { textToMarkdown } from '../formats/text-read.ts';
import { articleDate, DATE_KEYS } from '../furniture/article-date.ts';
import { classifyBlocks, type PlainBlock } from '../furniture/classify.ts';
import { datelineOf } from '../furniture/split.ts';
import type { Role } from '../model.ts';
import type { FileSettings } from '../settings.ts';
import { toPlain } from '../tagged.ts';

export interface Document {
  readonly markdown: MarkdownDocument;
  /** One for each block of `markdown`. */
  readonly roles: readonly Role[];
  /** ISO date of the article, where it is known. */
  readonly date: string | undefined;
}

/** @throws FileError where the bytes are no text that can be read. */
export function readDocument(bytes: Uint8Array, path: string, settings: FileSettings): Document {
  const { text, bom } = decodeText(bytes, path);
  const pasted = path.toLowerCase().endsWith('.txt') ? textToMarkdown(text) : undefined;
  const markdown = readMarkdown(pasted?.markdown ?? (bom ? `\uFEFF${text}` : text), { frontMatter: settings.frontMatter });
  const roles = pasted?.blocks.map(({ role }) => role) ?? classifyBlocks(markdown.blocks.map(plainBlock), 'markdown');
  return { markdown, roles, date: dateOf(markdown, roles) };
}

function plainBlock(block: MarkdownBlock): PlainBlock {
  const { kind, inline, depth } = block;
  return { text: toPlain(inline).replace(/\s+/gu, ' ').trim(), kind, ...(depth === undefined ? {} : { depth }) };
}

function dateOf(markdown: MarkdownDocument, roles: readonly Role[]): string | undefined {
  const words = markdown.blocks.map(({ inline }) => toPlain(inline));
  const first = words[roles.indexOf('body')] ?? '';
  const dateline = first.slice(0, datelineOf(first)?.end ?? 0);
  return articleDate({ frontMatterDate: frontMatterValue(markdown.source, DATE_KEYS), dateline, text: words.join('\n') });
}
