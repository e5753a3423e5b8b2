import type { Incident, IncidentType } from '#domain/incident/incident';
import { list } from '#domain/incident/words';
import { roleNames } from '#domain/role/roleNames';

const typeNames: Record<IncidentType, string> = { outage: 'Outage', degradation: 'Degradation', defect: 'Defect', security: 'Security', other: 'Other' };

/** "Outage · high urgency": what sort it is, said once and quietly. */
export const kindWords = ({ type, urgency }: Pick<Incident, 'type' | 'urgency'>): string => `${typeNames[type]} · ${urgency} urgency`;

/** What the reader is in this incident: "You are incident commander. You stand in for Sam (scribe)." Empty: nothing. */
export function myRoleWords({ roles }: Pick<Incident, 'roles'>, userId: string): string {
  const mine = roles.filter((held) => held.userId === userId).map(({ role }) => roleNames[role].toLowerCase());
  const deputised = roles.filter(({ deputy }) => deputy?.userId === userId).map(({ role, name }) => `${name} (${roleNames[role].toLowerCase()})`);
  return [...(mine.length === 0 ? [] : [`You are ${list(mine)}.`]), ...(deputised.length === 0 ? [] : [`You stand in for ${list(deputised)}.`])].join(' ');
}
