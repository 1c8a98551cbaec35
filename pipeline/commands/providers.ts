/** `padan providers`: which there are and what each lacks here; `test NAME` sends one sentence. */

import { PadanError } from '../errors.ts';
import { costOf, mostOf } from '../money/cost.ts';
import { dateOf } from '../money/book.ts';
import { priceOf } from '../money/prices.ts';
import { inDollars } from '../money/words.ts';
import type { Job } from '../ports.ts';
import { briefTerms } from '../terms/first-mention.ts';
import { weightOf } from '../weight.ts';
import { wireGlossary } from '../wire.ts';
import { PROVIDERS, wireProvider } from '../wire-provider.ts';
import { interruptible } from './interrupt.ts';
import { settingsFrom } from './options.ts';

/** Prints a line a provider: `+` where it is ready, `-` and what it lacks where it is not. */
export async function listProviders(raw: Readonly<Record<string, unknown>>): Promise<number> {
  const settings = settingsFrom(raw);
  const found: { name: string; ready: boolean; chosen: boolean; lacks?: string }[] = [];
  for (const name of PROVIDERS) {
    const chosen = name === settings.provider;
    try {
      await wireProvider(settings, name);
      found.push({ name, ready: true, chosen });
    } catch (error) {
      if (!(error instanceof PadanError)) throw error;
      found.push({ name, ready: false, chosen, lacks: error.message.replace(/^provider: /, '') });
    }
  }
  if (raw.json === true) process.stdout.write(`${JSON.stringify(found)}\n`);
  else {
    const width = Math.max(...found.map(({ name }) => name.length));
    for (const { name, ready, chosen, lacks } of found) {
      process.stdout.write(`${ready ? '+' : '-'} ${name.padEnd(width)}  ${ready ? 'ready' : (lacks?.replace(/\n\s*/g, ' ') ?? '')}${chosen ? '  (chosen)' : ''}\n`);
    }
  }
  return 0;
}

/** One sentence with a term and a tag, so that the answer shows how both are held. */
const SENTENCE = '<g1>TikTok</g1> belum mendaftar sebagai PSE lingkup privat.';

/**
 * Sends one sentence to `name`, and says what came back, in how long, for how much.
 *
 * @returns 0, or 1 where no English came back.
 * @throws SettingsError where the provider lacks something; ProviderError where it does not answer.
 */
export async function testProvider(name: string, raw: Readonly<Record<string, unknown>>): Promise<number> {
  const settings = settingsFrom(raw);
  const { matcher, terms } = await wireGlossary(settings);
  const { provider, listed, model, price: own } = await wireProvider(settings, name, { terms, report: (message) => process.stderr.write(`${message}\n`) });
  const price = priceOf(listed, model, own, dateOf(new Date()));
  const [uses = []] = briefTerms([{ text: SENTENCE, role: 'body', handling: 'translate' }], matcher, undefined);
  const job: Job = { id: 'test', text: SENTENCE, role: 'body', terms: uses, context: { before: '', after: '' } };
  const { signal, release } = interruptible();
  const began = performance.now();
  try {
    const { outcomes, usage } = await provider.translate([job], signal);
    const ms = Math.round(performance.now() - began);
    const [outcome] = outcomes;
    const text = outcome?.status === 'done' ? outcome.text : undefined;
    const weight = weightOf(provider, [job]);
    const cost = price === undefined ? 'no price known' : usage === undefined ? `at most ${inDollars(mostOf(weight, price))}` : inDollars(costOf(usage, price));
    if (raw.json === true) {
      process.stdout.write(`${JSON.stringify({ provider: name, model, source: SENTENCE, ...(text === undefined ? { failed: outcome?.status === 'failed' ? outcome.reason : 'no answer' } : { text }), ms, usage, cost })}\n`);
    } else {
      process.stdout.write(`${SENTENCE}\n${text ?? `No English: ${outcome?.status === 'failed' ? outcome.reason : 'no answer'}`}\n`);
      process.stderr.write(`${name}${model === '' ? '' : ` (${model})`} answered in ${ms} ms; cost: ${cost}\n`);
    }
    return text === undefined ? 1 : 0;
  } finally {
    release();
  }
}
