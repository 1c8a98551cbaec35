/** Writes the words and marks of a block as Markdown, and says what a reader should find there. */

import type { Mark, Part } from '../model.ts';
import type { Bit } from './inline-align.ts';
import { escapeAll, escapeWords, refer, referAll } from './inline-escape.ts';
import { isEmphasis, joinParts } from './inline-keys.ts';
import { findSealed } from './inline-seal.ts';
import type { Level, Spelled, Spelling, SpellPlace, Token } from './inline-tokens.ts';

export function spell(tokens: readonly Token[], place: SpellPlace, level: Level): Spelling {
  const speller = new Speller(place, level);
  for (const [index, token] of tokens.entries()) {
    speller.next = tokens[index + 1];
    if (token.kind === 'text') for (const [at, bit] of token.bits.entries()) speller.text(bit, token.bits[at + 1]);
    else if (token.kind === 'sealed') speller.sealed(token.mark);
    else if (token.kind === 'open') speller.open(token.mark);
    else speller.close(token.mark);
  }
  return speller.done();
}

interface Opened {
  readonly mark: Mark;
  readonly marker: string;
  /** Offset in the output after the opening. */
  readonly at: number;
}

class Speller {
  next: Token | undefined;
  readonly #place: SpellPlace;
  readonly #level: Level;
  readonly #parts: Part[] = [];
  readonly #marks = new Map<number, Mark>();
  readonly #stack: Opened[] = [];
  #opening: Mark[] = [];
  #out = '';
  /** A blank, or a hard break, that is written when something follows. */
  #blank = '';
  #isBlankFromSource = false;
  #breaks: Mark[] = [];
  /** A marker of emphasis has just been closed, or opened: what follows must keep it one. */
  #afterClose = false;
  #afterOpen = false;
  /** Code ends the output: code that touched it would be one with it. */
  #afterCode = false;
  /** A bare URL that ends the output: what follows must not lengthen it. */
  #url: { readonly raw: string; readonly end: number } | undefined;

  constructor(place: SpellPlace, level: Level) {
    this.#place = place;
    this.#level = level;
  }

  text(bit: Bit, following: Bit | undefined): void {
    const isPlain = bit.raw === undefined || bit.raw === bit.value;
    if (!isPlain && bit.value === ' ' && /^[ \t]*[\r\n]/.test(bit.raw ?? '')) {
      this.#addBlank(bit.raw ?? ' ', true);
      return;
    }
    if (!isPlain && this.#level < 2) {
      this.#content({ ...bit, raw: this.#level === 0 || /^[\\&]./.test(bit.raw ?? '') ? bit.raw : undefined }, following);
      return;
    }
    const words = isPlain && bit.raw !== undefined && this.#level === 0 ? bit.value : bit.value.replace(/[ \t\r\n]+/g, ' ');
    const lead = /^[ \t]*/.exec(words)?.[0] ?? '';
    const rest = words.slice(lead.length);
    if (lead !== '') this.#addBlank(lead, bit.raw !== undefined);
    if (rest === '') return;
    const core = rest.trimEnd() === rest ? rest : rest.replace(/[ \t]+$/, '');
    const start = bit.start === undefined ? undefined : bit.start + lead.length;
    this.#content(bit.raw === undefined || this.#level > 0 ? { value: core, start } : { value: core, raw: core, start }, core.length < rest.length ? { value: ' ' } : following);
    if (core.length < rest.length) this.#addBlank(rest.slice(core.length), bit.raw !== undefined);
  }

  open(mark: Mark): void {
    if (this.#isLeftOut(mark)) return;
    if (!isEmphasis(mark)) this.#flush(this.#spelled(mark).open);
    this.#opening.push(mark);
    if (!isEmphasis(mark)) this.#flush('');
  }

  close(mark: Mark): void {
    if (this.#isLeftOut(mark)) return;
    if (this.#opening.includes(mark)) {
      this.#opening = this.#opening.filter((other) => other !== mark);
      return;
    }
    const opened = this.#stack.pop();
    if (opened === undefined) return;
    if (isEmphasis(mark)) {
      if (this.#level > 0 && /\s$/.test(this.#out)) this.#encodeLast();
      this.#out += opened.marker;
      this.#afterClose = this.#level > 0;
    } else {
      if (this.#blank !== '' || this.#breaks.length > 0) this.#flush('');
      const spelled = this.#spelled(mark);
      const isSame = spelled.inner === undefined || spelled.inner === this.#out.slice(opened.at);
      this.#out += isSame ? spelled.close : spelled.full;
    }
    this.#url = undefined;
    this.#parts.push({ kind: 'close', id: mark.id });
  }

  sealed(mark: Mark): void {
    if (this.#level === 5) return;
    const { open, end } = this.#spelled(mark);
    if (mark.type === 'break' && /[\r\n]/.test(open)) {
      this.#breaks.push(mark);
      return;
    }
    const isBare = (mark.type === 'autolink' || mark.type === 'email') && !open.startsWith('<');
    const raw = isBare && this.#level > 0 ? this.#bracket(open, mark) : open;
    this.#flush(raw);
    const isExposed = isBare && !raw.startsWith('<');
    const touches = (isExposed && this.#endsWithAddress()) || (this.#url !== undefined && !raw.startsWith('<'));
    if (touches || this.#level === 4 || (this.#afterCode && raw.startsWith('`'))) this.#put(' ');
    this.#out += raw;
    this.#seal(mark);
    this.#url = isExposed ? { raw: open, end } : undefined;
  }

  done(): Spelling {
    // A paragraph without any word would be no paragraph.
    return { text: this.#out === '' ? '&#32;' : this.#out, intended: joinParts(this.#parts, [...this.#marks.values()]) };
  }

  #isLeftOut(mark: Mark): boolean {
    return this.#level >= 4 || (this.#level >= 3 && isEmphasis(mark));
  }

  /** Whether the words before would be read as a part of a URL or an address that followed. */
  #endsWithAddress(): boolean {
    const last = this.#parts.at(-1);
    return last?.kind === 'text' ? isWord(last.value.slice(-1)) || /[.+\-_/]$/.test(last.value) : isWord(this.#out.slice(-1));
  }

  #spelled(mark: Mark): Spelled {
    const known = this.#place.marks.get(mark.id);
    if (known !== undefined) return known;
    const guard = (text: string): string => {
      const line = mark.type === 'break' ? '<br>' : text.replace(/\s*[\r\n]\s*/g, ' ');
      return this.#place.inCell ? line.replace(/(\\?)\|/g, (pipe, escaped: string) => (escaped === '' ? '\\|' : pipe)) : line;
    };
    const close = guard(mark.close);
    return { open: guard(mark.open), close: mark.close === '' ? '' : close, full: close, end: -1 };
  }

  #addBlank(raw: string, isFromSource: boolean): void {
    if (this.#blank === '' || (isFromSource && !this.#isBlankFromSource)) this.#blank = raw;
    else if (isFromSource) this.#blank += raw;
    else return;
    this.#isBlankFromSource = isFromSource;
    if (this.#level > 0 || /[\r\n][^]*[\r\n]/.test(this.#blank.replace(/\r\n/g, '\n'))) this.#blank = ' ';
  }

  /** Writes what was held back, now that something follows. `after` is what follows, as Markdown. */
  #flush(after: string): void {
    if (this.#out !== '' || this.#parts.length > 0) {
      if (this.#url !== undefined && this.#breaks.length > 0) this.#put(' ');
      for (const [index, mark] of this.#breaks.entries()) {
        const raw = this.#spelled(mark).open;
        this.#out += index === 0 ? raw : raw.replace(/^ +/, '\\');
        this.#seal(mark);
      }
      if (this.#blank !== '' && this.#breaks.length === 0) this.#put(this.#blank);
    }
    this.#breaks = [];
    this.#blank = '';
    const opening = this.#opening;
    this.#opening = [];
    if (this.#url !== undefined && opening.length > 0) this.#put(' ');
    for (const mark of opening) {
      if (isEmphasis(mark)) this.#openEmphasis(mark);
      else {
        this.#url = undefined;
        this.#out += this.#spelled(mark).open;
        this.#stack.push({ mark, marker: '', at: this.#out.length });
      }
      this.#marks.set(mark.id, mark);
      this.#parts.push({ kind: 'open', id: mark.id });
    }
    if (after !== '') this.#afterOpen = false;
  }

  #openEmphasis(mark: Mark): void {
    this.#url = undefined;
    let marker = this.#spelled(mark).open;
    if (this.#level > 0) {
      const parent = this.#stack.findLast((opened) => isEmphasis(opened.mark));
      const isTaken = this.#out.endsWith('*') || (parent?.mark.type === mark.type && parent.marker.startsWith('*'));
      if (mark.type !== 'delete') marker = (isTaken ? '_' : '*').repeat(mark.type === 'strong' ? 2 : 1);
      if (isWord(this.#out.slice(-1))) this.#encodeLast();
    }
    this.#out += marker;
    this.#stack.push({ mark, marker, at: this.#out.length });
    this.#afterOpen = this.#level > 0;
    this.#afterClose = false;
  }

  #content(bit: Bit, following: Bit | undefined): void {
    const startsLine = this.#blank === '' ? this.#isLineStart() : /[\r\n]/.test(this.#blank);
    this.#flush('');
    if (this.#url !== undefined && bit.start !== this.#url.end && this.#lengthens(bit.value)) this.#put(' ');
    this.#url = undefined;
    const raw = bit.raw ?? this.#spellWords(bit.value, following, startsLine || this.#isLineStart());
    const first = String.fromCodePoint(bit.value.codePointAt(0) ?? 0);
    const isFirstExposed = (this.#afterClose && isWord(first.charAt(0))) || (this.#afterOpen && /\s/.test(first));
    this.#out += isFirstExposed && raw.startsWith(first) ? refer(first) + raw.slice(first.length) : raw;
    this.#afterClose = false;
    this.#afterOpen = false;
    this.#afterCode = false;
    this.#parts.push({ kind: 'text', value: bit.value });
  }

  #spellWords(value: string, following: Bit | undefined, startsLine: boolean): string {
    if (this.#level > 0) return this.#level === 1 ? escapeAll(value) : referAll(value);
    return escapeWords(value, {
      before: this.#out.slice(-1),
      after: following === undefined ? this.#after() : (following.raw ?? following.value).charAt(0),
      startsLine,
      place: this.#place.place,
      inCell: this.#place.inCell,
      quote: this.#place.quote,
      inLink: this.#stack.some((opened) => !isEmphasis(opened.mark)),
    });
  }

  /** The first character of what follows the text that is being written. */
  #after(): string {
    const token = this.next;
    if (token === undefined) return '';
    if (token.kind === 'text') return (token.bits[0]?.raw ?? token.bits[0]?.value ?? '').charAt(0);
    const { open, close } = this.#spelled(token.mark);
    return (token.kind === 'close' ? close : open).charAt(0);
  }

  #isLineStart(): boolean {
    return this.#out === '' ? this.#place.place === 'flow' : /[\r\n][ \t>]*$/.test(this.#out.slice(-64));
  }

  #lengthens(words: string): boolean {
    const raw = this.#url?.raw ?? '';
    return findSealed(raw + words.slice(0, 64))[0]?.end !== raw.length;
  }

  #bracket(raw: string, mark: Mark): string {
    if (this.#level > 1 || this.#stack.some((opened) => !isEmphasis(opened.mark))) return escapeAll(raw);
    return mark.type === 'autolink' && /^www/i.test(raw) ? `<http://${raw}>` : `<${raw}>`;
  }

  /** A blank. */
  #put(blank: string): void {
    this.#url = undefined;
    this.#afterCode = false;
    this.#out += blank;
    this.#parts.push({ kind: 'text', value: ' ' });
    this.#afterClose = false;
  }

  #seal(mark: Mark): void {
    this.#marks.set(mark.id, mark);
    this.#parts.push({ kind: 'sealed', id: mark.id });
    this.#afterClose = false;
    this.#afterOpen = false;
    this.#afterCode = mark.type === 'code';
  }

  #encodeLast(): void {
    const last = Array.from(this.#out.slice(-2)).at(-1) ?? '';
    this.#out = this.#out.slice(0, this.#out.length - last.length) + refer(last);
  }
}

function isWord(unit: string): boolean {
  return unit !== '' && /[^\s\p{P}\p{S}]/u.test(unit);
}
