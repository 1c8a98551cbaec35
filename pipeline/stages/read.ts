/** Bytes of an article -> a document: its Markdown, the role of each block, its date. */

import { FileError } from '../errors.ts';
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

/** `path` tells plain text from Markdown, and stands in messages. @throws FileError where the bytes are no text that can be read. */
export function readDocument(bytes: Uint8Array, path: string, settings: FileSettings): Document {
  const { text, bom } = decodeText(bytes, path);
  refuseLongLines(text, path);
  const pasted = path.toLowerCase().endsWith('.txt') ? textToMarkdown(text) : undefined;
  const markdown = readMarkdown(pasted?.markdown ?? (bom ? `\uFEFF${text}` : text), { frontMatter: settings.frontMatter });
  const roles = pasted?.blocks.map(({ role }) => role) ?? classifyBlocks(markdown.blocks.map(plainBlock), 'markdown');
  return { markdown, roles, date: dateOf(markdown, roles) };
}

/** No paragraph of an article comes near it, and what does is data: a base64 image, a minified file. */
const LONGEST_LINE = 200_000;

function refuseLongLines(text: string, path: string): void {
  if (text.length <= LONGEST_LINE) return;
  let line = 1;
  for (let from = 0; from < text.length; line += 1) {
    const end = text.indexOf('\n', from);
    const length = (end === -1 ? text.length : end) - from;
    if (length > LONGEST_LINE) {
      const found = length.toLocaleString('en');
      throw new FileError(path, `${path}:${line}: unexpected line of ${found} characters, expected at most ${LONGEST_LINE.toLocaleString('en')}. Break it into paragraphs, or take out what is no text`);
    }
    from += length + 1;
  }
}

function plainBlock(block: MarkdownBlock): PlainBlock {
  const { kind, inline, depth } = block;
  return { text: collapse(toPlain(inline)), kind, ...(depth === undefined ? {} : { depth }) };
}

/** Blanks collapsed; most texts have nothing to collapse, and looking costs less than copying. */
function collapse(text: string): string {
  return /\s{2}|[^\S ]|^\s|\s$/.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

function dateOf(markdown: MarkdownDocument, roles: readonly Role[]): string | undefined {
  const first = markdown.blocks[roles.indexOf('body')];
  const words = first === undefined ? '' : toPlain(first.inline);
  const dateline = words.slice(0, datelineOf(words)?.end ?? 0);
  const text = (): string => markdown.blocks.map(({ inline }) => toPlain(inline)).join('\n');
  return articleDate({ frontMatterDate: frontMatterValue(markdown.source, DATE_KEYS), dateline, text });
}
