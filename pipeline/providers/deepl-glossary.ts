/**
 * The glossary that is kept in a DeepL account: made from the termbase, found again by the hash in its
 * name, replaced when the termbase changes. Contract: DeepL's v3 glossaries (openapi of 2026-06-30).
 */

import { z } from 'zod';
import { ProviderError } from '../errors.ts';
import { hash } from '../keys.ts';
import { callJson } from './http.ts';

export interface GlossaryEntry {
  /** Indonesian. */
  readonly source: string;
  /** English. */
  readonly target: string;
}

export interface GlossaryOptions {
  /** Without a slash at its end. */
  readonly baseURL: string;
  readonly key: string;
  /** Seconds until a request is given up. */
  readonly timeout: number;
  /** Told of what could not be kept, in words. */
  readonly report: (message: string) => void;
}

/** Longest side of an entry in UTF-8 bytes. */
const MOST_BYTES = 1024;

/** Ours, and nobody else's: `padan ` and the 20 characters of our hash. A glossary that a person named `padan …` is not touched. */
const OURS = /^padan [\w-]{20}$/;

const dictionary = z.object({ source_lang: z.string(), target_lang: z.string() });
const glossary = z.object({ glossary_id: z.string().min(1), name: z.string(), dictionaries: z.array(dictionary).default([]) });
const list = z.object({ glossaries: z.array(glossary) });
const made = z.object({ glossary_id: z.string().min(1) });

/**
 * Id of the account's glossary with `entries`: the one that is there, else a new one. Old ones of ours
 * are removed, before the new one is made, for a small account has room for one only.
 *
 * @returns undefined where there is nothing to keep.
 * @throws ProviderError, AbortError as `callJson` does.
 */
export async function ensureGlossary(entries: readonly GlossaryEntry[], options: GlossaryOptions, signal: AbortSignal): Promise<string | undefined> {
  const { lines, left } = glossaryLines(entries);
  if (left.length > 0) options.report(`deepl: ${left.length} of ${entries.length} terms cannot go into its glossary: ${left.slice(0, 5).join('; ')}${left.length > 5 ? ' …' : ''}`);
  if (lines.length === 0) return undefined;
  const name = glossaryName(lines);
  const all = await ask('GET', '/v3/glossaries', undefined, list, options, signal);
  const same = all.glossaries.find((one) => one.name === name && one.dictionaries.some(isIndonesianEnglish));
  for (const { glossary_id: id, name: other } of all.glossaries) {
    if (OURS.test(other) && id !== same?.glossary_id) await remove(id, options, signal);
  }
  if (same !== undefined) return same.glossary_id;
  const dictionaries = [{ source_lang: 'id', target_lang: 'en', entries: lines.join('\n'), entries_format: 'tsv' }];
  return (await ask('POST', '/v3/glossaries', { name, dictionaries }, made, options, signal)).glossary_id;
}

/** The name under which `lines` are kept. */
export function glossaryName(lines: readonly string[]): string {
  return `padan ${hash('id', 'en', ...lines)}`;
}

/**
 * Lines of tab-separated values, sorted, and what cannot be one, in words: an empty or a too long side,
 * a control character, a second English for the same Indonesian (the first one counts).
 */
export function glossaryLines(entries: readonly GlossaryEntry[]): { readonly lines: readonly string[]; readonly left: readonly string[] } {
  const bySource = new Map<string, string>();
  const left: string[] = [];
  for (const entry of entries) {
    const source = entry.source.trim();
    const target = entry.target.trim();
    const why = flawOf(source) ?? flawOf(target);
    const other = bySource.get(source);
    if (why !== undefined) left.push(`"${short(source)}" (${why})`);
    else if (other === undefined) bySource.set(source, target);
    else if (other !== target) left.push(`"${short(source)}" as "${short(target)}" (it is "${short(other)}" already)`);
  }
  const lines = [...bySource].map(([source, target]) => `${source}\t${target}`).sort();
  return { lines, left };
}

function flawOf(side: string): string | undefined {
  if (side === '') return 'a side is empty';
  if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(side)) return 'a control character';
  return Buffer.byteLength(side) > MOST_BYTES ? `longer than ${MOST_BYTES} bytes` : undefined;
}

function short(text: string): string {
  const plain = text.replace(/\p{Cc}+/gu, ' ');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

function isIndonesianEnglish({ source_lang: source, target_lang: target }: z.output<typeof dictionary>): boolean {
  return source.toLowerCase() === 'id' && target.toLowerCase() === 'en';
}

/** One that is gone already, or that cannot be removed now, is in nobody's way. */
async function remove(id: string, options: GlossaryOptions, signal: AbortSignal): Promise<void> {
  try {
    await ask('DELETE', `/v3/glossaries/${encodeURIComponent(id)}`, undefined, z.unknown(), options, signal);
  } catch (error) {
    signal.throwIfAborted();
    options.report(`deepl: an old glossary of ours could not be removed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function ask<Shape extends z.ZodType>(method: 'GET' | 'POST' | 'DELETE', path: string, body: unknown, shape: Shape, { baseURL, key, timeout }: GlossaryOptions, signal: AbortSignal): Promise<z.output<Shape>> {
  const answer = await callJson({
    provider: 'deepl',
    method,
    url: `${baseURL}${path}`,
    headers: { authorization: `DeepL-Auth-Key ${key}` },
    ...(body === undefined ? {} : { body }),
    timeout,
    signal,
    secrets: [key],
    faultOf: (status) => (status === 456 ? 'quota' : undefined),
    advice: (fault) => (fault === 'quota' ? 'The account keeps no more glossaries. Remove one there, or set glossary: false for deepl in padan.yaml' : undefined),
  });
  const parsed = shape.safeParse(answer.body);
  if (!parsed.success) throw new ProviderError('deepl', `deepl answered ${method} ${path} with something else than a glossary`, { fault: 'bad output' });
  return parsed.data;
}
