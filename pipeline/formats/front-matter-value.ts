/** One value of a Markdown file's YAML front matter. */

import { isMap, isScalar, parseDocument } from 'yaml';

/** The first of `keys` that has a plain value, as text; undefined where there is none, or no YAML. */
export function frontMatterValue(source: string, keys: readonly string[]): string | undefined {
  const fenced = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source)?.[1];
  if (fenced === undefined) return undefined;
  const { contents, errors } = parseDocument(fenced);
  if (errors.length > 0 || !isMap(contents)) return undefined;
  for (const key of keys) {
    const value: unknown = contents.get(key, true);
    if (isScalar(value) && typeof value.source === 'string' && value.source !== '') return value.source;
  }
  return undefined;
}
