import { z } from 'zod';
import type { PagingFacts } from '#domain/escalation/targets';
import type { Incident } from '#domain/incident/incident';
import { Severity } from '#domain/incident/severity';
import { isPagingMe } from '#domain/incident/words';

const chosen = z.array(z.string().min(1).max(80)).max(50);

/** What the list is narrowed to: any of the chosen of each kind, and all kinds at once. Empty: nothing is asked of it. */
export const Filter = z.strictObject({ severities: z.array(Severity).max(4), services: chosen, teams: chosen, tags: chosen });
export type Filter = z.infer<typeof Filter>;
export type FilterKind = keyof Filter;

export const noFilter: Filter = { severities: [], services: [], teams: [], tags: [] };

/** How many choices are active. */
export const countOf = (filter: Filter): number => filter.severities.length + filter.services.length + filter.teams.length + filter.tags.length;

/** The filter with one choice added, or taken out where it was in. */
export function toggled<Kind extends FilterKind>(filter: Filter, kind: Kind, value: Filter[Kind][number]): Filter {
  const values: readonly string[] = filter[kind];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return Filter.catch(filter).parse({ ...filter, [kind]: next });
}

export type TeamFacts = Pick<PagingFacts, 'schedules' | 'teams' | 'people'>;

/**
 * Whether an incident is a team's: its escalation policy (as it was when it triggered) names the team, one of its people or a schedule that they take part in; or
 * one of them has it, has a role in it, or was paged for it.
 */
export function isOfTeam(incident: Incident, teamId: string, { schedules, teams, people }: TeamFacts): boolean {
  const members = new Set([...(teams?.[teamId]?.memberIds ?? []), ...Object.values(people).filter(({ teamIds }) => teamIds.includes(teamId)).map(({ id }) => id)]);
  const answersFor = incident.escalation.policy.steps.flatMap(({ targets }) => targets).some((target) => {
    switch (target.kind) {
      case 'team': return target.teamId === teamId;
      case 'person': return members.has(target.userId);
      case 'schedule': return (schedules[target.scheduleId]?.layers ?? []).some(({ participants }) => participants.some((userId) => members.has(userId)));
      case 'destination': return false;
      default: return target satisfies never;
    }
  });
  if (answersFor) return true;
  const owner = incident.status === 'triggered' ? null : (incident.owner?.userId ?? null);
  const involved = [owner, ...incident.responders.map(({ userId }) => userId), ...incident.roles.flatMap(({ userId, deputy }) => [userId, deputy?.userId ?? null])];
  return involved.some((userId) => userId !== null && members.has(userId));
}

/** What choosing a team means, for the person who chooses. */
export const TEAM_MEANS = 'Incidents whose escalation policy pages this team or its people, and those that its people have, work on or were paged for.';

/** Whether an incident is among what the filter asks for. A team that is not known (yet) hides nothing. */
export function fits(incident: Incident, { severities, services, teams, tags }: Filter, facts: TeamFacts): boolean {
  const knownTeams = teams.filter((id) => facts.teams?.[id] !== undefined);
  return (severities.length === 0 || severities.includes(incident.severity))
    && (services.length === 0 || services.includes(incident.serviceId))
    && (tags.length === 0 || tags.some((tag) => incident.tags.includes(tag)))
    && (knownTeams.length < teams.length || teams.length === 0 || knownTeams.some((id) => isOfTeam(incident, id, facts)));
}

/** The rows that a filter leaves, and how many it hides. What pages the reader is never hidden: a choice made by day must not swallow a page at night. */
export function filtered(incidents: readonly Incident[], filter: Filter, facts: TeamFacts, userId: string): { shown: Incident[]; hidden: number } {
  const shown = incidents.filter((incident) => isPagingMe(incident, userId) || fits(incident, filter, facts));
  return { shown, hidden: incidents.length - shown.length };
}

const parameters = { severities: 'severity', services: 'service', teams: 'team', tags: 'tag' } as const satisfies Record<FilterKind, string>;

/** The filter that an address asks for; null where it asks for none. What is no severity is left out. */
export function filterIn(search: string): Filter | null {
  const query = new URLSearchParams(search);
  const read = (kind: FilterKind) => [...new Set(query.getAll(parameters[kind]))];
  const parsed = Filter.safeParse({
    severities: read('severities').filter((word) => Severity.safeParse(word).success), services: read('services'), teams: read('teams'), tags: read('tags'),
  });
  return parsed.success && countOf(parsed.data) > 0 ? parsed.data : null;
}

/** The address's query with this filter in the place of the one that it had; what else it says stays. Empty, or with its `?`. */
export function withFilter(search: string, filter: Filter): string {
  const query = new URLSearchParams(search);
  for (const kind of Object.values(parameters)) query.delete(kind);
  for (const [kind, name] of Object.entries(parameters)) for (const value of filter[kind as FilterKind]) query.append(name, value); // The keys of `parameters` are the kinds.
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
