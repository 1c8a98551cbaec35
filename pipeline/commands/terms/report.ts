/** `padan terms report`: per term and article, in how many rows each term is required, met, repaired, waived, violated. */

import { z } from 'zod';
import { PadanError, SettingsError } from '../../errors.ts';
import { listArticles, shown } from '../../files.ts';
import { addCompliance, type Compliance, complianceOf, noCompliance } from '../../stages/compliance.ts';
import { rowsAsTheyStand } from '../../sheets.ts';
import { csvLine } from '../../terms/write-table.ts';
import { wireGlossary, wireRepairs } from '../../wire.ts';
import { settingsFrom } from '../options.ts';

const options = z.object({ json: z.boolean().default(false), csv: z.boolean().default(false) });
const FIGURES = ['required', 'met', 'repaired', 'waived', 'violated'] as const;

/** @returns 1 where a term is violated or a sheet cannot be read, else 0. */
export async function termsReportCommand(paths: readonly string[], raw: Readonly<Record<string, unknown>>): Promise<number> {
  const { json, csv } = options.parse(raw);
  const settings = settingsFrom(raw);
  const { matcher } = await wireGlossary(settings);
  const { articles, refused } = await listArticles(settings.input, settings.output, paths);
  if (articles.length === 0) throw new SettingsError(`${shown(settings.input)}: no articles found. Expected .md or .txt files there`);
  const repairs = await wireRepairs(settings);
  const faults = refused.map(({ message }) => message);
  const byArticle: { article: string; total: Compliance; terms: ReadonlyMap<string, Compliance> }[] = [];
  const byTerm = new Map<string, Compliance>();
  const total = noCompliance();
  try {
    for (const article of articles) {
      try {
        const { rows, sheet } = await rowsAsTheyStand(article, { settings, matcher, bilingual: undefined });
        if (!sheet) {
          faults.push(`there is no sheet for ${shown(article.source)} yet. Run padan translate first`);
          continue;
        }
        const terms = complianceOf(rows, await repairs.of(article.name));
        const own = noCompliance();
        for (const [term, tally] of terms) {
          addCompliance(own, tally);
          const sum = byTerm.get(term) ?? noCompliance();
          addCompliance(sum, tally);
          byTerm.set(term, sum);
        }
        addCompliance(total, own);
        byArticle.push({ article: article.name, total: own, terms });
      } catch (error) {
        if (!(error instanceof PadanError)) throw error;
        faults.push(error.message);
      }
    }
  } finally {
    repairs.close();
  }
  const sorted = [...byTerm].sort((a, b) => b[1].violated - a[1].violated || b[1].required - a[1].required || (a[0] < b[0] ? -1 : 1));
  if (json) {
    const articlesOut = byArticle.map(({ article, total: sum, terms }) => ({ article, total: sum, terms: Object.fromEntries(terms) }));
    process.stdout.write(`${JSON.stringify({ total, terms: Object.fromEntries(sorted), articles: articlesOut })}\n`);
  } else if (csv) {
    const lines = byArticle.flatMap(({ article, terms }) => [...terms].map(([term, tally]) => csvLine([article, term, ...FIGURES.map((name) => String(tally[name]))])));
    process.stdout.write([csvLine(['article', 'term', ...FIGURES]), ...lines].join(''));
  } else {
    process.stdout.write(table('term', sorted, total));
    process.stdout.write(`\n${table('article', byArticle.map(({ article, total: sum }) => [article, sum]), total)}`);
  }
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (!repairs.known) process.stderr.write('What was repaired is not known: there is no .padan folder here\n');
  return total.violated > 0 || faults.length > 0 ? 1 : 0;
}

function table(head: string, lines: readonly (readonly [string, Compliance])[], total: Compliance): string {
  const all: readonly (readonly [string, Compliance])[] = [...lines, ['in all', total]];
  const width = Math.max(head.length, ...all.map(([name]) => name.length));
  const figures = all.map(([name, tally]) => `${name.padEnd(width)}  ${FIGURES.map((figure) => String(tally[figure]).padStart(figure.length)).join('  ')}`);
  return `${[`${head.padEnd(width)}  ${FIGURES.join('  ')}`, ...figures].join('\n')}\n`;
}
