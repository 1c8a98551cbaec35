/** The likeliest way through the lattice: which expressions, and which part of speech each word has. */

import type { Edge, Token, Unit } from './kinds.ts';
import { isInitial } from './lattice.ts';
import { readData, rowsOf } from './tables.ts';

const DEFAULT = 1.12;
/** What each further unit costs, so that longer units win. */
const STEP = 1;

let table: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;

function transition(first: string, second: string): number {
  table ??= readTransitions();
  return table.get(second)?.get(first) ?? DEFAULT;
}

/** By the second part of speech, then by the first. */
function readTransitions(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const made = new Map<string, Map<string, number>>();
  for (const { cells: [first = '', second = '', cost = ''] } of rowsOf(readData('transitions.tsv'))) {
    const row = made.get(second) ?? new Map<string, number>();
    made.set(second, row.set(first, Number(cost)));
  }
  return made;
}

interface State {
  readonly cost: number;
  readonly pos: string;
  readonly from: number;
  readonly edge: Edge | undefined;
  readonly back: State | undefined;
}

/** The units of the cheapest path. Ties fall to the edge that was added first, so the result never varies. */
export function choosePath(tokens: readonly Token[], lattice: readonly (readonly Edge[])[]): readonly Unit[] {
  const states: Map<string, State>[] = Array.from({ length: tokens.length + 1 }, () => new Map<string, State>());
  states[0]?.set('punct', { cost: 0, pos: 'punct', from: 0, edge: undefined, back: undefined });
  lattice.forEach((edges, at) => {
    const here = states[at];
    if (here === undefined) return;
    for (const edge of edges) {
      const pos = edge.reading.pos;
      const there = states[edge.to];
      if (there === undefined) continue;
      for (const state of here.values()) {
        const cost = state.cost + STEP + edge.reading.cost + transition(state.pos, pos);
        const known = there.get(pos);
        if (known === undefined || cost < known.cost) there.set(pos, { cost, pos, from: at, edge, back: state });
      }
    }
  });
  let best: State | undefined;
  for (const state of states[tokens.length]?.values() ?? []) if (best === undefined || state.cost < best.cost) best = state;
  const units: Unit[] = [];
  for (let state = best; state?.edge !== undefined; state = state.back) units.push(unitOf(tokens, state.from, state.edge));
  return units.reverse();
}

function unitOf(tokens: readonly Token[], from: number, edge: Edge): Unit {
  const slice = tokens.slice(from, edge.to);
  const first = slice[0];
  const shaped = first?.kind === 'word' && (first.shape === 'capital' || first.shape === 'upper');
  return {
    from,
    to: edge.to,
    reading: edge.reading,
    // What is settled already (a term, a value) must never be taken for a word of grammar.
    lower: slice.every((token) => token.kind === 'word' || token.kind === 'punct') ? slice.map((token) => token.lower).join(' ') : '\u0000',
    // `Anda` has its capital for politeness.
    capital: shaped && edge.reading.pos !== 'pron' && (!isInitial(tokens, from) || (slice.length > 1 && slice.slice(1).every((token) => token.shape === 'capital'))),
  };
}
