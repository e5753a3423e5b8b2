import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const envelope = { installation: { uuid: '00000000-0000-4000-8000-000000000d30' }, actor: { type: 'application', id: 'sentry', name: 'Sentry' } };
const title = 'DemoError: Sent from Rouse to try the way from Sentry to your phone';
const issueId = '7000120034';

export const demo: Demo = {
  firing: (now: Instant) => ({
    action: 'triggered', ...envelope,
    data: {
      event: {
        event_id: '0d3m0a1170000000000000000000d300', issue_id: issueId, issue_url: `https://sentry.io/api/0/issues/${issueId}/`, title, message: '', level: 'warning',
        culprit: 'demo in main', platform: 'javascript', environment: 'demo', project: 1, datetime: new Date(now).toISOString(), tags: [['level', 'warning'], ['environment', 'demo']],
        url: 'https://sentry.io/api/0/projects/demo-org/demo/events/0d3m0a1170000000000000000000d300/', web_url: `https://sentry.io/organizations/demo-org/issues/${issueId}/`,
      },
      triggered_rule: 'Demo alert', issue_alert: { title: 'Demo alert', settings: [] },
    },
  }),
  resolved: (now: Instant) => ({
    action: 'resolved', ...envelope,
    data: {
      resolution_type: 'now',
      issue: {
        id: issueId, shortId: 'DEMO-1', title, culprit: 'demo in main', level: 'warning', status: 'resolved', substatus: null, platform: 'javascript',
        project: { id: '1', slug: 'demo', name: 'demo' }, firstSeen: new Date(now).toISOString(), lastSeen: new Date(now).toISOString(),
      },
    },
  }),
};
