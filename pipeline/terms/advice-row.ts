/** A remark about a row of the glossary. */

import type { Column, Term } from './term.ts';

/** A `fault` is refused by every run, a `warning` should be mended, a `note` is for knowing. */
export type Severity = 'fault' | 'warning' | 'note';

/** A remark about a row, before anybody knows its file's columns. */
export interface Advice {
  readonly term: Term;
  readonly column: Column;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
}

/** How a message names a row: with its file only where there are several. */
export type Naming = (term: Term) => string;
