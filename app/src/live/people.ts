import { Contact, Person, Team } from '#domain/people/person';
import { watchedDocument, watchedQuery } from './watch';

/** Everybody in the organisation. Members only. */
export const people = watchedQuery('users', ({ sdk, db }) => sdk.collection(db, 'users'), Person);
/** One person; null where there is none. Members only. */
export const person = (userId: string) => watchedDocument(`users/${userId}`, Person);
/** How a person is reached, with their devices. The person's own, and admins'. */
export const contact = (userId: string) => watchedDocument(`users/${userId}/private/contact`, Contact);
/** Every team. Members only. */
export const teams = watchedQuery('teams', ({ sdk, db }) => sdk.collection(db, 'teams'), Team);
