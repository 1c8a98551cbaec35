/** Amounts of something: which of the two an adjective behind them describes. */

import type { Described } from './adjectives.ts';
import type { NounPhrase } from './phrase-parts.ts';

/** `jumlah penjualan produk yang signifikan`: what is said of an amount is said of its size. */
export function ofAmount(form: string, adjectives: readonly Described[], of: NounPhrase): Pick<NounPhrase, 'of' | 'adjectives'> {
  const inner = /^(?:jumlah|daftar|kumpulan|deretan|serangkaian|rangkaian)$/.test(form) && of.before.length === 0 ? { ...of, plural: true } : of;
  if (!/^(?:jumlah|tingkat|nilai|volume|angka|persentase|kadar|laju|porsi)$/.test(form)) return { of: inner, adjectives };
  const [rest, size] = withoutSize(inner);
  return { of: rest, adjectives: size === undefined ? adjectives : [...adjectives, size] };
}

/** The phrase without the word for a size that stands last in it, and that word. */
function withoutSize(phrase: NounPhrase): readonly [NounPhrase, Described | undefined] {
  const last = phrase.adjectives.at(-1);
  if (last !== undefined && SIZES.test(last.unit.lower)) return [{ ...phrase, adjectives: phrase.adjectives.slice(0, -1) }, last];
  if (phrase.of === undefined) return [phrase, undefined];
  const [of, size] = withoutSize(phrase.of);
  return [{ ...phrase, of }, size];
}

const SIZES = /^(?:signifikan|besar|kecil|tinggi|rendah|sedikit|memadai|terbatas|tertentu|sama)$/;
