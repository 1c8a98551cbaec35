/** Readings that a word's neighbours rule out. */

import { isToughWord } from './adjectives.ts';
import type { Analyser } from './analysis.ts';
import type { Reading, Token } from './kinds.ts';
import { isLikely, isMoment, isNew, isNounAt } from './neighbours.ts';

/** Whether the word at `at`, which has these `readings`, cannot be read as `found` beside its neighbours; `titled`: in a headline. */
export function isRuledOut(tokens: readonly Token[], at: number, found: Reading, readings: readonly Reading[], analyser: Analyser, titled: boolean): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined) return false;
  // `12 orang tewas`: the deed; only `korban tewas` are dead victims.
  if (token.lower === 'tewas' && found.pos === 'a' && before?.lower !== 'korban') return true;
  // `12 orang luka-luka`: what they are, not what they have.
  if (token.lower === 'luka-luka' && found.pos === 'n' && before?.lower === 'orang') return true;
  // `empat kali terendam`: deeds are counted, states are not.
  if (found.pos === 'a' && before?.lower === 'kali' && readings.some(({ pos }) => pos === 'v')) return true;
  // `kemungkinan tidak akan naik`: how likely it is.
  if (token.lower === 'kemungkinan' && found.pos === 'n' && isLikely(tokens, at, analyser)) return true;
  // `pada saat itu`: a moment; else it says when.
  if (token.lower === 'saat' && found.pos === 'n' && !isMoment(tokens, at)) return true;
  // `memiliki waktu tambahan`: time that one has.
  if (token.lower === 'waktu' && found.pos === 'conj' && /^(?:memiliki|punya|mempunyai|butuh|membutuhkan|perlu|memerlukan|menghabiskan|memakan|memberi|memberikan|meluangkan|membuang|mengulur|jumlah|banyak|sedikit|cukup|dalam|pada|dari|setiap|semua|tenggat|batas|jangka|kurun|zona|rentang|menghemat|suatu|satu|beberapa|soal|masalah|kisaran)$/.test(before?.lower ?? '')) return true;
  // `Waktu juga terbatas.`: time itself.
  if (token.lower === 'waktu' && found.pos === 'conj' && /^(?:juga|adalah|merupakan|itu|ini|yang|untuk|dan|telah|sudah|akan|bukan|tidak|terus|habis|setempat|[,.])$/.test(tokens[at + 1]?.lower ?? '')) return true;
  // `pemimpin baru Cina`: new; `baru tiba`, `baru 68`: only now, only.
  if (token.lower === 'baru' && found.pos !== 'a' && !titled && isNew(tokens, at, analyser)) return true;
  // `sulit ditemukan`, `menjadi parah`: what something is, not how it is done.
  if (found.pos === 'adv' && readings.some(({ pos }) => pos === 'a') && analyser.readings(tokens[at + 1]?.lower ?? '')[0]?.pos !== 'a' && (/^(?:menjadi|bersikap|terlihat|tampak|terasa|dinilai|dianggap|tergolong|terbukti|kelihatan|terdengar)$/.test(before?.lower ?? '') || (isToughWord(token.lower) && tokens[at + 1]?.lower.startsWith('di') === true))) return true;
  // `sulit diselesaikan`: nobody there who finds it so.
  if (token.lower === 'sulit' && found.pos === 'mod' && !/^(?:me|ber|(?:tidur|makan|masuk|keluar|percaya|hidup|lepas)$)/.test(tokens[at + 1]?.lower ?? '')) return true;
  // `saat melawan Persija`: a deed.
  if (token.lower === 'melawan' && found.pos === 'prep' && /^(?:saat|ketika|setelah|sebelum|usai|untuk|dalam|sedang|ikut|terus|harus|berani|berhasil|bisa|mampu|kami|kita|mereka|saya|ia|dia|yang)$/.test(before?.lower ?? '')) return true;
  // `Warga selamat.`: safe.
  if (token.lower === 'selamat' && found.pos === 'int' && isNounAt(tokens, at - 1, analyser)) return true;
  // `ketakutan akan perubahan`: of what it is.
  if (token.lower === 'akan' && (found.pos === 'prep') !== (/^(?:ke.+an|rasa .+|sadar|haus|kerinduan|kebutuhan|kesadaran)$/.test(before?.lower ?? '') && isNounAt(tokens, at + 1, analyser))) return true;
  // `deteksi dini kanker`: the noun's own.
  if (found.pos === 'adv' && analyser.readings(before?.lower ?? '').some(({ pos }) => pos === 'n') && isNounAt(tokens, at + 1, analyser) && readings.some(({ pos }) => pos === 'a')) return true;
  // `kota tempat PT Sinar beroperasi`: where.
  if (token.lower === 'tempat' && found.pos === 'n' && isNounAt(tokens, at - 1, analyser) && (/^(?:capital|upper|mixed)$/.test(tokens[at + 1]?.shape ?? '') || analyser.readings(tokens[at + 1]?.lower ?? '')[0]?.pos === 'pron') && !titled) return true;
  // `mengejutkan penggemar`: whom it surprises.
  if (found.pos === 'a' && /^me.+(?:kan|i)$/.test(token.lower) && isNounAt(tokens, at + 1, analyser) && readings.some(({ pos }) => pos === 'v') && !/^(?:lebih|paling|sangat|yang|terlalu|cukup|amat)$/.test(before?.lower ?? '')) return true;
  // `lebih unggul`: only what something is has degrees.
  if (found.pos === 'v' && /^(?:lebih|paling|sangat|terlalu|cukup|kurang|semakin|amat)$/.test(before?.lower ?? '') && readings.some(({ pos }) => pos === 'a')) return true;
  // `dalam membayar pajak`: in doing it.
  if (token.lower === 'dalam' && found.pos === 'a' && /^(?:me|ber)/.test(tokens[at + 1]?.lower ?? '')) return true;
  // `melakukan akuisisi`: what is done is a noun where it can be one.
  if (found.voice === 'bare' && readings.some(({ pos }) => pos === 'n') && /^(?:melakukan|dilakukan|mengadakan|menggelar|mengalami)$/.test(before?.lower ?? '')) return true;
  return false;
}
