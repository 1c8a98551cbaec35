/** JSON Lines as providers write them: one answer a line, each checked by itself. */

import { z } from 'zod';
import type { Outcome } from '../ports.ts';

const answer = z.union([
  z.object({ id: z.string(), text: z.string(), unknown: z.array(z.string()).optional() }),
  z.object({ id: z.string(), error: z.string() }),
]);

/** The outcome on one line, or undefined where the line is no answer. */
export function readAnswer(line: string): Outcome | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return undefined;
  }
  const parsed = answer.safeParse(raw);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  return 'error' in data
    ? { id: data.id, status: 'failed', reason: data.error, fault: 'refused' }
    : { id: data.id, status: 'done', text: data.text, unknown: data.unknown ?? [] };
}
