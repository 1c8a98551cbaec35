/** The role of each block of an article: rules first, then what stands where. */

import type { Role } from '../model.ts';
import { markOpening, openingOf } from './opening.ts';
import { ruleFor, type Rule } from './rules.ts';
import { endsSentence, isBareName, isTitleCase, isTitleLike, isWholeQuote, wordCount } from './shape.ts';

/** A block as the classifier sees it. */
export interface PlainBlock {
  /** The plain words, blanks collapsed. */
  readonly text: string;
  /** What the source's own syntax says; all blocks of plain text are paragraphs. */
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'quote' | 'cell' | 'caption' | 'alt' | 'link-title' | 'footnote' | 'front-matter';
  /** Of a heading: 1 to 6. */
  readonly depth?: number;
  /** The whole block is one link. */
  readonly link?: boolean;
}

/**
 * One role a block, in order. In plain text position and shape tell headline, standfirst and
 * subheadings; in Markdown headings are headings, and only furniture is looked for in the rest.
 */
export function classifyBlocks(blocks: readonly PlainBlock[], source: 'text' | 'markdown'): readonly Role[] {
  const found: (Rule | undefined)[] = blocks.map((block) => ruleOf(block, source));
  const roles: (Role | undefined)[] = blocks.map((block, at) => (found[at]?.weak === true ? undefined : found[at]?.role) ?? ownRole(block));
  followLabels(blocks, found, roles, source);
  const lead = openingOf(blocks, roles);
  markBesideBylines(blocks, found, roles, lead);
  markOpening(blocks, roles, source, lead);
  markHeadings(blocks, roles);
  if (source === 'text') markSubheadings(blocks, roles, lead);
  return roles.map((role, at) => role ?? (isWholeQuote(blocks[at]?.text ?? '') ? 'quote' : 'body'));
}

/** Which furniture a block can be: a heading is no byline, a table cell is nothing but a cell. */
function ruleOf(block: PlainBlock, source: 'text' | 'markdown'): Rule | undefined {
  switch (block.kind) {
    case 'paragraph':
      return ruleFor(block.text, (rule) => source === 'text' || rule.role !== 'list-item');
    case 'heading':
    case 'list-item':
    case 'quote':
      return ruleFor(block.text, (rule) => rule.only === undefined && (rule.role === 'promo' || rule.role === 'page-marker'));
    default:
      return undefined;
  }
}

function ownRole(block: PlainBlock): Role | undefined {
  return block.kind === 'paragraph' || block.kind === 'heading' ? undefined : block.kind;
}

/** `Baca juga`, `Reporter` or `Tags` alone: what they announce stands in the blocks after them. */
function followLabels(blocks: readonly PlainBlock[], found: readonly (Rule | undefined)[], roles: (Role | undefined)[], source: 'text' | 'markdown'): void {
  for (let at = 0; at < blocks.length; at += 1) {
    const rule = found[at];
    if (rule?.then === undefined) continue;
    for (let next = at + 1; next < blocks.length; next += 1) {
      const block = blocks[next];
      if (block === undefined || block.kind === 'heading' || (found[next] !== undefined && found[next]?.role !== 'list-item')) break;
      const isItem = roles[next] === 'list-item';
      if (roles[next] !== undefined && !isItem) break;
      if (!follows(rule, block, isItem, next === at + 1, source)) break;
      if (rule.then === 'tags' && startsText(blocks[next + 1])) break;
      roles[next] = rule.role;
    }
  }
}

function follows(rule: Rule, block: PlainBlock, isItem: boolean, isFirst: boolean, source: 'text' | 'markdown'): boolean {
  switch (rule.then) {
    case 'title':
      // Plain text has lost its links: one title is safe to take, a second may be a subheading.
      return block.link === true || ((isFirst || isItem) && isTitleLike(block.text) && (source === 'text' || isItem));
    case 'name':
      return isFirst && isBareName(block.text);
    case 'tags':
      return block.text.length <= 60 && isTitleLike(block.text) && wordCount(block.text) <= 5;
    case undefined:
      return false;
  }
}

/** A short line right before running text is a subheading and no tag. */
function startsText(next: PlainBlock | undefined): boolean {
  return next !== undefined && next.text.length > 120;
}

/** Weak furniture (a date, an outlet, a name alone) counts above the lead, or beside a byline. */
function markBesideBylines(blocks: readonly PlainBlock[], found: readonly (Rule | undefined)[], roles: (Role | undefined)[], lead: number): void {
  const mark = (at: number): void => {
    const block = blocks[at];
    if (block?.kind !== 'paragraph' || roles[at] !== undefined) return;
    const weak = found[at];
    const isBeside = roles[at - 1] === 'byline' || roles[at + 1] === 'byline';
    if (weak?.weak === true ? isBeside || at < lead : isBeside && at > 0 && at < lead && isBareName(block.text)) roles[at] = 'byline';
  };
  for (let at = 0; at < blocks.length; at += 1) mark(at);
  for (let at = Math.min(lead, blocks.length) - 1; at >= 0; at -= 1) mark(at);
}

function markHeadings(blocks: readonly PlainBlock[], roles: (Role | undefined)[]): void {
  let hasHeadline = roles.includes('headline');
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading' || roles[at] !== undefined) continue;
    roles[at] = block.depth === 1 && !hasHeadline ? 'headline' : 'subheading';
    hasHeadline ||= block.depth === 1;
  }
}

/** A short line without a full stop between paragraphs: title case, after a page marker, or alone. */
function markSubheadings(blocks: readonly PlainBlock[], roles: (Role | undefined)[], lead: number): void {
  const isOpen = (at: number): boolean => at > lead && at < blocks.length && roles[at] === undefined;
  const isShort = (at: number): boolean => isOpen(at) && looksLikeSubheading(blocks[at]?.text ?? '');
  const hasTextAfter: boolean[] = [];
  for (let at = blocks.length - 1, seen = false; at >= 0; at -= 1) {
    hasTextAfter[at] = seen;
    seen ||= isOpen(at) ? !isShort(at) : roles[at] === 'list-item';
  }
  for (let at = lead + 1; at < blocks.length; at += 1) {
    const text = blocks[at]?.text ?? '';
    if (!isShort(at) || hasTextAfter[at] !== true) continue;
    const before = previousRole(roles, at);
    const isAlone = !isShort(at + 1) && before !== 'short' && wordCount(text) <= 9 && text.length <= 70;
    if (before === 'page-marker' || isAlone || (isTitleCase(text) && before !== 'subheading' && !/\d$/.test(text))) roles[at] = 'subheading';
  }

  function previousRole(all: readonly (Role | undefined)[], at: number): Role | 'short' | undefined {
    return isShort(at - 1) ? 'short' : all[at - 1];
  }
}

function looksLikeSubheading(text: string): boolean {
  if (text.length > 120 || wordCount(text) > 16 || wordCount(text) === 0) return false;
  if (/[?!]["”’']?$/.test(text)) return isTitleCase(text) && wordCount(text) <= 12;
  return !endsSentence(text);
}
