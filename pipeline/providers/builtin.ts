/** The built-in engine behind the provider port: no key, no network, no download. */

import { loadEngine } from '../builtin/engine.ts';
import type { Outcome, Provider } from '../ports.ts';
import { type HouseStyle, styleKey } from '../style/style.ts';

export function createBuiltin(style: HouseStyle = {}): Provider {
  const engine = loadEngine();
  return {
    name: 'builtin',
    signature: ['builtin 1', ...styleKey(style)].join(' '),
    batch: 100,
    translate: async (jobs, signal) => {
      signal.throwIfAborted();
      const outcomes = jobs.map((job): Outcome => {
        const { text, unknown } = engine.translate({
          text: job.text,
          terms: job.terms.map((use) => ({ start: use.start, end: use.end, target: use.keep ? job.text.slice(use.start, use.end) : use.target })),
          headline: job.role === 'headline',
          style,
        });
        return { id: job.id, status: 'done', text: capitalised(text, job.text), unknown };
      });
      return await Promise.resolve({ outcomes });
    },
  };
}

const BEFORE_WORDS = /^(?:<\/?[gx]\d{1,4}\/?>|[\s"“'‘(])*/;

/** A sentence that begins with a term in small letters (`the Ministry of …`) begins with a capital all the same. */
function capitalised(text: string, source: string): string {
  const [lead = ''] = BEFORE_WORDS.exec(text) ?? [];
  const [sourceLead = ''] = BEFORE_WORDS.exec(source) ?? [];
  if (!/^\p{Lu}/u.test(source.slice(sourceLead.length)) || !/^\p{Ll}/u.test(text.slice(lead.length))) return text;
  return lead + text.charAt(lead.length).toUpperCase() + text.slice(lead.length + 1);
}
