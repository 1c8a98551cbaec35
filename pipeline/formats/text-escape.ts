/** Plain words into Markdown that reads back as the same words, with as few backslashes as is safe. */

/**
 * One line of text, escaped so that a CommonMark and GFM parser reads the very same words in one
 * block. Web addresses stay as they are wherever that is safe.
 * @param text One line with single blanks, as `cleanLine` gives it, and not empty.
 */
export function escapeText(text: string, place: 'paragraph' | 'heading' | 'list-item'): string {
  // Most paragraphs hold nothing special; they cost one search.
  const inline = SPECIAL.test(text) ? text.replace(PIECE, escapePiece) : text;
  const start = inline.replace(BLOCK_START, (digits) => `${digits}\\`);
  return place === 'heading' ? start.replace(/(?<= )#+$/, (signs) => '\\#'.repeat(signs.length)) : start;
}

/** The only characters that mean anything inside a line. `|` and `]` do not: no table, no open bracket. */
const SPECIAL = /[\\`*_[<&~]/;

/** What would begin a list, a heading, a quotation, a rule or front matter at the start of a line. */
const BLOCK_START = /^(?:\d{1,9}(?=[.)](?: |$))|(?=>|#{1,6}(?: |$)|[-+](?:[ +-]|$)))/;

/** A web address with all that hangs on it, or one special character. */
const PIECE = /(?:https?:\/\/|www\.)\S+|[\\`*[<~]|_|&(?=[#a-z])/gi;

function escapePiece(piece: string, at: number, text: string): string {
  if (piece.length > 1) return escapeAddress(piece, at, text);
  // Between letters or digits an underscore opens and closes nothing.
  if (piece === '_' && /^[a-z\d]_[a-z\d]/i.test(text.slice(Math.max(0, at - 1), at + 2)) && at > 0) return piece;
  return `\\${piece}`;
}

/**
 * The parser takes an address literally, backslashes included: it must stand without any, or be
 * broken (`https\://`), after which it is read as words.
 */
function escapeAddress(address: string, at: number, text: string): string {
  if (!SPECIAL.test(address)) return address;
  const isApart = at === 0 || /[\s(]/.test(text.charAt(at - 1));
  if (isApart && PLAIN_ADDRESS.test(address) && !/_[^a-z\d]*$/i.test(address) && !/&#?\w+;/.test(address)) return address;
  return address.replace(ADDRESS_PIECE, (whole, scheme: string | undefined, sign: string | undefined) => (scheme === undefined ? `\\${whole}` : `${scheme}\\${sign ?? ''}`));
}

/** The `:` or `.` that makes an address, wherever it stands, or a special character. */
const ADDRESS_PIECE = /(https?(?=:)|www(?=\.))([:.])|[\\`*[<~_]|&(?=[#a-z])/gi;
const PLAIN_ADDRESS = /^(?:https?:\/\/)?[a-z\d-]+(?:\.[a-z\d-]+)+(?:[/?#:][^\s<>[\]`*\\~]*)?$/i;
