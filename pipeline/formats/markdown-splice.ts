/** Edits of a text by offset. */

/** `text` in place of `[start, end)`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The block whose words these are. */
  readonly block?: number;
  /** The block that it stands in, where that is not the document. */
  readonly holder?: number | undefined;
}

/** `[start, end)` of `source` with the edits that lie in it; those outside are left alone. */
export function splice(source: string, start: number, end: number, edits: readonly Edit[]): string {
  let out = '';
  let at = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at || edit.end > end) continue;
    out += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + source.slice(at, end);
}
