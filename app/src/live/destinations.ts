import { Destination } from '#domain/destination/destination';
import { Notification } from '#domain/notification/notification';
import { watchedDocument, watchedQuery } from './watch';

/** Every chat channel and webhook that can be told of an incident; their addresses are kept elsewhere. Members only. */
export const destinations = watchedQuery('destinations', ({ sdk, db }) => sdk.collection(db, 'destinations'), Destination);
/** One message and how far it is, such as a test; null until it is there. Members only. */
export const notification = (notificationId: string) => watchedDocument(`notifications/${notificationId}`, Notification);
