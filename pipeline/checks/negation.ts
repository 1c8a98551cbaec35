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
import { type Forms, formsOf, readRows } from './word-lists.ts';

export const negation: Check = {
  rule: 'negation',
  check({ indonesian, english }) {
    const { idHard, idAny, idDeny, idioms, enHard, enAny } = patterns();
    // Most sentences deny nothing: the dear patterns are for the others.
    const denied = idHard.test(indonesian) ? idHard.exec(indonesian.replaceAll(idioms, ' ')) : null;
    if (denied !== null) {
      if (enAny.test(english) || PREFIXED.test(english) || isOpposite(indonesian, english)) return [];
      return [{ rule: 'negation', message: `negation “${denied[0]}” is missing, expected not, no, never or a word that denies` }];
    }
    const verb = idDeny.exec(indonesian);
    if (verb !== null && !enAny.test(english) && !PREFIXED.test(english) && !CALLED_OFF.test(english)) return [{ rule: 'negation', message: `“${verb[0]}” is missing, expected a word that denies` }];
    if (!enHard.test(english) && !/n['’]t\b/i.test(english)) return [];
    const rest = english.replaceAll(EMPTY, ' ');
    const found = enHard.exec(rest) ?? /\b[a-z]+n['’]t\b/i.exec(rest);
    if (found === null || idHard.test(indonesian) || idAny.test(indonesian) || DENIES.test(indonesian)) return [];
    const finding: Finding = { rule: 'negation', message: `Unexpected “${found[0]}”, expected no negation`, actual: found[0] };
    return [finding];
  },
};

/** Words that deny by their prefix or suffix; some that only look so (under, interest, important) are left out by what follows. */
const PREFIXED = /\b(?:un(?!der|it|i[vof]|cle\b|til|ion|ique|anim)[a-z]{3,}|in(?:adequa|appropria|capa|compe|comple|consist|conven|correct|curab|decis|depend|direct|effect|effic|elig|evitab|expensiv|famous|finite|flexib|frequen|just|sane|secur|sensitiv|signific|suffic|toleran|valid|visib|volunt|accur|access|activ|accep|admiss|advis|alien|audib|experien|explic|hospit|human|separ|suit|surmount|tang|vinc)[a-z]*|im(?:possib|perfect|pract|mort|prob|proper|pati|mobil|moral|matur|balanc|partial|pass|peccab|measur|min)[a-z]*|il(?:leg|lit|log)[a-z]*|ir(?:reg|resp|rat|rel|repl|revers|reconc)[a-z]*|dis[a-z]{4,}|non-?[a-z]+|mis[a-z]{4,}|[a-z]{3,}(?:less|lessly|-free)|[a-z]+n['’]t)\b/iu;

/** More English for verbs that deny by themselves. */
const CALLED_OFF = /\b(?:cancel\w*|call\w* off|scrap\w*|rebuff\w*|repel\w*|resist\w*|protest\w*|dismiss\w*|refut\w*|rebut\w*|contradict\w*|outlaw\w*|bar(?:red|s)|restrict\w*|veto\w*|turn\w* down|abort\w*|annul\w*|revok\w*|overturn\w*|cut short|default\w*|crash\w*|drop\w*|withdr\w+|foil\w*|spurn\w*|brush\w*|thr[eo]w\w* out|crashed|object\w*|disput\w*|defi\w+|defy|struck|tabled)\b/iu;

/** Source words that deny by their prefix. */
const DENIES = /(?<!\p{L})(?:ketidak|ketak|non|nir|anti|tuna|in(?:kon|konsist)|a(?:moral|sosial))\p{L}*/iu;

/** English that denies nothing. */
const EMPTY = /\bnot (?:only|just|merely|least)\b|\bno (?:longer|later than|doubt|wonder|sooner|less|fewer|more|matter|stranger|one's)\b|\bno\.?\s*\d|\bwhether or not\b|\bor not\b|\bif not\b|\bnot to mention\b|\bcan(?:not|'t) help\b|\bnone other\b|\bnot (?:long|far|uncommon|unusual|un\w+)\b|\bwhy not\b|\bis(?:n't| not) it\b|\bnonetheless\b|\bnevertheless\b|\bnotwithstanding\b|\bsecond to none\b|\bnothing but\b|\bnever before\b|\bmore than ever\b|\bno-\w+/giu;

/** English for an adjective and its `tidak` at once: not expensive is cheap. */
const OPPOSITES: readonly (readonly [RegExp, Forms])[] = readRows('opposites.tsv').map(([indonesian = '', english = '']) => [
  new RegExp(`(?<!\\p{L})(?:tidak|tak|belum|bukan)(?:\\s+(?:lagi|begitu|terlalu|akan|dapat|bisa|ada|pernah))?\\s+(?:${indonesian})(?!\\p{L})`, 'iu'),
  formsOf(english.split('|')),
]);

function isOpposite(indonesian: string, english: string): boolean {
  return OPPOSITES.some(([one, other]) => one.test(indonesian) && other.test(english));
}

interface Patterns {
  readonly idHard: Forms;
  readonly idAny: Forms;
  readonly idDeny: Forms;
  readonly idioms: RegExp;
  readonly enHard: Forms;
  readonly enAny: Forms;
}
let made: Patterns | undefined;

function patterns(): Patterns {
  if (made !== undefined) return made;
  const rows = new Map(readRows('negation.tsv').map(([kind = '', forms = '']) => [kind, forms.split('|')]));
  const of = (...kinds: readonly string[]): readonly string[] => kinds.flatMap((kind) => rows.get(kind) ?? []);
  made = {
    idHard: formsOf(of('id-hard')),
    idAny: formsOf(of('id-soft')),
    idDeny: formsOf(of('id-deny')),
    idioms: new RegExp(`\\b(?:${of('id-idiom').join('|')})\\b`, 'gi'),
    enHard: formsOf(of('en-hard')),
    enAny: formsOf(of('en-hard', 'en-soft')),
  };
  return made;
}
