/** TBX of any dialect -> rows of the glossary, as far as they have a place for it; the rest is named in words. */

import { DOMParser, type Element, type Node, ParseError } from '@xmldom/xmldom';
import { GlossaryError } from '../errors.ts';
import { type Cells, EMPTY_CELLS, listOf } from './term.ts';
import { OWN_COLUMNS, OWN_NOTE } from './tbx-write.ts';

/** The codes under which a file has its two languages. */
export interface Languages {
  readonly indonesian?: string | undefined;
  readonly english?: string | undefined;
}

export interface Imported {
  readonly rows: readonly Cells[];
  /** What was in the file and is in no row, in words. */
  readonly losses: readonly string[];
}

/** A glossary of a million terms is smaller. */
const MOST_CHARACTERS = 200_000_000;

/**
 * Reads TBX 2 and 3, in either style, `tig` or `ntig`. One row an entry: Indonesian (`id`, `ind`, `in`)
 * and English (`en`, `eng`), with regions or without, if `languages` does not say otherwise. A file that knows no
 * Indonesian but the placeholder `xx`, as the Translate Toolkit makes from tables, has its source under `en` and its
 * target under `xx`; they are taken for Indonesian and English, which is said. A document type without declarations of its own is
 * passed over, and nothing is ever fetched.
 *
 * @throws GlossaryError where it is no XML, no TBX, or declares a document type or entities of its own.
 */
export function readTbx(text: string, file: string, languages: Languages = {}): Imported {
  const refuse = (what: string): never => {
    throw new GlossaryError(`${file}: ${what}`);
  };
  if (text.length > MOST_CHARACTERS) refuse('unexpected size, expected at most 200 MB of TBX. Split the file');
  // Before the first element only: there alone such a declaration is one.
  const prolog = /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--[^]*?-->\s*)*/.exec(text)?.[0] ?? '';
  const type = /^<!DOCTYPE[^[>]*/i.exec(text.slice(prolog.length));
  if (type !== null && text.charAt(prolog.length + type[0].length) !== '>') refuse('unexpected document type with declarations of its own, expected none: entities can be made to fill any memory. Take the <!DOCTYPE …> out');
  const xml = type === null ? text : prolog + text.slice(prolog.length + type[0].length + 1);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml.replace(/<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->/g, ''))) refuse('unexpected declaration of a document type or entity, expected plain TBX. Take it out');
  return gather(root(xml, refuse), refuse, languages);
}

function root(xml: string, refuse: (what: string) => never): Element {
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new ParseError(message);
      },
    });
    return parser.parseFromString(xml.replace(/^\uFEFF/, ''), 'text/xml').documentElement ?? refuse('unexpected empty file, expected TBX');
  } catch (error) {
    if (error instanceof ParseError) return refuse(`unexpected XML, expected a file that is well-formed: ${error.message.split('\n')[0] ?? ''}`);
    throw error;
  }
}

const ROOTS = new Set(['martif', 'tbx']);
const ENTRIES = new Set(['termEntry', 'conceptEntry']);
const LANGUAGES = new Set(['langSet', 'langSec']);
const TERMS = new Set(['tig', 'ntig', 'termSec']);

function gather(root: Element, refuse: (what: string) => never, languages: Languages): Imported {
  if (!ROOTS.has(nameOf(root))) refuse(`unexpected <${nameOf(root)}>, expected TBX: <martif> or <tbx>`);
  const rows: Cells[] = [];
  const lost = new Map<string, number>();
  const lose = (what: string): void => {
    lost.set(what, (lost.get(what) ?? 0) + 1);
  };
  const body = children(root).find((child) => nameOf(child) === 'text');
  const entries = (body === undefined ? [] : children(body)).flatMap((part) => (nameOf(part) === 'body' ? children(part) : [])).filter((child) => ENTRIES.has(nameOf(child)));
  const placeholder = languages.indonesian === undefined && languages.english === undefined && isPlaceholder(entries);
  const sideOf = sides(placeholder ? { indonesian: 'en', english: 'xx' } : languages);
  for (const entry of entries) {
    const row = toRow(entry, sideOf, lose);
    if (row !== undefined) rows.push(row);
  }
  const losses = [...lost].map(([what, count]) => `${what}: ${count}`);
  return { rows, losses: placeholder ? [...losses, 'the codes of its languages, en and xx: en was read as Indonesian and xx as English. Is it the other way round, say --indonesian xx --english en'] : losses };
}

type Side = 'indonesian' | 'english' | undefined;

function sides({ indonesian, english }: Languages): (code: string) => Side {
  const either = indonesian === undefined && english === undefined;
  const is = (code: string, wanted: string | undefined, usual: RegExp): boolean => (wanted === undefined ? usual.test(code) : code === wanted.toLowerCase());
  return (code) => {
    if (is(code, indonesian, INDONESIAN) && (either || code !== english?.toLowerCase())) return 'indonesian';
    return is(code, english, ENGLISH) ? 'english' : undefined;
  };
}

const INDONESIAN = /^(?:id|ind|in)(?:$|[-_])/;
const ENGLISH = /^(?:en|eng)(?:$|[-_])/;

/** Whether the file has terms under `en` and `xx` alone. */
function isPlaceholder(entries: readonly Element[]): boolean {
  const codes = new Set(entries.flatMap((entry) => children(entry).filter((child) => LANGUAGES.has(nameOf(child))).map(codeOf)));
  return codes.size === 2 && codes.has('en') && codes.has('xx');
}

function codeOf(element: Element): string {
  return (element.getAttribute('xml:lang') ?? element.getAttribute('lang') ?? '').toLowerCase();
}

function toRow(entry: Element, sideOf: (code: string) => Side, lose: (what: string) => void): Cells | undefined {
  const cells: { -readonly [name in keyof Cells]: string } = { ...EMPTY_CELLS };
  const notes: string[] = [];
  const lists: Record<'variants' | 'also' | 'avoid', string[]> = { variants: [], also: [], avoid: [] };
  const terms: { readonly indonesian: Element[]; readonly english: Element[] } = { indonesian: [], english: [] };
  for (const child of children(entry)) {
    const name = nameOf(child);
    if (LANGUAGES.has(name)) {
      const code = codeOf(child);
      const side = sideOf(code);
      if (side === undefined) lose(`terms in other languages than Indonesian and English (${code})`);
      else terms[side].push(...descendants(child, TERMS, lose));
    } else if (categoryOf(child) === 'source') cells.source = textOf(child);
    else if (name === 'note' || categoryOf(child) === 'definition') {
      const text = textOf(child);
      if (!text.startsWith(OWN_NOTE)) notes.push(text);
      else for (const part of text.slice(OWN_NOTE.length).split('; ')) {
        const column = OWN_COLUMNS.find((own) => part.startsWith(`${own}=`));
        if (column !== undefined) cells[column] = part.slice(column.length + 1);
      }
    } else if (!GROUPS.has(name)) lose(`${categoryOf(child)} of entries`);
    else lose(`${name} of entries`);
  }
  for (const element of terms.indonesian) {
    const term = termOf(element, lose);
    if (cells.term === '') cells.term = term.text;
    else if (term.text !== '') lists.variants.push(term.text);
  }
  for (const element of terms.english) {
    const { text, status, isFirst } = termOf(element, lose);
    if (text === '') continue;
    if (isFirst) cells.first = text;
    else if (/^(?:deprecated|superseded|obsolete)/.test(status)) lists.avoid.push(text);
    else if (cells.translation === '' && !status.startsWith('admitted')) cells.translation = text;
    else lists.also.push(text);
  }
  if (cells.translation === '') cells.translation = lists.also.shift() ?? '';
  if (cells.term === '' || cells.translation === '') {
    lose('entries without an Indonesian and an English term');
    return undefined;
  }
  if (cells.keep !== '' && cells.translation === cells.term) cells.translation = '';
  return { ...cells, variants: lists.variants.join('|'), also: lists.also.join('|'), avoid: lists.avoid.join('|'), note: notes.join('\n') };
}

const GROUPS = new Set(['transacGrp', 'descripGrp', 'adminGrp']);

interface TermText {
  readonly text: string;
  readonly status: string;
  readonly isFirst: boolean;
}

function termOf(element: Element, lose: (what: string) => void): TermText {
  let text = '';
  let status = '';
  let isFirst = false;
  for (const child of children(element)) {
    const name = nameOf(child);
    if (name === 'termGrp') {
      const inner = termOf(child, lose);
      text = inner.text;
      status = inner.status === '' ? status : inner.status;
    } else if (name === 'term') {
      text = textOf(child).replace(/\s+/g, ' ');
      if (text.includes('|')) {
        lose('| in terms, where / stands now');
        text = listOf(text).join('/');
      }
    } else if (categoryOf(child) === 'administrativeStatus' || categoryOf(child) === 'normativeAuthorization') status = textOf(child);
    else if (name === 'note' && textOf(child) === `${OWN_NOTE}first`) isFirst = true;
    else if (categoryOf(child) !== 'termType') lose(`${categoryOf(child)} of terms`);
  }
  return { text, status, isFirst };
}

/** Terms of a language; what else it holds is lost. */
function descendants(language: Element, wanted: ReadonlySet<string>, lose: (what: string) => void): readonly Element[] {
  return children(language).filter((child) => {
    if (wanted.has(nameOf(child))) return true;
    lose(`${categoryOf(child)} of languages`);
    return false;
  });
}

function nameOf(element: Element): string {
  return element.localName ?? element.nodeName;
}

/** `<descrip type="definition">` and `<basic:definition>` are the same. */
function categoryOf(element: Element): string {
  return element.getAttribute('type') ?? nameOf(element);
}

function children(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling) if (isElement(child)) found.push(child);
  return found;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function textOf(element: Element): string {
  return (element.textContent ?? '').trim().normalize('NFC');
}
