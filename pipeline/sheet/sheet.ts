/** The sheet as data: what is written, and what comes back with its line numbers. */

import type { Inline } from '../model.ts';
import { SheetError } from '../errors.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Review } from './review.ts';

export type Layout = 'table' | 'stacked';

export type FrontValue = string | number | boolean | readonly FrontValue[] | { readonly [key: string]: FrontValue };
/** Source path, languages, provider, counts, run signature, hash of the English document … The keys `padan` and `rows` are the sheet's own. */
export type FrontMatter = Readonly<Record<string, FrontValue>>;

export interface SheetRow {
  /** `block.sentence`. */
  readonly id: string;
  readonly source: Inline;
  /** Undefined where the cell is empty. */
  readonly target: Inline | undefined;
  readonly review: Review;
  readonly print: Fingerprint;
}

export interface SheetSection {
  /** A heading of the article, as it stands in the source; absent for what comes before the first. */
  readonly heading?: Inline;
  /** 1 to 6. */
  readonly depth: number;
  readonly rows: readonly SheetRow[];
}

export interface Sheet {
  readonly frontMatter: FrontMatter;
  readonly layout: Layout;
  readonly sections: readonly SheetSection[];
  /** A person's English whose sentence left the source. */
  readonly leftOver: readonly SheetRow[];
}

/** A row as it was read. Without a fingerprint it is a person's row. */
export interface ReadRow extends Omit<SheetRow, 'print'> {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly print: Fingerprint | undefined;
}

export interface ReadSection extends Omit<SheetSection, 'rows'> {
  readonly rows: readonly ReadRow[];
}

export interface ReadSheet {
  readonly frontMatter: FrontMatter;
  readonly layout: Layout;
  readonly sections: readonly ReadSection[];
  readonly leftOver: readonly ReadRow[];
  /** The numbers of the rows that Padan wrote, in order; undefined where the front matter no longer says. */
  readonly written: readonly string[] | undefined;
  /** What a person should know but nothing is refused for: a lost fingerprint. */
  readonly remarks: readonly SheetFault[];
}

/** Something wrong in a sheet: line from 1, and what was found, what was expected, what to do. */
export interface SheetFault {
  readonly line: number;
  readonly message: string;
}

/** Most faults that one message names. */
const MOST = 20;

/** Throws one SheetError that names every fault, first line first; returns where there is none. */
export function refuseFaults(faults: readonly SheetFault[]): void {
  const [first, ...others] = [...faults].sort((a, b) => a.line - b.line);
  if (first === undefined) return;
  const lines = others.slice(0, MOST - 1).map((fault) => `line ${fault.line}: ${fault.message}`);
  if (others.length >= MOST) lines.push(`and ${others.length - MOST + 1} more`);
  throw new SheetError(first.line, [first.message, ...lines].join('\n'));
}
