import type { PagingFacts } from '#domain/escalation/targets';
import { Incident } from '#domain/incident/incident';
import type { Person } from '#domain/people/person';

const person = (id: string, name: string): Person => ({ id, name, role: 'responder', timeZone: 'UTC', teamIds: [], active: true, privateLockScreen: false, timeOff: [], callNumber: null });

/** Ada is paged first, then Sam. */
export const facts: PagingFacts = { people: { ada: person('ada', 'Ada'), sam: person('sam', 'Sam') }, schedules: {} };

/** A triggered SEV1 that pages Ada, and Sam at 60,000 ms; `changes` may set any field that all statuses share. */
export function anIncident(changes: Partial<Pick<Incident, 'id' | 'severity' | 'clocks' | 'responders' | 'title'>> = {}): Incident {
  const step = (userId: string) => ({ targets: [{ kind: 'person', userId }], delaySeconds: 60 });
  return Incident.parse({
    id: 'INC-K7Q2MD', title: 'Checkout is answering 503', description: '', severity: 'SEV1', type: 'outage', urgency: 'high',
    serviceId: 'checkout', serviceName: 'Checkout', alertServices: ['checkout'], alertNames: [],
    clocks: {
      startedAt: 0, detectedAt: 0, triggeredAt: 0, notifiedAt: null, acknowledgedAt: null, rootCauseIdentifiedAt: null,
      fixDeployedAt: null, mitigatedAt: null, resolvedAt: null,
    },
    declaredBy: null, responders: [{ userId: 'ada', name: 'Ada', state: 'paged', at: 0 }], roles: [], updateCount: 0, publicNotice: false,
    wakeAt: 60_000, alertCounts: { firing: 1, total: 1, events: 1 }, links: [], runbookId: null, linkedTo: null, reopenedCount: 0,
    status: 'triggered',
    escalation: {
      policy: { id: 'checkout', name: 'Checkout', steps: [step('ada'), step('sam')], rounds: 2 },
      episode: 1, round: 0, step: 0, state: 'paging', nextAt: 60_000, reason: null,
    },
    ...changes,
  });
}
