import { chainOf } from '../contact/reach';
import type { Incident, Responder } from '../incident/incident';
import type { Urgency } from '../incident/severity';
import type { Notification, NotificationRequest } from '../notification/notification';
import { HOUR, type Instant, SECOND } from '../time/instant';
import { nextSupportHours } from '../service/supportHours';
import type { PagingFacts } from './targets';
import { afterQuiet } from './urgency';

/** Whether a page of this person, in this episode, is still going through its chain. */
export function isInChain(responder: Responder | undefined, now: Instant): boolean {
  return responder !== undefined && responder.state !== 'acknowledged' && responder.chainEndsAt !== undefined && responder.chainEndsAt > now;
}

type Asked = Omit<NotificationRequest, 'dueAt' | 'link'> & { to: { userId: string } };

/**
 * The first messages of a page or request to one person: every link of their chain that is due at once. The last of them is followed by the rest. Low urgency
 * waits for the support hours of its service and the end of the person's quiet hours, and so does its chain. `again`: the chain of an earlier page still runs, so this is one push beside it.
 */
export function chainRequests(
  asked: Asked, { urgency, again, serviceId, facts }: { urgency: Urgency; again: boolean; serviceId: string; facts: PagingFacts }, now: Instant,
): { requests: NotificationRequest[]; endsAt: Instant } {
  const { userId } = asked.to;
  const dueAt = urgency === 'high' ? now
    : afterQuiet(nextSupportHours(facts.services?.[serviceId], facts, now), facts.people[userId]?.timeZone ?? 'UTC', facts.reach?.[userId]?.quietHours);
  // At most the time to the next step; what waits for the morning has none.
  const expiresAt = (due: Instant) => (due <= now || (urgency === 'high' && asked.expiresAt > due) ? asked.expiresAt : Math.max(asked.expiresAt, due + HOUR));
  if (again) return { requests: [{ ...asked, dueAt, expiresAt: expiresAt(dueAt), link: { rule: 'again', channel: 'push', methodId: null, chainAt: dueAt, followAt: null } }], endsAt: dueAt };
  const chain = chainOf(facts.reach?.[userId], urgency);
  const first = chain[0]?.delaySeconds ?? 0;
  // A chain whose first link is late begins late: the sweep sends a message at its time as well as a follow-up.
  const atOnce = chain.filter(({ delaySeconds }) => delaySeconds === first);
  const after = chain[atOnce.length];
  const requests = atOnce.map(({ channel, methodId, delaySeconds }, index): NotificationRequest => ({
    ...asked, dueAt: dueAt + delaySeconds * SECOND, expiresAt: expiresAt(dueAt + delaySeconds * SECOND),
    link: {
      rule: String(index), channel, methodId, chainAt: dueAt,
      followAt: index === atOnce.length - 1 && after !== undefined ? dueAt + after.delaySeconds * SECOND : null,
    },
  }));
  return { requests, endsAt: dueAt + (chain.at(-1)?.delaySeconds ?? 0) * SECOND };
}

/**
 * The incident after a link of a page was brought forward: that person's chain ends earlier by as much, and their next page may begin another then. The same incident
 * where nothing was.
 */
export function withShorterChain(incident: Incident, page: Pick<Notification, 'kind' | 'userId' | 'chainAt'>, nextChainAt: Instant): Incident {
  const by = (page.chainAt ?? nextChainAt) - nextChainAt;
  if (page.kind !== 'page' || by <= 0) return incident;
  const responders = incident.responders.map((responder) => (
    responder.userId === page.userId && responder.chainEndsAt !== undefined ? { ...responder, chainEndsAt: responder.chainEndsAt - by } : responder));
  return { ...incident, responders };
}
