import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoutingRule } from '#domain/routing/rule';
import { incidentsOf, send } from '../alerts';
import { adminToken, configurationIsRead, configure, is, refusedOf, rule, saveRules } from '../configuring';
import { command, hook, trigger, unique, until } from '../rouse';
import { FakeFcm } from '../fakes/fcm';
import { at, db, incidentBecomes, incidentNow, newService, notificationsOf, setDevices, timelineOf } from '../store';

const opened = async (key: string, alert: Record<string, unknown>) => incidentNow((await send(key, alert)).incidentId ?? '');
/** A service of its own with these rules, which hold from its first alert on. */
async function ruled(...rules: RoutingRule[]): Promise<{ serviceId: string; integrationId: string; key: string }> {
  const made = await newService();
  await saveRules('service', made.serviceId, rules);
  // Another file's request may have read the configuration between the two: the service without its rules.
  await configurationIsRead();
  return made;
}
const now = (id: string) => notificationsOf(id, () => true);

describe('the first rule that matches wins', () => {
  it('and the incident says which, and why', async () => {
    const { key } = await ruled(
      { ...rule('Switched off', [], { severity: 'SEV1' }), enabled: false },
      rule('Databases', [is('label.kind', 'database'), { field: 'title', operator: 'contains', values: ['disk'] }], { severity: 'SEV3' }),
      rule('Disks', [{ field: 'title', operator: 'contains', values: ['disk'] }], { severity: 'SEV4' }),
    );
    const database = await opened(key, { title: 'Disk full on db-1', severity: 'critical', labels: { kind: 'Database' } });
    expect(database).toMatchObject({ severity: 'SEV3', routedBy: { by: 'rule', name: 'Databases', why: 'label.kind is Database and title contains “disk” (“Disk full on db-1”)' } });
    expect((await timelineOf(database.id))[0]?.changes.find(({ type }) => type === 'routed')).toEqual({ type: 'routed', by: 'rule', name: 'Databases', why: database.routedBy?.why });
    const web = await opened(key, { title: 'Disk full on web-1', severity: 'critical' });
    expect(web).toMatchObject({ severity: 'SEV4', routedBy: { name: 'Disks' } });
    const other = await opened(key, { title: 'CPU', severity: 'critical' });
    expect(other).toMatchObject({ severity: 'SEV1', routedBy: null });
    expect((await timelineOf(other.id)).flatMap(({ changes }) => changes.map(({ type }) => type))).not.toContain('routed');
  });

  it('sets severity, type, urgency, tags, runbook and service', async () => {
    const elsewhere = await newService([{ userIds: ['secondary'], delaySeconds: 600 }]);
    const { key } = await ruled(rule('All of it', [], { severity: 'SEV3', incidentType: 'security', urgency: 'low', tags: ['pci', 'pci', 'eu'], runbookId: 'checkout', serviceId: elsewhere.serviceId }));
    const incident = await opened(key, {});
    expect(incident).toMatchObject({
      severity: 'SEV3', type: 'security', urgency: 'low', tags: ['pci', 'eu'], runbookId: 'checkout', serviceId: elsewhere.serviceId, serviceName: `Service ${elsewhere.serviceId}`,
    });
    expect(incident.escalation.policy.id).toBe(elsewhere.serviceId);
    expect((await now(incident.id)).map(({ userId, urgency }) => `${userId} ${urgency}`)).toEqual(['secondary low']);
  });

  it('of the integration before its service', async () => {
    const { key, serviceId, integrationId } = await ruled(rule('Of the service', [], { severity: 'SEV4' }), rule('Never asked', [], { severity: 'SEV1' }));
    await saveRules('integration', integrationId, [rule('Of the integration', [is('label.env', 'prod')], { severity: 'SEV1' })]);
    expect(await opened(key, { labels: { env: 'prod' } })).toMatchObject({ severity: 'SEV1', routedBy: { name: 'Of the integration' } });
    expect(await opened(key, { labels: { env: 'test' } })).toMatchObject({ severity: 'SEV4', routedBy: { name: 'Of the service' } });
    expect(await incidentsOf(serviceId)).toHaveLength(2);
  });

  it('and a change of the rules decides what comes after it', async () => {
    const { key, serviceId } = await ruled(rule('Before', [], { severity: 'SEV4' }));
    const first = await opened(key, {});
    await saveRules('service', serviceId, [rule('After', [], { severity: 'SEV1' })]);
    await configurationIsRead();
    expect((await opened(key, {})).severity).toBe('SEV1');
    expect((await incidentNow(first.id)).severity).toBe('SEV4');
  });
});

describe('suppress', () => {
  it('opens nothing, and the event is kept', async () => {
    const { key, serviceId, integrationId } = await ruled(rule('Staging never wakes', [is('label.env', 'staging')], 'suppress'));
    const dedupKey = unique();
    expect(await send(key, { dedupKey, labels: { env: 'staging' } })).toEqual({ dedupKey, action: 'suppressed', incidentId: null });
    expect(await send(key, { dedupKey, status: 'resolved', labels: { env: 'staging' } })).toMatchObject({ action: 'ignored' });
    expect(await incidentsOf(serviceId)).toEqual([]);
    const { docs } = await db().collection('events').where('integrationId', '==', integrationId).orderBy('receivedAt').get();
    expect(docs.map((event) => [event.get('state'), (event.get('results') as { action: string }[])[0]?.action] as unknown)).toEqual([['decided', 'suppressed'], ['decided', 'ignored']]);
    expect(await send(key, { labels: { env: 'prod' } })).toMatchObject({ action: 'triggered' });
  });
});

describe('holding off', () => {
  const held = (seconds: number) => ruled(rule('Heals by itself', [], { holdOffSeconds: seconds }));

  it('what heals within is never paged', async () => {
    const { key } = await held(5);
    const dedupKey = unique();
    const { incidentId } = await send(key, { dedupKey });
    const id = incidentId ?? '';
    expect(await incidentNow(id)).toMatchObject({ status: 'triggered', escalation: { state: 'held', episode: 0 }, clocks: { notifiedAt: null } });
    const later = await send(key, { title: 'Held after it' });
    expect((await send(key, { dedupKey, status: 'resolved' })).action).toBe('resolved');
    // The time of another one, which began later, passes and pages: this one's is over too.
    await notificationsOf(later.incidentId ?? '', (all) => all.length === 1, 12_000);
    expect(await now(id)).toEqual([]);
    expect(await incidentNow(id)).toMatchObject({ status: 'resolved', wakeAt: null });
  });

  it('what still fires pages when the time is over, not before', async () => {
    const { key } = await held(5);
    const { id, clocks } = await opened(key, {});
    const [page] = await notificationsOf(id, (all) => all.length > 0, 12_000);
    expect((page?.createdAt ?? 0) - clocks.triggeredAt).toBeGreaterThanOrEqual(5_000 - 50);
    expect((page?.createdAt ?? 0) - clocks.triggeredAt).toBeLessThan(8_000);
    expect((await timelineOf(id)).flatMap(({ changes }) => changes.map(({ type }) => type))).toEqual(['triggered', 'routed', 'held', 'holdOver', 'paged']);
  });

  it('something else that joins it, and would not wait, pages at once', async () => {
    const { key } = await ruled(rule('Waits', [is('label.waits', 'yes')], { holdOffSeconds: 600, groupKey: 'one group' }), rule('Does not', [], { groupKey: 'one group' }));
    const { id } = await opened(key, { labels: { waits: 'yes' } });
    expect(await now(id)).toEqual([]);
    expect(await send(key, { title: 'Worse' })).toMatchObject({ action: 'grouped', incidentId: id });
    expect((await notificationsOf(id, (all) => all.length > 0)).map(({ kind }) => kind)).toEqual(['page']);
  });

  it('a long one whose time has come is found by the sweep', async () => {
    const { key } = await held(3600);
    const { id } = await opened(key, {});
    const past = new Date(Date.now() - 1_000);
    await at.incident(id).update({ wakeAt: past, 'escalation.nextAt': past });
    expect(await notificationsOf(id, (all) => all.length > 0)).toHaveLength(1);
  });
});

describe('keys that a rule makes', () => {
  it('alerts with the same dedup key are one', async () => {
    const { key } = await ruled(rule('One per disk', [], { dedupKey: '{label.host}/{label.disk}' }));
    const labels = { host: 'db-1', disk: 'sda' };
    const first = await send(key, { labels });
    expect(first).toMatchObject({ action: 'triggered', dedupKey: 'db-1/sda' });
    expect(await send(key, { labels })).toEqual({ action: 'deduplicated', dedupKey: 'db-1/sda', incidentId: first.incidentId });
    expect(await send(key, { labels: { ...labels, disk: 'sdb' } })).toMatchObject({ action: 'triggered', dedupKey: 'db-1/sdb' });
    expect((await incidentNow(first.incidentId ?? '')).alertCounts).toEqual({ firing: 1, total: 1, events: 2 });
    // None of the template's fields: all such alerts would be one.
    const [a, b] = [await send(key, {}), await send(key, {})];
    expect([a.action, b.action]).toEqual(['triggered', 'triggered']);
  });

  it('a resolve that carries nothing but the key that was sent ends the renamed alert', async () => {
    const { key } = await ruled(rule('One per disk', [{ field: 'label.disk', operator: 'present', values: [] }], { dedupKey: '{label.host}/{label.disk}' }));
    const dedupKey = unique();
    const { incidentId } = await send(key, { dedupKey, labels: { host: 'db-1', disk: 'sda' } });
    expect(await send(key, { dedupKey, status: 'resolved' })).toMatchObject({ action: 'resolved', incidentId });
    expect((await incidentNow(incidentId ?? '')).status).toBe('resolved');
  });

  it('alerts with the same group key are one incident', async () => {
    const { key } = await ruled(rule('By cluster', [], { groupKey: 'cluster {label.cluster}' }));
    const first = await send(key, { groupKey: 'of the source 1', labels: { cluster: 'eu' } });
    expect(await send(key, { groupKey: 'of the source 2', labels: { cluster: 'eu' } })).toMatchObject({ action: 'grouped', incidentId: first.incidentId });
    expect(await send(key, { groupKey: 'of the source 1', labels: { cluster: 'us' } })).toMatchObject({ action: 'triggered' });
  });
});

describe('at least 3 in 10 minutes', () => {
  const often = () => rule('Often', [is('label.job', 'nightly')], { severity: 'SEV1' }, { atLeast: { count: 3, withinMinutes: 10 } });

  it('counts across requests, and only what fits', async () => {
    const { key } = await ruled(often(), rule('Else', [], { severity: 'SEV4' }));
    const severities: string[] = [];
    for (const job of ['nightly', 'hourly', 'nightly', 'hourly', 'nightly', 'nightly']) severities.push((await opened(key, { labels: { job } })).severity);
    expect(severities).toEqual(['SEV4', 'SEV4', 'SEV4', 'SEV4', 'SEV1', 'SEV1']);
  });

  it('counts 12 that come at once, and none twice', async () => {
    const { key, serviceId } = await ruled(often(), rule('Else', [], 'suppress'));
    await Promise.all(Array.from({ length: 12 }, () => hook('generic', { title: 'At once', dedupKey: unique(), labels: { job: 'nightly' } }, key)));
    const decided = (events: unknown[]) => (events.length === 12 && events.every((event) => Reflect.get(Object(event), 'state') === 'decided') ? true : undefined);
    await until(db().collection('events').where('serviceId', '==', serviceId), decided);
    // Those that are decided after later ones may count as the first of them; the first two are never enough.
    const opened = await incidentsOf(serviceId);
    expect(opened.length).toBeGreaterThanOrEqual(1);
    expect(opened.length).toBeLessThanOrEqual(10);
    expect(await send(key, { labels: { job: 'nightly' } })).toMatchObject({ action: 'triggered' });
  });
});

describe('rules that must not be saved', () => {
  it.each([
    ['a test without a value', (one: RoutingRule) => ({ ...one, when: { ...one.when, tests: [is('title', ' ')] } }), 'rules.0.when.tests.0.values'],
    ['a test of no field', (one: RoutingRule) => ({ ...one, when: { ...one.when, tests: [is('colour', 'red')] } }), 'rules.0.when.tests.0.field'],
    ['no name', (one: RoutingRule) => ({ ...one, name: ' ' }), 'rules.0.name'],
    ['a time of day that is none', (one: RoutingRule) => ({ ...one, when: { ...one.when, during: { weekdays: [1], from: '25:00', until: '06:00', timeZone: 'Europe/Berlin' } } }), 'rules.0.when.during.from'],
    ['an unknown service', (one: RoutingRule) => ({ ...one, then: { ...one.then, serviceId: 'gone' } }), 'rules.0.then.serviceId'],
    ['an unknown runbook', (one: RoutingRule) => ({ ...one, then: { ...one.then, runbookId: 'gone' } }), 'rules.0.then.runbookId'],
    ['a key of no field', (one: RoutingRule) => ({ ...one, then: { ...one.then, dedupKey: '{host}' } }), 'rules.0.then.dedupKey'],
    ['a hold of 4 s', (one: RoutingRule) => ({ ...one, then: { ...one.then, holdOffSeconds: 4 } }), 'rules.0.then.holdOffSeconds'],
    ['"at least 1"', (one: RoutingRule) => ({ ...one, when: { ...one.when, atLeast: { count: 1, withinMinutes: 10 } } }), 'rules.0.when.atLeast.count'],
  ])('%s', async (_what, broken, path) => {
    const { serviceId } = await newService();
    const refused = await refusedOf('saveRoutingRules', { scope: { kind: 'service', id: serviceId }, rules: [broken(rule('Wrong', [], {}))] });
    expect(refused).toMatchObject({ status: 400, code: 'invalid', paths: [path] });
    expect((await at.routingRules(`service.${serviceId}`).get()).exists).toBe(false);
  });

  it('two rules of one id', async () => {
    const { serviceId } = await newService();
    const one = rule('One', [], {});
    expect(await refusedOf('saveRoutingRules', { scope: { kind: 'service', id: serviceId }, rules: [one, one] })).toMatchObject({ paths: ['rules.1.id'] });
  });
});

describe('the tester', () => {
  it('says of stored events what then happens to the same ones live', async () => {
    const { key, serviceId, integrationId } = await newService();
    const alerts = [
      { title: 'Disk full', severity: 'critical', labels: { env: 'prod' } }, { title: 'Disk full', severity: 'info', labels: { env: 'staging' } },
      { title: 'CPU', severity: 'warning', labels: { env: 'prod' } }, { title: 'CPU', labels: { env: 'prod' } }, { title: 'Odd one' },
    ];
    for (const alert of alerts) await trigger(key, alert);
    const rules = [
      rule('Staging', [is('label.env', 'staging')], 'suppress'), rule('Second CPU', [is('title', 'CPU')], { severity: 'SEV1', urgency: 'low' }, { atLeast: { count: 2, withinMinutes: 5 } }),
      rule('Disks', [{ field: 'title', operator: 'startsWith', values: ['disk'] }], { severity: 'SEV3', holdOffSeconds: 60 }),
    ];
    const scope = { kind: 'service', id: serviceId };
    // The service's rules beside those of the integration, which are asked first.
    await saveRules('integration', integrationId, [rule('Odd', [{ field: 'title', operator: 'startsWith', values: ['odd'] }], { severity: 'SEV4' })]);
    const { tested = [] } = await configure('testRoutingRules', { scope, rules });
    expect((await at.routingRules(`service.${serviceId}`).get()).exists).toBe(false);
    const said = [...tested].reverse().map(({ title, severity, suppressed, ruleName, urgency, holdOffSeconds }) => ({ title, severity, suppressed, ruleName, urgency, holdOffSeconds }));
    expect(said.map(({ ruleName }) => ruleName)).toEqual(['Disks', 'Staging', null, 'Second CPU', 'Odd']);

    // The tester counts from nothing; so does what is saved now.
    await saveRules('service', serviceId, rules);
    await configurationIsRead();
    for (const [index, alert] of alerts.entries()) {
      const { action, incidentId } = await send(key, alert);
      const expected = said[index];
      expect(action === 'suppressed', expected?.title).toBe(expected?.suppressed);
      if (incidentId === null) continue;
      const incident = await incidentNow(incidentId);
      expect({ severity: incident.severity, ruleName: incident.routedBy?.name ?? null, held: incident.escalation.state === 'held' }, expected?.title)
        .toEqual({ severity: expected?.severity, ruleName: expected?.ruleName ?? null, held: expected?.holdOffSeconds !== null });
      if (expected?.urgency !== null) expect(incident.urgency).toBe(expected?.urgency);
    }
  });

  it('of an integration asks the draft before the service\'s saved rules', async () => {
    const { key, integrationId } = await ruled(rule('Of the service', [], { severity: 'SEV4' }));
    await trigger(key, { title: 'One' });
    await trigger(key, { title: 'Two' });
    const scope = { kind: 'integration', id: integrationId };
    const { tested = [] } = await configure('testRoutingRules', { scope, rules: [rule('Draft', [is('title', 'one')], { severity: 'SEV1' })] });
    expect(tested.map(({ title, severity, ruleName }) => [title, severity, ruleName])).toEqual([['Two', 'SEV4', 'Of the service'], ['One', 'SEV1', 'Draft']]);
  });
});

describe('the dry run', () => {
  // A real incident is one whose page has reached a device.
  const fcm = new FakeFcm();
  beforeAll(async () => {
    await fcm.listen();
    await setDevices('primary', [{ id: `device-${unique()}`, platform: 'web', pushToken: `push-token-${unique()}` }]);
  });
  afterAll(async () => {
    await setDevices('primary', []);
    await fcm.close();
  });

  it('compares the pages of a real history, and names what would be missed', async () => {
    const { key, serviceId } = await newService();
    const scope = { kind: 'service', id: serviceId };
    const end = (dedupKey: string) => send(key, { dedupKey, status: 'resolved' });
    const keys = Array.from({ length: 4 }, () => unique());
    const ids: string[] = [];
    for (const [index, dedupKey] of keys.entries()) ids.push((await send(key, { dedupKey, title: index === 3 ? 'Orders are lost' : 'Disk of a test machine', severity: 'critical', labels: { env: index === 3 ? 'prod' : 'staging' } })).incidentId ?? '');
    await Promise.all(ids.map((id) => incidentBecomes(id, ({ clocks }) => clocks.notifiedAt !== null)));
    const [, , , real = ''] = ids;
    await command(await adminToken(), { type: 'acknowledge', incidentId: real });
    for (const dedupKey of keys) await end(dedupKey);

    const quiet = rule('Staging never wakes', [is('label.env', 'staging')], 'suppress');
    const good = await configure('dryRunRoutingRules', { scope, rules: [quiet] });
    expect(good.outcome).toBe('unchanged');
    expect(good.dryRun).toMatchObject({ events: 8, alerts: 8, cut: false, before: { incidents: 4, pages: 4, suppressed: 0 }, after: { incidents: 1, pages: 1, suppressed: 3 }, realIncidents: 1, missed: [], delayed: [] });
    expect(good.dryRun?.sentence).toMatch(/^4 (?:night )?pages → 1(?:, 0 at night as before)?; the one real incident not delayed\.$/);
    expect(good.message).toBe(good.dryRun?.sentence);

    const bad = await configure('dryRunRoutingRules', { scope, rules: [rule('Everything', [], 'suppress')] });
    expect(bad.dryRun).toMatchObject({ after: { incidents: 0, pages: 0, suppressed: 4 }, missed: [{ incidentId: real, title: 'Orders are lost' }] });
    expect(bad.dryRun?.sentence).toContain('of 1 real incident 1 missed');
    expect((await at.routingRules(`service.${serviceId}`).get()).exists).toBe(false);
    const none = await configure('dryRunRoutingRules', { scope: { kind: 'service', id: (await newService()).serviceId }, rules: [] });
    expect(none.message).toBe('No stored events to try these rules on.');
  });
});
