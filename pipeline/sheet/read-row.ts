/** One row of a sheet from its four pieces, whatever the layout. */

import type { PhrasingContent } from 'mdast';
import { inlineFromCell } from '../formats/inline-cell.ts';
import { isBlank } from './inline-key.ts';
import { parseReview, plainReview, type Review } from './review.ts';
import { reviewFromCell } from './review-cell.ts';
import type { RowHead } from './row-head.ts';
import type { ReadRow, SheetFault } from './sheet.ts';

export interface RowPieces {
  readonly line: number;
  readonly head: RowHead;
  readonly source: readonly PhrasingContent[];
  readonly target: readonly PhrasingContent[];
  readonly review: readonly PhrasingContent[];
}

/** Where the readers put what they find. */
export interface Findings {
  readonly faults: SheetFault[];
  readonly remarks: SheetFault[];
}

/** The row; its Review is `unset` where it could not be read, and then a fault says so. */
export function readRow(pieces: RowPieces, file: string, findings: Findings): ReadRow {
  const { line, head } = pieces;
  const source = inlineFromCell({ nodes: pieces.source, source: file }, []);
  const target = inlineFromCell({ nodes: pieces.target, source: file }, source.marks);
  const parsed = parseReview(reviewFromCell(pieces.review, file));
  let review: Review = plainReview('unset');
  if (parsed.ok) review = parsed.review;
  else findings.faults.push({ line, message: `row ${head.id}: ${parsed.message}` });
  if (head.print === undefined && !isBlank(source)) {
    findings.remarks.push({
      line,
      message: `row ${head.id}: Unexpected row without its fingerprint (the comment behind the number); its English is taken for a person's and kept`,
    });
  }
  return { id: head.id, line, source, target: isBlank(target) ? undefined : target, review, print: head.print };
}
