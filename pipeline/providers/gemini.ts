/** Google's Gemini, by generateContent: one request a batch, the answer as JSON by a schema. */

import { z } from 'zod';
import type { Fault, Job, Provider, Usage } from '../ports.ts';
import type { SettingsOf } from '../provider-settings.ts';
import type { HouseStyle } from '../style/style.ts';
import { faultOfStatus } from './http.ts';
import { addressOf, createModelProvider, parsedJson, type Said, shortly } from './model-provider.ts';
import { answerSchema, promptKey, systemPrompt, userPrompt } from './prompt.ts';

export interface GeminiOptions extends SettingsOf<'gemini'> {
  readonly style?: HouseStyle;
  readonly key: string;
}

/** Below where prices of large models change (200,000 tokens), and more than any batch needs. */
const CONTEXT = 100_000;

export function createGemini(options: GeminiOptions): Provider {
  const { style = {}, key, model, temperature, thinkingLevel, batch, timeout, maxOutputTokens } = options;
  return createModelProvider({
    name: 'gemini',
    signature: ['gemini', model, promptKey(style), `temperature ${temperature ?? '-'}`, `thinking ${thinkingLevel ?? '-'}`].join(' '),
    system: systemPrompt(style),
    batch,
    timeout,
    maxOutputTokens,
    context: CONTEXT,
    url: addressOf(options.baseURL, `models/${encodeURIComponent(model.replace(/^models\//, ''))}:generateContent`),
    headers: { 'x-goog-api-key': key },
    secrets: [key],
    body: (jobs, system) => request(jobs, system, options),
    read,
    faultOf,
  });
}

function request(jobs: readonly Job[], system: string, { maxOutputTokens, temperature, thinkingLevel }: GeminiOptions): unknown {
  return {
    systemInstruction: { parts: [{ text: system }] },
    contents: [{ role: 'user', parts: [{ text: userPrompt(jobs) }] }],
    generationConfig: {
      responseMimeType: 'application/json',
      responseJsonSchema: answerSchema(jobs.length),
      maxOutputTokens,
      ...(temperature === undefined ? {} : { temperature }),
      ...(thinkingLevel === undefined ? {} : { thinkingConfig: { thinkingLevel } }),
    },
  };
}

const failure = z.object({
  error: z.object({
    code: z.number().catch(0),
    message: z.string().catch(''),
    details: z
      .array(
        z.object({
          reason: z.string().optional().catch(undefined),
          violations: z.array(z.object({ quotaId: z.string().optional().catch(undefined) })).optional().catch(undefined),
        }),
      )
      .optional()
      .catch(undefined),
  }),
});
type Failure = z.output<typeof failure>['error'];
const tokens = z.number().int().min(0);
const reply = z.object({
  candidates: z
    .array(
      z.object({
        finishReason: z.string().nullish(),
        content: z.object({ parts: z.array(z.object({ text: z.string().optional(), thought: z.boolean().optional() })).optional() }).nullish(),
      }),
    )
    .optional(),
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish().catch(null),
  usageMetadata: z.unknown().optional(),
});
const billed = z.object({
  promptTokenCount: tokens,
  candidatesTokenCount: tokens.nullish(),
  thoughtsTokenCount: tokens.nullish(),
  cachedContentTokenCount: tokens.nullish(),
  totalTokenCount: tokens.nullish(),
});

function read(body: unknown): Said {
  const broken = failure.safeParse(body);
  if (broken.success) {
    const { error } = broken.data;
    return { failed: shortly(error.message), fault: faultIn(error.code, error) ?? (error.code === 0 ? 'transient' : faultOfStatus(error.code)) };
  }
  const { data } = reply.safeParse(body);
  if (data === undefined) return { failed: 'the reply is no generated content', fault: 'bad output' };
  const said = readCandidate(data);
  const usage = usageOf(data.usageMetadata);
  return usage === undefined ? said : { ...said, usage };
}

/** Reasons with which the model ends before its time because of what it read or wrote. RECITATION befalls news and law. */
const REFUSALS = new Set(['SAFETY', 'RECITATION', 'LANGUAGE', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'IMAGE_SAFETY']);

function readCandidate({ candidates, promptFeedback }: z.output<typeof reply>): Said {
  const blocked = promptFeedback?.blockReason;
  if (typeof blocked === 'string') return { failed: `refused: ${shortly(blocked)}`, fault: 'refused' };
  const candidate = candidates?.[0];
  if (candidate === undefined) return { failed: 'the reply holds no candidate', fault: 'bad output' };
  const { finishReason: finish, content } = candidate;
  if (finish === 'MAX_TOKENS') return { failed: 'the answer was cut by its length', fault: 'too large' };
  if (REFUSALS.has(finish ?? '')) return { failed: `refused: ${shortly(finish)}`, fault: 'refused' };
  if (finish !== 'STOP') return { failed: `the answer is not whole (finishReason ${shortly(finish)})`, fault: 'bad output' };
  return { text: (content?.parts ?? []).flatMap(({ text, thought }) => (thought === true ? [] : text ?? [])).join('') };
}

/** Thinking is billed as output; nothing thought and nothing written is not always told. Undefined where there is no bill. */
function usageOf(raw: unknown): Usage | undefined {
  const { data } = billed.safeParse(raw);
  if (data === undefined) return undefined;
  const { candidatesTokenCount: written, thoughtsTokenCount: thought, totalTokenCount: total } = data;
  if ((written ?? thought ?? total ?? undefined) === undefined) return undefined;
  const parts = (written ?? 0) + (thought ?? 0);
  const output = Math.max(parts, (total ?? 0) - data.promptTokenCount);
  return { unit: 'tokens', input: data.promptTokenCount, cached: data.cachedContentTokenCount ?? 0, output };
}

function faultOf(status: number, body: string): Fault | undefined {
  const { data } = failure.safeParse(parsedJson(body));
  return data === undefined ? undefined : faultIn(status, data.error);
}

/** What the status does not say: quotas of a day or of none at all, a key that is wrong (400), a prompt that is too long (400). */
function faultIn(status: number, { message, details }: Failure): Fault | undefined {
  if (status === 429) {
    const day = details?.some(({ violations }) => violations?.some(({ quotaId }) => /PerDay/i.test(quotaId ?? ''))) === true;
    return day || /\blimit: ?0\b(?![.,]?\d)/.test(message) ? 'quota' : 'rate';
  }
  if (status === 400 && details?.some(({ reason }) => reason === 'API_KEY_INVALID') === true) return 'key';
  if (status === 400 && /input token count.{0,80}exceeds|exceeds the maximum number of tokens/i.test(message)) return 'too large';
  return undefined;
}
