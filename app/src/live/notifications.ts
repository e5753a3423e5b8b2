import { Notification } from '#domain/notification/notification';
import { watchedQuery } from './watch';

/** The 30 newest notifications of one person, newest first: what rings, and what rang. Members only. */
export const notificationsOf = (userId: string) => watchedQuery(
  `notifications:of:${userId}`,
  ({ sdk, db }) => sdk.query(
    sdk.collection(db, 'notifications'), sdk.where('userId', '==', userId), sdk.orderBy('createdAt', 'desc'), sdk.limit(100),
  ),
  Notification,
);

/** Everybody's notifications of one incident. Members only. */
export const notificationsAbout = (incidentId: string) => watchedQuery(
  `notifications:about:${incidentId}`,
  ({ sdk, db }) => sdk.query(sdk.collection(db, 'notifications'), sdk.where('incidentId', '==', incidentId), sdk.limit(100)),
  Notification,
);
