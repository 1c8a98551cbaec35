/** Datelines and credits inside a block: what is cut off before the block is cut into sentences. */

import type { Role } from '../model.ts';
import { furnitureRules, type Rule } from './rules.ts';
import { placeNamed } from './words.ts';

/** A piece of a block's plain text, as UTF-16 offsets. */
export interface Piece<R extends Role> {
  readonly role: R;
  readonly start: number;
  readonly end: number;
}

export interface Split {
  /** With the dash and the blanks after it. */
  readonly prefix?: Piece<'dateline'>;
  /** With the blanks before it. */
  readonly suffix?: Piece<'byline'>;
}

/**
 * Where `text` has a dateline at its start and credits at its end. Only the first body block has a
 * dateline; credits are looked for in the last block of words (body, quote or list item).
 */
export function splitFurniture(text: string, role: Role, position: { readonly first?: boolean; readonly last?: boolean }): Split {
  const dateline = position.first === true && role === 'body' ? datelineOf(text) : undefined;
  const credits = position.last === true && (role === 'body' || role === 'quote' || role === 'list-item') ? creditsStart(text) : undefined;
  return {
    ...(dateline && { prefix: { role: 'dateline' as const, start: 0, end: dateline.end } }),
    ...(credits !== undefined && credits > (dateline?.end ?? 0) && { suffix: { role: 'byline' as const, start: credits, end: text.length } }),
  };
}

export interface Dateline {
  /** Offset of the first character of the lead. */
  readonly end: number;
  /** The place as it is written, with its offset, where there is one. */
  readonly place: string | undefined;
  /** The agency or site, where one is named. */
  readonly outlet: string | undefined;
}

/** The dateline at the start of `text`, or undefined. Looks at the first 160 characters only. */
export function datelineOf(text: string): Dateline | undefined {
  const head = text.slice(0, REACH);
  // Every dateline has a dash or a bracketed agency; most paragraphs are done here.
  if (!/[-–—―‒−]|\):/.test(head)) return undefined;
  datelineRules ??= furnitureRules().filter((rule) => rule.at === 'start');
  for (const rule of datelineRules) {
    const found = rule.pattern.exec(head);
    if (!found) continue;
    const end = found[0].length;
    const { place, outlet, dash } = found.groups ?? {};
    if (isDateline(rule, head.slice(end), place, outlet, dash)) return { end, place, outlet };
  }
  return undefined;
}

const REACH = 160;
let datelineRules: readonly Rule[] | undefined;
let creditRules: readonly Rule[] | undefined;

/** The patterns are blind to case; a place, an outlet's name and the first word of a lead are not. */
function isDateline(rule: Rule, rest: string, place: string | undefined, outlet: string | undefined, dash: string | undefined): boolean {
  if (place !== undefined && !isCapitalised(place)) return false;
  if (outlet !== undefined && !outlet.includes('.') && !/^(?:\p{Lu}|detik|kumparan)/u.test(outlet)) return false;
  if (rule.sentence && !/^["“‘'«(]?[\p{Lu}\d]/u.test(rest)) return false;
  if (!rule.known || place === undefined) return true;
  return place.split(',').some((part) => placeNamed(part) !== undefined) && (dash?.startsWith('--') === true || !isRouteEnd(rest));
}

/** `Bandung kini …` after `Jakarta - ` is the other end of a road, not the start of a lead. */
function isRouteEnd(rest: string): boolean {
  const words = rest.split(/[\s,.;:!?)]/, 3).filter((word) => word !== '');
  return words.some((_, at) => placeNamed(words.slice(0, at + 1).join(' '))?.kind === 'city');
}

function isCapitalised(place: string): boolean {
  return place.split(/[ ,]+/).every((word) => /^[^\p{L}]*\p{Lu}/u.test(word) || /^(?:de|di|da|la|le|au|el|al)$/.test(word));
}

function creditsStart(text: string): number | undefined {
  if (!/[)\]]\.?$/.test(text.slice(-2))) return undefined;
  creditRules ??= furnitureRules().filter((rule) => rule.at === 'end');
  const from = Math.max(0, text.length - REACH);
  const tail = text.slice(from);
  for (const rule of creditRules) {
    const found = rule.pattern.exec(tail);
    if (found && found[0].length <= rule.max) return from + found.index;
  }
  return undefined;
}
