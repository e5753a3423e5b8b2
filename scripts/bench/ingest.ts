/**
 * `npm run bench:ingest`: what accepting and deciding cost, each row beside its floor in the same run, and the documents touched by kind. Starts the
 * emulators itself. `-- --only=rows|one|suite` runs a part.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUp } from '../emulators/bringUp';
import { prepare } from '../machine/prepare';
import { runScript } from '../run';
import { sayWithTime as say } from '../say';
import { stopSignals } from '../stopSignals';

const fcm = '127.0.0.1:9399';
process.env.ROUSE_FAKE_FCM = fcm;
const stopped = stopSignals(say);
const workFolder = mkdtempSync(join(tmpdir(), 'rouse-bench-'));
const only = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length);

const main = async (): Promise<number> => {
  const prepared = await prepare(say);
  if (prepared.state === 'lacks') say(prepared.reason);
  say('Building the functions.');
  const built = await runScript('scripts/build/functions.ts', [], { stopped });
  if (built.code !== 0) return built.code ?? 1;
  const up = await bringUp({ keeper: { workFolder }, environment: { ROUSE_FAKE_FCM: fcm }, seed: ['--fresh'], say, stopped });
  if (up.state === 'failed') {
    say(up.reason);
    return 1;
  }
  try {
    // After the environment above: what these load reads it when it is loaded.
    const { measure } = await import('./measure');
    return (await measure(only, say)) ? 0 : 1;
  } finally {
    await up.suite.stop();
  }
};

const code = await main();
if (code === 0) rmSync(workFolder, { recursive: true, force: true });
process.exit(code);
