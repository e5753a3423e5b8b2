/** npm hands on the SIGINT that the terminal has sent to the whole group already: within this (ms) it is the same Ctrl-C. */
const sameCtrlC = 500;

/**
 * Aborts when the person or the system wants the program to end: Ctrl-C, a closed terminal, `kill`. A second signal only
 * says that the end is under way: interrupting it would lose what is being saved.
 */
export const stopSignals = (say: (line: string) => void): AbortSignal => {
  const controller = new AbortController();
  let first = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!controller.signal.aborted) first = performance.now();
      else if (performance.now() - first > sameCtrlC) say('Still ending; a moment.');
      controller.abort();
    });
  }
  // npm that was killed outright tells nobody; without it the terminal has no way left to end this.
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && controller.abort(), 1_000).unref();
  }
  return controller.signal;
};

/** Resolves when `signal` aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  signal.aborted
    ? Promise.resolve()
    : new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
