/** The sheet as Markdown. Strings are put together by hand: a sheet is written far oftener than its form changes. */

import { toPlain } from '../tagged.ts';
import type { Inline } from '../model.ts';
import { inlineToCell } from '../formats/inline-cell.ts';
import { formatPrint } from './fingerprint.ts';
import { writeFrontMatter } from './front-matter.ts';
import { ROW_HEAD_DEPTH, isRowHead } from './row-head.ts';
import { reviewToCell } from './review-cell.ts';
import { formatReview } from './review.ts';
import { sealWords } from './seal-words.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export const LEFT_OVER = 'Left over';
/** Follows an article's heading that would else read as one of the sheet's own. */
export const HEADING_MARK = '<!--heading-->';

const HINT = `<!-- Padan: change the English or the Review, nothing else. Review: ok = approved, omit = no English here, redo = translate again; a note follows //. -->`;
const HEADER = '| # | Indonesian | English | Review |\n|--:|---|---|---|\n';

/** The whole sheet, with LF line ends and a final newline. */
export function writeSheet(sheet: Sheet): string {
  const writeRows = sheet.layout === 'table' ? writeTable : writeStack;
  const ids = sheet.sections.flatMap((section) => section.rows.map((row) => row.id));
  let out = `${writeFrontMatter(sheet.frontMatter, ids)}\n${HINT}\n`;
  for (const section of sheet.sections) {
    if (section.heading !== undefined) out += `\n${writeHeading(section.heading, section.depth)}\n`;
    out += writeRows(section.rows);
  }
  if (sheet.leftOver.length > 0) out += `\n## ${LEFT_OVER}\n${writeRows(sheet.leftOver)}`;
  return out;
}

function writeTable(rows: readonly SheetRow[]): string {
  if (rows.length === 0) return '';
  let out = `\n${HEADER}`;
  for (const row of rows) {
    out += `| ${row.id} ${formatPrint(row.print)} | ${cell(row.source)} | ${cell(row.target)} | ${reviewToCell(formatReview(row.review), 'table')} |\n`;
  }
  return out;
}

function writeStack(rows: readonly SheetRow[]): string {
  let out = '';
  for (const row of rows) {
    const review = closeHeading(reviewToCell(formatReview(row.review), 'paragraph'));
    const english = paragraph(row.target);
    out += `\n${'#'.repeat(ROW_HEAD_DEPTH)} ${trimLine(`${row.id} ${formatPrint(row.print)} ${review}`)}\n\n`;
    out += trimLine(`> ${paragraph(row.source).replaceAll('\n', '\n> ')}`);
    out += english === '' ? '\n' : `\n\n${english}\n`;
  }
  return out;
}

function writeHeading(heading: Inline, depth: number): string {
  const plain = toPlain(heading).trim();
  const mark = plain === LEFT_OVER || isRowHead(plain) ? ` ${HEADING_MARK}` : '';
  return trimLine(`${'#'.repeat(depth)} ${closeHeading(inlineToCell(sealWords(heading), 'paragraph').replaceAll('\n', ' '))}${mark}`);
}

/** A `#` that stands alone at the end of a heading is taken for a closing fence. */
function closeHeading(markdown: string): string {
  return /(?:^|[ \t])#+$/.test(markdown) ? `${markdown.slice(0, -1)}\\#` : markdown;
}

/** Only the blanks that Markdown does not count: a no-break space is a word. */
function trimLine(line: string): string {
  return line.replace(/[ \t]+$/, '');
}

function cell(inline: Inline | undefined): string {
  return inline === undefined ? '' : inlineToCell(sealWords(inline), 'table');
}

/** A paragraph that begins with raw HTML could be taken for a block of HTML; a blank, which is no words, holds it off. */
function paragraph(inline: Inline | undefined): string {
  const text = inline === undefined ? '' : inlineToCell(sealWords(inline), 'paragraph');
  return text.startsWith('<') ? `&#32;${text}` : text;
}
