/** The sheets as they stand, row by row: what the commands that only look at them share. */

import { prepare, type PrepareTools } from './article.ts';
import { loadState } from './article-files.ts';
import { findSheet } from './article-sheet.ts';
import type { ArticleFile } from './files.ts';
import { check, type CheckTools, type Checked } from './stages/check.ts';
import { settle } from './stages/settle.ts';

const noMemory = {
  put: () => Promise.resolve(),
  of: () => Promise.resolve({ rows: undefined, approvals: [] }),
  approved: () => Promise.resolve(new Map<string, readonly string[]>()),
};

export type SheetTools = Pick<PrepareTools, 'settings' | 'matcher'> & Pick<CheckTools, 'bilingual'>;

/**
 * Every row of an article with what its sheet says now; `sheet` is false where it has none yet.
 *
 * @throws FileError, SheetError where article or sheet cannot be read.
 */
export async function rowsAsTheyStand(article: ArticleFile, tools: SheetTools): Promise<{ readonly rows: readonly Checked[]; readonly sheet: boolean }> {
  const files = loadState(article);
  const found = await findSheet(article, files, noMemory);
  // No draft gives way here to what another provider might say.
  const { segments } = prepare(article, files, found, { ...tools, builtin: true, refresh: false });
  return { rows: segments.map((segment) => check(settle({ machine: undefined, ...segment }, tools.settings.style), tools)), sheet: files.sheet !== undefined };
}
