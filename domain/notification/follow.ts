import { chainOf, type Reach } from '../contact/reach';
import type { NotificationRule } from '../contact/notificationRule';
import type { Incident } from '../incident/incident';
import type { Person } from '../people/person';
import { type Instant, SECOND } from '../time/instant';
import { stopReason } from './lifecycle';
import type { Notification } from './notification';

/** How long a device has to say that a push has arrived. FCM calls a message sent when it is queued: only this proves it. */
export const receiptWithin = 20 * SECOND;

export type Follow = {
  /** The link as it is after it was looked at. */
  notification: Notification;
  /** The link that follows it now; null: none, or not yet. */
  next: { rule: string; channel: NotificationRule['channel']; methodId: string | null; chainAt: Instant; followAt: Instant | null } | null;
};

/**
 * Looks at a link of a person's chain whose `followAt` has come (all in ms since epoch): the next link at its own time; at once, where this one has failed,
 * or is a push that no device has confirmed in time, the next one that goes another way. The clock of the chain moves with it, so that later links keep their
 * distance. Nothing follows once the page is over. Undefined: not due.
 */
export function follow(notification: Notification, incident: Incident | null, person: Person | null, reach: Reach | undefined, now: Instant): Follow | undefined {
  if (notification.followAt === null || notification.followAt > now || notification.chainAt === null) return undefined;
  const over: Follow = { notification: { ...notification, followAt: null }, next: null };
  if (notification.kind === 'test' || notification.kind === 'notice' || stopReason(notification, incident, person) !== null) return over;

  const chain = chainOf(reach, notification.urgency);
  const place = Number(notification.rule);
  const { chainAt } = notification;
  const dueAt = (index: number) => chainAt + (chain[index]?.delaySeconds ?? 0) * SECOND;
  const brought = (index: number, at: Instant): Follow => ({ ...over, next: linkOf(chain, index, at) });

  if (mustHurry(notification, now)) {
    const other = chain.findIndex((rule, index) => index > place && isOtherWay(rule, notification));
    if (other >= 0) return brought(other, Math.min(chainAt, now - (chain[other]?.delaySeconds ?? 0) * SECOND));
  }
  const next = place + 1;
  if (chain[next] === undefined) return over;
  return dueAt(next) <= now ? { notification: { ...notification, followAt: receiptDueAt(notification, now) }, next: linkOf(chain, next, chainAt) } : { notification: { ...notification, followAt: dueAt(next) }, next: null };
}

/** A push that another follows before its receipt is overdue is looked at once more then: pushes close to each other must not put off the other ways. */
function receiptDueAt({ channel, sendingAt, sentAt, deliveredAt, seenAt }: Notification, now: Instant): Instant | null {
  const leftAt = sentAt ?? sendingAt;
  if (channel !== 'push' || leftAt === null || deliveredAt !== null || seenAt !== null) return null;
  return leftAt + receiptWithin > now ? leftAt + receiptWithin : null;
}

/** A message that did not leave in all that time, or a push that nothing has confirmed: waiting out the delay would be waiting for nobody. */
function mustHurry({ channel, sendingAt, sentAt, deliveredAt, seenAt, failedAt }: Notification, now: Instant): boolean {
  if (deliveredAt !== null || seenAt !== null) return false;
  if (failedAt !== null) return true;
  const leftAt = sentAt ?? sendingAt;
  return (channel === 'push' || sentAt === null) && leftAt !== null && leftAt + receiptWithin <= now;
}

function isOtherWay(rule: NotificationRule, { channel, methodId }: Notification): boolean {
  return rule.channel !== channel || rule.methodId !== methodId;
}

function linkOf(chain: readonly NotificationRule[], index: number, chainAt: Instant): Follow['next'] {
  const rule = chain[index];
  if (rule === undefined) return null;
  const after = chain[index + 1];
  return {
    rule: String(index), channel: rule.channel, methodId: rule.methodId, chainAt, followAt: after === undefined ? null : chainAt + after.delaySeconds * SECOND,
  };
}

/**
 * When a link is looked at after its channel answered: at once where it failed; where a push was sent, or the provider did not answer, when its receipt is
 * overdue, if the next link is not due before.
 */
export function followAfterSending(notification: Notification, now: Instant): Instant | null {
  const { followAt, channel, failedAt, sendingAt, sentAt, deliveredAt, seenAt } = notification;
  if (followAt === null || deliveredAt !== null || seenAt !== null) return followAt;
  if (failedAt !== null) return Math.min(followAt, now);
  if (sentAt === null) return Math.min(followAt, (sendingAt ?? now) + receiptWithin);
  return channel === 'push' ? Math.min(followAt, sentAt + receiptWithin) : followAt;
}
