import type { Target } from '#domain/escalation/policy';
import { onCallOf } from '#domain/escalation/targets';
import { isMember } from '#domain/people/person';
import type { IconName } from '../../ui';
import { counted } from '../configuration/counted';
import type { PolicyFacts } from './usePolicyFacts';

/** Somebody or something that a step may page. `detail` helps to choose: who is on call now, the role, the members. */
export type TargetOption = { target: Target; name: string; detail: string };
export type TargetGroup = { kind: Target['kind']; title: string; options: TargetOption[] };

export const targetIcons: Record<Target['kind'], IconName> = { schedule: 'onCall', person: 'person', team: 'people', destination: 'integrations' };

const places = { slack: 'a Slack channel', teams: 'a Teams channel', webhook: 'a webhook' } as const;

/** Everything that a step may page, grouped, by name; `search` keeps what has all of its words. Who is not paged ever (a stakeholder, somebody who left) is left out. */
export function targetGroups(facts: Pick<PolicyFacts, 'people' | 'schedules' | 'teams' | 'destinations' | 'holidays'>, now: number, search: string): TargetGroup[] {
  const groups: TargetGroup[] = [
    { kind: 'schedule', title: 'Schedules', options: Object.values(facts.schedules).map((schedule) => ({ target: { kind: 'schedule', scheduleId: schedule.id }, name: schedule.name, detail: onCallWords(onCallOf(schedule, facts, now), facts) })) },
    { kind: 'person', title: 'People', options: Object.values(facts.people).filter(isMember).map(({ id, name, role }) => ({ target: { kind: 'person', userId: id }, name, detail: role === 'admin' ? 'Admin' : 'Responder' })) },
    { kind: 'team', title: 'Teams', options: Object.values(facts.teams).map(({ id, name, memberIds }) => ({ target: { kind: 'team', teamId: id }, name, detail: `${counted(memberIds.length, 'member')}, all at once` })) },
    { kind: 'destination', title: 'Destinations', options: Object.values(facts.destinations).map(({ id, name, kind, enabled }) => ({ target: { kind: 'destination', destinationId: id }, name, detail: `${places[kind]}${enabled ? '' : ', switched off'}: told, wakes nobody` })) },
  ];
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ name, detail }: TargetOption) => words.every((word) => `${name} ${detail}`.toLowerCase().includes(word));
  return groups.map((group) => ({ ...group, options: group.options.filter(fits).sort((a, b) => a.name.localeCompare(b.name)) })).filter(({ options }) => options.length > 0);
}

function onCallWords(userIds: readonly string[], { people }: Pick<PolicyFacts, 'people'>): string {
  return userIds.length === 0 ? 'Nobody on call now' : `On call now: ${userIds.map((id) => people[id]?.name ?? id).join(', ')}`;
}
