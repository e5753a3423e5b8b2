import { noon } from '../samples';
import { MINUTE } from '../time/instant';
import type { MetricsRow } from './row';

/** For tests: a SEV1 of Checkout that Priya was paged for once, by day, took after 3 minutes and restored after 20; nobody has judged it. */
export function sampleRow(fields: Partial<MetricsRow> = {}): MetricsRow {
  const triggeredAt = fields.triggeredAt ?? noon;
  return {
    startedAt: triggeredAt - 2 * MINUTE, detectedAt: triggeredAt, triggeredAt, acknowledgedAt: triggeredAt + 3 * MINUTE, restoredAt: triggeredAt + 20 * MINUTE, resolvedAt: triggeredAt + 40 * MINUTE,
    severity: 'SEV1', type: 'outage', serviceId: 'checkout', ownerId: 'priya', verdict: null, repeatAfter: null, reopened: 0, secondLevel: false,
    pages: { priya: { all: 1, night: 0 } }, firstPage: { sentAt: triggeredAt + 400, receivedAt: triggeredAt + 1_400 },
    name: 'HighErrorRate', titled: false, rule: null, acted: true, ...fields,
  };
}
