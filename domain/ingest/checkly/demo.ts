import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

/** The template of `connect`, filled: numbers come in quotes. */
const body = (fields: { event: string; alert_type: string; check_error_message: string }, now: Instant) => ({
  ...fields, check_name: 'website of demo-1', group_name: 'demo', check_id: '5f0c1b2a-4242-4242-8242-demodemodemo', check_type: 'API', response_time: '1532',
  api_check_response_status_code: '503', run_location: 'Frankfurt', ssl_days_remaining: '', ssl_check_domain: '', started_at: new Date(now).toISOString(),
  tags: 'demo,env:demo', link: 'https://app.checklyhq.com/checks/demo',
});

export const demo: Demo = {
  firing: (now) => body({
    event: 'Demo alert: website of demo-1 has failed', alert_type: 'ALERT_FAILURE', check_error_message: 'Sent from Rouse to try the way from Checkly to your phone.',
  }, now),
  resolved: (now) => body({ event: 'Demo alert: website of demo-1 has recovered', alert_type: 'ALERT_RECOVERY', check_error_message: '' }, now),
};
