import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

/** As the media type of `connect` sends it. A recovery carries the id of its problem. */
const body = (status: 'PROBLEM' | 'RESOLVED', now: Instant) => ({
  id: '424242', trigger_id: '4242', name: 'Demo alert: high CPU utilization on demo-1', severity: 'Average', nseverity: '3', status, value: status === 'PROBLEM' ? '1' : '0',
  update_action: '', event_ack: 'No', host_name: 'demo-1', host_ip: '192.0.2.10', tags: '[{"tag":"component","value":"cpu"},{"tag":"scope","value":"demo"}]',
  message: 'Sent from Rouse to try the way from Zabbix to your phone.\r\n', description: '', zabbix_url: 'https://zabbix.example.com', trigger_url: '',
  started_at: new Date(now).toISOString(), ended_at: '',
});

export const demo: Demo = {
  firing: (now) => body('PROBLEM', now),
  resolved: (now) => ({ ...body('RESOLVED', now), ended_at: new Date(now).toISOString() }),
};
