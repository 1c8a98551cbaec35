/**
 * He and she have something in the Indonesian to go by, for Indonesian pronouns have no gender: not the other
 * gender's words alone, and not a sentence in which there is no person to be taken up. Whom the Indonesian speaks to
 * with `Anda`, the English speaks to as well, and no more familiarly.
 *
 * @silent Dia mengatakan harga akan turun. | He said prices would fall.
 * @silent Perempuan itu mengatakan ia takut. | The woman said she was afraid.
 * @finding Perempuan itu mengatakan ia takut. | The woman said he was afraid. | Unexpected “he”, expected a word that the Indonesian gives reason for
 * @finding Panitia menunda lomba itu. | He postponed the race. | Unexpected “He”, expected a word that the Indonesian gives reason for
 * @silent Jika Anda ingin mendaftar, klik tombol ini. | If you want to register, click this button.
 * @finding Anda harus membayar pajak. | They must pay tax. | Unexpected “They”, expected “you” for “Anda”
 * @finding Anda boleh masuk. | You guys may come in. | Unexpected “You guys”, expected “you” for “Anda”
 */

import type { Finding } from '../model.ts';
import type { Check } from './pair.ts';
import { formsOf } from './word-lists.ts';

const HE = /\b(?:he|him|his|himself)\b/iu;
const SHE = /\b(?:she|her|hers|herself)\b/iu;
const MALE = formsOf(['bapak', 'pak', 'ayah', 'suami', 'pria', 'lelaki', 'laki-laki', 'putra', 'kakek', 'paman', 'raja', 'pangeran', 'duda', 'bang', 'mas', 'kiai', 'ustaz', 'pemuda', 'om', 'tuan', 'sultan', 'pastor', 'uskup', 'paus', 'jejaka', 'kaisar']);
const FEMALE = formsOf(['ibu', 'bu', 'istri', 'wanita', 'perempuan', 'putri', 'nenek', 'bibi', 'ratu', 'janda', 'mbak', 'nyai', 'ustazah', 'pemudi', 'tante', 'nyonya', 'gadis', 'permaisuri', 'bidan', 'aktris', 'siswi', 'mahasiswi', 'wartawati', 'hamil', 'melahirkan', 'biarawati', 'bunda', 'mama', 'suster', 'tkw', 'selir']);
/** A name, a pronoun, a person of whom the sentence goes on: then the article knows, and one sentence does not. */
const PERSON = formsOf(['ia', 'dia', 'beliau', 'si', 'sang', 'saya', 'aku', 'kami', 'kita', 'mereka', 'orang', 'seorang', 'seseorang', 'anak', 'bayi', 'korban', 'pelaku', 'tersangka', 'terdakwa', 'warga', 'pemain', 'penulis']);
const SOMEONE = /\p{L}nya(?!\p{L})|(?<=\S\s)["“(]?\p{Lu}|["“”']/u;

export const pronouns: Check = {
  rule: 'pronouns',
  check({ indonesian, english }) {
    const spoken = address(indonesian, english);
    if (spoken !== undefined) return [spoken];
    const [he, she] = [HE.exec(english), SHE.exec(english)];
    if (he === null && she === null) return [];
    const [male, female] = [MALE.test(indonesian), FEMALE.test(indonesian)];
    const noOne = !male && !female && !PERSON.test(indonesian) && !SOMEONE.test(indonesian);
    // One of the two alone: where a man and a woman are told of, either may be meant.
    const wrong = noOne ? (he ?? she) : female && !male && he !== null && she === null && !hasName(indonesian) ? he : male && !female && she !== null && he === null && !hasName(indonesian) ? she : null;
    if (wrong === null) return [];
    return [{ rule: 'pronouns', message: `Unexpected “${wrong[0]}”, expected a word that the Indonesian gives reason for`, actual: wrong[0], start: wrong.index, end: wrong.index + wrong[0].length }];
  },
};

const YOU = /\b(?:you|your|yours|yourself|yourselves)\b/iu;
const OTHERS = /\b(?:he|she|they|i|him|them|his|their|my)\b/iu;
/** Whom `he`, `they` or `I` may stand for. */
const OTHER = formsOf(['ia', 'dia', 'beliau', 'mereka', 'saya', 'aku', 'kami', 'kita', 'orang', 'seseorang', 'siapa']);
const FAMILIAR = /\b(?:you guys|you folks|y['’]all|yo|ya|thou|thee|thy|u|ur|buddy|dude|bro)\b/iu;

/** `Anda`, polite and to no one in particular, that became somebody else, or a pal. */
function address(indonesian: string, english: string): Finding | undefined {
  if (!/(?<!\p{L})[Aa]nda(?!\p{L})/u.test(indonesian)) return undefined;
  const wrong = FAMILIAR.exec(english) ?? (YOU.test(english) || OTHER.test(indonesian) || /\p{L}nya(?!\p{L})|["“”]/u.test(indonesian) ? null : OTHERS.exec(english));
  if (wrong === null) return undefined;
  return { rule: 'pronouns', message: `Unexpected “${wrong[0]}”, expected “you” for “Anda”`, actual: wrong[0], expected: 'you', start: wrong.index, end: wrong.index + wrong[0].length };
}

/** A person whom the sentence names may be of the other gender; the name behind `Pak` and `Bu` is of theirs. */
function hasName(indonesian: string): boolean {
  return /(?<=\p{L}[\p{L},]*\s)\p{Lu}\p{Ll}/u.test(indonesian.replaceAll(/(?<!\p{L})(?:Pak|Bu|Bapak|Ibu|Mas|Mbak)\s+\p{Lu}\p{L}*/gu, ''));
}
