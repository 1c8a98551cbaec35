/** Whether a text tells of the past, by its time words and verbs. */

import type { Unit } from './kinds.ts';
import type { Telling } from './predicates.ts';

const PAST = /^(?:lalu|silam|kemarin|tadi|telah|kata|katanya|ujar|ujarnya|tutur|ungkap|mengatakan|menyatakan|menambahkan|menjelaskan|mengungkapkan|dikatakan|dulu|pernah|sempat|tewas|semula|sebelumnya|kemudian|setelah|berlangsung)$/;
const PRESENT = /^(?:kini|sekarang|adalah|merupakan|sedang|biasanya|umumnya|selalu|setiap|ialah|sering|seringkali|kerap|kadang-kadang|jika|apabila|kalau|bisa|dapat|anda|tertentu|terdiri|berarti|membutuhkan|memiliki|berlaku|wajib|tersedia|termasuk)$/;

/** What happened once. */
const EVENT = /^(?:kejadian|insiden|peristiwa|kecelakaan|musibah)$/;

const SAYS = /^(?:mengatakan|menyatakan|menambahkan|menjelaskan|mengungkapkan|dikatakan|menyebut|menyebutkan|menuturkan|menegaskan|memperkirakan|mengumumkan|berharap|yakin|bahwa|menilai|mengaku|melaporkan|memprediksi|berjanji|bersumpah|mengklaim|menduga)$/;

export function tellingOf(units: readonly Unit[], headline: boolean): Telling {
  let score = 0;
  let reported = false;
  for (const { lower, reading } of units) {
    if (SAYS.test(lower)) reported = true;
    const words = lower.split(' ');
    if (lower === 'belum lama ini' || words.some((word) => PAST.test(word))) score += 2;
    else if (words.some((word) => PRESENT.test(word))) score -= 1;
    if (EVENT.test(lower)) score += 1;
    if (reading.pos === 'name' && /day$/.test(reading.renderings[0]?.text ?? '')) score += 1;
    if (reading.pos === 'value' && /\b(?:19|20)\d\d\b|day\b/.test(reading.renderings[0]?.text ?? '')) score += 1;
    if (reading.pos === 'v' && reading.voice !== 'none') score += 0.2;
  }
  return { past: !headline && score > 0, general: score < 0, firm: !headline && score >= 2, reported, headline };
}
