import type { Contact } from '#domain/people/person';
import type { NotificationRule } from '#domain/contact/notificationRule';
import { sha256 } from '../functions/src/identity/identity';
import { toStored } from '../functions/src/store/instants';
import { unique } from './rouse';
import { at } from './store';

let numbers = 0;
/** A number that no other test of this run has. */
export const newNumber = (): string => `+4915${String(process.pid % 10_000).padStart(4, '0')}${String(Date.now() % 1_000).padStart(3, '0')}${String((numbers += 1)).padStart(2, '0')}`;

export type Chain = readonly { channel: NotificationRule['channel']; delaySeconds: number }[];
export type Reachable = { phone: string; email: string };

/** Gives a seeded person a verified phone and mail address and these rules for loud pages; what they had before is given back by the answer's `restore`. */
export async function makeReachable(userId: string, chain: Chain, devices: Contact['devices'] = []): Promise<Reachable & { restore: () => Promise<void> }> {
  const before = await at.contact(userId).get();
  const phone = newNumber();
  const email = `${unique()}@rouse.test`;
  const now = Date.now();
  // Ids of their own: a burst is told by the method that a message goes to.
  const [phoneId, emailId] = [`phone-${unique()}`, `email-${unique()}`];
  const rules: NotificationRule[] = chain.map(({ channel, delaySeconds }) => (channel === 'push'
    ? { channel, methodId: null, delaySeconds } : { channel, methodId: channel === 'email' ? emailId : phoneId, delaySeconds }));
  const contact: Contact = {
    email: `${userId}@rouse.test`, devices, quietHours: null, rules: { high: rules, low: null },
    methods: [{ id: phoneId, kind: 'phone', address: phone, verifiedAt: now, proof: null }, { id: emailId, kind: 'email', address: email, verifiedAt: now, proof: null }],
  };
  await at.contact(userId).set(toStored(contact));
  await at.phone(sha256(phone)).set({ userId, methodId: phoneId });
  return {
    phone, email,
    restore: async () => {
      await at.phone(sha256(phone)).delete();
      const stored = before.data();
      if (stored !== undefined) await before.ref.set(stored);
    },
  };
}
