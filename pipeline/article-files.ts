/** The three files of an article as they stand, and the signature that says them all. */

import { hash } from 'node:crypto';
import { FileError } from './errors.ts';
import { type ArticleFile, load, shown } from './files.ts';

export interface FileState {
  readonly source: Buffer;
  readonly sheet: Buffer | undefined;
  readonly english: Buffer | undefined;
}

/** @throws FileError where one of them cannot be read, or the source is gone. */
export function loadState(article: ArticleFile): FileState {
  const [source, sheet, english] = [load(article.source), load(article.sheet), load(article.english)];
  if (source === undefined) throw new FileError(article.source, `${shown(article.source)}: no such file. It was there when the run began`);
  return { source, sheet, english };
}

export function hashOf(bytes: Uint8Array | string | undefined): string {
  return bytes === undefined ? '-' : hash('sha256', bytes, 'base64url').slice(0, 20);
}

/** Equal when nothing that the outputs depend on has changed since: `source.sheet.english.run`. */
export function signatureOf(files: FileState, run: string): string {
  return [hashOf(files.source), hashOf(files.sheet), hashOf(files.english), run].join('.');
}

/** The hash of the English document in a signature. */
export function signedEnglish(signature: string | undefined): string {
  return signature?.split('.')[2] ?? '';
}

/**
 * Noted before an English document is replaced, so that a run that is killed in between knows the new
 * one as its own, and no person's. Never equal to the signature of a finished article.
 */
export function pendingSignature(english: string): string {
  return `writing ${hashOf(english)}`;
}

/** The hash in a pending signature. */
export function pendingEnglish(signature: string | undefined): string {
  return signature?.startsWith('writing ') === true ? signature.slice('writing '.length) : '';
}
