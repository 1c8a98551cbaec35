/** What a provider asks: the user's own price, else the list in `prices.tsv`. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Unit } from '../ports.ts';
import type { OwnPrice } from '../provider-settings.ts';
import { parseDollars, type Picos, picosOf } from './dollars.ts';

/** Picodollars a unit. */
export interface Rates {
  readonly input: Picos;
  /** Of input that the provider had in its cache. */
  readonly cached: Picos;
  /** Of input that the provider wrote into its cache. */
  readonly write: Picos;
  readonly output: Picos;
}

export interface Price {
  /** What is counted; `any` where the price is the user's own, or nothing. */
  readonly unit: Unit | 'any';
  /** Rates by size of the request: those hold whose `above` is the greatest below the units of its input. The first is above 0. */
  readonly tiers: readonly (Rates & { readonly above: number })[];
}

/** A provider as the price list names it; undefined where its price is the server's own affair. */
export function listedAs(provider: { readonly name: string; readonly preset?: string | undefined; readonly baseURL?: string | undefined }): string | undefined {
  const { name, preset, baseURL } = provider;
  const host = baseURL === undefined ? undefined : URL.canParse(baseURL) ? new URL(baseURL).hostname : '';
  const known = preset ?? name;
  const home = HOMES[known];
  if (home !== undefined) return host === undefined || host === home ? known : undefined;
  // Free is what runs on a machine of one's own, not the hosted service of the same name.
  if (known === 'ollama' || known === 'libretranslate') return host !== undefined && /(?:^|\.)(?:ollama|libretranslate)\.com$/.test(host) ? undefined : known;
  return known;
}

/** Where the prices of the list are asked; another address has prices of its own. Azure and DeepL have many addresses and one price. */
const HOMES: Readonly<Record<string, string>> = {
  openai: 'api.openai.com',
  anthropic: 'api.anthropic.com',
  gemini: 'generativelanguage.googleapis.com',
};

/**
 * The price of a model. `provider` is what `listedAs` gives; `model` is empty where there is but one
 * (DeepL: `free` or `pro`, as the key says); `today` is the local date.
 *
 * Of the prices of yesterday, today and tomorrow the dearest counts: a run may go on past midnight, and
 * where the provider lives it may be another day.
 *
 * @returns undefined where no price is known.
 */
export function priceOf(provider: string | undefined, model: string, own: OwnPrice | undefined, today: string): Price | undefined {
  if (own !== undefined) return ownPrice(own);
  if (provider === undefined) return undefined;
  const bare = model.replace(/-(?:\d{4}-\d{2}-\d{2}|\d{8})$/, '');
  const rows = list().filter((row) => row.provider === provider && (row.model === '*' || row.model === (model === '' ? '-' : bare)));
  const days = [-1, 0, 1].map((days) => dayAfter(today, days));
  const valid = rows.filter(({ from, until }) => days.some((day) => (from === '' || from <= day) && (until === '' || day <= until)));
  const [first] = valid;
  if (first === undefined) return undefined;
  const aboves = [...new Set(valid.map(({ above }) => above))].sort((a, b) => a - b);
  return { unit: first.unit, tiers: aboves.map((above) => ({ above, ...dearest(valid.filter((row) => row.above === above)) })) };
}

/** Whether nothing it does costs anything. */
export function isFree({ tiers }: Price): boolean {
  return tiers.every(({ input, cached, write, output }) => input + cached + write + output === 0n);
}

const amount = z.string().transform((text, context): Picos => {
  const picos = parseDollars(text, 'up');
  if (picos === undefined) context.addIssue({ code: 'custom', message: `no price: ${text}` });
  return perUnit(picos ?? 0n);
});
const day = z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/);
const row = z.tuple([z.string().min(1), z.string().min(1), z.enum(['characters', 'tokens', 'any']), z.coerce.number().int().min(0), amount, z.string(), z.string(), amount, day, day, day, z.string().min(1)])
  .transform(([provider, model, unit, above, input, cached, write, output, from, until]) => ({
    provider, model, unit, above, input, output, from, until,
    cached: cached === '' ? input : amount.parse(cached),
    write: write === '' ? input : amount.parse(write),
  }));
type Row = z.output<typeof row>;

let rows: readonly Row[] | undefined;

function list(): readonly Row[] {
  rows ??= readFileSync(new URL('./prices.tsv', import.meta.url), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => row.parse(line.split('\t')));
  return rows;
}

function ownPrice({ input, cached, output }: OwnPrice): Price {
  const rate = (dollars: number): Picos => perUnit(picosOf(dollars, 'up'));
  return { unit: 'any', tiers: [{ above: 0, input: rate(input), cached: rate(cached ?? input), write: rate(input), output: rate(output) }] };
}

/** Picodollars a million units as picodollars a unit, rounded up: exact for prices of at most six decimals. */
function perUnit(picos: Picos): Picos {
  return (picos + 999_999n) / 1_000_000n;
}

function dearest(rows: readonly Rates[]): Rates {
  const most = (of: (rates: Rates) => Picos): Picos => rows.map(of).reduce((a, b) => (b > a ? b : a), 0n);
  return { input: most(({ input }) => input), cached: most(({ cached }) => cached), write: most(({ write }) => write), output: most(({ output }) => output) };
}

function dayAfter(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
