/** The lexicon as evidence: which English words stand for an Indonesian one. Given to the checks, which do not import the engine. */

import { makeAnalyser } from './analysis.ts';
import { openData } from './data.ts';
import { loadLexicon, parseEvidence, timesSeen } from './lexicon.ts';
import { makeMemo } from './memo.ts';
import { readData, rowsOf } from './tables.ts';

/** Words remembered, of either language. */
const MEMO = 60_000;

/** The port of the checks (`checks/bilingual.ts`, by its shape); opens the lexicon when the first word is asked for. */
export function createBilingual() {
  let look: ReturnType<typeof makeLook> | undefined;
  const looks = makeMemo<ReturnType<NonNullable<typeof look>>>(MEMO);
  let bases: ReadonlyMap<string, string> | undefined;
  const stems = makeMemo<string>(MEMO);
  const stem = (word: string): string => stems(word, () => {
    bases ??= readBases();
    return stemOf(bases.get(word) ?? word);
  });
  return {
    stem,
    rendered(word: string) {
      const found = (look ??= makeLook(stem));
      return looks(word, () => found(word));
    },
  };
}

function makeLook(stem: (word: string) => string) {
  const lexicon = loadLexicon(openData());
  const analyser = makeAnalyser(lexicon);
  return (word: string) => {
    const stems = new Set<string>();
    const add = (text: string): void => {
      for (const [found] of text.toLowerCase().matchAll(/[a-z]{2,}/g)) stems.add(stem(found));
    };
    const readings = analyser.readings(word);
    for (const { renderings } of readings) for (const { text } of renderings) add(text);
    for (const form of new Set([word, ...readings.map((reading) => reading.form)])) {
      for (const english of parseEvidence(lexicon.evidence.get(form) ?? '').keys()) add(english);
    }
    return stems.size === 0 ? undefined : { stems, share: shareOf(lexicon.evidence.get(word)) };
  };
}

function shareOf(evidence: string | undefined): number | undefined {
  if (evidence === undefined) return undefined;
  let known = 0;
  for (const count of parseEvidence(evidence).values()) known += count;
  return known / Math.max(known, timesSeen(evidence));
}

/** Irregular forms by what they come from: `said` from `say`, `children` from `child`. */
function readBases(): ReadonlyMap<string, string> {
  const bases = new Map<string, string>();
  for (const { cells: [base = '', ...forms] } of rowsOf(readData('english-verbs.tsv'))) for (const form of forms) bases.set(form, base);
  for (const { cells: [base = '', what, form = ''] } of rowsOf(readData('english-nouns.tsv'))) if (what === 'plural') bases.set(form, base);
  return bases;
}

/** Crude on purpose: what it throws together is let through, and a check that is quiet there loses little. */
function stemOf(word: string): string {
  const bare = word.length > 4 ? word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|ly|ers?|ments?|ions?|al|ally)$/, '') : word;
  return bare.slice(0, 6).replace(/(.)\1$/, '$1').replace(/e$/, '');
}
