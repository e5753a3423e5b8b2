import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { root } from './root';

export type Run = { code: number | null; output: string };

/**
 * Runs a program in the root folder (or `folder`) and resolves when it ended. Its output is collected, or passed through
 * (`show`). `stopped` ends it. `humble`: it has the processor when nothing else wants it.
 */
export const run = (
  command: string,
  args: string[],
  options: { env?: Record<string, string>; show?: boolean; folder?: string; stopped?: AbortSignal; humble?: boolean } = {},
): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.folder ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', options.show === true ? 'inherit' : 'pipe', options.show === true ? 'inherit' : 'pipe'],
    });
    if (options.humble === true && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    options.stopped?.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });

/** Runs one of this repository's TypeScript programs. */
export const runScript: (path: string, args?: string[], options?: Parameters<typeof run>[2]) => Promise<Run> = (
  path,
  args = [],
  options,
) => run(process.execPath, ['--import', 'tsx', path, ...args], options);
