/** Settings: `padan.yaml` < environment < flags, each checked where it comes in. Keys come from the environment only. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { RULES, SEVERITIES, type Rule } from './checks/rules.ts';
import { SettingsError } from './errors.ts';
import { ROLES, type Role } from './model.ts';
import { providers } from './provider-settings.ts';
import { patternFault } from './redact/pattern-guard.ts';
import { KINDS } from './redact/rules.ts';
import { schemaFaults } from './settings-faults.ts';
import { style } from './style/style.ts';

const whole = z.number().int().min(1);
/** US dollars. */
const dollars = z.number().min(0);
/** A regular expression that cannot take forever. */
const pattern = z.string().superRefine((text, context) => {
  const message = patternFault(text);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});
/** What `padan.yaml` may hold. Every key is optional; an unknown one is refused. */
export const schema = z.strictObject({
  /** `builtin`, `echo`, `command`, `openai`, or the path of a module of your own (`./mine.js`). */
  provider: z.string().min(1).default('builtin'),
  /** Who stands in where the provider cannot answer, in order. */
  fallback: z.array(z.string().min(1)).default([]),
  providers: providers.default({}),
  input: z.string().min(1).default('input'),
  output: z.string().min(1).default('output'),
  /** One file, or several: a later one goes before an earlier one. */
  glossary: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string().min(1)).min(1)).default(['glossary/terms.csv']),
  sheet: z.strictObject({ layout: z.enum(['table', 'stacked']).default('table') }).default({ layout: 'table' }),
  /** What may stand in the English document: every row, or only what a person approved. */
  publish: z.enum(['all', 'approved']).default('all'),
  /** How the blocks of a role are handled, where the default is not wanted. */
  roles: z.strictObject(forEachRole(z.enum(['translate', 'keep', 'drop']).optional())).default({}),
  /** Front-matter keys whose text is translated. */
  frontMatter: z.array(z.string().min(1)).default(['title', 'description', 'subtitle', 'summary']),
  sentences: z.strictObject({ abbreviations: z.array(z.string().min(1)).default([]) }).default({ abbreviations: [] }),
  /** What may be spent at most: in one run, and in a month of all runs. No bound where absent. */
  budget: z.strictObject({ run: dollars.optional(), month: dollars.optional() }).default({}),
  /** What never leaves for a provider: kinds of personal data, and regular expressions of your own. */
  redact: z.strictObject({ kinds: z.array(z.enum(KINDS)).default([]), patterns: z.array(pattern).default([]) }).default({ kinds: [], patterns: [] }),
  /** How each check weighs, where the default is not wanted: `off`, or a severity. */
  checks: z.strictObject(forEachRule(z.enum(['off', ...SEVERITIES]).optional())).default({}),
  /** How the English is written. */
  style: style.default({}),
  /** Articles at work at once. */
  jobs: whole.max(256).default(8),
});

export type FileSettings = z.output<typeof schema>;

export interface Settings extends FileSettings {
  /** The folder that relative paths start from: that of `padan.yaml`, else the current one. */
  readonly root: string;
  /** Where the state folder stands: `<root>/.padan`. */
  readonly state: string;
  /** Environment and `.env` together: where keys are looked up. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Sources {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--config`; when absent, `padan.yaml` in the current folder if there is one. */
  readonly config: string | undefined;
  /** Flags that name settings, as the shell gave them. */
  readonly flags: { readonly [name in Overridable | 'budget']?: string | undefined };
}

const OVERRIDABLE = ['provider', 'input', 'output', 'glossary', 'jobs', 'publish'] as const;
type Overridable = (typeof OVERRIDABLE)[number];

/**
 * Reads the settings.
 *
 * @throws SettingsError naming file, line and column (or the flag or variable), what was found and what was expected.
 */
export function loadSettings({ cwd, env: shell, config, flags }: Sources): Settings {
  const file = resolve(cwd, config ?? shell.PADAN_CONFIG ?? 'padan.yaml');
  const named = config ?? shell.PADAN_CONFIG;
  if (named !== undefined && !existsSync(file)) {
    throw new SettingsError(`${named}: no such file. Expected the settings file that --config names`);
  }
  const root = existsSync(file) ? dirname(file) : cwd;
  const env = { ...dotEnv(join(root, '.env')), ...shell };
  const settings = existsSync(file) ? parseSettings(readFileSync(file, 'utf8'), named ?? 'padan.yaml') : schema.parse({});
  const over: Record<string, unknown> = {};
  for (const name of OVERRIDABLE) {
    const variable = `PADAN_${name.toUpperCase()}`;
    const flag = flags[name];
    if (flag !== undefined) over[name] = override(name, flag, `--${name}`);
    else if (env[variable] !== undefined && env[variable] !== '') over[name] = override(name, env[variable], variable);
  }
  const run = budgetOf(flags.budget, '--budget') ?? budgetOf(env.PADAN_BUDGET, 'PADAN_BUDGET');
  const merged = { ...settings, ...over, budget: { ...settings.budget, ...(run === undefined ? {} : { run }) } };
  return {
    ...merged,
    root,
    // A path on the command line is the shell's; one in the file is the file's.
    input: place(flags.input === undefined ? root : cwd, merged.input),
    output: place(flags.output === undefined ? root : cwd, merged.output),
    glossary: merged.glossary.map((path) => place(flags.glossary === undefined ? root : cwd, path)),
    state: join(root, '.padan'),
    env,
  };
}

/**
 * Checks the text of a settings file.
 *
 * @throws SettingsError listing every fault with line and column.
 */
export function parseSettings(text: string, file: string): FileSettings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const at = lines.linePos(broken.pos[0]);
    throw new SettingsError(`${file}:${at.line}:${at.col}: ${broken.message.split('\n')[0] ?? ''} Expected YAML; fix this line`);
  }
  const raw: unknown = document.toJS() ?? {};
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new SettingsError(schemaFaults(result.error, schema, raw, (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        const at = lines.linePos(Number(node.range[0]));
        return `${file}:${at.line}:${at.col}`;
      }
    }
    return file;
  }).join('\n'));
}

/** An object shape with one key a role, so that a misspelt role gets the nearest known name. */
function forEachRole<T extends z.ZodType>(type: T): { [R in Role]: T } {
  return Object.fromEntries(ROLES.map((role) => [role, type])) as { [R in Role]: T };
}

/** An object shape with one key a check. */
function forEachRule<T extends z.ZodType>(type: T): { [R in Rule]: T } {
  return Object.fromEntries(Object.keys(RULES).map((rule) => [rule, type])) as { [R in Rule]: T };
}

function override(name: Overridable, value: string, origin: string): unknown {
  const raw = name === 'jobs' ? Number(value) : name === 'glossary' ? value.split(',').map((path) => path.trim()) : value;
  const result = schema.shape[name].safeParse(raw);
  if (result.success) return result.data;
  throw new SettingsError(`${origin}: unexpected "${value}", expected ${expectation(name)}`);
}

/** The budget of this run as the shell gave it. */
function budgetOf(value: string | undefined, origin: string): number | undefined {
  if (value === undefined || value === '') return undefined;
  const result = dollars.safeParse(/^\d+(?:\.\d+)?$|^\.\d+$/.test(value.trim()) ? Number(value) : undefined);
  if (result.success) return result.data;
  throw new SettingsError(`${origin}: unexpected "${value}", expected US dollars, as 5 or 0.50`);
}

function expectation(name: Overridable): string {
  switch (name) {
    case 'jobs':
      return 'a whole number from 1 to 256';
    case 'publish':
      return '"all" or "approved"';
    case 'glossary':
      return 'a file, or several with commas between them';
    default:
      return 'some text';
  }
}

function dotEnv(path: string): Readonly<Record<string, string | undefined>> {
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
}

function place(base: string, path: string): string {
  return isAbsolute(path) ? path : resolve(base, path);
}
