/**
 * LibreTranslate, a server of one's own: texts are cut round their tags, because it keeps no markup
 * (its answers are unescaped even as HTML). Terms are left to the check. Contract: its source, 1.9.6.
 */

import { z } from 'zod';
import { ProviderError } from '../errors.ts';
import type { Fault, Job, Outcome, Provider, Reply } from '../ports.ts';
import type { SettingsOf } from '../provider-settings.ts';
import { aligned, characters, errorInside, inCharacters } from './aligned.ts';
import { callJson } from './http.ts';
import { spellPiece, splitTags } from './split-tags.ts';

export type LibreTranslateOptions = SettingsOf<'libretranslate'> & {
  /** Absent for servers that need none. */
  readonly key: string | undefined;
};

/** Raised whenever texts are cut otherwise. */
const CUT = 'cut-1';

/** A text round its tags: what is sent, and what stands between. */
type Cut = readonly ({ readonly send: string } | { readonly keep: string })[];

export function createLibreTranslate(options: LibreTranslateOptions): Provider {
  const { key, batch, timeout } = options;
  const url = `${(options.baseURL ?? 'http://127.0.0.1:5000').replace(/\/+$/, '')}/translate`;
  const body = (q: readonly string[], secret: string | undefined): unknown => ({
    q,
    source: 'id',
    target: 'en',
    format: 'text',
    ...(secret === undefined ? {} : { api_key: secret }),
  });
  return {
    name: 'libretranslate',
    signature: `libretranslate ${CUT}`,
    batch,
    most: options.characters,
    weigh: (jobs) => inCharacters(characters(sent(jobs.map(({ text }) => cut(text))))),
    explain: (jobs) => ({
      method: 'POST',
      url,
      headers: {},
      body: body(sent(jobs.map(({ text }) => cut(text))), key === undefined ? undefined : '[key]'),
    }),
    translate: async (jobs, signal): Promise<Reply> => {
      signal.throwIfAborted();
      const cuts = jobs.map(({ text }) => cut(text));
      const q = sent(cuts);
      // `batch` may be the server's own limit on the list; tags make it longer than the number of segments.
      if (q.length > batch && jobs.length > 1) {
        throw new ProviderError('libretranslate', `${jobs.length} segments make ${q.length} texts round their tags, more than batch: ${batch} for libretranslate in padan.yaml`, { fault: 'too large' });
      }
      if (q.length === 0) return { outcomes: joined(jobs, cuts, []) };
      const { body: answer, heard } = await callJson({
        provider: 'libretranslate',
        url,
        headers: {},
        body: body(q, key),
        timeout,
        signal,
        secrets: key === undefined ? [] : [key],
        faultOf,
        advice: (fault) => (fault === 'quota' ? 'It has shut this address out for asking too fast: ask whoever runs it, and lower the limits in padan.yaml' : undefined),
      });
      const failed = failure.safeParse(answer);
      if (failed.success) throw errorInside('libretranslate', failed.data.error, faultOf(400, failed.data.error) ?? 'transient', key === undefined ? [] : [key]);
      const texts = reply.safeParse(answer).data?.translatedText;
      return { outcomes: joined(jobs, cuts, texts), heard };
    },
  };
}

/** Words between tags, without the blanks round them; what holds neither letter nor digit is not sent. */
function cut(text: string): Cut {
  return splitTags(text).flatMap((piece): Cut => {
    if (piece.kind !== 'words' || !/[\p{L}\p{N}]/u.test(piece.value)) return [{ keep: spellPiece(piece) }];
    const core = piece.value.trim();
    const lead = piece.value.length - piece.value.trimStart().length;
    return [{ keep: piece.value.slice(0, lead) }, { send: core }, { keep: piece.value.slice(lead + core.length) }];
  });
}

function sent(cuts: readonly Cut[]): readonly string[] {
  return cuts.flatMap((pieces) => pieces.flatMap((piece) => ('send' in piece ? [piece.send] : [])));
}

/** The answers put back between the tags; none counts where there are not as many as were asked for. */
function joined(jobs: readonly Job[], cuts: readonly Cut[], texts: readonly string[] | undefined): readonly Outcome[] {
  const asked = sent(cuts).length;
  if (texts === undefined) return aligned(jobs, undefined);
  if (texts.length !== asked) return jobs.map(({ id }) => ({ id, status: 'failed', reason: `${texts.length} translations came for ${asked} texts`, fault: 'bad output' }));
  let at = 0;
  return jobs.map(({ id }, n): Outcome => {
    let text = '';
    let isWhole = true;
    for (const piece of cuts[n] ?? []) {
      if ('keep' in piece) {
        text += piece.keep;
        continue;
      }
      const english = (texts[at] ?? '').trim();
      at += 1;
      isWhole &&= english !== '';
      text += english;
    }
    return isWhole ? { id, status: 'done', text, unknown: [] } : { id, status: 'failed', reason: 'a part of the answer is empty', fault: 'bad output' };
  });
}

/** The messages of its source; it has no codes. */
function faultOf(status: number, body: string): Fault | undefined {
  if (/exceeds (?:text|batch|character)? ?limit/i.test(body)) return 'too large';
  if (/too many request limits violations/i.test(body)) return 'quota';
  if (/slowdown/i.test(body)) return 'rate';
  return status === 400 && /api key|contact the server operator/i.test(body) ? 'key' : undefined;
}

const reply = z.object({ translatedText: z.array(z.string()) });
const failure = z.object({ error: z.string() });
