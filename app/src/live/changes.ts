import { ServiceChange } from '#domain/change/change';
import { watchedQuery } from './watch';

/** The newest 30 changes of a service, the newest first. Members only. */
export const changesOf = (serviceId: string) => watchedQuery(
  `changes:of:${serviceId}`,
  ({ sdk, db }) => sdk.query(
    sdk.collection(db, 'changes'), sdk.where('serviceId', '==', serviceId), sdk.orderBy('receivedAt', 'desc'), sdk.limit(30),
  ),
  ServiceChange,
);
