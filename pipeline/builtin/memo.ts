/** Answers kept by what was asked. */

/** What `make` gave for `key` before, or gives now. */
export type Memo<Made> = (key: string, make: () => Made) => Made;

/**
 * A memo that forgets everything when it holds `limit` keys: text that never repeats itself costs no more than that
 * many entries, and text that does has its common words back at once.
 */
export function makeMemo<Made>(limit: number): Memo<Made> {
  const kept = new Map<string, { readonly made: Made }>();
  return (key, make) => {
    let known = kept.get(key);
    if (known === undefined) {
      known = { made: make() };
      if (kept.size >= limit) kept.clear();
      kept.set(key, known);
    }
    return known.made;
  };
}
