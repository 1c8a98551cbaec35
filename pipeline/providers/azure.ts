/**
 * Azure AI Translator: tags as HTML spans, terms as the inline dictionary, or as pairs beside the text
 * for a deployed language model. Contracts: api-versions 3.0 and 2026-06-06.
 */

import { z } from 'zod';
import { ProviderError } from '../errors.ts';
import type { Job, Provider, Reply, Usage } from '../ports.ts';
import type { SettingsOf } from '../provider-settings.ts';
import { aligned, characters, errorInside, inCharacters } from './aligned.ts';
import { azureCode, azureFailure, azureFault, isWarming, WARMING } from './azure-errors.ts';
import { escapeXml } from './entities.ts';
import { callJson } from './http.ts';
import { wordsOf } from './split-tags.ts';
import { fromXml, html, type Spelling, toXml } from './xml.ts';

export type AzureOptions = SettingsOf<'azure'> & { readonly key: string };

/** Raised whenever tags or terms are spelled otherwise. */
const SPELLING = 'html-1';

const HTML: Spelling = html('class="notranslate"');

const DICTIONARY: Spelling = {
  ...HTML,
  term: (words, { target }) => `<mstrans:dictionary translation="${escapeXml(target)}">${words}</mstrans:dictionary>`,
  names: [...HTML.names, 'mstrans:dictionary'],
  read: (name, id) => (name === 'span' ? HTML.read(name, id) : undefined),
};

export function createAzure(options: AzureOptions): Provider {
  const { apiVersion, deployment, key, timeout } = options;
  const isOld = apiVersion === '3.0';
  const pairs = !isOld && deployment !== undefined;
  const query = isOld ? `api-version=${apiVersion}&from=id&to=en&textType=html` : `api-version=${apiVersion}`;
  const url = `${options.baseURL.replace(/\/+$/, '')}${options.path}?${query}`;
  // A language model reads the terms beside the text; in it they would be foreign markup.
  const spelling = pairs ? HTML : DICTIONARY;
  const spelled = (jobs: readonly Job[]): readonly string[] => jobs.map(({ text, terms }) => toXml(text, spelling, terms));
  const body = (jobs: readonly Job[]): unknown => {
    const texts = spelled(jobs);
    if (isOld) return texts.map((Text) => ({ Text }));
    return {
      inputs: texts.map((text, n) => ({ text, language: 'id', textType: 'Html', targets: [target(jobs[n], deployment)] })),
    };
  };
  const headers = (secret: string): Readonly<Record<string, string>> => ({
    'content-type': 'application/json; charset=UTF-8',
    'ocp-apim-subscription-key': secret,
    ...(options.region === undefined || options.region === '' ? {} : { 'ocp-apim-subscription-region': options.region }),
  });
  return {
    name: 'azure',
    // Both api-versions ask the same engine.
    signature: `azure ${pairs ? deployment : 'general'} ${SPELLING}`,
    batch: options.batch,
    most: options.characters,
    // Markup counts like any other character.
    weigh: (jobs) => inCharacters(characters(spelled(jobs))),
    explain: (jobs) => ({ method: 'POST', url, headers: headers('[key]'), body: body(jobs) }),
    translate: async (jobs, signal): Promise<Reply> => {
      signal.throwIfAborted();
      if (jobs.length === 0) return { outcomes: [] };
      const codes: (number | undefined)[] = [];
      try {
        const answer = await callJson({
          provider: 'azure',
          url,
          headers: headers(key),
          body: body(jobs),
          timeout,
          signal,
          secrets: [key],
          faultOf: (status, text) => {
            const code = azureCode(text);
            codes.push(code);
            return azureFault(status, code);
          },
          advice: (fault) => (fault === 'key' ? 'Check AZURE_TRANSLATOR_KEY, and AZURE_TRANSLATOR_REGION where the resource belongs to a region' : undefined),
        });
        const translations = read(answer.body, key);
        const usage = usageOf(answer.headers, translations);
        return {
          outcomes: aligned(jobs, translations?.map(({ text }) => fromXml(text, spelling))),
          ...(usage === undefined ? {} : { usage }),
          heard: answer.heard,
        };
      } catch (error) {
        // The server does not say how long to wait; its documentation does.
        if (!codes.some(isWarming) || !(error instanceof ProviderError) || error.heard.wait !== undefined) throw error;
        throw new ProviderError('azure', error.message, { fault: error.fault, heard: { ...error.heard, wait: WARMING }, cause: error });
      }
    },
  };
}

function target(job: Job | undefined, deployment: string | undefined): unknown {
  if (deployment === undefined) return { language: 'en' };
  const terms = new Map(job?.terms.map((use) => [wordsOf(job.text.slice(use.start, use.end)), use.target]));
  return {
    language: 'en',
    deploymentName: deployment,
    ...(terms.size === 0 ? {} : { referenceTextPairs: [...terms].map(([source, english]) => ({ source, target: english })) }),
  };
}

const translation = z.object({ text: z.string(), sourceCharacters: z.number().int().min(0).optional() });
type Translation = z.output<typeof translation>;
const items = z.array(z.object({ translations: z.array(translation) }));
const reply = z.union([items, z.object({ value: items }).transform(({ value }) => value)]);

/** One translation a text; undefined where the answer is of another form. */
function read(body: unknown, key: string): readonly Translation[] | undefined {
  const failed = azureFailure.safeParse(body);
  if (failed.success) {
    const { code, message } = failed.data.error;
    throw errorInside('azure', message ?? '', azureFault(500, code), [key]);
  }
  const parsed = reply.safeParse(body).data;
  const one = parsed?.flatMap(({ translations: [first, ...others] }) => (first === undefined || others.length > 0 ? [] : [first]));
  return one?.length === parsed?.length ? one : undefined;
}

/** Characters billed, by the header of the answer, else by the sum of what it says of each text. */
function usageOf(headers: Headers, translations: readonly Translation[] | undefined): Usage | undefined {
  const metered = headers.get('x-metered-usage')?.trim() ?? '';
  if (/^\d+$/.test(metered)) return { ...inCharacters(Number(metered)), cached: 0 };
  const counts = translations?.map(({ sourceCharacters }) => sourceCharacters).filter((count) => count !== undefined) ?? [];
  if (translations === undefined || counts.length === 0 || counts.length !== translations.length) return undefined;
  return { ...inCharacters(counts.reduce((sum, count) => sum + count, 0)), cached: 0 };
}
