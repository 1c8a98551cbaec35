/** The word tables of the furniture: months, weekdays, labels and the places of datelines. */

import { readFileSync } from 'node:fs';

export interface Month {
  readonly english: string;
  /** 1 to 12. */
  readonly number: number;
}

export interface Place {
  readonly kind: string;
  /** The English name, where it differs. */
  readonly english: string | undefined;
}

interface Words {
  readonly months: ReadonlyMap<string, Month>;
  readonly weekdays: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, Place>;
}

/** The tables, keyed by lower-case Indonesian; read once. */
export function words(): Words {
  cache ??= load();
  return cache;
}

/**
 * The place that `name` names, also with `Kota`, `Kabupaten` … before it or a point of the compass
 * after it (`Kota Bekasi`, `Kutai Barat`); undefined where the table does not know it.
 */
export function placeNamed(name: string): Place | undefined {
  const { places } = words();
  const lower = name.trim().toLowerCase();
  const direct = places.get(lower);
  if (direct) return direct;
  const bare = lower.replace(/^(?:kota|kabupaten|kab\.?|provinsi|pulau|kepulauan) /, '').replace(/ (?:utara|selatan|timur|barat|pusat|tengah|tenggara|laut|raya)(?: (?:daya|laut))?$/, '');
  const found = bare === lower ? undefined : places.get(bare);
  return found && { kind: found.kind, english: undefined };
}

let cache: Words | undefined;

function load(): Words {
  const months = new Map<string, Month>();
  const weekdays = new Map<string, string>();
  const labels = new Map<string, string>();
  const places = new Map<string, Place>();
  for (const [kind, names = '', english = '', number] of rows('./data/words.tsv')) {
    for (const name of names.toLowerCase().split('|')) {
      if (kind === 'month') months.set(name, { english, number: Number(number) });
      else if (kind === 'weekday') weekdays.set(name, english);
      else labels.set(name, english);
    }
  }
  for (const [kind = '', names = '', english] of rows('./data/places.tsv')) {
    for (const name of names.toLowerCase().split('|')) places.set(name, { kind, english });
  }
  return { months, weekdays, labels, places };
}

function rows(file: string): string[][] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split(/\r?\n/);
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}
