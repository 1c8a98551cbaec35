/** Front matter: which values are words, and how a new value is written so that only the scalar changes. */

import { type Document, isMap, isScalar, parseDocument, Scalar as YamlScalar, stringify } from 'yaml';
import { collapse } from './inline-keys.ts';
import type { Chain, MarkdownBlock, Scalar } from './markdown-block.ts';

export interface FrontMatter {
  readonly blocks: readonly MarkdownBlock[];
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** The values of `keys` in the YAML at `range` of `source` (fences included). */
export function readFrontMatter(
  source: string,
  range: { readonly start: number; readonly end: number },
  keys: readonly string[],
  chain: Chain,
): FrontMatter {
  const inside = /^---[ \t]*(?:\r\n|\r|\n)/.exec(source.slice(range.start, range.end));
  const base = range.start + (inside?.[0].length ?? 0);
  const text = source.slice(base, range.end).replace(/(?:\r\n|\r|\n)---[ \t]*$|^---[ \t]*$/, '');
  const document = parse(text);
  const fault = document.errors[0];
  if (fault !== undefined) {
    const before = text.slice(0, fault.pos[0]);
    const line = 2 + (before.match(/\r\n|\r|\n/g)?.length ?? 0);
    const what = (fault.message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    return {
      blocks: [],
      faults: [{ line, message: `Expected the front matter to be YAML: ${what}. Correct it, or nothing in it is translated` }],
    };
  }
  if (!isMap(document.contents)) return { blocks: [], faults: [] };
  const blocks: MarkdownBlock[] = [];
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string' || !keys.includes(key.value)) continue;
    if (!isScalar(value) || typeof value.value !== 'string') continue;
    const words = collapse(value.value);
    if (words === '') continue;
    const style = styleOf(value.type);
    const start = base + value.range[0];
    const raw = source.slice(start, base + value.range[1]);
    const end = start + (style === 'block' ? raw.replace(/[\r\n]+$/, '') : raw).length;
    blocks.push({
      kind: 'front-matter',
      within: [],
      key: key.value,
      line: 2 + (text.slice(0, value.range[0]).match(/\r\n|\r|\n/g)?.length ?? 0),
      inline: { parts: [{ kind: 'text', value: words }], marks: [] },
      hasWords: /[\p{L}\p{N}]/u.test(words),
      spans: [{ start, end, pieces: [{ at: 0, size: words.length, start, end }] }],
      place: 'yaml',
      inCell: false,
      start,
      end,
      scalar: { style, lineEnd: /\r\n|\r|\n/.exec(source)?.[0] ?? '\n' },
      chain,
    });
  }
  return { blocks, faults: [] };
}

/** `value` as a YAML scalar on one line, in the style of the source where that can hold it. */
export function writeScalar(value: string, scalar: Scalar): string {
  const words = collapse(value);
  if (scalar.style === 'block') return `|-${scalar.lineEnd}  ${words}`;
  const type =
    scalar.style === 'single' ? YamlScalar.QUOTE_SINGLE : scalar.style === 'double' ? YamlScalar.QUOTE_DOUBLE : YamlScalar.PLAIN;
  const spelled = spell(words, type);
  if (reads(spelled, words)) return spelled;
  return spell(words, YamlScalar.QUOTE_DOUBLE);
}

function spell(value: string, type: YamlScalar.Type): string {
  const scalar = new YamlScalar(value);
  scalar.type = type;
  return stringify({ k: scalar }, { lineWidth: 0 }).slice(3).trimEnd();
}

/** Whether `spelled` is a value of its own in a mapping and gives `words` back. */
function reads(spelled: string, words: string): boolean {
  const document = parse(`k: ${spelled}\nz: 1`);
  return document.errors.length === 0 && isMap(document.contents) && document.get('k') === words && document.get('z') === 1;
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, { logLevel: 'silent', strict: true });
}

function styleOf(type: string | null | undefined): Scalar['style'] {
  switch (type) {
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return 'block';
    default:
      return 'plain';
  }
}
