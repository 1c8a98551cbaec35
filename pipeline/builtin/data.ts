/** The engine's data, opened: the compiled file where the build has laid one, else compiled from the texts at hand. */

import { readFileSync } from 'node:fs';
import { compileData } from './compile.ts';
import type { ModelData } from './ngrams.ts';
import { splitParts } from './packed.ts';
import type { Table } from './packed.ts';

/** Written by scripts/build.mjs beside the text files. */
export const COMPILED = 'engine.bin';

export interface EngineData extends ModelData {
  readonly words: Table;
  readonly phrases: Table;
  readonly names: Table;
  readonly longNames: Table;
  readonly kept: Table;
  readonly evidence: Table;
}

/** The data at hand, from the compiled file or else from the texts. */
export function openData(): EngineData {
  const compiled = readCompiled();
  // Data of another order of bytes or of another version are passed over like none: the texts say the same.
  return openParts(compiled !== undefined && splitParts(compiled) !== undefined ? compiled : compileData());
}

/** Looks at `bytes`, made by `compileData`, in place; throws where they are not such data. */
export function openParts(bytes: Uint8Array): EngineData {
  const parts = splitParts(bytes);
  if (parts === undefined) throw new Error('Unexpected bytes in the engine\'s data, expected what compileData makes');
  // The order is compile.ts's.
  return {
    english: parts.table(),
    single: parts.real(),
    pairs: { keys: parts.whole(), costs: parts.small() },
    pairRows: parts.whole(),
    triples: { keys: parts.whole(), costs: parts.small() },
    afterWord: parts.small(),
    afterPair: parts.small(),
    words: parts.table(),
    phrases: parts.table(),
    names: parts.table(),
    longNames: parts.table(),
    kept: parts.table(),
    evidence: parts.table(),
  };
}

function readCompiled(): Uint8Array | undefined {
  try {
    return readFileSync(new URL(`./data/${COMPILED}`, import.meta.url));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
