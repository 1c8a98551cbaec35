/** English verb groups from features: tense, aspect, voice, modality, negation. */

import { gerund, participle, past, plain, thirdPerson } from './english-verbs.ts';

export type Tense = 'past' | 'present' | 'future' | 'perfect' | 'pluperfect' | 'infinitive' | 'gerund' | 'participle' | 'command';

export interface VerbFeatures {
  readonly tense: Tense;
  readonly progressive: boolean;
  readonly passive: boolean;
  /** `can`, `must` …, or empty. */
  readonly modal: string;
  readonly negative: '' | 'not' | 'notyet' | 'never';
  readonly adverbs: readonly string[];
  /** Verbs before the verb, each with what joins it to the next: `want to`, `be able to`. */
  readonly chain: readonly string[];
  /** Whether the sentence is told in the past: `will` becomes `would`. */
  readonly told: boolean;
}

const PAST_MODAL: Readonly<Record<string, string>> = { can: 'could', may: 'might', must: 'had to', will: 'would' };

/** The whole group for `base`, agreeing with a singular or plural subject: `did not immediately want to buy`. */
export function verbGroup(base: string, features: VerbFeatures, plural: boolean): string {
  const { chain, passive } = features;
  const [first, ...rest] = chain;
  if (first !== undefined) {
    const tail = [...rest, passive ? `be ${participle(base)}` : base].join(' ');
    // `stop`, `be banned from` and `be accused of` are followed by -ing.
    const inner = /^stop$| (?:from|of)$/.test(first) ? gerund(tail) : tail;
    return finite(first, { ...features, passive: false }, plural) + ' ' + inner;
  }
  return finite(base, features, plural);
}

function finite(base: string, features: VerbFeatures, plural: boolean): string {
  const { tense, progressive, passive, modal, negative, adverbs, told } = features;
  const words = parts(base, progressive, passive);
  const late = [...(negative === 'never' ? ['never'] : []), ...adverbs];
  const not = negative === 'not' || negative === 'notyet' ? ['not'] : [];
  const end = negative === 'notyet' ? ['yet'] : [];
  const rest = (from: readonly string[]): string => from.slice(1).join(' ');
  const head = words[0] ?? base;
  if (modal !== '' || tense === 'future') {
    const word = modal === '' ? 'will' : modal;
    const shown = told && (word !== 'must' || modal !== '') ? (PAST_MODAL[word] ?? word) : word;
    if (shown === 'had to' && not.length > 0) return join(['must', 'not', ...late, ...words]);
    return join([shown, ...not, ...late, ...words, ...end]);
  }
  switch (tense) {
    case 'infinitive':
      return join([...not, ...late, ...words]);
    case 'gerund':
      return join([...not, ...late, gerund(head), rest(words)]);
    case 'participle':
      return join([...not, ...late, participle(base)]);
    case 'command':
      return join([...(not.length > 0 ? ['do', 'not'] : []), ...late, ...words]);
    case 'pluperfect':
    case 'perfect': {
      const have = tense === 'pluperfect' || (told && negative !== '') ? 'had' : plural ? 'have' : 'has';
      return join([have, ...not, ...end, ...late, participle(head), rest(words)]);
    }
    case 'past':
    case 'present': {
      const isPast = tense === 'past';
      const isBe = head === 'be' || head.startsWith('be ');
      const form = (verb: string): string => (isPast ? past(verb, plural) : plural ? plain(verb) : thirdPerson(verb));
      // What something is, it is not yet; what is done has not been done.
      const state = isBe && (words.length === 1 || base === 'know');
      if (negative === 'notyet' && !state) return finite(base, { ...features, tense: 'perfect' }, plural);
      if (isBe) {
        const be = form('be');
        return join([be, ...not, ...end, ...late, head.slice(3), rest(words)]);
      }
      if (not.length > 0) return join([form('do'), 'not', ...late, ...words]);
      return join([...late, form(head), rest(words)]);
    }
  }
}

/** The verb with the auxiliaries that aspect and voice ask for, all in base form but those that never change. */
function parts(base: string, progressive: boolean, passive: boolean): readonly string[] {
  if (passive) return ['be', ...(progressive ? ['being'] : []), participle(base)];
  if (progressive && !base.startsWith('be ') && base !== 'be') return ['be', gerund(base)];
  return [base];
}

function join(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}
