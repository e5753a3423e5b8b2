import { getAuth } from 'firebase-admin/auth';
import { z } from 'zod';
import type { CommandAnswer } from '#domain/command/answer';
import type { PeopleCommand } from '#domain/command/command';
import { type Contact, type Person, Role } from '#domain/people/person';
import { TimeZone } from '#domain/time/zone';
import { Instant } from '#domain/time/instant';
import { app, db } from '../firebase';
import { newSecret, sha256 } from '../identity/identity';
import { recordAudit } from '../store/audit';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { refusal } from './refusal';

/** `invites/{sha256(token)}`: an invitation waiting to be taken, for seven days. */
const Invite = z.strictObject({
  name: z.string(), email: z.string(), role: Role, teamIds: z.array(z.string()), invitedBy: z.string(), expireAt: Instant,
});
const inviteLife = 7 * 24 * 60 * 60 * 1000;
type Sent<T extends PeopleCommand['type']> = Extract<PeopleCommand, { type: T }>;

/** Makes an invitation; the link's token is answered this once and kept as a hash. `link` is a path on the app's own address. */
export async function invitePerson(sent: Sent<'invitePerson'>, sender: Person): Promise<CommandAnswer> {
  if (await emailTaken(sent.email)) throw refusal('email-taken', [{ path: 'email', message: 'Somebody with this address is here already.' }]);
  const token = newSecret();
  const { name, email, role, teamIds } = sent;
  const batch = db().batch();
  batch.create(at.invite(sha256(token)), toStored({ name, email, role, teamIds, invitedBy: sender.id, expireAt: Date.now() + inviteLife }));
  recordAudit(batch, { sender, commandId: sent.commandId, what: 'invites', before: null, after: { name, email, role, teamIds } });
  await batch.commit();
  return { outcome: 'done', code: 'invitePerson', message: `Send ${name} this link. It works once, for seven days, and is shown only now.`, link: `/invite/${token}` };
}

/** Takes an invitation: makes the account, the person and their claim. Used up by that. */
export async function acceptInvite(sent: Sent<'acceptInvite'>): Promise<CommandAnswer> {
  const ref = at.invite(sha256(sent.token));
  const found = await ref.get();
  const invite = read(Invite, found);
  if (invite === undefined || invite.expireAt <= found.readTime.toMillis()) throw refusal('invite-invalid');
  if (await emailTaken(invite.email)) throw refusal('email-taken');
  const timeZone = TimeZone.safeParse(sent.timeZone);
  // First of all the invite goes: of two who follow one link at once, one gets an account.
  await ref.delete({ lastUpdateTime: found.updateTime }).catch(() => { throw refusal('invite-invalid'); });
  const { uid } = await getAuth(app()).createUser({ email: invite.email, password: sent.password, displayName: invite.name });
  await getAuth(app()).setCustomUserClaims(uid, { role: invite.role });
  const person: Person = {
    id: uid, name: invite.name, role: invite.role, timeZone: timeZone.success ? timeZone.data : 'UTC', teamIds: invite.teamIds, active: true, privateLockScreen: false, timeOff: [], callNumber: null,
  };
  const contact: Contact = { email: invite.email, devices: [], methods: [], rules: { high: null, low: null }, quietHours: null };
  const batch = db().batch();
  batch.create(at.person(uid), toStored(person));
  batch.create(at.contact(uid), toStored(contact));
  recordAudit(batch, { sender: person, commandId: sent.commandId, what: `users/${uid}`, before: null, after: person });
  await batch.commit();
  await configuration(true);
  return { outcome: 'done', code: 'acceptInvite', message: `Welcome, ${invite.name}.`, userId: uid, email: invite.email };
}

async function emailTaken(email: string): Promise<boolean> {
  return getAuth(app()).getUserByEmail(email).then(() => true, (error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'auth/user-not-found') return false;
    throw error;
  });
}
