/** What can be exchanged: the engine, the queue, the memory. Jobs and outcomes are plain JSON. */

import type { RoleClass, TermUse } from './model.ts';

/** One segment to translate. */
export interface Job {
  /** Unique within a batch. */
  readonly id: string;
  /** Tagged text: words with `<g1>…</g1>` and `<x2/>`; the answer must hold the same tags. */
  readonly text: string;
  readonly role: RoleClass;
  readonly terms: readonly TermUse[];
  /** The sentences before and after, as plain words: context only, never to be translated. */
  readonly context: { readonly before: string; readonly after: string };
}

export type Outcome =
  | {
      readonly id: string;
      readonly status: 'done';
      readonly text: string;
      /** Words that the engine did not know and kept. */
      readonly unknown: readonly string[];
    }
  | { readonly id: string; readonly status: 'failed'; readonly reason: string; readonly retry: boolean };

/**
 * An engine. Answers every job exactly once, in any order; a segment that cannot be translated is a
 * `failed` outcome. Throws ProviderError where no job can be answered (key, network, settings), and
 * AbortError when `signal` fires.
 */
export interface Provider {
  /** As in settings: `openai`. */
  readonly name: string;
  /** Name, model, prompt version: answers with equal signatures are interchangeable. */
  readonly signature: string;
  /** Most jobs in one call. */
  readonly batch: number;
  translate(jobs: readonly Job[], signal: AbortSignal): Promise<readonly Outcome[]>;
}

/** Runs batches of jobs within limits. What it runs is given when it is made, never with the jobs. */
export interface Queue {
  /** Resolves with one outcome a job; rejects only when the world is broken or the run is aborted. */
  run(jobs: readonly Job[]): Promise<readonly Outcome[]>;
  /** Resolves when it is sensible to add more (back-pressure). */
  room(): Promise<void>;
  close(): Promise<void>;
}

/** A machine answer, kept from the moment it arrives. */
export interface Answer {
  /** Says which requests are the same: source, role class, terms, provider signature. */
  readonly key: string;
  readonly text: string;
  readonly unknown: readonly string[];
}

/** The journal of provider answers: what was paid for is never asked for again. */
export interface Journal {
  find(keys: readonly string[]): Promise<ReadonlyMap<string, Answer>>;
  /** Durable when it resolves. */
  add(answers: readonly Answer[]): Promise<void>;
}

/** One row of a sheet as memory holds it, enough to write the row again. */
export interface RememberedRow {
  /** Normalised source and role class: see keys.ts. */
  readonly key: string;
  /** The `#` of the row, for order. */
  readonly id: string;
  /** JSON of the row, opaque to the memory. */
  readonly row: string;
  /** JSON of the English where a person approved it, opaque to the memory. */
  readonly approved: string | undefined;
}

export interface Approval {
  readonly key: string;
  readonly article: string;
  readonly english: string;
}

/** What people wrote, by article: an index of the sheets, made again from them when it is lost. */
export interface Memory {
  /** Replaces all that was known of `article`; what left its sheet is withdrawn. */
  put(article: string, rows: readonly RememberedRow[]): Promise<void>;
  /** The rows of `article` in order; empty where there is none. */
  rows(article: string): Promise<readonly RememberedRow[]>;
  /** Approved English by key, all articles. */
  approved(keys: readonly string[]): Promise<ReadonlyMap<string, readonly Approval[]>>;
}

/** Which articles are done, so that an unchanged one costs a look and no more. */
export interface Progress {
  /** The signature that `finish` was given for `article`. */
  done(article: string): Promise<string | undefined>;
  /** `signature` says all that the outputs depend on; `keys` are the source keys of the segments. */
  finish(article: string, signature: string, keys: readonly string[]): Promise<void>;
  /** Forgets the articles that hold one of `keys`: an approval changed there. */
  reopen(keys: readonly string[]): Promise<void>;
}
