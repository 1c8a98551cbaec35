/**
 * The forms of English: no blank before a mark, one after it, a capital at the beginning where the Indonesian has
 * one, and the house's spelling where padan.yaml names it (`style: { spelling: american }`).
 *
 * @silent iPhone baru itu laris. | iPhone sales are strong.
 * @silent Harga naik ... lalu turun. | Prices rose ... then fell.
 * @finding Harga naik, kata pedagang. | Prices rose , traders said. | Unexpected blank before “,”, expected none
 * @finding Hujan turun. Jalan banjir. | It rained.The road flooded. | Unexpected “rained.The”, expected a blank after the full stop
 * @finding Pemerintah menunda rapat. | the government postponed the meeting. | Unexpected “the” at the beginning, expected a capital
 */

import type { Finding } from '../model.ts';
import type { Check, Pair } from './pair.ts';
import { spelt } from '../style/varieties.ts';
import { wordsOf } from './words.ts';

export const forms: Check = {
  rule: 'forms',
  check: (pair) => [...blanks(pair), ...capital(pair), ...spelling(pair)],
};

function blanks({ indonesian, english }: Pair): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { 0: found, 1: mark = '', index } of !/\s[,;:!?.]/.test(english) ? [] : english.matchAll(/(?<=[\p{L}\p{N})"”])\s+([,;:!?.])(?=\s|$)/gu)) {
    if (new RegExp(`[\\p{L}\\p{N})"”]\\s+[${mark}]`, 'u').test(indonesian)) continue;
    findings.push({ rule: 'forms', message: `Unexpected blank before “${mark === ';' ? 'semicolon' : mark}”, expected none`, actual: found, expected: mark, start: index, end: index + found.length });
  }
  // A lower-case word, a full stop, a capitalised word: no abbreviation, no address, no name of a file.
  for (const { 0: found, index } of !/\.\p{Lu}/u.test(english) ? [] : english.matchAll(/(?<![\p{L}\p{N}.@/-])\p{Ll}{2,}\.\p{Lu}\p{Ll}*(?![\p{L}\p{N}@/]|\.\p{L})/gu)) {
    if (indonesian.includes(found)) continue;
    findings.push({ rule: 'forms', message: `Unexpected “${found}”, expected a blank after the full stop`, actual: found, start: index, end: index + found.length });
  }
  return findings;
}

function capital({ indonesian, english, role }: Pair): readonly Finding[] {
  if (role !== 'body' && role !== 'headline' && role !== 'caption') return [];
  const word = /^\p{Ll}+(?![\p{L}\p{N}.@/-])/u.exec(english)?.[0];
  if (word === undefined || !/^\p{Lu}/u.test(indonesian) || indonesian.includes(word)) return [];
  return [{ rule: 'forms', message: `Unexpected “${word}” at the beginning, expected a capital`, actual: word, start: 0, end: word.length }];
}

function spelling({ indonesian, english, style: { spelling: variety } = {} }: Pair): readonly Finding[] {
  if (variety === undefined) return [];
  return wordsOf(english).flatMap(({ text, start }): Finding[] => {
    const expected = spelt(text, variety);
    // A capital stands in names: Ministry of Defence, World Trade Center.
    if (expected === undefined || indonesian.includes(text)) return [];
    return [{ rule: 'forms', message: `Unexpected “${text}”, expected “${expected}”`, actual: text, expected, start, end: start + text.length }];
  });
}
