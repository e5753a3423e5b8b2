import { setTimeout as wait } from 'node:timers/promises';
import { logger } from 'firebase-functions';
import { sweep } from '../wake/sweep';

/**
 * Local mode's Scheduler: a sweep each second until SIGTERM or SIGINT, for the emulators run no scheduled functions. A process of its own, so that
 * it takes no turn of the functions emulator, which runs one request per process.
 */
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => stop.abort());

while (!stop.signal.aborted) {
  await sweep().catch((error: unknown) => { if (!stop.signal.aborted) logger.warn('sweep', error); });
  await wait(1_000, undefined, { signal: stop.signal }).catch(() => undefined);
}
process.exit(0);
