/** `padan check --pairs`: pairs of sentences in, findings out, for scripts. */

import { createInterface } from 'node:readline';
import { z } from 'zod';
import { runChecks } from '../checks/list.ts';
import { severityOf } from '../checks/rules.ts';
import { checkTerms } from '../checks/terms.ts';
import { inlineFromCell } from '../formats/inline-cell.ts';
import type { Finding } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { CheckTools } from '../stages/check.ts';
import { toPlain, toTagged } from '../tagged.ts';
import { briefTerms } from '../terms/first-mention.ts';
import { wireBilingual, wireGlossary } from '../wire.ts';

/** One line of input. Texts are Markdown, as in a cell of the sheet. */
const line = z.object({ id: z.union([z.string(), z.number()]), source: z.string(), target: z.string() });

interface Answer {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly actual: string | null;
  readonly expected: string | null;
}

/**
 * Answers each line in order, while more come in. A line that is no pair is answered by
 * `{"line","error"}` in its place, and the rest goes on.
 *
 * @returns 0 whatever is found, for the findings are the output; 2 where a line was no pair.
 */
export async function pairsCommand(settings: Settings): Promise<number> {
  const [{ matcher }, bilingual] = await Promise.all([wireGlossary(settings), wireBilingual()]);
  let bad = 0;
  let number = 0;
  let waiting = '';
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text !== '' && !process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  };
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === '') continue;
    const read = readPair(number === 1 ? text.replace(/^\uFEFF/u, '') : text);
    if (typeof read === 'string') bad += 1;
    const answer = typeof read === 'string'
      ? { line: number, error: read }
      : { id: read.id, findings: findingsOf(read, matcher, { settings, bilingual }) };
    waiting += `${JSON.stringify(answer)}\n`;
    // A program that waits for each answer gets it: input that came in one piece is answered in one piece.
    if (waiting.length > 16_384 || process.stdin.readableLength === 0) await flush();
  }
  await flush();
  if (bad > 0) process.stderr.write(`${bad} of ${number} lines were no pair: look for "error" in the output\n`);
  return bad > 0 ? 2 : 0;
}

/** The pair of a line, or what is wrong with it. */
function readPair(text: string): z.output<typeof line> | string {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return 'unexpected text that is no JSON, expected {"id": …, "source": …, "target": …} on one line';
  }
  const result = line.safeParse(raw);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the line' : `"${issue.path.join('.')}"`;
  return `unexpected value for ${where}, expected {"id": text or number, "source": text, "target": text}`;
}

function findingsOf(pair: z.output<typeof line>, matcher: Parameters<typeof briefTerms>[1], { settings: { checks, style }, bilingual }: CheckTools): readonly Answer[] {
  const source = inlineFromCell(pair.source, []);
  const target = inlineFromCell(pair.target, source.marks);
  const text = toTagged(source);
  const words = { indonesian: toPlain(source), english: toPlain(target) };
  // A pair stands alone: no mention in it is the first of an article.
  const [uses = []] = briefTerms([{ text, role: 'headline', handling: 'translate' }], matcher, undefined);
  const found: readonly Finding[] = [
    ...checkTerms({ source: text, english: words.english, terms: uses }).findings,
    ...runChecks({ source, target, ...words, role: 'body', uses, style, bilingual }),
  ];
  return found.flatMap(({ rule, message, actual, expected }): Answer[] => {
    const severity = severityOf(rule, checks);
    return severity === 'off' ? [] : [{ rule, severity, message, actual: actual ?? null, expected: expected ?? null }];
  });
}
