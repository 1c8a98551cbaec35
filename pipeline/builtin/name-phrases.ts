/** Phrases whose head is a name: `Senin malam`, `PSE asing lain`, `India utara`. */

import { adjectiveAt, type Described, secondAdjective } from './adjectives.ts';
import type { Rendering, Unit } from './kinds.ts';
import { determiner, isAside, isShortName, LONGEST, type NounPhrase, RELATIONAL } from './phrase-parts.ts';
import { plainRendering } from './slots.ts';

const DIRECTIONS: Readonly<Record<string, string>> = { utara: 'northern', selatan: 'southern', timur: 'eastern', barat: 'western', tengah: 'central', tenggara: 'southeastern', 'barat daya': 'southwestern', 'barat laut': 'northwestern', 'timur laut': 'northeastern' };

/** `Bekasi Utara`: North Bekasi. */
function capitalised(lower: string): string {
  const text = (DIRECTIONS[lower] ?? '').replace(/ern$/, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function namePhrase(units: readonly Unit[], head: number, start: NounPhrase): NounPhrase {
  let to = head + 1;
  const after: number[] = [];
  // A translated name (a country, a day) ends a run of names: `Senin malam`, `Jepang Shinzo`.
  while (units[to]?.reading.pos === 'name' && to - head < LONGEST) after.push(to++);
  // `Badan Bencana (BPBD) setempat`: the local agency (BPBD).
  const aside = isAside(units, to) && units[to + 3]?.lower === 'setempat' ? units[to + 3] : undefined;
  if (aside !== undefined) return { ...start, to: to + 4, head, after: [...after, to, to + 1, to + 2], adjectives: [{ unit: aside, index: to + 3, degree: undefined }] };
  // `India utara`: northern India.
  const part = units[to]?.lower === 'bagian' ? 1 : 0;
  const side = units[to + part];
  if (side !== undefined && DIRECTIONS[side.lower.replace(/^bagian /, '')] !== undefined && to === head + 1) {
    const north: Rendering = plainRendering(side.capital ? capitalised(side.lower) : (DIRECTIONS[side.lower.replace(/^bagian /, '')] ?? ''));
    return { ...start, to: to + part + 1, head, after, adjectives: [{ unit: { ...side, reading: { ...side.reading, pos: 'a', renderings: [north] } }, index: to + part, degree: undefined }] };
  }
  const local = units[to];
  if (local?.lower === 'setempat' && local.reading.pos === 'a') return { ...start, to: to + 1, head, after, adjectives: [{ unit: local, index: to, degree: undefined }] };
  // `Piala Dunia 2010`: the 2010 World Cup.
  const year = units[to];
  if (year !== undefined && after.length === 0 && /^(?:19|20)\d\d$/.test(year.reading.renderings[0]?.text ?? '') && /(?:Cup|Olympics|Games|Grand Prix|Championships?|Open|League|Election)$/.test(units[head]?.reading.renderings[0]?.text ?? '')) {
    return { ...start, to: to + 1, head, after, adjectives: [{ unit: year, index: to, degree: undefined }] };
  }
  // `PSE asing lain`: an abbreviation or a term is described like a noun.
  const adjectives: Described[] = [];
  if (isShortName(units[to - 1])) {
    for (let found = adjectiveAt(units, to); found !== undefined && !found.relative && found.part.degree === undefined && RELATIONAL.test(found.part.unit.lower); found = adjectiveAt(units, to)) {
      const and = secondAdjective(units, found.to);
      adjectives.push(and === undefined ? found.part : { ...found.part, and: { index: found.to, other: and.part } });
      to = and?.to ?? found.to;
    }
  }
  const det = determiner(units, to);
  return { ...start, to: det === '' ? to : to + 1, head, after, adjectives, det };
}
