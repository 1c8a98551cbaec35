/** Approved English as memory keeps it: tagged text, and the marks that a person added. */

import { z } from 'zod';
import type { Inline, Mark } from '../model.ts';
import { fromTagged, toTagged } from '../tagged.ts';

const mark = z.object({
  id: z.number().int(),
  type: z.enum(['emphasis', 'strong', 'delete', 'link', 'reference', 'code', 'html', 'image', 'break', 'autolink', 'footnote', 'shortcode', 'email', 'literal']),
  open: z.string(),
  close: z.string(),
  same: z.string(),
});
const kept = z.object({ text: z.string(), marks: z.array(mark) });

/** `source`: the marks of the sentence, which any article that holds the same sentence has as well. */
export function writeApproved(target: Inline, source: readonly Mark[]): string {
  const known = new Set(source.map(({ id }) => id));
  return JSON.stringify({ text: toTagged(target), marks: target.marks.filter(({ id }) => !known.has(id)) });
}

/** The English for a sentence whose marks are `source`. */
export function readApproved(english: string, source: readonly Mark[]): Inline {
  const { text, marks } = kept.parse(JSON.parse(english));
  return fromTagged(text, [...source, ...marks]);
}
