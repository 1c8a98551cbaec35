/** What a check is given: one sentence with its English. */

import type { Finding, Inline, Role, TermUse } from '../model.ts';

export interface Pair {
  readonly source: Inline;
  readonly target: Inline;
  /** The words of both sides; a sealed piece of markup is one U+FFFC. */
  readonly indonesian: string;
  readonly english: string;
  readonly role: Role;
  readonly uses: readonly TermUse[];
}

export interface Check {
  /** As in settings, findings and `waive:`; one word or words joined by `-`. */
  readonly rule: string;
  readonly check: (pair: Pair) => readonly Finding[];
}
