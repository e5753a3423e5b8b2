import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

/** The template of `connect`, filled by a rule that fires and, in its second action, recovers. */
const body = (actionGroup: string, actionGroupName: string, now: Instant) => ({
  rule: {
    id: '4242demo-4242-4242-8242-4242demo4242', name: 'Demo alert: errors in the logs of demo-1', type: '.es-query', spaceId: 'default', tags: 'demo,env:demo',
    url: 'https://kibana.example.com/app/management/insightsAndAlerting/triggersActions/rule/demo',
  },
  alert: { id: 'demo-1', uuid: 'demo', actionGroup, actionGroupName, flapping: 'false' },
  context: { reason: 'Sent from Rouse to try the way from Kibana to your phone.', value: '142', threshold: '100', group: '', alertDetailsUrl: '' },
  severity: 'medium', date: new Date(now).toISOString(),
});

export const demo: Demo = { firing: (now) => body('query matched', 'Query matched', now), resolved: (now) => body('recovered', 'Recovered', now) };
