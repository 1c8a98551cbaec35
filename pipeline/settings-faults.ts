/** Says what is wrong with settings: place, what was found, what was expected. */

import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';

type Path = readonly PropertyKey[];

/** One line a fault of `error`; `place` turns a path into `file:line:column`. */
export function schemaFaults(error: z.ZodError, schema: z.ZodType, raw: unknown, place: (path: Path) => string): readonly string[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        return `${place(path)}: unexpected key "${dotted(path)}"${suggestion(key, keysAt(schema, issue.path))}`;
      });
    }
    const found = valueAt(raw, issue.path);
    const shown = found === undefined ? 'nothing' : JSON.stringify(found);
    const what = issue.path.length === 0 ? 'the file' : `"${dotted(issue.path)}"`;
    return [`${place(issue.path)}: unexpected ${shown} for ${what}, ${expected(issue)}`];
  });
}

/** The one of `known` that `name` may have been meant to be; empty where none is near. */
export function nearest(name: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const best = closest(name, [...known]);
  return distance(name, best) <= Math.max(2, Math.floor(name.length / 3)) ? best : '';
}

function suggestion(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return near === '' ? `, expected one of ${known.join(', ')}` : `, expected "${near}"`;
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
  if (issue.code === 'invalid_type') return `expected ${issue.expected}`;
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_key') return 'expected a role: see "roles" in the README';
  return `expected otherwise: ${issue.message}`;
}

function dotted(path: Path): string {
  return path.map(String).join('.');
}

function valueAt(raw: unknown, path: Path): unknown {
  let at = raw;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

/** The keys that the schema knows at `path`. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  let at: unknown = bare(schema);
  for (const key of path) {
    const shape = shapeOf(at);
    at = shape === undefined ? undefined : bare(shape[String(key)]);
  }
  return Object.keys(shapeOf(at) ?? {});
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof schema !== 'object' || schema === null || !('shape' in schema)) return undefined;
  const { shape } = schema;
  return typeof shape === 'object' && shape !== null ? (shape as Readonly<Record<string, unknown>>) : undefined;
}

/** A schema without its `optional()` and `default()`. */
function bare(schema: unknown): unknown {
  let at = schema;
  while (isWrapped(at)) at = at.unwrap();
  return at;
}

function isWrapped(schema: unknown): schema is { unwrap(): unknown } {
  return typeof schema === 'object' && schema !== null && 'unwrap' in schema && typeof schema.unwrap === 'function';
}
