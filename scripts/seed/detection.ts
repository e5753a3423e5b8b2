import type { ServiceChange } from '#domain/change/change';
import type { Heartbeat } from '#domain/heartbeat/heartbeat';
import type { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { type RoutingRule, type RoutingRules, rulesIdOf } from '#domain/routing/rule';
import type { Integration } from '#domain/service/service';
import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { sha256 } from '../../functions/src/identity/identity';
import { at } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';

const integration = (id: string, name: string, serviceId: string, source: string, keyHint = 'demo'): Integration => ({
  id, name, serviceId, source, keyHint, enabled: true, removed: false, mapping: null, signature: { kind: 'none' }, limitPerMinute: null,
});

const rules: readonly RoutingRule[] = [
  {
    id: 'demo-staging', name: 'Staging never wakes', enabled: true,
    when: { match: 'all', tests: [{ field: 'label.env', operator: 'oneOf', values: ['staging', 'test'] }], during: null, atLeast: null }, then: { kind: 'suppress' },
  },
  {
    id: 'demo-probe', name: 'A single failed probe may heal', enabled: true,
    when: { match: 'all', tests: [{ field: 'name', operator: 'is', values: ['ProbeFailed'] }], during: null, atLeast: null },
    then: {
      kind: 'route', severity: 'SEV3', incidentType: null, urgency: null, serviceId: null, dedupKey: null, groupKey: null, tags: ['probe'], runbookId: null, holdOffSeconds: 60,
    },
  },
];

/** What `--demo` adds for detecting and classifying: more tools, rules, a heartbeat, a maintenance window, and what was deployed today. */
export async function seedDetection(now: number): Promise<void> {
  const integrations = [
    integration('identity-grafana', 'Identity in Grafana', 'identity', 'grafana'), integration('catalogue-kuma', 'Shop windows', 'catalogue', 'uptimekuma'),
    integration('nightly-backup', 'Nightly backup', 'catalogue', 'heartbeat'),
  ];
  const heartbeat: Heartbeat = {
    id: 'nightly-backup', name: 'Nightly backup', serviceId: 'catalogue', periodSeconds: DAY / 1000, graceSeconds: HOUR / 1000, severity: 'SEV3', enabled: true, keyHint: 'demo',
    state: 'alive', lastPingAt: now - 5 * HOUR, dueAt: now + 20 * HOUR, lateCount: 1,
  };
  const window: MaintenanceWindow = {
    id: 'demo-window', name: 'Index is rebuilt', serviceIds: ['catalogue'], tests: [], mode: 'collect', createdBy: { userId: 'admin', name: 'Ada Okafor' }, endedAt: null,
    time: { kind: 'weekly', timeZone: 'Europe/Berlin', weekdays: [7], from: '02:00', lengthMinutes: 90, firstDate: '2026-01-04', lastDate: null },
  };
  const scope = { kind: 'service', id: 'checkout' } as const;
  const list: RoutingRules = { id: rulesIdOf(scope), scope, rules: [...rules] };
  const changes = [
    ['Deployed checkout 4711', 25 * MINUTE, 'checkout'], ['Raised the pool to 40 connections', 6 * HOUR, 'checkout'], ['Deployed identity 982', 3 * HOUR, 'identity'],
  ] as const;
  await Promise.all([
    ...integrations.map((each) => at.integration(each.id).set(toStored(each))),
    at.heartbeat(heartbeat.id).set(toStored(heartbeat)),
    at.integrationKey(sha256('demo-key-nightly-backup')).set({ integrationId: heartbeat.id, validUntil: null }),
    at.maintenanceWindow(window.id).set(toStored(window)),
    at.routingRules(list.id).set(toStored(list)),
    ...changes.map(([title, ago, serviceId], index) => {
      const change: ServiceChange = {
        id: `demo-change-${index}`, serviceId, integrationId: 'checkout', source: 'github', title, description: '', changedAt: now - ago, receivedAt: now - ago,
        links: [{ href: 'https://github.example.com/shop/checkout/deployments', text: 'Deployment' }], labels: { environment: 'production' }, expireAt: now + 89 * DAY,
      };
      return at.change(change.id).set(toStored(change));
    }),
  ]);
}
