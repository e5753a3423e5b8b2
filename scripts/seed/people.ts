import { getAuth } from 'firebase-admin/auth';
import type { Contact, Person, Team } from '#domain/people/person';
import { app } from '../../functions/src/firebase';
import { at } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';

export const password = 'rouse-demo';

/** The people of local mode. Their ids are the first part of their addresses, so that a log can be read. */
const people: readonly (Pick<Person, 'id' | 'name' | 'role'> & { timeZone: string })[] = [
  { id: 'admin', name: 'Ada Okafor', role: 'admin', timeZone: 'Europe/Berlin' },
  { id: 'primary', name: 'Priya Nair', role: 'responder', timeZone: 'Europe/Berlin' },
  { id: 'secondary', name: 'Sam Weber', role: 'responder', timeZone: 'Europe/Berlin' },
  { id: 'stakeholder', name: 'Stella Lindqvist', role: 'stakeholder', timeZone: 'Europe/Berlin' },
];

/** Makes the seeded people: account, claim, person, contact, and one team. */
export async function seedPeople(): Promise<void> {
  await Promise.all(people.map(async ({ id, name, role, timeZone }) => {
    const email = `${id}@rouse.test`;
    const auth = getAuth(app());
    await auth.createUser({ uid: id, email, password, displayName: name, emailVerified: true }).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'auth/uid-already-exists')) throw error;
    });
    await auth.setCustomUserClaims(id, { role });
    const teamIds = role === 'stakeholder' ? [] : ['shop'];
    const person: Person = { id, name, role, timeZone, teamIds, active: true, privateLockScreen: false, timeOff: [], callNumber: null };
    const contact: Contact = { email, devices: [], methods: [], rules: { high: null, low: null }, quietHours: null };
    await Promise.all([at.person(id).set(toStored(person)), at.contact(id).set(toStored(contact))]);
  }));
  const team: Team = { id: 'shop', name: 'Shop', memberIds: ['admin', 'primary', 'secondary'] };
  await at.team(team.id).set(toStored(team));
}
