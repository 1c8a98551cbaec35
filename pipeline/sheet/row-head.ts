/** The `#` of a row: its number and its fingerprint. */

import type { PhrasingContent } from 'mdast';
import { parsePrint, type Fingerprint } from './fingerprint.ts';

/** In the stacked layout a row begins with a heading of this depth. */
export const ROW_HEAD_DEPTH = 6;

const ID = /^[0-9]+(?:\.[0-9]+)+$/;

export interface RowHead {
  readonly id: string;
  readonly print: Fingerprint | undefined;
  /** What follows the fingerprint. */
  readonly rest: readonly PhrasingContent[];
}

/** Reads number and fingerprint; undefined where there is no number to be read. */
export function readRowHead(nodes: readonly PhrasingContent[]): RowHead | undefined {
  const [first, second, ...others] = nodes;
  if (first?.type !== 'text') return undefined;
  const [id = '', ...words] = first.value.trim().split(/\s+/);
  if (!ID.test(id)) return undefined;
  if (second?.type === 'html' && words.length === 0) return { id, print: parsePrint(second.value), rest: others };
  // The fingerprint is lost; the Review of a stacked row follows the number at once.
  const left = first.value.trimStart().slice(id.length);
  const rest: PhrasingContent[] = left === '' ? [] : [{ ...first, value: left }];
  return { id, print: undefined, rest: [...rest, ...nodes.slice(1)] };
}

/** True for a heading that begins like that of a row: `2.1 …`. */
export function isRowHead(text: string): boolean {
  return /^[0-9]+\.[0-9]+(?:\s|$)/.test(text.trimStart());
}
