import type { Resolved } from '../incident/incident';
import { defaultSeverityPolicy } from '../incident/severity';
import { noon, sampleIncident } from '../samples';
import { MINUTE } from '../time/instant';
import { draftOf } from './draft';
import type { PostMortem } from './postMortem';

/** A SEV1 that began 2 min before its first alert, was acknowledged after 3 min, restored after 40 and resolved after 60; Priya had it. */
export function ended(fields: Partial<Resolved> = {}): Resolved {
  const incident = sampleIncident();
  if (incident.status !== 'triggered') throw new Error('a sample is triggered');
  const { nextAt: _next, state: was, ...standing } = incident.escalation;
  return {
    ...incident, status: 'resolved', owner: { userId: 'priya', name: 'Priya', at: noon + 3 * MINUTE }, resolvedBy: null, wakeAt: null,
    escalation: { ...standing, state: 'paused', was, remainingMilliseconds: null },
    clocks: { ...incident.clocks, startedAt: noon - 2 * MINUTE, acknowledgedAt: noon + 3 * MINUTE, mitigatedAt: noon + 40 * MINUTE, resolvedAt: noon + 60 * MINUTE },
    verdict: { kind: 'real', cause: 'The connection pool ran full', by: 'Priya', at: noon + 60 * MINUTE }, ...fields,
  };
}

/** The draft of it, made when it was resolved. */
export const drafted = (fields: Partial<PostMortem> = {}): PostMortem => ({ ...draftOf(ended(), defaultSeverityPolicy, noon + 60 * MINUTE), ...fields });
