/**
 * Whether a text tells of the past, by its time words and verbs. The words were chosen by how much better or worse
 * the development sentences that hold them are told in the present.
 */

import type { Unit } from './kinds.ts';
import type { Telling } from './predicates.ts';

const PAST = /^(?:lalu|silam|kemarin|tadi|telah|kata|katanya|ujar|ujarnya|tutur|ungkap|mengatakan|menyatakan|menambahkan|menjelaskan|mengungkapkan|dikatakan|dulu|pernah|sempat|tewas|semula|sebelumnya|kemudian|setelah|berlangsung)$/;
const PRESENT = /^(?:kini|sekarang|adalah|merupakan|sedang|biasanya|umumnya|selalu|setiap|ialah|sering|seringkali|kerap|kadang-kadang|jika|apabila|kalau|bisa|dapat|anda|tertentu|terdiri|berarti|membutuhkan|memiliki|berlaku|wajib|tersedia|termasuk|terus|tetap)$/;

/** What happened once. */
const EVENT = /^(?:kejadian|insiden|peristiwa|kecelakaan|musibah)$/;

const SAYS = /^(?:mengatakan|menyatakan|menambahkan|menjelaskan|mengungkapkan|dikatakan|menyebut|menyebutkan|menuturkan|menegaskan|memperkirakan|mengumumkan|berharap|yakin|bahwa|menilai|mengaku|melaporkan|memprediksi|berjanji|bersumpah|mengklaim|menduga|mengonfirmasi|mengkonfirmasi|membenarkan|memastikan)$/;

export function tellingOf(units: readonly Unit[], headline: boolean): Telling {
  let score = 0;
  let reported = false;
  for (const { lower, reading } of units) {
    if (SAYS.test(lower)) reported = true;
    const words = lower.split(' ');
    if (lower === 'belum lama ini' || words.some((word) => PAST.test(word))) score += 2;
    else if (words.some((word) => PRESENT.test(word))) score -= 1;
    if (words.some((word) => EVENT.test(word))) score += 2;
    if (lower === 'akan') score -= 1;
    else if (/^(?:ada|perlu)$/.test(lower)) score -= 0.5;
    if (SAYS.test(lower) && !PAST.test(lower) && !/^(?:berharap|yakin|bahwa)$/.test(lower)) score += 1;
    if (reading.pos === 'name' && /day$/.test(reading.renderings[0]?.text ?? '')) score += 1;
    if (reading.pos === 'value' && /\b(?:19|20)\d\d\b|day\b/.test(reading.renderings[0]?.text ?? '')) score += 1;
    if (reading.pos === 'v' && reading.voice !== 'none') score += 0.3;
  }
  return { past: !headline && score > 0, general: score < 0, firm: !headline && score >= 2, reported, headline, lasting: false, now: false, quoted: false };
}

/** `Anak-anak takut," katanya.`: the quotation began before the sentence. */
export function beginsQuoted(units: readonly Unit[]): boolean {
  const mark = units.findIndex(({ lower }) => /^["“”]/.test(lower));
  return mark > 0 && (units[mark]?.lower === '”' || /^[,.!?]$/.test(units[mark - 1]?.lower ?? ''));
}

const THEN = /^(?:lalu|silam|kemarin|tadi|telah|sudah|dulu|pernah|sempat|semula|waktu itu|saat itu|ketika itu|sebelumnya)$/;

/** Who is quoted speaks of now, unless a word of the quotation says otherwise. */
export function speaking(units: readonly Unit[], at: number, outside: Telling): Telling {
  const end = units.findIndex((unit, index) => index >= at && /^["”]/.test(unit.lower));
  const words = units.slice(at, end < 0 ? units.length : end);
  return words.some(({ lower, reading }) => THEN.test(lower) || (reading.pos === 'value' && /\b(?:19|20)\d\d\b/.test(reading.renderings[0]?.text ?? ''))) ? outside : { ...outside, firm: false, quoted: true };
}
