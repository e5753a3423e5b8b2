import { chainRequests } from '../escalation/chain';
import { peopleOfTargets, type PagingFacts } from '../escalation/targets';
import type { Target } from '../escalation/policy';
import type { NotificationRequest, NotificationSubject } from '../notification/notification';
import { HOUR, type Instant } from '../time/instant';
import type { Decision, Who } from './decision';
import type { Incident, ResponderRequest } from './incident';
import type { SeverityPolicy } from './severity';
import { taken } from './take';
import { andThen, turnOf, withResponder } from './turn';

/** An incident keeps so many requests: who is not kept could not answer. */
const mostAsked = 50;

const subjects = { take: 'askedToTake', help: 'askedToHelp', call: 'called' } as const satisfies Record<ResponderRequest['kind'], NotificationSubject>;

/**
 * Asks people for something: to take the incident over, to help, or called by hand. Each is told as loudly as by a page, whatever the incident's urgency, and
 * accepts or declines; until then nothing changes for whoever has it. Somebody who was asked and has not answered is asked again.
 */
export function ask(
  incident: Incident, kind: ResponderRequest['kind'], targets: readonly Target[], who: Who, facts: PagingFacts, id: string, now: Instant,
): Decision {
  if (incident.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  const asked = peopleOfTargets(targets, `asked by ${who.name}`, facts, now).filter(({ userId }) => userId !== who.userId || kind === 'call').slice(0, mostAsked);
  if (asked.length === 0) return { kind: 'refused', code: 'nobody-to-ask' };
  if (kind === 'take' && incident.status === 'acknowledged' && asked.every(({ userId }) => userId === incident.owner.userId)) return { kind: 'unchanged', code: 'already-so' };
  const requests = asked.map(({ userId, name }): ResponderRequest => (
    { id: asked.length === 1 ? id : `${id}.${userId}`, kind, userId, name, askedBy: { userId: who.userId, name: who.name }, at: now, state: 'asked', answeredAt: null }));
  const earlier = incident.requests.filter((each) => each.state !== 'asked' || each.kind !== kind || !asked.some(({ userId }) => userId === each.userId));
  const told = asked.flatMap(({ userId, why }, index) => chainRequests({
    kind: 'request', what: subjects[kind], to: { userId }, cause: `request.${requests[index]?.id ?? id}`, why, expiresAt: now + 12 * HOUR,
  }, { urgency: 'high', again: false, serviceId: incident.serviceId, facts }, now).requests);
  const names = asked.map(({ name }) => name);
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, requests: [...earlier, ...requests].slice(-50) }, [{ type: 'asked', kind, people: names.slice(0, 50) }], told) };
}

/** The latest request to this person that waits for an answer. */
export function openRequestOf(incident: Incident, userId: string): ResponderRequest | undefined {
  return incident.requests.findLast((request) => request.userId === userId && request.state === 'asked');
}

/**
 * The person answers a request. Whoever accepts becomes a responder; who accepts to take it over, or takes what nobody has, has the incident from then on.
 * Whoever asked is told.
 */
export function answerRequest(
  incident: Incident, requestId: string | null, accepted: boolean, who: Who, facts: PagingFacts & { severities: SeverityPolicy }, now: Instant,
): Decision {
  if (incident.status === 'resolved') return { kind: 'unchanged', code: 'already-resolved' };
  const request = requestId === null ? openRequestOf(incident, who.userId) : incident.requests.find(({ id, userId }) => id === requestId && userId === who.userId) ?? openRequestOf(incident, who.userId);
  if (request === undefined) return { kind: 'refused', code: 'not-asked' };
  if (request.state !== 'asked') return { kind: 'unchanged', code: 'already-so' };
  const state = accepted ? 'accepted' : 'declined';
  // One word answers all that they were asked so far: a call and a request to take it over are one ringing phone.
  const requests = incident.requests.map((each) => (each.userId === who.userId && each.state === 'asked' ? { ...each, state, answeredAt: now } as const : each));
  const open = incident.requests.filter((each) => each.userId === who.userId && each.state === 'asked');
  // A response plan that asked is nobody who could be told.
  const askers = [...new Set(open.map(({ askedBy }) => askedBy.userId))].filter((userId) => facts.people[userId] !== undefined);
  const told = askers.map((userId): NotificationRequest => ({
    kind: 'notice', what: 'answered', to: { userId }, cause: `answer.${request.id}`, why: accepted ? `${who.name} accepted` : `${who.name} declined`, dueAt: now, expiresAt: now + HOUR, loud: true,
  }));
  const answered = andThen(turnOf(incident), { ...incident, requests }, [{ type: 'requestAnswered', kind: request.kind, name: who.name, accepted }], told);
  if (!accepted) return { kind: 'done', turn: answered };
  const takesOver = open.some(({ kind }) => kind === 'take');
  const takes = incident.status === 'triggered' || (takesOver && incident.status === 'acknowledged');
  if (takes) return { kind: 'done', turn: andThen(answered, taken(answered.incident, { ...who, at: now }, facts.severities, now), [{ type: 'acknowledged' }]) };
  if (takesOver && incident.status === 'monitoring') {
    const responders = withResponder(answered.incident.responders, { userId: who.userId, name: who.name, state: 'acknowledged', at: now });
    return { kind: 'done', turn: andThen(answered, { ...answered.incident, status: 'monitoring', watchUntil: incident.watchUntil, escalation: incident.escalation, owner: { ...who, at: now }, responders }) };
  }
  const responders = withResponder(answered.incident.responders, { userId: who.userId, name: who.name, state: 'acknowledged', at: now });
  return { kind: 'done', turn: andThen(answered, { ...answered.incident, responders }) };
}
