/** The request of one segment as it would be sent; nothing is asked and nothing is written. */

import { prepare, type RunTools } from './article.ts';
import { loadState } from './article-files.ts';
import { findSheet } from './article-sheet.ts';
import { SettingsError } from './errors.ts';
import type { ArticleFile } from './files.ts';
import type { Job } from './ports.ts';
import { jobsFor, requestKey } from './stages/translate.ts';

/**
 * The job of the row called `id` (`2.1`, or `article:2.1` where there are several articles), as if no one
 * had translated it yet.
 *
 * @throws SettingsError where there is no such row, or none that a provider is asked for.
 */
export async function jobOf(id: string, articles: readonly ArticleFile[], tools: RunTools): Promise<Job> {
  const [, name, row = ''] = /^(?:(.+):)?([^:]+)$/.exec(id) ?? [];
  const named = name === undefined ? articles : articles.filter((article) => article.name === name);
  const [article, other] = named;
  if (article === undefined) throw new SettingsError(`--explain ${id}: no article is called "${name ?? ''}". Expected one of ${articles.slice(0, 5).map((one) => one.name).join(', ')}${articles.length > 5 ? ' …' : ''}`);
  if (other !== undefined) throw new SettingsError(`--explain ${id}: there are ${named.length} articles. Say which: --explain ${article.name}:${row}`);
  const files = loadState(article);
  const { segments } = prepare(article, files, await findSheet(article, files, tools.memory), tools);
  const segment = segments.find((one) => one.id === row);
  if (segment === undefined) throw new SettingsError(`--explain ${id}: ${article.name} has no row "${row}". Expected one like ${segments[0]?.id ?? '1.1'}: see the first column of its sheet, or padan segments`);
  if (segment.handling !== 'translate') throw new SettingsError(`--explain ${id}: this row is a ${segment.role.replaceAll('-', ' ')}, for which no provider is asked`);
  const open = segments.map((one) => ({ ...one, recalled: { by: 'none', redo: undefined } as const }));
  const keys = open.map((one) => (one.handling === 'translate' ? requestKey(one, tools.chain[0].provider) : undefined));
  const key = keys[segments.indexOf(segment)];
  const job = jobsFor(open, keys, new Set<string>()).find((one) => one.id === key);
  if (job === undefined) throw new SettingsError(`--explain ${id}: no provider is asked for this row`);
  return job;
}
