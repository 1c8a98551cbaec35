/** The built-in Indonesian-English engine: tagged text in, tagged text out, by stages that can all be printed. */

import type { ValueStyle } from '../values/write.ts';
import { makeAnalyser } from './analysis.ts';
import { orderUnits } from './clauses.ts';
import { openData } from './data.ts';
import { type Chosen, makeDecoder } from './decode.ts';
import { explainTrace } from './explain.ts';
import { applyHints } from './hints.ts';
import type { Edge, Explained, Reading, Slot, Token, Unit } from './kinds.ts';
import { buildLattice } from './lattice.ts';
import { loadLexicon } from './lexicon.ts';
import { loadModel } from './ngrams.ts';
import { choosePath } from './path.ts';
import { tellingOf } from './telling.ts';
import { tokenize } from './tokens.ts';
import type { TermSpan } from './tokens.ts';
import { type WordStyle, writeOut } from './write.ts';

export interface EngineInput {
  /** Tagged text: words with `<g1>…</g1>` and `<x2/>`. */
  readonly text: string;
  /** Stretches of `text` (offsets) whose English is settled. */
  readonly terms?: readonly TermSpan[];
  readonly headline?: boolean;
  readonly style?: EngineStyle;
}

/** How the English is to be written; what is not named has the first form of each. */
export interface EngineStyle extends ValueStyle, WordStyle {}

export interface EngineOutput {
  /** Tagged text with the same tags. */
  readonly text: string;
  /** Words that no list and no rule knew, as they stand in the source; names are not among them. */
  readonly unknown: readonly string[];
  /** 0 (guess) to 1 (sure): the chrF2 to expect, as a share. */
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

/** The stages behind the tokens, each a plain function of what the one before made. */
export interface Stages {
  readonly lattice: (tokens: readonly Token[], titled: boolean) => readonly (readonly Edge[])[];
  readonly path: (tokens: readonly Token[], lattice: readonly (readonly Edge[])[]) => readonly Unit[];
  readonly hints: (units: readonly Unit[]) => readonly Unit[];
  readonly order: (units: readonly Unit[], headline: boolean) => readonly Slot[];
  readonly choice: (slots: readonly Slot[]) => Chosen;
}

let engine: Engine | undefined;

/** The engine, made at the first call (reads its data files) and kept. */
export function loadEngine(): Engine {
  engine ??= makeEngine();
  return engine;
}

/** An engine of its own. `change` puts other stages in their places: how much a stage brings is measured that way. */
export function makeEngine(change: (stages: Stages) => Stages = (stages) => stages): Engine {
  const data = openData();
  const lexicon = loadLexicon(data);
  const analyser = makeAnalyser(lexicon);
  const decoder = makeDecoder(loadModel(data));
  const stages = change({
    lattice: (tokens, titled) => buildLattice(tokens, lexicon, analyser, titled),
    path: choosePath,
    hints: applyHints,
    order: (units, headline) => orderUnits(units, tellingOf(units, headline)),
    choice: (slots) => decoder.choose(slots),
  });
  const run = (input: EngineInput): Trace => {
    const { tokens, pairs } = tokenize(input.text, input.terms ?? [], input.style);
    const titled = isTitled(tokens, input.headline === true);
    const lattice = stages.lattice(tokens, titled);
    const units = stages.hints(stages.path(tokens, lattice));
    const slots = stages.order(units, input.headline === true);
    const { texts, cost, words } = stages.choice(slots);
    const text = writeOut({ tokens, units, slots, texts, pairs, titled, style: input.style ?? {} });
    const unknown = units.filter((unit) => !unit.reading.known).map((unit) => input.text.slice(tokens[unit.from]?.start, tokens[unit.to - 1]?.end));
    return { tokens, lattice, units, slots, texts, output: { text, unknown, confidence: confidence(units, cost, words) } };
  };
  return {
    translate: (input) => run(input).output,
    explain: (input) => explainTrace(run(input)),
  };
}

/** Whether the text has capitals like a headline: then they say nothing about names. */
function isTitled(tokens: readonly Token[], headline: boolean): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.text.length > 2);
  if (words.length >= 2 && words.every((token) => token.shape === 'upper')) return true;
  // `Harga Emas Naik`
  if (headline && words.length >= 2 && words.every((token) => token.shape !== 'lower')) return true;
  // `Polisi memeriksa Agus Hakim.` has a full stop, and is a sentence.
  if (!headline && /^[.!?]/.test(tokens.at(-1)?.text ?? '') && words.length < 8) return false;
  return words.length >= 4 && words.filter((token) => token.shape !== 'lower').length >= words.length * 0.75;
}

/**
 * The chrF2 that a sentence like this one can be expected to have, as a share of 1. A least-squares fit over the
 * development sentences (`make eval` says how well it sorts them): dearer under the model of English, more words
 * that no list has or that could be said in many ways, and it will be worse; more that is only carried over, better.
 */
function confidence(units: readonly Unit[], cost: number, words: number): number {
  const spoken = units.filter((unit) => unit.reading.pos !== 'punct');
  if (spoken.length === 0) return 1;
  const share = (is: (reading: Reading) => boolean): number => spoken.filter(({ reading }) => is(reading)).length / spoken.length;
  const error =
    34.8 +
    4.3 * (cost / Math.max(1, words)) -
    24.7 * share(({ pos }) => pos === 'name' || pos === 'value' || pos === 'num') +
    17.1 * share(({ how, renderings }) => how === 'listed' && renderings.length > 2) +
    30.4 * share(({ known }) => !known) -
    22.3 / Math.sqrt(spoken.length);
  return Math.round(Math.min(100, Math.max(0, 100 - error))) / 100;
}
