/** How far the run is: a bar with the time left in a terminal, a plain line now and then elsewhere. */

import { SingleBar } from 'cli-progress';

export interface RunProgress {
  start(total: number): void;
  step(): void;
  /** A message in between. */
  say(text: string): void;
  stop(): void;
}

/** Plain lines come at every tenth of the way. */
const LINES = 10;

export function createProgress(quiet: boolean): RunProgress {
  if (quiet) return { start: () => undefined, step: () => undefined, say: write, stop: () => undefined };
  return process.stderr.isTTY ? bar() : lines();
}

function bar(): RunProgress {
  let single: SingleBar | undefined;
  return {
    start(total) {
      if (total === 0) return;
      single = new SingleBar({
        format: '{bar} {value} of {total} articles, {eta_formatted} left',
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: true,
        etaBuffer: 100,
      });
      single.start(total, 0);
    },
    step: () => single?.increment(),
    say(text) {
      // The bar is drawn again below the message.
      process.stderr.write('\r\u001b[K');
      write(text);
    },
    stop: () => single?.stop(),
  };
}

function lines(): RunProgress {
  let total = 0;
  let done = 0;
  let began = 0;
  return {
    start(all) {
      total = all;
      began = performance.now();
    },
    step() {
      done += 1;
      const every = Math.max(1, Math.ceil(total / LINES));
      if (total < LINES || done === total || done % every !== 0) return;
      const left = ((performance.now() - began) / done) * (total - done);
      write(`${done} of ${total} articles, about ${duration(left)} left`);
    },
    say: write,
    stop: () => undefined,
  };
}

/** Milliseconds as people say them. */
function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return `${Math.max(1, Math.round(ms / 1000))} s`;
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}

function write(text: string): void {
  process.stderr.write(`${text}\n`);
}
