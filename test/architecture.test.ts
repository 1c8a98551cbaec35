import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The walls of the house (ARCHITECTURE.md), held by reading the imports as text. */

interface File {
  /** From `pipeline/`, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Files of the house that it imports, types included. */
  readonly imports: readonly string[];
  /** Other packages and node: modules that it imports. */
  readonly outside: readonly string[];
}

const root = join(import.meta.dirname, '..', 'pipeline');

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function readSource(path: string): File {
  const text = readFileSync(join(root, path), 'utf8');
  const specifiers = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const inside = specifiers.filter((specifier) => specifier.startsWith('.'));
  return {
    path,
    text,
    imports: inside.map((specifier) => normalize(join(dirname(path), specifier)).replaceAll('\\', '/')),
    outside: specifiers.filter((specifier) => !specifier.startsWith('.')),
  };
}

const all = filesBelow('');
const files = all.filter((path) => path.endsWith('.ts')).map(readSource);
const room = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

/** Which rooms a room may import, besides itself, and which files at the top. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  values: [],
  style: [],
  builtin: ['style', 'values'],
  sentences: [],
  furniture: ['model.ts', 'tagged.ts', 'style'],
  formats: ['model.ts', 'errors.ts', 'tagged.ts', 'furniture'],
  terms: ['model.ts', 'errors.ts', 'keys.ts', 'tagged.ts'],
  checks: ['model.ts', 'tagged.ts', 'style', 'terms', 'values'],
  sheet: ['model.ts', 'errors.ts', 'tagged.ts', 'formats'],
  stages: ['model.ts', 'errors.ts', 'keys.ts', 'tagged.ts', 'ports.ts', 'report.ts', 'settings.ts', 'style', 'formats', 'furniture', 'sentences', 'terms', 'checks', 'sheet'],
  providers: ['model.ts', 'errors.ts', 'keys.ts', 'tagged.ts', 'ports.ts', 'provider-settings.ts', 'style', 'builtin'],
  memory: ['errors.ts', 'ports.ts'],
  queue: ['errors.ts', 'ports.ts', 'provider-settings.ts', 'weight.ts'],
  contract: ['ports.ts', 'tagged.ts'],
  money: ['errors.ts', 'ports.ts', 'provider-settings.ts'],
  redact: ['model.ts', 'ports.ts', 'tagged.ts', 'errors.ts'],
};

describe('the walls of the house', () => {
  it.each(Object.entries(MAY))('%s imports only what it may', (name, allowed) => {
    const strays = files
      .filter(({ path }) => room(path) === name)
      .flatMap(({ path, imports }) => imports
        .filter((to) => room(to) !== name && !allowed.includes(to) && !allowed.includes(room(to)))
        .map((to) => `${path} -> ${to}`));
    expect(strays).toEqual([]);
  });

  it('has no import cycles, type-only ones included', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      if (done.has(path)) return;
      for (const to of byPath.get(path)?.imports ?? []) walk(to, [...trail, path]);
      done.add(path);
    };
    for (const { path } of files) walk(path, []);
    expect(cycles).toEqual([]);
  });

  it('has rooms for everything: no new room without a rule here', () => {
    const rooms = new Set(files.map(({ path }) => room(path)).filter((name) => name !== ''));
    expect([...rooms].filter((name) => !(name in MAY) && name !== 'commands')).toEqual([]);
  });

  it('lets the wires alone name a concrete adaptor', () => {
    const adaptors = ['providers', 'memory', 'queue'];
    const wires = ['wire.ts', 'wire-provider.ts'];
    const strays = files
      .filter(({ path }) => !wires.includes(path) && !adaptors.includes(room(path)))
      .flatMap(({ path, imports }) => imports.filter((to) => adaptors.includes(room(to))).map((to) => `${path} -> ${to}`));
    expect(strays).toEqual([]);
    for (const wire of files.filter(({ path }) => wires.includes(path))) expect(wire.text).not.toMatch(/^import .*from '\.\/(?:providers|memory|queue)\//m);
  });

  it('lets no adaptor import another', () => {
    const adaptors = new Set(['builtin', 'echo', 'command', 'openai', 'anthropic', 'gemini', 'deepl', 'google', 'azure', 'libretranslate', 'file'].map((name) => `providers/${name}.ts`));
    const strays = files.filter(({ path }) => adaptors.has(path)).flatMap(({ path, imports }) => imports.filter((to) => adaptors.has(to)).map((to) => `${path} -> ${to}`));
    expect(strays).toEqual([]);
  });

  it('keeps files, network and processes out of the stages, and out of what they call', () => {
    const pure = ['stages', 'checks', 'terms', 'sheet', 'formats', 'furniture', 'sentences', 'style', 'values', 'builtin'];
    const worldly = /^node:(?:fs\/promises|http|https|net|child_process|process|os|worker_threads)$|^libsql$|^p-queue$/;
    const strays = files.filter(({ path }) => pure.includes(room(path))).flatMap(({ path, outside }) => outside.filter((name) => worldly.test(name)).map((name) => `${path}: ${name}`));
    expect(strays).toEqual([]);
    // Reading the data files that lie beside the code is the one use of the disk.
    for (const { path, text } of files.filter((file) => pure.includes(room(file.path)))) {
      for (const [call] of text.matchAll(/\b(?:readFileSync|readdirSync|writeFileSync|existsSync)\([^)]*\)?/g)) {
        expect(`${path}: ${call}`).toMatch(/: (?:readFileSync|readdirSync)\(/);
      }
    }
  });

  it('lets only the commands and the entry print', () => {
    const strays = files.filter(({ path, text }) => !['cli.ts', 'main.ts'].includes(path) && room(path) !== 'commands' && /\bconsole\.|process\.std(?:out|err)\b/.test(text)).map(({ path }) => path);
    expect(strays).toEqual([]);
  });

  it('has one entry that sets the exit code', () => {
    const strays = files.filter(({ path, text }) => path !== 'cli.ts' && /process\.exitCode|process\.argv/.test(text)).map(({ path }) => path);
    expect(strays).toEqual([]);
  });

  it('keeps run.ts silent and short', () => {
    const run = files.find(({ path }) => path === 'run.ts');
    expect(run?.text.split('\n').length).toBeLessThan(90);
  });

  it('has no file of more than 300 lines, data aside', () => {
    expect(files.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)).toEqual([]);
  });

  it('has kebab-case names, named exports, no barrels, no drawer for odds and ends', () => {
    for (const { path, text } of files) {
      expect(path).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/);
      expect(`${path}: ${/^export default|^export \* from/m.exec(text)?.[0] ?? 'fine'}`).toBe(`${path}: fine`);
      expect(path).not.toMatch(/(?:^|\/)(?:utils?|helpers?|types|index|common|misc)(?:\.ts|\/)/);
    }
  });

  it('has no `any` and no suppressed errors', () => {
    expect(files.map(({ path, text }) => ({ path, text: text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '') })).filter(({ text }) => /:\s*any\b|\bas any\b|@ts-ignore|@ts-nocheck/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('says in the head of each data file what it is, and its licence', () => {
    const tables = all.filter((path) => path.includes('/data/') && /\.(?:tsv|txt|ya?ml)$/.test(path));
    expect(tables.length).toBeGreaterThan(5);
    for (const path of tables) {
      const head = readFileSync(join(root, path), 'utf8').slice(0, 1000);
      expect(`${path} ${head}`).toMatch(/^\S+ #[\s\S]*(?:licen[cs]e|\bMIT\b)/i);
    }
  });
});
