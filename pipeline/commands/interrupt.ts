/** Ctrl-C: the first asks the run to stop where nothing is lost, the second ends the program at once. */

export interface Interruptible {
  readonly signal: AbortSignal;
  /** Gives Ctrl-C back to the shell's way. */
  release: () => void;
}

export function interruptible(): Interruptible {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write('\nStopping. Once more to stop at once (nothing is lost either way).\n');
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
