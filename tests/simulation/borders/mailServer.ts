import type { Instance } from '../backend/instance';
import { failure, type Outside } from './outside';

type Mail = { to: { address: string }; messageId: string; text: string };

/** The mail server, in place of nodemailer. */
export function nodemailer(outside: Outside, instance: Instance) {
  const { chance, schedule } = outside;
  const refused = (responseCode: number, command: string) => Object.assign(failure('EENVELOPE'), { responseCode, response: `${responseCode} refused`, command });
  const sendMail = async ({ to: { address }, messageId, text }: Mail): Promise<{ messageId: string }> => {
    const notificationId = /[0-9a-f]{32}/.exec(messageId)?.[0] ?? '';
    if (outside.isDown()) return instance.after(outside.isSilent() ? 10_000 : 20, () => { throw failure(outside.isSilent() ? 'ETIMEDOUT' : 'ECONNECTION'); });
    outside.onSend({ notificationId, channel: 'email', at: schedule.clock.now(), by: instance.name });
    if (chance.fault(0.02)) {
      if (chance.below(2) === 0) arrive();
      return instance.after(10_000, () => { throw failure('ETIMEDOUT'); });
    }
    if (chance.fault(0.04)) return instance.after(chance.between(30, 200), () => { throw chance.pick([refused(451, 'DATA'), refused(550, 'RCPT TO'), refused(554, 'DATA'), failure('EAUTH')]); });
    arrive();
    return instance.after(chance.between(50, 900), () => ({ messageId }));

    function arrive(): void {
      schedule.in(chance.pick([1_000, 8_000, 40_000]), () => {
        if (chance.fault(0.05)) return;
        outside.receive({ userId: '', channel: 'email', from: address, notificationId, token: /\/v1\/ack\/([\w.-]+)/.exec(text)?.[1] ?? '', code: 0, at: schedule.clock.now() });
      });
    }
  };
  return { createTransport: () => ({ sendMail, close: () => undefined }) };
}
