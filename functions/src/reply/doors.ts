import { Timestamp } from 'firebase-admin/firestore';
import { Incident } from '#domain/incident/incident';
import { statusLine } from '#domain/incident/words';
import { isRinging } from '#domain/notification/alarm';
import { tokenLife } from '#domain/notification/lifecycle';
import { Notification } from '#domain/notification/notification';
import { Person } from '#domain/people/person';
import { actOnPage } from '../pages/actOnPage';
import { openToken } from '../pages/token';
import { recordProviderStatus } from '../send/providerStatus';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { ownerOfPhone } from '../store/phones';
import { ask } from '../store/queries';

/** How a page stands now. `line`: what is true and what happens next, for its person. */
export type Standing = { ringing: boolean; incident: Pick<Incident, 'severity' | 'serviceName' | 'title' | 'drillId'> | null; line: string };

/** Everything that answers to a phone need of the rest of Rouse. */
export const doors = {
  /** Whose number this is (E.164): an active person who has proved it. */
  async personOfPhone(number: string): Promise<Person | undefined> {
    const phone = await ownerOfPhone(number);
    const person = phone === undefined ? undefined : read(Person, await at.person(phone.userId).get());
    return person?.active === true ? person : undefined;
  },
  /** The person's notifications that can still be answered, newest first: a page is up to seven of them, and a storm many pages. */
  async newestOf(userId: string): Promise<Notification[]> {
    const { docs } = await ask('notificationsOfPerson', [userId]).endAt(Timestamp.fromMillis(Date.now() - tokenLife)).limit(500).get();
    return docs.flatMap((found) => read(Notification, found) ?? []);
  },
  async standingOf(notification: Notification, person: Person): Promise<Standing> {
    const incident = notification.incidentId === null ? null : read(Incident, await at.incident(notification.incidentId).get()) ?? null;
    const reader = { userId: person.id, zone: person.timeZone };
    const line = incident === null ? 'This is no page any more.' : statusLine(incident, reader, await configuration(), Date.now());
    return { ringing: isRinging(notification, incident), incident, line };
  },
  openToken, actOnPage, recordProviderStatus,
};
export type Doors = typeof doors;
