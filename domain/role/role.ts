import { z } from 'zod';
import type { Severity, SeverityPolicy } from '../incident/severity';
import { Instant } from '../time/instant';
import { IncidentRole } from './roleNames';

export { IncidentRole } from './roleNames';

const somebody = z.strictObject({ userId: z.string(), name: z.string() });

/** Who has a role in an incident, since when, and who stands in for them. */
export const RoleHeld = z.strictObject({ role: IncidentRole, ...somebody.shape, deputy: somebody.nullable().default(null), since: Instant.default(0) });
export type RoleHeld = z.infer<typeof RoleHeld>;

/** Roles that several people may have at once. */
export const isShared = (role: IncidentRole): boolean => role === 'technicalResponder' || role === 'subjectMatterExpert';

const defaultRoles: Record<Severity, readonly IncidentRole[]> = {
  SEV1: ['incidentManager', 'incidentCommander', 'communicationsLead', 'scribe', 'technicalResponder'],
  SEV2: ['incidentCommander', 'communicationsLead', 'technicalResponder'],
  SEV3: ['technicalResponder'],
  SEV4: [],
};

/** The roles that are proposed for an incident of this severity. */
export function rolesOf(severity: Severity, policy: SeverityPolicy): readonly IncidentRole[] {
  return policy[severity].roles ?? defaultRoles[severity];
}
