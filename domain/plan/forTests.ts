import type { Destination } from '../destination/destination';
import type { Incident } from '../incident/incident';
import { noRouting, open } from '../incident/open';
import { noon, sampleFacts, samplePolicy, sampleService } from '../samples';
import type { PlanFacts } from './facts';
import type { ChatSettings, PlanStep, ResponsePlan } from './plan';

/** A Slack, Teams or webhook destination that is on and follows Checkout. */
export const aDestination = (id: string, kind: Destination['kind'], fields: Partial<Destination> = {}): Destination => ({ id, name: `#${id}`, kind, enabled: true, host: 'hooks.slack.com', serviceIds: ['checkout'], ...fields });

export const slack: NonNullable<ChatSettings['slack']> = { team: 'Acme', url: 'https://acme.slack.com/', tokenHint: '1234', inviteResponders: true };

/** Checkout, whose policy reaches Priya first; no plan of anybody's own, no chat, no room. */
export function planFactsOf(fields: Partial<PlanFacts> = {}): PlanFacts {
  return { ...sampleFacts(), services: { checkout: sampleService() }, policies: { policy: samplePolicy() }, teams: {}, destinations: {}, plans: [], chat: null, warRoom: null, ...fields };
}

export const aPlan = (fields: Partial<ResponsePlan> = {}): ResponsePlan =>
  ({ id: 'plan', name: 'Plan', enabled: true, severities: ['SEV1'], serviceIds: [], steps: [{ kind: 'postUpdate' }], ...fields });

/** A SEV1 of Checkout that pages Priya at noon. `holdUntil`: it waits to see whether it heals. */
export function anIncident(fields: Partial<Pick<Incident, 'severity' | 'urgency' | 'drillId' | 'responders'>> = {}, holdUntil: number | null = null): Incident {
  const turn = open({
    id: 'INC-K7Q2MD', title: 'Checkout is answering 503', description: '', severity: fields.severity ?? 'SEV1', type: 'outage', links: [], startedAt: null, detectedAt: noon, linkedTo: null, declaredBy: null,
    routing: { ...noRouting, holdUntil },
  }, sampleFacts(), noon);
  return { ...turn.incident, ...fields };
}

export const cadence = (minutes = 30): PlanStep => ({ kind: 'startCadence', minutes });
export const post = (destinationId: string, backupId: string | null = null): PlanStep => ({ kind: 'openChannel', how: { by: 'post', destinationId }, backupId });
