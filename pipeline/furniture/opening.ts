/** What stands above the lead: kicker, headline (often twice), standfirst. */

import type { Role } from '../model.ts';
import { isRunning, isSameTitle, isTitleLike, wordCount } from './shape.ts';
import { datelineOf } from './split.ts';

/** What the opening needs to know of a block; see PlainBlock. */
interface Block {
  readonly text: string;
  readonly kind: string;
}

/**
 * Index of the lead: the first paragraph with a dateline, where at most two paragraphs of running
 * text stand above it (standfirsts), else the first running text. Blocks that have a role already
 * do not count.
 */
export function openingOf(blocks: readonly Block[], roles: readonly (Role | undefined)[]): number {
  const open: number[] = [];
  const running: number[] = [];
  for (const [at, block] of blocks.entries()) {
    if (roles[at] !== undefined) continue;
    if (block.kind === 'heading') {
      if (running.length > 0) break;
      continue;
    }
    if (datelineOf(block.text) !== undefined) return at;
    open.push(at);
    if (isRunning(block.text)) running.push(at);
    if (running.length > MOST_STANDFIRSTS || open.length > MOST_OPENING_BLOCKS) break;
  }
  return running[0] ?? open[1] ?? open[0] ?? blocks.length;
}

/** Gives a role to each block above the lead that has none. */
export function markOpening(blocks: readonly Block[], roles: (Role | undefined)[], source: 'text' | 'markdown', lead: number): void {
  const open = [...blocks.keys()].slice(0, lead).filter((at) => roles[at] === undefined);
  if (source === 'markdown') markMarkdownOpening(blocks, roles, open, lead);
  else markTextOpening(blocks, roles, open);
}

const MOST_STANDFIRSTS = 2;
const MOST_OPENING_BLOCKS = 20;

function markTextOpening(blocks: readonly Block[], roles: (Role | undefined)[], open: readonly number[]): void {
  const textAt = (at: number): string => blocks[at]?.text ?? '';
  const headline = headlineOf(open, textAt);
  for (const at of open) {
    const text = textAt(at);
    if (at === headline) roles[at] = 'headline';
    else if (headline !== undefined && isSameTitle(text, textAt(headline))) roles[at] = 'headline';
    else if (isBreadcrumb(text)) roles[at] = 'kicker';
    else if (headline !== undefined && at < headline) roles[at] = isTitleLike(text) && text.length <= 60 ? 'kicker' : 'standfirst';
    else roles[at] = 'standfirst';
  }
}

/** The title that is given twice, else the first with four words or more, else the longest title. */
function headlineOf(open: readonly number[], textAt: (at: number) => string): number | undefined {
  const titles = open.filter((at) => wordCount(textAt(at)) > 0 && isTitleLike(textAt(at)) && !isBreadcrumb(textAt(at)));
  const twice = titles.find((at, place) => wordCount(textAt(at)) > 1 && titles.slice(place + 1).some((other) => isSameTitle(textAt(at), textAt(other))));
  if (twice !== undefined) return twice;
  const long = titles.find((at) => wordCount(textAt(at)) >= 4);
  if (long !== undefined) return long;
  const byLength = [...titles].sort((a, b) => textAt(b).length - textAt(a).length);
  if (byLength[0] !== undefined) return byLength[0];
  // Some outlets end a headline with a full stop: one short sentence at the very top.
  const first = open[0];
  return first !== undefined && wordCount(textAt(first)) > 0 && wordCount(textAt(first)) <= 14 && textAt(first).length <= 120 ? first : undefined;
}

/** `Beranda > Ekonomi > Pangan`. */
function isBreadcrumb(text: string): boolean {
  return text.length <= 120 && /^[^.!?>›»]{1,40}(?: ?[>›»] ?[^.!?>›»]{1,40}){1,5}$/.test(text);
}

/** In Markdown headings say what they are: left are a kicker above the title and standfirsts below it. */
function markMarkdownOpening(blocks: readonly Block[], roles: (Role | undefined)[], open: readonly number[], lead: number): void {
  const title = blocks.findIndex((block) => block.kind === 'heading');
  const hasDateline = datelineOf(blocks[lead]?.text ?? '') !== undefined;
  for (const at of open) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') continue;
    if (at < title && isTitleLike(block.text) && wordCount(block.text) <= 6) roles[at] = 'kicker';
    else if (at > title && hasDateline) roles[at] = 'standfirst';
  }
}
