import { getAuth } from 'firebase-admin/auth';
import type { CommandAnswer } from '#domain/command/answer';
import type { PeopleCommand } from '#domain/command/command';
import { uncovered } from '#domain/escalation/reach';
import { Contact, Person, Team } from '#domain/people/person';
import { TimeZone } from '#domain/time/zone';
import { transact } from '../commit/transact';
import { app, db } from '../firebase';
import { idOf } from '../identity/identity';
import { recordAudit } from '../store/audit';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { invitePerson } from './invite';
import { refusal } from './refusal';

type Sent<T extends PeopleCommand['type']> = Extract<PeopleCommand, { type: T }>;

/** Commands about people and teams, and about oneself. */
export async function changePeople(sent: Exclude<PeopleCommand, { type: 'acceptInvite' }> | Sent<'acceptInvite'>, sender: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'invitePerson': return invitePerson(sent, sender);
    case 'acceptInvite': throw refusal('invalid', [], 'Sign out before you take an invitation.');
    case 'setPerson': {
      const { name, role, teamIds } = sent;
      await changePerson(sent.userId, sent.commandId, sender, (person) => ({ ...person, name: name ?? person.name, role: role ?? person.role, teamIds: teamIds ?? person.teamIds }));
      if (role !== undefined) await getAuth(app()).setCustomUserClaims(sent.userId, { role });
      return { outcome: 'done', code: sent.type, message: 'Saved.', userId: sent.userId };
    }
    case 'setProfile': {
      const { name, timeZone, privateLockScreen, callNumber } = sent;
      if (timeZone !== undefined && !TimeZone.safeParse(timeZone).success) throw refusal('invalid', [{ path: 'timeZone', message: 'is not a time zone such as Europe/Berlin' }]);
      await changePerson(sender.id, sent.commandId, sender, (person) => ({
        ...person, name: name ?? person.name, timeZone: timeZone ?? person.timeZone, privateLockScreen: privateLockScreen ?? person.privateLockScreen,
        callNumber: callNumber === undefined ? person.callNumber : callNumber,
      }));
      return { outcome: 'done', code: sent.type, message: 'Saved.', userId: sender.id };
    }
    case 'resetPassword': return resetPassword(sent, sender);
    case 'deactivatePerson': return sent.dryRun === true ? dryRun(sent.userId) : deactivate(sent, sender);
    case 'reactivatePerson': {
      const person = await changePerson(sent.userId, sent.commandId, sender, (found) => ({ ...found, active: true }));
      await getAuth(app()).updateUser(sent.userId, { disabled: false });
      await getAuth(app()).setCustomUserClaims(sent.userId, { role: person.role });
      return { outcome: 'done', code: sent.type, message: `${person.name} may sign in again, and must register a device.`, userId: sent.userId };
    }
    case 'saveTeam': case 'removeTeam': return changeTeam(sent, sender);
    default: return sent satisfies never;
  }
}

/** Changes one person, keeping at least one active admin; answers the person as saved. */
async function changePerson(userId: string, commandId: string, sender: Person, change: (person: Person) => Person): Promise<Person> {
  const facts = await configuration(true);
  const saved = await transact(async (transaction) => {
    const snapshot = await transaction.get(at.person(userId));
    const before = read(Person, snapshot);
    if (before === undefined) throw refusal('no-such-person');
    const after = change(before);
    const otherAdmin = Object.values(facts.people).some(({ id, role, active }) => id !== userId && role === 'admin' && active);
    if (!otherAdmin && before.role === 'admin' && before.active && (after.role !== 'admin' || !after.active)) throw refusal('last-admin');
    transaction.set(snapshot.ref, toStored(after));
    recordAudit(transaction, { sender, commandId, what: `users/${userId}`, before, after });
    return after;
  });
  await configuration(true);
  return saved;
}

/** Ends a person's access: their devices, sessions and page tokens (which ask whether the person is active) stop working. */
async function deactivate(sent: Sent<'deactivatePerson'>, sender: Person): Promise<CommandAnswer> {
  const left = await uncoveredWithout(sent.userId);
  const person = await changePerson(sent.userId, sent.commandId, sender, (found) => ({ ...found, active: false }));
  await transact(async (transaction) => {
    const snapshot = await transaction.get(at.contact(sent.userId));
    const contact = read(Contact, snapshot);
    if (contact !== undefined) transaction.set(snapshot.ref, toStored({ ...contact, devices: [] }));
  });
  await getAuth(app()).setCustomUserClaims(sent.userId, null);
  await getAuth(app()).updateUser(sent.userId, { disabled: true });
  await getAuth(app()).revokeRefreshTokens(sent.userId);
  return { outcome: 'done', code: sent.type, message: `${person.name} has no access any more, and no phone of theirs rings.`, userId: sent.userId, uncovered: left };
}

async function dryRun(userId: string): Promise<CommandAnswer> {
  const facts = await configuration(true);
  if (facts.people[userId] === undefined) throw refusal('no-such-person');
  const left = await uncoveredWithout(userId);
  return { outcome: 'unchanged', code: 'dry-run', message: left.length === 0 ? 'Everything stays covered.' : 'This would be left uncovered.', userId, uncovered: left };
}

/** What nobody would cover without this person, that is covered with them. */
async function uncoveredWithout(userId: string): Promise<string[]> {
  const facts = await configuration(true);
  const person = facts.people[userId];
  if (person === undefined) return [];
  const without = { ...facts, people: { ...facts.people, [userId]: { ...person, active: false } } };
  const now = Date.now();
  return Object.values(facts.policies).flatMap((policy) => {
    const already = new Set(uncovered(policy, facts, now));
    return uncovered(policy, without, now).filter((sentence) => !already.has(sentence));
  });
}

async function resetPassword({ userId, commandId }: Sent<'resetPassword'>, sender: Person): Promise<CommandAnswer> {
  const account = await getAuth(app()).getUser(userId).catch(() => undefined);
  if (account?.email === undefined) throw refusal('no-such-person');
  const link = await getAuth(app()).generatePasswordResetLink(account.email);
  // Whoever has the link can sign in as them: that one was made is on record, the link is not.
  const batch = db().batch();
  recordAudit(batch, { sender, commandId, what: `users/${userId}`, before: {}, after: { resetLink: 'made' } });
  await batch.commit();
  return { outcome: 'done', code: 'resetPassword', message: 'Send this link. It sets a new password, and is shown only now.', link, userId };
}

async function changeTeam(sent: Sent<'saveTeam'> | Sent<'removeTeam'>, sender: Person): Promise<CommandAnswer> {
  const teamId = sent.teamId ?? idOf('team', sender.id, sent.commandId);
  await transact(async (transaction) => {
    const snapshot = await transaction.get(at.team(teamId));
    const before = read(Team, snapshot) ?? null;
    if (before === null && sent.teamId !== null) throw refusal('no-such-team');
    const after: Team | null = sent.type === 'saveTeam' ? { id: teamId, name: sent.name, memberIds: sent.memberIds } : null;
    if (after === null) transaction.delete(snapshot.ref);
    else transaction.set(snapshot.ref, toStored(after));
    recordAudit(transaction, { sender, commandId: sent.commandId, what: `teams/${teamId}`, before, after });
  });
  return { outcome: 'done', code: sent.type, message: sent.type === 'saveTeam' ? 'Saved.' : 'The team is removed.', teamId };
}
