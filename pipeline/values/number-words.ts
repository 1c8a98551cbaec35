/** Numbers in words: `dua puluh lima`, `satu setengah juta`, `twenty-five`, `half a million`. */
import { blank, isDash, wordAt, wordEnd } from './scan.ts';
import { readTable } from './tables.ts';
import type { Language, Scale } from './value.ts';

/** The number that words spell; `mantissa` as in Amount. `fraction` where they spell no decimal (`dua pertiga`). */
export interface NumberWords {
  readonly end: number;
  readonly mantissa: string;
  readonly scale: Scale;
  readonly fraction?: { readonly numerator: number; readonly denominator: number };
  readonly loose: boolean;
}

interface Word {
  readonly role: string;
  readonly value: number;
  readonly denominator: number;
}

const WORDS: Readonly<Record<Language, ReadonlyMap<string, Word>>> = { id: load('id'), en: load('en') };

/** Scale signs that follow digits; case as written in the table. */
const SIGNS: Readonly<Record<Language, ReadonlyMap<string, { readonly scale: Scale; readonly cash: boolean }>>> = { id: signs('id'), en: signs('en') };

export function numberWord(word: string, language: Language): Word | undefined {
  return WORDS[language].get(word);
}

/** All words that a number may begin with. */
export function numberStarts(language: Language): readonly string[] {
  return [...WORDS[language].keys(), ...(language === 'en' ? ['a', 'an'] : [])];
}

/** The scale sign or word at `at` (`juta`, `rb`; `M` only in `cash`), with its end. */
export function scaleAt(text: string, at: number, language: Language, cash: boolean): { readonly scale: Scale; readonly end: number } | undefined {
  const end = wordEnd(text, at);
  if (end === at || end - at > 12) return undefined;
  const written = text.slice(at, end);
  const sign = SIGNS[language].get(written) ?? SIGNS[language].get(written.toLowerCase());
  if (sign) return sign.cash && !cash ? undefined : { scale: sign.scale, end };
  const word = WORDS[language].get(written.toLowerCase());
  return word?.role === 'scale' ? { scale: toScale(word.value), end } : undefined;
}

/** Reads number words at `at`, as many as make one number. */
export function readWords(text: string, at: number, language: Language): NumberWords | undefined {
  return language === 'id' ? readIndonesian(text, at) : readEnglish(text, at);
}

function readIndonesian(text: string, at: number): NumberWords | undefined {
  const opening = WORDS.id.get(wordAt(text, at));
  if (opening?.role === 'fraction') return finishFraction(text, wordEnd(text, at), opening, 'id');
  const sum = new Sum();
  let end = at;
  for (let next = at; ; next = blank(text, end)) {
    const name = wordAt(text, next);
    const word = WORDS.id.get(name);
    const glued = glueAt(name);
    if (name === 'koma' && end > at) return readDecimals(text, blank(text, wordEnd(text, next)), end, sum);
    if (name === 'setengah' && end > at) return finishHalf(text, wordEnd(text, next), sum, 'id');
    if (word?.role === 'part' && end > at && sum.total < 100) return thing(wordEnd(text, next), sum.total, word.value);
    const parts = name === 'per' && end > at ? partsAt(text, blank(text, wordEnd(text, next))) : undefined;
    // `satu per satu` is one by one.
    if (parts !== undefined && sum.total < parts.count) return thing(parts.end, sum.total, parts.count);
    if (glued ? !(sum.add(glued[0]) && sum.add(glued[1])) : !word || !sum.add(word)) break;
    end = wordEnd(text, next);
    if (blank(text, end) === end) break;
  }
  return end === at ? undefined : finish(end, sum, wordAt(text, at) === 'satu' && sum.total === 1);
}

/** The word behind `dua per`: how many parts there are. */
function partsAt(text: string, at: number): { readonly count: number; readonly end: number } | undefined {
  const word = WORDS.id.get(wordAt(text, at));
  const end = wordEnd(text, at);
  const next = WORDS.id.get(wordAt(text, blank(text, end)))?.role ?? '';
  return (word?.role === 'unit' || word?.role === 'whole') && word.value > 1 && !/^(?:teen|ten|hundred|scale)$/.test(next) ? { count: word.value, end } : undefined;
}

/** `duapuluh`, `limabelas`: old joined spellings. */
function glueAt(name: string): readonly [Word, Word] | undefined {
  const suffix = /^(dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)(belas|puluh|ratus)$/.exec(name);
  const left = WORDS.id.get(suffix?.[1] ?? '');
  const right = WORDS.id.get(suffix?.[2] ?? '');
  return left && right ? [left, right] : undefined;
}

function readDecimals(text: string, from: number, before: number, sum: Sum): NumberWords {
  let decimals = '';
  let end = before;
  for (let next = from; decimals.length < 12; next = blank(text, end)) {
    const word = WORDS.id.get(wordAt(text, next));
    if (word?.role !== 'unit') break;
    decimals += String(word.value);
    end = wordEnd(text, next);
  }
  if (decimals === '') return finish(before, sum, false);
  return scaled(text, end, `${sum.total}.${decimals}`, 'id', false);
}

function readEnglish(text: string, at: number): NumberWords | undefined {
  const sum = new Sum();
  let end = at;
  let next = at;
  const article = /^an?$/.test(wordAt(text, at));
  if (article) next = blank(text, wordEnd(text, at));
  const opening = WORDS.en.get(wordAt(text, next));
  if (opening?.role === 'fraction') return finishFraction(text, wordEnd(text, next), opening, 'en');
  if (wordAt(text, next) === 'dozen' && next > at) return { end: wordEnd(text, next), mantissa: '12', scale: 0, loose: true };
  if (article && opening?.role === 'part') return thing(wordEnd(text, next), 1, opening.value);
  if (article && opening?.role !== 'hundred' && opening?.role !== 'scale') return undefined;
  if (article) sum.add({ role: 'unit', value: 1, denominator: 1 });
  for (;;) {
    const name = wordAt(text, next);
    const word = WORDS.en.get(name);
    if (name === 'and' && end > at) {
      const after = blank(text, wordEnd(text, next));
      const half = /^(?:a|one) half\b/i.exec(text.slice(after, after + 12)) ?? /^half\b/i.exec(text.slice(after, after + 5));
      if (half) return finishHalf(text, after + half[0].length, sum, 'en');
      const follower = WORDS.en.get(wordAt(text, after));
      if (!sum.round || !follower || !below100(text, after, follower)) break;
      next = after;
      continue;
    }
    if (name === 'dozen' && end > at && sum.total < 100) return { end: wordEnd(text, next), mantissa: String(sum.total * 12), scale: 0, loose: false };
    if (word?.role === 'part' && end > at && sum.total < 100) return thing(wordEnd(text, next), sum.total, word.value);
    if (!word || !sum.add(word)) break;
    end = wordEnd(text, next);
    next = isDash(text, end) ? end + 1 : blank(text, end);
    if (next === end) break;
  }
  return end === at ? undefined : finish(end, sum, wordAt(text, at) === 'one' && sum.total === 1);
}

/** Whether `and` is followed by a number below a hundred, so that it belongs to the number before it. */
function below100(text: string, at: number, first: Word): boolean {
  if (first.role !== 'unit' && first.role !== 'whole' && first.role !== 'ten') return false;
  let end = wordEnd(text, at);
  let word = WORDS.en.get(wordAt(text, isDash(text, end) ? end + 1 : blank(text, end)));
  if (first.role === 'ten' && word?.role === 'unit') {
    end = wordEnd(text, isDash(text, end) ? end + 1 : blank(text, end));
    word = WORDS.en.get(wordAt(text, blank(text, end)));
  }
  return word?.role !== 'hundred' && word?.role !== 'part';
}

/** Adds up number words and refuses one that cannot stand where it stands. */
class Sum {
  private done = 0;
  private group: number | undefined;
  private lowest = 15;
  private scales: number[] = [];

  get total(): number {
    return this.done + (this.group ?? 0);
  }
  /** The scale word that ends the number where it is the only one. */
  get scale(): Scale {
    return this.group === undefined && this.scales.length === 1 ? toScale(this.scales[0] ?? 0) : 0;
  }
  /** English may go on with `and` after hundred and thousand. */
  get round(): boolean {
    return this.total > 0 && this.total % 100 === 0 && this.total < 1_000_000;
  }
  add(word: Word): boolean {
    const { role, value } = word;
    if (role === 'own') return this.group === undefined && this.close(1, value);
    if (role === 'scale') return this.group !== undefined && this.group > 0 && this.close(this.group, value);
    const group = this.group ?? 0;
    if (role === 'unit') return (this.group === undefined || (group % 10 === 0 && group % 100 !== 10 && group > 0)) && (value > 0 || this.total === 0) && this.set(group + value);
    const last = group % 10;
    const fresh = this.group === undefined || group % 100 === 0;
    if (role === 'whole') return fresh && this.set(group + value);
    if (role === 'hundred') return group > 0 && group < 100 && this.set(group * 100);
    if (role === 'ten' && value > 10) return fresh && this.set(group + value);
    if ((role !== 'teen' && role !== 'ten') || last === 0 || group % 100 !== last) return false;
    return this.set(role === 'teen' ? group + 10 : group - last + last * 10);
  }

  private set(group: number): boolean {
    this.group = group;
    return true;
  }
  private close(group: number, power: number): boolean {
    if (power >= this.lowest) return false;
    this.done += group * 10 ** power;
    this.group = undefined;
    this.lowest = power;
    this.scales.push(power);
    return true;
  }
}

function finish(end: number, sum: Sum, loose: boolean): NumberWords {
  const scale = sum.scale;
  return { end, mantissa: String(sum.total / 10 ** scale), scale, loose };
}

function thing(end: number, numerator: number, denominator: number): NumberWords {
  return { end, mantissa: String(numerator / denominator), scale: 0, fraction: { numerator, denominator }, loose: numerator === 1 };
}

/** `dua setengah juta`, `one and a half million`. */
function finishHalf(text: string, end: number, sum: Sum, language: Language): NumberWords {
  return scaled(text, end, `${sum.total}.5`, language, false);
}

/** `setengah`, `setengah juta`, `half a million`, `half an`. */
function finishFraction(text: string, end: number, word: Word, language: Language): NumberWords {
  const article = language === 'en' ? /^\san?(?=\s)/i.exec(text.slice(end, end + 4)) : null;
  const scale = scaleAt(text, blank(text, article ? end + article[0].length : end), language, false);
  if (scale) return { end: scale.end, mantissa: String(word.value / word.denominator), scale: scale.scale, loose: false };
  return thing(end, word.value, word.denominator);
}

function scaled(text: string, end: number, mantissa: string, language: Language, loose: boolean): NumberWords {
  const scale = scaleAt(text, blank(text, end), language, false);
  return { end: scale?.end ?? end, mantissa, scale: scale?.scale ?? 0, loose };
}

function load(language: Language): ReadonlyMap<string, Word> {
  const rows = readTable('number-words.tsv').filter(([own, , role]) => own === language && role !== 'short' && role !== 'cash');
  return new Map(
    rows.map(([, word = '', role = '', value = '']) => {
      const [numerator, denominator = '1'] = value.split('/');
      return [word, { role, value: Number(numerator), denominator: Number(denominator) }] as const;
    }),
  );
}

function signs(language: Language): ReadonlyMap<string, { readonly scale: Scale; readonly cash: boolean }> {
  const rows = readTable('number-words.tsv').filter(([own, , role]) => own === language && (role === 'short' || role === 'cash'));
  return new Map(rows.map(([, word = '', role, value]) => [word, { scale: toScale(Number(value)), cash: role === 'cash' }] as const));
}

function toScale(power: number): Scale {
  return power === 3 || power === 6 || power === 9 || power === 12 ? power : 0;
}
