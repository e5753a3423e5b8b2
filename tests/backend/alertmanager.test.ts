import { expect, it, onTestFinished } from 'vitest';
import { bodyOf, type StoredEvent } from '../../functions/src/store/event';
import { type Alertmanager, startAlertmanager } from '../clients/alertmanager';
import { origin } from '../rouse';
import { alertsOf, eventsOf, firstIncidentOf, incidentBecomes, incidentsOf, newService, timelineOf } from '../store';

const patience = 30_000;

async function started(receiver: object): Promise<Alertmanager> {
  const alertmanager = await startAlertmanager(receiver);
  onTestFinished(alertmanager.stop);
  return alertmanager;
}

/** Whatever way it came: ended by the source, with nothing firing, and one incident for all of it. */
async function expectResolved(incidentId: string, serviceId: string): Promise<void> {
  const resolved = await incidentBecomes(incidentId, ({ status }) => status === 'resolved', patience);
  expect(resolved.alertCounts.firing).toBe(0);
  expect((await timelineOf(incidentId)).at(-1)?.changes.at(-1)).toMatchObject({ type: 'resolved', by: 'source' });
  expect(await incidentsOf(serviceId)).toHaveLength(1);
}

it('the real Alertmanager fires, fires more, and resolves through webhook_configs', async () => {
  const { key, serviceId } = await newService();
  const alertmanager = await started({ webhook_configs: [{ url: `${origin}/v1/hooks/alertmanager/${key}`, send_resolved: true }] });
  await alertmanager.fire('db-1');
  const found = await firstIncidentOf(serviceId, patience);
  expect([found.title, found.severity, found.alertNames]).toEqual(['Disk full on db-1', 'SEV3', ['DiskFull']]);
  await alertmanager.fire('db-2');
  await incidentBecomes(found.id, ({ alertCounts }) => alertCounts.total === 2, patience);
  await alertmanager.end('db-1', 'db-2');
  await expectResolved(found.id, serviceId);
});

it('and through pagerduty_configs: the group is one alert, which a second host repeats', async () => {
  const { key, serviceId } = await newService();
  const alertmanager = await started({ pagerduty_configs: [{ url: `${origin}/v2/enqueue`, routing_key: key, send_resolved: true }] });
  await alertmanager.fire('db-1');
  const found = await firstIncidentOf(serviceId, patience);
  // Alertmanager's own templates; its severity is `error` unless the configuration names another.
  expect([found.title, found.severity]).toEqual(['[FIRING:1] DiskFull (db-1 files warning)', 'SEV2']);
  await alertmanager.fire('db-2');
  const repeated = await incidentBecomes(found.id, ({ alertCounts }) => alertCounts.events === 2, patience);
  expect(repeated.alertCounts).toEqual({ firing: 1, total: 1, events: 2 });
  const [alert] = await alertsOf(found.id);
  expect([alert?.count, alert?.description]).toEqual([2, expect.stringMatching(/host = db-1[^]*host = db-2/)]);
  await alertmanager.end('db-1', 'db-2');
  await expectResolved(found.id, serviceId);
});

it('and through opsgenie_configs: its updates of the open alert arrive and count nothing', async () => {
  const { key, serviceId, integrationId } = await newService();
  const alertmanager = await started({ opsgenie_configs: [{ api_url: `${origin}/`, api_key: key, update_alerts: true, send_resolved: true, priority: 'P3' }] });
  await alertmanager.fire('db-1');
  const found = await firstIncidentOf(serviceId, patience);
  expect([found.title, found.severity]).toEqual(['[FIRING:1] DiskFull (db-1 files warning)', 'SEV3']);
  await alertmanager.fire('db-2');
  const events = await eventsOf(integrationId, (all) => all.length >= 6 && all.every(({ state }) => state === 'decided'), patience);
  const round = ['create', 'message', 'description'];
  expect(await Promise.all(events.map(requested))).toEqual([...round, ...round]);
  const updated = await incidentBecomes(found.id, ({ alertCounts }) => alertCounts.events === 2);
  expect(updated.alertCounts).toEqual({ firing: 1, total: 1, events: 2 });
  expect(updated.title).toBe('[FIRING:2] DiskFull (files warning)');
  const [alert] = await alertsOf(found.id);
  expect([alert?.title, alert?.count, alert?.description]).toEqual(['[FIRING:2] DiskFull (files warning)', 2, expect.stringMatching(/host = db-1[^]*host = db-2/)]);
  await alertmanager.end('db-1', 'db-2');
  await expectResolved(found.id, serviceId);
});

/** What a stored request of the Alert API wanted. */
async function requested(event: StoredEvent): Promise<unknown> {
  const body: unknown = JSON.parse((await bodyOf(event)).toString('utf8'));
  return typeof body === 'object' && body !== null && 'opsgenieAction' in body ? body.opsgenieAction : 'create';
}
