import { monthOf, type MetricsRow } from '#domain/metrics/row';
import { sampleRow } from '#domain/metrics/sampleRow';
import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { toStored } from '../../functions/src/store/instants';
import { at } from '../store';

const ada = { userId: 'admin', name: 'Ada Okafor' };

/** What has been: two months ago alerts that led to nothing, and what admins changed. Resolves with what takes it away again. */
export async function furnishPast(now: number): Promise<() => Promise<void>> {
  const then = now - 60 * DAY;
  const month = at.metricsMonth(monthOf(then));
  const before = (await month.get()).data();
  const audit = auditOf(now);
  await Promise.all([month.set(toStored({ month: monthOf(then), rows: noiseOf(then) }), { merge: true }), ...audit.map(([id, entry]) => at.audit(id).set(toStored(entry)))]);
  return async () => {
    await Promise.all([before === undefined ? month.delete() : month.set(before), ...audit.map(([id]) => at.audit(id).delete())]);
  };
}

/** An alert that ends by itself, one that is always false, one of which some are right, one under the longest of names, and a rule that is gone. */
function noiseOf(triggeredAt: number): Record<string, MetricsRow> {
  const night = { secondary: { all: 2, night: 2 } };
  const row = (fields: Partial<MetricsRow>) => sampleRow({ triggeredAt, serviceId: 'checkout', ownerId: 'secondary', pages: night, ...fields });
  const idle = { acted: false, acknowledgedAt: null, ownerId: null, resolvedAt: triggeredAt + 90_000, severity: 'SEV2' } as const;
  const all = [
    ...Array.from({ length: 8 }, () => row({ ...idle, name: 'QueueGrows' })), ...Array.from({ length: 6 }, () => row({ name: 'DiskAbove90', verdict: 'falsePositive', serviceId: 'catalogue', severity: 'SEV3' })),
    ...Array.from({ length: 3 }, () => row({ name: 'HighErrorRate', verdict: 'falsePositive', rule: 'furnished-gone' })), row({ name: 'HighErrorRate', verdict: 'real' }),
    row({ ...idle, name: 'KubernetesPersistentVolumeFillingUpWithinTheNextFourHoursInAll'.slice(0, 60), serviceId: 'furnished-gone' }),
  ];
  return Object.fromEntries(all.map((each, index) => [`INC-N${String(index).padStart(5, '0')}`, each]));
}

/** A change, a thing that was made, one that was removed, a long text, and what must not be shown though it got there. */
function auditOf(now: number): [id: string, entry: object][] {
  const entry = (minutes: number, what: string, before: object | null, after: object | null) => ({ at: now - minutes * MINUTE, ...ada, what, before, after });
  const entries = [
    entry(5, 'settings/severities', { SEV1: { respondWithinMinutes: 15, exitList: ['Watched'] } }, { SEV1: { respondWithinMinutes: 10, exitList: ['Watched', 'Customers told'] } }),
    entry(9, 'routingRules/service.checkout', { rules: [{ id: 'a', name: 'Quiet at night', enabled: true }] }, { rules: [{ id: 'b', name: 'Hold QueueGrows', enabled: true }, { id: 'a', name: 'Quiet at night', enabled: false }] }),
    entry(80, 'runbooks/checkout', { title: 'Checkout', markdown: 'one\ntwo' }, { title: 'Checkout', markdown: 'one\ntwo\nthree' }),
    entry(24 * 60, 'destinations/ops', null, { name: '#ops', kind: 'slack', host: 'hooks.slack.com', url: 'https://hooks.slack.com/never' }),
    entry(50 * 60, 'schedules/old', { name: 'Old nights', timeZone: 'Europe/Berlin', endsAt: now - HOUR }, null),
  ];
  return entries.map((each, index) => [`furnished-audit-${index}`, each]);
}
