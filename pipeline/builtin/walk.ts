/** The state of the walk over a sentence, and what every step of it may do. */

import type { Slot, Unit } from './kinds.ts';
import type { NounPhrase } from './phrase-parts.ts';
import { copulaOptions } from './predicates.ts';
import type { Form, Telling } from './predicates.ts';
import { inserted } from './slots.ts';
import type { VerbGroup } from './verb-groups.ts';

/** What stands before the place of the walk. */
export type Before = 'start' | 'phrase' | 'prep' | 'verb' | 'conj' | 'word' | 'relative';

export interface Walk {
  readonly units: readonly Unit[];
  /** How the clause tells; a command tells of now. */
  telling: Telling;
  /** How the stretch tells that the clause stands in: the text, or the quotation that is open. */
  told: Telling;
  readonly outside: Telling;
  quoting: boolean;
  readonly slots: Slot[];
  at: number;
  before: Before;
  /** A subject waits for its verb; where its slots begin, and its phrase. */
  subject: NounPhrase | undefined;
  subjectAt: number;
  /** The last subject, which a clause without one goes on with. */
  topic: NounPhrase | undefined;
  /** The last phrase, for `yang`. */
  last: NounPhrase | undefined;
  /** What the last phrase was: after `dan` the next one is the same. */
  lastWas: 'subject' | 'object' | 'prep';
  /** The last verb was passive: `diharapkan`. */
  passive: boolean;
  /** The last verb, its form (for `dan` + verb) and its English. */
  form: Form;
  verb: string;
  inRelative: boolean;
  /** The relative clause has had its verb: the next one is the subject's. */
  relativeVerb: boolean;
  /** The subject has had no verb yet. */
  open: boolean;
  /** The next verb with a subject says what is hoped for. */
  hoped: boolean;
  /** The next verb with a subject says what is demanded. */
  demanded: boolean;
  /** The word that governs what comes: a preposition or conjunction, lower case. */
  governor: string;
}

export function after(walk: Walk, before: Before): void {
  walk.before = before;
  walk.governor = '';
}

/** Inside a relative clause a subject is that clause's own: the sentence's stays what it was. */
export function own(walk: Walk, slots: readonly Slot[]): readonly Slot[] {
  return walk.inRelative ? slots.map((slot) => (slot.sets === 'both' ? { ...slot, sets: 'last' } : slot)) : slots;
}

/** Emits a form of `be`. */
export function copula(walk: Walk, group: VerbGroup | undefined, form = formHere(walk)): void {
  // `Harga tetap tinggi`: it remains high.
  const stays = group?.before === 'adjective' && group.negative === '' && walk.units.slice(group.from, group.to).some(({ lower }) => lower === 'tetap');
  const slot = inserted(...copulaOptions(group, form, walk.telling, stays));
  walk.slots.push({ ...slot, kind: 'verb', agrees: walk.inRelative ? 'last' : 'subject', token: group === undefined ? -1 : (walk.units[group.from]?.from ?? -1), unit: group === undefined ? -1 : group.from });
}

/** Verbs behind which a deed never stands with -ing. */
const PROMISES = /^(?:agree|decide|plan|hope|refuse|promise|vow|pledge|manage|fail|want|wish|offer|choose|expect|intend|aim|seek|dare|deserve|learn|prepare|threaten|tend)$/;

/** The form a verb takes here, by what stands before it. */
export function formHere(walk: Walk): Form {
  const { governor, before } = walk;
  if (before === 'relative') return governor === 'reduced' ? 'participle' : 'finite';
  if (/^(?:untuk|guna|demi|agar|supaya|buat)$/.test(governor)) return 'bare';
  if (walk.demanded && before === 'phrase' && walk.subject !== undefined && !walk.inRelative) return 'bare';
  if (before === 'prep') return 'gerund';
  // `sepakat meningkatkan`: agreed to increase.
  if (before === 'verb') return !walk.passive && PROMISES.test(walk.verb) ? 'infinitive' : 'open';
  if (before === 'conj' && governor === 'tanya') return walk.subject === undefined ? 'infinitive' : 'finite';
  if (before === 'conj' && /^(?:dan|atau|serta|maupun|tetapi|namun|lalu|kemudian)$/.test(governor)) return walk.form === 'infinitive' || walk.form === 'open' ? 'bare' : walk.form;
  if (before === 'conj' && /^(?:setelah|sebelum|sesudah|sambil|seraya|usai|sejak|ketika|saat|tanpa|selain|dengan|daripada)$/.test(governor)) return 'gerund';
  return 'finite';
}

