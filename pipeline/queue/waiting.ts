/** The signal of one who waits: it fires when the run is stopped, or, as long as he waits, when waiting is over for all. */

export interface Waiting {
  readonly signal: AbortSignal;
  /** He waits no longer: from now on it fires when the run is stopped only. */
  readonly over: () => void;
  /** Listens to nothing any more. */
  readonly end: () => void;
}

export function waitingFor(run: AbortSignal, gate: AbortSignal): Waiting {
  const controller = new AbortController();
  const stop = (): void => { controller.abort(run.reason); };
  const shut = (): void => { controller.abort(gate.reason); };
  if (run.aborted) stop();
  else if (gate.aborted) shut();
  run.addEventListener('abort', stop);
  gate.addEventListener('abort', shut);
  const over = (): void => { gate.removeEventListener('abort', shut); };
  return {
    signal: controller.signal,
    over,
    end: () => {
      over();
      run.removeEventListener('abort', stop);
    },
  };
}
