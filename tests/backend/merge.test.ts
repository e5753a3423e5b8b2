import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf, send } from '../alerts';
import { rule, saveRules } from '../configuring';
import { command, hook, signIn, trigger, unique, until } from '../rouse';
import { at, changesOf, db, incidentBecomes, incidentNow, newService, timelineOf } from '../store';

describe('merge', () => {
  let primary: string;
  beforeAll(async () => { primary = await signIn('primary'); });
  const merge = (incidentId: string, intoId: string, more: Record<string, unknown> = {}, idToken = primary) => command(idToken, { type: 'mergeIncident', incidentId, intoId, ...more });

  it('what one incident had goes on in the other', async () => {
    const { key } = await newService([{ userIds: ['primary'], delaySeconds: 600 }, { userIds: ['secondary'], delaySeconds: 600 }]);
    const [a, b] = [{ dedupKey: unique(), groupKey: unique(), title: 'Symptom' }, { dedupKey: unique(), title: 'Cause', severity: 'warning' }];
    const [from, into] = [await trigger(key, a), await trigger(key, b)];
    const commandId = unique();
    const { body } = await merge(from, into, { commandId });
    expect(body.result).toMatchObject({ outcome: 'done', code: 'mergeIncident', incidentId: into, status: 'triggered' });
    expect(await incidentNow(from)).toMatchObject({ status: 'resolved', mergedInto: into, wakeAt: null, resolvedBy: { userId: 'primary' } });
    expect(await incidentNow(into)).toMatchObject({ severity: 'SEV2', alertCounts: { firing: 2, total: 2, events: 2 } });
    expect([(await changesOf(from)).at(-2), (await changesOf(from)).at(-1), (await timelineOf(into)).at(-1)?.changes[0]])
      .toMatchObject(['mergedInto', 'resolved', { type: 'merged', from, title: 'Symptom', alerts: 1 }]);
    // Later reports, and new alerts of its group, are the other's.
    expect(await send(key, a)).toMatchObject({ action: 'deduplicated', incidentId: into });
    expect(await send(key, { ...a, dedupKey: unique() })).toMatchObject({ action: 'grouped', incidentId: into });
    // Sent again it is answered the same, and nothing is merged twice.
    expect((await merge(from, into, { commandId })).body.result).toMatchObject({ outcome: 'done', incidentId: into });
    expect((await incidentNow(into)).alertCounts).toEqual({ firing: 3, total: 3, events: 4 });
    expect((await changesOf(into)).filter((type) => type === 'merged')).toHaveLength(1);
    expect(await pagesOf(from)).toEqual(['primary']);
    expect(await incidentNow(from)).toMatchObject({ status: 'resolved', alertCounts: { total: 1, events: 1 } });
  });

  it('the resolve of all alerts resolves it', async () => {
    const { key } = await newService();
    const [a, b] = [unique(), unique()];
    const [from, into] = [await trigger(key, { dedupKey: a }), await trigger(key, { dedupKey: b })];
    await merge(from, into);
    expect(await send(key, { dedupKey: b, status: 'resolved' })).toMatchObject({ action: 'resolved', incidentId: into });
    expect((await incidentNow(into)).status).toBe('triggered');
    expect(await send(key, { dedupKey: a, status: 'resolved' })).toMatchObject({ action: 'resolved', incidentId: into });
    expect((await incidentNow(into)).status).toBe('resolved');
    expect((await db().collection('open').where('incidentId', 'in', [from, into]).get()).size).toBe(0);
    expect(await send(key, { dedupKey: a })).toMatchObject({ action: 'triggered' });
  });

  it('what a rule renamed ends by the key that was sent', async () => {
    const { key, serviceId } = await newService();
    await saveRules('service', serviceId, [rule('One per disk', [{ field: 'label.disk', operator: 'present', values: [] }], { dedupKey: '{label.disk}' })]);
    const dedupKey = unique();
    const from = await trigger(key, { dedupKey, labels: { disk: 'sda' } });
    const into = await trigger(key);
    await merge(from, into);
    expect(await send(key, { dedupKey, status: 'resolved' })).toMatchObject({ action: 'resolved', incidentId: into });
  });

  it('a louder one pages for the one that it goes on in', async () => {
    const { key } = await newService();
    const [from, into] = [await trigger(key, { severity: 'critical' }), await trigger(key, { severity: 'info' })];
    await merge(from, into);
    expect(await incidentNow(into)).toMatchObject({ severity: 'SEV1', urgency: 'high', escalation: { episode: 2 } });
  });

  it('while reports come in loses none', async () => {
    const { key } = await newService();
    const [a, b] = [unique(), unique()];
    const [from, into] = [await trigger(key, { dedupKey: a, groupKey: unique() }), await trigger(key, { dedupKey: b })];
    const groupKey = unique();
    const [, ...answers] = await Promise.all([
      merge(from, into), ...Array.from({ length: 30 }, (_, index) => hook('generic', { title: 'Alert', dedupKey: index % 2 === 0 ? a : b, groupKey }, key)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(202));
    expect(await incidentBecomes(into, ({ alertCounts }) => alertCounts.events === 32)).toMatchObject({ alertCounts: { firing: 2, total: 2 } });
    const { docs } = await at.incident(into).collection('alerts').get();
    expect(docs.map((alert) => alert.get('count') as unknown)).toEqual([16, 16]);
  });

  it('in the middle of a burst takes along what was counted and not yet written', async () => {
    const { key } = await newService();
    const a = { dedupKey: unique(), groupKey: unique() };
    const [from, into] = [await trigger(key, a), await trigger(key)];
    const repeat = (times: number) => Promise.all(Array.from({ length: times }, () => send(key, a)));
    await repeat(60);
    await repeat(40);
    expect((await at.tally(from).get()).exists, 'the burst is tallied').toBe(true);
    await merge(from, into);
    expect((await at.tally(from).get()).exists).toBe(false);
    expect((await incidentBecomes(into, ({ alertCounts }) => alertCounts.events >= 102)).alertCounts).toEqual({ firing: 2, total: 2, events: 102 });
    const countsOf = (alerts: unknown[]) => alerts.map((alert) => Number(Reflect.get(Object(alert), 'count'))).sort((x, y) => x - y);
    await until(at.incident(into).collection('alerts').orderBy('id'), (alerts) => (countsOf(alerts).join() === '1,101' ? true : undefined));
  });

  it('of two that know the same alert counts it once, so that its resolve ends the rest', async () => {
    const { key } = await newService();
    const dedupKey = unique();
    const into = await trigger(key, { dedupKey });
    await command(primary, { type: 'resolve', incidentId: into });
    const from = await trigger(key, { dedupKey });
    await command(primary, { type: 'reopen', incidentId: into });
    await merge(from, into);
    expect((await incidentNow(into)).alertCounts).toEqual({ firing: 1, total: 1, events: 2 });
    expect(await send(key, { dedupKey, status: 'resolved' })).toMatchObject({ action: 'resolved', incidentId: into });
    expect(await incidentNow(into)).toMatchObject({ status: 'resolved', alertCounts: { firing: 0, total: 1 } });
  });

  it('is refused where it makes no sense, and nothing changes', async () => {
    const { key } = await newService();
    const [open, other] = [await trigger(key), await trigger(key)];
    const over = await trigger(key);
    await command(primary, { type: 'resolve', incidentId: over });
    const before = await incidentNow(open);
    const codeOf = async (sending: ReturnType<typeof merge>) => { const { body } = await sending; return body.error?.details.code ?? `${body.result.outcome} ${body.result.code}`; };
    expect([
      await codeOf(merge(open, open)), await codeOf(merge(open, over)), await codeOf(merge(over, open)), await codeOf(merge('INC-000000', open)),
      await codeOf(merge(open, 'INC-000000')), await codeOf(merge(open, other, {}, await signIn('stakeholder'))),
    ]).toEqual(['not-mergeable', 'incident-resolved', 'unchanged already-resolved', 'no-such-incident', 'no-such-incident', 'not-allowed']);
    expect(await incidentNow(open)).toEqual(before);
  });

  it('of more than 400 alerts goes the other way round', async () => {
    const { key } = await newService();
    const groupKey = unique();
    const hosts = Array.from({ length: 401 }, (_, index) => `host-${index}`);
    const alerts = hosts.map((host) => ({ status: 'firing', labels: { alertname: 'Down', instance: host }, annotations: {}, startsAt: new Date().toISOString(), endsAt: '0001-01-01T00:00:00Z', fingerprint: host }));
    const { body } = await hook('alertmanager', { version: '4', receiver: 'rouse', status: 'firing', groupKey: `{}:{g="${groupKey}"}`, truncatedAlerts: 0, groupLabels: { g: groupKey }, commonLabels: {}, commonAnnotations: {}, externalURL: 'http://a.example.org', alerts }, key);
    const large = body.results[0]?.incidentId ?? '';
    await incidentBecomes(large, ({ alertCounts }) => alertCounts.total === 401);
    const small = await trigger(key);
    expect((await merge(large, small)).body.error).toMatchObject({ message: `${large} has more than 400 alerts. Merge the other incident into this one instead.`, details: { code: 'not-mergeable' } });
    expect((await merge(small, large)).body.result).toMatchObject({ outcome: 'done' });
    expect((await incidentNow(large)).alertCounts.total).toBe(402);
  });
});
