import type { Demo } from '../parsed';

const name = 'Demo alert: slow requests';
const body = (status: 'TRIGGERED' | 'OK') => ({
  version: 'v0.1.0', name, id: 'rouseDemo01', trigger_description: 'Sent from Rouse to try the way from Honeycomb to your phone.', status, alert_type: 'on_change',
  summary: `${status === 'OK' ? 'Resolved' : 'Triggered'}: ${name}`, description: status === 'OK' ? 'No longer greater than threshold value (400)' : 'Currently greater than threshold value (400) for route:/demo (value 912)',
  operator: 'greater than', threshold: 400, result_url: 'https://ui.honeycomb.io/demo/datasets/demo/result/demo', result_groups: [{ Group: { route: '/demo' }, Result: status === 'OK' ? 120 : 912 }],
  result_groups_triggered: status === 'OK' ? null : [{ Group: { route: '/demo' }, Result: 912 }], trigger_url: 'https://ui.honeycomb.io/demo/datasets/demo/triggers/rouseDemo01', is_test: false,
});

export const demo: Demo = { firing: () => body('TRIGGERED'), resolved: () => body('OK') };
