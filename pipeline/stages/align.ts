/** Checked rows -> the sheet, source and English side by side, and the English document. */

import type { Sentence } from '../formats/markdown-assemble.ts';
import type { MarkdownBlock, MarkdownDocument } from '../formats/markdown-block.ts';
import { writeMarkdown } from '../formats/markdown-write.ts';
import type { Inline } from '../model.ts';
import type { FileSettings } from '../settings.ts';
import { makePrint } from '../sheet/fingerprint.ts';
import type { FrontMatter, SheetRow, SheetSection } from '../sheet/sheet.ts';
import { writeSheet } from '../sheet/sheet-write.ts';
import type { Checked } from './check.ts';
import type { Document } from './read.ts';

export interface Aligned {
  /** The English document. */
  readonly english: string;
  /** One for each row given. */
  readonly rows: readonly SheetRow[];
  /** What the sheet's front matter says, but for the hash of the English document. */
  readonly front: FrontMatter;
  /** Rows that stand in the English document as their source in a marker. */
  readonly open: number;
  /** The sheet's text; `english` is the hash of the English document that stands beside it. */
  sheet(english: string): string;
}

export interface AlignInput {
  readonly document: Document;
  /** The article's path, from the sheet's folder. */
  readonly path: string;
  readonly rows: readonly Checked[];
  readonly leftOver: readonly SheetRow[];
  readonly settings: FileSettings;
  readonly provider: string;
  /** Signature of the run. */
  readonly run: string;
}

export function align(input: AlignInput): Aligned {
  const { document, rows: checked, leftOver, settings } = input;
  const rows = checked.map(toRow);
  const front = frontOf(input);
  return {
    english: writeMarkdown(document.markdown, sentencesOf(checked, settings)),
    rows,
    front,
    open: checked.filter((row) => isOpen(row, settings)).length,
    sheet: (english) => writeSheet({
      frontMatter: { ...front, english },
      layout: settings.sheet.layout,
      sections: sectionsOf(document.markdown, checked, rows),
      leftOver,
    }),
  };
}

function toRow(row: Checked): SheetRow {
  const { id, source, target, state, detail } = row;
  return {
    id,
    source,
    target,
    review: {
      state,
      detail,
      checks: [...row.remarks, ...row.findings.map(({ rule, message }) => `${rule}: ${message}`)],
      waived: row.waived,
      note: row.note,
    },
    print: makePrint({ origin: row.origin, sourceChanged: row.sourceChanged, target, source, terms: row.termsVersion, waived: row.waived }),
  };
}

/** A section begins at each heading; its heading is for finding one's way, the sentence has a row like all others. */
function sectionsOf(markdown: MarkdownDocument, checked: readonly Checked[], rows: readonly SheetRow[]): readonly SheetSection[] {
  const sections: { heading?: Inline; depth: number; rows: SheetRow[] }[] = [];
  let block = -1;
  for (const [n, { block: own }] of checked.entries()) {
    const row = rows[n];
    if (row === undefined) continue;
    const heading = own === block ? undefined : headingOf(markdown.blocks[own]);
    block = own;
    if (heading !== undefined) sections.push({ ...heading, rows: [row] });
    else {
      const last = sections.at(-1);
      if (last === undefined) sections.push({ depth: 1, rows: [row] });
      else last.rows.push(row);
    }
  }
  return sections;
}

function headingOf(block: MarkdownBlock | undefined): { heading: Inline; depth: number } | undefined {
  return block?.kind === 'heading' ? { heading: block.inline, depth: block.depth ?? 2 } : undefined;
}

/** The English of each block, sentence by sentence. */
function sentencesOf(checked: readonly Checked[], settings: FileSettings): ReadonlyMap<number, readonly Sentence[]> {
  const english = new Map<number, Sentence[]>();
  for (const row of checked) {
    const sentence = { start: row.start, end: row.end, target: published(row, settings) };
    const known = english.get(row.block);
    if (known === undefined) english.set(row.block, [sentence]);
    else known.push(sentence);
  }
  return english;
}

function published(row: Checked, settings: FileSettings): Sentence['target'] {
  if (row.state === 'omit' || row.state === 'dropped') return { drop: true };
  if (row.target !== undefined && !isOpen(row, settings)) return row.target;
  // A gap must be seen: the source in a marker, and never as if it were English.
  return {
    parts: [{ kind: 'text', value: '⟦' }, ...row.source.parts, { kind: 'text', value: '⟧' }],
    marks: row.source.marks,
  };
}

/** Whether the English document must show that something is missing here. */
function isOpen(row: Checked, settings: FileSettings): boolean {
  if (row.state === 'omit' || row.state === 'dropped' || row.state === 'kept') return false;
  return row.target === undefined || (settings.publish === 'approved' && row.state !== 'ok');
}

function frontOf({ path, rows, settings, provider, run, document }: AlignInput): FrontMatter {
  const states: Record<string, number> = {};
  let findings = 0;
  for (const row of rows) {
    states[row.state] = (states[row.state] ?? 0) + 1;
    findings += row.findings.length;
  }
  const roles: Record<string, string> = {};
  for (const [role, handling] of Object.entries(settings.roles)) if (handling !== undefined) roles[role] = handling;
  return {
    source: path,
    from: 'id',
    to: 'en',
    ...(document.date === undefined ? {} : { date: document.date }),
    provider,
    run,
    states,
    findings,
    ...(Object.keys(roles).length === 0 ? {} : { roles }),
  };
}
