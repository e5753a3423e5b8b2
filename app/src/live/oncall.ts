import { ShiftNote } from '#domain/handOver/shiftNote';
import { CoverRequest } from '#domain/oncall/cover';
import { ReadinessSettings, ShiftReadiness } from '#domain/readiness/shiftReadiness';
import { watchedDocument, watchedQuery } from './watch';

export { holidayCalendars } from './holidayCalendars';

/** Requests for cover that nobody has taken yet. Members only. */
export const openCoverRequests = watchedQuery('coverRequests:open', ({ sdk, db }) => sdk.query(sdk.collection(db, 'coverRequests'), sdk.where('state', '==', 'open')), CoverRequest);
/** What whoever is on call wants the next person to know, for every schedule that has a note. Members only. */
export const shiftNotes = watchedQuery('shiftNotes', ({ sdk, db }) => sdk.collection(db, 'shiftNotes'), ShiftNote);
/** Whether somebody said that they are ready for a shift; null before they were asked. Members only. */
export const shiftReadiness = (id: string) => watchedDocument(`readiness/${id}`, ShiftReadiness);
/** The team's list for the start of a shift; null where the default holds. Members only. */
export const readinessSettings = watchedDocument('settings/readiness', ReadinessSettings);
