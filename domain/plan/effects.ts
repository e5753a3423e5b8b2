import { assignRole } from '../role/assign';
import type { PagingFacts, Reached } from '../escalation/targets';
import type { Decision, Who } from '../incident/decision';
import type { Incident, Link } from '../incident/incident';
import { setType } from '../incident/reclassify';
import { ask } from '../incident/requests';
import { andThen, type Turn, turnOf } from '../incident/turn';
import type { IncidentRole } from '../role/roleNames';
import type { Instant } from '../time/instant';
import { pagedAlready } from './paged';
import type { PlanStep } from './plan';

const mostTags = 20;
const mostLinks = 20;
const unchanged: Decision = { kind: 'unchanged', code: 'already-so' };

/** Sets the type and adds the tags of a plan; what is so already stays. */
export function classify(incident: Incident, { incidentType, tags }: Extract<PlanStep, { kind: 'classify' }>): Decision {
  const all = [...new Set([...incident.tags, ...tags])].slice(0, mostTags);
  const typed = incidentType === null ? unchanged : setType(incident, incidentType);
  if (typed.kind !== 'done' && all.length === incident.tags.length) return unchanged;
  const turn: Turn = typed.kind === 'done' ? typed.turn : turnOf(incident);
  return { kind: 'done', turn: andThen(turn, { ...turn.incident, tags: all }) };
}

/** Owes an update every so many minutes from now on. */
export function startCadence(incident: Incident, minutes: number): Decision {
  if (incident.status === 'resolved') return { kind: 'refused', code: 'incident-resolved' };
  return incident.cadenceMinutes === minutes ? unchanged : { kind: 'done', turn: andThen(turnOf(incident), { ...incident, cadenceMinutes: minutes }) };
}

/** Adds a link; of as many as an incident keeps the oldest goes. */
export function addLink(incident: Incident, link: Link): Decision {
  if (incident.links.some(({ href }) => href === link.href)) return unchanged;
  return { kind: 'done', turn: andThen(turnOf(incident), { ...incident, links: [...incident.links, link].slice(-mostLinks) }) };
}

/** Calls these people by a plan, and gives the first of them its role. `id`: the request's own; the same again calls nobody twice. `who`: whoever asked, or Rouse. */
export function callByPlan(
  incident: Incident, reached: readonly Reached[], role: IncidentRole | null, who: Who, facts: PagingFacts, id: string, now: Instant,
): Decision {
  if (incident.requests.some((request) => request.id === id || request.id.startsWith(`${id}.`))) return unchanged;
  const asked = ask(incident, 'call', reached.map(({ userId }) => ({ kind: 'person', userId })), who, facts, id, now);
  const first = reached[0];
  if (asked.kind !== 'done' || role === null || first === undefined) return asked;
  const given = assignRole(asked.turn.incident, role, first.userId, null, facts, now, who);
  if (given.kind !== 'done') return asked;
  return { kind: 'done', turn: andThen(asked.turn, given.turn.incident, given.turn.changes, given.turn.requests) };
}

/** The same of a page that names nobody: decided by the incident as it is in the commit, so that nobody is called after somebody has taken it. */
export function callWhereNobodyWas(...call: Parameters<typeof callByPlan>): Decision {
  return pagedAlready(call[0]) === null ? callByPlan(...call) : unchanged;
}
