/**
 * No letter of another script inside a word, and nothing that cannot be seen: marks of zero width, turns of the
 * writing direction, soft hyphens. What the Indonesian has itself is let through; so are joiners inside emoji.
 *
 * @silent Kafe itu dibuka. | The café has opened.
 * @silent Perusahaan itu bernama 小米. | The company is called 小米.
 * @finding Pasar itu ramai. | The mаrket is busy. | Unexpected look-alike letter in “mаrket” (U+0430), expected letters of one script
 */

import type { Finding } from '../model.ts';
import type { Check } from './pair.ts';
import { wordsOf } from './words.ts';

/** Zero width, direction, soft hyphen, invisible operators, and the sign of a broken decoding. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFFD]|(?<![\p{Extended_Pictographic}\uFE0F\u{1F3FB}-\u{1F3FF}])[\u200C\u200D]/gu;
/** ASCII and the marks of good typography: nothing to find. */
const PLAIN = /^[\u0000-\u007F\u2013\u2014\u2018\u2019\u201C\u201D\u2026]*$/u;
const LATIN = /\p{Script=Latin}/u;
const ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

export const characters: Check = {
  rule: 'characters',
  check({ indonesian, english }) {
    if (PLAIN.test(english)) return [];
    const findings: Finding[] = [];
    for (const { 0: found, index } of english.matchAll(UNSEEN)) {
      if (indonesian.includes(found)) continue;
      findings.push({ rule: 'characters', message: `Unexpected invisible character ${code(found)}, expected none`, actual: code(found), start: index, end: index + found.length });
    }
    for (const { text, start } of wordsOf(english)) {
      const alike = LATIN.test(text) ? ALIKE.exec(text)?.[0] : undefined;
      if (alike === undefined || indonesian.includes(text)) continue;
      findings.push({ rule: 'characters', message: `Unexpected look-alike letter in “${text}” (${code(alike)}), expected letters of one script`, actual: text, start, end: start + text.length });
    }
    return findings;
  },
};

function code(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
