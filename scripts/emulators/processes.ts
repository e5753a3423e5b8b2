import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** A running process. `started` tells two uses of one id apart: it only has to be equal for the same process. */
export type Process = { pid: number; parent: number; started: string };

/** All processes of this machine. Linux has /proc, and often no `ps` in a container; macOS has `ps`. */
export const listProcesses = (): Promise<Process[]> => (process.platform === 'linux' ? fromProc() : fromPs());

const fromProc = async (): Promise<Process[]> => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = await Promise.all(
    ids.map(async (id) => {
      // A process that ended since the listing has no file any more.
      const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => undefined);
      return stat === undefined ? [] : parseStat(Number(id), stat);
    }),
  );
  return read.flat();
};

/** proc(5): the name in brackets may hold anything, so count from its end. Field 3 is the state, 4 the parent, 22 the start. */
const parseStat = (pid: number, stat: string): Process[] => {
  const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie has ended; its parent has not looked yet.
  if (state === 'Z' || parent === undefined) return [];
  return [{ pid, parent: Number(parent), started: rest[17] ?? '' }];
};

const fromPs = (): Promise<Process[]> =>
  new Promise((resolve, reject) => {
    execFile('ps', ['-A', '-o', 'pid=,ppid=,stat=,lstart='], { maxBuffer: 2 ** 26 }, (error, stdout) => {
      if (error !== null) reject(new Error('ps failed', { cause: error }));
      else resolve(stdout.split('\n').flatMap(parsePsLine));
    });
  });

const parsePsLine = (line: string): Process[] => {
  const match = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line);
  if (match === null || match[3]?.startsWith('Z') === true) return [];
  return [{ pid: Number(match[1]), parent: Number(match[2]), started: match[4] ?? '' }];
};

/** The children of `ancestor`, their children, and so on. */
export const descendantsOf = (ancestor: number, all: Process[]): Process[] =>
  all.filter((one) => one.parent === ancestor).flatMap((child) => [child, ...descendantsOf(child.pid, all)]);

/** Those of `processes` that still run. */
export const stillRunning = async (processes: Process[]): Promise<Process[]> => {
  const now = await listProcesses();
  return processes.filter((one) => now.some(({ pid, started }) => pid === one.pid && started === one.started));
};
