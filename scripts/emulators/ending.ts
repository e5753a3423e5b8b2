import type { ChildProcess } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import { descendantsOf, listProcesses, stillRunning, type Process } from './processes';

/** The longest that a clean end may take: firebase-tools gives running functions 60 s, then saves. */
const cleanEndMs = 90_000;

const exited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const exitOf = (child: ChildProcess): Promise<void> =>
  exited(child) ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));

/** Whether `child` ended within `ms`. */
const endsWithin = async (child: ChildProcess, ms: number): Promise<boolean> => {
  const timer = new AbortController();
  await Promise.race([exitOf(child), after(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
  timer.abort();
  return exited(child);
};

/**
 * Ends the sweep loop, lets firebase-tools save and end, and kills what either left behind: Java runs in a process group
 * of its own and survives a firebase-tools that ends badly. Resolves when nothing of the suite runs any more.
 */
export const endCleanly = async (suite: {
  firebase: ChildProcess;
  sweep: ChildProcess | undefined;
  heard: () => boolean;
}): Promise<void> => {
  const { firebase, sweep, heard } = suite;
  if (sweep !== undefined && !exited(sweep)) {
    sweep.kill('SIGTERM');
    if (!(await endsWithin(sweep, 5_000))) sweep.kill('SIGKILL');
  }

  // Seen before each signal, because an orphan's parent is no longer known afterwards.
  const seen = new Map<string, Process>();
  const look = async (): Promise<void> => {
    for (const one of descendantsOf(process.pid, await listProcesses())) seen.set(`${one.pid} ${one.started}`, one);
  };

  await look();
  if (!exited(firebase)) {
    firebase.kill('SIGINT');
    // It ignores a signal within 100 ms of installing its own handler, and a second one that it did hear means "do not save".
    while (!(await endsWithin(firebase, 1_000)) && !heard()) {
      await look();
      firebase.kill('SIGINT');
    }
    await look();
    if (!(await endsWithin(firebase, cleanEndMs))) firebase.kill('SIGKILL');
    await exitOf(firebase);
  }

  for (const { pid } of await stillRunning([...seen.values()])) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in the meantime.
    }
  }
};
