/**
 * Every piece of the source's markup stands in the English, once: links, emphasis, code, images.
 * Markup that a person adds is no fault.
 *
 * @silent Lihat **situs** itu. | See that **site**.
 * @finding Lihat **situs** itu. | See that site. | bold is missing, expected it round the same words
 * @finding Ketik `mulai` dulu. | Type it first. | code `mulai` is missing, expected it in the English
 */

import type { Finding, Inline, Mark } from '../model.ts';
import type { Check } from './pair.ts';

export const markup: Check = {
  rule: 'markup',
  check({ source, target }) {
    const have = countMarks(target);
    const findings: Finding[] = [];
    for (const [same, { mark, count }] of countMarks(source)) {
      const found = have.get(same)?.count ?? 0;
      if (found === count) continue;
      const expected = mark.close === '' ? 'expected it in the English' : 'expected it round the same words';
      findings.push({
        rule: 'markup',
        message: found < count ? `${nameOf(mark)} is missing, ${expected}` : `Unexpected second ${nameOf(mark)}, expected it once`,
      });
    }
    return findings;
  },
};

function countMarks({ parts, marks }: Inline): ReadonlyMap<string, { readonly mark: Mark; count: number }> {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const counts = new Map<string, { mark: Mark; count: number }>();
  for (const part of parts) {
    const mark = part.kind === 'open' || part.kind === 'sealed' ? byId.get(part.id) : undefined;
    // Bare addresses are for the check of addresses.
    if (mark === undefined || mark.type === 'autolink' || mark.type === 'email') continue;
    const known = counts.get(mark.same);
    if (known === undefined) counts.set(mark.same, { mark, count: 1 });
    else known.count += 1;
  }
  return counts;
}

function nameOf(mark: Mark): string {
  switch (mark.type) {
    case 'emphasis':
      return 'italic';
    case 'strong':
      return 'bold';
    case 'delete':
      return 'strike-through';
    case 'link':
    case 'reference':
      return 'link';
    case 'break':
      return 'line break';
    default:
      return `${mark.type} ${mark.open.replace(/[;|\s]+/g, ' ').replaceAll('//', '/').slice(0, 60)}`;
  }
}
