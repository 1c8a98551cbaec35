/** Finds the glossary's terms in the sentences, and says how each must read at its place. */

import { sourceKey } from '../keys.ts';
import type { Segment, TermUse } from '../model.ts';
import { briefTerms, termsVersion } from '../terms/first-mention.ts';
import type { Matcher } from '../terms/matcher.ts';

/** A segment that knows its terms, and so which other segments are the same. */
export interface Briefed extends Segment {
  readonly uses: readonly TermUse[];
  /** Changes when a glossary row that stands here, or its first-mention state, changes. */
  readonly termsVersion: string;
  /** Source and role class: what memory and journal know the sentence by. */
  readonly key: string;
}

/** `date`: the article's, as ISO date; undefined where it is not known and every row of the glossary holds. */
export function terms(segments: readonly Segment[], matcher: Matcher, date: string | undefined): readonly Briefed[] {
  const uses = briefTerms(segments, matcher, date);
  return segments.map((segment, n) => {
    const own = uses[n] ?? [];
    return { uses: own, termsVersion: termsVersion(own), key: sourceKey(segment.text, segment.role), ...segment };
  });
}
