import { type Contact, Person } from '#domain/people/person';
import type { NotificationRule } from '#domain/contact/notificationRule';
import { sha256 } from '../functions/src/identity/identity';
import { toStored } from '../functions/src/store/instants';
import { unique } from './rouse';
import { at, tidyLater } from './store';

let numbers = 0;
/** A number that no other test of this run has. */
export const newNumber = (): string => `+4915${String(process.pid % 10_000).padStart(4, '0')}${String(Date.now() % 1_000).padStart(3, '0')}${String((numbers += 1)).padStart(2, '0')}`;

export type Chain = readonly { channel: NotificationRule['channel']; delaySeconds: number }[];
export type Reachable = { id: string; phone: string; email: string };

/** A responder of a test's own, in UTC, with a verified phone and mail address, these rules for loud pages and these devices; `tidyUp` takes them away again. */
export async function newReachable(chain: Chain, devices: Contact['devices'] = []): Promise<Reachable> {
  const id = unique();
  const [phone, email] = [newNumber(), `${id}@rouse.test`];
  const now = Date.now();
  // Ids of their own: a burst is told by the method that a message goes to.
  const [phoneId, emailId] = [`phone-${id}`, `email-${id}`];
  const rules: NotificationRule[] = chain.map(({ channel, delaySeconds }) => (channel === 'push'
    ? { channel, methodId: null, delaySeconds } : { channel, methodId: channel === 'email' ? emailId : phoneId, delaySeconds }));
  const person = Person.parse({ id, name: `Pat ${id}`, role: 'responder', timeZone: 'UTC', teamIds: [], active: true, privateLockScreen: false });
  const contact: Contact = {
    email, devices, quietHours: null, rules: { high: rules, low: null },
    methods: [{ id: phoneId, kind: 'phone', address: phone, verifiedAt: now, proof: null }, { id: emailId, kind: 'email', address: email, verifiedAt: now, proof: null }],
  };
  const owner = at.phone(sha256(phone));
  await Promise.all([at.person(id).set(toStored(person)), at.contact(id).set(toStored(contact)), owner.set({ userId: id, methodId: phoneId })]);
  tidyLater(() => Promise.all([at.person(id), at.contact(id), owner].map((ref) => ref.delete())));
  return { id, phone, email };
}
