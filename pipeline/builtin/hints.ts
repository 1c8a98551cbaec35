/** Hints of the word lists (`{+dari}`, `{before n}`, `{object: bola}` …): which renderings fit beside these neighbours. */

import type { Rendering, Unit } from './kinds.ts';
import { plainRendering } from './slots.ts';

const PREPOSITION = / (?:of|to|for|with|from|in|on|at|by|about|into|than|as|against|over|through)$/;

/** The units with their renderings weighed by their hints; a preposition that a rendering already holds becomes silent. */
export function applyHints(units: readonly Unit[]): readonly Unit[] {
  return spelledOut(weighed(units));
}

/** `sumber daya alam SDA`: a short form behind its own words stays as it is. */
function spelledOut(units: readonly Unit[]): readonly Unit[] {
  return units.map((unit, at) => {
    const text = unit.reading.renderings[0]?.text ?? '';
    const before = units[at - 1];
    if (text === '' || before?.reading.renderings[0]?.text !== text || before.lower === unit.lower || !unit.capital || !/^[a-z]{2,6}$/.test(unit.lower)) return unit;
    return { ...unit, reading: { ...unit.reading, pos: 'name', renderings: [plainRendering(unit.lower.toUpperCase())] } };
  });
}

function weighed(units: readonly Unit[]): readonly Unit[] {
  const out: Unit[] = [];
  let silent = false;
  units.forEach((unit, at) => {
    if (silent) {
      silent = false;
      out.push({ ...unit, reading: { ...unit.reading, renderings: SILENT, clitic: '' } });
      return;
    }
    const { renderings } = unit.reading;
    if (unit.reading.pos === 'name' || !hinted(renderings)) {
      out.push(unit);
      return;
    }
    const joined = renderings.filter(({ hint }) => joins(hint, units[at + 1]));
    if (joined.length > 0) {
      silent = joined.every(({ text }) => PREPOSITION.test(text)) && units[at + 1]?.reading.pos === 'prep';
      out.push({ ...unit, reading: { ...unit.reading, renderings: same(renderings, `+${String(joined.length)}`, joined) } });
      return;
    }
    const costs = renderings.map(({ hint }) => hintCost(hint, units, at));
    const weighed = renderings.map((rendering, index) => ({ ...rendering, cost: Math.max(0, rendering.cost + (costs[index] ?? 0)) }));
    out.push({ ...unit, reading: { ...unit.reading, renderings: same(renderings, costs.join(' '), weighed) } });
  });
  return out;
}

const SILENT: readonly Rendering[] = [plainRendering('')];
const anyHint = new WeakMap<readonly Rendering[], boolean>();
const weighedBefore = new WeakMap<readonly Rendering[], Map<string, readonly Rendering[]>>();

function hinted(renderings: readonly Rendering[]): boolean {
  let known = anyHint.get(renderings);
  if (known === undefined) anyHint.set(renderings, (known = renderings.some(({ hint }) => hint !== '' && hint !== 'adjective')));
  return known;
}

/** One list for each way the same hints came out, so that what is made of a list later is made once. */
function same(renderings: readonly Rendering[], key: string, made: readonly Rendering[]): readonly Rendering[] {
  let byKey = weighedBefore.get(renderings);
  if (byKey === undefined) weighedBefore.set(renderings, (byKey = new Map<string, readonly Rendering[]>()));
  const known = byKey.get(key);
  if (known !== undefined) return known;
  byKey.set(key, made);
  return made;
}

function joins(hint: string, next: Unit | undefined): boolean {
  if (next === undefined || !hint.includes('+')) return false;
  return hint.split(/[;,]/).some((part) => /^\s*\+([a-z]+)\s*$/.exec(part)?.[1] === next.lower);
}

const POS_NAMES: Readonly<Record<string, readonly string[]>> = {
  n: ['n', 'name', 'num'], noun: ['n', 'name'], v: ['v', 'mod', 'neg'], verb: ['v', 'mod'], a: ['a'], num: ['num', 'value'], number: ['num', 'value'], angka: ['num', 'value'], amount: ['num', 'value'], date: ['value'], name: ['name'],
};

/** What a hint adds to the cost: less than nothing where it is met. */
function hintCost(hint: string, units: readonly Unit[], at: number): number {
  if (hint === '') return 0;
  const places = /^(before|after|object:?|subject:?|with)\s+(.*)$/.exec(hint);
  if (hint.startsWith('+')) {
    const wanted = POS_NAMES[hint.replace(/^\+(?:a |an )?/, '').split(' ')[0] ?? ''];
    const next = units[at + 1];
    return wanted !== undefined && next !== undefined && wanted.includes(next.reading.pos) ? -0.6 : 2.2;
  }
  if (hint === 'at start') return units[at - 1] === undefined || units[at - 1]?.reading.pos === 'punct' ? -0.4 : 0.8;
  if (places === null) return 0.4;
  const [, where = '', list = ''] = places;
  const words = list.split(/,\s*|\s+or\s+|\s+/).filter((word) => word !== '' && word !== 'a' && word !== 'an');
  const near = where === 'before' ? units.slice(at + 1, at + 2) : where === 'after' ? units.slice(Math.max(0, at - 2), at) : units.slice(at + 1, at + 4);
  const met = near.some((unit) => words.some((word) => unit.lower === word || unit.reading.form === word || (where !== 'object:' && (POS_NAMES[word]?.includes(unit.reading.pos) ?? false))));
  return met ? -0.8 : 2;
}
