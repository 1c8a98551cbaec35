/** The version of the package, which every output carries. */

import { readFileSync } from 'node:fs';

export function version(): string {
  // One folder up from dist/ and from pipeline/ alike.
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return /"version"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}
