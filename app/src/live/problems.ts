import { Incident } from '#domain/incident/incident';
import { KnownProblem } from '#domain/problem/knownProblem';
import { watchedQuery } from './watch';

/** Every known problem, the mended ones too. Members only. */
export const knownProblems = watchedQuery('knownProblems', ({ sdk, db }) => sdk.collection(db, 'knownProblems'), KnownProblem);

/** As many incidents as a known problem is tried on. */
export const mostTried = 50;

/** The incidents that were triggered last, newest first, resolved ones too. */
export const lastIncidents = watchedQuery(
  'incidents:last', ({ sdk, db }) => sdk.query(sdk.collection(db, 'incidents'), sdk.orderBy('clocks.triggeredAt', 'desc'), sdk.limit(mostTried)), Incident,
);
