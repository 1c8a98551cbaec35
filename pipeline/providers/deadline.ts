/** A signal that fires when the run is stopped, or when a time is over. */

export interface Deadline {
  readonly signal: AbortSignal;
  /** Takes the clock off; must be called when the work is over. */
  readonly end: () => void;
}

/**
 * Not `AbortSignal.any` over `AbortSignal.timeout`: Node 20 may collect the timeout as garbage, and what
 * waits for it hangs for ever.
 */
export function deadlineAfter(seconds: number, run: AbortSignal): Deadline {
  const controller = new AbortController();
  const stop = (): void => { controller.abort(run.reason); };
  if (run.aborted) stop();
  run.addEventListener('abort', stop);
  const timer = setTimeout(() => { controller.abort(); }, seconds * 1000);
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      run.removeEventListener('abort', stop);
    },
  };
}
