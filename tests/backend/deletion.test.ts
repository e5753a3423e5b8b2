import { beforeAll, describe, expect, it } from 'vitest';
import { type CollectionReference, Timestamp } from 'firebase-admin/firestore';
import { figuresOf } from '#domain/metrics/figures';
import { MetricsMonth, monthOf } from '#domain/metrics/row';
import { rowOf } from '#domain/metrics/rowOf';
import { Notification } from '#domain/notification/notification';
import { Notice } from '#domain/statusPage/notice';
import { carryOutAfterwards } from '../../functions/src/afterwards/carryOut';
import { configuration } from '../../functions/src/store/configuration';
import { read } from '../../functions/src/store/documents';
import { fromStored, toStored } from '../../functions/src/store/instants';
import { wake } from '../../functions/src/wake/wake';
import { advanceIncident } from '../../functions/src/wake/advanceIncident';
import { adminToken, auditOf, refusedOf } from '../configuring';
import { command, hook, signIn, trigger, unique, until } from '../rouse';
import { at, db, incidentNow, incidentsOf, newService, notificationsOf, tidyLater } from '../store';

let primary: string;
let admin: string;
beforeAll(async () => { [primary, admin] = await Promise.all([signIn('primary'), adminToken()]); });

async function sent(type: string, fields: Record<string, unknown>, who = primary) {
  const { status, body } = await command(who, { type, ...fields });
  expect({ status, error: body.error }, `${type} is taken`).toEqual({ status: 200, error: undefined });
  return body.result;
}
const commandId = () => unique().padEnd(8, '0');
/** A month of its own: other tests hold to it that nothing goes from the one that is now. */
const longAgo = Date.UTC(2001, 2, 15);
const month = async () => MetricsMonth.parse(fromStored((await at.metricsMonth(monthOf(longAgo)).get()).data()));
const settled = (id: string) => until(at.afterwards(id), ([note]) => (Reflect.get(Object(note), 'isSecond') === true ? true : undefined));

/** An incident that has ended, with something in every place that keeps something of it; its row and its post-mortem are there. */
async function ended(key: string): Promise<{ id: string; title: string; dedupKey: string }> {
  const dedupKey = unique();
  const id = await trigger(key, { severity: 'critical', title: `Gone ${dedupKey}`, dedupKey });
  await notificationsOf(id, (all) => all.length > 0);
  await sent('acknowledge', { incidentId: id });
  await at.incident(id).update({ 'clocks.triggeredAt': Timestamp.fromMillis(longAgo) });
  tidyLater(() => at.metricsMonth(monthOf(longAgo)).delete());
  await sent('addNote', { incidentId: id, text: 'Somebody looked' });
  await sent('sendUpdate', { incidentId: id, phase: 'identified', text: 'We know what it is.', final: false });
  await sent('resolve', { incidentId: id });
  await settled(id);
  await until(at.postMortem(id), ([found]) => (found === undefined ? undefined : true));
  return { id, title: `Gone ${dedupKey}`, dedupKey };
}

/** Every document of the store that names the incident, but for what is meant to: the raw events, the audit, and what others say of it. */
async function leftOf(id: string): Promise<string[]> {
  const left: string[] = [];
  const walk = async (collection: CollectionReference): Promise<void> => {
    // A document that is gone while something lies under it is found by listing alone.
    const refs = await collection.listDocuments();
    for (let from = 0; from < refs.length; from += 300) {
      const snapshots = await db().getAll(...refs.slice(from, from + 300));
      left.push(...snapshots.filter((found) => found.ref.path.includes(id) || JSON.stringify(found.data() ?? {}).includes(id)).map(({ ref }) => ref.path));
    }
  };
  const meant = new Set(['events', 'audit']);
  for (const collection of await db().listCollections()) if (!meant.has(collection.id)) await walk(collection);
  for (const collection of await at.incident(id).listCollections()) left.push(collection.path);
  for (const collection of await at.postMortem(id).listCollections()) left.push(collection.path);
  return left;
}

describe('deleting an incident', () => {
  it('takes everything of it away, and its row of the metrics with it: the figures are those of what is left', async () => {
    const { key, serviceId } = await newService();
    const [gone, stays] = [await ended(key), await ended(key)];
    tidyLater(async () => { await db().recursiveDelete(at.postMortem(stays.id)); });
    expect(Object.keys((await month()).rows)).toEqual(expect.arrayContaining([gone.id, stays.id]));
    expect(await leftOf(gone.id)).toEqual(expect.arrayContaining([`incidents/${gone.id}`, `postMortems/${gone.id}`, `incidents/${gone.id}/timeline`, `incidents/${gone.id}/alerts`, `incidents/${gone.id}/updates`]));
    const deletion = { incidentId: gone.id, title: gone.title, reason: 'It held a customer’s name', commandId: commandId() };
    expect(await sent('deleteIncident', deletion, admin)).toMatchObject({ outcome: 'done', code: 'deleteIncident' });
    expect(await leftOf(gone.id)).toEqual([]);
    // The retry of a command whose answer was lost.
    expect(await sent('deleteIncident', deletion, admin)).toMatchObject({ outcome: 'done' });
    expect(await refusedOf('deleteIncident', { ...deletion, commandId: commandId() })).toMatchObject({ code: 'no-such-incident' });

    const { rows } = await month();
    const { people } = await configuration(true);
    const recounted = (await Promise.all((await incidentsOf(serviceId)).map(async (incident) => {
      const { docs } = await db().collection('notifications').where('incidentId', '==', incident.id).get();
      return rowOf(incident, docs.flatMap((found) => read(Notification, found) ?? []), people) ?? [];
    }))).flat();
    expect(recounted).toHaveLength(1);
    expect(figuresOf(Object.values(rows).filter((row) => row.serviceId === serviceId))).toEqual(figuresOf(recounted));
    expect(await auditOf(`incidents/${gone.id}`)).toMatchObject([{ userId: 'admin', before: { id: gone.id, title: gone.title, severity: 'SEV1', deletedBecause: deletion.reason }, after: null }]);
  }, 120_000);

  it('raises nothing from the dead: a wake-up, a look afterwards, and a late report of it do nothing to it', async () => {
    const { key, serviceId } = await newService();
    const { id, title, dedupKey } = await ended(key);
    await sent('deleteIncident', { incidentId: id, title, reason: 'A test', commandId: commandId() }, admin);
    await wake({ incidentId: id, episode: 1, wakeAt: Date.now() });
    await advanceIncident(id);
    // A look that was due when it went, and one an hour later, each take a row that is there out again.
    for (const isSecond of [false, true]) {
      await at.metricsMonth(monthOf(longAgo)).set({ rows: { [id]: { left: 'behind' } } }, { merge: true });
      await at.afterwards(id).set(toStored({ month: monthOf(longAgo), dueAt: Date.now() + 3_600_000, isSecond }));
      await carryOutAfterwards(id);
      expect((await month()).rows[id]).toBeUndefined();
    }
    expect((await at.afterwards(id).get()).exists).toBe(false);
    expect((await hook('generic', { title, dedupKey, status: 'resolved' }, key)).body.results[0]?.action).toBe('ignored');
    const again = await trigger(key, { title, dedupKey });
    expect(again).not.toBe(id);
    expect(await leftOf(id)).toEqual([]);
    expect((await incidentsOf(serviceId)).map((incident) => [incident.id, incident.linkedTo])).toEqual([[again, null]]);
  }, 120_000);

  it('is finished by the sweep where it was cut off', async () => {
    const { key } = await newService();
    const { id } = await ended(key);
    // What the deleting commit leaves when nothing comes after it.
    await Promise.all([at.incident(id).delete(), at.afterwards(id).set({ month: monthOf(longAgo), dueAt: Timestamp.now(), isSecond: true })]);
    await until(at.afterwards(id), ([note]) => (note === undefined ? true : undefined));
    expect(await leftOf(id)).toEqual([]);
  }, 60_000);

  it('leaves what the public was told, as told by nobody; words that nobody published go', async () => {
    const { key } = await newService();
    const { id, title } = await ended(key);
    const notice = Notice.parse({
      id: `notice-${unique()}`, title: 'Payments fail', createdAt: Date.now(), kind: 'incident', incidentId: id, severity: 'SEV1', components: [{ componentId: 'checkout', state: 'majorOutage' }],
      startedAt: Date.now(), publishedAt: Date.now(), resolvedAt: Date.now(), updates: [], draft: null, summary: null,
    });
    const draft = { ...notice, id: `draft-${unique()}`, publishedAt: null, resolvedAt: null };
    for (const each of [notice, draft]) await at.notice(each.id).set(toStored(each));
    tidyLater(() => at.notice(notice.id).delete());
    await sent('deleteIncident', { incidentId: id, title, reason: 'A test', commandId: commandId() }, admin);
    expect(read(Notice, await at.notice(notice.id).get())).toEqual({ ...notice, incidentId: null });
    expect((await at.notice(draft.id).get()).exists).toBe(false);
  }, 60_000);

  it('is refused while it is open, under another title, without a reason, and to everybody but an admin', async () => {
    const { key } = await newService();
    const dedupKey = unique();
    const id = await trigger(key, { title: `Open ${dedupKey}`, dedupKey });
    const deletion = { incidentId: id, title: `Open ${dedupKey}`, reason: 'A test' };
    expect(await refusedOf('deleteIncident', deletion)).toMatchObject({ code: 'not-resolved' });
    await sent('resolve', { incidentId: id });
    expect(await refusedOf('deleteIncident', { ...deletion, title: 'Open' })).toMatchObject({ code: 'title-differs', paths: ['title'] });
    expect(await refusedOf('deleteIncident', { ...deletion, reason: ' ' })).toMatchObject({ code: 'invalid' });
    expect(await refusedOf('deleteIncident', deletion, primary)).toMatchObject({ code: 'not-allowed' });
    expect(await refusedOf('deleteIncident', { ...deletion, incidentId: 'INC-000000' })).toMatchObject({ code: 'no-such-incident' });
    expect(await incidentNow(id)).toMatchObject({ status: 'resolved' });
  }, 60_000);
});
