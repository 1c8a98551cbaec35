/** What a check is given: one sentence with its English. */

import type { Bilingual } from './bilingual.ts';
import type { Rule } from './rules.ts';
import type { HouseStyle } from '../style/style.ts';
import type { Finding, Inline, Role, TermUse } from '../model.ts';

export interface Pair {
  readonly source: Inline;
  readonly target: Inline;
  /** The words of both sides; a sealed piece of markup is one U+FFFC. */
  readonly indonesian: string;
  readonly english: string;
  readonly role: Role;
  readonly uses: readonly TermUse[];
  /** The house's English; what it does not name is free. */
  readonly style?: HouseStyle | undefined;
  /** What is known of words in both languages; undefined where nothing is to be judged by it. */
  readonly bilingual?: Bilingual | undefined;
}

export interface Check {
  /** As in settings, findings and `waive:`; one word or words joined by `-`. */
  readonly rule: Rule;
  readonly check: (pair: Pair) => readonly Finding[];
}
