import { describe, expect, it } from 'vitest';
import { incidentsOf, pagesOf, send } from '../alerts';
import { auditOf, configurationIsRead, configure, is } from '../configuring';
import { trigger, unique } from '../rouse';
import { at, changesOf, db, incidentBecomes, incidentNow, newService, notificationsOf, timelineOf } from '../store';

const minute = 60_000;

/** A window that is on now, unless `more` says another time. */
async function window(mode: 'suppress' | 'collect', more: Record<string, unknown>): Promise<{ windowId: string; fields: Record<string, unknown> }> {
  const now = Date.now();
  const fields = { windowId: null, name: `Move ${unique()}`, serviceIds: [], tests: [], mode, time: { kind: 'once', startsAt: now - minute, endsAt: now + 60 * minute }, ...more };
  const { savedId: windowId = '' } = await configure('saveMaintenanceWindow', fields);
  return { windowId, fields };
}

describe('suppress', () => {
  it('by service: nothing opens, the events are kept; ended early, the next one pages', async () => {
    const { key, serviceId, integrationId } = await newService();
    const { windowId } = await window('suppress', { serviceIds: [serviceId] });
    expect([await send(key, { severity: 'critical' }), await send(key, {})]).toMatchObject([{ action: 'suppressed', incidentId: null }, { action: 'suppressed' }]);
    const { docs } = await db().collection('events').where('integrationId', '==', integrationId).get();
    expect(docs.map((event) => event.get('state') as unknown)).toEqual(['decided', 'decided']);
    expect(await incidentsOf(serviceId)).toHaveLength(0);
    await configure('endMaintenanceWindow', { windowId });
    const [, ended] = await auditOf(`maintenanceWindows/${windowId}`);
    expect(ended).toMatchObject({ userId: 'admin', before: { endedAt: null }, after: { id: windowId } });
    await configurationIsRead();
    const { action, incidentId } = await send(key, {});
    expect(action).toBe('triggered');
    expect(await notificationsOf(incidentId ?? '', (all) => all.length > 0)).toHaveLength(1);
  });

  it('by labels, of every service: what does not pass all tests pages', async () => {
    const rack = unique();
    const [one, two] = [await newService(), await newService()];
    const { windowId } = await window('suppress', { tests: [is('label.rack', rack), is('label.env', 'prod')] });
    try {
      const labels = { rack, env: 'prod' };
      expect([await send(one.key, { labels }), await send(two.key, { labels })]).toMatchObject([{ action: 'suppressed' }, { action: 'suppressed' }]);
      expect([await send(one.key, { labels: { ...labels, env: 'test' } }), await send(two.key, {})]).toMatchObject([{ action: 'triggered' }, { action: 'triggered' }]);
    } finally {
      await configure('removeMaintenanceWindow', { windowId });
    }
  });

  it('an incident that was open before goes on: it counts, escalates and ends', async () => {
    const { key, serviceId } = await newService([{ userIds: ['primary'], delaySeconds: 600 }, { userIds: ['secondary'], delaySeconds: 600 }]);
    const dedupKey = unique();
    const id = await trigger(key, { dedupKey });
    await window('suppress', { serviceIds: [serviceId] });
    await configurationIsRead();
    expect(await send(key, { dedupKey })).toMatchObject({ action: 'deduplicated', incidentId: id });
    expect(await send(key, { title: 'Another' })).toMatchObject({ action: 'suppressed' });
    const past = new Date(Date.now() - 1_000);
    await at.incident(id).update({ wakeAt: past, 'escalation.nextAt': past });
    expect((await notificationsOf(id, (all) => all.length === 2)).map(({ userId }) => userId)).toEqual(['primary', 'secondary']);
    expect(await send(key, { dedupKey, status: 'resolved' })).toMatchObject({ action: 'resolved', incidentId: id });
    expect(await incidentNow(id)).toMatchObject({ status: 'resolved', alertCounts: { firing: 0, total: 1, events: 2 } });
  });

  it('one that recurs is on at its hour', async () => {
    const { key, serviceId } = await newService();
    const from = new Date(Date.now() - 30 * minute).toISOString();
    const weekly = { kind: 'weekly', timeZone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7], from: from.slice(11, 16), lengthMinutes: 60, firstDate: from.slice(0, 10), lastDate: null };
    const { windowId, fields } = await window('suppress', { serviceIds: [serviceId], time: weekly });
    expect((await send(key, {})).action).toBe('suppressed');
    const later = new Date(Date.now() + 60 * minute).toISOString();
    await configure('saveMaintenanceWindow', { ...fields, windowId, time: { ...weekly, from: later.slice(11, 16) } });
    await configurationIsRead();
    expect((await send(key, {})).action).toBe('triggered');
  });
});

describe('collect', () => {
  /** Two alerts of a service under a window that collects. */
  async function collected(more: Record<string, unknown> = {}) {
    const { key, serviceId } = await newService();
    const made = await window('collect', { serviceIds: [serviceId], ...more });
    const keys = [unique(), unique()] as const;
    const [first, second] = [await send(key, { dedupKey: keys[0] }), await send(key, { dedupKey: keys[1], groupKey: 'a group of its own' })];
    expect([first.action, second.action, second.incidentId]).toEqual(['triggered', 'grouped', first.incidentId]);
    return { ...made, key, serviceId, keys, id: first.incidentId ?? '' };
  }

  it('everything in one incident, which waits for the end and says why', async () => {
    const { id, serviceId, windowId, fields } = await collected();
    const { name, time } = fields as { name: string; time: { endsAt: number } };
    const incident = await incidentNow(id);
    expect(incident).toMatchObject({
      status: 'triggered', wakeAt: time.endsAt, escalation: { state: 'held', nextAt: time.endsAt }, alertCounts: { firing: 2, total: 2 }, routedBy: { by: 'maintenance', id: windowId, name },
    });
    expect((await timelineOf(id))[0]?.changes.map(({ type }) => type)).toEqual(['triggered', 'routed', 'held']);
    expect(await pagesOf(id)).toEqual([]);
    expect(await incidentsOf(serviceId)).toHaveLength(1);
  });

  it('ended early with something firing pages at once', async () => {
    const { id, windowId, key, keys } = await collected();
    await send(key, { dedupKey: keys[0], status: 'resolved' });
    await configure('endMaintenanceWindow', { windowId });
    expect(await pagesOf(id)).toEqual(['primary']);
    expect(await changesOf(id)).toContain('holdOver');
    await configurationIsRead();
    // What comes now is no more of it.
    const next = await send(key, {});
    expect(next.action).toBe('triggered');
    expect(next.incidentId).not.toBe(id);
  });

  it('ended early with everything resolved never pages', async () => {
    const { id, windowId, key, keys } = await collected();
    for (const dedupKey of keys) expect(await send(key, { dedupKey, status: 'resolved' })).toMatchObject({ action: 'resolved', incidentId: id });
    await configure('endMaintenanceWindow', { windowId });
    expect(await incidentNow(id)).toMatchObject({ status: 'resolved', wakeAt: null, clocks: { notifiedAt: null } });
    expect(await pagesOf(id)).toEqual([]);
    expect(await changesOf(id)).not.toContain('holdOver');
  });

  it('pages when its time is over and something still fires', async () => {
    const now = Date.now();
    const endsAt = now + 6_000;
    const { id } = await collected({ time: { kind: 'once', startsAt: now - minute, endsAt } });
    const [page] = await notificationsOf(id, (all) => all.length > 0);
    expect(page?.createdAt).toBeGreaterThanOrEqual(endsAt);
    expect((page?.createdAt ?? 0) - endsAt).toBeLessThan(4_000);
  });

  it('an incident that was open before goes on, and is not what collects', async () => {
    const { key, serviceId } = await newService();
    const dedupKey = unique();
    const before = await trigger(key, { dedupKey });
    await window('collect', { serviceIds: [serviceId] });
    await configurationIsRead();
    expect(await send(key, { dedupKey })).toMatchObject({ action: 'deduplicated', incidentId: before });
    const other = await send(key, {});
    expect(other.action).toBe('triggered');
    expect(await pagesOf(other.incidentId ?? '')).toEqual([]);
    expect((await incidentNow(before)).escalation.state).toBe('paging');
  });

  it('an edited window moves the end of the wait, and a removed one is over', async () => {
    const { id, windowId, fields } = await collected();
    const startsAt = Date.now() - minute;
    const endsAt = Date.now() + 180 * minute;
    await configure('saveMaintenanceWindow', { ...fields, windowId, time: { kind: 'once', startsAt, endsAt } });
    expect(await incidentNow(id)).toMatchObject({ wakeAt: endsAt, escalation: { state: 'held', nextAt: endsAt } });
    expect(await pagesOf(id)).toEqual([]);
    await configure('removeMaintenanceWindow', { windowId });
    expect((await at.maintenanceWindow(windowId).get()).exists).toBe(false);
    expect(await pagesOf(id)).toEqual(['primary']);
    expect(await incidentBecomes(id, ({ escalation }) => escalation.state === 'paging')).toMatchObject({ status: 'triggered' });
  });

  it('moved into the future, it pages for what it has collected', async () => {
    const { id, windowId, fields } = await collected();
    await configure('saveMaintenanceWindow', { ...fields, windowId, time: { kind: 'once', startsAt: Date.now() + 60 * minute, endsAt: Date.now() + 120 * minute } });
    expect(await pagesOf(id)).toEqual(['primary']);
  });

  it('something worse that joins does not page either', async () => {
    const { key, serviceId } = await newService();
    const { windowId } = await window('collect', { serviceIds: [serviceId] });
    const { incidentId } = await send(key, { severity: 'info' });
    const id = incidentId ?? '';
    expect(await send(key, { severity: 'critical' })).toMatchObject({ action: 'grouped', incidentId: id });
    expect(await incidentNow(id)).toMatchObject({ severity: 'SEV1', urgency: 'high', escalation: { state: 'held' } });
    expect(await pagesOf(id)).toEqual([]);
    await configure('endMaintenanceWindow', { windowId });
    expect(await pagesOf(id)).toEqual(['primary']);
  });
});
