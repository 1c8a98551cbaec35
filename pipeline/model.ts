/**
 * The plain data that flows down through the stages.
 *
 * Document -> Segment -> Recalled -> Briefed -> Translated -> Checked: each adds to the one before,
 * so a stage that is run too early does not compile.
 */

/** What a block of an article is; decides how it is handled and which answers may be shared. */
export const ROLES = [
  'front-matter',
  'kicker',
  'headline',
  'standfirst',
  'dateline',
  'subheading',
  'body',
  'quote',
  'list-item',
  'caption',
  'cell',
  'alt',
  'link-title',
  'footnote',
  'page-marker',
  'promo',
  'byline',
] as const;
export type Role = (typeof ROLES)[number];

/** `translate`: by a provider; `keep`: rendered by rule; `drop`: a row in the sheet, nothing in the English document. */
export type Handling = 'translate' | 'keep' | 'drop';

/** The same words read differently as a headline and as running text: answers are shared within a class only. */
export type RoleClass = 'headline' | 'caption' | 'body';

export function roleClass(role: Role): RoleClass {
  switch (role) {
    case 'kicker':
    case 'headline':
    case 'subheading':
    case 'front-matter':
      return 'headline';
    case 'caption':
    case 'alt':
    case 'link-title':
      return 'caption';
    default:
      return 'body';
  }
}

/**
 * Words and markup: the content of one sentence or block, free of Markdown's escapes.
 * `parts` refer to `marks` by id; every `open` has its `close`, properly nested.
 */
export interface Inline {
  readonly parts: readonly Part[];
  readonly marks: readonly Mark[];
}

export type Part =
  /** Decoded words; a soft line break is a blank. */
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'open'; readonly id: number }
  | { readonly kind: 'close'; readonly id: number }
  /** A piece that no one translates: code, an image, a break. */
  | { readonly kind: 'sealed'; readonly id: number };

export type MarkType =
  | 'emphasis'
  | 'strong'
  | 'delete'
  | 'link'
  | 'reference'
  | 'code'
  | 'html'
  | 'image'
  | 'break'
  | 'autolink'
  | 'footnote'
  | 'shortcode'
  | 'email'
  | 'literal';

/** One piece of markup of a block. */
export interface Mark {
  readonly id: number;
  readonly type: MarkType;
  /** The Markdown before the words (`**`, `[`), or the whole of a sealed piece (`` `x` ``, `![a](b)`). */
  readonly open: string;
  /** The Markdown after the words (`**`, `](url "title")`); empty for a sealed piece. */
  readonly close: string;
  /** Equal for two spellings of the same thing (`*x*` and `_x_`): type, url, title or value. */
  readonly same: string;
}

/** A sentence of the source: the unit of translation, of memory and of the sheet's rows. */
export interface Segment {
  /** `block.sentence`, as it stands in the sheet: `2.1`. */
  readonly id: string;
  /** Number of the block in the article, from 1. */
  readonly block: number;
  /** Where the sentence stands in the block's plain words (see toPlain in tagged.ts). */
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly handling: Handling;
  readonly source: Inline;
  /** The source as a provider sees it: words with `<g1>…</g1>` and `<x2/>` for markup. See tagged.ts. */
  readonly text: string;
}

/** A term of the glossary as it stands in one segment, and how the English must read there. */
export interface TermUse {
  /** The term as its glossary row spells it. */
  readonly term: string;
  /** Offsets in the segment's tagged text; clitics are not included. */
  readonly start: number;
  readonly end: number;
  /** What the English must hold here: the row's `translation`, or its `first` at the first mention. */
  readonly target: string;
  /** English that is accepted as well. */
  readonly also: readonly string[];
  /** English that is forbidden. */
  readonly avoid: readonly string[];
  /** Leave the Indonesian as it is. */
  readonly keep: boolean;
  /** True where the long English form of the first mention is due. */
  readonly first: boolean;
}

/** A remark of a check about one segment. Wording: "Unexpected X, expected Y". */
export interface Finding {
  /** The check's name, as in settings and in `waive:`. */
  readonly rule: string;
  /** One line for the sheet, without `;`, `|` or `//`. */
  readonly message: string;
  readonly actual?: string;
  readonly expected?: string;
  /** Offsets in the plain English, where the check knows the place. */
  readonly start?: number;
  readonly end?: number;
}
