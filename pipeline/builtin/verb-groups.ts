/** Verb groups of the source: markers before a verb, and what they say. */

import type { Unit } from './kinds.ts';
import { readData, rowsOf } from './tables.ts';

export interface VerbGroup {
  readonly from: number;
  /** After the main word (a verb or an adjective), or after the last marker where there is none. */
  readonly to: number;
  readonly verb: number | undefined;
  /** What the markers stand before: a verb, an adjective with its degree, or something else. */
  readonly before: 'verb' | 'adjective' | 'other';
  readonly tense: '' | 'future' | 'perfect' | 'past';
  readonly progressive: boolean;
  readonly modal: string;
  readonly chain: readonly string[];
  readonly negative: '' | 'not' | 'notyet' | 'dont' | 'never';
  readonly adverbs: readonly string[];
  /** The pronoun of an object-first clause: `akan kami lihat`. */
  readonly agent: number | undefined;
  /** How often, said inside the group: `sudah empat kali terendam`. English says it behind the verb. */
  readonly times: number | undefined;
  /** The units whose words the group speaks for. */
  readonly markers: number;
}

interface Marker {
  readonly kind: string;
  readonly english: string;
}

let table: ReadonlyMap<string, Marker> | undefined;

function markerOf(lower: string): Marker | undefined {
  table ??= new Map(rowsOf(readData('verb-markers.tsv')).map(({ cells }) => [cells[0] ?? '', { kind: cells[1] ?? '', english: (cells[2] ?? '').split(' | ')[0] ?? '' }]));
  return table.get(lower);
}

const AGENTS = new Set(['saya', 'aku', 'kami', 'kita', 'kamu', 'anda', 'kalian', 'dia', 'ia', 'mereka', 'engkau', 'beliau']);
const LONGEST = 10;
/** Adverbs that stand behind `is` before an adjective: `masih kecil` = is still small. */
const STILL = /^(?:masih|selalu|tetap|hampir|sering)$/;

/**
 * The group that begins at `at`: markers and then a verb, an adjective or something else; undefined
 * where no marker and no verb stands there.
 */
export function parseVerbGroup(units: readonly Unit[], at: number): VerbGroup | undefined {
  const chain: string[] = [];
  const adverbs: string[] = [];
  let tense: VerbGroup['tense'] = '';
  let progressive = false;
  let modal = '';
  let negative: VerbGroup['negative'] = '';
  let agent: number | undefined;
  let times: number | undefined;
  let strong = false;
  let index = at;
  for (; index < Math.min(units.length, at + LONGEST); index += 1) {
    const unit = units[index];
    if (unit === undefined) break;
    const { pos } = unit.reading;
    const marker = pos === 'name' ? undefined : markerOf(unit.lower);
    if (marker === undefined || !groupGoesOn(units, index, marker)) {
      if (pos === 'pron' && AGENTS.has(unit.lower) && strong && agent === undefined && isBareVerb(units[index + 1])) {
        agent = index;
        continue;
      }
      if (strong && times === undefined && pos === 'adv' && unit.lower.endsWith(' kali') && units[index + 1]?.reading.pos === 'v') {
        times = index;
        continue;
      }
      break;
    }
    strong ||= (marker.kind !== 'adverb' && marker.kind !== 'drop') || (STILL.test(unit.lower) && /^(?:a|num|value)$/.test(units[index + 1]?.reading.pos ?? ''));
    switch (marker.kind) {
      case 'future':
      case 'perfect':
        if (tense === '' || marker.kind === 'future') tense = marker.kind;
        break;
      case 'past':
        if (negative !== '') negative = 'never';
        else {
          tense = 'past';
          adverbs.push(marker.english);
        }
        break;
      case 'progressive':
        progressive = true;
        break;
      case 'modal':
        if (modal !== '' || tense === 'future' || chain.length > 0) chain.push(marker.english === 'must' ? 'have to' : marker.english === 'can' ? 'be able to' : '');
        else modal = marker.english;
        break;
      case 'chain':
        chain.push(marker.english);
        break;
      case 'adverb':
        adverbs.push(marker.english);
        break;
      case 'not': {
        // `memutuskan tidak pergi`: what comes after the first verb denies the second.
        const last = chain.at(-1);
        if (last?.endsWith(' to') === true) chain[chain.length - 1] = `${last.slice(0, -3)} not to`;
        else negative = 'not';
        break;
      }
      case 'wont':
        tense = 'future';
        negative = 'not';
        break;
      case 'notyet':
        negative = 'notyet';
        break;
      case 'dont':
        negative = 'dont';
        break;
    }
  }
  const main = units[index];
  // `berhasil diselamatkan`: were successfully rescued.
  const managed = main?.reading.voice === 'passive' ? chain.indexOf('manage to') : -1;
  if (managed !== -1) {
    chain.splice(managed, 1);
    adverbs.push('successfully');
  }
  const before = main?.reading.pos === 'v' ? 'verb' : main?.reading.pos === 'a' ? 'adjective' : 'other';
  if (before !== 'verb' && !strong) return undefined;
  const verb = before === 'verb' ? index : undefined;
  return { from: at, to: verb === undefined ? index : index + 1, verb, before, tense, progressive, modal, chain: chain.filter((word) => word !== ''), negative, adverbs, agent, times, markers: index - at };
}

function isBareVerb(unit: Unit | undefined): boolean {
  return unit?.reading.pos === 'v' && unit.reading.voice === 'bare' && unit.reading.renderings[0]?.intransitive !== true;
}

/** Whether a marker is one here: `berhasil` alone is a verb, `terus` after a verb an adverb. */
function groupGoesOn(units: readonly Unit[], index: number, marker: Marker): boolean {
  const unit = units[index];
  if (unit?.reading.pos === 'a' || unit?.reading.pos === 'n' || unit?.reading.pos === 'conj' || unit?.reading.pos === 'num' || (unit?.reading.pos === 'prep' && unit.lower === 'akan')) return false;
  if (marker.kind === 'not' || marker.kind === 'notyet' || marker.kind === 'wont' || marker.kind === 'dont' || marker.kind === 'future' || marker.kind === 'perfect') return true;
  for (let ahead = index + 1; ahead < Math.min(units.length, index + 5); ahead += 1) {
    const next = units[ahead];
    if (next === undefined) return false;
    if (next.reading.pos === 'v') return true;
    if (marker.kind === 'adverb' && ahead === index + 1 && STILL.test(unit?.lower ?? '') && /^(?:num|value)$/.test(next.reading.pos)) return true;
    if (marker.kind === 'adverb' && next.reading.pos === 'a' && (ahead > index + 1 || STILL.test(unit?.lower ?? ''))) return true;
    if (marker.kind !== 'chain' && marker.kind !== 'adverb' && next.reading.pos === 'a') return true;
    if (markerOf(next.lower) === undefined && !(next.reading.pos === 'pron' && AGENTS.has(next.lower))) return marker.kind === 'modal' || marker.kind === 'drop';
  }
  return false;
}
