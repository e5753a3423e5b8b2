import { StatusUpdate } from '#domain/update/statusUpdate';
import { watchedQuery } from './watch';

/** The newest 50 updates that the stakeholders were sent, the newest first. Everybody with a role. */
export const updatesOf = (incidentId: string) => watchedQuery(
  `incidents/${incidentId}/updates`,
  ({ sdk, db }) => sdk.query(sdk.collection(db, `incidents/${incidentId}/updates`), sdk.orderBy('at', 'desc'), sdk.limit(50)),
  StatusUpdate,
);
