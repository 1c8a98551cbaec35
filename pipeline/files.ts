/** The files that Padan touches: lists articles, reads whole files, writes them so that no half file is ever seen. */

import { closeSync, constants, copyFileSync, existsSync, fdatasyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { access, mkdir, readdir, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { FileError, SettingsError } from './errors.ts';
import { hash } from './keys.ts';

/** What Padan reads. */
const READABLE = new Set(['.md', '.txt']);
/** Documents that people expect to be read; left out in silence they would seem translated. */
const NOT_YET = new Set(['.docx', '.doc', '.odt', '.rtf', '.pdf', '.html', '.htm', '.markdown']);

/** One article: where it is read from and where its outputs go. */
export interface ArticleFile {
  /** Path below the input folder, without extension, with `/`: the article's name everywhere. */
  readonly name: string;
  readonly source: string;
  /** The sheet, `<output>/<name>.md`. */
  readonly sheet: string;
  /** The English document, `<output>/<name>.en.md`. */
  readonly english: string;
}

export interface Listing {
  readonly articles: readonly ArticleFile[];
  /** Files that look like articles and cannot be read; each is named in the summary. */
  readonly refused: readonly FileError[];
}

/**
 * The articles in `input`, or those that `paths` name (files or folders), in order of their names.
 *
 * @throws FileError where `input` or one of `paths` does not exist.
 */
export async function listArticles(input: string, output: string, paths: readonly string[]): Promise<Listing> {
  const articles: ArticleFile[] = [];
  const refused: FileError[] = [];
  const home = await realpath(input).catch(() => resolve(input));
  for (const start of paths.length === 0 ? [input] : paths) {
    const kind = await stat(start).catch(() => undefined);
    if (kind === undefined) {
      throw new FileError(start, `${shown(start)}: no such file or folder. Expected articles (.md or .txt) there`);
    }
    if (kind.isDirectory()) await walk(start, paths.length === 0 || inside(input, start) ? input : start);
    else consider(start, inside(input, start) ? input : dirname(start));
  }
  articles.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.source < b.source ? -1 : 1));
  return { articles: unique(articles), refused };

  async function walk(folder: string, base: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (READABLE.has(extname(entry.name).toLowerCase())) {
          refused.push(new FileError(path, `${shown(path)}: unexpected folder, expected a file under a name that ends like one. Rename the folder`));
        } else if (resolve(path) !== resolve(output)) await walk(path, base);
      } else if (entry.isSymbolicLink()) await follow(path, base);
      else if (entry.isFile()) consider(path, base);
    }
  }

  async function follow(path: string, base: string): Promise<void> {
    const target = await realpath(path).catch(() => undefined);
    if (target !== undefined && inside(home, target)) {
      if ((await stat(target)).isFile()) consider(path, base);
    } else if (READABLE.has(extname(path).toLowerCase())) {
      refused.push(new FileError(path, `${shown(path)}: unexpected link to a place outside ${shown(input)}, expected a file. Copy the article itself here`));
    }
  }

  function consider(path: string, base: string): void {
    const extension = extname(path);
    const kind = extension.toLowerCase();
    if (NOT_YET.has(kind)) {
      refused.push(new FileError(path, `${shown(path)}: unexpected ${kind}, expected .md or .txt. Save the article as plain text or Markdown`));
    }
    if (!READABLE.has(kind)) return;
    const below = relative(base, path).split(sep).join('/');
    const name = below.slice(0, -extension.length);
    articles.push({ name, source: path, sheet: join(output, `${name}.md`), english: join(output, `${name}.en.md`) });
  }
}

/** Refuses one folder for both: the sheets would be read as articles by the next run. @throws SettingsError */
export async function refuseOneFolder(input: string, output: string): Promise<void> {
  const [from, to] = await Promise.all([input, output].map((path) => realpath(path).catch(() => resolve(path))));
  if (from === to) throw new SettingsError(`output: unexpected ${shown(output)}, which is the input folder as well. Expected another folder: its sheets would be taken for articles`);
}

/** Outputs that would be written twice, or over an input; one message a clash. Nothing may run then. */
export function outputClashes(articles: readonly ArticleFile[]): readonly string[] {
  const clashes: string[] = [];
  // Two names that differ in case only are one file on Windows and macOS.
  const id = (path: string): string => resolve(path).normalize('NFC').toLowerCase();
  const inputs = new Map(articles.map((article) => [id(article.source), article.source]));
  const writers = new Map<string, string>();
  for (const { source, sheet, english } of articles) {
    for (const path of [sheet, english]) {
      const over = inputs.get(id(path));
      const other = writers.get(id(path));
      if (over !== undefined) {
        clashes.push(`${shown(source)}: its output ${shown(path)} is an input itself (${shown(over)}). Choose another --output, or rename the article`);
      } else if (other !== undefined && other !== source) {
        clashes.push(`${shown(source)} and ${shown(other)} would both be written to ${shown(path)}. Rename one of them`);
      }
      writers.set(id(path), source);
    }
  }
  return clashes;
}

/** The bytes of a file; undefined where there is none. Not through the thread pool: that costs an archive more than the reading. */
export function load(path: string): Buffer | undefined {
  // Asked first, because a file that is not there is common in a first run, and an error is dear.
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw ioError(path, 'read', error);
  }
}

/** Where files stand while they are being written. */
export interface Workshop {
  /** New files, before they are moved into place. */
  readonly fresh: string;
  /** Replaced files, kept for a while. */
  readonly kept: string;
}

/** Makes the workshop below the state folder and clears what a killed run left in it. */
export async function openWorkshop(state: string): Promise<Workshop> {
  const workshop = { fresh: join(state, 'tmp'), kept: join(state, 'kept') };
  try {
    await rm(workshop.fresh, { recursive: true, force: true });
    await mkdir(workshop.fresh, { recursive: true });
    await mkdir(workshop.kept, { recursive: true });
  } catch (error) {
    throw ioError(state, 'write', error);
  }
  return workshop;
}

/** Checks that `folder` can be written to, and makes it. @throws FileError */
export async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw ioError(folder, 'write', error);
  }
}

/**
 * Replaces (or makes) the file at `path` in one step: at any instant it is the old one or the new one, whole.
 *
 * @returns the bytes that were replaced, or undefined where there was no file. They were read after the
 * replacement, so even a save at the last instant is among them.
 * @throws FileError where the disk is full or the place cannot be written; the old file stands then.
 */
export function replace(path: string, text: string, name: string, workshop: Workshop): Buffer | undefined {
  const fresh = join(workshop.fresh, hash(path));
  const kept = join(workshop.kept, `${name.replaceAll('/', '__')}${extname(path)}`);
  try {
    const had = keep(path, kept);
    write(fresh, text, had);
    moveInto(fresh, path);
    return had ? readFileSync(kept) : undefined;
  } catch (error) {
    rmSync(fresh, { force: true });
    throw ioError(path, 'write', error);
  }
}

/** Whether `path` lies in `folder`. */
export function inside(folder: string, path: string): boolean {
  const below = relative(resolve(folder), resolve(path));
  return below === '' || (!below.startsWith(`..${sep}`) && below !== '..' && resolve(below) !== below);
}

/** A path as people see it: from the current folder where it lies below. */
export function shown(path: string): string {
  const below = relative('', path);
  return (below.startsWith('..') || below === '' ? path : below).split(sep).join('/');
}

/** Keeps the last three versions of a replaced file. @returns whether there was a file. */
function keep(path: string, kept: string): boolean {
  if (!existsSync(path)) return false;
  const name = (n: number): string => join(dirname(kept), `${n}-${basename(kept)}`);
  if (existsSync(kept)) {
    if (existsSync(name(2))) renameSync(name(2), name(3));
    renameSync(kept, name(2));
  }
  try {
    // A hard link shows even what is saved into the old file between here and its replacement.
    linkSync(path, kept);
  } catch {
    copyFileSync(path, kept);
  }
  return true;
}

/** `synced`: on the disk when this returns, so that a power cut leaves the old file or the new one, whole. */
function write(path: string, text: string, synced: boolean): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text, 'utf8');
    if (synced) fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}

function moveInto(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (isCode(error, 'ENOENT')) {
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
      return;
    }
    // The output folder may lie on another disk than the state folder.
    if (!isCode(error, 'EXDEV')) throw error;
    const beside = join(dirname(to), `.${basename(to)}.padan-new`);
    copyFileSync(from, beside);
    renameSync(beside, to);
    rmSync(from, { force: true });
  }
}

/** Drops repeated articles, as when a folder and a file in it are both named. */
function unique(articles: readonly ArticleFile[]): readonly ArticleFile[] {
  const seen = new Set<string>();
  return articles.filter(({ source }) => {
    const id = resolve(source);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function ioError(path: string, verb: 'read' | 'write', error: unknown): FileError {
  if (error instanceof FileError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'no permission. Fix the permissions of the file and its folder',
    EPERM: 'no permission. Fix the permissions of the file and its folder',
    EROFS: 'the disk is read-only. Choose another folder with --output',
    ENOSPC: 'the disk is full. Free some space, then run again: nothing is lost',
    EISDIR: 'it is a folder, expected a file. Rename the folder',
    ENOTDIR: 'a part of its path is a file, expected a folder. Rename that file',
    EEXIST: 'a part of its path is a file, expected a folder. Rename that file',
    ENAMETOOLONG: 'its name is too long for this disk. Give the article a shorter name',
    ETXTBSY: 'another program is using it. Close it there, then run again',
    EBUSY: 'another program is using it. Close it there, then run again',
  };
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return new FileError(path, `${shown(path)}: cannot be ${verb === 'read' ? 'read' : 'written'}: ${reason}`, { cause: error });
}
