import { z } from 'zod';
import type { Incident } from './incident';

/** How far an incident is, as those outside are told. */
export const Phase = z.enum(['investigating', 'identified', 'monitoring', 'resolved']);
export type Phase = z.infer<typeof Phase>;

export const phaseNames: Record<Phase, string> = { investigating: 'Investigating', identified: 'Identified', monitoring: 'Monitoring', resolved: 'Resolved' };

/** Driven by the milestones: a root cause identified, a fix that is watched, the end. */
export function phaseOf(incident: Pick<Incident, 'status' | 'clocks'>): Phase {
  if (incident.status === 'resolved') return 'resolved';
  if (incident.status === 'monitoring') return 'monitoring';
  return incident.clocks.rootCauseIdentifiedAt === null ? 'investigating' : 'identified';
}
