/**
 * `npm run seed:year`: 2,000 incidents of the last 365 days with their pages, verdicts, repeats and reopenings, straight into the emulator of a Rouse that runs on this
 * machine (`npm start -- --demo` in another terminal). `npm run seed:year -- 500 7`: so many, of another seed. The same seed writes the same documents on the same day.
 */
import { localEnvironment } from './emulators/environment';
import { sayWithTime as say } from './say';

const [count = 2_000, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('npm run seed:year -- [incidents] [seed], both whole numbers.');
  process.exit(2);
}
// Whatever project this terminal was set to: what follows must only ever reach the emulator.
Object.assign(process.env, localEnvironment());
const { writeYear } = await import('./seed/yearWrite');
say(`Writing ${count.toLocaleString('en')} incidents of seed ${seed}.`);
try {
  const { incidents, notifications, months } = await writeYear({ seed, count, now: Date.now() });
  say(`${incidents.toLocaleString('en')} incidents, ${notifications.toLocaleString('en')} notifications, ${months} months. Look at /metrics.`);
} catch (error) {
  console.error(`Nothing more is written. Is the emulator running (npm start)? ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
// The Admin SDK keeps its connections open.
process.exit(0);
