/** What a verb says by what stands behind it: `meminta waktu` = ask for time, `menyebut,` = say. */

import { endsClause } from './adjectives.ts';
import { hears } from './attribution.ts';
import { isHead, isPerson } from './heads.ts';
import type { Rendering, Unit } from './kinds.ts';
import { parsePhrase, startsPhrase } from './noun-phrases.ts';
import { withoutTail } from './predicates.ts';
import { plainRendering } from './slots.ts';
import { opensStatement } from './small-words.ts';
import { parseVerbGroup, type VerbGroup } from './verb-groups.ts';
import type { Walk } from './walk.ts';

const SAY: readonly Rendering[] = [plainRendering('say')];

/** What a verb can be where it stands: `menyebut,` = say; nothing but itself where the clause ends. */
export function saidHere(walk: Walk, group: VerbGroup, verb: Unit): readonly Rendering[] {
  const { units } = walk;
  const { renderings } = verb.reading;
  if (/^(?:menyebut|menyebutkan)$/.test(verb.lower) && (/^(?:,|bahwa|saat ini|kini|akan|tidak|sudah|telah|masih|belum)$/.test(units[group.to]?.lower ?? '') || opensStatement(units, group.to))) return SAY;
  // `mengatakan kepada wartawan`: told reporters.
  if (/^(?:mengatakan|menyatakan|menuturkan|mengungkapkan|menjelaskan)$/.test(verb.lower) && /^(?:kepada|pada)$/.test(units[group.to]?.lower ?? '') && hears(units, group.to + 1)) return TELL;
  // `menilai impor saja tidak cukup`: said that it is not; `menilai tenggat terlalu singkat`: considered it short.
  if (verb.lower === 'menilai' && startsPhrase(units, group.to) && /^(?:v|neg|mod)$/.test(units[behindPhrase(units, group.to)]?.reading.pos ?? '')) return SAY;
  // `mendaftar PSE`: register as one.
  const as = units[group.to]?.reading;
  if (verb.lower === 'mendaftar' && as !== undefined && (as.how === 'term' || as.pos === 'name')) return REGISTER;
  if (verb.lower === 'melakukan' && as?.how === 'term') return CARRY;
  // `perusahaan yang melanggar`: English needs to say what.
  if (verb.lower === 'melanggar' && !startsPhrase(units, group.to)) return BREAK;
  if (endsClause(units, group.to)) return withoutTail(renderings);
  return renderings[0]?.text === 'ask' && verb.reading.voice !== 'passive' && asksFor(units, group.to) ? askedFor(renderings) : renderings;
}

function behindPhrase(units: readonly Unit[], at: number): number {
  const { to } = parsePhrase(units, at, 0, true);
  return /^(?:saja|pun)$/.test(units[to]?.lower ?? '') ? to + 1 : to;
}

const REGISTER: readonly Rendering[] = [plainRendering('register as', true)];
const CARRY: readonly Rendering[] = [plainRendering('carry out')];
const TELL: readonly Rendering[] = [plainRendering('tell')];
const BREAK: readonly Rendering[] = [plainRendering('break the rules', true)];

/** `meminta waktu`: a thing is asked for, a person is asked. */
function asksFor(units: readonly Unit[], at: number): boolean {
  if (!startsPhrase(units, at)) return false;
  const { head, to } = parsePhrase(units, at);
  const unit = units[head ?? -1];
  if (unit?.reading.pos !== 'n' || isPerson(unit.lower) || isHead(unit.lower, 'title')) return false;
  return parseVerbGroup(units, to) === undefined && !/^(?:agar|supaya|untuk)$/.test(units[to]?.lower ?? '');
}

const wanting = new WeakMap<readonly Rendering[], readonly Rendering[]>();

function askedFor(renderings: readonly Rendering[]): readonly Rendering[] {
  let made = wanting.get(renderings);
  if (made === undefined) wanting.set(renderings, (made = renderings.filter(({ text }) => text !== 'ask for').map((rendering) => (rendering.text === 'ask' ? { ...rendering, text: 'ask for' } : rendering))));
  return made;
}
