import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FakeFcm } from '../fakes/fcm';
import { makeQuiet } from '../quiet';
import { command, get, hook, post, signIn, trigger, unique } from '../rouse';
import { at, changesOf, incidentNow, newService, notificationsOf, setDevices } from '../store';

const fcm = new FakeFcm();
// The chains of what other tests left open would page the phones of these.
beforeAll(() => Promise.all([fcm.listen(), makeQuiet()]));
afterAll(async () => {
  await setDevices('primary', []);
  await fcm.close();
});
afterEach(() => {
  expect(fcm.faults.splice(0)).toEqual([]);
});

/** Gives primary one phone per platform asked for; answers their push tokens. */
async function phones(...platforms: ('web' | 'android' | 'ios')[]): Promise<string[]> {
  const devices = platforms.map((platform) => ({ id: `device-${unique()}`, platform, pushToken: `push-token-${unique()}` }));
  await setDevices('primary', devices);
  return devices.map(({ pushToken }) => pushToken);
}

const steps = [{ userIds: ['primary'], delaySeconds: 300 }, { userIds: ['secondary'], delaySeconds: 300 }];

describe('a page by push', () => {
  it('goes to every device in its own form, with the lock screen\'s words, the time to live and one tag', async () => {
    const tokens = await phones('web', 'android', 'ios');
    const { key } = await newService(steps);
    const id = await trigger(key, { title: 'Answering 503', severity: 'critical' });
    const [web, android, ios] = await Promise.all(tokens.map((token) => fcm.next((message) => message.token === token)));
    const body = 'Answering 503. You are primary. Sam Weber is paged in 5 min.';
    expect(web?.data).toMatchObject({ kind: 'page', incidentId: id, tag: id, body, severity: 'SEV1', url: `/incidents/${id}` });
    expect(web?.data?.title).toMatch(/^SEV1 Service /);
    expect(web?.webpush?.headers).toMatchObject({ Urgency: 'high', Topic: id });
    expect(Number(web?.webpush?.headers?.TTL)).toBeLessThanOrEqual(300);
    expect(Number(web?.webpush?.headers?.TTL)).toBeGreaterThan(290);
    expect(android?.android).toMatchObject({ priority: 'high', notification: { tag: id, channel_id: 'pages', body } });
    expect(ios?.apns?.payload.aps).toMatchObject({ alert: { body }, 'interruption-level': 'time-sensitive', 'thread-id': id });
    const [sent] = await notificationsOf(id, (all) => all.some(({ status }) => status === 'sent'));
    expect(sent).toMatchObject({ provider: 'fcm', attempts: 1, reason: null });
    expect((await incidentNow(id)).clocks.notifiedAt).not.toBeNull();
  });

  it('removes a dead token and says so; the other phone still rings', async () => {
    const [dead = '', alive = ''] = await phones('web', 'android');
    fcm.answerWith(dead, 'unregistered');
    const { key } = await newService(steps);
    const id = await trigger(key);
    await fcm.next((message) => message.token === alive);
    await notificationsOf(id, (all) => all.some(({ status }) => status === 'sent'));
    const devices = (await at.contact('primary').get()).get('devices') as { pushToken: string }[];
    expect(devices.map(({ pushToken }) => pushToken)).toEqual([alive]);
    expect(await changesOf(id)).toContain('deviceRemoved');
  });

  it('fails with the reason when the last token is dead, or no device is there', async () => {
    const [dead = ''] = await phones('web');
    fcm.answerWith(dead, 'unregistered');
    const first = await trigger((await newService(steps)).key);
    expect((await notificationsOf(first, (all) => all.some(({ status }) => status === 'failed')))[0]?.reason).toBe('everyDeviceDead');
    const second = await trigger((await newService(steps)).key);
    expect((await notificationsOf(second, (all) => all.some(({ status }) => status === 'failed')))[0]?.reason).toBe('noDevice');
  });

  it('is stopped by an acknowledge when its sender had died', async () => {
    const [token = ''] = await phones('web');
    fcm.answerWith(token, 'hold');
    const sending = hook('generic', { title: 'Held', dedupKey: unique() }, (await newService(steps)).key);
    const first = await fcm.next((message) => message.token === token);
    const id = first.data?.incidentId ?? '';
    await command(await signIn('secondary'), { type: 'acknowledge', incidentId: id });
    // The lease runs out, the sweep claims, and finds that somebody has it.
    const [stopped] = await notificationsOf(id, (all) => all.some(({ status }) => status === 'cancelled'));
    const pushed = fcm.to(token).filter(({ data }) => data?.incidentId === id && data.kind === 'page');
    expect([stopped?.reason, stopped?.attempts, pushed.length]).toEqual(['acknowledged', 1, 1]);
    fcm.letGo();
    await sending;
  });
});

describe('a page\'s token', () => {
  const pageOf = async (userIds = ['primary']): Promise<{ id: string; token: string }> => {
    const [push = ''] = await phones('web');
    const id = await trigger((await newService([{ userIds, delaySeconds: 300 }, { userIds: ['secondary'], delaySeconds: 300 }])).key);
    const message = await fcm.next((found) => found.token === push);
    return { id, token: message.data?.token ?? '' };
  };
  type Said = { status: string; message: string; error?: { code: string } };

  it('acknowledges without a session; the same tap again gets the same answer', async () => {
    const { id, token } = await pageOf();
    const first = await post<Said>(`/v1/ack/${token}`, '');
    expect([first.status, first.body.status]).toEqual([200, 'acknowledged']);
    expect(first.body.message).toMatch(/^Acknowledged by you at /);
    const again = await post<Said>(`/v1/ack/${token}`, '');
    expect([again.status, again.body.status]).toEqual([200, 'acknowledged']);
    expect((await changesOf(id)).filter((type) => type === 'acknowledged')).toHaveLength(1);
    expect(first.headers.get('cache-control')).toBe('no-store');
  });

  it('is told who was faster', async () => {
    const { id, token } = await pageOf();
    await command(await signIn('secondary'), { type: 'acknowledge', incidentId: id });
    const { status, body } = await post<Said>(`/v1/ack/${token}`, '');
    expect([status, body.status]).toEqual([200, 'alreadyAcknowledged']);
    expect(body.message).toMatch(/^Acknowledged by Sam Weber at /);
  });

  it('escalates its own episode', async () => {
    const { id, token } = await pageOf();
    expect((await post<Said>(`/v1/escalate/${token}`, '')).body.status).toBe('escalated');
    await notificationsOf(id, (all) => all.some(({ userId }) => userId === 'secondary'));
  });

  it('says whether the page still rings, and takes receipts; a receipt that overtakes the sender counts', async () => {
    const { id, token } = await pageOf();
    expect((await get<{ state: string }>(`/v1/pages/${token}`)).body.state).toBe('ringing');
    expect((await post<Said>(`/v1/receipts/${token}`, { state: 'seen' })).status).toBe(200);
    const [seen] = await notificationsOf(id, (all) => all.some(({ status, sentAt }) => status === 'seen' && sentAt !== null));
    expect(seen?.deliveredAt).not.toBeNull();
    await command(await signIn('secondary'), { type: 'resolve', incidentId: id });
    expect((await get<{ state: string; body: string }>(`/v1/pages/${token}`)).body).toMatchObject({ state: 'ended', body: expect.stringMatching(/^Resolved by Sam Weber/) as string });
  });

  it('asks by GET and changes nothing: link scanners follow links', async () => {
    const { id, token } = await pageOf();
    const page = await fetch(`http://127.0.0.1:5050/v1/ack/${token}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('<form method="post"');
    expect((await incidentNow(id)).status).toBe('triggered');
  });

  it('is refused when forged, of another page, expired, of an older episode, or of a person who was removed', async () => {
    const { id, token } = await pageOf();
    const other = await pageOf();
    const [notificationId = '', random = ''] = token.split('.');
    const [otherId = ''] = other.token.split('.');
    const said = async (bad: string) => {
      const answer = await post<Said>(`/v1/ack/${bad}`, '');
      return [answer.status, answer.body.error?.code];
    };
    expect(await said('nonsense')).toEqual([401, 'token-unknown']);
    expect(await said(`${notificationId}.${random.slice(0, -1)}${random.endsWith('A') ? 'B' : 'A'}`)).toEqual([401, 'token-unknown']);
    expect(await said(`${otherId}.${random}`)).toEqual([401, 'token-unknown']);

    await at.person('primary').update({ active: false });
    expect(await said(token)).toEqual([403, 'person-inactive']);
    await at.person('primary').update({ active: true });

    const secondary = await signIn('secondary');
    await command(secondary, { type: 'acknowledge', incidentId: other.id });
    await command(secondary, { type: 'release', incidentId: other.id });
    expect(await said(other.token)).toEqual([409, 'episode-ended']);

    await at.notification(notificationId).update({ tokenExpiresAt: new Date(0) });
    expect(await said(token)).toEqual([410, 'token-expired']);
    expect((await incidentNow(id)).status).toBe('triggered');
    expect(await changesOf(id)).not.toContain('acknowledged');
  });
});
