/** House style: how the English is written. What `style:` in padan.yaml does not name is as the comments say. */

import { z } from 'zod';

const DATELINE_PARTS = ['place', 'PLACE', 'outlet', 'OUTLET', 'date'] as const;

/** `{PLACE} ({outlet}) –`, what stands in square brackets only where its parts are known. */
const dateline = z.string().min(1).max(200).superRefine((template, context) => {
  const fault = datelineFault(template);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
});

/** What `style:` may hold. */
export const style = z.strictObject({
  /** American; looked at only where it is named. */
  spelling: z.enum(['american', 'british']).optional(),
  /** `July 8, 2022` (the default) or `8 July 2022`. */
  dates: z.enum(['month-first', 'day-first']).optional(),
  /** `Friday (July 8, 2022)` where the source has brackets (the default), or always `Friday, July 8, 2022`. */
  weekdays: z.enum(['as-written', 'comma']).optional(),
  /** `12.5 percent` (the default), `12.5 per cent` or `12.5%`. */
  percent: z.enum(['word', 'two-words', 'sign']).optional(),
  /** `$3 million` (the default) or `US$3 million`. */
  dollar: z.enum(['$', 'US$']).optional(),
  /** `14:30 WIB` (the default) or `2:30 p.m. WIB`. */
  clock: z.literal([24, 12]).optional(),
  /** Quotation marks and apostrophes; as they are written where it is not named. */
  quotes: z.enum(['straight', 'curly']).optional(),
  /** `Pak Budi` is `Mr. Budi` (the default), `Pak Budi` or `Budi`. */
  honorifics: z.enum(['translate', 'keep', 'drop']).optional(),
  /** `Budi Santoso, S.H., M.H.` and `Ir. Budi` keep their degrees (the default) or lose them. */
  degrees: z.enum(['keep', 'drop']).optional(),
  /** The form of datelines; each as it is written where no form is named. */
  dateline: dateline.optional(),
});

export type HouseStyle = z.output<typeof style>;

/** What a signature has of a style, for texts that follow it: nothing where nothing is named. Datelines are no provider's. */
export function styleKey(style: HouseStyle): readonly string[] {
  return Object.entries(style).filter(([name, value]) => value !== undefined && name !== 'dateline').sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name} ${value}`);
}

const SHOWN = DATELINE_PARTS.map((part) => `{${part}}`).join(', ');

/** What is expected of a template that is not right. */
function datelineFault(template: string): string | undefined {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  if (names.length === 0 || /[<>\n]/.test(template) || names.some((name) => !DATELINE_PARTS.some((part) => part === name))) return `expected a form with some of ${SHOWN}, as "{PLACE}[ ({outlet})] –"`;
  const bare = template.replaceAll(/\{\w+\}/g, '').replaceAll(/\[[^[\]]*\]/g, '');
  return /[{}[\]]/.test(bare) ? 'expected every bracket closed and none inside another, as "{PLACE}[ ({outlet})] –"' : undefined;
}
