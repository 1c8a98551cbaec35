/** What a value in a text is: the types that the readers, the writer and the comparison share. */

export type Language = 'id' | 'en';

/** Where a value stands: `text.slice(start, end)` of the text given is `text`. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Often no quantity at all (`salah satu`, `one of`): a check may pass over it when it finds no partner. */
  readonly loose?: true;
  /** More than one reading is possible: `kedua` (second, or both), `8/7/2022` in English. */
  readonly ambiguous?: true;
}

/** Power of ten of a scale word: ribu 3, juta 6, miliar 9, triliun 12. */
export type Scale = 0 | 3 | 6 | 9 | 12;

/** A quantity. `decimal` is exact (canonical, point as the decimal mark); `value` is the same as a JavaScript number. */
export interface Amount {
  readonly value: number;
  readonly decimal: string;
  /** The digits before the scale word, point as the decimal mark, trailing zeros kept: `1.50`. */
  readonly mantissa: string;
  readonly scale: Scale;
  /** Written with thousands separators. */
  readonly grouped: boolean;
  /** Written in words (`dua puluh lima`). */
  readonly words: boolean;
  /** Written in the notation of the other language (`12.5 persen`, `1,5 percent`). */
  readonly foreign?: true;
  /** The exact decimal of a second possible reading (`8,250` is 8.25 here, 8250 over there). */
  readonly other?: string;
}

export interface NumberValue extends Place, Amount {
  readonly kind: 'number';
}
export interface PercentValue extends Place, Amount {
  readonly kind: 'percent';
  /** `persen poin`, `percentage points`. */
  readonly points: boolean;
}
export interface MoneyValue extends Place, Amount {
  readonly kind: 'money';
  /** ISO 4217 code. */
  readonly currency: string;
}
/** A measure; `unit` is a code of `data/units.tsv`. */
export interface UnitValue extends Place, Amount {
  readonly kind: 'unit';
  readonly unit: string;
}
export interface FractionValue extends Place {
  readonly kind: 'fraction';
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
  readonly words: boolean;
}
/** An order of magnitude: `ratusan ribu` is 5; `belasan` is 1 with `teens`. */
export interface VagueValue extends Place {
  readonly kind: 'vague';
  readonly magnitude: number;
  readonly teens: boolean;
  readonly currency?: string;
  readonly unit?: string;
  /** A noun follows, so that English needs `of`. */
  readonly counts: boolean;
}
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'early';
/** A calendar date, as much of it as is written. `weekday` is 1 (Monday) to 7. */
export interface DateValue extends Place {
  readonly kind: 'date';
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly part?: DayPart;
  /** Whether the weekday is that of the date; absent where one of them is incomplete. */
  readonly weekdayFits?: boolean;
  /** `Jumat (8/7/2022)`: the date stands in brackets after the weekday. */
  readonly bracketed?: true;
  /** The other reading of an ambiguous `8/7/2022`. */
  readonly other?: { readonly month: number; readonly day: number };
}
export interface TimeValue extends Place {
  readonly kind: 'time';
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly zone?: string;
}
export interface OrdinalValue extends Place {
  readonly kind: 'ordinal';
  readonly rank: number;
  readonly words: boolean;
}
export interface CenturyValue extends Place {
  readonly kind: 'century';
  readonly century: number;
}
/** `1990-an`, `1990s`; `from` below 100 where no century is written (`usia 20-an`). */
export interface DecadeValue extends Place {
  readonly kind: 'decade';
  readonly from: number;
}
/** A person's age. `bare`: only the digits are the value, as in `(23)`. */
export interface AgeValue extends Place {
  readonly kind: 'age';
  readonly years: number;
  readonly bare: boolean;
}
export interface ScoreValue extends Place {
  readonly kind: 'score';
  readonly first: number;
  readonly second: number;
}
/** Digits that are no quantity: phone numbers, article and section numbers, versions. Never rewritten. */
export interface CodeValue extends Place {
  readonly kind: 'code';
  readonly digits: string;
}
/** Two ends of one kind. `joint`: `10-15`/`10 sampai 15`, `antara 10 dan 15`, `8 dan 9 Juli`. */
export interface RangeValue extends Place {
  readonly kind: 'range';
  readonly from: EndValue;
  readonly to: EndValue;
  readonly joint: 'to' | 'between' | 'and';
}
/** What may be an end of a range. */
export type EndValue = NumberValue | PercentValue | MoneyValue | UnitValue | DateValue | TimeValue;

export type Value =
  | EndValue
  | FractionValue
  | VagueValue
  | OrdinalValue
  | CenturyValue
  | DecadeValue
  | AgeValue
  | ScoreValue
  | CodeValue
  | RangeValue;

/** Reads the value that begins exactly at `at`, if there is one. Looks ahead by a bounded number of words. */
export type Reader = (text: string, at: number, language: Language) => Value | undefined;

/** The place from `start` to `end` of the text. */
export function place(text: string, start: number, end: number): Place {
  return { start, end, text: text.slice(start, end) };
}
