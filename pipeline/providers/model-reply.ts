/** From the text that a model wrote to outcomes by id. Nothing that is cut, doubled, moved or no translation is ever done. */

import type { Fault, Job, Outcome } from '../ports.ts';
import { whyImplausible } from './plausible.ts';
import { batchId } from './prompt.ts';
import { findShifted } from './shifted.ts';

/** One outcome a job, in the order of the jobs; ids that nobody asked for are left aside. */
export function readAnswers(jobs: readonly Job[], written: string): readonly Outcome[] {
  const values = valuesByKey(bareJson(written));
  if (values === undefined) return failAll(jobs, 'the answer is no JSON object', 'bad output');
  const texts = jobs.map((_, n) => textOf(values.get(batchId(n))));
  const shifted = findShifted(jobs, texts);
  return jobs.map((job, n): Outcome => {
    const found = values.get(batchId(n)) ?? [];
    const text = texts[n];
    if (found.length === 0) return failed(job, 'no answer under its id', 'bad output');
    if (found.length > 1) return failed(job, 'answered twice', 'bad output');
    if (text === undefined) return failed(job, 'the answer is no text', 'bad output');
    const implausible = whyImplausible(job, text);
    if (implausible !== undefined) return failed(job, implausible.reason, implausible.fault);
    if (shifted.has(n)) return failed(job, 'the answer fits another sentence of the batch', 'bad output');
    return { id: job.id, status: 'done', text, unknown: [] };
  });
}

/** The same failure for every job. */
export function failAll(jobs: readonly Job[], reason: string, fault: Fault): readonly Outcome[] {
  return jobs.map((job) => failed(job, reason, fault));
}

function failed({ id }: Job, reason: string, fault: Fault): Outcome {
  return { id, status: 'failed', reason, fault };
}

function textOf(values: readonly unknown[] | undefined): string | undefined {
  const [value, ...more] = values ?? [];
  return typeof value === 'string' && more.length === 0 ? value : undefined;
}

/** Without what servers that know no form of answers put round the object: thoughts before it, a code fence. */
function bareJson(written: string): string {
  const thought = written.replace(/^\s*<think>[\s\S]*?<\/think>/u, '').trim();
  if (thought.startsWith('{')) return thought;
  const lines = thought.split('\n');
  const [from, to, ...more] = lines.flatMap((line, n) => (line.trimStart().startsWith('```') ? [n] : []));
  return from === undefined || to === undefined || more.length > 0 ? thought : lines.slice(from + 1, to).join('\n');
}

/**
 * The values of a JSON object by key, all of them: JSON.parse would keep the last of a doubled key and
 * say nothing.
 *
 * @returns undefined where `json` is no object.
 */
function valuesByKey(json: string): ReadonlyMap<string, readonly unknown[]> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const last = new Map<string, unknown>(Object.entries(parsed));
  const values = new Map<string, unknown[]>();
  for (const key of keysOf(json)) values.set(key, [...(values.get(key) ?? []), last.get(key)]);
  return values;
}

/** The keys of a JSON object as they stand in its text, which must be valid JSON. Read by hand: a regular expression overflows the stack on a string of megabytes. */
function keysOf(json: string): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  let key = false;
  for (let at = 0; at < json.length; at += 1) {
    switch (json[at]) {
      case '{':
      case '[':
        depth += 1;
        key = depth === 1;
        break;
      case '}':
      case ']':
        depth -= 1;
        break;
      case ',':
        key = depth === 1;
        break;
      case '"': {
        const end = endOfString(json, at);
        if (key) keys.push(String(JSON.parse(json.slice(at, end + 1))));
        key = false;
        at = end;
        break;
      }
      default:
    }
  }
  return keys;
}

/** Where the string that begins at `start` has its closing quote. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}
