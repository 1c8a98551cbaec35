/** `padan check`: the quality checks on the sheets as they stand, for editors and for CI. */

import { z } from 'zod';
import { prepare } from '../article.ts';
import { loadState } from '../article-files.ts';
import { findSheet } from '../article-sheet.ts';
import { PadanError, SettingsError } from '../errors.ts';
import { type ArticleFile, listArticles, shown } from '../files.ts';
import { check } from '../stages/check.ts';
import { settle } from '../stages/settle.ts';
import { wireGlossary } from '../wire.ts';
import { settingsFrom } from './options.ts';

const options = z.object({ json: z.boolean().default(false), quiet: z.boolean().default(false) });

/** One thing that is left for a person. */
interface Open {
  readonly file: string;
  /** Line in the sheet; undefined where the whole file is meant. */
  readonly line: number | undefined;
  readonly row: string | undefined;
  readonly rule: string;
  readonly message: string;
}

/** @returns 0 where nothing is left for a person, else 1. */
export async function checkCommand(paths: readonly string[], raw: Readonly<Record<string, unknown>>): Promise<number> {
  const { json, quiet } = options.parse(raw);
  const settings = settingsFrom(raw);
  const { matcher } = await wireGlossary(settings);
  const { articles, refused } = await listArticles(settings.input, settings.output, paths);
  if (articles.length === 0 && refused.length === 0) throw new SettingsError(`${shown(settings.input)}: no articles found. Expected .md or .txt files there`);
  const tools = { settings, matcher, provider: settings.provider };
  let count = 0;
  const tell = (open: Open): void => {
    count += 1;
    if (json) process.stdout.write(`${JSON.stringify(open)}\n`);
    else if (!quiet) process.stdout.write(`${open.file}${open.line === undefined ? '' : `:${open.line}`}: ${open.row === undefined ? '' : `row ${open.row}: `}${open.message}\n`);
  };
  for (const { path, message } of refused) tell({ file: shown(path), line: undefined, row: undefined, rule: 'file', message });
  for (const article of articles) {
    for (const open of await checkArticle(article, tools)) tell(open);
  }
  process.stderr.write(count === 0 ? `${articles.length} articles: nothing left to do\n` : `${articles.length} articles: ${count} left for a person\n`);
  return count === 0 ? 0 : 1;
}

interface CheckTools {
  readonly settings: Parameters<typeof prepare>[3]['settings'];
  readonly matcher: Parameters<typeof prepare>[3]['matcher'];
  readonly provider: string;
}

async function checkArticle(article: ArticleFile, { settings, matcher, provider }: CheckTools): Promise<readonly Open[]> {
  const file = shown(article.sheet);
  try {
    const files = await loadState(article);
    if (files.sheet === undefined) {
      return [{ file, line: undefined, row: undefined, rule: 'sheet', message: `there is no sheet for ${shown(article.source)} yet. Run padan translate first` }];
    }
    const found = await findSheet(article, files, noMemory);
    // The sheet as it stands: no draft gives way here to what another provider might say.
    const { segments } = prepare(article, files, found, { settings, matcher, builtin: provider === 'builtin', refresh: false });
    return segments.flatMap((segment): Open[] => {
      const row = check(settle({ ...segment, machine: undefined }));
      const at = { file, line: segment.row?.line, row: segment.row?.id ?? segment.id };
      const remarks = row.remarks.map((message): Open => ({ ...at, rule: 'changed', message }));
      if (row.state === 'failed') {
        const message = segment.row === undefined ? 'has no row yet, or its source changed. Run padan translate' : 'has no English';
        return [...remarks, { ...at, rule: 'untranslated', message }];
      }
      return [...remarks, ...row.findings.map(({ rule, message }): Open => ({ ...at, rule, message }))];
    });
  } catch (error) {
    if (!(error instanceof PadanError)) throw error;
    return [{ file, line: undefined, row: undefined, rule: 'file', message: error.message }];
  }
}

const noMemory = {
  put: () => Promise.resolve(),
  of: () => Promise.resolve({ rows: undefined, approvals: [] }),
  approved: () => Promise.resolve(new Map<string, readonly string[]>()),
};
