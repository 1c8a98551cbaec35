/** Writes values in the canonical spelling of a language. */
import { nameOf } from './calendar.ts';
import { group } from './decimal.ts';
import { writeDate, writeDateRange } from './write-date.ts';
import { currencyPattern, unitNames } from './units.ts';
import type { Amount, Language, MoneyValue, RangeValue, TimeValue, UnitValue, Value, VagueValue } from './value.ts';

/** Choices of the house; the first of each is the default. */
export interface ValueStyle {
  /** `July 8, 2022` or `8 July 2022`. */
  readonly dates?: 'month-first' | 'day-first' | undefined;
  /** `Friday (July 8, 2022)` where the source has brackets, or always `Friday, July 8, 2022`. */
  readonly weekdays?: 'as-written' | 'comma' | undefined;
  /** `12.5 percent`, `12.5 per cent` or `12.5%`. */
  readonly percent?: 'word' | 'two-words' | 'sign' | undefined;
  /** `$3 million` or `US$3 million`. */
  readonly dollar?: '$' | 'US$' | undefined;
  /** `14:30 WIB` or `2:30 p.m. WIB`. */
  readonly clock?: 24 | 12 | undefined;
}

const SCALES: Readonly<Record<Language, Readonly<Record<Amount['scale'], string>>>> = {
  id: { 0: '', 3: ' ribu', 6: ' juta', 9: ' miliar', 12: ' triliun' },
  en: { 0: '', 3: ' thousand', 6: ' million', 9: ' billion', 12: ' trillion' },
};
const SMALL: Readonly<Record<Language, readonly string[]>> = {
  id: ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
};

/**
 * The value written in a language. Form is kept: scale words stay scale words (thousands become digits in English),
 * digits stay digits, ungrouped numbers (years) and codes are not touched, words up to nine stay words.
 */
export function writeValue(value: Value, language: Language, style: ValueStyle = {}): string {
  switch (value.kind) {
    case 'number':
      return writeNumber(value, language);
    case 'percent':
      return writePercent(value, language, style);
    case 'money':
      return writeMoney(value, language, style);
    case 'unit':
      return writeUnit(value, language);
    case 'fraction':
      return value.words ? writeFraction(value.numerator, value.denominator, language) : `${value.numerator}/${value.denominator}`;
    case 'vague':
      return writeVague(value, language);
    case 'date':
      return writeDate(value, language, style);
    case 'time':
      return writeTime(value, language, style);
    case 'ordinal':
      return language === 'id' ? idRank(value.rank) : enRank(value.rank, value.words);
    case 'century':
      return language === 'id' ? `abad ke-${value.century}` : `${enRank(value.century, false)} century`;
    case 'decade':
      return language === 'id' ? `${value.from}-an` : `${value.from}s`;
    case 'age':
      return value.bare ? String(value.years) : language === 'id' ? `berusia ${value.years} tahun` : `aged ${value.years}`;
    case 'score':
      return `${value.first}-${value.second}`;
    case 'code':
      return value.digits;
    case 'range':
      return writeRange(value, language, style);
  }
}

/** Digits with the separators of the language, and the scale word. */
function writeAmount(amount: Amount, language: Language): string {
  // English writes thousands in digits: 8 ribu is 8,000.
  const spread = language === 'en' && amount.scale === 3;
  const digits = spread ? amount.decimal : amount.mantissa;
  const whole = digits.replace(/^-/, '').split('.')[0] ?? '';
  const grouped = amount.grouped || spread || (amount.words && whole.length > 3) || amount.scale > 0;
  const marks = language === 'id' ? { thousands: '.', point: ',' } : { thousands: ',', point: '.' };
  return group(digits, grouped ? marks.thousands : '', marks.point) + (spread ? '' : SCALES[language][amount.scale]);
}

function writeNumber(amount: Amount, language: Language): string {
  if (amount.words && amount.mantissa === '0.5' && amount.scale > 3) return (language === 'id' ? 'setengah' : 'half a') + SCALES[language][amount.scale];
  const word = amount.words && amount.scale === 0 ? SMALL[language][amount.value] : undefined;
  return word ?? writeAmount(amount, language);
}

function writePercent(value: Amount & { readonly points: boolean }, language: Language, style: ValueStyle): string {
  const digits = writeAmount(value, language);
  if (value.points) return language === 'id' ? `${digits} persen poin` : `${digits} percentage ${value.decimal === '1' ? 'point' : 'points'}`;
  if (style.percent === 'sign') return `${digits}%`;
  return `${digits} ${language === 'id' ? 'persen' : style.percent === 'two-words' ? 'per cent' : 'percent'}`;
}

function writeMoney(value: MoneyValue, language: Language, style: ValueStyle): string {
  const minus = value.mantissa.startsWith('-');
  // Rupiah have no cents that anybody writes: ,00 goes.
  const mantissa = value.mantissa.replace(/^-/, '').replace(/\.0+$/, '');
  const long = (mantissa.split('.')[0] ?? '').length > 3;
  const amount = writeAmount({ ...value, mantissa, decimal: value.decimal.replace(/^-/, ''), grouped: value.grouped || long, words: false }, language);
  const pattern = value.currency === 'USD' && style.dollar === 'US$' ? 'US$@' : currencyPattern(value.currency, language);
  return (minus ? '-' : '') + pattern.replace('@', amount);
}

function writeUnit(value: UnitValue, language: Language): string {
  const names = unitNames(value.unit);
  const number = writeNumber(value, language);
  if (!names) return number;
  if (value.words && value.mantissa === '0.5' && value.scale === 0) return language === 'id' ? `setengah ${names.id}` : `half ${/^(?:hour|[aeio])/.test(names.singular) ? 'an' : 'a'} ${names.singular}`;
  if (language === 'id') return `${number} ${names.id}`;
  return `${number} ${value.decimal === '1' ? names.singular : names.plural}`;
}

const PARTS = ['', '', '', 'third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

function writeFraction(numerator: number, denominator: number, language: Language): string {
  const upper = SMALL[language][numerator];
  const part = language === 'en' ? PARTS[denominator] : SMALL.id[denominator];
  if (numerator === 1 && denominator === 2) return language === 'id' ? 'setengah' : 'half';
  if (upper === undefined || part === undefined || part === '') return denominator === 10 && language === 'id' && upper !== undefined ? (numerator === 1 ? 'sepersepuluh' : `${upper} persepuluh`) : `${numerator}/${denominator}`;
  if (language === 'id') return numerator === 1 ? `seper${part}` : `${upper} per${part}`;
  return numerator === 1 ? `a ${part}` : `${upper} ${part}s`;
}

const EN_MAGNITUDES = ['', 'dozens', 'hundreds', 'thousands', 'tens of thousands', 'hundreds of thousands', 'millions', 'tens of millions', 'hundreds of millions', 'billions', 'tens of billions', 'hundreds of billions', 'trillions', 'tens of trillions', 'hundreds of trillions'];
const ID_MAGNITUDES = ['', 'puluhan', 'ratusan', 'ribuan', 'puluhan ribu', 'ratusan ribu', 'jutaan', 'puluhan juta', 'ratusan juta', 'miliaran', 'puluhan miliar', 'ratusan miliar', 'triliunan', 'puluhan triliun', 'ratusan triliun'];

function writeVague(value: VagueValue, language: Language): string {
  const unit = value.unit === undefined ? undefined : unitNames(value.unit);
  const money = value.currency === undefined ? undefined : vagueCurrency(value.currency, language);
  const noun = money ?? (language === 'id' ? unit?.id : unit?.plural);
  if (language === 'id') return `${value.teens ? 'belasan' : (ID_MAGNITUDES[value.magnitude] ?? 'triliunan')}${noun === undefined ? '' : ` ${noun}`}`;
  // A dozen takes no `of`.
  if (value.teens) return `more than a dozen${noun === undefined ? '' : ` ${noun}`}`;
  const count = EN_MAGNITUDES[value.magnitude] ?? 'trillions';
  return noun !== undefined ? `${count} of ${noun}` : value.counts ? `${count} of` : count;
}

function vagueCurrency(currency: string, language: Language): string {
  if (currency === 'IDR') return 'rupiah';
  if (currency === 'USD') return language === 'id' ? 'dolar AS' : 'dollars';
  return currencyPattern(currency, language).replace('@', '').trim().replace(/^\W$/, '') || currency;
}

function writeTime(value: Pick<TimeValue, 'hour' | 'minute' | 'second'> & { readonly zone?: string | undefined }, language: Language, style: ValueStyle): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const zone = value.zone === undefined ? '' : ` ${nameOf('zone', value.zone, language)}`;
  const mark = language === 'id' ? '.' : ':';
  const seconds = value.second === undefined ? '' : mark + two(value.second);
  if (language === 'en' && style.clock === 12) {
    const hour = value.hour % 12 === 0 ? 12 : value.hour % 12;
    const minutes = value.minute === 0 && seconds === '' ? '' : `:${two(value.minute)}${seconds}`;
    return `${hour}${minutes} ${value.hour < 12 ? 'a.m.' : 'p.m.'}${zone}`;
  }
  const clock = `${two(value.hour)}${mark}${two(value.minute)}${seconds}${zone}`;
  return language === 'id' ? `pukul ${clock}` : clock;
}

const EN_RANKS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

function enRank(rank: number, spelt: boolean): string {
  const word = spelt ? EN_RANKS[rank] : undefined;
  if (word !== undefined && word !== '') return word;
  const teens = rank % 100 > 10 && rank % 100 < 14;
  return `${rank}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')}`;
}

function idRank(rank: number): string {
  return rank === 1 ? 'pertama' : `ke-${rank}`;
}

/** A range of percentages or units names them once, at its end; plain digits keep their hyphen. */
function writeRange(range: RangeValue, language: Language, style: ValueStyle): string {
  const { from, to, joint } = range;
  const dates = from.kind === 'date' && to.kind === 'date' ? writeDateRange(from, to, joint, language, style) : undefined;
  if (dates !== undefined) return dates;
  const links = language === 'id' ? { to: ' sampai ', between: ' dan ', and: ' dan ' } : { to: ' to ', between: ' and ', and: ' and ' };
  const plain = from.kind === 'number' && to.kind === 'number' && /^\d+[-–]\d+$/.test(range.text);
  const link = plain && joint === 'to' ? '-' : links[joint];
  const lead = joint === 'between' ? (language === 'id' ? 'antara ' : 'between ') : '';
  return lead + writeFrom(from, to, language, style) + link + writeValue(to, language, style);
}

/** The first end without what the second end says for both. */
function writeFrom(from: RangeValue['from'], to: RangeValue['to'], language: Language, style: ValueStyle): string {
  const counted = (from.kind === 'percent' && style.percent !== 'sign') || from.kind === 'unit';
  // Before `15 million percent` a bare `10` would be read as ten million.
  if (counted && to.kind === from.kind && (to.scale === 0 || to.scale === from.scale)) return writeNumber(from, language);
  // Both times are in the zone that the second one names.
  if (from.kind === 'time' && to.kind === 'time' && from.zone === to.zone) return writeTime({ ...from, zone: undefined }, language, style);
  return writeValue(from, language, style);
}
