/**
 * No clause, list item or sentence is lost or added, as far as connectives, counts, length and the lexicon show it.
 * Fillers may go, sentences may be joined, and a clause may become a phrase.
 *
 * @silent Petani merugi karena harga turun. | Farmers lost money due to falling prices.
 * @silent Ia membuka pintu. Ia lalu masuk. | The guard opened the door and then went in.
 * @silent Sementara itu, harga telur naik. | Egg prices rose.
 * @silent Kalau malam kami tidur di balai desa. | At night we sleep in the village hall.
 * @finding Petani merugi karena harga turun. | Farmers lost money. | clause with “karena” is missing, expected its English
 * @finding Mereka membawa beras, gula, minyak, dan telur. | They brought rice, sugar, and eggs. | Unexpected list of 3, expected 4
 * @finding Harga turun tajam. Petani di desa mengeluh. | Prices fell sharply. | Unexpected 1 sentence, expected 2
 * @finding Jembatan yang dibangun Belanda itu ambruk. | The bridge collapsed. | “dibangun Belanda” is missing, expected its English
 * @finding Menurut data BPS, harga beras naik. | The price of rice is up now. | source “Menurut data BPS” is missing, expected its English
 * @finding Pria itu diduga mencuri motor. | The man stole a motorcycle. | “diduga” is missing, expected English that leaves it open
 * @finding Petani merugi tahun ini. | Farmers lost money this year because the government sold too much rice. | Unexpected clause with “because”, expected none
 */

import type { Finding } from '../model.ts';
import { missingHedge, missingSource } from './omission-sources.ts';
import { missingWords } from './omission-words.ts';
import type { Check, Pair } from './pair.ts';
import { type Forms, formsOf, readRows } from './word-lists.ts';
import { wordsOf } from './words.ts';

export const omission: Check = {
  rule: 'omission',
  check(pair) {
    if (pair.role !== 'body' && pair.role !== 'quote' && pair.role !== 'list-item') return [];
    const clauses = lostClauses(pair);
    if (clauses.length > 0) return clauses;
    const lists = lostItems(pair);
    if (lists.length > 0) return lists;
    const sentences = lostSentences(pair);
    if (sentences.length > 0) return sentences;
    const source = lostSource(pair);
    if (source.length > 0) return source;
    const words = lostWords(pair);
    return words.length > 0 ? words : addedClauses(pair);
  },
};

interface Connective {
  readonly name: string;
  readonly indonesian: Forms;
  readonly english: Forms;
  readonly adds: Forms;
}
let made: readonly Connective[] | undefined;

function connectives(): readonly Connective[] {
  made ??= readRows('connectives.tsv').map(([name = '', indonesian = '', english = '', adds = '']) => ({
    name,
    indonesian: formsOf(indonesian.split('|')),
    english: formsOf(english.split('|')),
    adds: formsOf(adds.split('|')),
  }));
  return made;
}

/** What connects sentences and says little: it may go. */
const FILLER = /(?:^|[.!?]\s+)(?:sementara itu|saat ini|selain itu|karena itu|oleh karena itu|sebab itu|setelah itu|sebelum ini|namun demikian|akan tetapi|namun|tetapi|tapi|saat itu|ketika itu|sementara|sebelumnya)\b,?|\boleh karena\b|\bsampai (?:saat|sekarang|kini)\b|\bhingga (?:saat|sekarang|kini)\b|\bsaat ini\b|\bkalau (?:pagi|siang|sore|malam)\b|\bkata(?: |-)kata\b|\b(?:hari|tahun|waktu|masa) sebelum\b/giu;

function lostClauses({ indonesian, english }: Pair): readonly Finding[] {
  const open = connectives().filter(({ indonesian: pattern, english: counterpart }) => pattern.test(indonesian) && !counterpart.test(english));
  if (open.length === 0) return [];
  const bare = indonesian.replaceAll(FILLER, ' ');
  const ratio = wordsOf(english).length / Math.max(1, wordsOf(bare).length);
  for (const { name, indonesian: pattern } of open) {
    // A long English has room for the clause in words that no list foresees; causes and sources are often a verb.
    if (ratio > (name === 'because' || name === 'says' ? 0.9 : 1.1)) continue;
    const found = pattern.exec(bare)?.[0];
    if (found !== undefined) return [{ rule: 'omission', message: `clause with “${found}” is missing, expected its English` }];
  }
  return [];
}

/** `a, b, c, dan d` counts four. The English has a comma, a semicolon or a word for `and` between its items. */
function lostItems({ indonesian, english }: Pair): readonly Finding[] {
  if (!indonesian.includes(', ') || !CONJUNCTIONS.test(indonesian)) return [];
  const lists = [...indonesian.matchAll(/(?<![\p{L}\p{N}-])(?:[\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+){0,2}, )+(?:[\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+){0,2},? )?(?:dan|atau|serta) [\p{L}\p{N}-]+/gu)];
  const [list] = lists;
  if (lists.length !== 1 || list === undefined) return [];
  const expected = list[0].split(/, (?:dan |atau |serta )?| (?:dan|atau|serta) /u).length;
  const actual = (english.match(/,(?: and| or)?(?= )|;|(?<!,) (?:and|or|as well as|along with|with|plus|nor|&|together with|while|but|both|in addition to) /giu)?.length ?? 0) + 1;
  if (expected < 3 || actual >= expected) return [];
  return [{ rule: 'omission', message: `Unexpected list of ${actual}, expected ${expected}`, actual: String(actual), expected: String(expected) }];
}

const CONJUNCTIONS = formsOf(['dan', 'atau', 'serta']);

function lostSentences({ indonesian, english }: Pair): readonly Finding[] {
  const [expected, actual] = [sentencesIn(indonesian), sentencesIn(english)];
  const ratio = wordsOf(english).length / Math.max(1, wordsOf(indonesian).length);
  if (actual >= expected || ratio >= 0.9 || /;|—| and (?:then )?| but /u.test(english) && ratio >= 0.75) return halfLost(indonesian, english, ratio);
  return [{ rule: 'omission', message: `Unexpected ${actual} sentence${actual === 1 ? '' : 's'}, expected ${expected}`, actual: String(actual), expected: String(expected) }];
}

/** A sentence of some length of which half the words are gone. English of the news has 0.8 to 1.5 words for one of Indonesian. */
function halfLost(indonesian: string, english: string, ratio: number): readonly Finding[] {
  const [source, target] = [wordsOf(indonesian).length, wordsOf(english).length];
  const lost = (source >= 8 && ratio < 0.6) || (source >= 12 && ratio < 0.65);
  if (!lost) return [];
  return [{ rule: 'omission', message: `Unexpected English of ${target} words, expected about ${source}`, actual: String(target), expected: String(source) }];
}

function lostSource(pair: Pair): readonly Finding[] {
  const hedge = missingHedge(pair);
  if (hedge !== undefined) return [{ rule: 'omission', message: `“${hedge}” is missing, expected English that leaves it open` }];
  const words = pair.bilingual === undefined ? undefined : missingSource(pair, pair.bilingual);
  return words === undefined ? [] : [{ rule: 'omission', message: `source “${words.replace(/[;|]/gu, ',').replaceAll('//', '/')}” is missing, expected its English` }];
}

function lostWords(pair: Pair): readonly Finding[] {
  const words = pair.bilingual === undefined ? undefined : missingWords(pair, pair.bilingual);
  return words === undefined ? [] : [{ rule: 'omission', message: `“${words.replace(/[;|]/gu, ',').replaceAll('//', '/')}” is missing, expected its English` }];
}

/** Only what stands far longer than its source, with a connective that nothing there answers to. */
function addedClauses({ indonesian, english }: Pair): readonly Finding[] {
  const [source, target] = [wordsOf(indonesian).length, wordsOf(english).length];
  if (target < source + 5 || target < 1.75 * source) return [];
  for (const { indonesian: pattern, adds } of connectives()) {
    const found = adds.exec(english);
    if (found === null || pattern.test(indonesian) || ANY_LINK.test(indonesian)) continue;
    return [{ rule: 'omission', message: `Unexpected clause with “${found[0]}”, expected none`, actual: found[0], start: found.index, end: found.index + found[0].length }];
  }
  return [];
}

/** Indonesian links of other kinds, which English may make a clause of. */
const ANY_LINK = /(?<!\p{L})(?:akibat|oleh|maka|sehingga|mengingat|lantas|dipicu|walau|yang|dengan|tanpa|selagi|justru|hanya|biar|guna|demi|dan)(?!\p{L})/iu;

function sentencesIn(text: string): number {
  // No sentence ends behind a title or an initial: `Dr.`, `M.Sc.`.
  return text.match(/[.!?…](?<!(?<!\p{L})(?:\p{Lu}|Dr|Drs|Ir|Prof|Hj|Mr|Mrs|Ms|St|Sc|Si|Ag|Kom|Hum|No|Rp|Jl).)[.!?…]*["”’')]*(?=\s+["“‘'(]?\p{Lu}|\s*$)/gu)?.length ?? 0;
}
