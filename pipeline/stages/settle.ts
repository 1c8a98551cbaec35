/** One English for each row, with its state: a person's, memory's, the machine's, or none. */

import { renderFurniture } from '../furniture/render.ts';
import type { Inline, Segment } from '../model.ts';
import type { HouseStyle } from '../style/style.ts';
import type { ReviewState } from '../sheet/review.ts';
import type { Origin } from '../sheet/fingerprint.ts';
import { fromTagged, toTagged } from '../tagged.ts';
import type { Translated } from './translate.ts';

export interface Settled extends Translated {
  readonly state: Exclude<ReviewState, 'redo' | 'unset'>;
  /** Why it failed; the role that was dropped or kept. */
  readonly detail: string;
  readonly origin: Origin;
  readonly target: Inline | undefined;
  readonly sourceChanged: boolean;
}

export function settle(segment: Translated, style: HouseStyle = {}): Settled {
  const { recalled, machine } = segment;
  const as = (state: Settled['state'], origin: Origin, target: Inline | undefined, detail = '', sourceChanged = false): Settled => ({
    state,
    origin,
    target,
    detail,
    sourceChanged,
    ...segment,
  });
  switch (recalled.by) {
    case 'person':
      return as(recalled.state, recalled.state, recalled.target, '', recalled.sourceChanged);
    case 'memory':
      return as('memory', 'memory', recalled.target);
    case 'draft':
      return as('draft', recalled.origin, recalled.target);
    case 'rule':
      return segment.handling === 'drop'
        ? as('dropped', 'dropped', undefined, roleName(segment))
        : as('kept', 'kept', rendered(segment, style), roleName(segment));
    case 'none':
      if (machine?.status === 'done') return as('draft', machine.by === 'builtin' ? 'builtin' : 'provider', machine.target);
      return as('failed', 'failed', undefined, machine?.reason ?? 'not asked for');
  }
}

/** `page-marker` as people read it: `page marker`. */
function roleName(segment: Segment): string {
  return segment.role.replaceAll('-', ' ');
}

function rendered(segment: Segment, style: HouseStyle): Inline {
  return fromTagged(renderFurniture(segment.role, toTagged(segment.source), style), segment.source.marks);
}
