import { describe, expect, it } from 'vitest';
import { incidentsOf, pagesOf, send } from '../alerts';
import { unique } from '../rouse';
import { at, changesOf, incidentBecomes, incidentNow, newService, timelineOf } from '../store';

describe('flapping', () => {
  it('is recognised at the third time, paged once, and over when it is quiet', async () => {
    const { key } = await newService();
    const dedupKey = unique();
    const fire = () => send(key, { dedupKey });
    const heal = () => send(key, { dedupKey, status: 'resolved' });
    const ids: string[] = [];
    for (let times = 0; times < 2; times += 1) {
      ids.push((await fire()).incidentId ?? '');
      await heal();
    }
    expect((await Promise.all(ids.map(incidentNow))).map(({ status, flapping }) => [status, flapping])).toEqual([['resolved', null], ['resolved', null]]);
    const third = await fire();
    const id = third.incidentId ?? '';
    expect(third.action).toBe('triggered');
    expect(await incidentNow(id)).toMatchObject({ flapping: { count: 3, quietUntil: null } });
    expect(await changesOf(id)).toContain('flapping');
    expect((await heal()).action).toBe('resolved');
    const waiting = await incidentNow(id);
    expect(waiting).toMatchObject({ status: 'triggered', alertCounts: { firing: 0 } });
    expect((waiting.flapping?.quietUntil ?? 0) - Date.now()).toBeGreaterThan(9 * 60_000);

    expect(await fire()).toMatchObject({ action: 'deduplicated', incidentId: id });
    expect(await incidentNow(id)).toMatchObject({ flapping: { count: 4, quietUntil: null } });
    await heal();
    expect(await pagesOf(id)).toEqual(['primary']);
    const past = new Date(Date.now() - 1_000);
    await at.incident(id).update({ wakeAt: past, 'flapping.quietUntil': past });
    const over = await incidentBecomes(id, ({ status }) => status === 'resolved');
    expect(over).toMatchObject({ flapping: null, wakeAt: null, resolvedBy: null });
    expect((await timelineOf(id)).at(-1)?.changes.map(({ type }) => type)).toEqual(['flappingOver', 'resolved']);
    expect(await pagesOf(id)).toEqual(['primary']);
  });

  it('another key flaps for itself', async () => {
    const { key } = await newService();
    for (let times = 0; times < 3; times += 1) {
      const dedupKey = unique();
      const { incidentId } = await send(key, { dedupKey });
      await send(key, { dedupKey, status: 'resolved' });
      expect(await incidentNow(incidentId ?? '')).toMatchObject({ status: 'resolved', flapping: null });
    }
  });
});

describe('late reports', () => {
  const body = (group: string, status: 'firing' | 'resolved', startsAt: number, endsAt: number | null) => ({
    version: '4', receiver: 'rouse', status, groupKey: `{}:{g="${group}"}`, truncatedAlerts: 0, groupLabels: { g: group }, commonLabels: {}, commonAnnotations: {}, externalURL: 'http://a.example.org',
    alerts: [{ status, labels: { alertname: 'Down', instance: group }, annotations: {}, startsAt: new Date(startsAt).toISOString(), endsAt: endsAt === null ? '0001-01-01T00:00:00Z' : new Date(endsAt).toISOString(), fingerprint: 'f'.repeat(16) }],
  });

  it('of a run whose end closed the incident open nothing; the next run does', async () => {
    const { key, serviceId } = await newService();
    const group = unique();
    const began = Date.now() - 600_000;
    const { incidentId } = await send(key, body(group, 'firing', began, null), 'alertmanager');
    await send(key, body(group, 'resolved', began, began + 60_000), 'alertmanager');
    expect((await incidentNow(incidentId ?? '')).status).toBe('resolved');
    expect(await send(key, body(group, 'firing', began, null), 'alertmanager')).toMatchObject({ action: 'ignored', incidentId });
    expect(await send(key, body(group, 'firing', began - 60_000, null), 'alertmanager')).toMatchObject({ action: 'ignored' });
    expect(await incidentsOf(serviceId)).toHaveLength(1);
    expect(await send(key, body(group, 'firing', began + 120_000, null), 'alertmanager')).toMatchObject({ action: 'triggered' });
  });

  it('a resolve older than the alert\'s last start ends nothing', async () => {
    const { key } = await newService();
    const group = unique();
    const began = Date.now() - 600_000;
    const { incidentId } = await send(key, body(group, 'firing', began, null), 'alertmanager');
    expect(await send(key, body(group, 'resolved', began - 120_000, began - 60_000), 'alertmanager')).toMatchObject({ action: 'ignored' });
    expect((await incidentNow(incidentId ?? '')).status).toBe('triggered');
  });
});
