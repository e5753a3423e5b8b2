import { describe, expect, it } from 'vitest';
import { incidentsOf, pagesOf, send } from '../alerts';
import { configure } from '../configuring';
import { hook, unique, until } from '../rouse';
import { at, db, incidentBecomes, incidentNow, newService } from '../store';

/** A service that groups so, with two integrations. */
async function grouped(grouping: Record<string, unknown>): Promise<{ serviceId: string; keys: readonly [string, string] }> {
  const { serviceId, key } = await newService();
  await configure('saveService', { serviceId, name: `Service ${serviceId}`, description: '', policyId: serviceId, runbookId: null, grouping });
  const { key: other = '' } = await configure('createIntegration', { serviceId, source: 'generic', name: 'The other one' });
  return { serviceId, keys: [key, other] };
}

describe('a service that groups by fields', () => {
  const fields = { by: 'fields', fields: ['label.cluster', 'label.env'] };
  const eu = { labels: { cluster: 'eu', env: 'prod' } };

  it('puts alerts of two integrations that are equal in them into one incident', async () => {
    const { keys: [one, other], serviceId } = await grouped({ ...fields, overSource: false });
    const first = await send(one, eu);
    expect(first.action).toBe('triggered');
    expect(await send(other, { ...eu, title: 'Of the other' })).toMatchObject({ action: 'grouped', incidentId: first.incidentId });
    expect(await send(one, { labels: { cluster: 'eu', env: 'test' } })).toMatchObject({ action: 'triggered' });
    expect((await incidentNow(first.incidentId ?? '')).alertCounts).toEqual({ firing: 2, total: 2, events: 2 });
    // Without any of the fields, what has another name is another incident.
    expect([await send(one, {}), await send(one, {})]).toMatchObject([{ action: 'triggered' }, { action: 'triggered' }]);
    expect(await incidentsOf(serviceId)).toHaveLength(4);
  });

  it('leaves the source its own group, unless it groups over the source', async () => {
    const under = await grouped({ ...fields, overSource: false });
    const first = await send(under.keys[0], { ...eu, groupKey: 'a' });
    expect(await send(under.keys[0], { ...eu, groupKey: 'b' })).toMatchObject({ action: 'triggered' });
    expect(await send(under.keys[1], { groupKey: 'a' })).toMatchObject({ action: 'grouped', incidentId: first.incidentId });
    const over = await grouped({ ...fields, overSource: true });
    const joint = await send(over.keys[0], { ...eu, groupKey: 'a' });
    expect(await send(over.keys[1], { ...eu, groupKey: 'b' })).toMatchObject({ action: 'grouped', incidentId: joint.incidentId });
  });
});

describe('a service that groups by time', () => {
  it('puts whatever comes within the window into one incident, of every integration', async () => {
    const { keys: [one, other] } = await grouped({ by: 'service', windowMinutes: 5, overSource: false });
    const first = await send(one, { title: 'Database' });
    expect(await send(other, { title: 'Checkout' })).toMatchObject({ action: 'grouped', incidentId: first.incidentId });
    expect(await send(one, { title: 'Of a group', groupKey: 'own' })).toMatchObject({ action: 'triggered' });
    const id = first.incidentId ?? '';
    await at.incident(id).update({ 'clocks.triggeredAt': new Date(Date.now() - 5 * 60_000 - 1_000) });
    const next = await send(other, { title: 'After the window' });
    expect(next.action).toBe('triggered');
    expect(next.incidentId).not.toBe(id);
    expect(await send(one, { title: 'With the second' })).toMatchObject({ action: 'grouped', incidentId: next.incidentId });
    expect((await incidentNow(id)).alertCounts.total).toBe(2);
  });

  it('over the source\'s groups too, where it says so', async () => {
    const { keys: [one, other] } = await grouped({ by: 'service', windowMinutes: 5, overSource: true });
    const first = await send(one, { groupKey: 'a' });
    expect(await send(other, { groupKey: 'b' })).toMatchObject({ action: 'grouped', incidentId: first.incidentId });
  });

  it('20 that come at once, of two integrations, are one incident with one page', async () => {
    const { keys, serviceId } = await grouped({ by: 'service', windowMinutes: 5, overSource: true });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => hook('generic', { title: `Host ${index}`, dedupKey: `host-${index}` }, keys[index % 2])));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(202));
    const id = await until(db().collection('incidents').where('serviceId', '==', serviceId), ([one]) => (one === undefined ? undefined : String(Reflect.get(Object(one), 'id'))));
    await incidentBecomes(id, ({ alertCounts }) => alertCounts.total === 20);
    expect(await incidentsOf(serviceId)).toHaveLength(1);
    expect(await pagesOf(id)).toEqual(['primary']);
  });
});

describe('a storm', () => {
  it('of 300 repeats of 5 alerts, 25 at a time: one incident, one page, exact counts within 15 s, nothing left over', async () => {
    const { key, serviceId } = await newService();
    const groupKey = unique();
    const bodies = Array.from({ length: 300 }, (_, index) => ({ title: `Host ${index % 5}`, dedupKey: `host-${index % 5}`, groupKey }));
    const statuses: number[] = [];
    const sender = async () => { for (let body = bodies.shift(); body !== undefined; body = bodies.shift()) statuses.push((await hook('generic', body, key)).status); };
    await Promise.all(Array.from({ length: 25 }, sender));
    expect(statuses).toEqual(Array(300).fill(202));
    const { docs } = await db().collection('incidents').where('serviceId', '==', serviceId).get();
    expect(docs).toHaveLength(1);
    const id = docs[0]?.id ?? '';
    const from = Date.now();
    expect(await incidentBecomes(id, ({ alertCounts }) => alertCounts.events === 300, 15_000)).toMatchObject({ alertCounts: { firing: 5, total: 5 } });
    const left = () => Math.max(1, 15_000 - (Date.now() - from));
    await until(at.incident(id).collection('alerts').orderBy('id'), (alerts) => (alerts.every((alert) => Reflect.get(Object(alert), 'count') === 60) ? true : undefined), left());
    await until(db().collection('tallies').where('incidentId', '==', id), (tallies) => (tallies.length === 0 ? true : undefined), left());
    expect(await pagesOf(id)).toEqual(['primary']);
    expect((await db().collection('events').where('serviceId', '==', serviceId).where('state', '==', 'undecided').get()).size).toBe(0);
  });
});
