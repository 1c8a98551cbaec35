/** Labels: cells, headings and captions that say nothing of anything. */

import type { Slot, Unit } from './kinds.ts';
import { option } from './slots.ts';

/** `Jenis data`, `Formulir untuk redaksi`: a label, a cell or a heading says nothing of anything. */
export function isLabel(units: readonly Unit[]): boolean {
  return units.every(({ lower, reading: { pos } }) => !/^(?:v|mod|neg|pron)$/.test(pos) && !/^[.!?;:"“”]/.test(lower));
}

/** A label begins with its noun. */
export function withoutArticle(slots: readonly Slot[]): readonly Slot[] {
  const opens = (index: number): boolean => index === 0 || slots[index - 1]?.kind === 'punct' || /^(?:and|or)$/.test(slots[index - 1]?.options[0]?.text ?? '');
  return slots.map((slot, index) => (slot.kind === 'article' && slot.unit < 0 && opens(index) && slot.options.some(({ text }) => text === 'the') ? { ...slot, options: [option('')] } : slot));
}
