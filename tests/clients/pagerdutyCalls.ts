/**
 * PagerDuty's own client (@pagerduty/pdjs) as a program of its own, because Node reads NODE_EXTRA_CA_CERTS only when it begins. Takes calls
 * from its parent, one after another, and tells what came back. Its argument: the server that stands in for events.pagerduty.com.
 */
import { acknowledge, change, resolve, trigger } from '@pagerduty/pdjs';

const calls = { acknowledge, change, resolve, trigger };
export type PagerdutyCall = { name: keyof typeof calls; data: object };
export type PagerdutyAnswer = { status: number; body: unknown };

const [, , server = ''] = process.argv;

process.on('message', ({ name, data }: PagerdutyCall) => {
  // The client's types ask for a whole payload in every event; what it sends is what it was given.
  const send = calls[name] as (event: { server: string; data: object }) => ReturnType<typeof trigger>;
  send({ server, data }).then(
    (response) => process.send?.({ status: response.status, body: response.data } satisfies PagerdutyAnswer),
    (error: unknown) => { process.send?.({ status: 0, body: String(error) } satisfies PagerdutyAnswer); },
  );
});
