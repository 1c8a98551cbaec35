/** Verbs and the copula as English options. */

import type { Option, Reading, Rendering } from './kinds.ts';
import { option, remembered, plainRendering } from './slots.ts';
import { verbGroup } from './verb-forms.ts';
import type { Tense, VerbFeatures } from './verb-forms.ts';
import type { VerbGroup } from './verb-groups.ts';

/** The form that a verb must take where it stands. */
export type Form = 'finite' | 'infinitive' | 'bare' | 'gerund' | 'participle' | 'command' | 'open';

export interface Telling {
  /** The text tells of the past. */
  readonly past: boolean;
  /** So surely that states (`is`, `has`) stand in the past too. */
  readonly firm: boolean;
  /** It tells of what is always so: `setiap`, `jika`, `harus`. */
  readonly general: boolean;
  /** Somebody says it: `mengatakan`, `kata`. */
  readonly reported: boolean;
  readonly headline: boolean;
  /** It began then and lasts till now: `sejak Juli`. */
  readonly lasting: boolean;
  /** It tells of what is so, or should be: commands. */
  readonly now: boolean;
  /** Somebody is quoted: states are those of now. */
  readonly quoted: boolean;
}

/** A verb without markers. */
export const NO_MARKERS: Pick<VerbGroup, 'tense' | 'progressive' | 'modal' | 'chain' | 'negative' | 'adverbs'> = {
  tense: '', progressive: false, modal: '', chain: [], negative: '', adverbs: [],
};

/** A verb as it is to be said. `object`: one hangs on it (`-nya`). */
export interface Spoken extends Pick<Reading, 'renderings' | 'voice'> {
  readonly object?: boolean;
}

/** Options for a verb in `form`. Several tenses are offered where the source leaves them open. */
export function verbOptions(reading: Spoken, group: typeof NO_MARKERS, form: Form, telling: Telling): readonly Option[] {
  const { tense, progressive, modal, chain, negative, adverbs } = group;
  const key = `${reading.voice}${reading.object === true ? ' object' : ''} ${form} ${telling.past ? 1 : 0}${telling.firm ? 1 : 0}${telling.reported ? 1 : 0}${telling.headline ? 1 : 0}${telling.lasting ? 1 : 0}${telling.now ? 1 : 0}${telling.quoted ? 1 : 0}${telling.general ? 1 : 0}${progressive ? 1 : 0} ${tense} ${modal} ${negative} ${chain.join('+')} ${adverbs.join('+')}`;
  return remembered(reading.renderings, key, () => verbForms(reading, group, form, telling));
}

function verbForms(reading: Spoken, group: typeof NO_MARKERS, form: Form, telling: Telling): readonly Option[] {
  const out: Option[] = [];
  const best = reading.renderings.slice(0, 4);
  const renderings = reading.object === true ? best.flatMap((rendering) => (rendering.text === '' ? [rendering] : withObject(rendering))) : best;
  for (const rendering of renderings) {
    if (rendering.text === '') {
      out.push(option('', rendering.cost));
      continue;
    }
    const passive = reading.voice === 'passive' && !rendering.intransitive && !/^be\b|^there be/.test(rendering.text);
    for (const [tense, cost] of tenses(rendering, group, form, telling)) {
      add(out, rendering, { ...withoutModal(features(group, telling), form), ...(tense === 'gerund' && passive ? STILL : {}), tense, passive }, form, rendering.cost + cost);
      // What is reported shifts its auxiliary (`said it would`), what is foretold does not; the model may know better.
      if (telling.past && form === 'finite' && (tense === 'future' || group.modal !== '')) {
        add(out, rendering, { ...features(group, telling), told: false, tense, passive }, form, rendering.cost + cost + (telling.reported ? 0.6 : -1));
      }
    }
  }
  return out.length > 0 ? out : [option('')];
}

/** `sedang dioperasikan` with -ing is being operated, and no more. */
const STILL = { progressive: false };

const REMAIN: readonly Rendering[] = [plainRendering('remain', true)];
const BE: readonly Rendering[] = [plainRendering('be', true)];

const trimmed = new WeakMap<readonly Rendering[], readonly Rendering[]>();

/** A verb with no object has no use for its preposition: `wait for` = wait. */
export function withoutTail(renderings: readonly Rendering[]): readonly Rendering[] {
  let made = trimmed.get(renderings);
  if (made === undefined) {
    made = renderings.map((rendering) => ({ ...rendering, text: rendering.text.replace(/^(\w+) (?:for|to|at|on|with|about|into|from|of)$/, '$1') }));
    trimmed.set(renderings, made);
  }
  return made;
}

const PARTED = /^(?:make|keep|put|turn|set|take|bring|carry|throw|call|give|pick|hand|shut|wipe|pay|lay|send|let|leave|hold|cut|knock|tear|drop|kick|push|pull|lock) (?!for|to|at|on|with|about|into|from|of|by)\w+$/;

/** With the object that hangs on the verb, behind its first word where that is usual: `make public` + `-nya` = make it public. */
function withObject(rendering: Rendering): readonly Rendering[] {
  return (['it', 'them'] as const).map((word, index) => ({
    ...rendering,
    text: PARTED.test(rendering.text) ? rendering.text.replace(' ', ` ${word} `) : `${rendering.text} ${word}`,
    cost: rendering.cost + 0.3 * index,
  }));
}

/** `is`, `was not`, `will be` … before an adjective, a noun or a place. */
export function copulaOptions(group: typeof NO_MARKERS | undefined, form: Form, telling: Telling, stays = false): readonly Option[] {
  if (stays && group !== undefined) return verbOptions({ renderings: REMAIN, voice: 'bare' }, { ...group, adverbs: group.adverbs.filter((word) => word !== 'still') }, form, telling);
  return verbOptions({ renderings: BE, voice: 'bare' }, group ?? NO_MARKERS, form, telling);
}

function features(group: typeof NO_MARKERS, telling: Telling): Omit<VerbFeatures, 'tense' | 'passive'> {
  const negative = group.negative === 'dont' ? 'not' : group.negative;
  return { progressive: group.progressive, modal: group.modal, negative, adverbs: group.adverbs, chain: group.chain, told: telling.past && !telling.quoted };
}

/** English modals have no infinitive: `to be able to`. */
function withoutModal(made: Omit<VerbFeatures, 'tense' | 'passive'>, form: Form): Omit<VerbFeatures, 'tense' | 'passive'> {
  if (made.modal === '' || form === 'finite' || form === 'command') return made;
  return { ...made, modal: '', chain: [...(made.modal === 'can' ? ['be able to'] : made.modal === 'must' ? ['have to'] : []), ...made.chain] };
}

/** What somebody said had been done by then. */
const HAD: readonly (readonly [Tense, number])[] = [['pluperfect', -0.2]];

function tenses(rendering: Rendering, group: typeof NO_MARKERS, form: Form, telling: Telling): readonly (readonly [Tense, number])[] {
  switch (form) {
    case 'infinitive':
    case 'bare':
      return [['infinitive', 0]];
    case 'gerund':
      return [['gerund', 0]];
    case 'participle':
      return [['participle', 0]];
    case 'open':
      return [['infinitive', 0], ['gerund', 0.5]];
    case 'command':
      return [['command', 0]];
    case 'finite':
      break;
  }
  if (telling.lasting) return [['perfect', 0]];
  if (group.negative === 'dont') return [['command', 0]];
  if (group.modal !== '') return [['present', 0]];
  if (group.tense === 'future') return [['future', 0]];
  if (group.tense === 'perfect') return telling.past ? [['past', 0.2], ['perfect', 0.18], ...(telling.reported ? HAD : [])] : [['perfect', 0], ['past', 0.7]];
  if (group.tense === 'past') return [['past', 0]];
  if (telling.headline || telling.now) return [['present', 0]];
  const stative = /^(?:be|have|know|want|need|own|mean|contain|consist|include|believe|hope|consider|seem|belong|depend|involve|live|cost|think|understand|love|like|trust|fear|agree|support|doubt|deserve|remain)\b/.test(rendering.text);
  if (telling.quoted && group.chain.includes('continue to')) return [['present', 0], ['past', 0.8]];
  if (telling.quoted && stative) return [['present', 0], ['past', 1]];
  if (telling.past) return stative && !telling.firm ? [['present', 0], ['past', 0.2]] : stative ? [['past', 0], ['present', 1]] : [['past', 0], ['present', 1.6]];
  if (telling.general) return [['present', 0], ['past', 2]];
  return stative ? [['present', 0], ['past', 0.6]] : [['present', 0.1], ['past', 0]];
}

/** `there are no`: the noun behind it has the verb's number. */
export function numberAsked({ num }: Option): Option['asks'] {
  return num === 'sg' || num === 'pl' ? num : '';
}

function add(out: Option[], rendering: Rendering, features: VerbFeatures, form: Form, cost: number): void {
  const text = rendering.text;
  if (text.startsWith('there be')) {
    const rest = text.slice(6);
    add(out, { ...rendering, text: rest }, features, form, cost);
    for (let index = out.length - 1; index >= 0 && !(out[index]?.text ?? '').startsWith('there '); index -= 1) {
      const made = out[index];
      if (made !== undefined && made.cost === cost) out[index] = { ...made, text: `there ${made.text}`, num: '', asks: text.endsWith(' no') ? numberAsked(made) : '' };
      else break;
    }
    return;
  }
  if (features.tense === 'participle' && text.startsWith('be ')) {
    // `dikenal sebagai` set off from its noun: known as.
    out.push(option([...features.adverbs, text.slice(3)].join(' '), cost));
    return;
  }
  const singular = verbGroup(text, features, false);
  const plural = verbGroup(text, features, true);
  const lead = form === 'infinitive' || (form === 'open' && features.tense === 'infinitive') ? 'to ' : '';
  if (singular === plural) out.push(option(lead + singular, cost));
  else out.push(option(lead + singular, cost, 'sg'), option(lead + plural, cost, 'pl'));
}
