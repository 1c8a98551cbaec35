/** What a run would do: nothing is asked and nothing is written. */

import { prepare, type RunTools } from './article.ts';
import { loadState } from './article-files.ts';
import { findSheet } from './article-sheet.ts';
import { PadanError } from './errors.ts';
import type { ArticleFile } from './files.ts';
import type { Weight } from './ports.ts';
import { approvalKey, recallApproved } from './stages/recall.ts';
import { jobsFor, requestKey } from './stages/translate.ts';
import { weightOf } from './weight.ts';

/** What one article would ask for. */
export interface ArticlePlan {
  readonly article: string;
  asked: number;
  /** One for each request: what it weighs at most. */
  readonly weights: Weight[];
}

/** Counts of rows. */
export interface Plan {
  articles: number;
  segments: number;
  /** Kept as they are: a person's, earlier drafts, dropped and kept furniture. */
  stands: number;
  memory: number;
  journal: number;
  /** Asked for once, in another row of this run. */
  repeated: number;
  asked: number;
  /** Characters of what would be asked for. */
  characters: number;
  requests: number;
  byArticle: ArticlePlan[];
  failed: { article: string; message: string }[];
}

export async function plan(articles: readonly ArticleFile[], tools: RunTools): Promise<Plan> {
  const sum: Plan = { articles: articles.length, segments: 0, stands: 0, memory: 0, journal: 0, repeated: 0, asked: 0, characters: 0, requests: 0, byArticle: [], failed: [] };
  const asked = new Set<string>();
  for (const article of articles) {
    tools.signal.throwIfAborted();
    try {
      await planArticle(article, tools, asked, sum);
    } catch (error) {
      if (!(error instanceof PadanError)) throw error;
      sum.failed.push({ article: article.name, message: error.message });
    }
  }
  return sum;
}

async function planArticle(article: ArticleFile, tools: RunTools, asked: Set<string>, sum: Plan): Promise<void> {
  const [translator] = tools.chain;
  const files = loadState(article);
  const { segments } = prepare(article, files, await findSheet(article, files, tools.memory), tools);
  const known = recallApproved(segments, await tools.memory.approved(segments.map(approvalKey)));
  const keys = known.map((segment) => requestKey(segment, translator.provider));
  const found = await tools.journal.find(keys.filter((key) => key !== undefined));
  const own: ArticlePlan = { article: article.name, asked: 0, weights: [] };
  sum.segments += known.length;
  const jobs = jobsFor(known, keys, { has: (key) => found.has(key) || asked.has(key) });
  const fresh = new Set(jobs.map(({ id }) => id));
  for (const [n, segment] of known.entries()) {
    const key = keys[n];
    if (segment.recalled.by === 'memory') sum.memory += 1;
    else if (key === undefined) sum.stands += 1;
    else if (found.has(key)) sum.journal += 1;
    else if (asked.has(key) || !fresh.has(key)) sum.repeated += 1;
    else {
      asked.add(key);
      sum.asked += 1;
      own.asked += 1;
      sum.characters += segment.text.length;
    }
  }
  for (const request of translator.pack(jobs)) {
    sum.requests += 1;
    own.weights.push(weightOf(translator.provider, request));
  }
  if (own.asked > 0) sum.byArticle.push(own);
}
