import { runScript } from '../run';
import { localEnvironment } from './environment';
import { launch, type Launch } from './launch';
import { warmFunctions } from './warm';

/**
 * A whole local Rouse: emulators, warm functions, seeded documents, and the sweep each second. The functions must be
 * built. `up` when everything answers; a failure has ended what it started.
 */
export const bringUp = async (
  options: Parameters<typeof launch>[0] & {
    /** Arguments for the seed; undefined when the documents are there already. */
    seed: string[] | undefined;
    /** Called when the seed has written everything. */
    onSeeded?: () => void;
  },
): Promise<Launch> => {
  const { say, stopped, seed, onSeeded } = options;
  say('Starting the emulators (Firestore, Auth, Functions, Hosting, Tasks).');
  const launched = await launch(options);
  if (launched.state === 'failed') return launched;
  const { suite } = launched;
  if (stopped?.aborted === true) {
    await suite.stop();
    return { state: 'failed', reason: 'Interrupted.' };
  }

  say(seed === undefined ? 'Warming the functions.' : 'Warming the functions, seeding the first documents.');
  const [cold, seeded] = await Promise.all([
    warmFunctions(stopped),
    seed === undefined
      ? undefined
      : runScript('scripts/emulators/fill.ts', seed, {
          env: { ...localEnvironment(), ...options.environment },
          ...(stopped === undefined ? {} : { stopped }),
        }),
  ]);
  const problem =
    cold ?? (seeded !== undefined && seeded.code !== 0 ? `The seed failed.\n${seeded.output.trim()}` : undefined);
  if (problem !== undefined) {
    await suite.stop();
    return { state: 'failed', reason: problem };
  }
  if (seeded !== undefined) onSeeded?.();
  suite.sweep();
  return launched;
};
