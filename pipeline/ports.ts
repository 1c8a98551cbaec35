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
  /** A second try: the English that was found wanting, and what is wrong with it, in words. */
  readonly repair?: { readonly english: string; readonly findings: readonly string[] };
}

/**
 * Why there is no answer; what is done about it follows from the kind.
 * `rate`: too fast, the same request later. `transient`: the same request again. `quota`, `key`: this
 * provider is of no use until a person acts. `too large`: halves. `refused`: this segment alone, then
 * another provider. `bad output`: once more, alone. `invalid`: never again.
 */
export const FAULTS = ['rate', 'transient', 'quota', 'key', 'too large', 'refused', 'bad output', 'invalid'] as const;
export type Fault = (typeof FAULTS)[number];

export type Outcome =
  | {
      readonly id: string;
      readonly status: 'done';
      readonly text: string;
      /** Words that the engine did not know and kept. */
      readonly unknown: readonly string[];
    }
  | { readonly id: string; readonly status: 'failed'; readonly reason: string; readonly fault: Fault };

/** What limits and prices are counted in. */
export type Unit = 'characters' | 'tokens';

/** What a request weighs at most: an answer never weighs more than `output` (0 where only input is counted). */
export interface Weight {
  readonly unit: Unit;
  readonly input: number;
  readonly output: number;
}

/** What a request was billed, in the provider's own words. `cached` is the part of `input` at the price of cached input. */
export interface Usage extends Weight {
  readonly cached: number;
  /** The part of `input` that was written into the provider's cache, where that has a price of its own; unknown when absent. */
  readonly written?: number;
}

/** A limit as a server tells it: so many in all, so many left, milliseconds until it is whole again. */
export interface HeardLimit {
  readonly limit?: number;
  readonly remaining?: number;
  readonly reset?: number;
}

/** What a server said of its limits, with an answer or with a refusal. */
export interface Heard {
  /** Milliseconds to wait before the next request. */
  readonly wait?: number;
  readonly requests?: HeardLimit;
  readonly tokens?: HeardLimit;
}

export interface Reply {
  readonly outcomes: readonly Outcome[];
  readonly usage?: Usage;
  readonly heard?: Heard;
}

/**
 * An engine. Answers every job exactly once, in any order; a segment that cannot be translated is a
 * `failed` outcome. One call is one request: what must be halved or asked again is the caller's to ask.
 * Throws ProviderError where no job can be answered (key, network, settings), and AbortError when
 * `signal` fires.
 */
export interface Provider {
  /** As in settings: `openai`. */
  readonly name: string;
  /** Name, model, prompt version: answers with equal signatures are interchangeable. */
  readonly signature: string;
  /** Most jobs in one call. */
  readonly batch: number;
  /** Most that one call may weigh as `input`; no bound when absent. */
  readonly most?: number;
  /** Takes findings with a job, and does better for them: see `Job.repair`. */
  readonly repairs?: boolean;
  /** What a call for `jobs` weighs at most; the characters of their texts when absent. */
  weigh?(jobs: readonly Job[]): Weight;
  /** The request for `jobs` as it would be sent, without its key. */
  explain?(jobs: readonly Job[]): unknown;
  translate(jobs: readonly Job[], signal: AbortSignal): Promise<Reply>;
}

/** One request: `Provider.translate`, or what stands round it. Bad text is an outcome; it rejects only when the world is broken. */
export type Send = (jobs: readonly Job[], signal: AbortSignal) => Promise<Reply>;

/** Runs requests within limits. What it runs is given when it is made, never with the jobs. */
export interface Queue {
  /**
   * One request for `jobs`, tried again where that may help. Those of higher `priority` (0 when absent)
   * go first. Rejects only when the world is broken or the run is aborted: with a ProviderError, which
   * is `down` where the whole provider was given up, or with whatever else the work threw.
   */
  run(jobs: readonly Job[], options?: { readonly priority?: number }): Promise<Reply>;
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

/** English that a person approved, under the key of its sentence. */
export interface Approval {
  readonly key: string;
  /** The English and its marks as JSON, opaque to the memory. */
  readonly english: string;
}

/** What people wrote, by article: an index of the sheets, made again from them when it is lost. */
export interface Memory {
  /**
   * Replaces all that was known of `article`; what left its sheet is withdrawn. `rows` is a sheet of a
   * person's rows alone, undefined where there are none.
   */
  put(article: string, rows: string | undefined, approvals: readonly Approval[]): Promise<void>;
  /** What `put` was given last for `article`. */
  of(article: string): Promise<{ readonly rows: string | undefined; readonly approvals: readonly Approval[] }>;
  /** Approved English by key, all articles; in order of the articles' names. */
  approved(keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** How far an article has come. */
export interface Stage {
  /** Says all that the outputs depend on and what they are; opaque here. */
  readonly signature: string;
  /** JSON of what the summary says of the article, opaque here. */
  readonly report: string;
}

/** Which articles are done, so that an unchanged one costs a look and no more. */
export interface Progress {
  of(article: string): Promise<Stage | undefined>;
  /** `keys`: those of the article's segments under which approvals are looked up. */
  set(article: string, stage: Stage, keys: readonly string[]): Promise<void>;
  /** Forgets the articles that hold one of `keys`: an approval changed there. */
  reopen(keys: readonly string[]): Promise<void>;
}
