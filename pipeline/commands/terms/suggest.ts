/** `padan terms suggest`: candidates as rows of the glossary without English, which no run accepts before a person fills it in. */

import { z } from 'zod';
import { loadEngine } from '../../builtin/engine.ts';
import { PadanError, SettingsError } from '../../errors.ts';
import { listArticles, shown } from '../../files.ts';
import { rowsAsTheyStand } from '../../sheets.ts';
import { toPlain } from '../../tagged.ts';
import { type Candidate, findCandidates, type Sample } from '../../terms/candidates.ts';
import { EMPTY_CELLS } from '../../terms/term.ts';
import { writeTable } from '../../terms/write-table.ts';
import { wireGlossary } from '../../wire.ts';
import { settingsFrom } from '../options.ts';
import { writeNew } from './exchange.ts';

const options = z.object({ out: z.string().optional(), least: z.coerce.number().int().min(1).default(2) });
const MOST_PLACES = 5;

/** @returns 0, or 1 where an article cannot be read. */
export async function termsSuggestCommand(paths: readonly string[], raw: Readonly<Record<string, unknown>>): Promise<number> {
  const parsed = options.safeParse(raw);
  if (!parsed.success) throw new SettingsError('--least: unexpected value, expected a whole number from 1');
  const { out, least } = parsed.data;
  const settings = settingsFrom(raw);
  const { matcher } = await wireGlossary(settings);
  const { articles, refused } = await listArticles(settings.input, settings.output, paths);
  if (articles.length === 0) throw new SettingsError(`${shown(settings.input)}: no articles found. Expected .md or .txt files there`);
  const engine = loadEngine();
  const samples: Sample[] = [];
  const faults = refused.map(({ message }) => message);
  for (const article of articles) {
    try {
      const { rows } = await rowsAsTheyStand(article, { settings, matcher, bilingual: undefined });
      for (const row of rows) {
        if (row.handling !== 'translate') continue;
        const { unknown } = engine.translate({ text: row.text, terms: row.uses });
        samples.push({ place: `${article.name} ${row.id}`, indonesian: toPlain(row.source), english: row.target === undefined ? undefined : toPlain(row.target), unknown });
      }
    } catch (error) {
      if (!(error instanceof PadanError)) throw error;
      faults.push(error.message);
    }
  }
  const candidates = findCandidates(samples, matcher, least);
  const csv = writeTable(candidates.map((candidate) => ({ ...EMPTY_CELLS, term: candidate.term, note: noteOf(candidate) })));
  if (out === undefined) process.stdout.write(csv);
  else writeNew(out, csv);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stderr.write(`${candidates.length} candidates. None counts before you write its English and put the row into a glossary\n`);
  return faults.length > 0 ? 1 : 0;
}

function noteOf({ kind, pair, places, english }: Candidate): string {
  const more = places.length - MOST_PLACES;
  const ways = english.map(({ form, count }) => `${form} (${count})`).join(', ');
  return [
    kind,
    ...(pair === undefined ? [] : [`goes with ${pair}`]),
    `${places.length} sentence${places.length === 1 ? '' : 's'}: ${places.slice(0, MOST_PLACES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    ...(english.length === 0 ? [] : [`${english.length > 1 ? 'in more than one way' : 'sheets have'}: ${ways}`]),
  ].join('; ');
}
