/**
 * `npm run bench:tap`: from a tap on the notification to acknowledged, the app closed, on throttled 4G (150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up) and with a
 * processor four times slower; the median of 5 with its breakdown. Builds, and starts the emulators itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUp } from '../emulators/bringUp';
import { prepare } from '../machine/prepare';
import { run } from '../run';
import { sayWithTime as say } from '../say';
import { stopSignals } from '../stopSignals';
import { testBorders } from '../testing/borders';

const stopped = stopSignals(say);
const workFolder = mkdtempSync(join(tmpdir(), 'rouse-bench-'));

const main = async (): Promise<number> => {
  Object.assign(process.env, testBorders);
  const prepared = await prepare(say);
  if (prepared.state === 'lacks') {
    say(prepared.reason);
    return 1;
  }
  Object.assign(process.env, prepared.environment);
  say('Building the functions and the app.');
  const built = await run('npm', ['run', '--silent', 'build'], { stopped });
  if (built.code !== 0) {
    say(built.output.trim());
    return 1;
  }
  const up = await bringUp({ keeper: { workFolder }, environment: testBorders, seed: ['--fresh'], say, stopped });
  if (up.state === 'failed') {
    say(up.reason);
    return 1;
  }
  try {
    // After the environment above: what these load reads it when it is loaded.
    const { measureTaps } = await import('./taps');
    await measureTaps(5, say);
    return 0;
  } finally {
    await up.suite.stop();
  }
};

const code = await main();
if (code === 0) rmSync(workFolder, { recursive: true, force: true });
process.exit(code);
