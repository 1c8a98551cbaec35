/** The English of kept furniture, by rule: places and dates of datelines, labels of credits. */

import type { Role } from '../model.ts';
import type { HouseStyle } from '../style/style.ts';
import { TAG, withoutTags } from '../tagged.ts';
import { datesIn, type FoundDate } from './calendar.ts';
import { datelineOf } from './split.ts';
import { placeNamed, words } from './words.ts';

/** What of the house style datelines and credits follow. */
export type FurnitureStyle = Pick<HouseStyle, 'dates' | 'dateline'>;

/**
 * The English of `text` (tagged), a block or piece of a block with the role `role`. What no rule knows
 * stays as it is: names, outlets, initials, the zones WIB, WITA and WIT. Blanks at both ends stay.
 */
export function renderFurniture(role: Role, text: string, style: FurnitureStyle = {}): string {
  switch (role) {
    case 'dateline':
      return (style.dateline === undefined ? undefined : renderTemplate(text, style.dateline, style)) ?? renderDates(renderPlace(text), style);
    case 'byline':
      return renderAnd(renderLabels(renderDates(text, style)));
    case 'page-marker':
      return renderLabels(renderPages(text));
    case 'promo':
      return renderLabels(text);
    default:
      return text;
  }
}

function renderPlace(text: string): string {
  const place = placeOf(text);
  const start = place === '' ? -1 : text.indexOf(place);
  return start < 0 ? text : text.slice(0, start) + englishPlace(place) + text.slice(start + place.length);
}

/** The place of a dateline that was split off, as it is written; empty where there is none. */
function placeOf(text: string): string {
  const plain = withoutTags(text);
  // It has no lead after it; any capital letter will do for one.
  return datelineOf(`${plain.trimEnd()} X`)?.place ?? (/^[^-–—(]*/.exec(plain)?.[0] ?? '').trim();
}

function englishPlace(place: string): string {
  return place.split(/(, *)/).map((part) => {
    const known = placeNamed(part)?.english;
    return known === undefined ? part : inCaseOf(part, known);
  }).join('');
}

/**
 * A dateline in the form of the house: `{PLACE} ({outlet}) –`. Undefined where a part that the form needs is
 * not there, or markup stands inside it: then it is written as the source has it.
 */
function renderTemplate(text: string, template: string, style: FurnitureStyle): string | undefined {
  const tags = text.match(TAG) ?? [];
  const plain = withoutTags(text);
  if (tags.length !== 0 && (tags.length !== 2 || plain.includes('\uFFFC'))) return undefined;
  const [open = '', close = ''] = tags;
  const [, before = '', body = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(plain) ?? [];
  const known = datelineOf(`${body} X`);
  if (known === undefined) return undefined;
  const { outlet } = known;
  // `SLEMAN, JUMAT (8/7/2022)`: the day is no place.
  const place = known.place?.replace(/, *\p{L}+['’]?\p{L}*$/u, (part) => (words().weekdays.has(part.slice(1).trim().toLowerCase()) ? '' : part));
  const date = datesIn(body)[0];
  const weekday = WEEKDAY_NAME.exec(body)?.[0];
  const english = place === undefined ? undefined : englishPlace(place);
  const parts: Readonly<Record<string, string | undefined>> = {
    place: english === undefined || english !== english.toUpperCase() ? english : capitalised(english),
    PLACE: english?.toUpperCase(),
    outlet,
    OUTLET: outlet?.toUpperCase(),
    date: date === undefined ? undefined : [weekday === undefined ? undefined : words().weekdays.get(weekday.toLowerCase()), writeDate(date, style)].filter((part) => part !== undefined).join(', '),
  };
  const fill = (form: string): string | undefined => {
    const lacks = [...form.matchAll(PART)].some(([, name = '']) => parts[name] === undefined);
    return lacks ? undefined : form.replaceAll(PART, (_, name: string) => parts[name] ?? '');
  };
  const filled = fill(template.replaceAll(/\[([^[\]]*)\]/g, (_, form: string) => fill(form) ?? ''));
  return filled === undefined ? undefined : before + open + filled + close + after;
}

const PART = /\{(\w+)\}/g;

/** `NEW YORK` as `New York`: for forms that want no capitals. */
function capitalised(place: string): string {
  return place.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** `Jumat, 8 Juli 2022` -> `Friday, July 8, 2022`; `(8/7/2022)` -> `(July 8, 2022)`, as 8/7 reads two ways in English. */
function renderDates(source: string, style: FurnitureStyle): string {
  // First, while a day still follows.
  const text = source.replace(WEEKDAY, (word) => inCaseOf(word, words().weekdays.get(word.toLowerCase()) ?? word));
  let out = '';
  let at = 0;
  for (const date of datesIn(text)) {
    const written = text.slice(date.start, date.end);
    const name = /\p{L}+/u.exec(written)?.[0];
    const english = writeDate(date, style, name);
    out += text.slice(at, date.start) + (/^\d{4}-/.test(written) ? written : english);
    at = date.end;
  }
  return out + text.slice(at);
}

/** `July 8, 2022`, `8 July 2022`; the month in the case of `like`, the month of the source. */
function writeDate({ day, month, year }: FoundDate, { dates }: FurnitureStyle, like?: string): string {
  const english = MONTHS[month - 1] ?? '';
  const name = like === undefined ? english : inCaseOf(like, english);
  if (dates === 'day-first') return `${day} ${name}${year === undefined ? '' : ` ${year}`}`;
  return `${name} ${day}${year === undefined ? '' : `, ${year}`}`;
}

const MONTHS: readonly string[] = 'January February March April May June July August September October November December'.split(' ');

const WEEKDAY_NAME = /(?<![A-Za-z])(?:senin|selasa|rabu|kamis|jumat|jum['’]at|sabtu|minggu|ahad)(?![A-Za-z])/i;

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
