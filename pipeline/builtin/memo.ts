/** Answers kept by what was asked. */

/** What `make` gave for `key` before, or gives now. */
export type Memo<Made> = (key: string, make: () => Made) => Made;

/**
 * A memo of at most `limit` keys, in two generations: what is asked for again moves to the younger one, and when that
 * holds half of them the older is forgotten. Text that never repeats itself costs no more than `limit` entries, and the
 * common words of text that does are never lost.
 */
export function makeMemo<Made>(limit: number): Memo<Made> {
  let young = new Map<string, { readonly made: Made }>();
  let old = new Map<string, { readonly made: Made }>();
  return (key, make) => {
    const known = young.get(key);
    if (known !== undefined) return known.made;
    const kept = old.get(key) ?? { made: make() };
    if (young.size >= limit / 2) {
      old = young;
      young = new Map();
    }
    young.set(key, kept);
    return kept.made;
  };
}
