/** Clock times: `pukul 14.30 WIB`, `14:30`, `2:30 p.m.`, `jam 7 malam`, ranges of them. */
import { calendarName, dayPart } from './calendar.ts';
import { pastLeader, pastTo } from './leaders.ts';
import { suffixAt } from './units.ts';
import { blank, digitsEnd, isDigit, isWordy } from './scan.ts';
import { place } from './value.ts';
import type { Language, TimeValue, Value } from './value.ts';

/** Reads a clock time or a range of two at `at`; a word such as `pukul` before it belongs to its text. */
export function readTime(text: string, at: number, language: Language): Value | undefined {
  const past = isDigit(text, at) || language === 'en' ? -1 : pastLeader(text, at, language, 'clock');
  const led = past > at;
  const start = led ? past : at;
  if (!isDigit(text, start)) return undefined;
  const first = readClock(text, start, language, led ? 'led' : 'alone');
  if (!first) return undefined;
  const time: TimeValue = { ...first, ...place(text, at, first.end) };
  const to = pastTo(text, first.end, language);
  if (!to) return time;
  const again = language === 'id' ? pastLeader(text, to.next, language, 'clock') : -1;
  const second = readClock(text, again > 0 ? again : to.next, language, 'led');
  if (!second || (second.minute === 0 && !text.slice(to.next, second.end).match(/[.:]|[ap]\.?m/i) && again < 0)) return time;
  const zone = first.zone ?? second.zone;
  return { kind: 'range', ...place(text, at, second.end), from: zone === undefined ? time : { ...time, zone }, to: second, joint: 'to' };
}

/** A clock time without the word before it. Alone, `14.30` needs a zone and `2` an a.m. or p.m. */
function readClock(text: string, at: number, language: Language, how: 'led' | 'alone'): TimeValue | undefined {
  const length = digitsEnd(text, at) - at;
  if (length !== 1 && length !== 2 && length !== 4) return undefined;
  const match = /^(\d{1,2})(?:([.:])(\d{2})(?:\2(\d{2}))?)?(?![\d])/.exec(text.slice(at, at + 9)) ?? /^(\d{2})()(\d{2})(?= (?:GMT|UTC|WIB|WITA|WIT)\b)/.exec(text.slice(at, at + 9));
  if (!match) return undefined;
  const [whole, hours = '', mark = '', minutes, seconds] = match;
  let end = at + whole.length;
  if (/[.:,/]/.test(text.charAt(end)) && isDigit(text, end + 1)) return undefined;
  const hour = Number(hours);
  const minute = Number(minutes ?? 0);
  const second = seconds === undefined ? undefined : Number(seconds);
  if (hour > 24 || minute > 59 || (second ?? 0) > 59) return undefined;
  const part = half(text, end, hour, language, how === 'led' || mark === ':');
  if (part) end = part.end;
  const zone = calendarName(text, blank(text, end), 'zone', language);
  if (zone) end = zone.end;
  if (isWordy(text, end)) return undefined;
  // `09.00` with its leading zero is no number; any other `10.30` needs more to be a time.
  const certain = how === 'led' || mark === ':' || zone !== undefined || (language === 'en' && part !== undefined) || (mark === '.' && hours.startsWith('0') && hours.length === 2 && language === 'id');
  if (!certain || (minutes === undefined && !part && !zone && (how !== 'led' || suffixAt(text, end, language) !== undefined))) return undefined;
  return { kind: 'time', ...place(text, at, end), hour: part?.hour ?? hour % 24, minute, ...(second !== undefined && { second }), ...(zone && { zone: zone.code }) };
}

/** Morning or afternoon: `p.m.`, `o'clock`, `malam`; gives the hour of the day. */
function half(text: string, at: number, hour: number, language: Language, led: boolean): { readonly hour: number; readonly end: number } | undefined {
  const next = blank(text, at);
  if (language === 'en') {
    const match = /^(?:([ap])\.?m\b\.?|o['’]clock\b)/i.exec(text.slice(next, next + 8));
    if (!match || hour > 12 || (match[1] !== undefined && hour === 0)) return undefined;
    const shift = match[1] === undefined ? hour : (hour % 12) + (match[1].toLowerCase() === 'p' ? 12 : 0);
    // The stop of a plain `pm.` ends the sentence.
    const stop = match[0].endsWith('.') && !/\..*\./.test(match[0]) ? 1 : 0;
    return { hour: shift, end: next + match[0].length - stop };
  }
  const part = led && next > at ? dayPart(text, next, language) : undefined;
  if (!part) return undefined;
  const night = text.slice(next, part.end).toLowerCase() === 'malam';
  const later = hour >= 1 && hour < 12 && ((part.part === 'noon' && hour < 6) || part.part === 'afternoon' || (part.part === 'evening' && (!night || hour > 4)));
  return { hour: later ? hour + 12 : night && hour === 12 ? 0 : hour % 24, end: part.end };
}

