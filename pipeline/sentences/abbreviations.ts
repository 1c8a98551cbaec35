/** Abbreviations: what may follow the full stop of each. The list is data/abbreviations.tsv. */

import { readTable } from './table.ts';

/**
 * How a full stop after an abbreviation is read.
 * `never`: no sentence ends here. `title`: one ends only before a function
 * word (`menjadi Prof. Ia …`). `opener`: one ends only before a word that opens sentences
 * (data/openers.tsv). `capital`: one ends before any capital. `degree`: as `capital` after a comma
 * or another degree, else as `opener` (`Budi, S.H.` but `S.H. Mintardja`). `number`: an
 * abbreviation only before a number or a letter (`No. 5`). `roman`: only before a Roman number or
 * a letter (`gol. III`, but `mencetak gol. Laga`).
 */
export type Ending = (typeof ENDINGS)[number];
const ENDINGS = ['never', 'title', 'opener', 'capital', 'degree', 'number', 'roman'] as const;

/** Degrees by form: `S.Sos`, `M.Kom`, `Sp.OG`, `A.Md.Keb`; those of capitals alone are in the list. */
const DEGREE = /^(?:S|M|Sp|Sub\.Sp|A|B|D|Dipl|FI)(?:\.[A-Z][A-Za-z]{1,6})(?:\.[A-Z][A-Za-z]{0,5}){0,3}$/;

const table: ReadonlyMap<string, Ending> = loadTable();

/** The ending of `token` (without its last full stop), or `undefined` if it is no known abbreviation. */
export function endingOf(token: string, extra: ReadonlySet<string>): Ending | undefined {
  if (extra.has(token)) return 'opener';
  const known = table.get(token);
  if (known !== undefined) return known;
  if (!token.includes('.')) return undefined;
  if (DEGREE.test(token)) return 'capital';
  // `Prof.Dr`, `Jl.Jend`, `Dr.H.M`: all written together; the last decides, if each part is one.
  const parts = token.split('.');
  const last = parts.pop() ?? '';
  if (!parts.every((part) => table.has(part) || extra.has(part) || isInitial(part))) return undefined;
  return extra.has(last) ? 'opener' : table.get(last);
}

/** `A`, `W.S`, `Dr.H.M`: single capitals with a full stop each, abbreviations before them allowed. */
export function isInitials(token: string): boolean {
  const parts = token.split('.');
  const last = parts.pop() ?? '';
  return isInitial(last) && parts.every((part) => isInitial(part) || table.has(part));
}

/** The setting's abbreviations as they are looked up. */
export function settingAbbreviations(list: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const entry of list) {
    for (const piece of entry.trim().split(/\s+/u)) {
      const bare = piece.replace(/\.+$/u, '');
      if (bare !== '') found.add(bare).add(bare.toUpperCase());
    }
  }
  return found;
}

/** One capital, or two that spell one sound in a name: `A`, `Ch`, `Th`, `Dj`, `Tj`. */
function isInitial(part: string): boolean {
  return /^(?:\p{Lu}|Ch|Th|Dj|Tj|Sj|Ph|Yu)$/u.test(part);
}

function loadTable(): ReadonlyMap<string, Ending> {
  const endings = new Map<string, Ending>();
  for (const [forms, ending] of readTable('abbreviations.tsv')) {
    const value = ENDINGS.find((each) => each === ending);
    if (value === undefined) throw new Error(`abbreviations.tsv: unexpected class \`${ending}\` of \`${forms}\`, expected one of ${ENDINGS.join(', ')}`);
    for (const form of forms.split(' ')) {
      const bare = form.replace(/\.$/, '');
      endings.set(bare, value);
      // Headlines in capitals; short ones would hit acronyms and are listed by themselves.
      const capitals = bare.toUpperCase();
      if (bare.length > 2 && !endings.has(capitals)) endings.set(capitals, value);
    }
  }
  return endings;
}
