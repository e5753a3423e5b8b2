import { Subscription } from '#domain/update/subscription';
import { watchedDocument } from './watch';

/** What a person follows; null while that is nothing. Their own, and admins'. */
export const subscriptionOf = (userId: string) => watchedDocument(`subscriptions/${userId}`, Subscription);
