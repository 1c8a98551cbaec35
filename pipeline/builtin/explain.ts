/** What each stage made, as lines for a person to read. */

import type { Explained, Reading, Slot, Token, Unit } from './kinds.ts';

interface Made {
  readonly tokens: readonly Token[];
  readonly lattice: readonly (readonly { readonly to: number; readonly reading: Reading }[])[];
  readonly units: readonly Unit[];
  readonly slots: readonly Slot[];
  readonly texts: readonly string[];
  readonly output: { readonly text: string; readonly unknown: readonly string[]; readonly confidence: number };
}

export function explainTrace({ tokens, lattice, units, slots, texts, output }: Made): readonly Explained[] {
  return [
    { stage: 'tokens', lines: tokens.map((token) => `${token.text}\t${token.kind}${token.english === undefined ? '' : ` = ${token.english}`}${token.path.length === 0 ? '' : ` in ${token.path.join(' ')}`}`) },
    {
      stage: 'lattice',
      lines: lattice.flatMap((edges, at) =>
        edges.map(({ to, reading }) => `${at}-${to} ${tokens.slice(at, to).map((token) => token.text).join(' ')}\t${describe(reading)}`),
      ),
    },
    { stage: 'path', lines: units.map((unit) => `${unit.lower}\t${describe(unit.reading)}`) },
    { stage: 'order', lines: slots.map((slot) => `${units[slot.unit]?.lower ?? '+'}\t${slot.kind}\t${slot.options.map(({ text, cost }) => `${text === '' ? '∅' : text} ${cost.toFixed(1)}`).join(' | ')}`) },
    { stage: 'choice', lines: [texts.filter((text) => text !== '').join(' ')] },
    { stage: 'text', lines: [output.text, `confidence ${output.confidence.toFixed(2)}`, ...output.unknown.map((word) => `unknown: ${word}`)] },
  ];
}

function describe(reading: Reading): string {
  const flags = [reading.voice === 'none' ? '' : reading.voice, reading.plural ? 'plural' : '', reading.clitic, reading.agent, reading.degree].filter((flag) => flag !== '').join(' ');
  const words = reading.renderings.map(({ text, cost }) => `${text === '' ? '∅' : text} ${cost.toFixed(1)}`).join(' | ');
  return `${reading.pos}${flags === '' ? '' : ` (${flags})`}\t${reading.cost.toFixed(1)}\t${reading.how}\t${words}`;
}
