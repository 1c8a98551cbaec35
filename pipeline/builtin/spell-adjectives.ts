/** Adjectives with their degrees as English slots, and the order in which they stand. */

import type { Described } from './adjectives.ts';
import { adverb, comparative, superlative } from './english-nouns.ts';
import type { Slot, Unit } from './kinds.ts';
import { option, remembered, wordSlot } from './slots.ts';

/** Ordinals and the like stand first; the rest stands the other way round than in Indonesian. */
export function orderAdjectives(adjectives: readonly Described[]): readonly Described[] {
  const rankOf = ({ unit, degree }: Described): number => {
    const text = unit.reading.renderings[0]?.text ?? '';
    if (degree?.lower === 'paling' || unit.reading.degree === 'most' || /^(?:first|second|third|fourth|fifth|last|next|other|another|same|previous|only|certain|more)$/.test(text)) return 0;
    return /^(?:former|deputy)$/.test(text) ? 1 : 2;
  };
  return [...adjectives.filter((part) => rankOf(part) === 0), ...adjectives.filter((part) => rankOf(part) === 1), ...adjectives.filter((part) => rankOf(part) === 2).reverse()];
}

/** An adjective with its degree as one slot. */
export function spellAdjective({ unit, index, degree }: Described, manner = false): Slot {
  const { renderings, degree: own } = unit.reading;
  const options = remembered(renderings, `adjective ${own} ${degree?.lower ?? ''} ${manner ? 1 : 0}`, () => renderings.map(({ text, cost }) => option(graded(manner && degree === undefined && text !== '' ? adverb(text) : text, unit, degree), cost)));
  return wordSlot(unit, index, options);
}

function graded(text: string, unit: Unit, degree: Unit | undefined): string {
  if (text === '') return text;
  if (unit.reading.degree === 'most') return superlative(text);
  if (unit.reading.degree === 'as') return `as ${text} as`;
  switch (degree?.lower) {
    case undefined:
      return text;
    case 'lebih':
      return comparative(text);
    case 'paling':
      return superlative(text);
    case 'sekali':
      return `very ${text}`;
    case 'sedikit':
      return `slightly ${text}`;
    case 'sedikit lebih':
      return `slightly ${comparative(text)}`;
    case 'jauh lebih':
      return `much ${comparative(text)}`;
    default:
      return `${degree?.reading.renderings[0]?.text ?? ''} ${text}`.trim();
  }
}
