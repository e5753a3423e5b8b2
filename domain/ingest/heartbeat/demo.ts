import { MINUTE } from '../../time/instant';
import type { Demo } from '../parsed';

const report = { heartbeatId: 'rouse-demo', name: 'Demo alert: nightly backup', severity: 'SEV3', periodSeconds: 1200 };

export const demo: Demo = {
  firing: (now) => ({ ...report, state: 'late', lastPingAt: now - 26 * MINUTE, dueAt: now }),
  resolved: (now) => ({ ...report, state: 'alive', lastPingAt: now, dueAt: now + 26 * MINUTE }),
};
