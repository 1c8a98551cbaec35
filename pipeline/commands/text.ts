/** `padan text`: a line in, a line out, with the glossary. */

import { createInterface } from 'node:readline';
import type { Job } from '../ports.ts';
import { briefTerms } from '../terms/first-mention.ts';
import type { HouseStyle } from '../style/style.ts';
import { TAG } from '../tagged.ts';
import { wireFilter, wireGlossary } from '../wire.ts';
import { interruptible } from './interrupt.ts';
import { settingsFrom } from './options.ts';
import { mendTerms } from '../checks/terms.ts';

/** @returns 0, or 1 where a line could not be translated: it stands as it came, in a visible marker. */
export async function textCommand(raw: Readonly<Record<string, unknown>>): Promise<number> {
  const settings = settingsFrom(raw);
  if (raw.explain === true) return explain((await wireGlossary(settings)).matcher, settings.style);
  const { signal, release } = interruptible();
  const { matcher, translator, close } = await wireFilter(settings, signal);
  let failed = 0;
  let waiting: string[] = [];
  const flush = async (): Promise<void> => {
    const jobs = waiting.map((line, n) => toJob(String(n), line, matcher));
    const asked = jobs.filter(({ text }) => text.trim() !== '');
    const outcomes = new Map((await Promise.all(translator.pack(asked).map((request) => translator.ask(request)))).flat().map((outcome) => [outcome.id, outcome]));
    let out = '';
    for (const job of jobs) {
      const outcome = outcomes.get(job.id);
      if (outcome?.status === 'failed') failed += 1;
      if (outcome === undefined) out += '\n';
      else if (outcome.status === 'failed') out += `⟦${job.text}⟧\n`;
      else out += `${oneLine(mendTerms(outcome.text, job.terms, job.text) ?? outcome.text)}\n`;
    }
    waiting = [];
    if (!process.stdout.write(out)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  };
  try {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity, signal })) {
      waiting.push(line);
      if (waiting.length >= translator.provider.batch) await flush();
    }
    await flush();
  } finally {
    await close();
    release();
  }
  if (failed > 0) process.stderr.write(`${failed} lines could not be translated: look for ⟦\n`);
  return failed > 0 ? 1 : 0;
}

type Matcher = Awaited<ReturnType<typeof wireGlossary>>['matcher'];

function toJob(id: string, line: string, matcher: Matcher): Job {
  // A tag in a plain line is no markup of ours; see tagged.ts.
  const text = line.replace(TAG, (tag) => tag.replace('<', '‹').replace('>', '›'));
  const [terms = []] = briefTerms([{ text, role: 'headline', handling: 'translate' }], matcher, undefined);
  return { id, text, role: 'body', terms, context: { before: '', after: '' } };
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ');
}

async function explain(matcher: Matcher, style: HouseStyle): Promise<number> {
  const { loadEngine } = await import('../builtin/engine.ts');
  const engine = loadEngine();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const job = toJob('1', line, matcher);
    for (const { stage, lines } of engine.explain({ text: job.text, terms: job.terms, style })) {
      process.stdout.write(`${stage}\n${lines.map((each) => `  ${each}\n`).join('')}`);
    }
  }
  return 0;
}
