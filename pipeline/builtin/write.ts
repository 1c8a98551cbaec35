/** Last stage: chosen words into tagged text: a or an, capitals, blanks, marks, tags. */

import { type QuoteMarks, quotesIn } from '../style/quotes.ts';
import { spellIn, type Variety } from '../style/varieties.ts';
import { FAMILIAR } from '../style/honorifics.ts';
import { withoutDegrees } from '../style/degrees.ts';
import { article } from './english-nouns.ts';
import type { Slot, Token, Unit } from './kinds.ts';
import { writeTagged } from './tags.ts';
import type { PairOf, Piece } from './tags.ts';

interface Draft {
  text: string;
  gap: boolean;
  path: readonly number[] | undefined;
  /** May begin with a capital of its own at a sentence's beginning. */
  free: boolean;
  mark: boolean;
  /** The slot it comes from. */
  slot: number;
}

/** The words of a verb group that its markers stand for. */
const AUXILIARY = /^(?:(?:will|would|cannot|can|could|may|might|must|should|had|has|have|is|are|was|were|do|does|did|be|been|not|yet|never|once|still|also|only|to|always|often|soon|now|just|want|wants|wanted|need|needs|needed) )+/i;

export interface Writing {
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  readonly slots: readonly Slot[];
  readonly texts: readonly string[];
  readonly pairs: readonly PairOf[];
  /** The source has capitals like a headline: so has the English. */
  readonly titled: boolean;
  readonly style: WordStyle;
}

/** What the house wants of words. */
export interface WordStyle {
  readonly spelling?: Variety | undefined;
  readonly quotes?: QuoteMarks | undefined;
  readonly degrees?: 'keep' | 'drop' | undefined;
  /** `Pak Budi`: Mr. Budi, Pak Budi, Budi. */
  readonly honorifics?: 'translate' | 'keep' | 'drop' | undefined;
}

export function writeOut({ tokens, units, slots, texts, pairs, titled, style }: Writing): string {
  const drafts: Draft[] = [];
  slots.forEach((slot, index) => {
    const unit = units[slot.unit];
    const token = tokens[slot.token];
    // The model counts them as two words; English writes one.
    const modelled = (texts[index] ?? '').replace(/\bcan not\b(?! only)/, 'cannot');
    const chosen = inStyle(modelled, { unit, token, next: units[slots[index + 1]?.unit ?? -1] }, style);
    const text = titled && ((slot.kind === 'verb' && (token?.shape === 'capital' || token?.shape === 'upper')) || (token?.kind === 'value' && /\p{Lu}\p{Ll}{2}/u.test(token.text)) || isCapitalInside(tokens, unit)) ? titleCase(chosen) : chosen;
    if (text === '') return;
    const mark = slot.kind === 'punct';
    const lead = slot.lead < 0 ? undefined : tokens.slice(slot.lead, slot.token).find(({ path }) => path.length > 0);
    const auxiliary = lead === undefined && (slot.lead < 0 || token?.path.length === 0) ? '' : (AUXILIARY.exec(text)?.[0] ?? '');
    if (auxiliary !== '' && auxiliary.length < text.length) {
      drafts.push({ text: auxiliary.trim(), gap: true, path: (lead ?? tokens[slot.lead])?.path, free: true, mark: false, slot: index });
      drafts.push({ text: text.slice(auxiliary.length), gap: true, path: token?.path, free: true, mark: false, slot: index });
      return;
    }
    const shown = unit?.capital === true && unit.reading.pos !== 'name' ? capitalised(text, slot) : text;
    drafts.push({ text: shown, gap: !slot.glued && (mark ? (token?.gap ?? false) : true), path: token?.path, free: token === undefined || token.kind === 'word' || token.kind === 'value' || token.kind === 'term', mark, slot: index });
  });
  spaceMarks(drafts, slots, tokens);
  articles(drafts);
  firstPerson(drafts);
  notTo(drafts);
  sentenceCapitals(drafts, tokens);
  const whole = writeTagged(withPaths(drafts), pairs);
  const text = style.degrees === 'drop' ? withoutDegrees(whole) : whole;
  return style.quotes === undefined ? text : quotesIn(text, style.quotes);
}

/** `text` in the spelling of the house, or by its rule for honorifics; what is a name or settled is not touched. */
function inStyle(text: string, { unit, token, next }: { readonly unit: Unit | undefined; readonly token: Token | undefined; readonly next: Unit | undefined }, { spelling, honorifics }: WordStyle): string {
  if (token?.styled !== undefined && text === token.english) return token.styled;
  if (unit?.reading.how === 'honorific' && text !== '') return honorifics === 'drop' ? '' : honorifics === 'keep' ? upperFirst(token?.text ?? text) : text;
  if (honorifics === 'drop' && next?.reading.pos === 'name' && unit?.reading.pos === 'name' && FAMILIAR.includes(unit.lower)) return '';
  return spelling === undefined || token?.kind === 'term' || token?.kind === 'keep' || unit?.reading.pos === 'name' ? text : spellIn(text, spelling);
}

/** A capital that the source has inside the sentence: on each word of weight. */
function capitalised(text: string, slot: Slot): string {
  if (slot.kind === 'article' || slot.kind === 'verb') return text;
  return titleCase(text);
}

/** `di Lereng`: a small word first, and a capital in the same expression. */
function isCapitalInside(tokens: readonly Token[], unit: Unit | undefined): boolean {
  return unit !== undefined && tokens.slice(unit.from + 1, unit.to).some(({ shape }) => shape === 'capital') && tokens[unit.from]?.shape === 'lower';
}

function titleCase(text: string): string {
  return text.replace(/(?<![\p{L}'’-])\p{Ll}[\p{L}'’]*/gu, (word) => (/^(?:of|the|and|for|in|on|to|a|an|by|at|with|from)$/.test(word) ? word : upperFirst(word)));
}

function upperFirst(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toUpperCase() + text.slice(first.length);
}

const OPENING = /^[("“‘«[{¿¡]$/;

/** Blanks round marks follow the source, but never stand after an opening mark or before a closing one. */
function spaceMarks(drafts: Draft[], slots: readonly Slot[], tokens: readonly Token[]): void {
  const shown = drafts.map((draft) => slots[draft.slot]);
  drafts.forEach((draft, index) => {
    const previous = drafts[index - 1];
    if (previous === undefined) {
      draft.gap = false;
      return;
    }
    const token = tokens[shown[index]?.token ?? -1];
    const before = tokens[shown[index - 1]?.token ?? -1];
    if (draft.mark || previous.mark) {
      // After a mark the next word takes the blank that stood after that mark in the source.
      if (!draft.mark && before !== undefined) draft.gap = OPENING.test(before.text) && !(tokens[(shown[index - 1]?.token ?? 0) + 1]?.gap ?? false) ? false : (tokens[(shown[index - 1]?.token ?? 0) + 1]?.gap ?? true);
      if (/^[.,;:!?)\]}…%”’»]/.test(draft.text) && draft.mark) draft.gap = (token?.gap ?? false) && !/^[.,;:!?]/.test(draft.text);
    } else if (token !== undefined && before !== undefined && token.start === before.end && !token.gap) draft.gap = false;
  });
}

/** `I were` and `I are` agree with no list of plurals. */
function firstPerson(drafts: readonly Draft[]): void {
  drafts.forEach((draft, index) => {
    // `the employees'`: a plural takes the apostrophe alone.
    if (!draft.mark && /^'s?$/.test(draft.text)) draft.text = /[^s]s$/.test(drafts[index - 1]?.text ?? '') && /^\p{Ll}/u.test(drafts[index - 1]?.text ?? '') ? "'" : "'s";
    if (drafts[index - 1]?.text !== 'I') return;
    draft.text = draft.text.replace(/^were\b/, 'was').replace(/^are\b/, 'am');
  });
}

/** `to not go` is `not to go`. */
function notTo(drafts: readonly Draft[]): void {
  drafts.forEach((draft, index) => {
    draft.text = draft.text.replace(/^to not (?!only)/, 'not to ');
    const before = drafts[index - 1];
    if (before === undefined || !/(?:^| )to$/.test(before.text) || !/^not (?!only)/.test(draft.text)) return;
    before.text = `${before.text.slice(0, -2)}not to`;
    draft.text = draft.text.slice(4);
  });
}

function articles(drafts: readonly Draft[]): void {
  drafts.forEach((draft, index) => {
    if (draft.text !== 'a') return;
    const next = drafts[index + 1];
    if (next !== undefined && !next.mark) draft.text = article(next.text);
  });
}

/** A capital where the source has one at a sentence's beginning. */
function sentenceCapitals(drafts: readonly Draft[], tokens: readonly Token[]): void {
  const first = tokens.find((token) => token.kind === 'word' || token.kind === 'value');
  const wanted = first === undefined || first.shape !== 'lower';
  let begins = wanted;
  for (const draft of drafts) {
    if (draft.mark) {
      // `Karel Media Inc., awalnya …`: the dot was the name's.
      if (/^,/.test(draft.text)) begins &&= draft === drafts[0];
      else if (/^[.!?]/.test(draft.text)) begins = true;
      else if (/^[“"‘]/.test(draft.text) && draft.gap) begins ||= false;
      continue;
    }
    if (begins && /^\p{Ll}/u.test(draft.text) && draft.free) draft.text = upperFirst(draft.text);
    begins = false;
  }
}

/** Words that only English needs stand in the pairs that the words on both their sides share. */
function withPaths(drafts: readonly Draft[]): readonly Piece[] {
  const known: (readonly number[] | undefined)[] = drafts.map((draft) => draft.path);
  const right: (readonly number[] | undefined)[] = [];
  let next: readonly number[] | undefined;
  for (let index = known.length - 1; index >= 0; index -= 1) {
    next = known[index] ?? next;
    right[index] = next;
  }
  let left: readonly number[] = [];
  return drafts.map((draft, index) => {
    const path = draft.path ?? left.filter((id, depth) => right[index]?.[depth] === id);
    left = path;
    return { text: draft.text, gap: draft.gap, path };
  });
}
