import { setTimeout as wait } from 'node:timers/promises';
import { setGlobalOptions } from 'firebase-functions';
import { onRequest } from 'firebase-functions/https';
import { onSchedule } from 'firebase-functions/scheduler';
import { onTaskDispatched } from 'firebase-functions/tasks';
import { automationEnds } from './automation/runDue';
import { boundSecrets, region } from './firebase';
import { keepBodiesRaw } from './http/rawBodies';
import { serve } from './http/router';
import { routes } from './routes';
import type { WakeTask } from './wake/enqueue';
import { sweep as sweepOnce } from './wake/sweep';
import { wake as wakeIncident } from './wake/wake';

setGlobalOptions({ region });
keepBodiesRaw();

/** The HTTP API of DESIGN's contracts: hooks, PagerDuty's and Opsgenie's APIs, heartbeats, pages by token, health. */
export const api = onRequest({ memory: '512MiB', concurrency: 80, maxInstances: 20, invoker: 'public', secrets: boundSecrets }, serve(routes));

/** Every change that a person makes. */
export { command } from './command/command';

/** A hint that an incident needs attention now. The incident itself says what is due. */
export const wake = onTaskDispatched<WakeTask>(
  { retryConfig: { maxAttempts: 5, minBackoffSeconds: 2, maxBackoffSeconds: 30 }, rateLimits: { maxConcurrentDispatches: 50 }, secrets: boundSecrets },
  ({ data }) => wakeIncident(data),
);

/** The net under every hint: Scheduler's grain is a minute, so each run passes four times, 15 s apart. */
export const sweep = onSchedule({ schedule: 'every 1 minutes', timeoutSeconds: 120, maxInstances: 2, memory: '512MiB', secrets: boundSecrets }, async () => {
  for (let pass = 0; pass < 4; pass += 1) {
    if (pass > 0) await wait(15_000);
    await sweepOnce();
  }
  await automationEnds(20_000);
});
