/**
 * Any program of the user's: one JSON line a segment on its standard input
 * (`{"id","text","role","terms","context"}`), one JSON line an answer on its standard output
 * (`{"id","text"}` or `{"id","error"}`), in any order. It is started once a batch.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hash } from '../keys.ts';
import { ProviderError } from '../errors.ts';
import type { Fault, Job, Outcome, Provider } from '../ports.ts';
import { deadlineAfter } from './deadline.ts';
import { readAnswer } from './lines.ts';

export interface CommandOptions {
  /** The program and its arguments; no shell stands between. */
  readonly command: readonly [string, ...string[]];
  /** The folder it runs in. */
  readonly cwd: string;
  /** Segments a start. */
  readonly batch: number;
  /** Seconds until a start that has not ended is killed. */
  readonly timeout: number;
}

/** Answers longer than this in all are not read to their end: 64 MiB. */
const MOST_BYTES = 64 * 1024 * 1024;

export function createCommand(options: CommandOptions): Provider {
  return {
    name: 'command',
    signature: `command ${hash(...options.command)}`,
    batch: options.batch,
    translate: async (jobs, signal) => ({ outcomes: await run(jobs, signal, options) }),
  };
}

async function run(
  jobs: readonly Job[],
  signal: AbortSignal,
  { command, timeout, cwd }: CommandOptions,
): Promise<readonly Outcome[]> {
  signal.throwIfAborted();
  if (jobs.length === 0) return [];
  const [program, ...args] = command;
  const limit = deadlineAfter(timeout, signal);
  const child = spawn(program, args, { cwd, signal: limit.signal, killSignal: 'SIGKILL', stdio: ['pipe', 'pipe', 'pipe'] });
  const said = collect(child.stdout, MOST_BYTES);
  const complained = collect(child.stderr, 64 * 1024);
  // A program may end before it has read everything: what it answered still counts.
  child.stdin.on('error', () => undefined);
  child.stdin.end(jobs.map((job) => `${JSON.stringify(job)}\n`).join(''));
  let code: unknown;
  try {
    const ended: readonly unknown[] = await once(child, 'close');
    code = ended[0];
  } catch (error) {
    signal.throwIfAborted();
    if (limit.signal.aborted) {
      throw failure(`${program} did not end within ${timeout} seconds. Raise providers.command.timeout, or look at the program`, 'transient', error);
    }
    throw failure(`${program} could not be started (${reason(error)}). Check providers.command.command in padan.yaml`, 'key', error);
  } finally {
    limit.end();
  }
  const outcomes = said().split('\n').flatMap((line) => readAnswer(line) ?? []);
  if (outcomes.length === 0) {
    const last = complained().trim().split('\n').at(-1) ?? '';
    throw failure(`${program} ended with code ${String(code)} and gave no answer${last === '' ? '' : `; its last words: ${last.slice(0, 300)}`}`, code === 0 ? 'bad output' : 'transient');
  }
  return outcomes;
}

function collect(stream: NodeJS.ReadableStream, most: number): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function failure(message: string, fault: Fault, cause?: unknown): ProviderError {
  return new ProviderError('command', message, { fault, cause });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
