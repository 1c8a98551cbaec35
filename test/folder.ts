/** A newsroom's folder for tests: files in, a run, files out. */

import { mkdirSync, mkdtempSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listArticles } from '../pipeline/files.ts';
import type { Job, Outcome, Provider } from '../pipeline/ports.ts';
import { addOutcome, type ArticleOutcome, emptyRun, type RunReport } from '../pipeline/report.ts';
import { run } from '../pipeline/run.ts';
import { loadSettings } from '../pipeline/settings.ts';
import { wireRun } from '../pipeline/wire.ts';

export interface Folder {
  readonly root: string;
  write(path: string, text: string | Uint8Array): void;
  read(path: string): string;
  has(path: string): boolean;
}

export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const root = mkdtempSync(join(tmpdir(), 'padan-'));
  const folder: Folder = {
    root,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    has: (path) => existsSync(join(root, path)),
  };
  for (const [path, text] of Object.entries(files)) folder.write(path, text);
  return folder;
}

export interface RunOf {
  readonly provider?: Provider;
  readonly refresh?: boolean;
  readonly signal?: AbortSignal;
  readonly flags?: Readonly<Record<string, string>>;
  /** Called for each article as it is done. */
  readonly seen?: (outcome: ArticleOutcome) => void;
}

/** One run in `folder`, as `padan translate` does it. */
export async function runIn(folder: Folder, options: RunOf = {}): Promise<RunReport> {
  const settings = loadSettings({ cwd: folder.root, env: {}, config: undefined, flags: options.flags ?? {} });
  const { articles, refused } = await listArticles(settings.input, settings.output, []);
  const { tools, close } = await wireRun(settings, {
    refresh: options.refresh ?? false,
    dry: false,
    signal: options.signal ?? new AbortController().signal,
    retryDelay: 1,
    ...(options.provider === undefined ? {} : { provider: options.provider }),
  });
  const report = emptyRun();
  for (const { path, message } of refused) addOutcome(report, { status: 'failed', article: path, message });
  try {
    for await (const event of run(articles, tools)) {
      if (event.kind !== 'article') continue;
      addOutcome(report, event.outcome);
      options.seen?.(event.outcome);
    }
  } finally {
    await close('done');
  }
  return report;
}

export interface CountingProvider extends Provider {
  /** The texts that were asked for, in order. */
  readonly asked: string[];
}

/** A provider that counts; its English is the source after `EN`, unless `english` says otherwise. */
export function countingProvider(english: (job: Job) => string | Outcome = ({ text }) => `EN ${text}`, signature = 'counting 1'): CountingProvider {
  const asked: string[] = [];
  return {
    name: 'counting',
    signature,
    batch: 10,
    asked,
    translate(jobs) {
      const outcomes = jobs.map((job): Outcome => {
        asked.push(job.text);
        const answer = english(job);
        return typeof answer === 'string' ? { id: job.id, status: 'done', text: answer, unknown: [] } : answer;
      });
      return Promise.resolve({ outcomes });
    },
  };
}

/** The rows of a sheet in `table` layout: `[number, Indonesian, English, Review]`, fingerprints taken off. */
export function rowsIn(sheet: string): string[][] {
  return sheet
    .split('\n')
    .filter((line) => /^\| (?:\d|–)/.test(line))
    .map((line) => line.slice(2, -2).split(' | ').map((cell) => cell.replace(/ ?<!--.*?-->/, '').trim()));
}

/** Changes the cells of the row numbered `id`. */
export function editRow(sheet: string, id: string, change: { readonly english?: string; readonly review?: string }): string {
  if (!sheet.includes(`\n| ${id} `)) throw new Error(`no row ${id}`);
  const lines = sheet.split('\n').map((line) => {
    if (!line.startsWith(`| ${id} `)) return line;
    const cells = line.slice(2, -2).split(' | ');
    const [number = '', source = '', english = '', review = ''] = cells;
    return `| ${number} | ${source} | ${change.english ?? english} | ${change.review ?? review} |`;
  });
  return lines.join('\n');
}
