import type { Incident } from '#domain/incident/incident';
import type { IncidentRole } from '#domain/role/role';

/**
 * How much the Now tab shows. `asked`: nobody has it, so only what helps to decide. `worked`: the cards to work with. `small`: a SEV4 (or one without proposed roles)
 * on which nobody has begun anything: those cards stay behind one row. `over`: what was, and what may still be corrected.
 */
export type NowStage = 'asked' | 'worked' | 'small' | 'over';

type OfIncident = Pick<Incident, 'status' | 'roles' | 'tasks' | 'decided' | 'impact'> & { owner?: { userId: string | null } | null };

/** What the reader can use now; `proposed`: the roles of the incident's severity. */
export function nowStage(incident: OfIncident, proposed: readonly IncidentRole[]): NowStage {
  if (incident.status === 'resolved') return 'over';
  // What only its source has acknowledged, no person has yet.
  if (incident.status === 'triggered' || (incident.status === 'acknowledged' && incident.owner?.userId === null)) return 'asked';
  const begun = incident.roles.length > 0 || incident.tasks.length > 0 || incident.decided.length > 0 || incident.impact !== null;
  return proposed.length === 0 && !begun ? 'small' : 'worked';
}
