/** A glossary as TBX-Basic: version 2 (martif) or version 3 (ISO 30042:2019) in DCA or DCT style. */

import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { type Cells, COLUMNS, listOf } from './term.ts';

export type TbxKind = 'v2' | 'v3-dca' | 'v3-dct';

export const TBX = 'urn:iso:std:iso:30042:ed-2';
export const TBX_MIN = 'http://www.tbxinfo.net/ns/min';
export const TBX_BASIC = 'http://www.tbxinfo.net/ns/basic';
/** Begins the notes that hold what TBX-Basic has no place for. */
export const OWN_NOTE = 'Padan: ';
/** Columns that stand in such a note. */
export const OWN_COLUMNS = ['match', 'keep', 'from', 'until'] as const;

/** Status of a term as TBX-Basic names it. */
const STATUS = { preferred: 'preferredTerm-admn-sts', admitted: 'admittedTerm-admn-sts', deprecated: 'deprecatedTerm-admn-sts' } as const;

/** What the rows hold that another program will not understand, in words; empty for nothing. */
export function tbxLosses(rows: readonly Cells[]): readonly string[] {
  const columns = OWN_COLUMNS.filter((column) => rows.some((row) => row[column] !== ''));
  const first = rows.filter((row) => row.first !== '').length;
  return [
    ...(columns.length === 0 ? [] : [`TBX-Basic has no place for ${columns.join(', ')}: they stand in a note that begins "${OWN_NOTE.trim()}", which Padan reads back and other programs show as text`]),
    ...(first === 0 ? [] : [`TBX-Basic has no place for first mentions: ${first} long forms stand as second preferred terms, with a note that Padan reads back`]),
    ...(rows.some((row) => COLUMNS.some((column) => UNFIT.test(row[column]))) ? ['XML cannot hold some characters of the glossary: U+FFFD stands in their place'] : []),
  ];
}

/** The whole file. Rows must be such as the reader of glossaries accepts. */
export function writeTbx(rows: readonly Cells[], kind: TbxKind): string {
  const names = kind === 'v2' ? V2 : V3;
  const document = new DOMImplementation().createDocument(kind === 'v2' ? null : TBX, names.root, null);
  const root = document.documentElement;
  if (root === null) throw new Error('a document without a root');
  const write: Writer = { document, kind, space: kind === 'v2' ? null : TBX };
  for (const [name, value] of Object.entries(names.attributes)) root.setAttribute(name, kind === 'v3-dct' && name === 'style' ? 'dct' : value);
  if (kind === 'v3-dct') {
    root.setAttribute('xmlns:min', TBX_MIN);
    root.setAttribute('xmlns:basic', TBX_BASIC);
  }
  const description = add(write, add(write, add(write, root, names.header), 'fileDesc'), 'sourceDesc');
  add(write, description, 'p', 'Glossary of a newsroom, written by Padan');
  const body = add(write, add(write, root, 'text'), 'body');
  for (const [n, row] of rows.entries()) writeRow(write, body, row, n, names);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}

const V2 = { root: 'martif', attributes: { type: 'TBX-Basic', 'xml:lang': 'id' }, header: 'martifHeader', entry: 'termEntry', language: 'langSet', term: 'tig' } as const;
const V3 = { root: 'tbx', attributes: { type: 'TBX-Basic', style: 'dca', 'xml:lang': 'id' }, header: 'tbxHeader', entry: 'conceptEntry', language: 'langSec', term: 'termSec' } as const;

interface Writer {
  readonly document: Document;
  readonly kind: TbxKind;
  readonly space: string | null;
}

/** What XML 1.0 has no character for. */
const UNFIT = /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const EVERY_UNFIT = new RegExp(UNFIT, 'g');

function add({ document, space }: Writer, parent: Element, name: string, text?: string): Element {
  const element = document.createElementNS(space, name);
  if (text !== undefined) element.appendChild(document.createTextNode(text.replace(/\r\n?/g, '\n').replace(EVERY_UNFIT, '\uFFFD')));
  parent.appendChild(element);
  return element;
}

/** A data category: `<termNote type="termType">` or, in DCT style, `<min:partOfSpeech>`. */
function category(write: Writer, parent: Element, element: string, type: string, text: string): void {
  if (write.kind === 'v3-dct') {
    const min = type === 'administrativeStatus' || type === 'partOfSpeech';
    add({ ...write, space: min ? TBX_MIN : TBX_BASIC }, parent, `${min ? 'min' : 'basic'}:${type}`, text);
  } else add(write, parent, element, text).setAttribute('type', type);
}

function writeRow(write: Writer, body: Element, row: Cells, n: number, names: typeof V2 | typeof V3): void {
  const entry = add(write, body, names.entry);
  entry.setAttribute('id', `t${n + 1}`);
  if (row.source !== '') category(write, entry, 'admin', 'source', row.source);
  if (row.note !== '') add(write, entry, 'note', row.note);
  const own = OWN_COLUMNS.filter((column) => row[column] !== '').map((column) => `${column}=${row[column]}`);
  if (own.length > 0) add(write, entry, 'note', OWN_NOTE + own.join('; '));
  const language = (code: string): Element => {
    const element = add(write, entry, names.language);
    element.setAttribute('xml:lang', code);
    return element;
  };
  const term = (parent: Element, text: string, notes: Readonly<Record<string, string>>, note?: string): void => {
    const element = add(write, parent, names.term);
    add(write, element, 'term', text);
    for (const [type, value] of Object.entries(notes)) category(write, element, 'termNote', type, value);
    if (note !== undefined) add(write, element, 'note', OWN_NOTE + note);
  };
  const indonesian = language('id');
  term(indonesian, row.term, {});
  for (const variant of listOf(row.variants)) term(indonesian, variant, { termType: 'variant' });
  const english = language('en');
  term(english, row.translation === '' ? row.term : row.translation, { administrativeStatus: STATUS.preferred });
  if (row.first !== '') term(english, row.first, { administrativeStatus: STATUS.preferred, termType: 'fullForm' }, 'first');
  for (const form of listOf(row.also)) term(english, form, { administrativeStatus: STATUS.admitted });
  for (const form of listOf(row.avoid)) term(english, form, { administrativeStatus: STATUS.deprecated });
}
