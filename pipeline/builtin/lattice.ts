/** Third stage: all words, names and expressions of a sentence, as edges between token positions. */

import { HONORIFICS } from '../style/honorifics.ts';
import { reading } from './analysis.ts';
import type { Analyser } from './analysis.ts';
import { isMass, pluralOf } from './english-nouns.ts';
import { isHead } from './heads.ts';
import type { Edge, Pos, Reading, Token } from './kinds.ts';
import { learnedWord } from './learned-words.ts';
import type { Lexicon, Phrase } from './lexicon.ts';
import { loansAt, titleAt } from './loans.ts';
import { type Memo, makeMemo } from './memo.ts';
import { slipOf } from './misspelt.ts';
import { changes, isCalled, isNounAt } from './neighbours.ts';
import { PHRASE_GAIN, addPhrase } from './phrase-edges.ts';
import { isRuledOut } from './ruled-out.ts';
import { plainRendering } from './slots.ts';

/** How much less likely a bare verb is than a noun of the same form. */
const BARE_DOUBT = 0.5;
/** `nilai tukar uang`: a bare stem behind a noun, of which the same holds. */
const NOUN_DOUBT = 0.8;

/** For each token position the edges that begin there; at least one each, so a path always exists. */
export function buildLattice(tokens: readonly Token[], lexicon: Lexicon, analyser: Analyser, titled: boolean): readonly (readonly Edge[])[] {
  const edges: Edge[][] = tokens.map(() => []);
  tokens.forEach((token, at) => {
    const here = edges[at];
    if (here === undefined) return;
    if (token.kind !== 'word') {
      here.push({ to: at + 1, reading: fixedReading(token) });
      return;
    }
    // `hari Kamis`, `bulan Juni`: the name is enough.
    const named = tokens[at + 1];
    if (named?.kind === 'value' && ((token.lower === 'hari' && /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(named.english ?? '')) || (token.lower === 'bulan' && MONTH.test(named.english ?? '')))) {
      here.push({ to: at + 2, reading: fixedReading(named) });
      return;
    }
    // `pintu-pintu masuk`: more than one of what the expression says.
    const half = lexicon.words.get(token.lower) === undefined ? /^(.{3,})-\1$/.exec(token.lower)?.[1] : undefined;
    for (const head of half === undefined ? [token.lower] : [token.lower, half]) {
      const phrases = lexicon.phrases.get(head);
      const second = tokens[at + 1]?.lower ?? '';
      if (phrases === undefined) continue;
      for (const key of second.endsWith('nya') ? [second, second.slice(0, -3), ''] : [second, '']) {
        for (const phrase of phrases.get(key) ?? NO_PHRASES) addPhrase(edges, tokens, at, phrase, analyser, head === half);
      }
    }
    for (const words of lexicon.longNames.get(token.text) ?? []) {
      if (words.every((word, index) => tokens[at + index]?.text === word && tokens[at + index]?.kind === 'word')) here.push({ to: at + words.length, reading: nameReading(words.join(' '), lexicon, -PHRASE_GAIN * words.length) });
    }
    const loans = loansAt(tokens, at, { lexicon, analyser }, titled);
    if (loans !== undefined) here.push(loans);
    // `kesembilan unggas`: the nine.
    const all = ALL[token.lower];
    if (all !== undefined && analyser.readings(tokens[at + 1]?.lower ?? '')[0]?.pos === 'n' && !/^(?:n|np)$/.test(analyser.readings(tokens[at - 1]?.lower ?? '')[0]?.pos ?? '')) here.push({ to: at + 1, reading: reading(token.lower, 'num', [plainRendering(all)], -2, 'all of them') });
    const title = titled ? undefined : titleAt(tokens, at, { lexicon, analyser });
    if (title !== undefined) here.push(title);
    const people = peopleAt(tokens, at, lexicon);
    if (people !== undefined) here.push({ to: at + 2, reading: people });
    if (token.lower === 'lainnya' && at > 0 && (tokens[at - 1]?.kind === 'value' || analyser.readings(tokens[at - 1]?.lower ?? '')[0]?.pos === 'num')) here.push({ to: at + 1, reading: { ...reading('lainnya', 'n', [plainRendering('other')], -0.5, 'others'), plural: true } });
    const honorific = honorificAt(tokens, at, lexicon, analyser);
    if (honorific !== undefined) {
      here.push({ to: at + 1, reading: honorific });
      return;
    }
    if (inCompany(tokens, at) || (!titled && inTitle(tokens, at)) || isBearer(tokens, at, lexicon, analyser)) {
      here.push({ to: at + 1, reading: keptName(token, 0) });
      return;
    }
    // `Kali Ciliwung`: a river.
    if (token.text === 'Kali' && !titled && tokens[at + 1]?.shape === 'capital') {
      let to = at + 2;
      while (tokens[to]?.shape === 'capital' && tokens[to]?.kind === 'word' && to < at + 4) to += 1;
      const called = tokens.slice(at + 1, to).map(({ text }) => text).join(' ');
      here.push({ to, reading: reading(called, 'name', [plainRendering(`${called} River`)], 0, 'name') });
      return;
    }
    const before = tokens[at - 1];
    // `tahun lalu`: after a stretch of time it is `last` or `ago`, never `then`.
    const timely = token.lower === 'lalu' && before !== undefined && (before.kind === 'value' || isHead(before.lower, 'time'));
    // `Kongres Nasional`: a capital behind a capital noun goes on with what that names.
    const inside = token.shape === 'capital' && before?.shape === 'capital' && !analyser.readings(token.lower).some(({ pos }) => pos === 'v') && analyser.readings(before.lower).some(({ how, pos }) => how === 'listed' && pos === 'n');
    const readings = wordReadings(token, isInitial(tokens, at), lexicon, analyser, titled || inside);
    // `para ahli`, `seorang ahli`: what follows is a noun where it can be one.
    const isNoun = readings.some(({ pos }) => pos === 'n');
    const noun = isNoun && /^(?:para|seorang)$/.test(before?.lower ?? '');
    // Only what changes changes `menjadi` something: else it is the verb.
    const verb = token.lower === 'menjadi' && (!changes(tokens, at) || analyser.readings(tokens[at + 1]?.lower ?? '')[0]?.pos === 'a');
    const called = !titled && isCalled(tokens, at, { lexicon, analyser });
    let kept = 0;
    for (const plain of readings) {
      const found = called && plain.pos !== 'name' ? { ...plain, cost: plain.cost + 4.5 } : plain;
      if (isRuledOut(tokens, at, plain, readings, analyser, titled)) continue;
      if ((timely && found.pos !== 'a') || (noun && found.pos !== 'n' && found.pos !== 'name') || (verb && found.pos === 'prep')) continue;
      // `beras impor itu`: a bare stem before `itu` that is a noun as well is more often the noun.
      const doubt = !isNoun || found.voice !== 'bare' || before?.kind !== 'word' ? 0 : (/^(?:ini|itu|tersebut)$/.test(tokens[at + 1]?.lower ?? '') ? BARE_DOUBT : 0) + (readings[0]?.pos === 'n' && isNounAt(tokens, at - 1, analyser) ? NOUN_DOUBT : 0);
      here.push({ to: at + 1, reading: doubt === 0 ? found : { ...found, cost: found.cost + doubt } });
      kept += 1;
    }
    // A word must have a way through, whatever its neighbours say of it.
    if (kept === 0) here.push(...readings.map((found) => ({ to: at + 1, reading: found })));
  });
  return edges;
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

const ALL: Readonly<Record<string, string>> = { ketiga: 'the three', keempat: 'the four', kelima: 'the five', keenam: 'the six', ketujuh: 'the seven', kedelapan: 'the eight', kesembilan: 'the nine', kesepuluh: 'the ten' };

const NO_PHRASES: readonly Phrase[] = [];

/** `orang Jerman` = a German, Germans; `orang Jepang` = a Japanese person. */
function peopleAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Reading | undefined {
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (tokens[at]?.lower !== 'orang' || next?.kind !== 'word' || before?.kind === 'value' || /^(?:banyak|beberapa|para|dua|tiga|empat|lima|ratusan|ribuan|puluhan)$/.test(before?.lower ?? '')) return undefined;
  const adjective = lexicon.names.get(next.text)?.adjective ?? '';
  if (adjective === '') return undefined;
  const text = /(?:an|i)$/.test(adjective) ? adjective : `${adjective} person`;
  return reading(`orang ${next.lower}`, 'n', [plainRendering(text)], -PHRASE_GAIN, 'expression');
}

/** `Bapak Surya Darma` = Mr. Surya Darma; before a title (`Bapak Presiden`) English leaves it out. */
function honorificAt(tokens: readonly Token[], at: number, lexicon: Lexicon, analyser: Analyser): Reading | undefined {
  const token = tokens[at];
  const next = tokens[at + 1];
  const english = HONORIFICS[token?.lower ?? ''];
  if (token === undefined || english === undefined || next?.kind !== 'word' || next.shape !== 'capital' || !(token.shape === 'capital' || /^(?:pak|bu)$/.test(token.lower))) return undefined;
  if (isHead(next.lower, 'title')) return reading(token.lower, 'part', [plainRendering('')], 0, 'honorific');
  return isBearer(tokens, at + 1, lexicon, analyser) ? reading(token.lower, 'det', [plainRendering(english)], 0, 'honorific') : undefined;
}

/** Whether a word with a capital is a name because an honorific stands before it. */
function isBearer(tokens: readonly Token[], at: number, lexicon: Lexicon, analyser: Analyser): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.kind !== 'word' || token.shape !== 'capital' || before === undefined || HONORIFICS[before.lower] === undefined) return false;
  if (!(before.shape === 'capital' || /^(?:pak|bu)$/.test(before.lower)) || isHead(token.lower, 'title')) return false;
  // `Ibu Kota`, `Ibu Negara`, `Bapak Bangsa` are no persons' names.
  return !/^(?:kota|negara|bangsa|pertiwi|rumah|guru|kandung|tiri|angkat|hamil|saya|kami|kita|mereka|dan|atau)$/.test(token.lower) && lexicon.phrases.get(before.lower)?.has(token.lower) !== true && (lexicon.names.get(token.text) === undefined || analyser.readings(token.lower).length === 0);
}

/** `PT Maju Jaya`: the capitals after a company's or school's sign are its name, whatever the words mean. */
function inCompany(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4); before -= 1) {
    const token = tokens[before];
    if (token === undefined || tokens[at]?.shape !== 'capital') return false;
    if (/^(?:PT|CV|UD|SD|SMP|SMA|KH|Tbk)$/.test(token.text)) return true;
    if (token.shape !== 'capital') return false;
  }
  return false;
}

/** `kampanye On Trend`: behind a small English word with a capital stands the rest of an English name. */
function inTitle(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.shape === 'capital' && /^(?:The|On|Of|And|For|With|My|Your|From|New|Big|One|Go|All|No)$/.test(tokens[at - 1]?.text ?? '') && !isInitial(tokens, at);
}

/** Whether a capital here says only that a sentence begins. */
export function isInitial(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const token = tokens[before];
    if (token === undefined) return true;
    if (token.kind === 'sealed') continue;
    if (token.kind !== 'punct') return false;
    if (/^[.!?:…“"‘«(\-–—•*]/.test(token.text)) return true;
  }
  return true;
}

const MEMO = 30_000;
const memos = new WeakMap<Analyser, Memo<readonly Reading[]>>();

function wordReadings(token: Token, initial: boolean, lexicon: Lexicon, analyser: Analyser, titled: boolean): readonly Reading[] {
  const listed = analyser.readings(token.lower);
  if (token.shape === 'lower' && listed.length > 0) return listed;
  let memo = memos.get(analyser);
  if (memo === undefined) memos.set(analyser, (memo = makeMemo(MEMO)));
  return memo(`${token.text} ${initial ? 1 : 0}${titled ? 1 : 0}`, () => namedReadings(token, initial, lexicon, listed, titled, analyser));
}

function namedReadings(token: Token, initial: boolean, lexicon: Lexicon, listed: readonly Reading[], titled: boolean, analyser: Analyser): readonly Reading[] {
  // `Al-Zamli`: a capital behind a hyphen is a name's.
  if (!titled && /^\p{Lu}[\p{L}]*-\p{Lu}\p{Ll}/u.test(token.text) && !listed.some(({ how }) => how === 'listed' || how.endsWith(' doubled'))) return [keptName(token, 0)];
  const out: Reading[] = [];
  const named = token.shape !== 'lower' && lexicon.names.get(token.text) !== undefined;
  if (named) out.push(nameReading(token.text, lexicon, -0.5));
  if (token.shape === 'upper' && !titled) {
    // An acronym is a name; only a text in capitals throughout is read as words.
    out.push(...listed.map((found) => ({ ...found, cost: found.cost + (isGrammar(found, token) ? -1 : found.how === 'listed' ? 2 : 4) })), keptName(token, 0));
  } else if (token.shape === 'lower' || token.shape === 'none' || listed.length > 0) {
    const kept = lexicon.kept(token.text) && token.shape !== 'lower';
    const penalty = token.shape === 'lower' ? 0 : kept ? (initial ? 0.4 : 3) : named ? 2 : 0;
    // `Maya Lestari` is a person: an adjective or a verb with a capital inside a sentence is most likely a name.
    const likelyName = token.shape === 'capital' && !initial && !titled && !named && listed.every((found) => /^(?:a|v|adv)$/.test(found.pos));
    const doubt = (found: Reading): number => penalty + (likelyName ? 3 : 0) + (kept && found.how === 'guessed' && !titled ? 1.5 : 0) + (found.how === 'guessed' && !titled && (token.shape === 'mixed' || (token.shape === 'capital' && (!initial || found.renderings[0]?.text === token.lower))) ? 2 : 0);
    out.push(...listed.map((found) => ({ ...found, cost: found.cost + doubt(found) })));
    if (token.shape !== 'lower' && !named) out.push(keptName(token, kept || token.shape === 'mixed' ? 0.6 : initial || titled ? 3.5 : 2.2));
  }
  // Small English words stand in English names and titles, and belong to them.
  const english = /^(?:of|the|and|for|in|on|to|at|by|with|from|an|new|is|are)$/.test(token.lower);
  if (out.length === 0 && token.shape === 'lower' && !english) out.push(...learned(token, lexicon));
  if (out.length === 0 && token.shape === 'lower' && !english) out.push(...slips(token, lexicon, analyser));
  if (out.length === 0) out.push(token.shape === 'lower' && !english ? unknownWord(token, lexicon) : keptName(token, 0));
  // `Jepang-nya`, `Jakartalah`: a clitic on a name.
  const ending = token.shape === 'lower' ? null : /^(.{3,60}?)-?(nya|lah|kah|pun)$/.exec(token.text);
  if (ending !== null) {
    const root = ending[1] ?? '';
    if (lexicon.names.get(root) !== undefined || lexicon.kept(root)) out.unshift({ ...nameReading(root, lexicon, -0.5), clitic: ending[2] === 'nya' ? 'nya' : '' });
  }
  return out;
}

/** A learned word by its English original, with its clitic. */
function learned(token: Token, lexicon: Lexicon): readonly Reading[] {
  const bare = token.lower.replace(/nya$/, '');
  const word = lexicon.english(token.lower) ? undefined : learnedWord(bare, lexicon);
  if (word === undefined) return [];
  const count = isMass(word.text) || /(?:ism|ics|ology|graphy|ity|nomy|ation|apy|ence|cy|ine|tion|ium)$/.test(word.text) ? 'mass' : 'count';
  return [{ ...reading(token.lower, word.pos, [{ ...plainRendering(word.text), count }], 1.2, 'learned'), voice: 'none', clitic: bare === token.lower ? '' : 'nya' }];
}

/** What a misspelt word was meant to be. It stays among the unknown: somebody should look at it. */
function slips(token: Token, lexicon: Lexicon, analyser: Analyser): readonly Reading[] {
  const meant = slipOf(token.lower, lexicon);
  return meant === undefined ? [] : analyser.readings(meant).map((found) => ({ ...found, cost: found.cost + 1, how: `slip of ${meant}`, known: false }));
}

/** `TIDAK`, `YANG` in capitals are stress, no acronyms. */
function isGrammar(found: Reading, token: Token): boolean {
  return token.text.length > 3 && /^(?:neg|conj|prep|mod|part|pron|det|q)$/.test(found.pos);
}

function unknownWord(token: Token, lexicon: Lexicon): Reading {
  // `influencer`: English that the lists of Indonesian do not have.
  const count = (lexicon.english(pluralOf(token.lower)) || /[^aeiou](?:er|or|ist)$/.test(token.lower)) && !isMass(token.lower) ? 'count' : 'mass';
  return { ...reading(token.lower, 'n', [{ ...plainRendering(token.text), count }], 1.5, 'unknown'), known: false, voice: 'none' };
}

function keptName(token: Token, cost: number): Reading {
  return reading(token.text, 'name', [plainRendering(token.text)], cost, 'name');
}

function nameReading(form: string, lexicon: Lexicon, cost: number): Reading {
  const entry = lexicon.names.get(form);
  const english = entry?.english ?? form;
  const adjective = entry?.adjective ?? '';
  const renderings = [plainRendering(english), ...(adjective === '' ? [] : [{ ...plainRendering(adjective), hint: 'adjective' }])];
  return reading(form, 'name', renderings, cost, 'listed name');
}

function fixedReading(token: Token): Reading {
  if (token.kind === 'punct') return reading(token.text, 'punct', [plainRendering(token.text)], 0, 'mark');
  // A term in lower case is a noun like any other: it may take an article and a plural that holds the term.
  if (token.kind === 'term' && token.english !== undefined && /^\p{Ll}/u.test(token.english)) {
    const count = pluralOf(token.english).startsWith(token.english) ? 'count' : 'mass';
    return reading(token.text, 'n', [{ ...plainRendering(token.english), count }], 0, 'term');
  }
  const pos: Pos = token.kind !== 'value' ? 'name' : /^(?:number|vague|fraction)$/.test(token.value ?? '') ? 'num' : 'value';
  return reading(token.text, pos, [plainRendering(token.english ?? token.text)], 0, token.kind);
}
