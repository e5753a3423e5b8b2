import type { Decision, Who } from '../incident/decision';
import type { Incident } from '../incident/incident';
import { andThen, turnOf, withResponder } from '../incident/turn';
import { isMember, type Person } from '../people/person';
import type { NotificationRequest } from '../notification/notification';
import { HOUR, type Instant } from '../time/instant';
import { type IncidentRole, isShared, type RoleHeld } from './role';
import { roleNames } from './roleNames';

/** As many as an incident keeps. */
const mostRoles = 20;

type Facts = { people: Readonly<Record<string, Person>> };

/**
 * Gives a role to a person, or hands it over: of a role that one person has, the new one takes it from the old. `deputyId` stands in for them; null: nobody.
 * Whoever has a role is a responder from then on, and is told where somebody else (`by`) gave it.
 */
export function assignRole(incident: Incident, role: IncidentRole, userId: string, deputyId: string | null, facts: Facts, now: Instant, by: Who | null = null): Decision {
  if (incident.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  const person = facts.people[userId];
  const deputy = deputyId === null ? null : facts.people[deputyId];
  if (person === undefined || !isMember(person)) return { kind: 'refused', code: 'no-such-person' };
  if (deputy !== null && (deputy === undefined || !isMember(deputy) || deputyId === userId)) return { kind: 'refused', code: 'no-such-person' };
  const before = incident.roles.find((held) => held.role === role && (!isShared(role) || held.userId === userId));
  if (before?.userId === userId && (before.deputy?.userId ?? null) === deputyId) return { kind: 'unchanged', code: 'already-so' };
  const held: RoleHeld = {
    role, userId, name: person.name, deputy: deputy === null ? null : { userId: deputy.id, name: deputy.name },
    since: before?.userId === userId ? before.since : now,
  };
  const roles = [...incident.roles.filter((each) => each !== before), held];
  // Refused rather than dropped: the oldest of them may well be who commands.
  if (roles.length > mostRoles) return { kind: 'refused', code: 'too-many' };
  const known = incident.responders.some((responder) => responder.userId === userId);
  const responders = known ? incident.responders : withResponder(incident.responders, { userId, name: person.name, state: 'acknowledged', at: now });
  const from = before === undefined || before.userId === userId ? null : before.name;
  const isToldOf = by !== null && by.userId !== userId && before?.userId !== userId;
  const told: NotificationRequest[] = isToldOf ? [{ kind: 'notice', what: 'notice', to: { userId }, cause: `role.${role}.${now}`, why: `${by.name} made you ${roleNames[role].toLowerCase()}`, dueAt: now, expiresAt: now + HOUR, loud: true }] : [];
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, roles, responders }, [{ type: 'roleSet', role, name: person.name, deputy: held.deputy?.name ?? null, from }], told) };
}

/** Takes a role from a person; nobody has it then. */
export function giveUpRole(incident: Incident, role: IncidentRole, userId: string): Decision {
  if (incident.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  const before = incident.roles.find((held) => held.role === role && held.userId === userId);
  if (before === undefined) return { kind: 'unchanged', code: 'already-so' };
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, roles: incident.roles.filter((each) => each !== before) }, [{ type: 'roleSet', role, name: null, deputy: null, from: before.name }]) };
}

/** Says that somebody is on the way, and in how many minutes at a guess; null takes it back. It acknowledges nothing. */
export function setOnTheWay(incident: Incident, minutes: number | null, who: Who, now: Instant): Decision {
  if (incident.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  const before = incident.responders.find(({ userId }) => userId === who.userId);
  if (minutes === null && before?.onTheWay === undefined) return { kind: 'unchanged', code: 'already-so' };
  const { onTheWay: _gone, ...plain } = before ?? { ...who, state: 'acknowledged', at: now };
  const others = incident.responders.filter((each) => each !== before);
  const responders = minutes === null ? [...others, plain] : withResponder(others, { ...plain, onTheWay: { at: now, minutes } });
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, responders }, [{ type: 'onTheWay', minutes }]) };
}
