import { IncidentType } from '#domain/incident/incident';
import type { Severity, SeverityPolicy, SeverityRule } from '#domain/incident/severity';
import { rolesOf } from '#domain/role/role';
import { roleNames } from '#domain/role/roleNames';
import { DAY, MINUTE } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';

export const urgencyWords: Record<SeverityRule['urgency'], string> = {
  high: 'Wakes, at any time', highInSupportHours: 'Wakes in support hours', low: 'Waits for the morning, never escalates',
};

const minutes = (count: number | null, none: string) => (count === null ? none : durationWords(count * MINUTE));

/** What a severity's rule says, name by name, for those who read it. */
export function ruleFacts(rule: SeverityRule, severity: Severity, policy: SeverityPolicy): readonly (readonly [name: string, words: string])[] {
  const roles = rolesOf(severity, policy).map((role) => roleNames[role]);
  return [
    ['Respond within', minutes(rule.respondWithinMinutes, '')],
    ['Urgency', urgencyWords[rule.urgency]],
    ['Acknowledge holds', minutes(rule.leaseMinutes, 'without end')],
    ['Update every', minutes(rule.updateEveryMinutes, 'no updates asked')],
    ['Watched for', minutes(rule.watchMinutes, '')],
    ['Roles proposed', roles.length === 0 ? 'none' : roles.join(', ')],
    ['Post-mortem due', rule.postMortemDueDays === null ? 'none' : `within ${durationWords(rule.postMortemDueDays * DAY)}`],
  ];
}

export const typeNames: Record<IncidentType, string> = { outage: 'Outage', degradation: 'Degradation', defect: 'Defect', security: 'Security', other: 'Other' };

/** What has to be true before it ends, a line for each list; none: nothing is asked. */
export function exitLines({ exitList, exitLists = {} }: Pick<SeverityRule, 'exitList' | 'exitLists'>): string[] {
  const own = IncidentType.options.flatMap((type) => (exitLists[type] === undefined ? [] : [[`${typeNames[type]}, before it ends`, exitLists[type]] as const]));
  const general = exitList.length === 0 && own.length === 0 ? [] : [['Before it ends', exitList] as const];
  return [...general, ...own].map(([what, list]) => `${what}: ${list.length === 0 ? 'nothing is asked' : list.join(', ')}.`);
}
