/**
 * What is denied stays denied, and nothing else is. A negative adjective or verb denies as well as `not` does.
 *
 * @silent Keputusan itu tidak adil. | The decision is unfair.
 * @silent Tidak hanya harga, mutu juga turun. | Quality fell as well as prices.
 * @silent Harga itu tidak mahal. | The price is affordable.
 * @finding Pemerintah tidak menaikkan pajak. | The government raised taxes. | negation “tidak” is missing, expected not, no, never or a word that denies
 * @finding Menteri menyetujui usul itu. | The minister did not approve the proposal. | Unexpected “not”, expected no negation
 */

import type { Finding } from '../model.ts';
import type { Check } from './pair.ts';
import { anyOf, readRows } from './word-lists.ts';

export const negation: Check = {
  rule: 'negation',
  check({ indonesian, english }) {
    const { idHard, idAny, idioms, enHard, enAny } = patterns();
    const denied = idHard.exec(indonesian.replaceAll(idioms, ' '));
    if (denied !== null) {
      if (enAny.test(english) || PREFIXED.test(english) || isOpposite(indonesian, english)) return [];
      return [{ rule: 'negation', message: `negation “${denied[0]}” is missing, expected not, no, never or a word that denies` }];
    }
    const found = enHard.exec(english.replaceAll(EMPTY, ' '));
    if (found === null || idHard.test(indonesian) || idAny.test(indonesian) || DENIES.test(indonesian)) return [];
    const finding: Finding = { rule: 'negation', message: `Unexpected “${found[0]}”, expected no negation`, actual: found[0] };
    return [finding];
  },
};

/** Words that deny by their prefix or suffix; some that only look so (under, interest, important) are left out by what follows. */
const PREFIXED = /\b(?:un(?!der|it|i[vof]|cle\b|til|ion|ique|anim)[a-z]{3,}|in(?:adequa|appropria|capa|compe|comple|consist|conven|correct|curab|decis|depend|direct|effect|effic|elig|evitab|expensiv|famous|finite|flexib|frequen|just|sane|secur|sensitiv|signific|suffic|toleran|valid|visib|volunt|accur|access|activ|accep|admiss|advis|alien|audib|experien|explic|hospit|human|separ|suit|surmount|tang|vinc)[a-z]*|im(?:possib|perfect|pract|mort|prob|proper|pati|mobil|moral|matur|balanc|partial|pass|peccab|measur|min)[a-z]*|il(?:leg|lit|log)[a-z]*|ir(?:reg|resp|rat|rel|repl|revers|reconc)[a-z]*|dis[a-z]{4,}|non-?[a-z]+|mis[a-z]{4,}|[a-z]{3,}(?:less|lessly|-free)|[a-z]+n['’]t)\b/iu;

/** Source words that deny by their prefix. */
const DENIES = /(?<!\p{L})(?:ketidak|ketak|non|nir|anti|tuna|in(?:kon|konsist)|a(?:moral|sosial))\p{L}*/iu;

/** English that denies nothing. */
const EMPTY = /\bnot (?:only|just|merely|least)\b|\bno (?:longer|later than|doubt|wonder|sooner|less|fewer|more|matter|stranger|one's)\b|\bno\.?\s*\d|\bwhether or not\b|\bor not\b|\bif not\b|\bnot to mention\b|\bcan(?:not|'t) help\b|\bnone other\b|\bnot (?:long|far|uncommon|unusual|un\w+)\b|\bwhy not\b|\bis(?:n't| not) it\b|\bnonetheless\b|\bnevertheless\b|\bnotwithstanding\b|\bsecond to none\b|\bnothing but\b|\bnever before\b|\bmore than ever\b|\bno-\w+/giu;

/** English for an adjective and its `tidak` at once: not expensive is cheap. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = readRows('opposites.tsv').map(([indonesian = '', english = '']) => [
  new RegExp(`(?<!\\p{L})(?:tidak|tak|belum|bukan)(?:\\s+(?:lagi|begitu|terlalu|akan|dapat|bisa|ada|pernah))?\\s+(?:${indonesian})(?!\\p{L})`, 'iu'),
  anyOf(english.split('|')),
]);

function isOpposite(indonesian: string, english: string): boolean {
  return OPPOSITES.some(([one, other]) => one.test(indonesian) && other.test(english));
}

interface Patterns {
  readonly idHard: RegExp;
  readonly idAny: RegExp;
  readonly idioms: RegExp;
  readonly enHard: RegExp;
  readonly enAny: RegExp;
}
let made: Patterns | undefined;

function patterns(): Patterns {
  if (made !== undefined) return made;
  const rows = new Map(readRows('negation.tsv').map(([kind = '', forms = '']) => [kind, forms.split('|')]));
  const of = (...kinds: readonly string[]): readonly string[] => kinds.flatMap((kind) => rows.get(kind) ?? []);
  made = {
    idHard: anyOf(of('id-hard')),
    idAny: anyOf(of('id-soft')),
    idioms: new RegExp(anyOf(of('id-idiom')).source, 'giu'),
    enHard: new RegExp(`${anyOf(of('en-hard')).source}|\\b[a-z]+n['’]t\\b`, 'iu'),
    enAny: anyOf(of('en-hard', 'en-soft')),
  };
  return made;
}
