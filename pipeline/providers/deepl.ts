/**
 * DeepL: tags as XML, terms by a glossary that is kept in the account. Contract: DeepL's openapi of
 * 2026-06-30. Texts of a request are translated each by itself; only `context` is shared.
 */

import { z } from 'zod';
import { ProviderError } from '../errors.ts';
import type { Fault, Job, Outcome, Provider, Reply, Usage } from '../ports.ts';
import type { SettingsOf } from '../provider-settings.ts';
import { aligned, characters, errorInside, failAll, inCharacters } from './aligned.ts';
import { contextOf } from './deepl-context.ts';
import { ensureGlossary, glossaryLines, glossaryName, type GlossaryEntry } from './deepl-glossary.ts';
import { escapeXml } from './entities.ts';
import { callJson } from './http.ts';
import { wordsOf } from './split-tags.ts';
import { fromXml, toXml, XML } from './xml.ts';

export type DeepLOptions = SettingsOf<'deepl'> & {
  readonly key: string;
  /** What the account's glossary is made of; without any, or with `glossary: false`, none is used. */
  readonly entries?: readonly GlossaryEntry[];
  /** Told of what could not be kept in the account, in words. */
  readonly report?: (message: string) => void;
};

const TARGET = 'EN-US';

/** Raised whenever tags or terms are spelled otherwise. */
const SPELLING = 'xml-1';

/** Most bytes of a body: DeepL takes 128 KiB, of which proxies count the headers as well (deepl-java issue 5 advises 120). */
const MOST_BYTES = 120 * 1024;

/** Most characters a request: at four bytes each, the longest in UTF-8, they and their frame still fit. */
const MOST_CHARACTERS = 24_000;

export function createDeepL(options: DeepLOptions): Provider {
  const { key, target = TARGET, modelType, batch, timeout, entries = [], report = () => undefined } = options;
  const baseURL = (options.baseURL ?? (key.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com')).replace(/\/+$/, '');
  const url = `${baseURL}/v2/translate`;
  const lines = options.glossary ? glossaryLines(entries).lines : [];

  let kept: Promise<string | undefined> | undefined;
  /**
   * Asked for once, whoever asks. Where the account cannot keep a glossary for a reason that another try
   * does not mend, texts go without and the terms check says what does not hold; a key or a quota at its
   * end is thrown, as is what a later try may mend.
   */
  const glossary = (signal: AbortSignal): Promise<string | undefined> => {
    if (lines.length === 0) return Promise.resolve(undefined);
    kept ??= ensureGlossary(entries, { baseURL, key, timeout, report }, signal).catch((error: unknown) => {
      if (error instanceof ProviderError && !FATAL.has(error.fault)) {
        report(`deepl: no glossary, so terms are not held: ${error.message}`);
        return undefined;
      }
      kept = undefined;
      throw error;
    });
    return kept;
  };

  return {
    name: 'deepl',
    // Which glossary is no part of it: the journal's key of each segment says its terms.
    signature: `deepl ${target} ${modelType} ${SPELLING}${options.glossary ? ' glossary' : ''}`,
    batch,
    most: MOST_CHARACTERS,
    // Tags are free of charge; an escaped `&` may count as written.
    weigh: (jobs) => inCharacters(characters(jobs.map(({ text }) => escapeXml(wordsOf(text))))),
    explain: (jobs) => ({
      method: 'POST',
      url,
      headers: headers('[key]'),
      body: body(jobs, options, lines.length === 0 ? undefined : `[id of ${glossaryName(lines)}]`),
    }),
    translate: async (jobs, signal): Promise<Reply> => {
      signal.throwIfAborted();
      if (jobs.length === 0) return { outcomes: [] };
      const used = await glossary(signal);
      const request = body(jobs, options, used);
      if (sizeOf(request) > MOST_BYTES) {
        throw new ProviderError('deepl', `A request of ${jobs.length} segments is larger than ${MOST_BYTES / 1024} KiB, the most that deepl takes. Lower batch for deepl in padan.yaml`, { fault: 'too large' });
      }
      try {
        const { body: answer, heard } = await callJson({
          provider: 'deepl',
          url,
          headers: headers(key),
          body: request,
          timeout,
          signal,
          secrets: [key],
          faultOf: (status, text) => {
            if (status !== 404 || used === undefined) return faultOf(status, text);
            // The glossary was removed since, by another run or a person: the next try makes it again.
            kept = undefined;
            return 'transient';
          },
        });
        return { ...read(jobs, answer, key), heard };
      } catch (error) {
        // Bad text is data: each segment is asked alone, and the one at fault is named.
        if (error instanceof ProviderError && error.fault === 'refused') return { outcomes: failAll(jobs, error.message, 'refused'), heard: error.heard };
        throw error;
      }
    },
  };
}

const FATAL: ReadonlySet<Fault> = new Set(['key', 'quota', 'rate', 'transient']);

function headers(key: string): Readonly<Record<string, string>> {
  return { authorization: `DeepL-Auth-Key ${key}` };
}

/** The body for `jobs`; without context where it would be too large with it. */
function body(jobs: readonly Job[], { target = TARGET, modelType }: DeepLOptions, glossary: string | undefined): unknown {
  const context = contextOf(jobs);
  const bare = {
    text: jobs.map(({ text }) => toXml(text, XML)),
    source_lang: 'ID',
    target_lang: target,
    model_type: modelType,
    tag_handling: 'xml',
    tag_handling_version: 'v2',
    ignore_tags: ['x'],
    split_sentences: '0',
    preserve_formatting: true,
    show_billed_characters: true,
    ...(glossary === undefined ? {} : { glossary_id: glossary }),
  };
  const whole = context === undefined ? bare : { ...bare, context };
  return sizeOf(whole) > MOST_BYTES ? bare : whole;
}

function sizeOf(request: unknown): number {
  return Buffer.byteLength(JSON.stringify(request));
}

function faultOf(status: number, body: string): Fault | undefined {
  if (status === 456) return 'quota';
  if (status !== 400) return undefined;
  if (/tag handling parsing/i.test(body)) return 'refused';
  return /too (?:large|long|many)|size|exceed/i.test(body) ? 'too large' : undefined;
}

const reply = z.object({
  translations: z.array(z.object({ text: z.string(), billed_characters: z.number().int().min(0).optional() })),
});
const failure = z.object({ message: z.string(), translations: z.undefined().optional() });

function read(jobs: readonly Job[], answer: unknown, key: string): { readonly outcomes: readonly Outcome[]; readonly usage?: Usage } {
  const failed = failure.safeParse(answer);
  if (failed.success) throw errorInside('deepl', failed.data.message, 'transient', [key]);
  const translations = reply.safeParse(answer).data?.translations;
  const outcomes = aligned(jobs, translations?.map(({ text }) => fromXml(text, XML)));
  const billed = translations?.map((one) => one.billed_characters).filter((count) => count !== undefined) ?? [];
  if (translations === undefined || billed.length !== translations.length) return { outcomes };
  return { outcomes, usage: { ...inCharacters(billed.reduce((sum, count) => sum + count, 0)), cached: 0 } };
}
