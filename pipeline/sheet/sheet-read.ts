/**
 * The sheet read back. What cannot be understood is refused with line and fault, all faults at
 * once: a sheet that is half understood would be written back without a person's words.
 */

import type { Heading, RootContent } from 'mdast';
import { SheetError } from '../errors.ts';
import type { Inline } from '../model.ts';
import { inlineFromCell } from '../formats/inline-cell.ts';
import { parseMarkdown } from '../formats/markdown-parser.ts';
import { NOT_A_SHEET, readFrontMatter } from './front-matter.ts';
import type { Findings } from './read-row.ts';
import { readStackedRow } from './read-stacked.ts';
import { EXPECTED_HEADER, lineOf, readTable, shown } from './read-table.ts';
import { ROW_HEAD_DEPTH, isRowHead } from './row-head.ts';
import { refuseFaults, type Layout, type ReadRow, type ReadSection, type ReadSheet } from './sheet.ts';
import { HEADING_MARK, LEFT_OVER } from './sheet-write.ts';

interface OpenSection {
  heading: Inline | undefined;
  depth: number;
  rows: ReadRow[];
}

/**
 * Reads a sheet in either layout, with LF or CRLF, with or without a byte order mark.
 * @throws SheetError that names every fault that was found: a merge conflict, a file that is no
 * sheet, a front matter that is no YAML, a broken table, an unknown word in Review, a doubled row,
 * text outside the rows.
 */
export function readSheet(text: string): ReadSheet {
  const file = text.startsWith('\uFEFF') ? text.slice(1) : text;
  refuseConflict(file);
  const [first, ...nodes] = parseMarkdown(file).children;
  if (first?.type !== 'yaml') throw new SheetError(1, NOT_A_SHEET);
  const front = readFrontMatter(first.value, lineOf(first));
  const findings: Findings = { faults: [], remarks: [] };
  const sections: OpenSection[] = [{ heading: undefined, depth: 1, rows: [] }];
  const leftOver: OpenSection = { heading: undefined, depth: 2, rows: [] };
  let layout: Layout | undefined;
  let open: OpenSection | undefined = sections[0];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at];
    if (node === undefined) break;
    at += 1;
    if (node.type === 'table') {
      layout ??= 'table';
      for (const row of readTable(node, file, findings)) open?.rows.push(row);
    } else if (node.type === 'heading') {
      const kind = kindOf(node);
      if (kind === 'row') {
        layout ??= 'stacked';
        const { row, next } = readStackedRow(node, nodes, at - 1, file, findings);
        if (row !== undefined) open?.rows.push(row);
        at = next;
      } else if (kind === 'left over') open = leftOver;
      else {
        open = { heading: headingOf(node, file), depth: node.depth, rows: [] };
        sections.push(open);
      }
    } else if (!isHint(node)) findings.faults.push({ line: lineOf(node), message: stray(node, file) });
  }
  const rows = sections.flatMap((section) => section.rows);
  findings.faults.push(...doubledRows(rows));
  refuseFaults(findings.faults);
  return {
    frontMatter: front.frontMatter,
    layout: layout ?? 'table',
    sections: sections.filter((section) => section.heading !== undefined || section.rows.length > 0).map(closed),
    leftOver: leftOver.rows,
    written: front.written,
    remarks: findings.remarks,
  };
}

/** All rows but the left-over ones, in order. */
export function rowsOf(sheet: ReadSheet): readonly ReadRow[] {
  return sheet.sections.flatMap((section) => section.rows);
}

function closed(section: OpenSection): ReadSection {
  return { ...(section.heading === undefined ? {} : { heading: section.heading }), depth: section.depth, rows: section.rows };
}

function refuseConflict(file: string): void {
  const at = file.startsWith('<<<<<<<') ? 0 : file.indexOf('\n<<<<<<<') + 1;
  if (at === 0 && !file.startsWith('<<<<<<<')) return;
  const line = file.slice(0, at).split('\n').length;
  throw new SheetError(line, 'Unexpected merge conflict (<<<<<<<), expected a sheet without one; choose a side for each row and take out the lines <<<<<<<, ======= and >>>>>>>');
}

/** An article's heading that reads like one of the sheet's own is followed by a comment that says so. */
function kindOf(node: Heading): 'article' | 'left over' | 'row' {
  const last = node.children.at(-1);
  if (last?.type === 'html' && last.value === HEADING_MARK) return 'article';
  const [first] = node.children;
  const text = first?.type === 'text' ? first.value : '';
  if (node.children.length === 1 && text.trim() === LEFT_OVER) return 'left over';
  return node.depth === ROW_HEAD_DEPTH && isRowHead(text) ? 'row' : 'article';
}

function headingOf(node: Heading, file: string): Inline {
  const last = node.children.at(-1);
  const nodes = last?.type === 'html' && last.value === HEADING_MARK ? node.children.slice(0, -1) : node.children;
  return inlineFromCell({ nodes, source: file }, []);
}

function isHint(node: RootContent): boolean {
  return node.type === 'html' && /^<!--\s*Padan:/.test(node.value);
}

function stray(node: RootContent, file: string): string {
  const text = file.slice(node.position?.start.offset, node.position?.end.offset);
  if (text.startsWith('|')) {
    return `Unexpected table rows without a header, expected ${EXPECTED_HEADER} above them; take out the blank line that cuts the table, or put the header back`;
  }
  return `Unexpected ${node.type === 'paragraph' ? 'text' : node.type} outside the rows (“${shown(text)}”), expected headings and rows alone; write a note in Review after //, or take it out`;
}

function doubledRows(rows: readonly ReadRow[]): { line: number; message: string }[] {
  const seen = new Map<string, number>();
  const faults: { line: number; message: string }[] = [];
  for (const row of rows) {
    const first = seen.get(row.id);
    if (first === undefined) seen.set(row.id, row.line);
    else faults.push({ line: row.line, message: `row ${row.id}: Unexpected second row with this number (the first is in line ${first}), expected one; take one of the two out` });
  }
  return faults;
}
