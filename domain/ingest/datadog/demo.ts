import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const body = (transition: 'Triggered' | 'Recovered', now: Instant) => ({
  title: `[P3] [${transition} on {host:demo-1}] Demo alert: load is high on demo-1`,
  body: '%%%\nSent from Rouse to try the way from Datadog to your phone.\n\n@webhook-rouse\n%%%', alert_title: 'Demo alert: load is high on demo-1',
  alert_cycle_key: '7001200345006', alert_id: '70012003', alert_scope: 'host:demo-1', alert_transition: transition,
  alert_type: transition === 'Triggered' ? 'warning' : 'success', alert_priority: 'P3', alert_status: 'system.load.1 over host:demo-1 was > 8.0 on average during the last 5m.',
  alert_metric: 'system.load.1', alert_query: 'avg(last_5m):avg:system.load.1{*} by {host} > 8', aggreg_key: '5f1c0de3a9', event_type: 'query_alert_monitor',
  hostname: 'demo-1', tags: 'env:demo,host:demo-1,monitor,service:demo', link: 'https://app.datadoghq.com/monitors/70012003', snapshot: '',
  date: String(now), last_updated: String(now), org: { id: '1', name: 'Demo' }, id: String(now),
});

export const demo: Demo = { firing: (now: Instant) => body('Triggered', now), resolved: (now: Instant) => body('Recovered', now) };
