import type { Demo } from '../parsed';

const body = (notification_type: 'PROBLEM' | 'RECOVERY') => ({
  notification_type, host_name: 'demo-1', host_display_name: 'demo-1.example.com', host_address: '192.0.2.11', service_name: 'demo-alert', service_display_name: 'Demo alert',
  service_state: notification_type === 'PROBLEM' ? 'WARNING' : 'OK', service_output: 'Sent from Rouse to try the way from Icinga to your phone.', notification_author: '', notification_comment: '',
  icingaweb2_url: 'https://icinga.example.com/icingaweb2',
});

export const demo: Demo = { firing: () => body('PROBLEM'), resolved: () => body('RECOVERY') };
