/** The look before the run: what is unchanged, what people approved, and what must not be written over. */

import { setImmediate } from 'node:timers/promises';
import { PadanError, SettingsError } from './errors.ts';
import { type ArticleFile, shown } from './files.ts';
import { prepare, type RunTools } from './article.ts';
import { type FileState, hashOf, loadState, pendingEnglish, signatureOf, signedEnglish } from './article-files.ts';
import { asWritten, findSheet, keepPersons } from './article-sheet.ts';
import type { Approval } from './ports.ts';
import { looksLikeSheet } from './sheet/front-matter.ts';

export interface Survey {
  readonly unchanged: number;
  /** By article: what its files and the settings were when they were looked at. */
  readonly signatures: ReadonlyMap<string, string>;
}

/**
 * Reads what people wrote into memory, so that it counts in the whole run.
 *
 * @throws SettingsError naming every output that is there already and is not Padan's.
 */
export async function survey(articles: readonly ArticleFile[], tools: RunTools): Promise<Survey> {
  const signatures = new Map<string, string>();
  const foreign: string[] = [];
  const touched = new Set<string>();
  let unchanged = 0;
  for (const article of articles) {
    // Files and database answer at once, so without this nobody could stop the look at 100,000 articles.
    await setImmediate();
    tools.signal.throwIfAborted();
    const files = look(article);
    // What cannot be read is said when its turn comes.
    if (files === undefined) continue;
    const signature = signatureOf(files, tools.signature);
    const stage = await tools.progress.of(article.name);
    signatures.set(article.name, signature);
    if (stage?.signature === signature) {
      unchanged += 1;
      continue;
    }
    if (files.sheet !== undefined && stage === undefined && !looksLikeSheet(files.sheet.toString('utf8', 0, 4096))) {
      foreign.push(`${shown(article.sheet)} is there already and is no sheet of Padan's. Move it away, or choose another --output`);
    } else if (
      files.sheet === undefined &&
      files.english !== undefined &&
      ![signedEnglish(stage?.signature), pendingEnglish(stage?.signature)].includes(hashOf(files.english))
    ) {
      foreign.push(`${shown(article.english)} is there already and was not written by Padan. Move it away, or choose another --output`);
    } else if (files.sheet !== undefined) {
      for (const key of await indexSheet(article, files, tools)) touched.add(key);
    }
  }
  if (foreign.length > 0) throw new SettingsError(foreign.join('\n'));
  if (touched.size > 0) await tools.progress.reopen([...touched]);
  return { unchanged, signatures };
}

function look(article: ArticleFile): FileState | undefined {
  try {
    return loadState(article);
  } catch (error) {
    if (!(error instanceof PadanError)) throw error;
    return undefined;
  }
}

/** Puts a sheet's rows into memory. @returns the keys under which an approval came, went or changed. */
async function indexSheet(article: ArticleFile, files: FileState, tools: RunTools): Promise<readonly string[]> {
  try {
    const found = await findSheet(article, files, tools.memory);
    const { segments, leftOver } = prepare(article, files, found, tools);
    const rows = segments.map(({ row }) => (row === undefined ? undefined : asWritten(row)));
    const kept = keepPersons(found?.sheet?.frontMatter ?? {}, segments, rows, leftOver.map(asWritten));
    const before = byKey((await tools.memory.of(article.name)).approvals);
    const after = byKey(kept.approvals);
    await tools.memory.put(article.name, kept.rows, kept.approvals);
    return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  } catch (error) {
    // A sheet that cannot be read is named when its turn comes.
    if (!(error instanceof PadanError)) throw error;
    return [];
  }
}

function byKey(approvals: readonly Approval[]): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const { key, english } of approvals) all.set(key, `${all.get(key) ?? ''}\n${english}`);
  return all;
}
