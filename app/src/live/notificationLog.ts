import { Notification } from '#domain/notification/notification';
import { watchedDocument, watchedQuery } from './watch';

/** The newest notifications of one person, or (null) of everybody and every destination; newest first. Members only. */
export const notificationLog = (userId: string | null, most: number) => watchedQuery(
  `notifications:log:${userId ?? 'all'}:${most}`,
  ({ sdk, db }) => {
    const all = sdk.collection(db, 'notifications');
    const newest = [sdk.orderBy('createdAt', 'desc'), sdk.limit(most)];
    return userId === null ? sdk.query(all, ...newest) : sdk.query(all, sdk.where('userId', '==', userId), ...newest);
  },
  Notification,
);

/** Who was told of one incident and how far each message came, the newest 300, newest first. Members only. */
export const notificationsTold = (incidentId: string) => watchedQuery(
  `notifications:told:${incidentId}`,
  ({ sdk, db }) => sdk.query(sdk.collection(db, 'notifications'), sdk.where('incidentId', '==', incidentId), sdk.orderBy('createdAt', 'desc'), sdk.limit(300)),
  Notification,
);

/** One notification; null before it is there. Members only. */
export const notification = (id: string) => watchedDocument(`notifications/${id}`, Notification);
