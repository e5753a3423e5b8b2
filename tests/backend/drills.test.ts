import { Timestamp } from 'firebase-admin/firestore';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandAnswer } from '#domain/command/answer';
import { Drill, type DrillScenario } from '#domain/drill/drill';
import { MetricsMonth, monthOf } from '#domain/metrics/row';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time/instant';
import { beginDrill } from '../../functions/src/drill/begin';
import { fromStored } from '../../functions/src/store/instants';
import { refusedOf } from '../configuring';
import { command, notificationsFit, signIn, trigger, unique, until } from '../rouse';
import { at, changesOf, db, incidentBecomes, incidentNow, incidentsOf, newService, notificationsOf, timelineOf, tidyLater } from '../store';

let primary: string;
let secondary: string;
beforeAll(async () => { [primary, secondary] = await Promise.all([signIn('primary'), signIn('secondary')]); });

async function sent(type: string, fields: Record<string, unknown>, who = secondary): Promise<CommandAnswer> {
  const { status, body } = await command(who, { type, ...fields });
  expect({ status, error: body.error }, `${type} is taken`).toEqual({ status: 200, error: undefined });
  return body.result;
}
const plan = async (serviceId: string, fields: { startsAt?: number | null; isSurprise?: boolean; scenario?: DrillScenario; commandId?: string } = {}): Promise<CommandAnswer & { savedId: string }> => {
  const answer = await sent('scheduleDrill', { scenario: 'paymentFailure', serviceId, startsAt: null, isSurprise: false, ...fields });
  const savedId = answer.savedId ?? expect.fail('no drill');
  tidyLater(() => at.drill(savedId).delete());
  return { ...answer, savedId };
};
const drillBecomes = (id: string, fits: (drill: Drill) => boolean): Promise<Drill> => until(at.drill(id), ([stored]) => { const { data } = Drill.safeParse(stored); return data !== undefined && fits(data) ? data : undefined; });
const rowsNow = async (): Promise<string[]> => Object.keys(MetricsMonth.parse(fromStored((await at.metricsMonth(monthOf(Date.now())).get()).data())).rows);
const toldOf = (cause: string, fits: (count: number) => boolean) => until(db().collection('notifications').where('cause', '==', cause), notificationsFit((all) => fits(all.length)));

describe('a drill', () => {
  it('goes through everything a real one goes through, says DRILL first, and counts for nothing', async () => {
    const { serviceId, key } = await newService([{ userIds: ['primary'], delaySeconds: 2 }, { userIds: ['admin'], delaySeconds: 600 }]);
    const { savedId, incidentId = '', message } = await plan(serviceId);
    expect(message).toContain(incidentId);
    const pages = await notificationsOf(incidentId, (all) => all.length > 1);
    for (const { title, body } of pages) expect([title, body]).toEqual([expect.stringMatching(/^DRILL SEV1 Service/), expect.stringMatching(/^DRILL: Payments fail/)]);
    expect(await incidentNow(incidentId)).toMatchObject({ drillId: savedId, severity: 'SEV1', type: 'outage', declaredBy: { userId: 'secondary' } });
    expect(await changesOf(incidentId)).toEqual(expect.arrayContaining(['triggered', 'drill', 'paged']));
    await sent('renameIncident', { incidentId, title: 'Nobody can pay' }, primary);
    expect((await incidentNow(incidentId)).title).toBe('DRILL: Nobody can pay');

    await sent('acknowledge', { incidentId }, primary);
    const [page] = pages.filter(({ userId }) => userId === 'primary');
    const sentAt = (page?.createdAt ?? 0) + SECOND;
    await at.notification(page?.id ?? '').update({ status: 'delivered', sentAt: Timestamp.fromMillis(sentAt), deliveredAt: Timestamp.fromMillis(sentAt + SECOND) });
    expect(await sent('endDrill', { drillId: savedId })).toMatchObject({ outcome: 'done', code: 'endDrill', status: 'resolved' });
    expect((await timelineOf(incidentId)).at(-1)?.actor).toMatchObject({ userId: 'secondary' });

    // A real one beside it, ended after it: when its row is there, that of the drill would be.
    const real = await trigger(key, { severity: 'critical' });
    await sent('resolve', { incidentId: real });
    const { result, state, dueAt } = await drillBecomes(savedId, (drill) => drill.result !== null);
    const { clocks } = await incidentNow(incidentId);
    expect({ state, dueAt }).toEqual({ state: 'over', dueAt: null });
    expect(result).toMatchObject({ triggeredAt: clocks.triggeredAt, acknowledgedAt: clocks.acknowledgedAt, endedAt: clocks.resolvedAt, escalations: 1, acknowledgedBy: pages.find(({ userId }) => userId === 'primary')?.userName });
    expect(result?.reach.find(({ userId }) => userId === 'primary')).toMatchObject({ sentAt, receivedAt: sentAt + SECOND, acknowledgedAt: clocks.acknowledgedAt });
    expect(result?.reach.map(({ userId }) => userId).sort()).toEqual(['admin', 'primary']);
    await until(at.afterwards(real), ([note]) => (Reflect.get(Object(note), 'isSecond') === true ? true : undefined));
    await until(at.afterwards(incidentId), ([note]) => (Reflect.get(Object(note), 'isSecond') === true ? true : undefined));
    const rows = await rowsNow();
    expect(rows).toContain(real);
    expect(rows).not.toContain(incidentId);
    expect((await at.postMortem(incidentId).get()).exists).toBe(false);
    expect((await at.postMortem(real).get()).exists).toBe(true);
    const told = await toldOf(`drill.${savedId}.over`, (count) => count === 3);
    expect(told.map(({ userId }) => userId).sort()).toEqual(['admin', 'primary', 'secondary']);
    tidyLater(async () => { await db().recursiveDelete(at.postMortem(real)); });
  }, 90_000);

  it('begins when its time has come, once although two look at it at the same moment, and its people were told beforehand', async () => {
    const { serviceId } = await newService();
    const { savedId, incidentId } = await plan(serviceId, { startsAt: Date.now() + HOUR, scenario: 'regionLoss' });
    expect(incidentId).toBeUndefined();
    expect((await toldOf(`drill.${savedId}.planned`, (count) => count > 0)).map(({ userId, urgency }) => [userId, urgency])).toEqual([['primary', 'low']]);
    await beginDrill(savedId);
    expect(await incidentsOf(serviceId)).toEqual([]);
    await at.drill(savedId).update({ dueAt: Timestamp.fromMillis(Date.now() - SECOND) });
    await Promise.all([beginDrill(savedId), beginDrill(savedId), beginDrill(savedId)]);
    const drill = await drillBecomes(savedId, ({ state }) => state === 'running');
    const incidents = await incidentsOf(serviceId);
    expect(incidents.map(({ id, title }) => [id, title])).toEqual([[drill.incidentId, 'DRILL: A whole region is lost']]);
    await beginDrill(savedId);
    expect(await incidentsOf(serviceId)).toHaveLength(1);
    expect(await notificationsOf(drill.incidentId ?? '', (all) => all.length > 0)).toHaveLength(1);
  }, 60_000);

  it('that is a surprise is begun by the sweep, and nobody heard of it', async () => {
    const { serviceId } = await newService();
    const { savedId, message } = await plan(serviceId, { startsAt: Date.now() + 3 * SECOND, isSurprise: true });
    expect(message).toContain('Nobody is told beforehand.');
    const { incidentId } = await drillBecomes(savedId, ({ state }) => state === 'running');
    await incidentBecomes(incidentId ?? '', ({ status }) => status === 'triggered');
    expect(await toldOf(`drill.${savedId}.planned`, () => true)).toEqual([]);
  }, 60_000);

  it('is planned once however often it is sent, one of a service at a time, and called off before it begins', async () => {
    const { serviceId } = await newService();
    const commandId = unique().padEnd(8, '0');
    const startsAt = Date.now() + DAY;
    const [first, second] = [await plan(serviceId, { startsAt, commandId }), await plan(serviceId, { startsAt, commandId })];
    expect(second.savedId).toBe(first.savedId);
    expect((await db().collection('drills').where('serviceId', '==', serviceId).get()).size).toBe(1);
    const drill = { scenario: 'databaseConnections', serviceId, startsAt: null, isSurprise: false };
    expect(await refusedOf('scheduleDrill', drill, primary)).toMatchObject({ code: 'in-use' });
    expect(await refusedOf('endDrill', { drillId: first.savedId }, primary)).toMatchObject({ code: 'no-such-drill' });
    expect(await sent('cancelDrill', { drillId: first.savedId })).toMatchObject({ outcome: 'done' });
    expect(await sent('cancelDrill', { drillId: first.savedId })).toMatchObject({ outcome: 'unchanged' });
    expect((await at.drill(first.savedId).get()).data()).toMatchObject({ state: 'cancelled', dueAt: null });
    await at.drill(first.savedId).update({ dueAt: Timestamp.fromMillis(Date.now() - MINUTE) });
    await beginDrill(first.savedId);
    expect(await incidentsOf(serviceId)).toEqual([]);
    await at.drill(first.savedId).update({ dueAt: null });
  }, 60_000);

  it('is refused in the past, too far ahead, for what does not exist, and to who only follows', async () => {
    const { serviceId } = await newService();
    const drill = { scenario: 'regionLoss', serviceId, startsAt: null, isSurprise: false };
    for (const startsAt of [Date.now() - MINUTE, Date.now() + 91 * DAY]) expect(await refusedOf('scheduleDrill', { ...drill, startsAt }, primary)).toMatchObject({ code: 'invalid', paths: ['startsAt'] });
    expect(await refusedOf('scheduleDrill', { ...drill, serviceId: 'nowhere' }, primary)).toMatchObject({ code: 'no-such-service', paths: ['serviceId'] });
    expect(await refusedOf('scheduleDrill', drill, await signIn('stakeholder'))).toMatchObject({ code: 'not-allowed' });
    expect(await refusedOf('cancelDrill', { drillId: 'nothing' }, primary)).toMatchObject({ code: 'no-such-drill' });
    expect(await incidentsOf(serviceId)).toEqual([]);
  });

  it('whose service is gone is called off', async () => {
    const { serviceId } = await newService();
    const { savedId } = await plan(serviceId, { startsAt: Date.now() + HOUR });
    await at.drill(savedId).update({ serviceId: 'nowhere', dueAt: Timestamp.fromMillis(Date.now() - SECOND) });
    await beginDrill(savedId);
    expect(await drillBecomes(savedId, ({ state }) => state === 'cancelled')).toMatchObject({ dueAt: null, incidentId: null });
  });
});
