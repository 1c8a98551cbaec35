/** `padan check`: the quality checks on the sheets as they stand, for editors and for CI. */

import { resolve } from 'node:path';
import { z } from 'zod';
import { type Consistency, createConsistency } from '../checks/consistency.ts';
import { severityOf, type Severity } from '../checks/rules.ts';
import { PadanError, SettingsError } from '../errors.ts';
import { type ArticleFile, listArticles, type Listing, shown } from '../files.ts';
import type { Settings } from '../settings.ts';
import { approvalKey } from '../stages/recall.ts';
import { rowsAsTheyStand, type SheetTools } from '../sheets.ts';
import { toPlain } from '../tagged.ts';
import { wireBilingual, wireGlossary } from '../wire.ts';
import { changedFiles, realPath } from './changed.ts';
import { FORMATS, type Open, writeJunit, writeLine, writeSarif } from './check-format.ts';
import { settingsFrom } from './options.ts';
import { plural } from './words.ts';

const options = z.object({
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
  format: z.enum(FORMATS).optional(),
  changed: z.boolean().default(false),
  since: z.string().min(1).optional(),
  pairs: z.boolean().default(false),
});

/** @returns 1 where there is an error among the findings, else 0. With `--pairs`: see pairs.ts. */
export async function checkCommand(paths: readonly string[], raw: Readonly<Record<string, unknown>>): Promise<number> {
  const { json, quiet, changed, since, pairs, ...rest } = options.parse(raw);
  const settings = settingsFrom(raw);
  if (pairs) return (await import('./pairs.ts')).pairsCommand(settings);
  const format = rest.format ?? (json ? 'json' : 'text');
  const [{ matcher }, bilingual] = await Promise.all([wireGlossary(settings), wireBilingual()]);
  const listed = await listArticles(settings.input, settings.output, paths);
  if (listed.articles.length === 0 && listed.refused.length === 0) throw new SettingsError(`${shown(settings.input)}: no articles found. Expected .md or .txt files there`);
  const { articles, refused } = changed || since !== undefined ? onlyChanged(listed, settings, since) : listed;
  const found: Open[] = [];
  const tell = (open: Open): void => {
    found.push(open);
    if (!quiet && (format === 'text' || format === 'json')) process.stdout.write(writeLine(open, format));
  };
  for (const { path, message } of refused) tell({ file: shown(path), line: undefined, row: undefined, rule: 'file', severity: 'error', message });
  const consistency = createConsistency();
  for (const article of articles) {
    for (const open of await checkArticle(article, { settings, matcher, bilingual }, consistency)) tell(open);
  }
  if (format === 'sarif') process.stdout.write(writeSarif(found));
  if (format === 'junit') process.stdout.write(writeJunit(found, articles.map(({ sheet }) => shown(sheet))));
  const count = (severity: Severity): number => found.filter((open) => open.severity === severity).length;
  const severities = (['error', 'warning', 'note'] as const).map((severity) => plural(count(severity), severity)).join(', ');
  process.stderr.write(`${plural(articles.length, 'article')}: ${found.length === 0 ? 'nothing left to do' : `${found.length} left for a person (${severities})`}\n`);
  return count('error') === 0 ? 0 : 1;
}

/** Articles of which a file changed; all of them where the glossary or the settings did. */
function onlyChanged(listed: Listing, settings: Settings, since: string | undefined): Listing {
  const files = changedFiles(settings.root, since);
  const has = (path: string): boolean => files.has(realPath(path));
  if (settings.glossary.some(has) || has(resolve(settings.root, 'padan.yaml'))) return listed;
  return {
    articles: listed.articles.filter(({ source, sheet, english }) => [source, sheet, english].some(has)),
    refused: listed.refused.filter(({ path }) => has(path)),
  };
}

function open(place: Pick<Open, 'file' | 'line' | 'row'>, rule: string, message: string, { settings }: SheetTools): readonly Open[] {
  const severity = severityOf(rule, settings.checks);
  return severity === 'off' ? [] : [{ ...place, rule, severity, message }];
}

/** States of rows that hold the English of a sentence. */
const IN_WORDS: ReadonlySet<string> = new Set(['draft', 'memory', 'edited', 'ok']);

async function checkArticle(article: ArticleFile, tools: SheetTools, consistency: Consistency): Promise<readonly Open[]> {
  const file = shown(article.sheet);
  try {
    const { rows, sheet } = await rowsAsTheyStand(article, tools);
    if (!sheet) {
      return [{ file, line: undefined, row: undefined, rule: 'sheet', severity: 'error', message: `there is no sheet for ${shown(article.source)} yet. Run padan translate first` }];
    }
    return rows.flatMap((row): Open[] => {
      const at = { file, line: row.row?.line, row: row.row?.id ?? row.id };
      const remarks = row.remarks.map((message): Open => ({ ...at, rule: 'changed', severity: 'warning', message }));
      if (row.state === 'failed') {
        const message = row.row === undefined ? 'has no row yet, or its source changed. Run padan translate' : 'has no English';
        return [...remarks, { ...at, rule: 'untranslated', severity: 'error', message }];
      }
      const across = IN_WORDS.has(row.state) && row.target !== undefined && !row.waived.includes('consistency') ? consistency.see(approvalKey(row), toPlain(row.target), at, row.state === 'ok') : undefined;
      return [...remarks, ...row.findings.flatMap(({ rule, message }) => open(at, rule, message, tools)), ...(across === undefined ? [] : open(across.place, 'consistency', across.message, tools))];
    });
  } catch (error) {
    if (!(error instanceof PadanError)) throw error;
    return [{ file, line: undefined, row: undefined, rule: 'file', severity: 'error', message: error.message }];
  }
}
