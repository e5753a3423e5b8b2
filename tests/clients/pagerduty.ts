import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { PagerdutyAnswer, PagerdutyCall } from './pagerdutyCalls';
import { startTlsFront } from './tlsFront';

export type PagerdutyClient = { call: (name: PagerdutyCall['name'], data: object) => Promise<PagerdutyAnswer>; stop: () => Promise<void> };

/** PagerDuty's own client, talking https to a front before this port as if that were events.pagerduty.com. */
export async function startPagerdutyClient(port: number): Promise<PagerdutyClient> {
  const front = await startTlsFront(port);
  const child = fork(join(import.meta.dirname, 'pagerdutyCalls.ts'), [front.host], {
    execArgv: ['--import', 'tsx'], env: { ...process.env, NODE_EXTRA_CA_CERTS: front.certificateFile },
  });
  const gone = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  return {
    call: (name, data) => new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the client ended with ${code ?? 'a signal'}`));
      child.once('exit', ended).once('message', (answer) => {
        child.off('exit', ended);
        resolve(answer as PagerdutyAnswer); // The only thing that it says.
      });
      child.send({ name, data } satisfies PagerdutyCall);
    }),
    stop: async () => {
      child.kill();
      await gone;
      await front.stop();
    },
  };
}
