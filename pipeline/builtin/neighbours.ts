/** What the neighbours of a word say of its reading. */

import type { Analyser } from './analysis.ts';
import type { Token } from './kinds.ts';

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
