import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const body = (times: { createdAt?: number; updatedAt: number }, state: 'ACTIVATED' | 'CLOSED') => ({
  id: '00000000-0000-4000-8000-0000000a1e27', issueUrl: 'https://one.newrelic.com/alerts/issues?issue=demo', title: 'Demo alert: demo-1 query result is > 90.0 for 5 minutes on \'CPU\'',
  description: 'Sent from Rouse to try the way from New Relic to your phone.', priority: 'MEDIUM', impactedEntities: ['demo-1'], totalIncidents: 1, state,
  trigger: state === 'CLOSED' ? 'INCIDENT_CLOSED' : 'STATE_CHANGE', isCorrelated: false, ...times, sources: ['newrelic'], alertPolicyNames: ['Demo'],
  alertConditionNames: ['CPU'], workflowName: 'Rouse',
});

/** The resolve does not repeat the start, as nobody can tell it: a start that is not told is not compared. */
export const demo: Demo = {
  firing: (now: Instant) => body({ createdAt: now, updatedAt: now }, 'ACTIVATED'),
  resolved: (now: Instant) => body({ updatedAt: now }, 'CLOSED'),
};
