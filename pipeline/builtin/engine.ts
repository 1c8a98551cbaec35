/** The built-in Indonesian-English engine: tagged text in, tagged text out, by stages that can all be printed. */

import { makeAnalyser } from './analysis.ts';
import { orderUnits } from './clauses.ts';
import { openData } from './data.ts';
import { makeDecoder } from './decode.ts';
import type { Explained, Slot, Token, Unit } from './kinds.ts';
import { applyHints } from './hints.ts';
import { buildLattice } from './lattice.ts';
import type { Edge } from './lattice.ts';
import { loadLexicon } from './lexicon.ts';
import { loadModel } from './ngrams.ts';
import { choosePath } from './path.ts';
import { explainTrace } from './explain.ts';
import { tellingOf } from './telling.ts';
import { tokenize } from './tokens.ts';
import type { TermSpan } from './tokens.ts';
import { writeOut } from './write.ts';

export interface EngineInput {
  /** Tagged text: words with `<g1>…</g1>` and `<x2/>`. */
  readonly text: string;
  /** Stretches of `text` (offsets) whose English is settled. */
  readonly terms?: readonly TermSpan[];
  readonly headline?: boolean;
}

export interface EngineOutput {
  /** Tagged text with the same tags. */
  readonly text: string;
  /** Words that no list and no rule knew, as they stand in the source; names are not among them. */
  readonly unknown: readonly string[];
  /** 0 (guess) to 1 (sure). */
  readonly confidence: number;
}

/** What each stage made, for `explain`. */
export interface Trace {
  readonly tokens: readonly Token[];
  readonly lattice: readonly (readonly Edge[])[];
  readonly units: readonly Unit[];
  readonly slots: readonly Slot[];
  readonly texts: readonly string[];
  readonly output: EngineOutput;
}

export interface Engine {
  /** English for `input`. Never throws, whatever the text; the same input always gives the same output. */
  translate(input: EngineInput): EngineOutput;
  /** What every stage made of `input`, as lines to print. */
  explain(input: EngineInput): readonly Explained[];
}

let engine: Engine | undefined;

/** The engine, made at the first call (reads its data files) and kept. */
export function loadEngine(): Engine {
  engine ??= makeEngine();
  return engine;
}

function makeEngine(): Engine {
  const data = openData();
  const lexicon = loadLexicon(data);
  const analyser = makeAnalyser(lexicon);
  const decoder = makeDecoder(loadModel(data));
  const run = (input: EngineInput): Trace => {
    const { tokens, pairs } = tokenize(input.text, input.terms ?? []);
    const titled = isTitled(tokens);
    const lattice = buildLattice(tokens, lexicon, analyser, titled);
    const units = applyHints(choosePath(tokens, lattice));
    const slots = orderUnits(units, tellingOf(units, input.headline === true));
    const { texts, cost, words } = decoder.choose(slots);
    const text = writeOut({ tokens, units, slots, texts, pairs });
    const unknown = units.filter((unit) => !unit.reading.known).map((unit) => input.text.slice(tokens[unit.from]?.start, tokens[unit.to - 1]?.end));
    return { tokens, lattice, units, slots, texts, output: { text, unknown, confidence: confidence(units, cost, words, unknown.length) } };
  };
  return {
    translate: (input) => run(input).output,
    explain: (input) => explainTrace(run(input)),
  };
}

/** Whether the text has capitals like a headline: then they say nothing about names. */
function isTitled(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.text.length > 2);
  if (words.length >= 2 && words.every((token) => token.shape === 'upper')) return true;
  return words.length >= 4 && words.filter((token) => token.shape !== 'lower').length >= words.length * 0.75;
}

/** From the share of unknown and guessed words and the model's cost for a word. */
function confidence(units: readonly Unit[], cost: number, words: number, unknown: number): number {
  const spoken = units.filter((unit) => unit.reading.pos !== 'punct').length;
  if (spoken === 0) return 1;
  const guessed = units.filter((unit) => unit.reading.how.includes('guessed')).length;
  const doubt = 3 * (unknown / spoken) + guessed / spoken + Math.max(0, cost / Math.max(1, words) - 2) * 0.25;
  return Math.round(100 / (1 + doubt)) / 100;
}
