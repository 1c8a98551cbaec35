/**
 * The run: every article goes down the stages, several at once, and each is written as it is done.
 * Prints nothing; what came of an article is data.
 */

import { setImmediate } from 'node:timers/promises';
import { BudgetError, PadanError, ProviderError } from './errors.ts';
import type { ArticleFile } from './files.ts';
import type { ArticleOutcome } from './report.ts';
import { survey } from './survey.ts';
import { translateArticle, type RunTools } from './article.ts';

export type RunEvent =
  /** What could not be read before anything was written. */
  | { readonly kind: 'surveyed'; readonly articles: number; readonly unchanged: number }
  | { readonly kind: 'article'; readonly outcome: ArticleOutcome };

/**
 * Runs `articles`. First the sheets that people saved are looked at, so that what they approved counts
 * for every article; then the articles that need it are translated, `jobs` at a time.
 *
 * @throws SettingsError before anything is written, where an output is no file of Padan's; ProviderError
 * where no provider can be used; BudgetError where the money is at its end; AbortError when `tools.signal` fires. All that was answered is kept.
 */
export async function* run(articles: readonly ArticleFile[], tools: RunTools): AsyncGenerator<RunEvent> {
  const seen = await survey(articles, tools);
  yield { kind: 'surveyed', articles: articles.length, unchanged: seen.unchanged };
  for await (const outcome of inParallel(articles, tools.jobs, (article) => one(article, seen.signatures, tools))) {
    yield { kind: 'article', outcome };
  }
}

async function one(article: ArticleFile, signatures: ReadonlyMap<string, string>, tools: RunTools): Promise<ArticleOutcome> {
  await setImmediate();
  tools.signal.throwIfAborted();
  try {
    return await translateArticle(article, signatures.get(article.name), tools);
  } catch (error) {
    // A fault of one article holds up no other; a provider that is of no use holds up all.
    if (!(error instanceof PadanError) || error instanceof ProviderError || error instanceof BudgetError) throw error;
    return { status: 'failed', article: article.name, message: error.message };
  }
}

/** Works on `items`, at most `most` at once; gives results as they come. Stops at the first rejection. */
async function* inParallel<T, R>(items: readonly T[], most: number, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const running = new Map<number, Promise<{ n: number; result: R }>>();
  const settle = async (): Promise<R> => {
    const { n, result } = await Promise.race(running.values());
    running.delete(n);
    return result;
  };
  try {
    for (const [n, item] of items.entries()) {
      if (running.size >= most) yield await settle();
      running.set(n, work(item).then((result) => ({ n, result })));
    }
    while (running.size > 0) yield await settle();
  } finally {
    // Nothing is left behind at work: what was answered must reach the journal before it is closed.
    await Promise.allSettled(running.values());
  }
}
