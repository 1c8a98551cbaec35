/** What the neighbours of a word say of its reading. */

import type { Analyser } from './analysis.ts';
import { isHead, isPerson } from './heads.ts';
import type { Token } from './kinds.ts';
import type { Known } from './loans.ts';

/** Whether the word at `at` is a noun first of all. */
export function isNounAt(tokens: readonly Token[], at: number, analyser: Analyser): boolean {
  return tokens[at]?.kind === 'word' && analyser.readings(tokens[at].lower)[0]?.pos === 'n';
}

/** Whether a rise, a fall or a change stands shortly before. */
export function changes(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 6), at).some(({ lower }) => /^(?:dari|turun|naik|jatuh|anjlok|merosot|tumbuh|susut|(?:me|di|ber|ter)(?:nurun|turun|ning?kat|tingkat|naik|ubah|rubah|ngubah|tambah|nambah|kurang|ngurang|lonjak|nyusut|pangkas|mangkas|pecah|mecah|bagi|mbagi|kembang|ngembang|ganti|ngganti|potong|motong|nguat|lemah|bengkak|mbengkak|lebar|nyempit|roket|rangkak|nanjak)\w*)$/.test(lower));
}

/** Whether a verb or what stands before one follows, and no preposition stands before: `kemungkinan` is an adverb then. */
export function isLikely(tokens: readonly Token[], at: number, analyser: Analyser): boolean {
  const next = tokens[at + 1]?.lower ?? '';
  const before = tokens[at - 1];
  if (before !== undefined && analyser.readings(before.lower)[0]?.pos === 'prep') return false;
  return /^(?:mod|neg|v)$/.test(analyser.readings(next)[0]?.pos ?? '') || /^(?:akibat|karena)$/.test(next);
}

/** Whether `saat` is a moment here; else it says when. */
export function isMoment(tokens: readonly Token[], at: number): boolean {
  return /^(?:pada|di|setiap|tiap|suatu|beberapa|banyak|satu|sampai|hingga|dari|sejak|untuk|dalam|semua)$/.test(tokens[at - 1]?.lower ?? '') || /^(?:itu|ini|tersebut|yang|terakhir|terbaik|tepat|[,.])$/.test(tokens[at + 1]?.lower ?? '');
}

/** Whether `baru` behind a noun describes it: nothing follows that could be new only now. */
export function isNew(tokens: readonly Token[], at: number, analyser: Analyser): boolean {
  const next = tokens[at + 1];
  if (analyser.readings(tokens[at - 1]?.lower ?? '')[0]?.pos !== 'n' || next === undefined) return false;
  // `5.000 mahasiswa baru tahun ini`: so many that are new.
  if (tokens[at - 2]?.kind === 'value' && isPerson(tokens[at - 1]?.lower ?? '')) return true;
  // `data baru hasil sensus`: another noun that is no time.
  if (next.shape === 'lower' && analyser.readings(next.lower)[0]?.pos === 'n' && !isHead(next.lower, 'time')) return true;
  return next.kind === 'punct' || next.shape === 'capital' || /^(?:untuk|di|yang|dan|dari|bagi|pada|dalam|itu|ini|tersebut|tidak|tak|belum|bukan|harus|wajib|juga|adalah|ialah|merupakan|telah|sudah|hanya|oleh|dengan|serta|atau|ke|agar|supaya|seperti|sebagai|tentang|mengenai|terkait|soal)$/.test(next.lower);
}

/** Whether a capital belongs to somebody's name: `, Firman Mulya Jaya`, `Agus Hakim`, `Bintang Pamungkas`. */
export function isCalled(tokens: readonly Token[], at: number, { lexicon, analyser }: Known): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (token?.kind !== 'word' || token.shape !== 'capital' || lexicon.names.get(token.text) !== undefined) return false;
  const onlyName = (one: Token | undefined): boolean => one?.kind === 'word' && one.shape === 'capital' && lexicon.names.get(one.text) === undefined && !analyser.readings(one.lower).some(({ how }) => how === 'listed');
  const kind = KINDS.some((one) => isHead(token.lower, one));
  // A given name that is a word too, before what is only a name.
  const given = (one: Token | undefined): boolean => one?.shape === 'capital' && GIVEN.test(one.lower);
  if (given(token) && ((onlyName(next) && !lexicon.kept(next?.text ?? '')) || given(next))) return true;
  if (before === undefined) return false;
  // A word behind what is only a name: a surname, unless it is a title and a name follows.
  if ((onlyName(before) || given(before)) && !PLACED.test(token.lower) && !(kind && next?.shape === 'capital') && !/^(?:PT|CV|UD)$/.test(tokens[at - 2]?.text ?? '')) return true;
  return !kind && before.text === ',' && onlyName(next);
}

const KINDS = ['title', 'of', 'after', 'keep', 'time', 'one'] as const;
const GIVEN = /^(?:hari|bintang|agung|indah|firman|setia|cinta|berlian|damai|makmur|bahagia|surya|cahaya|mega|fajar|intan|mutiara|melati|bunga|kasih|jaya|guntur|satria|teguh|wahyu|sinar|gembira|untung|slamet|selamat|suci|murni|kurnia|rahmat|nikmat|iman|taufik|hikmah|ilham|anugerah|rezeki|mawar|permata|bakti|budi|darma|mulia|luhur|perkasa|lestari|arif|bijak|sakti|mulya|harapan|merdeka|pertiwi|gunawan|utama|utomo|daud|yusuf|musa|isa|ibrahim)$/;
/** What says where or which behind the name of a place or a firm. */
const PLACED = /^(?:utara|selatan|timur|barat|tengah|tenggara|pusat|raya|besar|kecil|kota|kabupaten|lama|baru|tinggi|rendah|dalam|luar|atas|bawah|hulu|hilir|darat|laut|syariah|persero|terbuka|masters|junior|senior|muda|nasional|internasional)$/;
