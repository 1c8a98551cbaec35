/** What is there already: a person's words in the sheet, earlier drafts, and what was approved elsewhere. */

import { hash } from '../keys.ts';
import type { Inline } from '../model.ts';
import { printMatchesEnglish, printMatchesTerms, printMatchesWaivers } from '../sheet/fingerprint.ts';
import { inlineKey } from '../sheet/inline-key.ts';
import { matchRows, type RowMatch } from '../sheet/match-rows.ts';
import type { ReadRow } from '../sheet/sheet.ts';
import { standingOf } from '../sheet/standing.ts';
import { isPlaceholder } from '../sheet/verify.ts';
import { toPlain } from '../tagged.ts';
import { readApproved } from './approved.ts';
import { defaultHandling } from './roles.ts';
import type { Briefed } from './terms.ts';

export interface Recalled extends Briefed {
  readonly recalled: Recall;
  /** The row that stood in the sheet for this sentence. */
  readonly row: ReadRow | undefined;
  /** A person's note and waivers, whatever becomes of the row. */
  readonly note: string;
  readonly waived: readonly string[];
  /** What the row must say about its past: `source changed since ok, was “…”`. */
  readonly remarks: readonly string[];
}

export type Recall =
  /** A person's: nothing but findings may be added. */
  | { readonly by: 'person'; readonly state: 'ok' | 'edited' | 'omit'; readonly target: Inline | undefined; readonly sourceChanged: boolean }
  /** Approved for the same sentence elsewhere. */
  | { readonly by: 'memory'; readonly target: Inline }
  /** A machine's earlier draft that still stands. */
  | { readonly by: 'draft'; readonly target: Inline; readonly origin: 'builtin' | 'provider' }
  /** Dropped or kept by its role. */
  | { readonly by: 'rule' }
  /** To be translated; `redo` holds a mark of the English that a person does not want again. */
  | { readonly by: 'none'; readonly redo: string | undefined };

/** The sheet as it was found, or as memory restored it. */
export interface Found {
  readonly rows: readonly ReadRow[];
  readonly leftOver: readonly ReadRow[];
  /** How the sheet's rows were handled by role where it was not the default. */
  readonly roles: Readonly<Record<string, string>>;
}

export interface RecallOptions {
  /** `--refresh`: drafts are made again. */
  readonly refresh: boolean;
  /** True where the built-in engine is the provider: its drafts give way to any other. */
  readonly builtin: boolean;
}

export interface FromSheet {
  readonly segments: readonly Recalled[];
  /** A person's rows whose sentence is no longer in the source. */
  readonly leftOver: readonly ReadRow[];
}

/** Lays the rows of the sheet beside the sentences of the source as it is now. */
export function recallSheet(segments: readonly Briefed[], found: Found | undefined, options: RecallOptions): FromSheet {
  if (found === undefined) return { segments: segments.map((segment) => fresh(segment)), leftOver: [] };
  const rows = found.rows.filter((row) => !isPlaceholder(row)).map((row) => ({ row, text: inlineKey(row.source) }));
  const keyed = segments.map((segment) => ({ segment, text: inlineKey(segment.source) }));
  const { matches, vanished } = matchRows(rows, keyed);
  const spare = new Map(found.leftOver.map((row) => [inlineKey(row.source), row]));
  const recalled = matches.map((match): Recalled => {
    if (match.kind !== 'new') return fromRow(match.segment.segment, match.row.row, match, found, options);
    const back = spare.get(match.segment.text);
    if (back === undefined) return fresh(match.segment.segment);
    // The sentence came back: what a person wrote for it does too.
    spare.delete(match.segment.text);
    return fromRow(match.segment.segment, back, { kind: 'moved' }, found, options);
  });
  const lost = vanished.map(({ row }) => row).filter((row) => row.target !== undefined && standingOf(row).by === 'person');
  return { segments: recalled, leftOver: [...spare.values(), ...lost] };
}

/** Under which key a person's approval is found by the same sentence elsewhere. */
export function approvalKey(segment: Briefed): string {
  return hash(segment.key, segment.termsVersion);
}

/** Fills what was approved elsewhere; where two approvals differ, nothing is filled in and the row says so. */
export function recallApproved(segments: readonly Recalled[], approvals: ReadonlyMap<string, readonly string[]>): readonly Recalled[] {
  return segments.map((segment): Recalled => {
    const open = segment.recalled.by === 'draft' || (segment.recalled.by === 'none' && segment.recalled.redo === undefined);
    const known = open ? approvals.get(approvalKey(segment)) : undefined;
    if (known === undefined) return segment;
    const ways = new Map<string, Inline>();
    for (const english of known) {
      const target = readApproved(english, segment.source.marks);
      ways.set(inlineKey(target), target);
    }
    const [only, ...others] = ways.values();
    if (only === undefined) return segment;
    if (others.length === 0) return { ...segment, recalled: { by: 'memory', target: only } };
    const shown = [only, ...others].map((way) => `“${toPlain(way)}”`).join(' or ');
    return { ...segment, remarks: [...segment.remarks, `approved in ${ways.size} ways: ${shown}`] };
  });
}

function fromRow(
  segment: Briefed,
  row: ReadRow,
  match: Pick<RowMatch<unknown, unknown>, 'kind'>,
  found: Found,
  options: RecallOptions,
): Recalled {
  const changed = match.kind === 'changed';
  const kept = { row, note: row.review.note, waived: changed || isOutlived(row) ? [] : row.review.waived };
  const standing = standingOf(row);
  if (standing.by === 'redo') {
    return { recalled: { by: 'none', redo: row.target === undefined ? '' : inlineKey(row.target) }, ...kept, remarks: [], ...segment };
  }
  if (standing.by === 'person') {
    const persons = asPersons(segment, row, standing.state, changed);
    const ended = !changed && isOutlived(row) ? [`English changed since waive: ${row.review.waived.join(', ')}`] : [];
    return { ...persons, remarks: [...persons.remarks, ...ended], ...kept, ...segment };
  }
  const asBefore = (found.roles[segment.role] ?? defaultHandling(segment.role)) === segment.handling;
  const ruled = standing.origin === 'dropped' || standing.origin === 'kept';
  if (segment.handling !== 'translate' && (ruled || !asBefore)) return { recalled: { by: 'rule' }, ...kept, remarks: [], ...segment };
  return { recalled: earlierDraft(segment, row, standing.origin, changed, options), ...kept, remarks: [], ...segment };
}

/** Whether the English was changed after its waivers were given. New ones speak of the English as it is now. */
function isOutlived({ print, target, review }: ReadRow): boolean {
  return review.waived.length > 0 && print !== undefined && printMatchesWaivers(print, review.waived) && !printMatchesEnglish(print, target);
}

function earlierDraft(segment: Briefed, row: ReadRow, origin: string, changed: boolean, options: RecallOptions): Recall {
  const none: Recall = { by: 'none', redo: undefined };
  if (row.target === undefined || row.print === undefined || changed || options.refresh) return none;
  if (origin !== 'builtin' && origin !== 'provider') return none;
  if (origin === 'builtin' && !options.builtin) return none;
  return printMatchesTerms(row.print, segment.termsVersion) ? { by: 'draft', target: row.target, origin } : none;
}

/** What a person's row says of changes round it; the person's words stay in any case. */
function asPersons(segment: Briefed, row: ReadRow, state: 'ok' | 'edited' | 'omit', changed: boolean): Pick<Recalled, 'recalled' | 'remarks'> {
  const { print, target } = row;
  const person = (as: typeof state, remarks: readonly string[], sourceChanged: boolean): Pick<Recalled, 'recalled' | 'remarks'> => ({
    recalled: { by: 'person', state: as, target, sourceChanged },
    remarks,
  });
  if (state === 'omit') return person('omit', [], false);
  const wasOk = print?.origin === 'ok';
  const editedNow = print === undefined || !printMatchesEnglish(print, target);
  if (changed) {
    const since = wasOk || state === 'ok' ? ' since ok' : '';
    return person('edited', [`source changed${since}, was “${toPlain(row.source)}”`], true);
  }
  if (state === 'ok' && !wasOk) return person('ok', [], false);
  if (state === 'ok' && editedNow) return person('edited', ['English changed since ok'], false);
  if (state === 'ok' && print !== undefined && !printMatchesTerms(print, segment.termsVersion)) return person('edited', ['terms changed since ok'], false);
  // Until she touches the row again, it goes on saying what happened.
  const standing = editedNow ? [] : row.review.checks.filter((check) => /^(?:source|English|terms) changed\b/.test(check));
  return person(state, standing, !editedNow && print.sourceChanged);
}

function fresh(segment: Briefed): Recalled {
  const recalled: Recall = segment.handling === 'translate' ? { by: 'none', redo: undefined } : { by: 'rule' };
  return { recalled, row: undefined, note: '', waived: [], remarks: [], ...segment };
}
