/** One article on its way down the stages, and the writing of what comes out. */

import { dirname, relative } from 'node:path';
import { hashOf, loadState, pendingEnglish, pendingSignature, signatureOf, signedEnglish, type FileState } from './article-files.ts';
import { asWritten, findSheet, type FoundSheet, keepPersons, refuseTampering } from './article-sheet.ts';
import { FileError } from './errors.ts';
import { type ArticleFile, load, replace, shown, type Workshop } from './files.ts';
import type { Memory, Progress, Stage } from './ports.ts';
import { articleReport, type ArticleOutcome } from './report.ts';
import type { FileSettings } from './settings.ts';
import { align } from './stages/align.ts';
import { check, type CheckTools } from './stages/check.ts';
import { type Document, readDocument } from './stages/read.ts';
import { approvalKey, type FromSheet, recallApproved, recallSheet } from './stages/recall.ts';
import { segment } from './stages/segment.ts';
import { settle } from './stages/settle.ts';
import { summarise } from './stages/summarise.ts';
import { terms } from './stages/terms.ts';
import { translate, type TranslateTools } from './stages/translate.ts';
import type { Matcher } from './terms/matcher.ts';

/** What a run works with; made by wire.ts. */
export interface RunTools extends TranslateTools, PrepareTools, CheckTools {
  readonly settings: FileSettings;
  readonly memory: Memory;
  readonly progress: Progress;
  readonly workshop: Workshop;
  /** Settings, glossary, provider and version: what outputs depend on besides the article. */
  readonly signature: string;
  /** Articles at work at once. */
  readonly jobs: number;
  readonly signal: AbortSignal;
}

/** An article after the stages that ask no one: what is there already, and what is missing. */
export interface Prepared extends FromSheet {
  readonly document: Document;
}

export interface PrepareTools {
  readonly settings: FileSettings;
  readonly matcher: Matcher;
  /** Whether the built-in engine is the provider. */
  readonly builtin: boolean;
  /** Drafts are made again. */
  readonly refresh: boolean;
}

/** An editor may save the sheet while we work: so often we begin again, then leave it to the next run. */
const MOST_TRIES = 5;

/**
 * Translates one article, unless `signature` (of its files as they were surveyed) says that it is done.
 *
 * @throws FileError, SheetError where it cannot be read or written; its outputs stand as they were.
 */
export async function translateArticle(article: ArticleFile, signature: string | undefined, tools: RunTools): Promise<ArticleOutcome> {
  const stage = await tools.progress.of(article.name);
  if (stage !== undefined && stage.signature === signature && !tools.refresh) {
    return { status: 'unchanged', report: articleReport.parse(JSON.parse(stage.report)) };
  }
  let files = loadState(article);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const done = await attempt(article, files, stage, tools);
    if ('outcome' in done) return done.outcome;
    files = { ...loadState(article), sheet: done.saved };
  }
  throw new FileError(article.sheet, `${shown(article.sheet)}: is saved again and again while it is being written. Run again when it is closed`);
}

/**
 * The stages that ask no one.
 *
 * @throws FileError where the source cannot be read, SheetError where a person changed in the sheet what no one should.
 */
export function prepare(
  article: ArticleFile,
  files: FileState,
  found: FoundSheet | undefined,
  { settings, matcher, builtin, refresh }: PrepareTools,
): Prepared {
  const document = readDocument(files.source, shown(article.source), settings);
  const briefed = terms(segment(document, settings), matcher, document.date);
  refuseTampering(article, found, briefed);
  return { document, ...recallSheet(briefed, found, { refresh, builtin }) };
}

/** Once down the stages; `saved` where an editor saved the sheet meanwhile. */
async function attempt(
  article: ArticleFile,
  files: FileState,
  stage: Stage | undefined,
  tools: RunTools,
): Promise<{ readonly outcome: ArticleOutcome } | { readonly saved: Buffer | undefined }> {
  const { memory, progress } = tools;
  const found = await findSheet(article, files, memory);
  const { document, segments, leftOver } = prepare(article, files, found, tools);
  const keys = segments.map(approvalKey);
  const known = recallApproved(segments, await memory.approved(keys));
  const rows = (await translate(known, tools)).map((row) => check(settle(row, tools.settings.style), tools));
  const output = align({
    document,
    // From the sheet, so that it is the same wherever the program is started.
    path: relative(dirname(article.sheet), article.source).replaceAll('\\', '/'),
    rows,
    leftOver: leftOver.map(asWritten),
    settings: tools.settings,
    provider: tools.chain[0].provider.name,
    run: tools.signature,
  });

  const english = files.english === undefined ? undefined : hashOf(files.english);
  const ours = [found?.english, signedEnglish(stage?.signature), pendingEnglish(stage?.signature), hashOf(output.english)];
  const own = english === undefined || ours.includes(english);
  const sheet = output.sheet(own ? hashOf(output.english) : (found?.english ?? '-'));
  const now = load(article.sheet);
  if (hashOf(now) !== hashOf(files.sheet)) return { saved: now };
  const report = summarise(article.name, rows, output.open, [
    ...document.markdown.faults.map(({ line, message }) => `${shown(article.source)}:${line}: ${message}`),
    ...(found?.sheet?.remarks ?? []).map(({ line, message }) => `${shown(article.sheet)}:${line}: ${message}`),
    ...(leftOver.length === 0 ? [] : [`${shown(article.sheet)}: ${leftOver.length} left over: English whose sentence is no longer in the article stands at the end`]),
    ...(own ? [] : [`${shown(article.english)} was changed by a person since Padan wrote it, so it is left alone. To have it written again, move it away`]),
  ], stage === undefined ? {} : articleReport.parse(JSON.parse(stage.report)).repaired);
  const text = JSON.stringify(report);

  tools.signal.throwIfAborted();
  if (own && english !== hashOf(output.english)) {
    await progress.set(article.name, { signature: pendingSignature(output.english), report: text }, keys);
    replace(article.english, output.english, `${article.name}.en`, tools.workshop);
  }
  if (hashOf(sheet) !== hashOf(files.sheet)) {
    const replaced = replace(article.sheet, sheet, article.name, tools.workshop);
    if (hashOf(replaced) !== hashOf(files.sheet)) return { saved: replaced };
  }
  const kept = keepPersons(output.front, segments, output.rows, leftOver.map(asWritten));
  // Waited for together: one commit for both.
  const remembered = memory.put(article.name, kept.rows, kept.approvals);
  // What failed, and what the engine wrote in another's stead, is tried again by the next run: such an article is not done.
  const written = { ...files, sheet: Buffer.from(sheet), english: own ? Buffer.from(output.english) : files.english };
  const complete = rows.every(({ state, origin }) => state !== 'failed' && (origin !== 'builtin' || tools.builtin));
  await Promise.all([
    remembered,
    progress.set(article.name, { signature: complete ? signatureOf(written, tools.signature) : 'not done', report: text }, keys),
  ]);
  return { outcome: { status: 'written', report } };
}
