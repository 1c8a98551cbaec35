/** The affix table: which stems a form may come from. */

import type { Voice } from './kinds.ts';
import { readData, rowsOf } from './tables.ts';

export interface Affix {
  readonly kind: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly restore: string;
  readonly before: readonly string[];
  readonly base: string;
  readonly gives: string;
  readonly voice: Voice;
  readonly english: string;
  readonly cost: number;
}

/** A stem that a form may come from by one affix. */
export interface Stripped {
  readonly stem: string;
  readonly affix: Affix;
}

const KINDS = ['voice', 'noun', 'verb', 'most', 'as', 'one', 'front'];

export function readAffixes(text: string): readonly Affix[] {
  return rowsOf(text).map(({ cells }) => {
    const [kind = '', prefix = '', suffix = '', restore = '', before = '*', base = '', gives = '', voice = '', english = '%', cost = '1'] = cells;
    return {
      kind,
      prefix,
      suffix,
      restore,
      before: before === '*' ? [] : before.split(' '),
      base,
      gives,
      voice: voice === 'active' || voice === 'passive' ? voice : 'none',
      english,
      cost: Number(cost),
    };
  });
}

/** Faults of the affix table, for the tests. */
export function affixFaults(text: string): readonly string[] {
  return rowsOf(text).flatMap(({ line, cells }) => {
    const bad = cells.length !== 10 || !KINDS.includes(cells[0] ?? '') || Number.isNaN(Number(cells[9])) || !(cells[8] ?? '').includes('%');
    return bad ? [`affixes.tsv:${line}: Unexpected row, expected kind, prefix, suffix, restore, before, base, gives, voice, English with %, cost`] : [];
  });
}

let table: readonly Affix[] | undefined;

/** Every stem that `form` may come from by an affix of one of `kinds`; stems have at least two letters. */
export function strip(form: string, kinds: readonly string[]): readonly Stripped[] {
  table ??= readAffixes(readData('affixes.tsv'));
  const out: Stripped[] = [];
  for (const affix of table) {
    if (!kinds.includes(affix.kind) || !form.startsWith(affix.prefix) || !form.endsWith(affix.suffix)) continue;
    const rest = form.slice(affix.prefix.length, form.length - affix.suffix.length);
    if (rest.length < 2 || !startsRight(rest, affix.before)) continue;
    out.push({ stem: affix.restore + rest, affix });
    if (rest.startsWith('-')) out.push({ stem: rest.slice(1), affix });
  }
  return out;
}

function startsRight(rest: string, before: readonly string[]): boolean {
  return before.length === 0 || before.some((letters) => rest.startsWith(letters)) || rest.startsWith('-');
}
