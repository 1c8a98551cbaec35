/** Quotation marks and apostrophes, straight or curly. */

export type QuoteMarks = 'straight' | 'curly';

/** `text` (may be tagged) with all marks of one kind. What stands behind a figure may be feet or inches and stays. */
export function quotesIn(text: string, kind: QuoteMarks): string {
  if (kind === 'straight') return text.replace(/[“”„«»]/gu, '"').replace(/[‘’]/gu, "'");
  return text.replace(/["']/gu, (mark, at: number) => {
    const before = text.slice(Math.max(0, at - 40), at).replace(/<\/?[gx]\d{1,4}\/?>/g, '').slice(-1);
    const after = text.charAt(at + 1);
    if (/\d/.test(before)) return mark;
    const opens = before === '' || /[\s([{—–“‘]/u.test(before);
    // `'90s` has lost its century: an apostrophe.
    if (mark === "'") return opens && !/\d/.test(after) ? '‘' : '’';
    return opens ? '“' : '”';
  });
}

/** The first mark of the other kind in `text`; undefined where there is none. */
export function strayQuote(text: string, kind: QuoteMarks): { readonly text: string; readonly start: number } | undefined {
  const found = (kind === 'straight' ? /[“”„«»‘’]/u : /(?<!\d)["']/u).exec(text);
  return found === null ? undefined : { text: found[0], start: found.index };
}
