/** A sentence that begins without a blank: `selesai.Kemudian`, `dia."Kami`. */

import { endingOf, isInitials } from './abbreviations.ts';
import { firstWord, readNext } from './around.ts';
import type { Left } from './around.ts';
import { isDigit, isWord } from './characters.ts';
import { isDoubleQuote } from './closers.ts';
import { isOpeningBracket } from './pairs.ts';
import type { Sentence } from './sentence.ts';

/** Endings of hosts and files, which are one word with what stands before the full stop. */
const SUFFIX = /^(?:com|co|id|net|org|info|tv|go|ac|sch|or|mil|web|my|io|ai|app|dev|me|news|online|site|js|ts|py|pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|mp[34]|zip|exe|apk|html?|php|csv|txt|md)$/i;

/** As `boundaryAfter`, for a run that stops at `to` and whose closers end at `end` with no blank after them. */
export function gluedBoundary(text: string, to: number, end: number, left: Left, sentence: Sentence, extra: ReadonlySet<string>): number {
  const code = text.charCodeAt(end);
  const isOpener = isDoubleQuote(code) || isOpeningBracket(code);
  if (!isWord(text, end) && !isOpener) return -1;
  // `A.A.A`, `U.S`: one letter is no word; cheap to see, and most inner dots are such.
  if (!isOpener && end === to && (!isWord(text, end + 1) || !(isWord(text, end - 3) || isDigit(text.charCodeAt(end - 2))))) return -1;
  const next = readNext(text, end);
  if (next.kind !== 'upper' || !/^\p{Lu}/u.test(firstWord(next))) return -1;
  if (/[@/_=]/.test(left.token) || /^www\.|^https?:/.test(left.token)) return -1;
  // After a closing mark, or before an opening one, a capital is enough.
  if (isOpener || end > to || left.token === '') return isAbbreviation(left.token, extra) ? -1 : end;
  const word = firstWord(next).split(/[.:]/u, 1)[0] ?? '';
  const isAcronym = /^\p{Lu}{3,}$/u.test(word) && /\p{Ll}{3}$/u.test(left.token);
  if (SUFFIX.test(word) || (!isAcronym && !/^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(word))) return -1;
  // `Laporan.Akhir.pdf`
  if (/^[^.]+\.[\p{Ll}\d]/u.test(firstWord(next))) return -1;
  if (isAbbreviation(left.token, extra)) return -1;
  const last = left.token.split('.').pop() ?? '';
  if (left.start <= sentence.firstWord && /^\d+$/.test(last)) return -1;
  return /^(?:\p{Ll}{2,}|\p{Lu}\p{Ll}{3,}|\p{Lu}{3,}|\d{1,4}|[\p{L}\d]+-[\p{L}\d-]{2,}|.*[\p{Ll}\d]{3,})$/u.test(last) ? end : -1;
}

function isAbbreviation(token: string, extra: ReadonlySet<string>): boolean {
  return token !== '' && (endingOf(token, extra) !== undefined || endingOf(token.split('.').pop() ?? '', extra) !== undefined || isInitials(token));
}
