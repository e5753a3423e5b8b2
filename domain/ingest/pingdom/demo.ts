import type { Instant } from '../../time/instant';
import type { Demo } from '../parsed';

const body = (state: 'DOWN' | 'UP', text: string, now: Instant) => ({
  check_id: 424242, check_name: 'Demo alert: website of demo-1', check_type: 'HTTP', importance_level: 'HIGH', tags: ['demo'],
  check_params: { full_url: 'https://demo-1.example.com/health', hostname: 'demo-1.example.com', url: '/health', port: 443, encryption: true },
  previous_state: state === 'DOWN' ? 'UP' : 'DOWN', current_state: state, state_changed_timestamp: Math.floor(now / 1000),
  state_changed_utc_time: new Date(now).toISOString().slice(0, 19), long_description: text, description: text,
  first_probe: { ip: '192.0.2.1', ipv6: '', location: 'Stockholm, Sweden' }, second_probe: {}, version: 1,
});

export const demo: Demo = { firing: (now) => body('DOWN', 'HTTP Server Error 503 Service Unavailable', now), resolved: (now) => body('UP', 'OK', now) };
