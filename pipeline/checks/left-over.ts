/**
 * No Indonesian word is left in the English, unless the glossary keeps it. Names are not looked at:
 * only words in lower case, or in a text that is all capitals, are.
 *
 * @silent Warga menunggu di Jalan Sudirman. | Residents waited on Jalan Sudirman.
 * @silent Mereka menyanyikan lagu itu. | They sang the song.
 * @finding Warga menunggu bantuan. | Residents menunggu the aid. | Unexpected Indonesian “menunggu”, expected English
 */

import type { Finding } from '../model.ts';
import type { Check, Pair } from './pair.ts';
import { isIndonesian } from './indonesian.ts';
import { wordsOf } from './words.ts';

export const leftOver: Check = {
  rule: 'left-over',
  check(pair) {
    const allowed = allowedWords(pair);
    const shouting = pair.english === pair.english.toUpperCase();
    const findings: Finding[] = [];
    const seen = new Set<string>();
    for (const { text, start } of wordsOf(pair.english)) {
      // The first word has a capital whatever it is; the short ones are people's names as well (Budi, Indah).
      const first = start === 0 && text.length >= 6 && /^\p{Lu}[\p{L}-]* \p{Ll}/u.test(pair.english);
      const word = shouting || first ? text.toLowerCase() : text;
      if (seen.has(word) || allowed.has(word) || !isIndonesian(word)) continue;
      seen.add(word);
      findings.push({ rule: 'left-over', message: `Unexpected Indonesian “${text}”, expected English`, actual: text, start, end: start + text.length });
    }
    return findings;
  },
};

/** Words that the glossary itself wants in the English. */
function allowedWords(pair: Pair): ReadonlySet<string> {
  const forms = pair.uses.flatMap((use) => [use.target, ...use.also, ...(use.keep ? [use.term] : [])]);
  return new Set(forms.flatMap((form) => wordsOf(form).map(({ text }) => text.toLowerCase())));
}
