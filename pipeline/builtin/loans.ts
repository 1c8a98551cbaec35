/** English in Indonesian news, several words that keep their own order: `proyek live streaming`. */

import { reading } from './analysis.ts';
import type { Analyser } from './analysis.ts';
import type { Edge, Reading, Token } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import { plainRendering } from './slots.ts';

const LONGEST = 4;
/** What a run of loans costs; word by word it would cost more. */
const COST = 1;

export interface Known {
  readonly lexicon: Lexicon;
  readonly analyser: Analyser;
}

/** The run of foreign words that begins at `at`, as one noun; undefined where there are not two of them. */
export function loansAt(tokens: readonly Token[], at: number, { lexicon, analyser }: Known, titled: boolean): Edge | undefined {
  const words: string[] = [];
  let known = 0;
  let clitic: Reading['clitic'] = '';
  let to = at;
  while (to < tokens.length && words.length < LONGEST && clitic === '') {
    const loan = loanOf(tokens[to], { lexicon, analyser }, titled);
    if (loan === undefined) break;
    words.push(loan.text);
    known += loan.known ? 1 : 0;
    if (loan.owned) clitic = 'nya';
    to += 1;
  }
  if (words.length < 2) return undefined;
  const made = reading(words.join(' ').toLowerCase(), 'n', [{ ...plainRendering(words.join(' ')), count: 'mass' }], COST, 'loans');
  return { to, reading: { ...made, voice: 'none', clitic, known: known === words.length } };
}

/** An English or other foreign name of several words, some of which could be nouns: `Human Rights Watch`, `Stade de France`. */
export function titleAt(tokens: readonly Token[], at: number, { lexicon, analyser }: Known): Edge | undefined {
  let noun = false;
  let to = at;
  let end = at;
  for (; to < tokens.length && to - at < 2 * LONGEST; to += 1) {
    const token = tokens[to];
    if (token?.kind !== 'word' || (to > at && !token.gap)) break;
    if (to > at && SMALL.test(token.text)) {
      noun ||= tokens[to + 1]?.shape === 'capital';
      continue;
    }
    if ((token.shape !== 'capital' && token.shape !== 'upper') || lexicon.names.get(token.text) !== undefined) break;
    const readings = analyser.readings(token.lower);
    if (!readings.every(({ renderings }) => renderings[0]?.text === token.lower)) break;
    noun ||= readings.length > 0 && token.shape === 'capital' && lexicon.english(token.lower) && !lexicon.kept(token.text);
    end = to + 1;
  }
  if (!noun || end - at < 2) return undefined;
  const text = tokens.slice(at, end).map((token) => token.text).join(' ');
  return { to: end, reading: { ...reading(text, 'name', [plainRendering(text)], 0, 'name'), voice: 'none' } };
}

/** Small words of names that are no Indonesian ones. */
const SMALL = /^(?:of|the|and|for|de|la|le|les|el|al|van|von|der|del|della|des|du|dos|da|bin|ibn|y)$/;

interface Loan {
  readonly text: string;
  readonly known: boolean;
  readonly owned: boolean;
}

/** A word that no list has and that English has as it stands. */
function loanOf(token: Token | undefined, { lexicon, analyser }: Known, titled: boolean): Loan | undefined {
  if (token?.kind !== 'word' || !/^[a-z]{2,}(?:-?nya)?$/i.test(token.text)) return undefined;
  const bare = token.lower.replace(/-?nya$/, '');
  const english = lexicon.english(bare);
  // Capitals everywhere: what English does not have may be a person.
  if (token.shape !== 'lower' && !(titled && token.shape === 'capital' && english && !lexicon.kept(token.text) && lexicon.names.get(token.text) === undefined)) return undefined;
  const readings = analyser.readings(bare);
  if (!readings.every(({ how, renderings }) => how === 'guessed' && renderings[0]?.text === bare)) return undefined;
  return { text: token.text.slice(0, bare.length), known: english || readings.length > 0, owned: bare !== token.lower };
}
