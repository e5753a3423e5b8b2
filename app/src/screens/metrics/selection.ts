import { Severity } from '#domain/incident/severity';
import type { Grain } from '#domain/metrics/buckets';
import type { MetricsMonth, MetricsRow } from '#domain/metrics/row';
import type { Team } from '#domain/people/person';
import { periods, type PeriodKey } from './periods';

/** One incident that has ended, with what it counts for. */
export type Entry = MetricsRow & { id: string };

/** What is looked at, as the address says it; an empty id: all of them. */
export type Selection = { period: PeriodKey; grain: Grain; serviceId: string; severity: Severity | ''; teamId: string; personId: string };

export const grains = [{ key: 'day', title: 'day' }, { key: 'week', title: 'week' }, { key: 'month', title: 'month' }] as const satisfies readonly { key: Grain; title: string }[];
const usualGrain: Record<PeriodKey, Grain> = { 30: 'day', 90: 'week', 12: 'month' };

/** What an address asks for; what it does not say, or says wrongly, is the usual. */
export function selectionOf(search: URLSearchParams): Selection {
  const period = periods.find(({ key }) => key === search.get('period'))?.key ?? '30';
  const severity = Severity.safeParse(search.get('severity'));
  return {
    period, grain: grains.find(({ key }) => key === search.get('by'))?.key ?? usualGrain[period], serviceId: search.get('service') ?? '', severity: severity.success ? severity.data : '',
    teamId: search.get('team') ?? '', personId: search.get('person') ?? '',
  };
}

/** The address of a selection, without what is the usual. */
export function searchOf({ period, grain, serviceId, severity, teamId, personId }: Selection): Record<string, string> {
  const all = { period: period === '30' ? '' : period, by: grain === usualGrain[period] ? '' : grain, service: serviceId, severity, team: teamId, person: personId };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** Another period, by its usual grain: 365 days in bars say nothing to anybody. */
export const withPeriod = (selection: Selection, period: PeriodKey): Selection => ({ ...selection, period, grain: usualGrain[period] });

/** Whether anything is left out. */
export const isFiltered = ({ serviceId, severity, teamId, personId }: Selection): boolean => [serviceId, severity, teamId, personId].some((each) => each !== '');

/** What was triggered in `[from, to)` (ms since epoch) and has ended, the oldest first. */
export function entriesOf(months: readonly MetricsMonth[], { from, to }: { from: number; to: number }): Entry[] {
  return months.flatMap(({ rows }) => Object.entries(rows).map(([id, row]) => ({ ...row, id }))).filter(({ triggeredAt }) => triggeredAt >= from && triggeredAt < to)
    .sort((a, b) => a.triggeredAt - b.triggeredAt);
}

/** Those that are looked at. A person's are those that they had at the end, a team's are its members'. A team that is not known has none. */
export function selected(entries: readonly Entry[], { serviceId, severity, teamId, personId }: Omit<Selection, 'period' | 'grain'>, teams: Readonly<Record<string, Team>>): Entry[] {
  const members = teams[teamId]?.memberIds ?? [];
  return entries.filter((entry) => (serviceId === '' || entry.serviceId === serviceId) && (severity === '' || entry.severity === severity)
    && (teamId === '' || (entry.ownerId !== null && members.includes(entry.ownerId))) && (personId === '' || entry.ownerId === personId));
}
