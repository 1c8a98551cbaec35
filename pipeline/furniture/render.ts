/** The English of kept furniture, by rule: places and dates of datelines, labels of credits. */

import type { Role } from '../model.ts';
import { datesIn } from './calendar.ts';
import { datelineOf } from './split.ts';
import { placeNamed, words } from './words.ts';

/**
 * The English of `text`, a block or piece of a block with the role `role`. What no rule knows stays
 * as it is: names, outlets, initials, the zones WIB, WITA and WIT. Blanks at both ends stay.
 */
export function renderFurniture(role: Role, text: string): string {
  switch (role) {
    case 'dateline':
      return renderDates(renderPlace(text));
    case 'byline':
      return renderAnd(renderLabels(renderDates(text)));
    case 'page-marker':
      return renderLabels(renderPages(text));
    case 'promo':
      return renderLabels(text);
    default:
      return text;
  }
}

function renderPlace(text: string): string {
  // A dateline that was split off has no lead after it; any capital letter will do for one.
  const place = datelineOf(`${text.trimEnd()} X`)?.place ?? (/^[^-–—(]*/.exec(text)?.[0] ?? '').trim();
  const start = place === '' ? -1 : text.indexOf(place);
  if (start < 0) return text;
  const english = place.split(/(, *)/).map((part) => {
    const known = placeNamed(part)?.english;
    return known === undefined ? part : inCaseOf(part, known);
  });
  return text.slice(0, start) + english.join('') + text.slice(start + place.length);
}

/** `Jumat, 8 Juli 2022` -> `Friday, 8 July 2022`; `(8/7/2022)` -> `(8 July 2022)`, as 8/7 reads two ways in English. */
function renderDates(text: string): string {
  let out = '';
  let at = 0;
  for (const date of datesIn(text)) {
    const written = text.slice(date.start, date.end);
    const month = MONTHS[date.month - 1] ?? '';
    const name = /\p{L}+/u.exec(written)?.[0];
    const english = `${date.day} ${name === undefined ? month : inCaseOf(name, month)}${date.year === undefined ? '' : ` ${date.year}`}`;
    out += text.slice(at, date.start) + (/^\d{4}-/.test(written) ? written : english);
    at = date.end;
  }
  out += text.slice(at);
  return out.replace(WEEKDAY, (word) => inCaseOf(word, words().weekdays.get(word.toLowerCase()) ?? word));
}

const MONTHS: readonly string[] = 'January February March April May June July August September October November December'.split(' ');

/** A weekday only where a date follows: `Minggu` is also a week, and a name. */
const WEEKDAY = /(?<![A-Za-z])(?:senin|selasa|rabu|kamis|jumat|jum['’]at|sabtu|minggu|ahad)(?=,? ?\(?\d)/gi;

/** `Penulis: …`, `(Reporter: …/Editor: …)`, `Penulis Rina | Editor Dedi`: labels at the start of a part. */
function renderLabels(text: string): string {
  label ??= labelPattern();
  return text.replace(label, (whole: string, before: string, name: string, at: number) => {
    // A label ends in a colon or a bar, at the end, or where a name or a number begins.
    if (!/^(?: ?[:|/&,)\]]| (?:\d|©|\p{Lu})|[ .»>…]*$)/u.test(text.slice(at + whole.length))) return whole;
    return before + inCaseOf(name, words().labels.get(name.toLowerCase()) ?? name);
  });
}

let label: RegExp | undefined;

/** Longest label first, so that `Laporan wartawan` is not read as `Laporan`. */
function labelPattern(): RegExp {
  const names = [...words().labels.keys()].sort((a, b) => b.length - a.length);
  return new RegExp(String.raw`(^[^A-Za-zÀ-ɏ\d]{0,5}|[|/,;(&] ?|\bdan )(${names.join('|')})(?![A-Za-zÀ-ɏ])`, 'gi');
}

function renderAnd(text: string): string {
  return text.replace(/(?<=\p{L}\.?) (?:dan|DAN) (?=\p{Lu})/gu, (word) => (word === ' DAN ' ? ' AND ' : ' and '));
}

function renderPages(text: string): string {
  return text.replace(/(\d+) dari (\d+) halaman/i, (_whole, page: string, all: string) => `Page ${page} of ${all}`).replace(/^(\W*)hal(?:aman)?\.?( ?:? ?\d+)(?: dari (\d+))?/iu, (_whole, before: string, page: string, all: string | undefined) => `${before}Page${page}${all === undefined ? '' : ` of ${all}`}`);
}

/** `english` written as `source` is: all capitals, all small, or as it stands. */
function inCaseOf(source: string, english: string): string {
  if (source.length > 1 && source === source.toUpperCase() && source !== source.toLowerCase()) return english.toUpperCase();
  if (source === source.toLowerCase() && /^\p{L}/u.test(source)) return english.toLowerCase();
  return english;
}
