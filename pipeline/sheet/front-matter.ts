/** The YAML block at the head of a sheet, and the list of rows in it. */

import { parseDocument } from 'yaml';
import { z } from 'zod';
import { SheetError } from '../errors.ts';
import type { FrontMatter, FrontValue } from './sheet.ts';

/** Version of the sheet's form: what tells a sheet from any other Markdown file. */
const VERSION = 1;

const value: z.ZodType<FrontValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(value), z.record(z.string(), value)]),
);
const schema = z.record(z.string(), z.union([value, z.null()]));

/** A string that YAML 1.1 and 1.2 both read as that string without quotes. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./@+-]*(?: [A-Za-z0-9_./@+-]+)*$/;
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null|inf|nan)$/i;
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** The front matter with its fences. `rows` are the numbers of all rows but the left-over ones. */
export function writeFrontMatter(record: FrontMatter, rows: readonly string[]): string {
  let out = `---\npadan: ${VERSION}\n`;
  for (const [key, item] of Object.entries(record)) out += `${scalar(key)}: ${flow(item)}\n`;
  return `${out}rows: ${flow(packIds(rows))}\n---\n`;
}

export interface ReadFrontMatter {
  readonly frontMatter: FrontMatter;
  readonly written: readonly string[] | undefined;
}

/**
 * Reads the YAML between the fences; `line` is the line of the opening fence.
 * @throws SheetError for what is no YAML, no map, or not a sheet's.
 */
export function readFrontMatter(yaml: string, line: number): ReadFrontMatter {
  const document = parseDocument(yaml, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    // What never ends is found at the end: the last line that says something is nearer to the fault.
    const before = yaml.slice(0, error.pos[0]).trimEnd().split('\n').length;
    throw new SheetError(line + before, `Unexpected front matter, expected YAML: ${error.message.split('\n')[0] ?? ''}; undo the change above the first table`);
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 10 });
  } catch {
    throw new SheetError(line, 'Unexpected aliases in the front matter, expected plain keys and values; undo the change above the first table');
  }
  const parsed = schema.safeParse(plain);
  if (!parsed.success) throw new SheetError(line, 'Unexpected front matter, expected keys with plain values; undo the change above the first table');
  const { padan, rows, ...rest } = parsed.data;
  if (padan === undefined) throw new SheetError(line, NOT_A_SHEET);
  if (padan !== VERSION) {
    throw new SheetError(line, `Unexpected sheet of version ${JSON.stringify(padan)}, expected version ${VERSION}; use the Padan that wrote it`);
  }
  const frontMatter: Record<string, FrontValue> = {};
  for (const [key, item] of Object.entries(rest)) if (item !== null) frontMatter[key] = item;
  return { frontMatter, written: typeof rows === 'string' ? unpackIds(rows) : undefined };
}

export const NOT_A_SHEET =
  'Unexpected file that is no sheet of Padan (no `padan:` in a front matter), expected one; move the file away, or undo the change at its head';

/** A quick look without parsing: may this be a sheet? */
export function looksLikeSheet(text: string): boolean {
  const head = text.startsWith('\uFEFF') ? text.slice(1, 4001) : text.slice(0, 4000);
  return /^---[ \t]*\r?\n(?:[^\n]*\n){0,40}?["']?padan["']?[ \t]*:/.test(head);
}

/** `1.1 2.1 2.2 2.3 3.1 4.1` as `1x1 2x3 3-4x1`: short, and still to be read by a person. */
export function packIds(ids: readonly string[]): string {
  const counts: { name: string; count: number }[] = [];
  for (const id of ids) {
    const block = /^([1-9]\d{0,14})\.([1-9]\d{0,14})$/.exec(id);
    const last = counts.at(-1);
    if (block?.[1] === undefined) counts.push({ name: id, count: 0 });
    else if (last?.name === block[1] && last.count > 0 && String(last.count + 1) === block[2]) last.count += 1;
    else if (block[2] === '1') counts.push({ name: block[1], count: 1 });
    else counts.push({ name: id, count: 0 });
  }
  const out: string[] = [];
  for (let at = 0; at < counts.length; ) {
    const first = counts[at];
    if (first === undefined) break;
    let end = at + 1;
    if (first.count > 0) while (counts[end]?.count === first.count && counts[end]?.name === String(Number(first.name) + end - at)) end += 1;
    const name = end - at > 1 ? `${first.name}-${counts[end - 1]?.name ?? ''}` : first.name;
    out.push(first.count === 0 ? first.name : `${name}x${first.count}`);
    at = end;
  }
  return out.join(' ');
}

/** Most rows that a list may name: a mistyped range must not fill the memory. */
const MOST_ROWS = 1_000_000;

export function unpackIds(packed: string): string[] | undefined {
  const out: string[] = [];
  for (const token of packed.split(/\s+/)) {
    if (token === '') continue;
    const run = /^(\d{1,15})(?:-(\d{1,15}))?x(\d{1,7})$/.exec(token);
    if (run === null) {
      out.push(token);
      continue;
    }
    const first = Number(run[1]);
    const last = run[2] === undefined ? first : Number(run[2]);
    const count = Number(run[3]);
    if ((last - first + 1) * count + out.length > MOST_ROWS) return undefined;
    for (let block = first; block <= last; block += 1) for (let n = 1; n <= count; n += 1) out.push(`${block}.${n}`);
  }
  return out;
}

function flow(item: FrontValue): string {
  if (typeof item === 'string') return scalar(item);
  if (typeof item === 'number' || typeof item === 'boolean') return String(item);
  if (isList(item)) return `[${item.map(flow).join(', ')}]`;
  const pairs = Object.entries(item).map(([key, inner]) => `${scalar(key)}: ${flow(inner)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function isList(item: FrontValue): item is readonly FrontValue[] {
  return Array.isArray(item);
}

/** As it is where that is safe, else in double quotes: JSON strings are YAML. */
function scalar(text: string): string {
  if (text.length < 200 && PLAIN.test(text) && !RESERVED.test(text)) return text;
  return JSON.stringify(text).replace(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
