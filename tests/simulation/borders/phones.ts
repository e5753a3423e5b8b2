import { replyCodeOf } from '../../../functions/src/send/sms/text';
import type { Instance } from '../backend/instance';
import { type Outside, timedOut } from './outside';

type Answer = { status: number; headers: { get: (name: string) => string | null }; json: () => Promise<unknown> };
const answer = (status: number, body: object, retryAfter: string | null = null): Answer => ({
  status, headers: { get: (name) => (name === 'retry-after' ? retryAfter : null) }, json: () => Promise.resolve(body),
});
/** What Twilio refuses with, and what passes: numbers that are dead, an answer of STOP, a full queue, a server that stumbles. */
const refusals = [answer(400, { code: 21_211 }), answer(400, { code: 21_610 }), answer(429, { code: 20_429 }, '3'), answer(500, {}), answer(503, {}), answer(400, { code: 21_601 })] as const;

/** Twilio and the phones behind it, as `fetch` reaches them. */
export function twilio(outside: Outside, instance: Instance) {
  const { chance, schedule } = outside;
  let sids = 0;
  return async (url: string, { body }: { body: URLSearchParams }): Promise<Answer> => {
    const isCall = url.endsWith('/Calls.json');
    const channel = isCall ? 'voice' : 'sms';
    const to = body.get('To') ?? '';
    const notificationId = /\/v1\/twilio\/status\/([\w-]+)$/.exec(body.get('StatusCallback') ?? '')?.[1] ?? '';
    if (outside.isDown()) return outside.isSilent() ? instance.after(10_000, () => { throw timedOut(); }) : instance.after(30, () => answer(503, {}));
    outside.onSend({ notificationId, channel, at: schedule.clock.now(), by: instance.name });
    if (chance.fault(0.02)) {
      // A connection that died before anything was asked is asked again at once; of one that says nothing, nobody knows.
      if (chance.below(2) === 0) arrive();
      return instance.after(10_000, () => { throw timedOut(); });
    }
    if (chance.fault(0.05)) return instance.after(chance.between(30, 400), () => chance.pick(refusals));
    arrive();
    sids += 1;
    return instance.after(chance.fault(0.03) ? chance.between(2_000, 9_000) : chance.between(40, 300), () => answer(201, { sid: `SM${sids}` }));

    function arrive(): void {
      const token = isCall ? (/\/v1\/twilio\/voice\/([^/]+)$/.exec(body.get('Url') ?? '')?.[1] ?? '') : '';
      const isLost = chance.fault(0.1);
      schedule.in(chance.pick([400, 2_000, 6_000]), () => {
        if (!isLost) outside.receive({ userId: '', channel, from: to, notificationId, token, code: replyCodeOf(notificationId), at: schedule.clock.now() });
        const [sent, end] = isCall ? ['in-progress', isLost ? 'no-answer' : 'completed'] : ['sent', isLost ? 'undelivered' : 'delivered'];
        if (!isLost) outside.onStatus(notificationId, channel, sent);
        // Reports get lost, and come twice.
        for (let times = chance.fault(0.15) ? 0 : chance.fault(0.1) ? 2 : 1; times > 0; times -= 1) schedule.in(chance.between(100, 30_000), () => { outside.onStatus(notificationId, channel, end); });
      });
    }
  };
}
