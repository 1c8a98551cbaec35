/**
 * Links, domains, e-mail addresses, hashtags and handles stand in the English as they are.
 *
 * @silent Daftar di https://contoh.go.id/daftar. | Register at https://contoh.go.id/daftar.
 * @silent Situs Detik.com menulis itu. | Detik reported that.
 * @finding Tagar #BlokirKominfo ramai. | The hashtag #BlockKominfo is busy. | Unexpected #BlockKominfo, expected #BlokirKominfo
 * @finding Kirim ke redaksi@contoh.id. | Send it to us. | redaksi@contoh.id is missing, expected it as it is
 */

import type { Finding, Inline } from '../model.ts';
import type { Check } from './pair.ts';

const ADDRESS = /https?:\/\/[^\s<>"“”]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?<![\p{L}\p{N}&/])[#@][\p{L}_][\p{L}\p{M}\p{N}_.]*|(?<![\p{L}\p{N}@.-])(?:[a-z0-9][a-z0-9-]*\.)+(?:id|com|org|net|gov|edu|io|co|info|tv|app|dev|me)(?:\/[^\s<>"“”]*)?(?![\p{L}\p{N}-])/gu;

/** What every address has in it; most sentences have none of it. */
const MAY = /[@#]|\/\/|[\w-]\.[a-z]/u;

export const addresses: Check = {
  rule: 'addresses',
  check({ source: from, target }) {
    const [indonesian, english] = [withAddresses(from), withAddresses(target)];
    if (!MAY.test(indonesian) && !MAY.test(english)) return [];
    const extra = addressesIn(english);
    const missing = addressesIn(indonesian).filter((address) => {
      const at = extra.findIndex(({ text }) => text.toLowerCase() === address.text.toLowerCase());
      if (at >= 0) extra.splice(at, 1);
      return at < 0 && !english.toLowerCase().includes(address.text.toLowerCase());
    });
    const source = indonesian.toLowerCase();
    const spare = extra.filter(({ text }) => !source.includes(text.toLowerCase()));
    const findings = missing.map(({ text }): Finding => {
      const wrong = spare.shift();
      return wrong === undefined
        ? { rule: 'addresses', message: `${shown(text)} is missing, expected it as it is`, expected: text }
        : { rule: 'addresses', message: `Unexpected ${shown(wrong.text)}, expected ${shown(text)}`, actual: wrong.text, expected: text, start: wrong.start, end: wrong.start + wrong.text.length };
    });
    return [...findings, ...spare.map(({ text, start }): Finding => ({ rule: 'addresses', message: `Unexpected ${shown(text)}, expected none`, actual: text, start, end: start + text.length }))];
  },
};

/** The words, with the addresses that Markdown itself makes links of. */
function withAddresses({ parts, marks }: Inline): string {
  return parts.map((part) => {
    if (part.kind === 'text') return part.value;
    const mark = part.kind === 'sealed' ? marks.find(({ id }) => id === part.id) : undefined;
    return mark?.type === 'autolink' || mark?.type === 'email' ? mark.open : part.kind === 'sealed' ? '\uFFFC' : '';
  }).join('');
}

function addressesIn(text: string): { readonly text: string; readonly start: number }[] {
  return [...text.matchAll(ADDRESS)].map((match) => ({ text: match[0].replace(/[.,;:!?)\]'’…]+$/u, ''), start: match.index }));
}

/** A message stands in a cell of the sheet, where two slashes begin a note. */
function shown(text: string): string {
  return text.replace(/^https?:\/\//u, '').replaceAll('//', '/').replace(/[;|]/g, ' ');
}
