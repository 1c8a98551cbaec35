/**
 * Google Cloud Translation v3 over REST: tags as HTML spans, terms by a glossary that its owner made
 * there. Contract: Google's v3 reference and quota pages.
 */

import { z } from 'zod';
import type { Fault, Job, Provider, Reply } from '../ports.ts';
import type { SettingsOf } from '../provider-settings.ts';
import { aligned, characters, errorInside, inCharacters } from './aligned.ts';
import { callJson } from './http.ts';
import { fromXml, html, toXml } from './xml.ts';

export type GoogleOptions = Omit<SettingsOf<'google'>, 'project'> & {
  /** The project that is billed and whose models and glossaries are meant. */
  readonly project: string;
  /** A bearer token that holds now; asked for before every request. */
  readonly token: () => Promise<string>;
  /** `x-goog-user-project`: the project whose quota counts, where the token is a person's. */
  readonly quotaProject?: string;
};

/** Raised whenever tags are spelled otherwise. */
const SPELLING = 'html-1';

const HTML = html('translate="no"');

/** How much longer an answer of the language model may be than its text: only for what is reserved of a budget. */
const LONGEST_ANSWER = 3;

export function createGoogle(options: GoogleOptions): Provider {
  const { project, location, model, glossary, token, timeout } = options;
  const parent = `projects/${encodeURIComponent(project)}/locations/${encodeURIComponent(location)}`;
  const url = `${options.baseURL.replace(/\/+$/, '')}/v3/${parent}:translateText`;
  // The language model is billed for what it answers as well.
  const isLlm = model.endsWith('translation-llm');
  const contents = (jobs: readonly Job[]): readonly string[] => jobs.map(({ text }) => toXml(text, HTML));
  const body = (jobs: readonly Job[]): unknown => ({
    contents: contents(jobs),
    mimeType: 'text/html',
    sourceLanguageCode: 'id',
    targetLanguageCode: 'en',
    model: model.startsWith('projects/') ? model : `projects/${project}/locations/${location}/models/${model}`,
    ...(glossary === undefined ? {} : { glossaryConfig: { glossary: glossary.startsWith('projects/') ? glossary : `projects/${project}/locations/${location}/glossaries/${glossary}`, ignoreCase: true } }),
  });
  const headers = (bearer: string): Readonly<Record<string, string>> => ({
    authorization: `Bearer ${bearer}`,
    ...(options.quotaProject === undefined ? {} : { 'x-goog-user-project': options.quotaProject }),
  });
  return {
    name: 'google',
    signature: `google ${model} ${SPELLING}${glossary === undefined ? '' : ` ${glossary}`}`,
    batch: options.batch,
    most: options.characters,
    // Markup counts like any other character.
    weigh: (jobs) => {
      const input = characters(contents(jobs));
      return inCharacters(input, isLlm ? input * LONGEST_ANSWER : 0);
    },
    explain: (jobs) => ({ method: 'POST', url, headers: headers('[key]'), body: body(jobs) }),
    translate: async (jobs, signal): Promise<Reply> => {
      signal.throwIfAborted();
      if (jobs.length === 0) return { outcomes: [] };
      const bearer = await token();
      signal.throwIfAborted();
      const { body: answer, heard } = await callJson({
        provider: 'google',
        url,
        headers: headers(bearer),
        body: body(jobs),
        timeout,
        signal,
        secrets: [bearer],
        faultOf,
        advice,
      });
      const failed = failure.safeParse(answer);
      if (failed.success) {
        const { code, message } = failed.data.error;
        throw errorInside('google', message, faultOf(code, message) ?? 'transient', [bearer]);
      }
      const parsed = reply.safeParse(answer).data;
      const translations = glossary === undefined ? parsed?.translations : parsed?.glossaryTranslations;
      const texts = translations?.map(({ translatedText }) => translatedText);
      // The answer says nothing of the bill: this is the count that the price list describes.
      const output = isLlm ? characters(texts ?? []) : 0;
      return {
        outcomes: aligned(jobs, texts?.map((text) => fromXml(text, HTML))),
        usage: { ...inCharacters(characters(contents(jobs)), output), cached: 0 },
        heard,
      };
    },
  };
}

/** Google says by words, not by status, which quota is used up: its quota page. */
function faultOf(status: number, body: string): Fault | undefined {
  if (status === 403 || status === 429) {
    if (/daily limit exceeded|dailyLimitExceeded|per ?day/i.test(body)) return 'quota';
    if (/rate limit exceeded|rateLimitExceeded|RESOURCE_EXHAUSTED|quota exceeded/i.test(body)) return 'rate';
    if (/billing/i.test(body)) return 'quota';
    return undefined;
  }
  return status === 400 && /too (?:long|large|many)|code ?points|exceed/i.test(body) ? 'too large' : undefined;
}

function advice(fault: Fault): string | undefined {
  switch (fault) {
    case 'key':
      return 'Check that the Cloud Translation API is enabled in the project and that the account may use it; GOOGLE_ACCESS_TOKEN, where it is set, holds for an hour';
    case 'quota':
      return 'The daily quota or the billing account of the project is at its end; the quota starts anew at midnight Pacific time';
    case 'too large':
      return 'The request is too large. Lower characters or batch for google in padan.yaml';
    default:
      return undefined;
  }
}

const translated = z.array(z.object({ translatedText: z.string() }));
const reply = z.object({ translations: translated.default([]), glossaryTranslations: translated.default([]) });
const failure = z.object({ error: z.object({ code: z.number().default(500), message: z.string().default('') }) });
