import { beforeAll, describe, expect, it } from 'vitest';
import { PublicMonth } from '#domain/statusPage/publicStatus';
import { monthOf } from '#domain/statusPage/spans';
import { HOUR, MINUTE } from '#domain/time/instant';
import { draftNoticeFor } from '../../functions/src/statusPage/draftNoticeFor';
import { followIncident } from '../../functions/src/statusPage/followIncident';
import { refreshStatusPage } from '../../functions/src/statusPage/refresh';
import { read } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';
import { auditOf, refusedOf } from '../configuring';
import { command, origin, signIn, trigger, unique, until } from '../rouse';
import { changePage, componentNow, isDrafted, noticeNow, pageNow, place, published, seen, sent, words } from '../statusPage';
import { at, changesOf, incidentNow, newService, tidyLater } from '../store';

let priya: string;
let stakeholder: string;
beforeAll(async () => { [priya, stakeholder] = await Promise.all([signIn('primary'), signIn('stakeholder')]); });

describe('a notice of an incident', () => {
  it('is drafted for nobody outside, then published, followed, resolved, summed up, and kept with the past', async () => {
    const { componentId, name, key } = await place();
    const incidentId = await trigger(key, { severity: 'critical', title: 'db-7 is gone' });
    await sent('acknowledge', { incidentId });
    expect(await draftNoticeFor(incidentId)).toMatchObject({ outcome: 'drafted' });
    expect(await draftNoticeFor(incidentId)).toMatchObject({ outcome: 'exists' });
    const { savedId: noticeId = '' } = await sent('draftNotice', { incidentId });
    const draft = await noticeNow(noticeId);
    expect(draft).toMatchObject({ kind: 'incident', incidentId, publishedAt: null, components: [{ componentId, state: 'majorOutage' }], draft: { phase: 'investigating' } });
    expect(JSON.stringify(draft)).not.toContain('db-7');
    expect((await seen('/status')).text).not.toContain(noticeId);
    expect((await seen(`/status/notices/${noticeId}`)).status).toBe(404);
    expect(await incidentNow(incidentId)).toMatchObject({ publicNotice: false });

    const title = `${name} is not working`;
    const sending = words({ incidentId, title, components: draft.components, text: 'We look for <b>the cause</b>.', commandId: unique().padEnd(8, '0') });
    await sent('publishNotice', sending);
    expect(await sent('publishNotice', sending)).toMatchObject({ message: 'Published already.' });
    const { text, headers } = await seen('/status');
    expect(text).toContain(title);
    expect(text).toContain('We look for &lt;b&gt;the cause&lt;/b&gt;.');
    expect(headers.get('cache-control')).toBe('public, max-age=15, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await seen(`/status/notices/${noticeId}`)).text).toContain(title);
    expect(await incidentNow(incidentId)).toMatchObject({ publicNotice: true });
    expect((await changesOf(incidentId)).filter((change) => change.startsWith('notice'))).toEqual(['noticeDrafted', 'noticeDrafted', 'noticePublished']);
    expect(await componentNow(componentId)).toMatchObject({ state: 'majorOutage' });

    // The incident goes on, and the next words wait for somebody.
    await sent('setMilestone', { incidentId, milestone: 'rootCauseIdentified' });
    await until(at.notice(noticeId), isDrafted('identified'));
    await followIncident(incidentId);
    expect((await changesOf(incidentId)).filter((change) => change === 'noticeDrafted')).toHaveLength(3);
    expect((await seen('/status')).text).not.toContain('We know the cause and are working on a fix');

    const next = (phase: string, said: string, seenSoFar: number) => sent('publishNotice', { noticeId, incidentId, title, components: draft.components, phase, text: said, seen: seenSoFar });
    await next('resolved', 'It works again.', 1);
    expect(await refusedOf('publishSummary', { noticeId: 'no-such-notice', impact: '', rootCause: '', resolution: '' }, priya)).toMatchObject({ code: 'no-such-notice' });
    await sent('publishSummary', { noticeId, impact: 'Nobody could pay.', rootCause: 'A pool ran full.', resolution: 'It is larger now.' });
    expect((await pageNow()).notices.map(({ id }) => id)).not.toContain(noticeId);
    const past = (await seen('/status/history')).text;
    for (const said of [title, 'Nobody could pay.', 'A pool ran full.', 'It is larger now.', 'Resolved']) expect(past).toContain(said);
    expect(await componentNow(componentId)).toMatchObject({ state: 'operational' });
    await sent('resolve', { incidentId });
  });

  it('is published by one of two who have seen the same', async () => {
    const { noticeId, title, components } = await published();
    const answers = await Promise.all(['One', 'Another'].map((text) => command(priya, { type: 'publishNotice', noticeId, incidentId: null, title, components, phase: 'identified', text, seen: 1 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(answers.find(({ status }) => status === 400)?.body.error.details.code).toBe('changed-meanwhile');
    expect((await noticeNow(noticeId)).updates).toHaveLength(2);
  });

  it('is published by itself where the page’s rule says so', async () => {
    const before = await at.statusPageSettings().get();
    await sent('saveStatusPage', { settings: { title: 'System status', about: '', supportUrl: null, automatic: ['SEV4'] } }, 'admin');
    try {
      const { key, name } = await place();
      const incidentId = await trigger(key, { severity: 'info' });
      expect(await draftNoticeFor(incidentId)).toMatchObject({ outcome: 'published' });
      expect((await seen('/status')).text).toContain(`Problem with ${name}`);
      expect(await changesOf(incidentId)).toContain('noticePublished');
    } finally {
      await (before.exists ? before.ref.set(before.data() ?? {}) : before.ref.delete());
      await refreshStatusPage();
    }
  });

  it('is never of a drill, of no component, or of somebody who only reads', async () => {
    const { key, componentId } = await place();
    const incidentId = await trigger(key);
    await at.incident(incidentId).update({ drillId: 'drill-1' });
    const sending = words({ incidentId, title: 'A drill', components: [{ componentId, state: 'degraded' }], text: 'x' });
    expect(await refusedOf('publishNotice', sending, priya)).toMatchObject({ code: 'drill-not-public' });
    expect(await refusedOf('draftNotice', { incidentId }, priya)).toMatchObject({ code: 'drill-not-public' });
    expect(await draftNoticeFor(incidentId)).toMatchObject({ outcome: 'nothing' });
    await at.incident(incidentId).update({ drillId: null });
    expect(await refusedOf('publishNotice', sending, stakeholder)).toMatchObject({ code: 'not-allowed' });
    expect(await refusedOf('publishNotice', { ...sending, components: [{ componentId: 'none-such', state: 'degraded' }] }, priya)).toMatchObject({ code: 'no-such-component' });
    const elsewhere = await trigger((await newService()).key);
    expect(await draftNoticeFor(elsewhere)).toMatchObject({ outcome: 'nothing' });
    expect(await refusedOf('draftNotice', { incidentId: elsewhere }, priya)).toMatchObject({ code: 'no-such-component' });
  });
});

describe('a component', () => {
  it('says what is held by hand before everything else, and counts how long it was so', async () => {
    const { componentId, noticeId } = await published();
    expect(await componentNow(componentId)).toMatchObject({ state: 'majorOutage' });
    await sent('holdComponent', { componentId, state: 'degraded' });
    expect(await componentNow(componentId)).toMatchObject({ state: 'degraded', held: 'degraded' });
    // As if it had been so for two hours.
    const began = Date.now() - 2 * HOUR;
    await changePage((page) => ({ ...page, components: page.components.map((each) => (each.id === componentId ? { ...each, sinceAt: began } : each)) }));
    await sent('holdComponent', { componentId, state: null });
    expect(await componentNow(componentId)).toMatchObject({ state: 'majorOutage', held: null });
    const months = await Promise.all([...new Set([monthOf(began), monthOf(Date.now())])].map(async (month) => read(PublicMonth, await at.publicMonth(month).get())));
    const degraded = months.flatMap((month) => Object.values(month?.days[componentId] ?? {})).reduce((sum, day) => sum + day.degraded, 0);
    expect(Math.abs(degraded - 2 * 3600)).toBeLessThan(60);
    expect((await auditOf(`statusComponents/${componentId}`)).length).toBeGreaterThanOrEqual(3);
    expect(await refusedOf('removeComponent', { componentId })).toMatchObject({ code: 'in-use' });
    expect(noticeId).not.toBe('');
  });

  it('is named by the services that touch it, and by no other any more', async () => {
    const { componentId, name, serviceId } = await place();
    expect((await at.service(serviceId).get()).get('statusComponentId')).toBe(componentId);
    const { serviceId: other } = await newService();
    await sent('saveComponent', { componentId, name, description: 'Now of another', group: 'G', position: 1, serviceIds: [other] }, 'admin');
    expect([(await at.service(serviceId).get()).get('statusComponentId'), (await at.service(other).get()).get('statusComponentId')]).toEqual([null, componentId]);
    expect(await refusedOf('saveComponent', { componentId: null, name: name.toUpperCase(), description: '', group: '', position: 0, serviceIds: [] })).toMatchObject({ code: 'invalid', paths: ['name'] });
    await sent('removeComponent', { componentId }, 'admin');
    expect((await at.service(other).get()).get('statusComponentId')).toBeNull();
    expect((await pageNow()).components.map(({ id }) => id)).not.toContain(componentId);
  });
});

describe('maintenance', () => {
  it('begins and ends by itself, and is kept with the past', async () => {
    const { componentId } = await place();
    const title = `Disks ${unique()}`;
    const fields = { noticeId: null, title, components: [{ componentId, state: 'maintenance' }], text: 'Slow for a while.', startsAt: Date.now() + HOUR, endsAt: Date.now() + 2 * HOUR };
    expect(await refusedOf('saveMaintenanceNotice', { ...fields, endsAt: fields.startsAt }, priya)).toMatchObject({ code: 'invalid', paths: ['endsAt'] });
    const { savedId: noticeId = '' } = await sent('saveMaintenanceNotice', fields);
    expect((await seen('/status')).text).toContain(title);
    expect(await componentNow(componentId)).toMatchObject({ state: 'operational' });
    await sent('saveMaintenanceNotice', { ...fields, noticeId, startsAt: Date.now() - MINUTE });
    expect(await componentNow(componentId)).toMatchObject({ state: 'maintenance' });
    // Its end, as if it were there: stored as announced, and past by now.
    const over = { startsAt: Date.now() - HOUR, endsAt: Date.now() - MINUTE };
    await at.notice(noticeId).set(toStored({ ...(await noticeNow(noticeId)), ...over }));
    await changePage((page) => ({
      ...page, changedAt: Date.now() - 2 * HOUR, maintenance: page.maintenance.map((each) => (each.id === noticeId ? { ...each, ...over } : each)),
      components: page.components.map((each) => (each.id === componentId ? { ...each, state: 'operational' } : each)),
    }));
    expect((await seen('/status')).text).not.toContain(title);
    await refreshStatusPage();
    expect(await noticeNow(noticeId)).toMatchObject({ completedAt: over.endsAt });
    expect((await noticeNow(noticeId)).updates.map(({ phase }) => phase)).toEqual(['scheduled', 'inProgress', 'completed']);
    expect((await seen(`/status/history?month=${monthOf(over.startsAt)}`)).text).toContain(title);
    expect(await componentNow(componentId)).toMatchObject({ state: 'operational' });
  });

  it('that is cancelled does not begin', async () => {
    const { componentId } = await place();
    const title = `Cables ${unique()}`;
    const { savedId: noticeId = '' } = await sent('saveMaintenanceNotice', { noticeId: null, title, components: [{ componentId, state: 'maintenance' }], text: 'x', startsAt: Date.now() - MINUTE, endsAt: Date.now() + HOUR });
    expect(await componentNow(componentId)).toMatchObject({ state: 'maintenance' });
    await sent('cancelMaintenanceNotice', { noticeId });
    expect(await componentNow(componentId)).toMatchObject({ state: 'operational' });
    expect((await seen('/status')).text).not.toContain(title);
    expect((await seen(`/status/notices/${noticeId}`)).text).toContain('Cancelled');
  });
});

describe('the page for programs', () => {
  it('answers a HEAD, a month that is none, a notice that is none, and old components as they were stored', async () => {
    await at.statusComponent('old-shape').set({ id: 'old-shape', name: 'Old shape', status: 'operational' });
    tidyLater(async () => { await at.statusComponent('old-shape').delete(); });
    await place();
    expect((await seen('/status')).text).toContain('Old shape');
    const head = await fetch(`${origin}/status`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const path of ['/status/history?month=2026-13', '/status/history?month=%3Cscript%3E', '/status/history?month=1999-01']) expect((await seen(path)).status, path).toBe(200);
    for (const path of ['/status/notices/none-such-notice', '/status/notices/2026-11-page', '/status/notices/page']) {
      const { status, headers } = await seen(path);
      expect([path, status, headers.get('cache-control')]).toEqual([path, 404, 'no-store']);
    }
    const feed = await seen('/status/feed.atom');
    expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(feed.text).toContain(`<id>${origin}/status/feed.atom</id>`);
  });
});
