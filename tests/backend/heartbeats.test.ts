import { describe, expect, it } from 'vitest';
import { Heartbeat } from '#domain/heartbeat/heartbeat';
import { sha256 } from '../../functions/src/identity/identity';
import { fromStored } from '../../functions/src/store/instants';
import { incidentsOf, pagesOf } from '../alerts';
import { auditOf, configurationIsRead, configure, refusedOf } from '../configuring';
import { get, post, until } from '../rouse';
import { at, db, incidentBecomes, incidentNow, newService, notificationsOf } from '../store';

const fields = (serviceId: string) => ({ heartbeatId: null, name: 'Nightly backup', serviceId, severity: 'SEV3', enabled: true, periodSeconds: 3600, graceSeconds: 60 });

async function made(): Promise<{ serviceId: string; id: string; key: string }> {
  const { serviceId } = await newService();
  const { savedId: id = '', key = '' } = await configure('saveHeartbeat', fields(serviceId));
  return { serviceId, id, key };
}

type Beat = { status: string; name: string; dueAt: string };
const ping = (key: string) => get<Beat>(`/v1/heartbeats/${key}`);
const now = async (id: string): Promise<Heartbeat> => Heartbeat.parse(fromStored((await at.heartbeat(id).get()).data()));
/** As if its next ping had been due a moment ago: the sweep finds it. */
const miss = (id: string) => at.heartbeat(id).update({ dueAt: new Date(Date.now() - 1) });
const becomes = (id: string, fits: (heartbeat: Heartbeat) => boolean) => until(at.heartbeat(id), ([stored]) => {
  const heartbeat = Heartbeat.safeParse(stored);
  return heartbeat.success && fits(heartbeat.data) ? heartbeat.data : undefined;
});
/** The incident that opens for a service without one. */
const openedFor = (serviceId: string): Promise<string> =>
  until(db().collection('incidents').where('serviceId', '==', serviceId), ([one]) => (one === undefined ? undefined : String(Reflect.get(Object(one), 'id'))));

describe('a heartbeat', () => {
  it('waits for its first ping, and tells with each when the next is due', async () => {
    const { id, key } = await made();
    expect(key).toMatch(/^[\w-]{32}$/);
    expect(await now(id)).toMatchObject({ state: 'waiting', dueAt: null, keyHint: key.slice(-4) });
    const before = Date.now();
    const { status, body } = await ping(key);
    expect([status, body.status, body.name]).toEqual([200, 'ok', 'Nightly backup']);
    expect(Date.parse(body.dueAt) - before).toBeGreaterThanOrEqual(3_660_000);
    expect((await post<Beat>(`/v1/heartbeats/${key}`, '')).status).toBe(200);
    expect((await now(id)).state).toBe('alive');
  });

  it('pages when its ping does not come, once, and its next ping ends that', async () => {
    const { serviceId, id, key } = await made();
    await ping(key);
    await miss(id);
    expect(await becomes(id, ({ state }) => state === 'late')).toMatchObject({ dueAt: null, lateCount: 1 });
    const incidentId = await openedFor(serviceId);
    expect(await incidentBecomes(incidentId, ({ status }) => status === 'triggered')).toMatchObject({ severity: 'SEV3' });
    await notificationsOf(incidentId, (all) => all.length > 0);
    await ping(key);
    expect((await now(id)).state).toBe('alive');
    expect((await incidentNow(incidentId)).status).toBe('resolved');
    expect(await pagesOf(incidentId)).toEqual(['primary']);
    await miss(id);
    await becomes(id, ({ lateCount }) => lateCount === 2);
    expect(await incidentsOf(serviceId)).toHaveLength(2);
  });

  it('switched off is never due; a shorter period counts from the last ping', async () => {
    const { serviceId, id, key } = await made();
    await ping(key);
    const edit = (more: Record<string, unknown>) => configure('saveHeartbeat', { ...fields(serviceId), heartbeatId: id, ...more });
    expect((await edit({ enabled: false })).key).toBeUndefined();
    expect(await now(id)).toMatchObject({ enabled: false, dueAt: null, keyHint: key.slice(-4) });
    await edit({});
    await edit({ periodSeconds: 60, graceSeconds: 0 });
    const { dueAt, lastPingAt } = await now(id);
    expect(dueAt).toBe((lastPingAt ?? 0) + 60_000);
    const audit = await auditOf(`heartbeats/${id}`);
    expect(audit).toMatchObject([{ before: null }, { after: { enabled: false } }, { after: { enabled: true } }, { before: { periodSeconds: 3600 }, after: { periodSeconds: 60 } }]);
    expect(JSON.stringify(audit)).not.toContain(key);
  });

  it('renamed and of another severity is so in what it reports', async () => {
    const { serviceId, id, key } = await made();
    await configure('saveHeartbeat', { ...fields(serviceId), heartbeatId: id, name: 'Renamed backup', severity: 'SEV1' });
    await ping(key);
    await miss(id);
    const incident = await incidentNow(await openedFor(serviceId));
    expect([incident.severity, incident.title.includes('Renamed backup')]).toEqual(['SEV1', true]);
  });

  it('has another key when that is rotated, and only the hash of the new one is there', async () => {
    const { id, key: old } = await made();
    const { key = '' } = await configure('rotateHeartbeatKey', { heartbeatId: id });
    const { docs } = await db().collection('integrationKeys').where('integrationId', '==', id).get();
    expect(docs.map((found) => found.id)).toEqual([sha256(key)]);
    expect([(await ping(old)).status, (await ping(key)).status]).toEqual([401, 200]);
    expect((await now(id)).keyHint).toBe(key.slice(-4));
  });

  it('removed is gone with its key, and its open incident stays', async () => {
    const { serviceId, id, key } = await made();
    await ping(key);
    await miss(id);
    const incidentId = await openedFor(serviceId);
    await becomes(id, ({ state }) => state === 'late');
    expect(await refusedOf('removeService', { serviceId })).toMatchObject({ code: 'in-use', message: expect.stringContaining('Nightly backup') as unknown });
    await configure('removeHeartbeat', { heartbeatId: id });
    expect((await at.heartbeat(id).get()).exists).toBe(false);
    expect((await at.integration(id).get()).data()).toMatchObject({ removed: true, enabled: false });
    expect((await db().collection('integrationKeys').where('integrationId', '==', id).get()).size).toBe(0);
    await configurationIsRead();
    expect((await ping(key)).status).toBe(401);
    expect((await incidentNow(incidentId)).status).toBe('triggered');
    expect((await auditOf(`heartbeats/${id}`)).at(-1)).toMatchObject({ before: { id }, after: null });
  });
});
