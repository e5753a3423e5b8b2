import { spawn } from 'node:child_process';
import { descendantsOf, listProcesses, stillRunning, type Process } from '../../scripts/emulators/processes';

/** A running `npm start`, as somebody has it in a terminal. */
export type NpmStart = {
  /** Everything that it printed so far. */
  output: () => string;
  /** Resolves when it printed `text`; rejects when it ended before. */
  prints: (text: string) => Promise<void>;
  /** npm and all that it started, now. */
  family: () => Promise<Process[]>;
  /** Ctrl-C: the terminal sends SIGINT to the whole foreground group. */
  ctrlC: () => void;
  /** What another program does that knows npm alone. */
  interruptNpm: () => void;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
};

export const npmStart = (folder: string, args: string[] = []): NpmStart => {
  const npm = spawn('npm', ['start', '--', ...args], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const { pid } = npm;
  if (pid === undefined) throw new Error('npm does not start');
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => npm.once('close', resolve));
  return {
    output: () => output,
    prints: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!output.includes(text)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
        void ended.then((code) => reject(new Error(`npm start ended with ${code ?? 'a signal'} before it printed "${text}":\n${output}`)));
      }),
    family: async () => {
      const all = await listProcesses();
      return [...all.filter((one) => one.pid === pid), ...descendantsOf(pid, all)];
    },
    ctrlC: () => process.kill(-pid, 'SIGINT'),
    interruptNpm: () => npm.kill('SIGINT'),
    ended,
  };
};

/** Those of `family` that outlived the end. */
export const leftBehind = (family: Process[]): Promise<Process[]> => stillRunning(family);
