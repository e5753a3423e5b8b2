import type { Incident } from '../incident/incident';
import { Phase, phaseOf } from '../incident/phase';

/**
 * How far it is, as those outside are to see it: the incident's own phase, or further where its last update said so (`last`; null: none) and nobody has set the milestone yet. An end that was
 * told does not hold once it goes on, and what pages again has fallen back to what the incident itself says.
 */
export function phaseTold(incident: Pick<Incident, 'status' | 'clocks'>, last: Phase | null): Phase {
  const own = phaseOf(incident);
  if (last === null || last === 'resolved' || incident.status === 'triggered') return own;
  return Phase.options.indexOf(last) > Phase.options.indexOf(own) ? last : own;
}
