import { createHash } from 'node:crypto';
import { unique } from './rouse';

type Wanted = { group?: string; firing?: readonly string[]; resolved?: readonly string[]; name?: string; severity?: string };

const startsAt = '2026-11-20T23:15:00.123456789Z';

/** A version 4 body as Alertmanager would send it for these hosts of one group. */
export function alertmanagerBody({ group = unique(), firing = [], resolved = [], name = 'HostDown', severity = 'critical' }: Wanted): Record<string, unknown> {
  const alert = (status: 'firing' | 'resolved') => (host: string) => {
    const labels = { alertname: name, instance: host, service: 'shop', severity, group };
    return {
      status, labels, annotations: { summary: `${host} is down`, description: 'No answer for a minute.' }, startsAt,
      endsAt: status === 'resolved' ? '2026-11-20T23:20:00Z' : '0001-01-01T00:00:00Z', generatorURL: 'http://prometheus.example.org/graph?g0.expr=up',
      fingerprint: createHash('sha256').update(JSON.stringify(labels)).digest('hex').slice(0, 16),
    };
  };
  return {
    version: '4', receiver: 'rouse', status: firing.length > 0 ? 'firing' : 'resolved', groupKey: `{}:{group="${group}"}`, truncatedAlerts: 0,
    groupLabels: { group }, commonLabels: {}, commonAnnotations: {}, externalURL: 'http://alertmanager.example.org',
    alerts: [...firing.map(alert('firing')), ...resolved.map(alert('resolved'))],
  };
}
