/** Learned words that no list has: `sosialisasi` is to `socialization` as `globalisasi` to `globalization`. */

import type { Pos } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';

/** Endings of learned words and what English has for them, with the part of speech. */
const ENDINGS: readonly (readonly [indonesian: string, english: readonly string[], pos: Extract<Pos, 'n' | 'a'>])[] = [
  ['isasi', ['ization', 'isation'], 'n'], ['asi', ['ation', 'acy'], 'n'], ['ksi', ['ction', 'xion'], 'n'], ['si', ['tion', 'sion', 'cy'], 'n'],
  ['isme', ['ism'], 'n'], ['itas', ['ity'], 'n'], ['tas', ['ty'], 'n'], ['ologi', ['ology'], 'n'], ['grafi', ['graphy'], 'n'], ['nomi', ['nomy'], 'n'],
  ['istik', ['istic', 'istics'], 'a'], ['ik', ['ic', 'ical', 'ics'], 'a'], ['is', ['ical', 'ic', 'ist', 'is', 'ous'], 'a'], ['if', ['ive'], 'a'], ['il', ['ile'], 'a'],
  ['ur', ['ure', 'ur', 'or'], 'n'], ['en', ['ent', 'en', 'ene'], 'n'], ['an', ['ant', 'an', 'ane'], 'n'], ['at', ['ate', 'at'], 'n'], ['it', ['ite', 'it'], 'n'], ['ida', ['ide'], 'n'],
  ['in', ['ine', 'in'], 'n'], ['on', ['one', 'on'], 'n'], ['al', ['al'], 'a'], ['uler', ['ular'], 'a'], ['enter', ['entary'], 'a'], ['er', ['er', 'ar', 'ary'], 'n'], ['i', ['y', 'ia', 'e', 'i'], 'n'], ['a', ['a', 'e', 'er'], 'n'], ['us', ['us'], 'n'], ['um', ['um'], 'n'], ['or', ['or'], 'n'],
];

/** How sounds are spelt in the two languages. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [[/k/g, 'c'], [/ks/g, 'x'], [/ks/g, 'cc'], [/f/g, 'ph'], [/kh/g, 'ch'], [/t/g, 'th'], [/e/g, 'ae'], [/s/g, 'c'], [/z/g, 's'], [/ku/g, 'qu']];
const SHORTEST = 6;
const LONGEST = 24;

/** The English word that `form` was taken from, where English has it; undefined else. */
export function learnedWord(form: string, lexicon: Lexicon): { readonly text: string; readonly pos: 'n' | 'a' } | undefined {
  if (form.length < SHORTEST || form.length > LONGEST || !/^[a-z]+$/.test(form)) return undefined;
  for (const [indonesian, english, pos] of ENDINGS) {
    if (!form.endsWith(indonesian)) continue;
    const stem = form.slice(0, -indonesian.length);
    if (stem.length < 3) continue;
    for (const ending of english) {
      for (const spelt of stems(stem)) {
        const text = spelt + ending;
        if (text !== form && lexicon.english(text)) return { text, pos };
      }
    }
  }
  return undefined;
}

/** `stem` as it is, and with one or two sounds spelt the English way. */
function stems(stem: string): readonly string[] {
  const once = SPELLINGS.map(([sound, letters]) => stem.replace(sound, letters)).filter((made) => made !== stem);
  const twice = once.flatMap((made) => SPELLINGS.map(([sound, letters]) => made.replace(sound, letters)));
  return [...new Set([stem, ...once, ...twice])];
}
