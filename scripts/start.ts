/**
 * `npm start`: a whole Rouse on this machine, with its documents kept in .rouse/ between runs.
 *
 * `--fresh` starts over; `--demo` adds resolved history.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bringUp } from './emulators/bringUp';
import type { Suite } from './emulators/launch';
import { addressOf, portOf } from './emulators/ports';
import { preflight } from './emulators/preflight';
import { holdsExport } from './emulators/savedData';
import { waitHealthy } from './emulators/warm';
import { root } from './root';
import { run, runScript } from './run';
import { sayWithTime as say } from './say';
import { aborted, stopSignals } from './stopSignals';
import { welcome } from './welcome';

const workFolder = join(root, '.rouse');
const dataFolder = join(workFolder, 'data');
/** Written when the seed has finished: documents of a seed that was interrupted are not taken for a person's own. */
const seedMark = join(workFolder, 'seeded');

const stopped = stopSignals(say);

type Outcome = { code: 0 } | { code: 1; reason: string };
const failed = (reason: string): Outcome => (stopped.aborted ? { code: 0 } : { code: 1, reason });

const main = async (args: string[]): Promise<Outcome> => {
  const unknown = args.filter((arg) => !['--fresh', '--demo'].includes(arg));
  if (unknown.length > 0) return failed(`npm start knows --fresh and --demo, not ${unknown.join(' ')}.`);
  const problems = await preflight();
  if (problems.length > 0) return failed(problems.join('\n'));

  if (args.includes('--fresh')) rmSync(workFolder, { recursive: true, force: true });
  mkdirSync(workFolder, { recursive: true });
  const hasData = existsSync(seedMark) && holdsExport(dataFolder);
  if (!hasData) rmSync(dataFolder, { recursive: true, force: true });
  const seed = hasData && !args.includes('--demo') ? undefined : [...(hasData ? [] : ['--fresh']), ...args];

  say('Building the functions and the app.');
  const app = run('npm', ['run', '--silent', 'build:app'], { stopped });
  const functions = await runScript('scripts/build/functions.ts', [], { stopped });
  if (functions.code !== 0) {
    await app;
    return failed(`The functions do not build.\n${functions.output.trim()}`);
  }
  const [up, built] = await Promise.all([
    bringUp({
      keeper: { workFolder, dataFolder },
      seed: seed === undefined ? undefined : [...new Set(seed)],
      onSeeded: () => writeFileSync(seedMark, ''),
      say,
      stopped,
    }),
    app.then((built) => {
      if (built.code === 0) say('The app is built.');
      return built;
    }),
  ]);
  if (up.state === 'failed') return failed(up.reason);
  const outcome = built.code === 0 ? await serve(up.suite) : failed(`The app does not build.\n${built.output.trim()}`);
  say('Ending the emulators and saving to .rouse/.');
  const saved = await up.suite.stop();
  say(saved ? 'Saved.' : 'The documents of this run could not be saved; .rouse/suite.log tells why.');
  return outcome;
};

/** Runs until the person ends it, or until a part breaks. */
const serve = async (suite: Suite): Promise<Outcome> => {
  const unhealthy = await waitHealthy(stopped);
  if (!stopped.aborted) {
    if (unhealthy !== undefined) say(unhealthy);
    console.log(welcome(`http://${addressOf('hosting')}`, { hosting: portOf('hosting'), firestore: portOf('firestore'), auth: portOf('auth') }));
  }
  const broken = await Promise.race([suite.broken, aborted(stopped)]);
  return broken === undefined ? { code: 0 } : failed(broken);
};

const outcome = await main(process.argv.slice(2));
if (outcome.code === 1) console.error(`\n${outcome.reason}`);
process.exit(outcome.code);
