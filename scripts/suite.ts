/**
 * `tsx scripts/suite.ts`: the emulators with fresh seeded documents and the sweep, for development; nothing is saved and
 * the app is not built. Runs until Ctrl-C. `--empty` leaves the seed out, `--demo` adds resolved history; with `--borders` the functions
 * send to the tests' stand-ins. They read their configuration twice a second, as the tests need it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUp } from './emulators/bringUp';
import { testEnvironment } from './emulators/environment';
import { addressOf } from './emulators/ports';
import { runScript } from './run';
import { sayWithTime } from './say';
import { testBorders } from './testing/borders';
import { aborted, stopSignals } from './stopSignals';

const say = sayWithTime;
const stopped = stopSignals(say);
const workFolder = mkdtempSync(join(tmpdir(), 'rouse-suite-'));

const main = async (): Promise<number> => {
  say('Building the functions.');
  const built = await runScript('scripts/build/functions.ts', [], { stopped });
  if (built.code !== 0) {
    say(built.output.trim());
    return 1;
  }
  const seed = process.argv.includes('--empty') ? undefined : ['--fresh', ...process.argv.filter((one) => one === '--demo')];
  const up = await bringUp({ keeper: { workFolder }, environment: { ...(process.argv.includes('--borders') ? testBorders : {}), ...testEnvironment }, seed, say, stopped });
  if (up.state === 'failed') {
    if (stopped.aborted) return 0;
    say(up.reason);
    return 1;
  }
  say(`The suite is up on http://${addressOf('hosting')}; logs are in ${workFolder}.`);
  const broken = await Promise.race([up.suite.broken, aborted(stopped)]);
  await up.suite.stop();
  if (broken === undefined || stopped.aborted) return 0;
  say(broken);
  return 1;
};

const code = await main();
if (code === 0) rmSync(workFolder, { recursive: true, force: true });
else say(`Logs are kept in ${workFolder}.`);
process.exit(code);
