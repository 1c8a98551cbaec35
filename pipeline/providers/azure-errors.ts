/** What Azure AI Translator means by its error codes: six digits, the first three of which are the status. */

import { z } from 'zod';
import type { Fault } from '../ports.ts';
import { faultOfStatus } from './http.ts';

/** Milliseconds after which a custom system that is being loaded answers, by its documentation. */
export const WARMING = 60_000;

export const azureFailure = z.object({
  error: z.object({
    code: z.union([z.number(), z.string().regex(/^\d{1,6}$/).transform(Number)]).optional().catch(undefined),
    message: z.string().optional().catch(undefined),
  }),
});

/** The code in the text of an answer; undefined where there is none (401 may have no body). */
export function azureCode(body: string): number | undefined {
  try {
    return azureFailure.safeParse(JSON.parse(body)).data?.error.code;
  } catch {
    return undefined;
  }
}

/** The system that was asked for is being loaded. */
export function isWarming(code: number | undefined): boolean {
  return code === 408001;
}

/** The table of section "errors" of the reference; a code that is not in it means what its status means. */
export function azureFault(status: number, code: number | undefined): Fault {
  switch (code) {
    case 403001:
      return 'quota';
    // A text, the number of texts, the whole request.
    case 400050:
    case 400072:
    case 400077:
      return 'too large';
    default:
      return faultOfStatus(code !== undefined && code >= 400_000 ? Math.floor(code / 1000) : status);
  }
}
