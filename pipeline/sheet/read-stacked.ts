/** The rows of the stacked layout: a heading with number and Review, the source as a quote, the English below. */

import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { readRow, type Findings } from './read-row.ts';
import { lineOf, shown } from './read-table.ts';
import { readRowHead } from './row-head.ts';
import type { ReadRow } from './sheet.ts';

export interface StackedRow {
  readonly row: ReadRow | undefined;
  /** Index of the first node after the row. */
  readonly next: number;
}

/** Reads the row whose heading is `nodes[at]`. Several paragraphs of English are one. */
export function readStackedRow(heading: Heading, nodes: readonly RootContent[], at: number, file: string, findings: Findings): StackedRow {
  const line = lineOf(heading);
  const head = readRowHead(heading.children);
  let next = at + 1;
  while (next < nodes.length && nodes[next]?.type !== 'heading') next += 1;
  const [quote, ...english] = nodes.slice(at + 1, next);
  if (head === undefined) {
    findings.faults.push({ line, message: `Unexpected “${shown(file.slice(heading.position?.start.offset, heading.position?.end.offset))}”, expected the number of a row like 2.1; undo the change` });
    return { row: undefined, next };
  }
  if (quote?.type !== 'blockquote') {
    findings.faults.push({ line, message: `row ${head.id}: Unexpected row without its Indonesian, expected a line that begins with > below the number; undo the change` });
    return { row: undefined, next };
  }
  const source = joined(quote.children, head.id, 'Indonesian', findings);
  const target = joined(english, head.id, 'English', findings);
  return { row: readRow({ line, head, source, target, review: head.rest }, file, findings), next };
}

/** The content of paragraphs, one after the other with a blank between. */
function joined(nodes: readonly RootContent[], id: string, column: string, findings: Findings): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    if (node.type !== 'paragraph') {
      findings.faults.push({
        line: lineOf(node),
        message: `row ${id}: Unexpected ${node.type === 'thematicBreak' ? 'line' : node.type} in the ${column}, expected a paragraph; put a \\ before the first sign of the line, or take it out`,
      });
      continue;
    }
    const before = out.at(-1)?.position?.end;
    const after = node.position?.start;
    if (before !== undefined && after !== undefined) out.push({ type: 'text', value: '\n', position: { start: before, end: after } });
    out.push(...node.children);
  }
  return out;
}
