/** The rules of `data/rules.yaml`, read once: which words are furniture, each with its examples. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** One rule; the keys are explained at the top of the data file. */
export interface Rule extends Omit<z.infer<typeof ruleSchema>, 'pattern'> {
  readonly pattern: RegExp;
}

/** All rules in the order in which they are tried. */
export function furnitureRules(): readonly Rule[] {
  cache ??= load();
  return cache;
}

/** The first rule for whole blocks that matches `text`, among those for which `wanted` holds. */
export function ruleFor(text: string, wanted: (rule: Rule) => boolean): Rule | undefined {
  wholeRules ??= furnitureRules().filter((rule) => rule.at === 'whole');
  return wholeRules.find((rule) => text.length <= rule.max && wanted(rule) && rule.pattern.test(text));
}

let cache: readonly Rule[] | undefined;
let wholeRules: readonly Rule[] | undefined;

const ruleSchema = z.strictObject({
  name: z.string(),
  role: z.enum(['page-marker', 'promo', 'byline', 'caption', 'list-item', 'dateline']),
  pattern: z.string(),
  at: z.enum(['whole', 'start', 'end']).default('whole'),
  case: z.enum(['any', 'exact']).default('any'),
  max: z.number().default(300),
  only: z.literal('paragraph').optional(),
  weak: z.boolean().default(false),
  known: z.boolean().default(false),
  sentence: z.boolean().default(false),
  then: z.enum(['title', 'name', 'tags']).optional(),
  examples: z.array(z.string()).min(1),
  not: z.array(z.string()).min(1),
});

const fileSchema = z.strictObject({ fragments: z.record(z.string(), z.string()), rules: z.array(ruleSchema) });

function load(): readonly Rule[] {
  const file = fileSchema.parse(parse(readFileSync(new URL('./data/rules.yaml', import.meta.url), 'utf8')));
  const fragments = new Map<string, string>();
  const fill = (pattern: string): string =>
    pattern.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
      const value = fragments.get(name);
      if (value === undefined) throw new Error(`rules.yaml: Unexpected {{${name}}}, expected a fragment that stands above`);
      return value;
    });
  for (const [name, value] of Object.entries(file.fragments)) fragments.set(name, fill(value));
  return file.rules.map((rule) => ({ ...rule, pattern: new RegExp(latin(fill(rule.pattern)), rule.case === 'exact' ? '' : 'i') }));
}

/**
 * `pattern` with `\p{L}`, `\p{Lu}` … standing for the letters of the Latin script only. To compile the
 * whole of Unicode without regard to case, some hundred times over, takes a second of each run.
 */
function latin(pattern: string): string {
  let isInClass = false;
  return pattern.replace(/\\p\{(\w+)\}|\\.|[[\]]/gs, (token: string, property: string | undefined) => {
    if (token === '[' || token === ']') isInClass = token === '[';
    if (property === undefined) return token;
    const set = SETS.get(property);
    if (set === undefined) throw new Error(`rules.yaml: Unexpected ${token}, expected one of ${[...SETS.keys()].join(', ')}`);
    return isInClass ? set : `[${set}]`;
  });
}

const SETS: ReadonlyMap<string, string> = new Map([
  ['L', 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ'],
  ['Lu', 'A-ZÀ-ÖØ-Þ'],
  ['Ll', 'a-zß-öø-ÿ'],
  ['M', '\\u0300-\\u036F'],
  ['N', '0-9'],
]);
