import type { NotificationRule } from '../contact/notificationRule';
import { chainOf } from '../contact/reach';
import type { CheckFacts } from './ground';

/** The links of a person's chain for high urgency that end somewhere: a push needs a device that takes it. Undefined: nobody knows how anybody is reached here. */
export function waysTo(userId: string, { reach }: Pick<CheckFacts, 'reach'>): NotificationRule[] | undefined {
  if (reach === undefined) return undefined;
  const own = reach[userId];
  return chainOf(own, 'high').filter(({ channel }) => channel !== 'push' || (own?.pushDevices ?? 0) > 0);
}

/** Whether a page has a way to this person, as far as that is known. */
export function isReached(userId: string, facts: Pick<CheckFacts, 'reach'>): boolean {
  return waysTo(userId, facts)?.length !== 0;
}
