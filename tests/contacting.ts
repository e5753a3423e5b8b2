import { HttpsError } from 'firebase-functions/https';
import { expect } from 'vitest';
import type { CommandAnswer } from '#domain/command/answer';
import { ContactCommand } from '#domain/command/command';
import { Contact, Person } from '#domain/people/person';
import { unique } from './rouse';
import { at } from './store';
import { changeContact, redeemMoveIn } from '../functions/src/command/contact/contact';
import { read } from '../functions/src/store/documents';
import { toStored } from '../functions/src/store/instants';

// The commands run in this process, on the suite's Firestore, so that what they send ends at a test's own stand-ins.

const made: string[] = [];
/** Takes the people of a test file out of everybody's way: nobody pages them any more. */
export const retire = () => Promise.all(made.map((id) => at.person(id).update({ active: false })));

/** A person of a test's own, without devices. */
export async function newPerson(fields: Partial<Person> = {}): Promise<Person> {
  const id = unique();
  made.push(id);
  const person = Person.parse({ id, name: `Pat ${id}`, role: 'responder', timeZone: 'UTC', teamIds: [], active: true, privateLockScreen: false, ...fields });
  await Promise.all([at.person(id).set(toStored(person)), at.contact(id).set(toStored(Contact.parse({ email: `${id}@rouse.test`, devices: [] })))]);
  return person;
}
export const contactOf = async ({ id }: Person): Promise<Contact> => read(Contact, await at.contact(id).get()) ?? expect.fail('no contact');
export const methodOf = async (person: Person, methodId: string) => (await contactOf(person)).methods.find(({ id }) => id === methodId) ?? expect.fail('no such method');

/** Sends a command as the person, by the command's own schema. */
export async function send(person: Person, body: Record<string, unknown>): Promise<CommandAnswer> {
  const sent = ContactCommand.parse({ commandId: unique().padEnd(8, '0'), ...body });
  return sent.type === 'redeemMoveIn' ? redeemMoveIn(sent) : changeContact(sent, person);
}
/** Why a command is refused, and the fields that are named. */
export async function refused(answer: Promise<unknown>): Promise<{ code: unknown; paths: unknown[]; message: string }> {
  const error: unknown = await answer.then((done) => expect.fail(`not refused: ${JSON.stringify(done)}`), (reason: unknown) => reason);
  if (!(error instanceof HttpsError)) throw error;
  const { code, issues } = error.details as { code: string; issues: { path: string }[] }; // What `refusal` puts there.
  return { code, paths: issues.map(({ path }) => path), message: error.message };
}
